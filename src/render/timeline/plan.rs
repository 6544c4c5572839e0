//! Phases and milestones as far as a timeline shows them: days and states, without words.

use chrono::{Datelike, Days, NaiveDate};

use super::labels::{Extent, placed};
use super::scale::{Scale, Share};
use crate::render::view::timeline::{BarView, PointView, SlackView, TickView};

/// How far a phase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum BarState {
    Done,
    Active,
    Planned,
    Paused,
    Dropped,
    /// Planned until its first day, and active from then on.
    ByDay,
}

/// A phase that has a day.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct Bar {
    pub(in crate::render) start: Option<NaiveDate>,
    pub(in crate::render) end: Option<NaiveDate>,
    pub(in crate::render) state: BarState,
}

/// How far a milestone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) enum PointState {
    /// Open, and what everything leads to.
    End,
    Waiting,
    Open,
    Reached,
    GivenUp,
}

/// A milestone that has a day.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct Point {
    pub(in crate::render) on: NaiveDate,
    /// The day that was promised first, where it is another.
    pub(in crate::render) was: Option<NaiveDate>,
    /// How many days behind it are kept free.
    pub(in crate::render) slack: i64,
    pub(in crate::render) state: PointState,
}

impl BarState {
    /// The word in class names; none where it depends on the day.
    pub(in crate::render) fn word(self) -> Option<&'static str> {
        match self {
            BarState::Done => Some("done"),
            BarState::Active => Some("active"),
            BarState::Planned => Some("planned"),
            BarState::Paused => Some("paused"),
            BarState::Dropped => Some("dropped"),
            BarState::ByDay => None,
        }
    }

    fn may_be_under_way(self) -> bool {
        matches!(self, BarState::Active | BarState::ByDay)
    }
}

impl PointState {
    /// The word in class names.
    pub(in crate::render) fn word(self) -> &'static str {
        match self {
            PointState::End => "end",
            PointState::Waiting => "waiting",
            PointState::Open => "open",
            PointState::Reached => "reached",
            PointState::GivenUp => "given-up",
        }
    }
}

/// The first and the last day of all that holds: what was given up stretches no scale. A phase of which only one end is
/// known has some room beside it.
pub(super) fn days(bars: &[Bar], points: &[Point]) -> Option<(NaiveDate, NaiveDate)> {
    let room = Days::new(30);
    let held = bars.iter().filter(|bar| bar.state != BarState::Dropped);
    let ends = held.flat_map(|bar| match (bar.start, bar.end) {
        (Some(start), None) => [Some(start), start.checked_add_days(room)],
        (None, Some(end)) => [end.checked_sub_days(room), Some(end)],
        ends => [ends.0, ends.1],
    });
    let held = points.iter().filter(|point| point.state != PointState::GivenUp);
    let marks = held.flat_map(|point| [Some(point.on), point.was, point.free_until()]);
    let all: Vec<NaiveDate> = ends.chain(marks).flatten().collect();
    Some((*all.iter().min()?, *all.iter().max()?))
}

impl Bar {
    /// From its first day to the one behind its last, on a scale: up to its edge where an end is not known. None where it
    /// has no day, or lies outside.
    pub(super) fn on(&self, scale: &Scale) -> Option<(NaiveDate, NaiveDate)> {
        if self.start.is_none() && self.end.is_none() {
            return None;
        }
        let start = self.start.unwrap_or(scale.first).max(scale.first);
        let end = self.end.and_then(|end| end.succ_opt()).unwrap_or(scale.end()).min(scale.end());
        (start < end).then_some((start, end))
    }

    pub(in crate::render) fn view(&self, scale: &Scale) -> Option<BarView> {
        let (start, end) = self.on(scale)?;
        Some(BarView {
            x: scale.at(start).to_string(),
            width: Share(scale.at(end).0 - scale.at(start).0).to_string(),
            state: self.state.word(),
            begins: self.state.may_be_under_way().then(|| start.to_string()),
        })
    }
}

impl Point {
    /// The last day that is kept free behind it. Of what is reached or given up, none is.
    fn free_until(&self) -> Option<NaiveDate> {
        let open = !matches!(self.state, PointState::Reached | PointState::GivenUp);
        let slack = u64::try_from(self.slack).ok().filter(|slack| open && *slack > 0)?;
        self.on.checked_add_days(Days::new(slack))
    }

    pub(super) fn slack(&self, scale: &Scale, y: usize) -> Option<SlackView> {
        self.free_until()?;
        Some(SlackView { x: scale.at(self.on).to_string(), width: scale.of(self.slack).to_string(), y })
    }

    pub(in crate::render) fn view(&self, scale: &Scale) -> Option<PointView> {
        scale.has(self.on).then(|| PointView {
            x: scale.at(self.on).to_string(),
            state: self.state.word(),
            was: self.was.filter(|was| scale.has(*was)).map(|was| scale.at(was).to_string()),
            slack: self.slack(scale, 0),
        })
    }
}

/// The lines of a scale with their labels: years first, then the quarters, then the months between, as far as there is
/// room. `month` and `year` say what they are called.
pub(super) fn ticks(
    scale: &Scale,
    month: impl Fn(NaiveDate) -> String,
    year: impl Fn(NaiveDate) -> String,
) -> Vec<TickView> {
    let ticks = scale.ticks();
    let has_january = ticks.iter().any(|tick| tick.on.month() == 1);
    let mut labels: Vec<Label> = Vec::new();
    for (at, tick) in ticks.iter().enumerate() {
        let name = if tick.year_only { year(tick.on) } else { month(tick.on) };
        let under = !tick.year_only && if has_january { tick.on.month() == 1 } else { at == 0 };
        let under = under.then(|| year(tick.on));
        let extent = |text: &str| Extent::after(scale.at(tick.on), LABEL_OFFSET, text);
        let wider = under.iter().map(|text| extent(text)).fold(extent(&name), |one, other| one.wider(other));
        let rank = match tick.on.month() {
            1 if !tick.year_only => Rank::Year,
            4 | 7 | 10 => Rank::Quarter,
            _ => Rank::Other,
        };
        let view = TickView { x: scale.at(tick.on).to_string(), label: Some(name), year: under, fits: 0 };
        labels.push(Label { rank, extent: wider, view });
    }
    fit(&mut labels);
    labels.into_iter().map(|label| label.view).collect()
}

/// What is shown first where there is not room for all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Year,
    Quarter,
    Other,
}

struct Label {
    rank: Rank,
    extent: Extent,
    view: TickView,
}

/// All labels of a rank are shown from the same width on, so that no month is missing among others; but for one that would
/// cross the edge.
fn fit(labels: &mut [Label]) {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|at| labels[*at].rank);
    let extents: Vec<Extent> = order.iter().map(|at| labels[*at].extent).collect();
    let fits: Vec<_> = order.iter().copied().zip(placed(&extents, |one, others| one.beside(others))).collect();
    for (at, fit) in &fits {
        let rank = labels[*at].rank;
        let of_rank = fits.iter().filter(|(other, _)| labels[*other].rank == rank).filter_map(|(_, fits)| *fits).max();
        let shown = fit.and(of_rank).zip(labels[*at].extent.inside(&[]));
        let view = &mut labels[*at].view;
        match shown {
            Some((of_rank, own)) => view.fits = of_rank.max(own),
            None => (view.label, view.year) = (None, None),
        }
    }
}

/// How far from its line a label begins, in hundredths of a rem: 4 px.
const LABEL_OFFSET: i64 = 25;
