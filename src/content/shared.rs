//! `shared/`: people, words and documents that are written once for all clients.

use std::collections::BTreeMap;

use super::attachment::Attachment;
use super::doc::{Doc, parse_doc};
use super::glossary::{Term, parse_glossary};
use super::item::Declared;
use super::person::{Person, parse_people};
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
}

/// Reads `shared/`. Which audiences there are differs from client to client, so any may be named here.
pub fn parse_shared(source: &ClientSource, diagnostics: &mut Diagnostics) -> Shared {
    diagnostics.append(source.problems.clone());
    let mut shared = Shared::default();
    for (path, file) in &source.files {
        match kind_of(path) {
            FileKind::People => {
                shared.people = parse_people(file, &shared, Declared::Unknown, diagnostics);
                shared.people.iter_mut().for_each(|person| person.shared = true);
            }
            FileKind::Glossary => {
                shared.terms = parse_glossary(file, Declared::Unknown, diagnostics);
                shared.terms.iter_mut().for_each(|term| term.shared = true);
            }
            FileKind::Doc => {
                let doc = parse_doc(path, file, Declared::Unknown, diagnostics);
                shared.docs.extend(doc.map(|doc| Doc { shared: true, ..doc }));
            }
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

fn has_errors(file: &str, diagnostics: &Diagnostics) -> bool {
    let error = |one: &&Diagnostic| one.severity == Severity::Error && *one.place.file == *file;
    diagnostics.is_incomplete(file) || diagnostics.sorted().iter().any(error)
}

impl Content {
    /// Adds what is shared, where the client has nothing of the same name.
    pub(super) fn share(&mut self, shared: &Shared) {
        add(&mut self.people, &shared.people, |person| &person.item.id.value);
        self.shared_people_lost = shared.people_lost;
        add(&mut self.terms, &shared.terms, |term| &term.item.id.value);
        add(&mut self.docs, &shared.docs, |doc| &doc.source);
        for (name, attachment) in &shared.attachments {
            self.attachments.entry(name.clone()).or_insert_with(|| attachment.clone());
        }
    }
}

fn add<T: Clone>(own: &mut Vec<T>, shared: &[T], name: impl Fn(&T) -> &str) {
    let taken: std::collections::HashSet<String> = own.iter().map(|item| name(item).to_owned()).collect();
    own.extend(shared.iter().filter(|item| !taken.contains(name(item))).cloned());
}
