//! All that can be linked to in one client's folder.

use std::collections::{BTreeMap, HashMap};

use super::Drafts;
use super::known::Known;
use crate::content::Content;
use crate::content::attachment::Attachment;
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::content::item::{Audience, Item};
use crate::names::{AssetName, PagePath};

/// All that can be linked to in one client's folder.
#[derive(Debug)]
pub(super) struct Map<'c> {
    /// Pages by the file they are made from.
    pub(super) pages: HashMap<&'c str, LinkedPage<'c>>,
    /// Pages that are made from many files, by path without the `/` in front.
    pub(super) places: HashMap<&'static str, LinkedPage<'c>>,
    /// Files by name.
    pub(super) files: &'c BTreeMap<AssetName, Attachment>,
    /// The same by what they are called, to say what was meant.
    pub(super) known: Known<'c>,
}

/// A page that can be linked to.
#[derive(Debug)]
pub(super) struct LinkedPage<'c> {
    pub(super) path: PagePath,
    pub(super) anchors: Vec<Anchor<'c>>,
    /// `None` for a page that is made from many files: it exists for everybody, with what they may see.
    pub(super) standing: Option<Standing<'c>>,
}

/// A place on a page.
#[derive(Debug)]
pub(super) struct Anchor<'c> {
    pub(super) id: &'c str,
    /// An item of its own, such as a term of the glossary; `None` for a heading.
    pub(super) standing: Option<Standing<'c>>,
}

/// Whether an item may be linked to, and from where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'c> {
    pub(super) title: &'c str,
    pub(super) audience: &'c Audience,
    /// A draft that is left out of this portal.
    pub(super) left_out: bool,
}

/// The item that refers to something.
#[derive(Debug, Clone, Copy)]
pub(super) struct From<'c> {
    /// The folder of its file in the client's folder, without `/` at the end.
    pub(super) folder: &'c str,
    /// Its page.
    pub(super) page: &'c LinkedPage<'c>,
    /// Who sees it.
    pub(super) audience: &'c Audience,
    /// A draft that is left out: nobody hears of what is wrong with its references.
    pub(super) left_out: bool,
}

impl<'c> Standing<'c> {
    fn of(title: &'c str, item: &'c Item, drafts: Drafts) -> Self {
        Standing { title, audience: &item.audience, left_out: item.draft && drafts == Drafts::LeftOut }
    }
}

impl<'c> Map<'c> {
    /// The map of `content`. `terms` are the anchors of its terms, in their order.
    pub(super) fn of(content: &'c Content, terms: &'c [String], drafts: Drafts) -> Self {
        let pages: HashMap<&str, LinkedPage<'_>> =
            content.docs.iter().map(|doc| (doc.source.as_str(), page(doc, drafts))).collect();
        let left_out = |page: &LinkedPage<'_>| page.standing.is_some_and(|standing| standing.left_out);
        let published = pages.iter().filter(|(_, page)| !left_out(page)).map(|(file, _)| *file).collect();
        let drafts_left_out = pages.iter().filter(|(_, page)| left_out(page)).map(|(file, _)| *file);
        let known = Known::of(published, drafts_left_out, &content.attachments);
        Map { places: places(content, terms, drafts), files: &content.attachments, known, pages }
    }

    /// A page by the file it is made from, or by its path in the portal.
    pub(super) fn page(&self, path: &str) -> Option<&LinkedPage<'c>> {
        // Without a term there is no glossary to go to.
        let place = self.places.get(path).filter(|page| path != "glossary" || !page.anchors.is_empty());
        self.pages.get(path).or(place).or_else(|| {
            let file = format!("{path}.md");
            self.pages.get(file.as_str())
        })
    }
}

fn page(doc: &Doc, drafts: Drafts) -> LinkedPage<'_> {
    LinkedPage {
        path: doc.path.clone(),
        anchors: doc.body.anchors().map(|id| Anchor { id, standing: None }).collect(),
        standing: Some(Standing::of(&doc.title, &doc.item, drafts)),
    }
}

fn places<'c>(content: &'c Content, terms: &'c [String], drafts: Drafts) -> HashMap<&'static str, LinkedPage<'c>> {
    let place = |path: &'static str, anchors: Vec<Anchor<'c>>| {
        let page = PagePath::parse(path).expect("a constant path is well-formed");
        (path.trim_start_matches('/'), LinkedPage { path: page, anchors, standing: None })
    };
    let term = |(term, id): (&'c Term, &'c String)| Anchor {
        id,
        standing: Some(Standing::of(&term.term.value, &term.item, drafts)),
    };
    let mut places = HashMap::from([
        place("/", Vec::new()),
        place("/glossary", content.terms.iter().zip(terms).map(term).collect()),
    ]);
    if !content.docs.is_empty() || content.attachments.values().any(|file| file.listed) {
        places.extend([place("/documents", Vec::new())]);
    }
    places
}
