//! The third stage: everything a client's folder says, linked and checked. There are no content errors beyond here.
//!
//! An audience is applied once, by [`Portal::for_audience`], before anything is rendered: what the people of an
//! audience may not see is not in what they get.

mod assets;
mod audience;
mod known;
mod links;
mod map;
mod missing;
mod reading_order;
mod resolve;

pub use assets::Asset;
pub use audience::AudiencePortal;
pub use links::Target;
pub use resolve::resolve;

use std::collections::BTreeMap;

use crate::content::Agency;
use crate::content::client::Client;
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::names::AssetName;

/// Whether drafts are part of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// In the preview: marked.
    Shown,
    /// In a build.
    LeftOut,
}

/// One client's portal: all of it, for all audiences. Made by [`resolve`] only.
#[derive(Debug, Clone)]
pub struct Portal {
    agency: Agency,
    client: Client,
    docs: Vec<ResolvedDoc>,
    terms: Vec<ResolvedTerm>,
    assets: BTreeMap<AssetName, Asset>,
}

impl Portal {
    /// Whose portal it is.
    pub fn client(&self) -> &Client {
        &self.client
    }
}

/// A page of documentation whose references lead somewhere.
#[derive(Debug, Clone)]
pub struct ResolvedDoc {
    /// The page.
    pub doc: Doc,
    /// Where each of its references leads, in their order.
    pub targets: Vec<Target>,
}

/// A term whose references lead somewhere.
#[derive(Debug, Clone)]
pub struct ResolvedTerm {
    /// The term.
    pub term: Term,
    /// Its anchor on the glossary page.
    pub anchor: String,
    /// Where the references of the short text lead.
    pub short_targets: Vec<Target>,
    /// Where the references of the long text lead.
    pub means_targets: Vec<Target>,
}
