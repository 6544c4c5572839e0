//! The third stage: everything a client's folder says, linked and checked. There are no content errors beyond here.
//!
//! An audience is applied once, by [`Portal::for_audience`], before anything is rendered: what the people of an
//! audience may not see is not in what they get, and what is worked out from the content ([`facts`]) is worked out from
//! what is left.

mod assets;
mod audience;
mod contacts;
mod dead_ends;
pub mod facts;
mod follow;
mod index;
mod known;
mod links;
mod lookup;
mod map;
mod missing;
mod needs;
mod occurrences;
mod places;
mod reach;
mod reading_order;
mod references;
mod resolve;
mod rewrite;
pub mod terms;
mod told;
mod used;

pub use assets::Asset;
pub use audience::AudiencePortal;
pub use links::Target;
pub use places::{Place, says_how_we_work};
pub use reading_order::Section;
pub use resolve::resolve;

use std::collections::{BTreeMap, HashMap};

use crate::content::Agency;
use crate::content::client::Client;
use crate::content::decision::Decision;
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::content::markdown::Document;
use crate::content::milestone::Milestone;
use crate::content::person::Person;
use crate::content::phase::Phase;
use crate::content::task::Task;
use crate::content::update::Update;
use crate::names::AssetName;
use crate::source::SourceFile;

/// Whether drafts are part of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// In the preview: marked.
    Shown,
    /// In a build.
    LeftOut,
}

/// One client's portal: all of it, for all audiences. Made by [`resolve`] only.
///
/// Every reference of an item leads to an item that is there, and that everybody who sees the first may see; every text
/// has its links worked out.
#[derive(Debug, Clone)]
pub struct Portal {
    agency: Agency,
    client: Client,
    client_file: SourceFile,
    people_file: Option<SourceFile>,
    people: Vec<Person>,
    phases: Vec<Phase>,
    milestones: Vec<Milestone>,
    tasks: Vec<Task>,
    decisions: Vec<Decision>,
    updates: Vec<Update>,
    docs: Vec<Doc>,
    terms: Vec<Term>,
    /// Shared words that no text uses: they are no part of it.
    unused_terms: Vec<Term>,
    assets: BTreeMap<AssetName, Asset>,
    links: Links,
}

impl Portal {
    /// Whose portal it is.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Who publishes it.
    pub fn agency(&self) -> &Agency {
        &self.agency
    }

    /// Everybody who works on the project and of whom clients may be told.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Where `people.yml` was read from; `None` where the client has none of its own.
    pub fn people_file(&self) -> Option<&SourceFile> {
        self.people_file.as_ref()
    }

    /// Where `client.yml` was read from.
    pub fn client_file(&self) -> &SourceFile {
        &self.client_file
    }

    /// The file that the page at `path` is made from; `client.yml` for a page made from many.
    pub fn file_of(&self, path: &str) -> &SourceFile {
        let docs = self.docs.iter().map(|one| (&one.path, &one.item));
        let decisions = self.decisions.iter().map(|one| (&one.path, &one.item));
        let updates = self.updates.iter().map(|one| (&one.path, &one.item));
        let mut pages = docs.chain(decisions).chain(updates);
        pages.find(|(page, _)| page.as_str() == path).map_or(&self.client_file, |(_, item)| &item.file)
    }

    /// All phases.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// All milestones.
    pub fn milestones(&self) -> &[Milestone] {
        &self.milestones
    }

    /// All tasks.
    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }

    /// All decisions.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// All updates.
    pub fn updates(&self) -> &[Update] {
        &self.updates
    }

    /// All documents.
    pub fn docs(&self) -> &[Doc] {
        &self.docs
    }

    /// All words that are explained.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }
}

/// Where the references of every text lead, by [`Document::key`].
#[derive(Debug, Clone, Default)]
struct Links {
    texts: HashMap<String, HashMap<usize, Vec<Target>>>,
    /// Pictures of people, by the person's id.
    photos: HashMap<String, AssetName>,
}

impl Links {
    fn of(&self, text: &Document) -> &[Target] {
        if text.references.is_empty() {
            return &[];
        }
        let (file, at) = text.key();
        let found = self.texts.get(file).and_then(|texts| texts.get(&at));
        found.expect("resolving follows the links of every text")
    }

    fn add(&mut self, text: &Document, targets: Vec<Target>) {
        let (file, at) = text.key();
        self.texts.entry(file.to_owned()).or_default().insert(at, targets);
    }
}
