//! Who opens portals that nobody has a passphrase for yet.

use std::collections::BTreeMap;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::made::Entry;
use crate::access::{add_person_with, new_access};
use crate::names::AudienceId;
use crate::seal::{Iterations, PortalKeys, SystemEntropy, WorkspaceKey, passphrase};

/// One passphrase for all of them, good until the preview ends, and so is the key that they are sealed with.
pub(super) struct Guest {
    key: WorkspaceKey,
    passphrase: Option<Zeroizing<String>>,
    portals: BTreeMap<String, Entry>,
}

impl Guest {
    /// Knows of no portal yet.
    pub(super) fn new() -> Guest {
        let key = WorkspaceKey::generate(&mut SystemEntropy);
        Guest { key, passphrase: None, portals: BTreeMap::new() }
    }

    /// The key that portals are sealed with.
    pub(super) fn key(&self) -> &WorkspaceKey {
        &self.key
    }

    /// The passphrase, where one is needed.
    pub(super) fn passphrase(&self) -> Option<&str> {
        self.passphrase.as_ref().map(|passphrase| passphrase.as_str())
    }

    /// Whether these are the keys and the access that the portal of a client got from here.
    pub(super) fn let_in_with(&self, id: &str, entry: &Entry) -> bool {
        self.portals.get(id).is_some_and(|own| Arc::ptr_eq(own, entry))
    }

    /// Keys and access for the portal of a client, the same every time, with the passphrase in it if one goes through the
    /// gate.
    pub(super) fn let_in(&mut self, id: &str, gated: bool) -> Entry {
        if let Some(known) = self.portals.get(id) {
            return known.clone();
        }
        let entropy = &mut SystemEntropy;
        let mut access = new_access(Iterations::MIN, entropy);
        let keys = PortalKeys::new(&self.key, access.portal);
        if gated {
            let passphrase = self.passphrase.get_or_insert_with(|| passphrase::generate(entropy));
            add_person_with(&mut access, &keys, "preview", &AudienceId::client(), "2000-01-01", passphrase, entropy)
                .expect("something is left of words that were just drawn");
        }
        let known = Arc::new((keys, access));
        self.portals.insert(id.to_owned(), known.clone());
        known
    }
}
