//! Which files are part of a portal, and who may have them.

use std::collections::BTreeMap;

use crate::content::attachment::Attachment;
use crate::content::item::Audience;
use crate::names::AssetName;

/// A file of the portal.
#[derive(Debug, Clone)]
pub struct Asset {
    /// The file.
    pub attachment: Attachment,
    /// Who may have it: whoever sees an item that refers to it. A file under `files/` that nothing refers to is for
    /// everybody.
    pub audience: Audience,
}

/// Who refers to which file, collected while links are resolved.
#[derive(Debug, Default)]
pub(super) struct Uses {
    uses: BTreeMap<AssetName, Use>,
}

#[derive(Debug)]
struct Use {
    audience: Audience,
    /// Whether an item that is part of the portal refers to it, and not only a draft that is left out.
    published: bool,
}

impl Uses {
    /// An item for `audience` refers to `name`; `published` says whether that item is part of the portal.
    pub(super) fn add(&mut self, name: &AssetName, audience: &Audience, published: bool) {
        match self.uses.get_mut(name) {
            None => {
                let audience = audience.clone();
                self.uses.insert(name.clone(), Use { audience, published });
            }
            Some(known) => {
                known.published |= published;
                known.audience = either(&known.audience, audience);
            }
        }
    }

    /// The files that are published.
    ///
    /// A draft that is left out still says whom its files are for: a file meant for few does not become everybody's
    /// because the text about it is not ready.
    pub(super) fn assets(self, attachments: BTreeMap<AssetName, Attachment>) -> BTreeMap<AssetName, Asset> {
        let mut uses = self.uses;
        let keep = |(name, attachment): (AssetName, Attachment)| {
            let (audience, published) = match uses.remove(&name) {
                Some(known) => (known.audience, known.published),
                None => (Audience::Everyone, false),
            };
            (published || attachment.listed).then_some((name, Asset { attachment, audience }))
        };
        attachments.into_iter().filter_map(keep).collect()
    }
}

/// Everybody whom one of the two lets in.
fn either(one: &Audience, other: &Audience) -> Audience {
    match (one, other) {
        (Audience::Only(one), Audience::Only(other)) => Audience::Only(one.union(other).cloned().collect()),
        _ => Audience::Everyone,
    }
}
