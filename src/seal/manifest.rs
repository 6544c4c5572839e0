//! The manifest: what one audience may read, and the keys to it. `docs/sealed-format.md`, "Published files of one
//! portal".

use std::collections::BTreeMap;

use serde_json::Value;

use super::boxes::Ref;
use super::ids::PortalId;
use super::read::Object;
use super::refusal::Refusal;
use crate::names::{AssetName, AudienceId, PagePath};

mod raw;
mod written;

/// What a manifest says.
#[derive(Debug, Clone)]
pub struct Manifest {
    /// Whose manifest it is.
    pub place: ManifestPlace,
    /// The portal's title.
    pub title: String,
    /// The client's language, BCP 47.
    pub language: String,
    /// The client's time zone, IANA.
    pub timezone: String,
    /// The HTML around every page.
    pub frame: Ref,
    /// The shards of the search index; none where there is no search.
    pub search: Vec<Ref>,
    /// The pages.
    pub pages: BTreeMap<PagePath, PageEntry>,
    /// The assets.
    pub assets: BTreeMap<AssetName, AssetEntry>,
}

/// Whose manifest it is. A reader knows all of it before opening one, and refuses any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestPlace {
    /// The portal.
    pub portal: PortalId,
    /// The number of the epoch.
    pub epoch: u32,
    /// The audience.
    pub audience: AudienceId,
}

/// One page in a manifest.
#[derive(Debug, Clone)]
pub struct PageEntry {
    /// Its title.
    pub title: String,
    /// Its box.
    pub reference: Ref,
}

/// One asset in a manifest.
#[derive(Debug, Clone)]
pub struct AssetEntry {
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes, all parts together.
    pub size: u64,
    /// Its boxes in order, at least one.
    pub parts: Vec<Ref>,
}

impl Manifest {
    /// The JSON text, in one line, members in the order of the format, pages and assets in byte order.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(&written::Manifest::of(self)).expect("texts and numbers can always be written as JSON")
    }

    /// Reads the JSON text strictly.
    ///
    /// # Errors
    /// [`Refusal::NotJson`], `Base64`, `ManifestVersion`, `ManifestPortal`, `ManifestEpoch`, `ManifestAudience`, `Name`
    /// or `Parts`: the first that applies in this order, except that another version is recognised whatever else is
    /// said.
    pub fn parse(bytes: &[u8], place: &ManifestPlace) -> Result<Self, Refusal> {
        let value: Value = serde_json::from_slice(bytes).map_err(|_| Refusal::NotJson)?;
        let file = Object::of(&value).ok_or(Refusal::NotJson)?;
        if file.integer("v") != Some(1) {
            return Err(Refusal::ManifestVersion);
        }
        let raw = raw::Manifest::of(file).ok_or(Refusal::NotJson)?;
        if let Some(refusal) = raw.refs().find_map(|reference| reference.key.as_ref().err()) {
            return Err(refusal.clone());
        }
        check_place(file, place)?;
        raw.resolve(place.clone())
    }
}

fn check_place(file: Object<'_>, place: &ManifestPlace) -> Result<(), Refusal> {
    if file.text("portal") != Some(&place.portal.to_hex()) {
        return Err(Refusal::ManifestPortal);
    }
    if file.integer("epoch") != Some(place.epoch.into()) {
        return Err(Refusal::ManifestEpoch);
    }
    if file.text("audience") != Some(place.audience.as_str()) {
        return Err(Refusal::ManifestAudience);
    }
    Ok(())
}
