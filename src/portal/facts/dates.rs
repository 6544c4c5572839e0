//! The dates that a client looks for first.

use crate::content::milestone::{Milestone, MilestoneKind};
use crate::portal::AudiencePortal;

impl<'p> AudiencePortal<'p> {
    /// The milestone that is reached next: of those that are open, the one with the earliest day.
    pub fn next_milestone(&self) -> Option<&'p Milestone> {
        self.open_milestones().into_iter().next()
    }

    /// The milestone that was reached last.
    pub fn last_reached(&self) -> Option<&'p Milestone> {
        let reached = self.milestones().iter().copied().filter(|one| one.done.is_done() && one.item.dropped.is_none());
        reached.max_by_key(|milestone| milestone.done.on().or(milestone.current()))
    }

    /// The milestone that everything leads to: the last going live, or the last of all.
    pub fn end_milestone(&self) -> Option<&'p Milestone> {
        let dated = || self.milestones().iter().copied().filter(|one| one.item.dropped.is_none() && one.due.is_some());
        let live = dated().filter(|one| one.kind == Some(MilestoneKind::GoLive)).max_by_key(|one| one.current());
        live.or_else(|| dated().max_by_key(|one| one.current()))
    }

    /// The milestones that are neither reached nor given up and have a day, in the order of their days.
    pub fn open_milestones(&self) -> Vec<&'p Milestone> {
        let open = |one: &&Milestone| !one.done.is_done() && one.item.dropped.is_none() && one.due.is_some();
        let mut milestones: Vec<&'p Milestone> = self.milestones().iter().copied().filter(open).collect();
        milestones.sort_by_key(|milestone| milestone.current());
        milestones
    }
}
