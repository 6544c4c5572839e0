//! The preview: the very same sealed portals as `build` writes, served from memory on this computer.
//!
//! `index.html` alone differs, by one script: it keeps the page up to date, and, unless one is to go through the gate, brings
//! the key and shows what whoever writes has to know.

mod connections;
mod editor;
mod list;
mod request;
mod retired;
mod run;
mod screen;
mod server;
mod shell;
mod snapshot;
mod told;
mod watcher;

pub use editor::Editor;
pub use request::Names;
pub use run::Run;
pub use screen::Screen;
pub use server::{Bound, Serving, bind};
pub use watcher::{Change, Watcher, Watching};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::names::AudienceId;
use crate::output::PortalFiles;
use crate::percent::decoded;
use crate::seal::AudienceKey;

/// Where the preview's own files lie; no portal has such an address.
const PREFIX: &str = "/_preview/";

/// What comes before an address where a page waits to hear of changes.
const EVENTS: &str = "/_preview/events/";

/// Everything that the preview can serve.
#[derive(Debug, Default)]
pub struct Preview {
    portals: BTreeMap<String, PreviewPortal>,
    agency: String,
    /// What is wrong beside the clients' own content.
    problems: Diagnostics,
}

/// One portal in memory.
#[derive(Debug)]
pub struct PreviewPortal {
    /// What the list of portals calls it.
    pub title: String,
    /// Its files, as they were when its content was last without errors; `None` where it never was.
    pub files: Option<Arc<PortalFiles>>,
    /// The keys that a page gets without a passphrase, and whose they are, first the one that it begins with; none to go
    /// through the gate.
    pub unlocked: Vec<(AudienceId, AudienceKey)>,
    /// What is wrong with its own content.
    pub problems: Diagnostics,
    /// What is said of it beside its pages.
    pub overview: Arc<Overview>,
}

/// What whoever writes is told of a portal that they look at.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// By the path of a page: the files that it is made from, first the one that one would edit.
    pub pages: BTreeMap<String, Vec<Arc<str>>>,
    /// How the project stands; `None` where nothing can be shown yet.
    pub standing: Option<Standing>,
}

/// How a project stands, for the list of all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// How it is doing, as the portal says it.
    pub health: Option<HealthWord>,
    /// How long ago anything was heard of it, in words.
    pub heard: String,
    /// Whether more was promised than was written.
    pub late: bool,
}

/// How a project is doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HealthWord {
    /// In the language of the portal.
    pub word: String,
    /// That language.
    pub language: String,
    /// The same in class names.
    pub class: &'static str,
}

impl Preview {
    /// A preview without portals. `problems` is what is wrong beside the clients' own content.
    pub fn new(agency: &str, problems: Diagnostics) -> Self {
        Preview { portals: BTreeMap::new(), agency: agency.to_owned(), problems }
    }

    /// Adds a portal under its address.
    pub fn add(&mut self, address: String, portal: PreviewPortal) {
        self.portals.insert(address, portal);
    }

    /// The addresses of the portals that are not as they were in `before`, or are gone.
    fn changed_since<'p>(&'p self, before: &'p Preview) -> impl Iterator<Item = &'p str> {
        let same_beside = self.says_the_same(before);
        let is_same = move |address: &str, portal: &PreviewPortal| {
            same_beside && before.portals.get(address).is_some_and(|before| portal.is_same(before))
        };
        let changed = self.portals.iter().filter(move |(address, portal)| !is_same(address, portal));
        let gone = before.portals.iter().filter(|(address, _)| !self.portals.contains_key(*address));
        changed.chain(gone).map(|(address, _)| address.as_str())
    }

    /// Whether what is said beside the portals is what `before` said.
    fn says_the_same(&self, before: &Preview) -> bool {
        self.agency == before.agency && self.problems == before.problems
    }

    /// The answer to a request for `path`, as it stands in the request, without what follows a `?`.
    pub(crate) fn answer(&self, path: &str, run: &Run) -> Answer {
        if path == "/" {
            return Answer::found("text/html; charset=utf-8", list::page(self, run).into_bytes());
        }
        if let Some(name) = path.strip_prefix(PREFIX) {
            return self.own(name, run).unwrap_or(Answer::Missing);
        }
        // `//name` would be another host in the address of a redirect.
        let Some(path_inside) = path.strip_prefix('/').filter(|path| !path.starts_with('/')) else {
            return Answer::Missing;
        };
        let Some((address, file)) = path_inside.split_once('/') else {
            return match self.portals.contains_key(&decoded(path_inside)) {
                true => Answer::Moved(format!("{path}/")),
                false => Answer::Missing,
            };
        };
        match self.portals.get(&decoded(address)) {
            Some(portal) => portal.answer(file, run),
            None => Answer::Missing,
        }
    }

    /// What the preview's own pages ask for.
    fn own(&self, name: &str, run: &Run) -> Option<Answer> {
        if let Some((_, content_type, text)) = OWN.iter().find(|(own, ..)| *own == name) {
            return Some(Answer::found(content_type, text.as_bytes().to_vec()));
        }
        let (kind, rest) = name.split_once('/')?;
        let (address, rest) = rest.split_once('/').map_or((rest, None), |(address, rest)| (address, Some(rest)));
        let portal = self.portals.get(&decoded(address))?;
        let text = match kind {
            "key" => told::key(portal, rest),
            "page" => told::page(portal, &format!("/{}", decoded(rest?)), run),
            _ => None,
        };
        Some(Answer::found("application/json", text?.into_bytes()))
    }
}

impl PreviewPortal {
    fn answer(&self, file: &str, run: &Run) -> Answer {
        let name = if file.is_empty() { "index.html" } else { file };
        let script = if run.gated { "gated.js" } else { "preview.js" };
        let bytes = match (name, self.files.as_ref().map(|files| files.get(name))) {
            ("index.html", Some(Some(page))) => shell::with_script(page, script, &shell::name(page)),
            // There is nothing to show yet but what is wrong.
            ("index.html", None) => shell::with_script(shell::NOTHING_YET, script, ""),
            (_, Some(Some(bytes))) => bytes.to_vec(),
            _ => return Answer::Missing,
        };
        Answer::found(content_type(name), bytes)
    }

    /// As whom it can be read, first as whom a page begins.
    fn audiences(&self) -> impl Iterator<Item = &str> {
        self.unlocked.iter().map(|(audience, _)| audience.as_str())
    }

    fn is_same(&self, other: &PreviewPortal) -> bool {
        let same_files = match (&self.files, &other.files) {
            (Some(files), Some(others)) => Arc::ptr_eq(files, others),
            (files, others) => files.is_none() && others.is_none(),
        };
        let same_overview = Arc::ptr_eq(&self.overview, &other.overview) || self.overview == other.overview;
        let same_people = self.audiences().eq(other.audiences());
        same_files && same_overview && same_people && self.title == other.title && self.problems == other.problems
    }
}

/// What a request gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    Found { content_type: &'static str, bytes: Vec<u8> },
    Moved(String),
    Missing,
}

impl Answer {
    fn found(content_type: &'static str, bytes: Vec<u8>) -> Self {
        Answer::Found { content_type, bytes }
    }
}

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// The preview's own files. None of them is in any build.
const OWN: [(&str, &str, &str); 10] = [
    ("preview.js", JAVASCRIPT, include_str!("page/preview.js")),
    ("gated.js", JAVASCRIPT, include_str!("page/gated.js")),
    ("follow.js", JAVASCRIPT, include_str!("page/follow.js")),
    ("listen.js", JAVASCRIPT, include_str!("page/listen.js")),
    ("styles.js", JAVASCRIPT, include_str!("page/styles.js")),
    ("overlay.js", JAVASCRIPT, include_str!("page/overlay.js")),
    ("problems.js", JAVASCRIPT, include_str!("page/problems.js")),
    ("bar.js", JAVASCRIPT, include_str!("page/bar.js")),
    ("list.js", JAVASCRIPT, include_str!("page/list.js")),
    ("list.css", "text/css; charset=utf-8", include_str!("page/list.css")),
];

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        _ => "application/octet-stream",
    }
}
