//! Whether the client knows whom to turn to.

use chrono::NaiveDate;

use crate::check::{self, Check};
use crate::content::person::{Person, Side};
use crate::diagnostic::Diagnostics;
use crate::names::AudienceId;
use crate::portal::Portal;

/// Somebody to turn to, and somebody who stands in. Who is still to leave can be turned to.
pub(super) fn review(portal: &Portal, today: NaiveDate, found: &mut Diagnostics) {
    let Some(file) = portal.people_file().filter(|_| portal.client().closed.is_none()) else { return };
    let everybody = AudienceId::client();
    let seen = |person: &&Person| person.item.audience.includes(&everybody) && !person.left.is_done_by(Some(today));
    let ours = || portal.people().iter().filter(|person| person.side == Side::Us).filter(seen);
    let mut need = |check: &Check, is: fn(&Person) -> bool, message: &str, help: &str| {
        if !ours().any(is) {
            found.push(check.at(file.whole(), message).help(help));
        }
    };
    need(
        &check::NO_PRIMARY,
        |person| person.primary,
        "nobody on your side is the one to turn to",
        "add `primary: true` to one of your own people",
    );
    need(
        &check::NO_BACKUP,
        |person| person.backup && !person.primary,
        "nobody stands in for the one to turn to",
        "add `backup: true` to one more of your own people",
    );
}
