//! What the client is asked for.

use chrono::NaiveDate;

use crate::content::approval::Approval;
use crate::content::decision::{Decision, Status};
use crate::content::doc::Doc;
use crate::content::item::Item;
use crate::content::milestone::Milestone;
use crate::content::person::Side;
use crate::content::task::Task;
use crate::portal::AudiencePortal;

/// Something the client is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'p> {
    /// What.
    pub kind: AskKind<'p>,
    /// By when.
    pub due: Option<NaiveDate>,
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
        let mut asks: Vec<Ask<'p>> = self.asked_tasks().chain(self.asked_decisions()).chain(self.approvals()).collect();
        asks.retain(|ask| ask.kind.item().dropped.is_none());
        asks.sort_by_key(|ask| (ask.due.is_none(), ask.due));
        asks
    }

    fn asked_tasks(&self) -> impl Iterator<Item = Ask<'p>> + '_ {
        let ours = |task: &Task| {
            let owner = task.owner.as_ref().and_then(|owner| self.person(owner));
            owner.is_some_and(|owner| owner.side == Side::Us)
        };
        let open = self.tasks().iter().copied().filter(move |task| !task.done.is_done() && !ours(task));
        open.map(|task| Ask { kind: AskKind::Task(task), due: task.due.as_ref().map(|due| due.value) })
    }

    fn asked_decisions(&self) -> impl Iterator<Item = Ask<'p>> + '_ {
        let proposed = self.decisions().iter().copied().filter(|one| one.status.value == Status::Proposed);
        proposed.map(|one| Ask {
            kind: AskKind::Decision(one),
            due: one.needed_by.as_ref().map(|day| day.value).or_else(|| until(one.approval.as_ref())),
        })
    }

    fn approvals(&self) -> impl Iterator<Item = Ask<'p>> + '_ {
        let milestones = self.milestones().iter().copied();
        let milestones = milestones.filter_map(|one| Some(AskKind::Milestone(one, waiting(one.approval.as_ref())?)));
        // A decision that is still to be made is asked for as such.
        let decided = self.decisions().iter().copied().filter(|one| one.status.value == Status::Accepted);
        let decisions = decided.filter_map(|one| Some(AskKind::DecisionApproval(one, waiting(one.approval.as_ref())?)));
        let docs = self.docs().filter_map(|one| Some(AskKind::Doc(one, waiting(one.approval.as_ref())?)));
        milestones.chain(decisions).chain(docs).map(|kind| Ask { kind, due: due(kind) })
    }
}

fn waiting(approval: Option<&Approval>) -> Option<&Approval> {
    approval.filter(|approval| approval.waits())
}

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
