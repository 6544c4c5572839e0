//! What changed, and everything that happened, with its day.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::subject::Subject;
use crate::content::decision::{Decision, Effect, Status};
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
    /// A milestone moved.
    Moved(Moved<'p>),
    /// A decision has an effect, and moved no milestone.
    Decided(&'p Decision, &'p Effect),
}

/// A milestone that moved, and the decision behind it: one change, not two.
#[derive(Debug, Clone, Copy)]
pub struct Moved<'p> {
    /// What moved.
    pub milestone: &'p Milestone,
    /// The day that held before.
    pub from: NaiveDate,
    /// The new day, and why.
    pub by: &'p Move,
    /// The decision that moved it.
    pub decision: Option<&'p Decision>,
    /// What that decision costs beside the time. Of several milestones that it moved, the first to be told of has it, so
    /// that nobody adds it up twice.
    pub effect: Option<&'p Effect>,
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
    Approved(Subject<'p>),
    /// Something was given up.
    Dropped(Subject<'p>),
    /// A file of this day.
    File(&'p Asset),
    /// The project is over.
    Closed,
}

impl<'p> AudiencePortal<'p> {
    /// The changes of what was agreed, the newest first; those without a day come last. What was given up changes nothing
    /// any more.
    pub fn changes(&self) -> Vec<Change<'p>> {
        let mut moves = self.moves();
        moves.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
        let mut first: HashMap<&str, usize> = HashMap::new();
        for (at, (_, moved)) in moves.iter().enumerate() {
            moved.decision.map(|decision| first.entry(&decision.item.id.value).or_insert(at));
        }
        let holds = |one: &&Decision| one.status.value == Status::Accepted && one.item.dropped.is_none();
        let mut decided = Vec::new();
        for decision in self.decisions().iter().copied().filter(holds) {
            let Some(effect) = decision.effect.as_ref() else { continue };
            match first.get(decision.item.id.value.as_str()) {
                Some(at) => moves[*at].1.effect = Some(effect),
                None => decided.push(Change { on: decision.date, kind: ChangeKind::Decided(decision, effect) }),
            }
        }
        let moved = moves.into_iter().map(|(on, moved)| Change { on, kind: ChangeKind::Moved(moved) });
        let mut changes: Vec<Change<'p>> = moved.chain(decided).collect();
        changes.sort_by_key(|change| std::cmp::Reverse(change.on));
        changes
    }

    /// How the milestones moved that were not given up, each with the day on which it was said: the move's own, or the
    /// decision's.
    fn moves(&self) -> Vec<(Option<NaiveDate>, Moved<'p>)> {
        let mut moves = Vec::new();
        for milestone in self.milestones().iter().copied().filter(|one| one.item.dropped.is_none()) {
            let mut before = milestone.original();
            for by in &milestone.moves {
                let Some(from) = before.replace(by.to.value) else { continue };
                let decision = by.decision.as_ref().and_then(|of| self.decision(of));
                let on = by.on.or_else(|| decision?.date);
                moves.push((on, Moved { milestone, from, by, decision, effect: None }));
            }
        }
        moves
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
            add(given(decision.approval.as_ref()), EventKind::Approved(Subject::Decision(decision)));
        }
        for milestone in self.milestones().iter().copied() {
            add(milestone.done.on(), EventKind::Reached(milestone));
            add(given(milestone.approval.as_ref()), EventKind::Approved(Subject::Milestone(milestone)));
            milestone.moves.iter().for_each(|one| add(one.on, EventKind::Moved(milestone, one)));
        }
        for task in self.tasks() {
            add(task.done.on(), EventKind::TaskDone(task));
        }
        for doc in self.docs() {
            add(given(doc.approval.as_ref()), EventKind::Approved(Subject::Doc(doc)));
        }
        for (_, asset) in self.assets() {
            add(asset.attachment.date.filter(|_| asset.attachment.listed), EventKind::File(asset));
        }
        for subject in self.subjects() {
            let dropped = subject.item().dropped.as_ref();
            add(dropped.and_then(|dropped| Some(dropped.on.as_ref()?.value)), EventKind::Dropped(subject));
        }
        add(self.client().closed.as_ref().map(|closed| closed.on.value), EventKind::Closed);
        events.sort_by_key(|event| std::cmp::Reverse(event.on));
        events
    }

    /// What can be given up and has a day for it.
    fn subjects(&self) -> impl Iterator<Item = Subject<'p>> + '_ {
        let phases = self.phases().iter().copied().map(Subject::Phase);
        let plan = phases.chain(self.milestones().iter().copied().map(Subject::Milestone));
        let work = self.tasks().iter().copied().map(Subject::Task);
        let pages = self.decisions().iter().copied().map(Subject::Decision).chain(self.docs().map(Subject::Doc));
        plan.chain(work).chain(pages)
    }
}

/// The day on which it was agreed to.
pub(super) fn given(approval: Option<&crate::content::approval::Approval>) -> Option<NaiveDate> {
    approval?.on.as_ref().map(|day| day.value)
}
