//! The last stage: files on a disk, or in the memory of the preview.
//!
//! A [`PortalFiles`] takes what is public and what is sealed, and nothing else: the plain text of a client cannot get
//! here. Writing is such that a reader finds the old portal or the new one at every moment, whatever happens.

mod destination;
mod root;
mod staging;
mod standing;
mod write;

pub use destination::{Destination, DestinationError};
pub use root::{headers, root_files};
pub use standing::{Standing, published, standing};
pub use write::{Changes, WriteError, has_portal, other_portals, write_portal, write_root};

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::render::{Gate, PublicFile};
use crate::seal::{SealedBytes, SealedPages, SealedPortal};

/// The files of one published portal, by path.
///
/// What is sealed may be published:
///
/// ```
/// use vestibule::output::PortalFiles;
/// use vestibule::render::Gate;
/// use vestibule::seal::SealedPortal;
///
/// fn publish(gate: &Gate, portal: &SealedPortal) -> PortalFiles {
///     PortalFiles::new(gate, portal)
/// }
/// ```
///
/// What is not does not compile, neither as a whole
///
/// ```compile_fail,E0308
/// use vestibule::output::PortalFiles;
/// use vestibule::render::Gate;
/// use vestibule::seal::AudienceContents;
///
/// fn publish(gate: &Gate, portal: &AudienceContents) -> PortalFiles {
///     PortalFiles::new(gate, portal)
/// }
/// ```
///
/// nor page by page: nobody but the sealing module gets at the bytes of a page.
///
/// ```compile_fail,E0624
/// use vestibule::seal::Plaintext;
///
/// fn publish(page: &Plaintext) -> &[u8] {
///     page.bytes()
/// }
/// ```
#[derive(Debug, Clone)]
pub struct PortalFiles {
    files: BTreeMap<String, Publishable>,
    kept: BTreeSet<String>,
}

/// Bytes that anybody may have.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Publishable {
    Public(PublicFile),
    Sealed(SealedBytes),
}

impl PortalFiles {
    /// The gate, and what lies behind it.
    pub fn new(gate: &Gate, portal: &SealedPortal) -> Self {
        let public = gate.files().iter().map(|(name, file)| (name.clone(), Publishable::Public(file.clone())));
        let sealed = portal
            .files()
            .filter_map(|(path, _)| Some((path.to_owned(), Publishable::Sealed(portal.file(path)?.clone()))));
        PortalFiles { files: public.chain(sealed).collect(), kept: portal.kept().clone() }
    }

    /// The paths and contents of all files, in the order of the paths; not of those that are kept.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, file)| (path.as_str(), file.bytes()))
    }

    /// The files that are part of the portal as they were published before.
    pub fn kept(&self) -> &BTreeSet<String> {
        &self.kept
    }

    /// Whether the portal has a file of this path.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.kept.contains(path)
    }

    /// One file; none that is kept.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Publishable::bytes)
    }
}

impl PortalFiles {
    /// Whether all files are here that were to be kept, after those that `published` knows were fetched from there.
    #[must_use]
    pub fn complete(&mut self, published: impl Fn(&str) -> Option<SealedBytes> + Sync) -> bool {
        let kept: Vec<String> = std::mem::take(&mut self.kept).into_iter().collect();
        let fetched = kept.into_par_iter().map(|path| {
            let bytes = published(&path)?;
            Some((path, Publishable::Sealed(bytes)))
        });
        let fetched: Option<Vec<_>> = fetched.collect();
        let is_whole = fetched.is_some();
        self.files.extend(fetched.into_iter().flatten());
        is_whole
    }

    /// One sealed file.
    pub fn sealed(&self, path: &str) -> Option<&SealedBytes> {
        match self.files.get(path)? {
            Publishable::Sealed(bytes) => Some(bytes),
            Publishable::Public(_) => None,
        }
    }

    /// The same with some pages sealed again.
    #[must_use]
    pub fn with(&self, pages: &SealedPages) -> PortalFiles {
        let mut files = self.clone();
        files.files.extend(pages.files().map(|(path, bytes)| (path.to_owned(), Publishable::Sealed(bytes.clone()))));
        files
    }

    /// The paths and contents of the boxes, in the order of the paths.
    pub fn boxes(&self) -> impl Iterator<Item = (&str, &SealedBytes)> {
        let named = self.files.range("b/".to_owned()..).take_while(|(path, _)| path.starts_with("b/"));
        named.filter_map(|(path, file)| match file {
            Publishable::Sealed(bytes) => Some((path.as_str(), bytes)),
            Publishable::Public(_) => None,
        })
    }
}

impl Publishable {
    fn bytes(&self) -> &[u8] {
        match self {
            Publishable::Public(file) => file.bytes(),
            Publishable::Sealed(bytes) => bytes.as_bytes(),
        }
    }
}
