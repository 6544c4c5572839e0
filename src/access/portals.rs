//! No two clients may share a portal id: a copied folder would seal two clients with the same keys.

use std::collections::BTreeMap;

use crate::check;
use crate::diagnostic::Diagnostics;
use crate::seal::PortalId;
use crate::source::SourceFile;

/// Reports every client whose `access.lock` is that of another one, too. Which of the two is the copy, nobody can tell:
/// the help must be safe to follow for both. Takes the client's id, the file and its portal.
pub fn check_portals<'c>(
    locks: impl IntoIterator<Item = (&'c str, &'c SourceFile, PortalId)>,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: BTreeMap<PortalId, &str> = BTreeMap::new();
    for (client, file, portal) in locks {
        if let Some(first) = seen.get(&portal) {
            let message =
                format!("`{first}` and `{client}` have the same `access.lock`: both portals would have the same keys");
            let help = "in the folder that is the copy, remove `access.lock`, and give its people access anew with \
                        `vestibule access add`";
            diagnostics.push(check::DUPLICATE_PORTAL.at(file.whole(), message).help(help));
        } else {
            seen.insert(portal, client);
        }
    }
}
