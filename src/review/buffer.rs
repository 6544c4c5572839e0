//! Days kept free before everybody looks.

use crate::check;
use crate::content::milestone::MilestoneKind;
use crate::diagnostic::Diagnostics;
use crate::portal::Portal;

/// A going live has some.
pub(super) fn review(portal: &Portal, found: &mut Diagnostics) {
    if portal.client().closed.is_some() {
        return;
    }
    let live = portal.milestones().iter().filter(|one| one.kind == Some(MilestoneKind::GoLive));
    let open = live.filter(|one| !one.done.is_done() && one.item.dropped.is_none());
    for milestone in open.filter(|one| one.buffer_days.unwrap_or(0) == 0) {
        let message = format!("no day is kept free after `{}`", milestone.item.title.value);
        let help = "add `buffer_days:` with the days that may go wrong before anybody is disappointed";
        found.push(check::GO_LIVE_WITHOUT_BUFFER.at(milestone.item.place(), message).help(help));
    }
}
