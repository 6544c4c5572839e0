//! No two clients may share a portal id: a copied folder would seal two clients with the same keys.

use std::collections::BTreeMap;

use crate::check;
use crate::diagnostic::Diagnostics;
use crate::seal::PortalId;
use crate::source::SourceFile;

/// Reports every client whose `access.lock` is a copy of another's. Takes the client's id, the file and its portal.
pub fn check_portals<'c>(
    locks: impl IntoIterator<Item = (&'c str, &'c SourceFile, PortalId)>,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: BTreeMap<PortalId, &str> = BTreeMap::new();
    for (client, file, portal) in locks {
        if let Some(first) = seen.get(&portal) {
            let message = format!("this is a copy of `{first}/access.lock`: both portals would have the same keys");
            let help = format!(
                "remove `{client}/access.lock` and give the people of this client access anew with `vestibule access add {client} NAME`"
            );
            diagnostics.push(check::DUPLICATE_PORTAL.at(file.whole(), message).help(help));
        } else {
            seen.insert(portal, client);
        }
    }
}
