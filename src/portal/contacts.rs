//! Whom a client turns to: one person on each side.

use crate::check;
use crate::content::Content;
use crate::content::person::Side;
use crate::diagnostic::Diagnostics;

/// Two people who are both the one to turn to.
pub(super) fn check_primary(content: &Content, found: &mut Diagnostics) {
    for side in [Side::Us, Side::Client] {
        // Somebody shared counts where the client's own file names them.
        let mut primary = content
            .people
            .iter()
            .filter(|person| person.primary && person.side == side && !person.shared && !person.left.is_done());
        let Some(first) = primary.next() else { continue };
        for second in primary {
            let message = format!("`{}` is the one to turn to already", first.name());
            let help = "keep `primary: true` with one of the two; the other may have `backup: true`";
            found.push(check::SECOND_PRIMARY.at(second.item.place(), message).help(help));
        }
    }
}
