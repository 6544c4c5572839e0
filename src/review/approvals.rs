//! Agreements that are waited for.

use crate::check;
use crate::content::approval::Approval;
use crate::content::decision::{Decision, Status};
use crate::content::item::Item;
use crate::diagnostic::Diagnostics;
use crate::portal::Portal;

/// Each says by when it is needed.
pub(super) fn review(portal: &Portal, found: &mut Diagnostics) {
    if portal.client().closed.is_some() {
        return;
    }
    let milestones = portal.milestones().iter().map(|one| (&one.item, &one.approval));
    // What is still to be decided has its day in `needed_by`, and nobody agrees to what was given up.
    let asked = |one: &&Decision| match &one.status.value {
        Status::Proposed => one.needed_by.is_none(),
        status => *status == Status::Accepted,
    };
    let decisions = portal.decisions().iter().filter(asked).map(|one| (&one.item, &one.approval));
    let docs = portal.docs().iter().filter(|one| !one.shared).map(|one| (&one.item, &one.approval));
    for (item, approval) in milestones.chain(decisions).chain(docs) {
        if let Some(approval) = approval.as_ref().filter(|approval| is_open_ended(item, approval)) {
            let message = format!("the agreement to `{}` is waited for, and nothing says until when", item.title.value);
            let help = "add `until:` with the day by which you need it";
            found.push(check::APPROVAL_WITHOUT_UNTIL.at(item.file.place(approval.span), message).help(help));
        }
    }
}

fn is_open_ended(item: &Item, approval: &Approval) -> bool {
    approval.waits() && approval.until.is_none() && item.dropped.is_none() && !item.draft
}
