//! The timeline in short: bars in lanes, the milestones for which there is room, and the names that fit.

use super::labels::{Extent, crowded};
use super::lanes::lanes;
use super::plan::{Bar, Point, PointState};
use super::scale::Scale;
use crate::render::view::timeline::{LabelView, SlackView, StripBar, StripPoint};

/// Room for the word "Today" above the bars, in px.
const ABOVE: usize = 20;
/// From one lane to the next, in px.
const LANE: usize = 16;
/// Bars lie in no more lanes than these.
const MOST_LANES: usize = 5;
/// The height of the lowest lane's bars, and of those above them, in px.
const HEIGHTS: (usize, usize) = (10, 8);
/// What is kept free below the bars, in px.
const BELOW: usize = 3;
/// Half of a diamond and a little of air, in hundredths of a rem; two of them keep that apart.
const DIAMOND: i64 = 45;
/// Between a bar and the name beside it, in hundredths of a rem, for 6 px.
const BESIDE: i64 = 38;
/// Between a name and where its bar begins.
const NOTHING: i64 = 0;
/// From the middle of a bar to the foot of the letters beside it, in px.
const FOOT: usize = 4;

/// A phase: its days and its name.
pub(super) type Named<'n> = (Bar, &'n str);

/// Everything that has a place on it.
#[derive(Debug)]
pub(super) struct Strip<'n> {
    pub(super) height: usize,
    pub(super) base: usize,
    pub(super) bars: Vec<StripBar>,
    pub(super) points: Vec<StripPoint>,
    pub(super) slack: Option<SlackView>,
    pub(super) below: Vec<LabelView<'n>>,
    pub(super) beside: Vec<LabelView<'n>>,
}

/// A bar in its lane, from one day to the one behind its last.
struct Laid<'n> {
    at: usize,
    bar: Bar,
    name: &'n str,
    from: chrono::NaiveDate,
    to: chrono::NaiveDate,
    lane: usize,
}

/// Puts bars and milestones in their places. With each milestone comes the number of its phase among `phases`.
pub(super) fn strip<'n>(scale: &Scale, phases: &[Named<'n>], points: &[(Point, Option<usize>)]) -> Strip<'n> {
    let laid = lay(scale, phases);
    let count = laid.iter().map(|one| one.lane + 1).max().unwrap_or(1);
    let base = ABOVE + (count - 1) * LANE;
    let y_of = |lane: usize| base - lane * LANE;
    let middle_of = |phase: Option<usize>| {
        let lane = laid.iter().find(|one| Some(one.at) == phase).map_or(0, |one| one.lane);
        y_of(lane) + height_of(lane) / 2
    };
    let bars = laid
        .iter()
        .filter_map(|one| Some(StripBar { bar: one.bar.view(scale)?, y: y_of(one.lane), height: height_of(one.lane) }));
    let end = points.iter().find(|(point, _)| point.state == PointState::End);
    let slack = end.and_then(|(point, phase)| point.slack(scale, middle_of(*phase) - HEIGHTS.0 / 2));
    Strip {
        height: base + HEIGHTS.0 + BELOW,
        base,
        bars: bars.collect(),
        points: diamonds(scale, points, middle_of),
        slack,
        below: below(scale, &laid),
        beside: laid
            .iter()
            .filter(|one| one.lane > 0)
            .filter_map(|one| beside(scale, one, &laid, &astray(scale, one, &laid, points), y_of(one.lane)))
            .collect(),
    }
}

/// The milestones in the lane of a phase that lie beside its bar, where its name may want to stand.
fn astray(scale: &Scale, one: &Laid<'_>, laid: &[Laid<'_>], points: &[(Point, Option<usize>)]) -> Vec<Extent> {
    let in_lane = |phase| laid.iter().any(|other| other.lane == one.lane && Some(other.at) == phase);
    let outside = |point: &Point| is_shown(scale, point) && !(one.from..=one.to).contains(&point.on);
    let beside = points.iter().filter(|(point, phase)| in_lane(*phase) && outside(point));
    beside.map(|(point, _)| diamond(scale, point)).collect()
}

fn height_of(lane: usize) -> usize {
    if lane == 0 { HEIGHTS.0 } else { HEIGHTS.1 }
}

fn lay<'n>(scale: &Scale, phases: &[Named<'n>]) -> Vec<Laid<'n>> {
    let dated = phases.iter().enumerate().filter_map(|(at, (bar, name))| {
        let (from, to) = bar.on(scale)?;
        Some(Laid { at, bar: *bar, name, from, to, lane: 0 })
    });
    let mut laid: Vec<Laid<'n>> = dated.collect();
    let found = lanes(&laid.iter().map(|one| (one.from, one.to)).collect::<Vec<_>>());
    laid.iter_mut().zip(found).for_each(|(one, lane)| one.lane = lane);
    laid.retain(|one| one.lane < MOST_LANES);
    laid
}

/// What everything leads to comes first, then what waits for the client, then what is to come, and what is over last.
fn diamonds(
    scale: &Scale,
    points: &[(Point, Option<usize>)],
    middle_of: impl Fn(Option<usize>) -> usize,
) -> Vec<StripPoint> {
    let mut shown: Vec<&(Point, Option<usize>)> = points.iter().filter(|(point, _)| is_shown(scale, point)).collect();
    shown.sort_by_key(|(point, _)| (point.state, point.on));
    let extents: Vec<Extent> = shown.iter().map(|(point, _)| diamond(scale, point)).collect();
    let fits = crowded(&extents);
    let mut views: Vec<_> = shown.iter().zip(fits).filter_map(|(one, fits)| Some((one, fits?))).collect();
    views.sort_by_key(|((point, _), _)| point.on);
    let view = |((point, phase), fits): (&&(Point, Option<usize>), i64)| StripPoint {
        x: scale.at(point.on).to_string(),
        y: middle_of(*phase),
        state: point.state.word(),
        fits,
    };
    views.into_iter().map(view).collect()
}

fn is_shown(scale: &Scale, point: &Point) -> bool {
    point.state != PointState::GivenUp && scale.has(point.on)
}

fn diamond(scale: &Scale, point: &Point) -> Extent {
    Extent { at: scale.at(point.on), offset: -DIAMOND, width: 2 * DIAMOND }
}

/// A name stands below its bar, and ends before the next bar of the lane begins: so it is clear whose it is.
fn below<'n>(scale: &Scale, laid: &[Laid<'n>]) -> Vec<LabelView<'n>> {
    let lowest = || laid.iter().filter(|one| one.lane == 0);
    let label = |one: &Laid<'n>| {
        let later = lowest().filter(|other| other.from > one.from).map(|other| Extent::edge(scale.at(other.from)));
        let fits = Extent::after(scale.at(one.from), NOTHING, one.name).inside(&later.collect::<Vec<_>>())?;
        Some(LabelView { text: one.name, x: scale.at(one.from).to_string(), y: 0, end: false, fits })
    };
    lowest().filter_map(label).collect()
}

/// A name stands behind its bar or before it, wherever there is room first, and on none of the `marks` beside it.
fn beside<'n>(scale: &Scale, one: &Laid<'n>, laid: &[Laid<'n>], marks: &[Extent], y: usize) -> Option<LabelView<'n>> {
    let others = || laid.iter().filter(|other| other.lane == one.lane && other.at != one.at);
    let later = others().filter(|other| one.to <= other.from).map(|other| Extent::edge(scale.at(other.from)));
    // Room between two bars of a lane belongs to the name of the earlier one, so that no two names meet in it.
    let behind = Extent::after(scale.at(one.to), BESIDE, one.name);
    let behind = behind.inside(&later.chain(marks.iter().copied()).collect::<Vec<_>>());
    let is_first = !others().any(|other| other.to <= one.from);
    let before = is_first.then(|| Extent::before(scale.at(one.from), BESIDE, one.name).inside(marks)).flatten();
    let end = before.is_some_and(|before| behind.is_none_or(|behind| before < behind));
    let (day, fits) = if end { (one.from, before?) } else { (one.to, behind?) };
    Some(LabelView { text: one.name, x: scale.at(day).to_string(), y: y + HEIGHTS.1 / 2 + FOOT, end, fits })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::timeline::plan::BarState;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn bar(start: &str, end: &str) -> Bar {
        Bar { start: Some(day(start)), end: Some(day(end)), state: BarState::ByDay }
    }

    fn point(on: &str, state: PointState) -> (Point, Option<usize>) {
        (Point { on: day(on), was: None, slack: 0, state }, None)
    }

    /// Text, place, side and width of names.
    fn names<'n>(labels: &[LabelView<'n>]) -> Vec<(&'n str, String, bool, i64)> {
        labels.iter().map(|one| (one.text, one.x.clone(), one.end, one.fits)).collect()
    }

    #[test]
    fn bars_lie_in_lanes_and_the_lowest_is_the_highest_bar() {
        let scale = Scale::exact(day("2026-09-07"), day("2027-03-22"));
        let phases = [
            (bar("2026-09-07", "2026-10-02"), "Discover"),
            (bar("2026-10-05", "2026-11-13"), "Design"),
            (bar("2026-11-02", "2026-12-18"), "Photos"),
        ];
        let strip = strip(&scale, &phases, &[]);
        assert_eq!((strip.height, strip.base), (49, 36));
        let bars = strip.bars.iter().map(|one| (one.bar.x.as_str(), one.bar.width.as_str(), one.y, one.height));
        let bars: Vec<_> = bars.collect();
        assert_eq!(bars, [("0%", "13.2%", 36, 10), ("14.21%", "20.31%", 36, 10), ("28.43%", "23.85%", 20, 8)]);
        assert_eq!(strip.beside[0].y, 28);
    }

    #[test]
    fn a_name_is_shown_where_it_ends_before_the_next_bar_begins() {
        let scale = Scale::exact(day("2026-01-01"), day("2026-12-31"));
        let phases = [
            (bar("2026-01-01", "2026-03-31"), "Discover"),
            (bar("2026-04-01", "2026-04-30"), "Inventarisatiewerkzaamheden"),
            (bar("2026-05-01", "2026-12-31"), "Bau"),
        ];
        let strip = strip(&scale, &phases, &[]);
        assert_eq!(
            names(&strip.below),
            [("Discover", "0%".to_owned(), false, 18), ("Bau", "32.88%".to_owned(), false, 0)]
        );
        assert_eq!(names(&strip.beside), []);
    }

    #[test]
    fn a_name_beside_a_bar_stands_where_there_is_room() {
        let scale = Scale::exact(day("2026-01-01"), day("2026-12-31"));
        let phases = [
            (bar("2026-01-01", "2026-12-31"), "All of it"),
            (bar("2026-10-01", "2026-12-31"), "Late"),
            (bar("2026-01-01", "2026-10-31"), "Early"),
            (bar("2026-01-01", "2026-12-31"), "The whole year"),
        ];
        let strip = strip(&scale, &phases, &[]);
        assert_eq!(
            names(&strip.beside),
            [("Late", "74.79%".to_owned(), true, 0), ("Early", "83.29%".to_owned(), false, 18)]
        );
    }

    #[test]
    fn a_name_beside_a_bar_stands_on_no_milestone_of_its_phase() {
        let scale = Scale::exact(day("2026-01-01"), day("2026-12-31"));
        let phases = [(bar("2026-01-01", "2026-12-31"), "All of it"), (bar("2026-05-01", "2026-05-31"), "Trial")];
        let with = |days: &[&str]| {
            let points: Vec<_> = days.iter().map(|on| (point(on, PointState::Open).0, Some(1))).collect();
            names(&strip(&scale, &phases, &points).beside)
        };
        let behind = |fits| [("Trial", "41.37%".to_owned(), false, fits)];
        let before = |fits| [("Trial", "32.88%".to_owned(), true, fits)];
        assert_eq!(with(&["2026-05-31"]), behind(0), "on its last day it lies on the bar");
        assert_eq!(with(&["2026-06-20"]), before(0), "a little behind it there is no room");
        assert_eq!(with(&["2026-10-01"]), behind(0), "far behind it there is");
        assert_eq!(with(&["2026-06-20", "2026-04-20"]), behind(64));
        assert_eq!(with(&["2026-06-05", "2026-04-20"]), []);
        // Nor on one of another phase in its lane.
        let phases = [phases[0], (bar("2026-02-01", "2026-02-10"), "Early"), phases[1]];
        let points = [(point("2026-06-20", PointState::Open).0, Some(1))];
        let early = ("Early", "11.23%".to_owned(), false, 14);
        assert_eq!(names(&strip(&scale, &phases, &points).beside), [&[early][..], &behind(64)].concat());
    }

    #[test]
    fn of_diamonds_that_would_touch_the_more_important_is_shown() {
        let scale = Scale::exact(day("2026-01-01"), day("2026-12-31"));
        let points = [
            point("2026-06-01", PointState::Open),
            point("2026-06-02", PointState::Waiting),
            point("2026-06-25", PointState::Reached),
            point("2026-09-01", PointState::GivenUp),
            point("2026-12-01", PointState::End),
        ];
        let shown: Vec<_> =
            strip(&scale, &[], &points).points.into_iter().map(|one| (one.state, one.y, one.fits)).collect();
        assert_eq!(shown, [("waiting", 25, 0), ("reached", 25, 18), ("end", 25, 0)]);
    }
}
