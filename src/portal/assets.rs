//! Which files are part of a portal, and who may have them.

use std::collections::BTreeMap;

use super::Drafts;
use crate::content::attachment::Attachment;
use crate::content::item::Audience;
use crate::names::{AssetName, AudienceId};

/// A file of the portal.
#[derive(Debug, Clone)]
pub struct Asset {
    /// The file.
    pub attachment: Attachment,
    /// Who may have it: whoever reads a text that refers to it. A file under `files/` that nothing refers to is for
    /// everybody.
    pub audience: Audience,
}

/// Who refers to which file, collected while links are resolved.
#[derive(Debug, Default)]
pub(super) struct Uses {
    uses: BTreeMap<AssetName, Use>,
}

/// Who sees the items that refer to a file.
#[derive(Debug, Default)]
struct Use {
    /// Those that are part of the portal.
    published: Option<Audience>,
    /// Those that are left out.
    left_out: Option<Audience>,
}

impl Uses {
    /// A text that `audience` reads refers to `name`; `published` says whether that text is part of the portal. What
    /// nobody reads refers to nothing.
    pub(super) fn add(&mut self, name: &AssetName, audience: &Audience, published: bool) {
        if audience.is_nobody() {
            return;
        }
        let known = self.uses.entry(name.clone()).or_default();
        let known = if published { &mut known.published } else { &mut known.left_out };
        *known = Some(known.as_ref().map_or_else(|| audience.clone(), |known| known.or(audience)));
    }

    /// The files that are published, for a client with the audiences `declared`.
    ///
    /// What is left out still says whom its files are for where nothing else does: a file meant for few does not become
    /// everybody's because the text about it is not ready. It opens no file further than what is published.
    pub(super) fn assets(
        self,
        attachments: BTreeMap<AssetName, Attachment>,
        declared: &[AudienceId],
        drafts: Drafts,
    ) -> BTreeMap<AssetName, Asset> {
        let mut uses = self.uses;
        let keep = |(name, attachment): (AssetName, Attachment)| {
            let Use { published: audience, left_out: hidden } = uses.remove(&name).unwrap_or_default();
            let published = audience.is_some();
            let audience = match &attachment.item {
                // What `files.yml` says counts: links from elsewhere were held to it.
                Some(item) => item.audience.clone(),
                None => audience.or(hidden).unwrap_or_default().among(declared),
            };
            let left_out = drafts == Drafts::LeftOut && attachment.item.as_ref().is_some_and(|item| item.draft);
            ((published || attachment.listed) && !left_out).then_some((name, Asset { attachment, audience }))
        };
        attachments.into_iter().filter_map(keep).collect()
    }
}
