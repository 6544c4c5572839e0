//! What the client is asked for.

use chrono::NaiveDate;

use crate::content::approval::Approval;
use crate::content::decision::{Decision, Status};
use crate::content::doc::Doc;
use crate::content::item::Item;
use crate::content::milestone::Milestone;
use crate::content::person::Side;
use crate::content::reference::Reference;
use crate::content::task::Task;
use crate::portal::AudiencePortal;

/// Something the client is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'p> {
    /// What.
    pub kind: AskKind<'p>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether something else must be done first: then nobody waits for the client yet.
    pub blocked: bool,
}

/// What the client is asked for.
#[derive(Debug, Clone, Copy)]
pub enum AskKind<'p> {
    /// To do something.
    Task(&'p Task),
    /// To decide something.
    Decision(&'p Decision),
    /// To agree to a milestone.
    Milestone(&'p Milestone, &'p Approval),
    /// To agree to what was decided.
    DecisionApproval(&'p Decision, &'p Approval),
    /// To agree to a document.
    Doc(&'p Doc, &'p Approval),
}

impl<'p> AskKind<'p> {
    /// What must be done before it.
    pub fn needs(self) -> &'p [Reference] {
        match self {
            AskKind::Task(task) => &task.needs,
            AskKind::Milestone(milestone, _) => &milestone.needs,
            AskKind::Decision(_) | AskKind::DecisionApproval(..) | AskKind::Doc(..) => &[],
        }
    }

    /// The item itself.
    pub fn item(self) -> &'p Item {
        match self {
            AskKind::Task(task) => &task.item,
            AskKind::Decision(decision) | AskKind::DecisionApproval(decision, _) => &decision.item,
            AskKind::Milestone(milestone, _) => &milestone.item,
            AskKind::Doc(doc, _) => &doc.item,
        }
    }
}

impl<'p> AudiencePortal<'p> {
    /// Everything that waits for the client, the most urgent first; what has no day comes last.
    pub fn asks(&self) -> Vec<Ask<'p>> {
        if self.client().closed.is_some() {
            return Vec::new();
        }
        let asked = self.asked_tasks().chain(self.asked_decisions()).chain(self.approvals());
        let asked = asked.filter(|(kind, _)| kind.item().dropped.is_none());
        let asks =
            asked.map(|(kind, due)| Ask { kind, due, blocked: kind.needs().iter().any(|need| self.is_open(need)) });
        let mut asks: Vec<Ask<'p>> = asks.collect();
        asks.sort_by_key(|ask| (ask.due.is_none(), ask.due));
        asks
    }

    /// Whether something that must be done first is still to be done: what was given up is waited for no more.
    pub fn is_open(&self, need: &Reference) -> bool {
        let open = |item: &Item, done: bool| !done && item.dropped.is_none();
        let milestone = self.milestone(need).map(|one| open(&one.item, one.done.is_done()));
        let task = || self.task(need).map(|one| open(&one.item, one.done.is_done()));
        let decision = || {
            let undecided =
                |one: &Decision| matches!(one.status.value, Status::Draft | Status::Proposed | Status::OnHold);
            self.decision(need).map(|one| open(&one.item, !undecided(one)))
        };
        milestone.or_else(task).or_else(decision).unwrap_or(false)
    }

    /// Whether somebody who is named is one of the agency's own people.
    pub fn is_ours(&self, person: &Reference) -> bool {
        self.person(person).is_some_and(|person| person.side == Side::Us)
    }

    /// Whether an agreement is the client's: not one that the agency's own people give each other.
    pub fn is_clients(&self, approval: &Approval) -> bool {
        !approval.by.as_ref().is_some_and(|by| self.is_ours(by))
    }

    /// Whether the client is asked for an agreement. Nothing is asked for once the project is over.
    pub fn waits_for(&self, approval: &Approval) -> bool {
        approval.waits() && self.is_clients(approval) && self.client().closed.is_none()
    }

    fn asked_tasks(&self) -> impl Iterator<Item = Asked<'p>> + '_ {
        let ours = |task: &Task| task.owner.as_ref().is_some_and(|owner| self.is_ours(owner));
        let open = self.tasks().iter().copied().filter(move |task| !task.done.is_done() && !ours(task));
        open.map(|task| (AskKind::Task(task), task.due.as_ref().map(|due| due.value)))
    }

    /// What the agency's own people decide alone is nothing to ask the client for.
    fn asked_decisions(&self) -> impl Iterator<Item = Asked<'p>> + '_ {
        let ours = |one: &Decision| !one.makers.is_empty() && one.makers.iter().all(|maker| self.is_ours(maker));
        let proposed = self.decisions().iter().copied().filter(|one| one.status.value == Status::Proposed);
        proposed.filter(move |one| !ours(one)).map(|one| {
            let due = one.needed_by.as_ref().map(|day| day.value).or_else(|| until(one.approval.as_ref()));
            (AskKind::Decision(one), due)
        })
    }

    fn approvals(&self) -> impl Iterator<Item = Asked<'p>> + '_ {
        let waiting = |approval: Option<&'p Approval>| approval.filter(|approval| self.waits_for(approval));
        let milestones = self.milestones().iter().copied();
        let milestones =
            milestones.filter_map(move |one| Some(AskKind::Milestone(one, waiting(one.approval.as_ref())?)));
        // A decision that is still to be made is asked for as such.
        let decided = self.decisions().iter().copied().filter(|one| one.status.value == Status::Accepted);
        let decisions =
            decided.filter_map(move |one| Some(AskKind::DecisionApproval(one, waiting(one.approval.as_ref())?)));
        let docs = self.docs().filter_map(move |one| Some(AskKind::Doc(one, waiting(one.approval.as_ref())?)));
        milestones.chain(decisions).chain(docs).map(|kind| (kind, due(kind)))
    }
}

/// What is asked for, and by when.
type Asked<'p> = (AskKind<'p>, Option<NaiveDate>);

fn until(approval: Option<&Approval>) -> Option<NaiveDate> {
    approval?.until.as_ref().map(|day| day.value)
}

/// An approval of a milestone without a day of its own is needed by the milestone's.
fn due(kind: AskKind<'_>) -> Option<NaiveDate> {
    match kind {
        AskKind::Milestone(milestone, approval) => until(Some(approval)).or_else(|| milestone.current()),
        AskKind::DecisionApproval(_, approval) | AskKind::Doc(_, approval) => until(Some(approval)),
        AskKind::Task(_) | AskKind::Decision(_) => None,
    }
}
