//! Whom a client turns to: one person on each side.

use super::facts::Told;
use crate::check;
use crate::content::Content;
use crate::content::person::{Person, Side};
use crate::diagnostic::Diagnostics;

/// Two people who are both the one to turn to. Somebody who leaves after all that is `told` can be turned to
/// until then.
pub(super) fn check_primary(content: &Content, told: &Told<'_>, found: &mut Diagnostics) {
    let newest = told.newest();
    let is_here = |person: &Person| person.item.dropped.is_none() && !person.left.is_done_by(newest);
    for side in [Side::Us, Side::Client] {
        // Somebody shared counts where the client's own file names them.
        let mut primary = content
            .people
            .iter()
            .filter(|person| person.primary && person.side == side && !person.shared && is_here(person));
        let Some(first) = primary.next() else { continue };
        for second in primary {
            let message = format!("`{}` is the one to turn to already", first.name());
            let help = "keep `primary: true` with one of the two; the other may have `backup: true`";
            found.push(check::SECOND_PRIMARY.at(second.item.place(), message).help(help));
        }
    }
}
