//! Sealing some pages again where all the rest of a portal stays.

use std::collections::BTreeMap;

use super::access::Access;
use super::batch::Batch;
use super::contents::PageContents;
use super::frame::Limit;
use super::keys::PortalKeys;
use super::manifest::{Manifest, PageEntry};
use super::portal::{SealedBytes, sealed_manifest};
use crate::names::PagePath;

/// Files that take the place of some of a portal's, or come to them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SealedPages {
    files: BTreeMap<String, SealedBytes>,
}

impl SealedPages {
    /// Path inside the portal and bytes.
    pub fn files(&self) -> impl Iterator<Item = (&str, &SealedBytes)> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// Seals `pages`, and a manifest that says of them what it is given and all else as `manifest` did, which is brought up
    /// to it. The boxes are those that [`seal()`](super::seal()) makes of the same pages.
    ///
    /// `false` where a page is longer than can be sealed; then nothing happens.
    ///
    /// # Panics
    /// If `keys` are those of another portal than `access` is about; that is a mistake in this program.
    #[must_use]
    pub fn add(
        &mut self,
        keys: &PortalKeys,
        access: &Access,
        manifest: &mut Manifest,
        pages: &BTreeMap<PagePath, PageContents>,
    ) -> bool {
        assert_eq!(keys.portal(), access.portal, "keys and access belong to the same portal");
        if pages.values().any(|page| page.body.payload_len() > Limit::Whole.bytes()) {
            return false;
        }
        let mut batch = Batch::default();
        let layout = batch.add_pages(pages);
        let boxes = batch.seal(&keys.files(&access.epoch), access.portal, access.epoch.number());
        for ((path, page), place) in pages.iter().zip(layout) {
            let entry = PageEntry { title: page.title.as_str().to_owned(), reference: boxes[place].reference.clone() };
            manifest.pages.insert(path.clone(), entry);
        }
        let sealed = boxes.into_iter().map(|sealed| (sealed.reference.name.file(), sealed.bytes));
        let files = sealed.chain([sealed_manifest(keys, access, manifest)]);
        self.files.extend(files.map(|(path, bytes)| (path, SealedBytes::new(bytes))));
        true
    }
}
