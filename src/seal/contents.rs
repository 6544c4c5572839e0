//! What is sealed: everything one audience may read, as the render stage hands it over.

use std::collections::BTreeMap;

use super::frame::{Framed, Framer};
use super::manifest::PageEntry;
use super::plaintext::{Plaintext, Title};
use crate::names::{AssetName, AudienceId, PagePath};

/// Everything one audience may read. There is one of these per audience; what two of them share is sealed once.
#[derive(Debug, Clone)]
pub struct AudienceContents {
    /// The audience.
    pub audience: AudienceId,
    /// The portal's title.
    pub title: Title,
    /// The client's language, BCP 47.
    pub language: String,
    /// The client's time zone, IANA.
    pub timezone: String,
    /// The HTML around every page.
    pub frame: Plaintext,
    /// The shards of the search index, in order; none where there is no search.
    pub search: Vec<Plaintext>,
    /// The pages by path.
    pub pages: BTreeMap<PagePath, PageContents>,
    /// The pages whose boxes are published already, as the manifest says: they are neither made nor sealed again.
    pub kept: BTreeMap<PagePath, PageEntry>,
    /// Pictures, attachments and the like by name.
    pub assets: BTreeMap<AssetName, AssetContents>,
}

/// One page.
#[derive(Debug, Clone)]
pub struct PageContents {
    /// Its title.
    pub title: Title,
    /// Its HTML fragment, packed: a portal has thousands, and they are sealed when all of them are there.
    pub body: Framed,
}

impl PageContents {
    /// `html` is the page as a fragment.
    #[must_use]
    pub fn new(title: Title, html: &str, framer: &mut Framer) -> Self {
        Self { title, body: Framed::new(html.as_bytes(), framer) }
    }
}

/// One asset.
#[derive(Debug, Clone)]
pub struct AssetContents {
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Plaintext,
}
