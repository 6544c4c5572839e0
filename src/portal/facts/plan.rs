//! Phases: when they are, and how far.

use chrono::NaiveDate;

use crate::content::milestone::Milestone;
use crate::content::phase::{Phase, PhaseStatus};
use crate::portal::AudiencePortal;

/// When a phase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PhaseDates {
    /// The first day: the phase's own, or the day after the phase before it ends, or that of its first milestone.
    pub start: Option<NaiveDate>,
    /// The last day: the phase's own, or that of its last milestone. Never before the first.
    pub end: Option<NaiveDate>,
}

/// How far a phase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhaseState {
    /// What the content says, or what follows from its milestones.
    Known(PhaseStatus),
    /// Planned until its first day and active from then on: the browser knows which.
    FromItsStart,
}

impl<'p> AudiencePortal<'p> {
    /// The milestones that belong to no phase.
    pub fn milestones_without_phase(&self) -> Vec<&'p Milestone> {
        self.milestones().iter().copied().filter(|one| one.phase.is_none()).collect()
    }

    /// When each phase is, in their order.
    pub fn phase_dates(&self) -> Vec<PhaseDates> {
        let mut before: Option<NaiveDate> = None;
        let dates = self.phases().iter().map(|phase| {
            let milestones = self.milestones_of(phase);
            let days = || milestones.iter().filter(|one| one.item.dropped.is_none()).filter_map(|one| one.current());
            let own = |date: &Option<crate::yaml::Located<NaiveDate>>| date.as_ref().map(|date| date.value);
            let begins = own(&phase.start);
            let last = days().max().filter(|last| begins.is_none_or(|begins| begins <= *last));
            let end = own(&phase.end).or(last);
            let fits = |day: &NaiveDate| end.is_none_or(|end| *day <= end);
            let follows = before.and_then(|day| day.succ_opt()).filter(fits);
            let start = begins.or(follows).or_else(|| days().min().filter(fits));
            // A phase that was given up puts off none that comes after it.
            before = end.filter(|_| phase.item.dropped.is_none()).or(before);
            PhaseDates { start, end }
        });
        dates.collect()
    }

    /// How far a phase is: what it says itself, or done once all its milestones are.
    pub fn phase_state(&self, phase: &Phase) -> PhaseState {
        if let Some(status) = phase.status {
            return PhaseState::Known(status);
        }
        let counted: Vec<_> = self.milestones_of(phase).iter().filter(|one| one.item.dropped.is_none()).collect();
        match !counted.is_empty() && counted.iter().all(|one| one.done.is_done()) {
            true => PhaseState::Known(PhaseStatus::Done),
            false => PhaseState::FromItsStart,
        }
    }
}
