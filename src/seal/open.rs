//! Opening a published portal, and refusing all that is not exactly as the format says.
//! `docs/sealed-format.md`, "Every opener refuses".

use std::fmt;
use std::io;

use super::access_json::{ACCESS_FILE, AccessJson, Kdf};
use super::ad::{BoxKind, associated_data, part_name};
use super::boxes::{BoxName, Ref};
use super::frame::{Limit, unframe};
use super::kdf::Stretched;
use super::keys::AudienceKey;
use super::manifest::{Manifest, ManifestPlace};
use super::passphrase::{NormalPassphrase, normal};
use super::primitive::open_with_key;
use super::refusal::Refusal;
use super::slot::{SlotMessage, SlotPlace, unwrap};
use crate::names::{AssetName, AudienceId, PagePath};

/// Where the files of a portal come from: a folder, a server, memory.
pub trait Files {
    /// The bytes of the file at this path inside the portal (`access.json`, `b/<hex>`), or `None` if there is no such
    /// file.
    ///
    /// # Errors
    /// If the file cannot be read although it may be there.
    fn fetch(&self, path: &str) -> io::Result<Option<Vec<u8>>>;
}

impl<F: Fn(&str) -> io::Result<Option<Vec<u8>>>> Files for F {
    fn fetch(&self, path: &str) -> io::Result<Option<Vec<u8>>> {
        self(path)
    }
}

/// Why a portal, or something in it, does not open.
#[derive(Debug)]
pub enum OpenError {
    /// It is not to be opened.
    Refused {
        /// The file in which the reason lies; `access.json` for anything about passphrase and slot.
        file: String,
        /// The reason.
        refusal: Refusal,
    },
    /// A file could not be read.
    Unreadable {
        /// Which one.
        file: String,
        /// What the machine says.
        error: io::Error,
    },
}

impl OpenError {
    /// The refusal, if it is one.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused { refusal, .. } => Some(refusal),
            Self::Unreadable { .. } => None,
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { file, refusal } => write!(f, "{file}: {refusal}"),
            Self::Unreadable { file, error } => write!(f, "{file} cannot be read: {error}"),
        }
    }
}

impl std::error::Error for OpenError {}

/// Opens a portal, given a way to its files.
pub struct Opener<F> {
    files: F,
}

impl<F: Files> Opener<F> {
    /// An opener of the portal with these files. Nothing is read yet.
    pub fn new(files: F) -> Self {
        Self { files }
    }

    /// Opens with a passphrase, as typed, or with the passphrase of a link. Reads `access.json` and one manifest, and
    /// runs PBKDF2.
    ///
    /// # Errors
    /// Every [`Refusal`] about access, slot and manifest, or a file that cannot be read.
    pub fn unlock(self, passphrase: &str) -> Result<Opened<F>, OpenError> {
        self.unlock_stretching(passphrase, |normal, kdf| Stretched::from_passphrase(normal, kdf.salt, kdf.iterations))
    }

    /// The same with another way to get from passphrase to U, for whoever remembers it.
    ///
    /// # Errors
    /// As [`unlock`](Self::unlock).
    pub fn unlock_stretching(
        self,
        passphrase: &str,
        stretch: impl FnMut(&NormalPassphrase, &Kdf) -> Stretched,
    ) -> Result<Opened<F>, OpenError> {
        let access = self.read(ACCESS_FILE, |bytes| AccessJson::parse(&bytes))?;
        let (audience, key) =
            find_slot(&access, passphrase, stretch).map_err(|refusal| refused(ACCESS_FILE, refusal))?;
        self.open_manifest(&access, audience, &key)
    }

    /// Opens without a passphrase, with the key of an audience, as the builder can.
    ///
    /// # Errors
    /// Every [`Refusal`] about access and manifest, or a file that cannot be read.
    pub fn with_key(self, audience: AudienceId, key: &AudienceKey) -> Result<Opened<F>, OpenError> {
        let access = self.read(ACCESS_FILE, |bytes| AccessJson::parse(&bytes))?;
        self.open_manifest(&access, audience, key)
    }

    fn open_manifest(
        self,
        access: &AccessJson,
        audience: AudienceId,
        key: &AudienceKey,
    ) -> Result<Opened<F>, OpenError> {
        let place = ManifestPlace { portal: access.portal, epoch: access.epoch.number(), audience };
        let ad = associated_data(place.portal, place.epoch, BoxKind::Manifest, place.audience.as_str());
        let manifest = self.read(&key.manifest_file(), |sealed| {
            let json = unframe(key.root().open(&ad, &sealed)?, Limit::Whole)?;
            Manifest::parse(&json, &place)
        })?;
        Ok(Opened { opener: self, manifest })
    }

    fn read<T>(&self, file: &str, read: impl FnOnce(Vec<u8>) -> Result<T, Refusal>) -> Result<T, OpenError> {
        match self.files.fetch(file) {
            Ok(Some(bytes)) => read(bytes).map_err(|refusal| refused(file, refusal)),
            Ok(None) => Err(refused(file, Refusal::Missing)),
            Err(error) => Err(OpenError::Unreadable { file: file.to_owned(), error }),
        }
    }
}

/// An opened portal, as one audience sees it. Boxes are read when they are asked for.
pub struct Opened<F> {
    opener: Opener<F>,
    manifest: Manifest,
}

impl<F: Files> Opened<F> {
    /// What there is to read.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The same, without the portal.
    #[must_use]
    pub fn into_manifest(self) -> Manifest {
        self.manifest
    }

    /// The HTML around every page.
    ///
    /// # Errors
    /// Every [`Refusal`] about a box and its frame, or a file that cannot be read; the same for the methods below.
    pub fn frame(&self) -> Result<Vec<u8>, OpenError> {
        self.open(&self.manifest.frame, BoxKind::Frame, "", Limit::Whole)
    }

    /// The shards of the search index, in order.
    ///
    /// # Errors
    /// As [`frame`](Self::frame).
    pub fn search(&self) -> Result<Vec<Vec<u8>>, OpenError> {
        let shards = self.manifest.search.iter().enumerate();
        shards.map(|(place, shard)| self.open(shard, BoxKind::Search, &(place + 1).to_string(), Limit::Whole)).collect()
    }

    /// A page's HTML fragment; `None` if the manifest has no such page.
    ///
    /// # Errors
    /// As [`frame`](Self::frame).
    pub fn page(&self, path: &PagePath) -> Result<Option<Vec<u8>>, OpenError> {
        let page = self.manifest.pages.get(path);
        page.map(|page| self.open(&page.reference, BoxKind::Page, path.as_str(), Limit::Whole)).transpose()
    }

    /// An asset's bytes, all parts joined; `None` if the manifest has no such asset.
    ///
    /// # Errors
    /// As [`frame`](Self::frame), and [`Refusal::Parts`] if the parts do not add up to the size in the manifest.
    pub fn asset(&self, name: &AssetName) -> Result<Option<Vec<u8>>, OpenError> {
        let Some(asset) = self.manifest.assets.get(name) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        for (place, part) in asset.parts.iter().enumerate() {
            let name = part_name(&asset.media_type, place + 1, asset.parts.len());
            bytes.extend(self.open(part, BoxKind::Asset, &name, Limit::Part)?);
        }
        if bytes.len() as u64 == asset.size {
            return Ok(Some(bytes));
        }
        let last = asset.parts.last().map_or_else(String::new, |part| part.name.file());
        Err(refused(&last, Refusal::Parts))
    }

    fn open(&self, reference: &Ref, kind: BoxKind, name: &str, limit: Limit) -> Result<Vec<u8>, OpenError> {
        let place = &self.manifest.place;
        let ad = associated_data(place.portal, place.epoch, kind, name);
        self.opener.read(&reference.name.file(), |sealed| {
            if BoxName::of(&sealed) != reference.name {
                return Err(Refusal::BoxName);
            }
            unframe(open_with_key(&reference.key, &ad, &sealed)?, limit)
        })
    }
}

/// Tries each key derivation in turn, and reads the slot that the passphrase leads to.
fn find_slot(
    access: &AccessJson,
    passphrase: &str,
    mut stretch: impl FnMut(&NormalPassphrase, &Kdf) -> Stretched,
) -> Result<(AudienceId, AudienceKey), Refusal> {
    let passphrase = normal(passphrase)?;
    for kdf in &access.kdf {
        let stretched = stretch(&passphrase, kdf);
        let tag = stretched.tag();
        let Some(slot) = access.slot(tag) else {
            continue;
        };
        let place = SlotPlace { portal: access.portal, epoch: access.epoch.number(), iterations: kdf.iterations, tag };
        return match unwrap(&stretched.slot_key(), &place, &slot.sealed)? {
            SlotMessage::Open { audience, key } => Ok((audience, key)),
            SlotMessage::Ended(day) => Err(Refusal::Ended(day)),
        };
    }
    Err(Refusal::WrongPassphrase)
}

fn refused(file: &str, refusal: Refusal) -> OpenError {
    OpenError::Refused { file: file.to_owned(), refusal }
}
