//! The manifest as it is written.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use super::super::boxes::Ref;
use super::{AssetEntry, PageEntry};

#[derive(Serialize)]
pub(super) struct Manifest<'a> {
    v: u32,
    portal: String,
    epoch: u32,
    audience: &'a str,
    title: &'a str,
    language: &'a str,
    timezone: &'a str,
    frame: &'a Ref,
    #[serde(skip_serializing_if = "<[Ref]>::is_empty")]
    search: &'a [Ref],
    pages: BTreeMap<&'a str, Page<'a>>,
    assets: BTreeMap<&'a str, Asset<'a>>,
}

#[derive(Serialize)]
struct Page<'a> {
    title: &'a str,
    #[serde(rename = "ref")]
    reference: &'a Ref,
}

#[derive(Serialize)]
struct Asset<'a> {
    #[serde(rename = "type")]
    media_type: &'a str,
    size: u64,
    parts: &'a [Ref],
}

impl<'a> Manifest<'a> {
    pub(super) fn of(manifest: &'a super::Manifest) -> Self {
        Self {
            v: 1,
            portal: manifest.place.portal.to_hex(),
            epoch: manifest.place.epoch,
            audience: manifest.place.audience.as_str(),
            title: &manifest.title,
            language: &manifest.language,
            timezone: &manifest.timezone,
            frame: &manifest.frame,
            search: &manifest.search,
            pages: manifest.pages.iter().map(|(path, page)| (path.as_str(), Page::of(page))).collect(),
            assets: manifest.assets.iter().map(|(name, asset)| (name.as_str(), Asset::of(asset))).collect(),
        }
    }
}

impl<'a> Page<'a> {
    fn of(page: &'a PageEntry) -> Self {
        Self { title: &page.title, reference: &page.reference }
    }
}

impl<'a> Asset<'a> {
    fn of(asset: &'a AssetEntry) -> Self {
        Self { media_type: &asset.media_type, size: asset.size, parts: &asset.parts }
    }
}

impl Serialize for Ref {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_seq(Some(2))?;
        pair.serialize_element(&self.name.to_hex())?;
        pair.serialize_element(&*self.key.0.to_b64())?;
        pair.end()
    }
}
