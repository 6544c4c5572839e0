//! Which files are part of a portal, and who may have them.

use std::collections::BTreeMap;

use super::Drafts;
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
                known.audience = known.audience.or(audience);
            }
        }
    }

    /// The files that are published.
    ///
    /// A draft that is left out still says whom its files are for: a file meant for few does not become everybody's
    /// because the text about it is not ready.
    pub(super) fn assets(
        self,
        attachments: BTreeMap<AssetName, Attachment>,
        drafts: Drafts,
    ) -> BTreeMap<AssetName, Asset> {
        let mut uses = self.uses;
        let keep = |(name, attachment): (AssetName, Attachment)| {
            let (audience, published) = match (uses.remove(&name), &attachment.item) {
                // What `files.yml` says counts: links from elsewhere were held to it.
                (used, Some(item)) => (item.audience.clone(), used.is_some_and(|used| used.published)),
                (Some(used), None) => (used.audience, used.published),
                (None, None) => (Audience::Everyone, false),
            };
            let left_out = drafts == Drafts::LeftOut && attachment.item.as_ref().is_some_and(|item| item.draft);
            ((published || attachment.listed) && !left_out).then_some((name, Asset { attachment, audience }))
        };
        attachments.into_iter().filter_map(keep).collect()
    }
}
