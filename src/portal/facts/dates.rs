//! The dates that a client looks for first.

use chrono::NaiveDate;

use crate::content::milestone::{Milestone, MilestoneKind};
use crate::portal::AudiencePortal;

impl<'p> AudiencePortal<'p> {
    /// The newest day that anything is said to have happened on: how far the portal can be relied on.
    pub fn as_of(&self) -> Option<NaiveDate> {
        self.events().into_iter().map(|event| event.on).max()
    }

    /// The milestone that is reached next: of those that are open, the one with the earliest day.
    pub fn next_milestone(&self) -> Option<&'p Milestone> {
        self.open_milestones().min_by_key(|milestone| milestone.current())
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

    /// The milestones that are neither reached nor given up and have a day.
    fn open_milestones(&self) -> impl Iterator<Item = &'p Milestone> + '_ {
        let open = |one: &&Milestone| !one.done.is_done() && one.item.dropped.is_none() && one.due.is_some();
        self.milestones().iter().copied().filter(open)
    }
}
