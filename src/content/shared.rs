//! `shared/`: people, words and documents that are written once for all clients.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::attachment::Attachment;
use super::doc::{Doc, parse_doc};
use super::glossary::{Term, parse_glossary};
use super::item::{Audience, Declared};
use super::misplaced::misplaced_in_shared;
use super::person::{KnownPeople, Person, parse_people};
use super::{Content, FileKind, kind_of};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::names::AssetName;
use crate::source::ClientSource;

/// What is written once for all clients. Each client's portal has of it what the client's own content uses.
#[derive(Debug, Clone, Default)]
pub struct Shared {
    /// The agency's people.
    pub people: Vec<Person>,
    /// Whether more people may stand there than could be read. What is wrong has been said.
    pub people_lost: bool,
    /// Words that more than one client needs.
    pub terms: Vec<Term>,
    /// Documents that more than one client reads.
    pub docs: Vec<Doc>,
    /// Pictures and the like that the documents and people refer to.
    pub attachments: BTreeMap<AssetName, Attachment>,
    /// Files, by their path in `shared/`, that are there and could not be read. What is wrong has been said.
    pub unread: BTreeSet<String>,
}

/// Reads `shared/`. Which audiences there are differs from client to client, so any may be named here.
pub fn parse_shared(source: &ClientSource, diagnostics: &mut Diagnostics) -> Shared {
    diagnostics.append(source.problems.clone());
    diagnostics.extend(misplaced_in_shared(source));
    let mut shared = Shared { unread: unread(source, &source.problems), ..Shared::default() };
    for (path, file) in &source.files {
        match kind_of(path) {
            FileKind::People => {
                let nobody = KnownPeople { people: &[], lost: false };
                shared.people = parse_people(file, nobody, Declared::Unknown, diagnostics);
                shared.people.iter_mut().for_each(|person| person.shared = true);
            }
            FileKind::Glossary => {
                shared.terms = parse_glossary(file, Declared::Unknown, diagnostics);
                shared.terms.iter_mut().for_each(|term| term.shared = true);
            }
            FileKind::Doc => match parse_doc(path, file, Declared::Unknown, diagnostics) {
                Some(doc) => shared.docs.push(Doc { shared: true, ..doc }),
                None => shared.unread.extend([path.to_owned()]),
            },
            // Nothing lists the files of all clients: a file is there for a text or a person that names it.
            FileKind::Attachment if !path.starts_with("files/") => {
                let attachment = Attachment::new(path, file);
                shared.attachments.extend(attachment.map(|attachment| (attachment.name.clone(), attachment)));
            }
            _ => {}
        }
    }
    shared.people_lost = has_errors(&format!("{}/people.yml", source.id), diagnostics);
    shared
}

/// The files of a folder that could not be read from the disk, by their path in it.
pub(super) fn unread(source: &ClientSource, problems: &Diagnostics) -> BTreeSet<String> {
    let errors = problems.sorted().into_iter().filter(|one| one.severity == Severity::Error);
    let in_folder = |one: &Diagnostic| one.place.file.strip_prefix(&format!("{}/", source.id)).map(str::to_owned);
    errors.filter_map(in_folder).collect()
}

fn has_errors(file: &str, diagnostics: &Diagnostics) -> bool {
    let error = |one: &&Diagnostic| one.severity == Severity::Error && *one.place.file == *file;
    diagnostics.is_incomplete(file) || diagnostics.sorted().iter().any(error)
}

impl Content {
    /// Adds what is shared, where the client has nothing of the same name.
    ///
    /// Words find their own way into a text. A word of the client's own that is for few, or not published yet, must not
    /// take the shared one away from all others: both are there, and [`named_once`] decides for each reader.
    pub(super) fn share(&mut self, shared: &Shared) {
        add(&mut self.people, &shared.people, |person| &person.item.id.value, |_| true);
        self.shared_people_lost = shared.people_lost;
        self.unread.extend(shared.unread.iter().cloned());
        self.open_to_all();
        let is_for_all = |term: &Term| term.item.audience == Audience::Everyone && !term.item.draft;
        add(&mut self.terms, &shared.terms, |term| &term.item.id.value, is_for_all);
        add(&mut self.docs, &shared.docs, |doc| &doc.source, |_| true);
        for (name, attachment) in &shared.attachments {
            match self.attachments.get(name) {
                Some(own) if own.file.bytes() != attachment.file.bytes() => {
                    self.covered.insert(name.clone());
                }
                Some(_) => {}
                None => {
                    self.attachments.insert(name.clone(), attachment.clone());
                }
            }
        }
        self.open_to_all();
    }

    /// What names every audience that the client has is for everybody.
    fn open_to_all(&mut self) {
        let Some(client) = &self.client else { return };
        let items = self.people.iter_mut().map(|one| &mut one.item);
        let items = items.chain(self.phases.iter_mut().map(|one| &mut one.item));
        let items = items.chain(self.milestones.iter_mut().map(|one| &mut one.item));
        let items = items.chain(self.tasks.iter_mut().map(|one| &mut one.item));
        let items = items.chain(self.decisions.iter_mut().map(|one| &mut one.item));
        let items = items.chain(self.updates.iter_mut().map(|one| &mut one.item));
        let items = items.chain(self.docs.iter_mut().map(|one| &mut one.item));
        let items = items.chain(self.terms.iter_mut().map(|one| &mut one.item));
        let items = items.chain(self.attachments.values_mut().filter_map(|one| one.item.as_mut()));
        for item in items {
            item.audience = std::mem::take(&mut item.audience).among(&client.audiences);
        }
    }
}

/// Of these words, which somebody may see, those that they are told of: where the client explains a word itself, the
/// shared explanation is left out.
pub fn named_once(terms: Vec<&Term>) -> Vec<&Term> {
    let own: HashSet<&str> = terms.iter().filter(|term| !term.shared).map(|term| term.item.id.value.as_str()).collect();
    terms.into_iter().filter(|term| !term.shared || !own.contains(term.item.id.value.as_str())).collect()
}

/// Adds what is shared, but for what has the same name as something of `own` that `counts`.
fn add<T: Clone>(own: &mut Vec<T>, shared: &[T], name: impl Fn(&T) -> &str, counts: impl Fn(&T) -> bool) {
    let taken: HashSet<String> = own.iter().filter(|item| counts(item)).map(|item| name(item).to_owned()).collect();
    own.extend(shared.iter().filter(|item| !taken.contains(name(item))).cloned());
}
