//! What a portal follows from, in digests: where they are the same, so is what is made of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::access::LOCK_FILE;
use crate::build::Settings;
use crate::content::doc::Doc;
use crate::portal::{AudiencePortal, Target};
use crate::seal::{Access, CacheKeys, KeyedDigest};
use crate::source::{ClientSource, SourceFile};

/// Of the program, and of what all clients have in common: settings, theme, shared files.
pub(super) fn common(keys: &CacheKeys, program: &str, settings: &Settings) -> KeyedDigest {
    let mut followed = Followed::new(keys);
    followed.text(program);
    settings.files().for_each(|file| followed.file(file));
    followed.digest()
}

/// Of all that a client's portal and what is said of it follow from.
pub struct State {
    /// All of it together.
    pub(super) whole: KeyedDigest,
    /// The client's files, by their path in the folder.
    files: BTreeMap<String, KeyedDigest>,
}

impl State {
    /// What is said follows from the day, too.
    pub(super) fn of(keys: &CacheKeys, common: &KeyedDigest, source: &ClientSource, today: NaiveDate) -> State {
        let mut followed = Followed::new(keys);
        followed.part(common.bytes());
        followed.text(&today.to_string());
        followed.text(&source.id);
        // What could not be read is in no file.
        followed.count(source.problems.sorted().len());
        for problem in source.problems.sorted() {
            followed.text(problem.code);
            followed.text(&problem.place.file);
            followed.text(&problem.message);
        }
        let digest = |(path, file): (&String, &SourceFile)| (path.clone(), keys.digest([&**file.bytes()]));
        let files: BTreeMap<String, KeyedDigest> = source.files.par_iter().map(digest).collect();
        files.iter().for_each(|(path, digest)| followed.named(path, digest));
        State { whole: followed.digest(), files }
    }
}

/// Of each page of documentation that an audience has: of its text, and of everything in the portal that a page can show
/// beside its own text. That is all but the texts of the other documents; of those it is where they are, what they are
/// called and what stands at their head.
pub(super) fn pages<'p>(
    keys: &CacheKeys,
    common: &KeyedDigest,
    state: &State,
    portal: &AudiencePortal<'p>,
    access: &Access,
) -> Vec<(&'p Doc, KeyedDigest)> {
    let around = around(keys, common, state, portal, access);
    let docs: Vec<&'p Doc> = portal.docs().collect();
    let page = |doc: &'p Doc| {
        let mut followed = Followed::new(keys);
        followed.part(around.bytes());
        followed.text(doc.path.as_str());
        match state.files.get(&doc.source).filter(|_| !doc.shared) {
            Some(digest) => followed.part(digest.bytes()),
            None => followed.file(doc.body.origin.file()),
        }
        for text in doc.texts() {
            let targets = portal.targets(text);
            followed.count(targets.len());
            targets.iter().for_each(|target| followed.target(target));
        }
        (doc, followed.digest())
    };
    docs.into_par_iter().map(page).collect()
}

/// Of what all pages of documentation of an audience may show.
fn around(
    keys: &CacheKeys,
    common: &KeyedDigest,
    state: &State,
    portal: &AudiencePortal<'_>,
    access: &Access,
) -> KeyedDigest {
    let mut followed = Followed::new(keys);
    followed.part(common.bytes());
    followed.text(portal.audience().as_str());
    // The preview shows them, a build does not.
    followed.count(usize::from(portal.has_drafts()));
    // A page is sealed under the keys of the epoch.
    followed.text(&access.portal.to_hex());
    followed.text(&access.epoch.id().to_hex());
    followed.text(&access.epoch.number().to_string());
    let others: Vec<_> = state.files.iter().filter(|(path, _)| !is_doc(path) && *path != LOCK_FILE).collect();
    followed.count(others.len());
    others.into_iter().for_each(|(path, digest)| followed.named(path, digest));
    followed.count(portal.sections().len());
    for section in portal.sections() {
        followed.text(&section.title);
        followed.count(section.docs.len());
        for doc in &section.docs {
            followed.text(doc.path.as_str());
            followed.text(&doc.item.title.value);
            followed.part(head(doc));
        }
    }
    // Of what is shared an audience has what its own content uses.
    followed.count(portal.terms().len());
    portal.terms().iter().for_each(|term| followed.text(&term.item.id.value));
    followed.count(portal.people().len());
    portal.people().iter().for_each(|person| followed.text(&person.item.id.value));
    followed.count(portal.assets().len());
    portal.assets().iter().for_each(|(name, _)| followed.text(name.as_str()));
    followed.digest()
}

fn is_doc(path: &str) -> bool {
    path.starts_with("docs/") && path.ends_with(".md")
}

/// What stands before the text of a document.
fn head(doc: &Doc) -> &[u8] {
    let (_, begin) = doc.body.key();
    &doc.body.origin.file().bytes()[..begin]
}

/// A digest that is put together part by part.
struct Followed<'k> {
    keys: &'k CacheKeys,
    parts: Vec<u8>,
}

impl<'k> Followed<'k> {
    fn new(keys: &'k CacheKeys) -> Self {
        Followed { keys, parts: Vec::new() }
    }

    fn part(&mut self, bytes: &[u8]) {
        self.parts.extend((bytes.len() as u64).to_be_bytes());
        self.parts.extend(bytes);
    }

    fn text(&mut self, text: &str) {
        self.part(text.as_bytes());
    }

    /// How many of something follow: two lists are never taken for one.
    fn count(&mut self, count: usize) {
        self.part(&(count as u64).to_be_bytes());
    }

    fn target(&mut self, target: &Target) {
        match target {
            Target::Nowhere => self.text("nowhere"),
            Target::External(to) => {
                self.text("external");
                self.text(to);
            }
            Target::Page(page, anchor) => {
                self.text("page");
                self.text(page.as_str());
                self.count(anchor.iter().len());
                self.text(anchor.as_deref().unwrap_or_default());
            }
            Target::Asset(name) => {
                self.text("asset");
                self.text(name.as_str());
            }
        }
    }

    fn named(&mut self, path: &str, digest: &KeyedDigest) {
        self.text(path);
        self.part(digest.bytes());
    }

    fn file(&mut self, file: &SourceFile) {
        self.named(file.path(), &self.keys.digest([&**file.bytes()]));
    }

    fn digest(&self) -> KeyedDigest {
        self.keys.digest([self.parts.as_slice()])
    }
}
