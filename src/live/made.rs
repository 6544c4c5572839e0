//! What was made of a client's content when it was last without errors.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::build::{Settings, audiences, rewrite, seal_docs};
use crate::cache::{Earlier, PagesMade};
use crate::names::{AudienceId, PagePath};
use crate::output::PortalFiles;
use crate::portal::Portal;
use crate::seal::{Access, AudienceKey, Manifest, Opener, PortalKeys, SealedBytes};
use crate::source::SourceFile;

/// The keys of a portal, and who has access to it.
pub(super) type Entry = Arc<(PortalKeys, Access)>;

/// A portal, and what need not be done again when a file changes.
pub(super) struct Made {
    portal: Portal,
    entry: Entry,
    pages: PagesMade,
    manifests: BTreeMap<AudienceId, Manifest>,
    files: Arc<PortalFiles>,
    /// The same with pages that were just written, until all that follows from them is known.
    ahead: Option<Arc<PortalFiles>>,
    /// Whether a document has a newer text than what was made follows from.
    rewritten: bool,
}

/// The files of a portal, and what is to be known of its pages.
pub(super) struct Sealed {
    pub(super) files: PortalFiles,
    pub(super) pages: PagesMade,
}

impl Made {
    pub(super) fn of(portal: Portal, entry: Entry, sealed: Sealed) -> Made {
        let Sealed { files, pages } = sealed;
        let manifest = |audience: &AudienceId| {
            let key = entry.0.audience(&entry.1.epoch, audience);
            let opened =
                Opener::new(|path: &str| Ok(files.get(path).map(<[u8]>::to_vec))).with_key(audience.clone(), &key);
            (audience.clone(), opened.expect("what was just sealed opens").into_manifest())
        };
        let manifests = audiences(&portal).iter().map(manifest).collect();
        Made { manifests, portal, entry, pages, files: Arc::new(files), ahead: None, rewritten: false }
    }

    /// The portal; some documents may have a newer text than the rest of it follows from.
    pub(super) fn portal(&self) -> &Portal {
        &self.portal
    }

    /// What is to be shown.
    pub(super) fn files(&self) -> &Arc<PortalFiles> {
        self.ahead.as_ref().unwrap_or(&self.files)
    }

    /// Whether a document has a newer text than the rest follows from.
    pub(super) fn is_rewritten(&self) -> bool {
        self.rewritten
    }

    /// Its keys, and who has access.
    pub(super) fn entry(&self) -> &Entry {
        &self.entry
    }

    /// The key of an audience.
    pub(super) fn key(&self, audience: &AudienceId) -> AudienceKey {
        let (keys, access) = &*self.entry;
        keys.audience(&access.epoch, audience)
    }

    /// Shows the portal as it was when it was last whole.
    pub(super) fn fall_back(&mut self) {
        self.ahead = None;
    }

    /// Puts what a document's file says now in the place of what it said before, where nothing but its own page is certain
    /// to follow from that; then this is its page. `source` is its path in the client's folder.
    pub(super) fn rewrite(&mut self, source: &str, file: &SourceFile) -> Option<PagePath> {
        let page = rewrite(&mut self.portal, source, file)?;
        self.rewritten = true;
        // What the manifest says of it is not any more what it was made from when all was made.
        self.pages.forget(&page);
        Some(page)
    }

    /// Makes these pages of documents again, and shows them. `false` where they cannot be made.
    pub(super) fn hurry(&mut self, settings: &Settings, pages: &BTreeSet<PagePath>) -> bool {
        let (keys, access) = &*self.entry;
        match seal_docs(settings, &self.portal, pages, (keys, access), &mut self.manifests) {
            Some(sealed) => self.ahead = Some(Arc::new(self.files().with(&sealed))),
            None => return false,
        }
        true
    }

    pub(super) fn pages(&self) -> Earlier<'_> {
        self.pages.earlier(&self.manifests)
    }

    pub(super) fn sealed(&self, path: &str) -> Option<SealedBytes> {
        self.files().sealed(path).cloned()
    }
}
