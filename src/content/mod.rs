//! The second stage: what the files say. One file per kind of content holds its type and its reader.
//!
//! Nothing here knows about other items: whether a link leads anywhere is the business of [`crate::portal`].

pub mod agency;
pub mod allow;
pub mod approval;
pub mod attachment;
pub mod client;
pub mod closed;
pub mod comms;
pub mod contact;
pub mod date;
pub mod decision;
pub mod doc;
pub mod done;
pub mod file_note;
mod front_matter;
pub mod glossary;
pub mod health;
pub mod item;
pub mod language;
mod list;
pub mod markdown;
pub mod milestone;
mod misplaced;
pub mod person;
pub mod phase;
mod prose;
pub mod reference;
pub mod section;
mod shared;
pub mod slug;
pub mod task;
pub mod update;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

pub use agency::{Agency, parse_agency};
pub use shared::{Shared, named_once, parse_shared};

use crate::check;
use crate::diagnostic::{Diagnostics, Place};
use crate::money::Currency;
use crate::names::AssetName;
use crate::source::{ClientSource, SourceFile};
use crate::spelling::Guesser;
use attachment::Attachment;
use client::Client;
use decision::Decision;
use doc::Doc;
use file_note::FileNote;
use glossary::Term;
use item::Declared;
use milestone::Milestone;
use person::{KnownPeople, Person};
use phase::Phase;
use section::SectionWords;
use task::Task;
use update::Update;

/// What reading a client's folder needs to know beside the folder.
#[derive(Clone, Copy)]
pub struct Surroundings<'s> {
    /// Who publishes the portals.
    pub agency: &'s Agency,
    /// What is written once for all clients.
    pub shared: &'s Shared,
    /// The locales there are words for.
    pub languages: &'s [String],
    /// Which headings have a meaning of their own.
    pub headings: &'s SectionWords,
    /// How documents are read: by [`doc::parse_doc`], or by whoever remembers what it said of the same file.
    pub read_doc: &'s ReadDoc<'s>,
}

/// Reads a document, as [`doc::parse_doc`] does.
pub type ReadDoc<'r> = dyn Fn(&str, &SourceFile, Declared<'_>, &mut Diagnostics) -> Option<Doc> + Sync + 'r;

/// Everything one client's folder says, and what all clients share.
#[derive(Debug, Clone)]
pub struct Content {
    /// Who it is for; `None` where `client.yml` says too little. The rest is there all the same, so that everything
    /// wrong in the folder is said at once.
    pub client: Option<Client>,
    /// Where the client's own fields were read from, for messages about them.
    pub client_file: SourceFile,
    /// Who works on the project, in the order of the file, and after them the shared people.
    pub people: Vec<Person>,
    /// Where that is written for this client; `None` where it is not.
    pub people_file: Option<SourceFile>,
    /// Whether more shared people may be written down than could be read.
    pub shared_people_lost: bool,
    /// The phases, in the order of the file.
    pub phases: Vec<Phase>,
    /// The milestones, in the order of the file.
    pub milestones: Vec<Milestone>,
    /// The tasks, in the order of the file.
    pub tasks: Vec<Task>,
    /// The decisions, in the order of the files.
    pub decisions: Vec<Decision>,
    /// The updates, in the order of the files.
    pub updates: Vec<Update>,
    /// The documentation, in the order of the files.
    pub docs: Vec<Doc>,
    /// The glossary, in the order of the file.
    pub terms: Vec<Term>,
    /// Every other file that could be published, by name.
    pub attachments: BTreeMap<AssetName, Attachment>,
    /// Those of them that lie where `shared/` has another file.
    pub covered: BTreeSet<AssetName>,
    /// Files, by their path in the folder, that are there and could not be read: what is wrong has been said. So has it
    /// of those in `shared/`.
    pub unread: BTreeSet<String>,
}

/// Reads one client's folder. What is wrong is collected; `None` only where there is no `client.yml` to read.
pub fn parse(source: &ClientSource, around: Surroundings<'_>, diagnostics: &mut Diagnostics) -> Option<Content> {
    diagnostics.append(source.problems.clone());
    let client_file = match source.files.get("client.yml") {
        Some(file) => file,
        None => {
            // The folder counts as a client because something of this name was there. What it is instead of a file is
            // among the problems already, unless it has just been taken away.
            if !source.problems.has_errors() {
                let place = Place::whole_file(format!("{}/client.yml", source.id).into());
                let help = "save the file again, or remove the folder";
                diagnostics.push(check::UNREADABLE.at(place, "`client.yml` is gone").help(help));
            }
            return None;
        }
    };
    let client = client::parse_client(&source.id, client_file, around.agency, around.languages, diagnostics);
    diagnostics.extend(misplaced::misplaced(source));
    let mut content = Content {
        client,
        client_file: client_file.clone(),
        people: Vec::new(),
        people_file: None,
        shared_people_lost: false,
        phases: Vec::new(),
        milestones: Vec::new(),
        tasks: Vec::new(),
        decisions: Vec::new(),
        updates: Vec::new(),
        docs: Vec::new(),
        terms: Vec::new(),
        attachments: BTreeMap::new(),
        covered: BTreeSet::new(),
        unread: shared::unread(source, &source.problems),
    };
    let declared = match &content.client {
        Some(client) => Declared::These(&client.audiences),
        None => Declared::Unknown,
    };
    let currency = content.client.as_ref().map_or_else(client::stand_in, |client| client.currency);
    let read = |(path, file): (&String, &SourceFile)| {
        let mut found = Diagnostics::new();
        (said(path, file, around, declared, currency, &mut found), found)
    };
    let all: Vec<(Said, Diagnostics)> = source.files.par_iter().map(read).collect();
    let mut notes = Vec::new();
    for ((path, file), (said, found)) in source.files.iter().zip(all) {
        diagnostics.append(found);
        content.take(path, file, said, &mut notes);
    }
    content.note(notes, diagnostics);
    diagnostics.extend(misplaced::unlinked(&content));
    content.share(around.shared);
    Some(content)
}

/// What one file says.
enum Said {
    People(Vec<Person>),
    Phases(Vec<Phase>),
    Milestones(Vec<Milestone>),
    Tasks(Vec<Task>),
    Terms(Vec<Term>),
    Notes(Vec<FileNote>),
    Doc(Option<Box<Doc>>),
    Decision(Option<Box<Decision>>),
    Update(Option<Box<Update>>),
    Attachment(Option<Box<Attachment>>),
    /// Nothing that is published as it stands there.
    Nothing,
}

fn said(
    path: &str,
    file: &SourceFile,
    around: Surroundings<'_>,
    declared: Declared<'_>,
    currency: Option<Currency>,
    diagnostics: &mut Diagnostics,
) -> Said {
    match kind_of(path) {
        FileKind::People => {
            let known = KnownPeople { people: &around.shared.people, lost: around.shared.people_lost };
            Said::People(person::parse_people(file, known, declared, diagnostics))
        }
        FileKind::Roadmap => Said::Phases(phase::parse_phases(file, declared, diagnostics)),
        FileKind::Milestones => Said::Milestones(milestone::parse_milestones(file, declared, diagnostics)),
        FileKind::Tasks => Said::Tasks(task::parse_tasks(file, declared, diagnostics)),
        FileKind::Glossary => Said::Terms(glossary::parse_glossary(file, declared, diagnostics)),
        FileKind::Files => Said::Notes(file_note::parse_file_notes(file, declared, diagnostics)),
        FileKind::Doc => Said::Doc((around.read_doc)(path, file, declared, diagnostics).map(Box::new)),
        FileKind::Decision => {
            let read = decision::parse_decision(path, file, around.headings, currency, declared, diagnostics);
            Said::Decision(read.map(Box::new))
        }
        FileKind::Update => {
            let read = update::parse_update(path, file, around.headings, declared, diagnostics);
            Said::Update(read.map(Box::new))
        }
        FileKind::Attachment => Said::Attachment(Attachment::new(path, file).map(Box::new)),
        FileKind::Client | FileKind::NotPublished => Said::Nothing,
    }
}

impl Content {
    fn take(&mut self, path: &str, file: &SourceFile, said: Said, notes: &mut Vec<FileNote>) {
        match said {
            Said::People(people) => {
                self.people = people;
                self.people_file = Some(file.clone());
            }
            Said::Phases(phases) => self.phases = phases,
            Said::Milestones(milestones) => self.milestones = milestones,
            Said::Tasks(tasks) => self.tasks = tasks,
            Said::Terms(terms) => self.terms = terms,
            Said::Notes(read) => *notes = read,
            Said::Doc(Some(doc)) => self.docs.push(*doc),
            Said::Doc(None) => self.unread.extend([path.to_owned()]),
            Said::Decision(decision) => self.decisions.extend(decision.map(|one| *one)),
            Said::Update(update) => self.updates.extend(update.map(|one| *one)),
            Said::Attachment(attachment) => {
                self.attachments.extend(attachment.map(|one| (one.name.clone(), *one)));
            }
            Said::Nothing => {}
        }
    }

    /// All texts but those of shared words and people.
    pub fn texts(&self) -> impl Iterator<Item = &markdown::Document> {
        let client = self.client.iter().flat_map(Client::texts);
        let people = self.people.iter().filter(|one| !one.shared).flat_map(Person::texts);
        let plan = self.phases.iter().flat_map(Phase::texts).chain(self.milestones.iter().flat_map(Milestone::texts));
        let tasks = self.tasks.iter().flat_map(Task::texts);
        let pages = self.decisions.iter().flat_map(Decision::texts).chain(self.updates.iter().flat_map(Update::texts));
        let docs = self.docs.iter().flat_map(Doc::texts);
        let terms = self.terms.iter().filter(|one| !one.shared).flat_map(Term::texts);
        client.chain(people).chain(plan).chain(tasks).chain(pages).chain(docs).chain(terms)
    }

    /// Puts what `files.yml` says to the files.
    fn note(&mut self, notes: Vec<FileNote>, diagnostics: &mut Diagnostics) {
        let guesser = Guesser::new();
        for note in notes {
            let name = AssetName::parse(&format!("files/{}", note.path.value)).ok();
            match name.and_then(|name| self.attachments.get_mut(&name)) {
                Some(attachment) => attachment.noted(note),
                None => {
                    let names = || self.attachments.keys().filter_map(|name| name.as_str().strip_prefix("files/"));
                    let written = &*note.path.value;
                    let short = written.trim_start_matches('/').trim_start_matches("files/");
                    let exact = names().find(|name| *name == short);
                    let help = match exact.or_else(|| guesser.guess(short, names())) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "put the file into the folder `files`, or take this entry out".to_owned(),
                    };
                    let message = format!("there is no file `{}` in the folder `files`", note.path.value);
                    let place = note.item.file.place(note.path.span);
                    diagnostics.push(check::BROKEN_LINK.at(place, message).help(help));
                }
            }
        }
    }
}

enum FileKind {
    Client,
    People,
    Roadmap,
    Milestones,
    Tasks,
    Glossary,
    Files,
    Doc,
    Decision,
    Update,
    Attachment,
    NotPublished,
}

fn kind_of(path: &str) -> FileKind {
    let is_page = path.ends_with(".md");
    match path {
        "client.yml" => FileKind::Client,
        "people.yml" => FileKind::People,
        "roadmap.yml" => FileKind::Roadmap,
        "milestones.yml" => FileKind::Milestones,
        "tasks.yml" => FileKind::Tasks,
        "glossary.yml" => FileKind::Glossary,
        "files.yml" => FileKind::Files,
        _ if path.starts_with("files/") => FileKind::Attachment,
        _ if path.starts_with("docs/") && is_page => FileKind::Doc,
        _ if path.starts_with("decisions/") && is_page => FileKind::Decision,
        _ if path.starts_with("updates/") && is_page => FileKind::Update,
        // Settings, locks and texts of other kinds are never published as files.
        _ if path.ends_with(".yml") || is_page || !path.contains('/') => FileKind::NotPublished,
        _ => FileKind::Attachment,
    }
}

/// The content of a client `acme` with these files, of an agency that says nothing of itself.
#[cfg(test)]
pub(crate) fn of_acme(files: &[(&str, &str)]) -> Content {
    let client = ("client.yml", "name: Acme\nproject: New shop\naddress: harbour-42\n");
    let file =
        |(path, text): &(&str, &str)| ((*path).to_owned(), SourceFile::new(format!("acme/{path}"), text.as_bytes()));
    let files = [client].iter().chain(files).map(file).collect();
    let source = ClientSource { id: "acme".to_owned(), files, problems: Diagnostics::new() };
    let around = Surroundings {
        agency: &Agency::unknown(),
        shared: &Shared::default(),
        languages: &[],
        headings: &section::SectionWords::default(),
        read_doc: &doc::parse_doc,
    };
    parse(&source, around, &mut Diagnostics::new()).expect("there is a client.yml")
}
