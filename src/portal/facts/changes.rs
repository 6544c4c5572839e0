//! What changed, and everything that happened, with its day.

use chrono::NaiveDate;

use crate::content::decision::{Decision, Effect, Status};
use crate::content::doc::Doc;
use crate::content::item::Item;
use crate::content::milestone::{Milestone, Move};
use crate::content::task::Task;
use crate::content::update::Update;
use crate::portal::{Asset, AudiencePortal};

/// A change of what was agreed: a date that moved, or a decision that costs time or money.
#[derive(Debug, Clone, Copy)]
pub struct Change<'p> {
    /// When it was said, where that is known.
    pub on: Option<NaiveDate>,
    /// What.
    pub kind: ChangeKind<'p>,
}

/// What changed.
#[derive(Debug, Clone, Copy)]
pub enum ChangeKind<'p> {
    /// A milestone moved, from this day.
    Moved(&'p Milestone, &'p Move, NaiveDate),
    /// A decision has an effect.
    Decided(&'p Decision, &'p Effect),
}

/// Something that happened on a day.
#[derive(Debug, Clone, Copy)]
pub struct Event<'p> {
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub kind: EventKind<'p>,
}

/// What happened.
#[derive(Debug, Clone, Copy)]
pub enum EventKind<'p> {
    /// An update.
    Update(&'p Update),
    /// A decision was made, proposed, put off.
    Decision(&'p Decision),
    /// A milestone was reached.
    Reached(&'p Milestone),
    /// A milestone moved.
    Moved(&'p Milestone, &'p Move),
    /// A task was done.
    TaskDone(&'p Task),
    /// The client agreed to something.
    Approved(&'p Item),
    /// Something was given up.
    Dropped(&'p Item),
    /// A file of this day.
    File(&'p Asset),
    /// The project is over.
    Closed,
}

impl<'p> AudiencePortal<'p> {
    /// The changes of what was agreed, the newest first; those without a day come last. What was given up changes nothing
    /// any more.
    pub fn changes(&self) -> Vec<Change<'p>> {
        let kept = self.milestones().iter().copied().filter(|one| one.item.dropped.is_none());
        let moved = kept.flat_map(|milestone| {
            let mut before = milestone.original();
            milestone.moves.iter().filter_map(move |one| {
                let from = before.replace(one.to.value)?;
                let on = one.on;
                Some(Change { on, kind: ChangeKind::Moved(milestone, one, from) })
            })
        });
        let decided = self.decisions().iter().copied().filter(|one| one.status.value == Status::Accepted);
        let decided = decided
            .filter(|one| one.item.dropped.is_none())
            .filter_map(|one| Some(Change { on: one.date, kind: ChangeKind::Decided(one, one.effect.as_ref()?) }));
        let mut changes: Vec<Change<'p>> = moved.chain(decided).collect();
        changes.sort_by_key(|change| std::cmp::Reverse(change.on));
        changes
    }

    /// Everything that happened on a day that is known, the newest first.
    pub fn events(&self) -> Vec<Event<'p>> {
        let mut events: Vec<Event<'p>> = Vec::new();
        let mut add = |on: Option<NaiveDate>, kind: EventKind<'p>| events.extend(on.map(|on| Event { on, kind }));
        for update in self.updates() {
            add(Some(update.on), EventKind::Update(update));
        }
        for decision in self.decisions() {
            add(decision.date, EventKind::Decision(decision));
            add(given(decision.approval.as_ref()), EventKind::Approved(&decision.item));
        }
        for milestone in self.milestones().iter().copied() {
            add(milestone.done.on(), EventKind::Reached(milestone));
            add(given(milestone.approval.as_ref()), EventKind::Approved(&milestone.item));
            milestone.moves.iter().for_each(|one| add(one.on, EventKind::Moved(milestone, one)));
        }
        for task in self.tasks() {
            add(task.done.on(), EventKind::TaskDone(task));
        }
        for doc in self.docs() {
            add(given(doc.approval.as_ref()), EventKind::Approved(&doc.item));
        }
        for (_, asset) in self.assets() {
            add(asset.attachment.date.filter(|_| asset.attachment.listed), EventKind::File(asset));
        }
        for item in self.items() {
            add(item.dropped.as_ref().and_then(|dropped| dropped.on), EventKind::Dropped(item));
        }
        add(self.client().closed.as_ref().map(|closed| closed.on), EventKind::Closed);
        events.sort_by_key(|event| std::cmp::Reverse(event.on));
        events
    }

    /// What can be given up and has a day for it.
    fn items(&self) -> impl Iterator<Item = &'p Item> + '_ {
        let plan = self.phases().iter().map(|one| &one.item).chain(self.milestones().iter().map(|one| &one.item));
        let work = self.tasks().iter().map(|one| &one.item).chain(self.decisions().iter().map(|one| &one.item));
        plan.chain(work).chain(self.docs().map(|one: &Doc| &one.item))
    }
}

fn given(approval: Option<&crate::content::approval::Approval>) -> Option<NaiveDate> {
    approval?.on.as_ref().map(|day| day.value)
}
