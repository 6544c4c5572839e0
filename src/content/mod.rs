//! The second stage: what the files say. One file per kind of content holds its type and its reader.
//!
//! Nothing here knows about other items: whether a link leads anywhere is the business of [`crate::portal`].

pub mod agency;
pub mod attachment;
pub mod client;
pub mod doc;
mod front_matter;
pub mod glossary;
pub mod item;
pub mod language;
pub mod markdown;
pub mod slug;

use std::collections::{BTreeMap, BTreeSet};

pub use agency::{Agency, parse_agency};

use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::names::AssetName;
use crate::source::ClientSource;
use attachment::Attachment;
use client::Client;
use doc::Doc;
use glossary::Term;
use item::Declared;

/// Everything one client's folder says.
#[derive(Debug, Clone)]
pub struct Content {
    /// Who it is for; `None` where `client.yml` says too little. The rest is there all the same, so that everything
    /// wrong in the folder is said at once.
    pub client: Option<Client>,
    /// Where the client's own fields were read from, for messages about them.
    pub client_file: crate::source::SourceFile,
    /// The documentation, in the order of the files.
    pub docs: Vec<Doc>,
    /// The glossary, in the order of the file.
    pub terms: Vec<Term>,
    /// Every other file that could be published, by name.
    pub attachments: BTreeMap<AssetName, Attachment>,
}

/// Reads one client's folder. What is wrong is collected; `None` only where there is no `client.yml` to read.
///
/// `languages` are the locales there are words for.
pub fn parse(
    source: &ClientSource,
    agency: &Agency,
    languages: &[String],
    diagnostics: &mut Diagnostics,
) -> Option<Content> {
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
    let client = client::parse_client(&source.id, client_file, agency, languages, diagnostics);
    let declared = match &client {
        Some(client) => Declared::These(&client.audiences),
        None => Declared::Unknown,
    };
    diagnostics.extend(misnamed(source));
    let mut docs = Vec::new();
    let mut terms = Vec::new();
    let mut attachments = BTreeMap::new();
    for (path, file) in &source.files {
        match kind_of(path) {
            FileKind::Client => {}
            FileKind::Glossary => terms = glossary::parse_glossary(file, declared, diagnostics),
            FileKind::Doc => docs.extend(doc::parse_doc(path, file, declared, diagnostics)),
            FileKind::Attachment => {
                if let Some(attachment) = Attachment::new(path, file) {
                    attachments.insert(attachment.name.clone(), attachment);
                }
            }
            FileKind::NotYetRead => {}
        }
    }
    Some(Content { client, client_file: client_file.clone(), docs, terms, attachments })
}

enum FileKind {
    Client,
    Glossary,
    Doc,
    Attachment,
    NotYetRead,
}

fn kind_of(path: &str) -> FileKind {
    match path {
        "client.yml" => FileKind::Client,
        "glossary.yml" => FileKind::Glossary,
        _ if path.starts_with("files/") => FileKind::Attachment,
        _ if path.starts_with("docs/") && path.ends_with(".md") => FileKind::Doc,
        // Settings, locks and texts of other kinds are never published as files.
        _ if path.ends_with(".yml") || path.ends_with(".md") || !path.contains('/') => FileKind::NotYetRead,
        _ => FileKind::Attachment,
    }
}

/// What is nearly called like something that is read, and would be left out without a word.
fn misnamed(source: &ClientSource) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut folders = BTreeSet::new();
    for (path, file) in &source.files {
        match path.split_once('/') {
            None => found.extend(settings_name(path).map(|name| left_out(file.whole(), "file", name))),
            Some(("docs", _)) => found.extend(page_name(path).map(|name| left_out(file.whole(), "file", &name))),
            Some((folder, _)) => {
                if let Some(name) = folder_name(folder).filter(|_| folders.insert(folder)) {
                    let place = Place::whole_file(format!("{}/{folder}", source.id).into());
                    found.push(left_out(place, "folder", name));
                }
            }
        }
    }
    found
}

fn left_out(place: Place, what: &str, name: &str) -> Diagnostic {
    let message = format!("this {what} would be left out: capital letters and endings count");
    check::FILE_NAME.at(place, message).help(format!("call it `{name}`"))
}

/// What a file beside `client.yml` should be called, if that is not what it is called.
fn settings_name(name: &str) -> Option<&'static str> {
    let plain = name.to_lowercase().replace(".yaml", ".yml");
    ["glossary.yml", "access.lock"].into_iter().find(|known| *known == plain && *known != name)
}

/// The same of a folder.
fn folder_name(name: &str) -> Option<&'static str> {
    let plain = name.to_lowercase();
    ["docs", "files"].into_iter().find(|known| *known == plain && *known != name)
}

/// The same of a page.
fn page_name(path: &str) -> Option<String> {
    let (stem, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    (ending != "md" && ["md", "markdown"].contains(&ending.to_lowercase().as_str())).then(|| format!("{stem}.md"))
}
