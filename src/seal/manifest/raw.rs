//! The manifest as it stands in the JSON: of the right shape, names not looked at yet.

use serde_json::Value;

use super::super::boxes::{self, BoxKey, BoxName};
use super::super::read::Object;
use super::super::refusal::Refusal;
use super::super::secret::{Secret, SecretError};
use super::{AssetEntry, ManifestPlace, PageEntry};
use crate::names::{AssetName, PagePath};

pub(super) struct Manifest<'a> {
    title: &'a str,
    language: &'a str,
    timezone: &'a str,
    frame: Ref<'a>,
    search: Vec<Ref<'a>>,
    pages: Vec<Page<'a>>,
    assets: Vec<Asset<'a>>,
}

struct Page<'a> {
    path: &'a str,
    title: &'a str,
    reference: Ref<'a>,
}

struct Asset<'a> {
    name: &'a str,
    media_type: &'a str,
    size: u64,
    parts: Vec<Ref<'a>>,
}

pub(super) struct Ref<'a> {
    name: &'a str,
    pub(super) key: Result<BoxKey, Refusal>,
}

impl<'a> Manifest<'a> {
    pub(super) fn of(file: Object<'a>) -> Option<Self> {
        Some(Self {
            title: file.text("title")?,
            language: file.text("language")?,
            timezone: file.text("timezone")?,
            frame: Ref::of(file.get("frame")?)?,
            search: file.get("search").map_or(Some(Vec::new()), refs)?,
            pages: file.object("pages")?.members().map(|(path, page)| Page::of(path, page)).collect::<Option<_>>()?,
            assets: file
                .object("assets")?
                .members()
                .map(|(name, asset)| Asset::of(name, asset))
                .collect::<Option<_>>()?,
        })
    }

    pub(super) fn refs(&self) -> impl Iterator<Item = &Ref<'a>> {
        let pages = self.pages.iter().map(|page| &page.reference);
        let assets = self.assets.iter().flat_map(|asset| &asset.parts);
        std::iter::once(&self.frame).chain(&self.search).chain(pages).chain(assets)
    }

    pub(super) fn resolve(self, place: ManifestPlace) -> Result<super::Manifest, Refusal> {
        let manifest = super::Manifest {
            place,
            title: self.title.to_owned(),
            language: self.language.to_owned(),
            timezone: self.timezone.to_owned(),
            frame: self.frame.resolve()?,
            search: resolve_all(self.search)?,
            pages: self.pages.into_iter().map(Page::resolve).collect::<Result<_, _>>()?,
            assets: self.assets.into_iter().map(Asset::resolve).collect::<Result<_, _>>()?,
        };
        if manifest.assets.values().any(|asset| asset.parts.is_empty()) {
            return Err(Refusal::Parts);
        }
        Ok(manifest)
    }
}

impl<'a> Page<'a> {
    fn of(path: &'a str, value: &'a Value) -> Option<Self> {
        let page = Object::of(value)?;
        Some(Self { path, title: page.text("title")?, reference: Ref::of(page.get("ref")?)? })
    }

    fn resolve(self) -> Result<(PagePath, PageEntry), Refusal> {
        let path = PagePath::parse(self.path).map_err(|_| Refusal::Name)?;
        Ok((path, PageEntry { title: self.title.to_owned(), reference: self.reference.resolve()? }))
    }
}

impl<'a> Asset<'a> {
    fn of(name: &'a str, value: &'a Value) -> Option<Self> {
        let asset = Object::of(value)?;
        Some(Self {
            name,
            media_type: asset.text("type")?,
            size: asset.integer("size")?,
            parts: refs(asset.get("parts")?)?,
        })
    }

    fn resolve(self) -> Result<(AssetName, AssetEntry), Refusal> {
        let name = AssetName::parse(self.name).map_err(|_| Refusal::Name)?;
        let parts = resolve_all(self.parts)?;
        Ok((name, AssetEntry { media_type: self.media_type.to_owned(), size: self.size, parts }))
    }
}

impl<'a> Ref<'a> {
    fn of(value: &'a Value) -> Option<Self> {
        let [name, key] = value.as_array()?.as_slice() else {
            return None;
        };
        let key = Secret::from_b64(key.as_str()?).map(BoxKey).map_err(|error| match error {
            SecretError::Spelling => Refusal::Base64,
            SecretError::Length => Refusal::NotJson,
        });
        Some(Self { name: name.as_str()?, key })
    }

    fn resolve(self) -> Result<boxes::Ref, Refusal> {
        let name = BoxName::from_hex(self.name).ok_or(Refusal::Name)?;
        Ok(boxes::Ref { name, key: self.key? })
    }
}

fn refs(value: &Value) -> Option<Vec<Ref<'_>>> {
    value.as_array()?.iter().map(Ref::of).collect()
}

fn resolve_all(refs: Vec<Ref<'_>>) -> Result<Vec<boxes::Ref>, Refusal> {
    refs.into_iter().map(Ref::resolve).collect()
}
