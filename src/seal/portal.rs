//! Sealing a whole portal: from what every audience may read to the files that are published.
//! `docs/sealed-format.md`, "Published files".

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;

use super::access::{Access, Person};
use super::access_json::{ACCESS_FILE, AccessJson, Kdf, MAX_SLOTS, Slot};
use super::ad::{BoxKind, associated_data};
use super::batch::{Batch, Layout, SealedBox};
use super::boxes::BoxName;
use super::contents::AudienceContents;
use super::decoys;
use super::error::SealError;
use super::escrow::withdraw;
use super::frame::{Framer, Limit};
use super::ids::Tag;
use super::keys::PortalKeys;
use super::manifest::{AssetEntry, Manifest, ManifestPlace, PageEntry};
use super::slot::{SlotMessage, SlotPlace, wrap};
use crate::names::AudienceId;

/// Bytes that may be published. Only sealing makes them; cloning shares them.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedBytes(Arc<Vec<u8>>);

impl SealedBytes {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self(Arc::new(bytes))
    }

    /// Those of a box that was published under this path, if they are what its name says: no others have that name.
    #[must_use]
    pub fn published(path: &str, bytes: Vec<u8>) -> Option<Self> {
        (BoxName::of(&bytes).file() == path).then(|| Self::new(bytes))
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for SealedBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedBytes({} bytes)", self.0.len())
    }
}

/// The files of one portal that hold its contents: `access.json`, `m/<hex>`, `b/<hex>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedPortal {
    files: BTreeMap<String, SealedBytes>,
    manifests: BTreeMap<AudienceId, String>,
    kept: BTreeSet<String>,
    pages: usize,
}

impl SealedPortal {
    /// All files, path inside the portal and bytes, in byte order of path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_bytes()))
    }

    /// One file by its path inside the portal.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&SealedBytes> {
        self.files.get(path)
    }

    /// Which manifest (`m/<hex>`) is whose.
    #[must_use]
    pub fn manifests(&self) -> &BTreeMap<AudienceId, String> {
        &self.manifests
    }

    /// The files that belong to the portal and are published already: boxes of pages that were [kept].
    ///
    /// [kept]: AudienceContents::kept
    #[must_use]
    pub fn kept(&self) -> &BTreeSet<String> {
        &self.kept
    }

    /// How many pages all audiences together have.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages
    }

    /// How many boxes were made, each counted once however many audiences or names share it.
    #[must_use]
    pub fn box_count(&self) -> usize {
        self.files.len() - self.manifests.len() - 1
    }
}

/// Seals a portal: the same files for the same arguments, byte by byte. Runs no password hashing, and uses all
/// processors.
///
/// # Errors
/// See [`SealError`].
///
/// # Panics
/// If `keys` are those of another portal than `access` is about; that is a mistake in this program.
pub fn seal(keys: &PortalKeys, access: &Access, contents: &[AudienceContents]) -> Result<SealedPortal, SealError> {
    assert_eq!(keys.portal(), access.portal, "keys and access belong to the same portal");
    check_contents(contents)?;
    check_people(access, contents)?;
    let mut batch = Batch::default();
    let layouts: Vec<Layout> = contents.iter().map(|audience| batch.add(audience)).collect();
    let boxes = batch.seal(&keys.files(&access.epoch), access.portal, access.epoch.number());
    let manifests: Vec<(AudienceId, String, Vec<u8>)> = contents
        .par_iter()
        .zip(&layouts)
        .map(|(audience, layout)| seal_manifest(keys, access, audience, layout, &boxes))
        .collect();
    let access_json = access_json(keys, access)?.to_json().into_bytes();

    let kept = contents.iter().flat_map(|audience| audience.kept.values()).map(|page| page.reference.name.file());
    let pages = contents.iter().map(|audience| audience.pages.len() + audience.kept.len()).sum();
    let mut portal = SealedPortal { files: BTreeMap::new(), manifests: BTreeMap::new(), kept: kept.collect(), pages };
    let mut publish = |path, bytes| portal.files.insert(path, SealedBytes::new(bytes));
    publish(ACCESS_FILE.to_owned(), access_json);
    for (audience, path, bytes) in manifests {
        publish(path.clone(), bytes);
        portal.manifests.insert(audience, path);
    }
    for sealed in boxes {
        publish(sealed.reference.name.file(), sealed.bytes);
    }
    // Of what one audience kept and another was sealed anew, the bytes are at hand.
    portal.kept.retain(|path| !portal.files.contains_key(path));
    Ok(portal)
}

fn check_contents(contents: &[AudienceContents]) -> Result<(), SealError> {
    let mut seen = BTreeSet::new();
    for audience in contents {
        if !seen.insert(&audience.audience) {
            return Err(SealError::AudienceTwice(audience.audience.clone()));
        }
        let pages = audience.pages.iter().map(|(path, page)| (path.as_str(), page.body.payload_len()));
        let search = audience.search.iter().map(|shard| ("search", shard.len()));
        for (what, length) in pages.chain(search).chain([("frame", audience.frame.len())]) {
            if length > Limit::Whole.bytes() {
                return Err(SealError::TooLong { what: what.to_owned() });
            }
        }
    }
    Ok(())
}

fn check_people(access: &Access, contents: &[AudienceContents]) -> Result<(), SealError> {
    if access.people.len() > MAX_SLOTS {
        return Err(SealError::TooManyPeople);
    }
    let mut by_tag: BTreeMap<Tag, &Person> = BTreeMap::new();
    for person in &access.people {
        if let Some(other) = by_tag.insert(person.tag, person) {
            return Err(SealError::SameTag { person: other.name.clone(), other: person.name.clone() });
        }
        let known = contents.iter().any(|audience| audience.audience == person.audience);
        if !known && person.ended.is_none() {
            return Err(SealError::NoSuchAudience { person: person.name.clone(), audience: person.audience.clone() });
        }
    }
    Ok(())
}

fn access_json(keys: &PortalKeys, access: &Access) -> Result<AccessJson, SealError> {
    let mut slots = access
        .people
        .iter()
        .map(|person| Ok(Slot { tag: person.tag, sealed: seal_slot(keys, access, person)? }))
        .collect::<Result<Vec<_>, _>>()?;
    decoys::fill_up(&mut slots, keys, &access.epoch);
    Ok(AccessJson {
        portal: access.portal,
        epoch: access.epoch,
        kdf: vec![Kdf { iterations: access.iterations, salt: access.salt }],
        slots,
    })
}

fn seal_slot(keys: &PortalKeys, access: &Access, person: &Person) -> Result<Vec<u8>, SealError> {
    let slot_key = withdraw(keys, &person.audience, person.tag, &person.escrow)
        .map_err(|_| SealError::Escrow { person: person.name.clone() })?;
    let place = SlotPlace {
        portal: access.portal,
        epoch: access.epoch.number(),
        iterations: access.iterations,
        tag: person.tag,
    };
    let message = match &person.ended {
        Some(day) => SlotMessage::Ended(day.clone()),
        None => {
            SlotMessage::Open { audience: person.audience.clone(), key: keys.audience(&access.epoch, &person.audience) }
        }
    };
    Ok(wrap(&slot_key, &place, &message))
}

fn seal_manifest(
    keys: &PortalKeys,
    access: &Access,
    contents: &AudienceContents,
    layout: &Layout,
    boxes: &[SealedBox],
) -> (AudienceId, String, Vec<u8>) {
    let audience = &contents.audience;
    let place = ManifestPlace { portal: access.portal, epoch: access.epoch.number(), audience: audience.clone() };
    let (path, sealed) = sealed_manifest(keys, access, &manifest(place, contents, layout, boxes));
    (audience.clone(), path, sealed)
}

/// Where a manifest lies, and its bytes there.
pub(super) fn sealed_manifest(keys: &PortalKeys, access: &Access, manifest: &Manifest) -> (String, Vec<u8>) {
    let place = &manifest.place;
    let key = keys.audience(&access.epoch, &place.audience);
    let ad = associated_data(place.portal, place.epoch, BoxKind::Manifest, place.audience.as_str());
    let json = zeroize::Zeroizing::new(manifest.to_json());
    let framed = Framer::for_manifests().frame_for_sealing(&json);
    (key.manifest_file(), key.root().seal_in_place(&ad, framed).bytes)
}

fn manifest(place: ManifestPlace, contents: &AudienceContents, layout: &Layout, boxes: &[SealedBox]) -> Manifest {
    let reference = |place: &usize| boxes[*place].reference.clone();
    let pages = contents.pages.iter().zip(&layout.pages).map(|((path, page), place)| {
        let title = page.title.as_str().to_owned();
        (path.clone(), PageEntry { title, reference: reference(place) })
    });
    let assets = contents.assets.iter().zip(&layout.assets).map(|((name, asset), places)| {
        let entry = AssetEntry {
            media_type: asset.media_type.clone(),
            size: asset.bytes.len() as u64,
            parts: places.iter().map(reference).collect(),
        };
        (name.clone(), entry)
    });
    let kept = contents.kept.iter().map(|(path, page)| (path.clone(), page.clone()));
    Manifest {
        place,
        title: contents.title.as_str().to_owned(),
        language: contents.language.clone(),
        timezone: contents.timezone.clone(),
        frame: reference(&layout.frame),
        search: layout.search.iter().map(reference).collect(),
        pages: pages.chain(kept).collect(),
        assets: assets.collect(),
    }
}

#[cfg(test)]
mod tests;
