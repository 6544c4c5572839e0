//! The timeline: where phases and milestones lie on one scale, and which labels have room.
//!
//! Made of what an audience may see, and without knowing the day: what depends on it (today's line, what is under way, how
//! far a bar is filled) is left to `timeline.js`.

mod labels;
mod lanes;
mod plan;
mod scale;
mod strip;

use chrono::{Datelike, NaiveDate};

use super::site::Site;
use super::view::timeline::{ScaleView, StripPhase, StripView, TimelineView};
use crate::content::health::Health;
use crate::content::milestone::Milestone;
use crate::content::phase::{Phase, PhaseStatus};
use crate::portal::facts::{PhaseDates, PhaseState};

pub(super) use plan::{Bar, BarState, Point, PointState};
pub(super) use scale::Scale;

impl<'s> Site<'s> {
    /// The scale of the roadmap: the whole months that have anything in them. None where nothing has a day.
    pub(super) fn roadmap_scale(&self) -> Option<Scale> {
        let (first, last) = self.timeline_days()?;
        Some(Scale::months(first, last))
    }

    /// The timeline of the roadmap, without its rows.
    pub(super) fn timeline(&self, scale: &Scale) -> TimelineView {
        TimelineView { scale: self.scale(scale), legend: self.legend(scale) }
    }

    /// The timeline in short; none where nothing has a day.
    pub(super) fn strip(&'s self) -> Option<StripView<'s>> {
        let (first, last) = self.timeline_days()?;
        let scale = Scale::exact(first, last);
        let phases: Vec<_> = self.bars().map(|(phase, bar)| (bar, phase.item.title.value.as_str())).collect();
        let number = |milestone: &Milestone| {
            let in_phase =
                |phase: &&Phase| self.portal.milestones_of(phase).iter().any(|one| std::ptr::eq(*one, milestone));
            self.portal.phases().iter().position(in_phase)
        };
        let milestones = self.portal.milestones().iter();
        let points: Vec<_> = milestones.filter_map(|one| Some((self.point(one)?, number(one)))).collect();
        let strip = strip::strip(&scale, &phases, &points);
        let dates = self.portal.phase_dates();
        let named = self.portal.phases().iter().zip(dates);
        Some(StripView {
            scale: self.scale(&scale),
            range: self.formats.range(first, last),
            height: strip.height,
            base: strip.base,
            bars: strip.bars,
            points: strip.points,
            slack: strip.slack,
            below: strip.below,
            beside: strip.beside,
            phases: named.map(|(phase, dates)| self.phase_in_short(phase, dates)).collect(),
        })
    }

    /// How far a phase is. What began before the project was over is over, too.
    pub(super) fn bar_state(&self, phase: &Phase, dates: PhaseDates) -> BarState {
        if phase.item.dropped.is_some() {
            return BarState::Dropped;
        }
        let closed = self.portal.client().closed.as_ref().map(|closed| closed.on.value);
        // Of some phases only the end is known.
        let begun = |closed| dates.start.or(dates.end).is_some_and(|day| day <= closed);
        match (self.portal.phase_state(phase), dates.start, closed) {
            (PhaseState::Known(PhaseStatus::Done), _, _) => BarState::Done,
            (PhaseState::Known(PhaseStatus::Active), _, None) => BarState::Active,
            (PhaseState::Known(PhaseStatus::Active), _, Some(_)) => BarState::Done,
            (PhaseState::Known(PhaseStatus::Planned), _, _) => BarState::Planned,
            (PhaseState::Known(PhaseStatus::Paused), _, _) => BarState::Paused,
            (PhaseState::FromItsStart, _, Some(closed)) if begun(closed) => BarState::Done,
            (PhaseState::FromItsStart, Some(_), None) => BarState::ByDay,
            (PhaseState::FromItsStart, _, _) => BarState::Planned,
        }
    }

    /// When a phase is. What was given up takes place on no other day than it says itself.
    pub(super) fn own_days(phase: &Phase, dates: PhaseDates) -> PhaseDates {
        match phase.item.dropped {
            Some(_) => PhaseDates {
                start: phase.start.as_ref().map(|day| day.value),
                end: phase.end.as_ref().map(|day| day.value),
            },
            None => dates,
        }
    }

    /// A phase on a timeline.
    pub(super) fn bar(&self, phase: &Phase, dates: PhaseDates) -> Bar {
        let PhaseDates { start, end } = Site::own_days(phase, dates);
        Bar { start, end, state: self.bar_state(phase, dates) }
    }

    /// A milestone on a timeline: on the day on which it was reached, or else on the one that holds. None where it has none.
    pub(super) fn point(&self, milestone: &Milestone) -> Option<Point> {
        let current = milestone.current();
        let is_end = || self.portal.end_milestone().is_some_and(|end| std::ptr::eq(end, milestone));
        let state = match () {
            () if milestone.item.dropped.is_some() => PointState::GivenUp,
            () if milestone.done.is_done() => PointState::Reached,
            () if self.asks_for(milestone.approval.as_ref()) => PointState::Waiting,
            () if is_end() => PointState::End,
            () => PointState::Open,
        };
        let reached = milestone.done.on().filter(|_| state == PointState::Reached);
        let was = milestone.original().filter(|original| current != Some(*original) && state != PointState::GivenUp);
        let slack = milestone.buffer_days.map_or(0, i64::from);
        Some(Point { on: reached.or(current)?, was, slack, state })
    }

    fn bars(&self) -> impl Iterator<Item = (&'s Phase, Bar)> {
        let dates = self.portal.phase_dates();
        self.portal.phases().iter().zip(dates).map(|(phase, dates)| (*phase, self.bar(phase, dates)))
    }

    fn points(&self) -> impl Iterator<Item = Point> {
        self.portal.milestones().iter().filter_map(|milestone| self.point(milestone))
    }

    fn timeline_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let bars: Vec<Bar> = self.bars().map(|(_, bar)| bar).collect();
        plan::days(&bars, &self.points().collect::<Vec<_>>())
    }

    fn scale(&self, scale: &Scale) -> ScaleView {
        let open = self.portal.client().closed.is_none();
        let state = self.portal.state().filter(|state| open && state.health != Health::OnTrack);
        ScaleView {
            first: scale.first.to_string(),
            days: scale.days,
            open,
            health: state.map(|state| state.health.word()),
            ticks: plan::ticks(scale, |day| self.formats.month(day), |day| day.year().to_string()),
        }
    }

    /// What is in the picture, or may be on some day.
    fn legend(&self, scale: &Scale) -> Vec<&'static str> {
        let bars: Vec<BarState> =
            self.bars().filter(|(_, bar)| bar.on(scale).is_some()).map(|(_, bar)| bar.state).collect();
        let points: Vec<Point> = self.points().filter(|point| scale.has(point.on)).collect();
        let bar = |state| bars.contains(&state);
        let point = |state| points.iter().any(|point| point.state == state);
        let known = [
            ("done", bar(BarState::Done)),
            ("active", bar(BarState::Active) || bar(BarState::ByDay)),
            ("planned", bar(BarState::Planned) || bar(BarState::ByDay)),
            ("paused", bar(BarState::Paused)),
            ("dropped", bar(BarState::Dropped)),
            ("reached", point(PointState::Reached)),
            ("open", point(PointState::Open)),
            ("waiting", point(PointState::Waiting)),
            ("end", point(PointState::End)),
            ("given-up", point(PointState::GivenUp)),
            ("was", points.iter().any(|point| point.was.is_some())),
            ("slack", points.iter().any(|point| point.slack(scale, 0).is_some())),
        ];
        known.into_iter().filter(|(_, is_there)| *is_there).map(|(word, _)| word).collect()
    }

    fn phase_in_short<'i>(&self, phase: &'i Phase, dates: PhaseDates) -> StripPhase<'i> {
        StripPhase {
            title: &phase.item.title.value,
            range: self.range(Site::own_days(phase, dates)),
            state: self.bar_state(phase, dates).word(),
            start: dates.start.map(|day| self.date(day)),
        }
    }
}
