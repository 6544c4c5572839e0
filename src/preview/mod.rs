//! The preview: the very same sealed portals as `build` writes, served from memory on this computer.
//!
//! `index.html` alone differs, by one script that brings the key, unless the preview is to go through the gate.

mod connections;
mod request;
mod screen;
mod server;
mod watcher;

pub use screen::Screen;
pub use server::{Bound, Serving, bind};
pub use watcher::{Watcher, Watching};

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use serde_json::json;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::html::escape;
use crate::names::AudienceId;
use crate::output::PortalFiles;
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
    language: String,
}

/// One portal in memory.
#[derive(Debug)]
pub struct PreviewPortal {
    /// What the list of portals calls it.
    pub title: String,
    /// Its files, as they were when its content was last without errors; `None` where it never was.
    pub files: Option<Arc<PortalFiles>>,
    /// The key that a page gets without a passphrase, and whose it is; `None` to go through the gate.
    pub unlocked: Option<(AudienceId, AudienceKey)>,
    /// Whether one goes through the gate.
    pub gated: bool,
    /// What is wrong with its content.
    pub problems: Diagnostics,
}

impl Preview {
    /// A preview without portals.
    pub fn new(agency: &str, language: &str) -> Self {
        Preview { portals: BTreeMap::new(), agency: agency.to_owned(), language: language.to_owned() }
    }

    /// Adds a portal under its address.
    pub fn add(&mut self, address: String, portal: PreviewPortal) {
        self.portals.insert(address, portal);
    }

    /// The addresses of the portals that are not as they were in `before`, or are gone.
    fn changed_since<'p>(&'p self, before: &'p Preview) -> impl Iterator<Item = &'p str> {
        let is_same = |address: &str, portal: &PreviewPortal| {
            before.portals.get(address).is_some_and(|before| portal.is_same(before))
        };
        let changed = self.portals.iter().filter(move |(address, portal)| !is_same(address, portal));
        let gone = before.portals.iter().filter(|(address, _)| !self.portals.contains_key(*address));
        changed.chain(gone).map(|(address, _)| address.as_str())
    }

    /// What a page of the portal at `address` has to know: which run and generation of the preview it is shown by, what
    /// its public page looks like, and what is wrong with its content.
    fn state(&self, address: &str, run: &str, generation: u64) -> String {
        // Whoever has to go through the gate is told nothing of what lies behind it.
        let portal = self.portals.get(address).filter(|portal| !portal.gated);
        let files = portal.and_then(|portal| portal.files.as_ref());
        let shell = files.and_then(|files| files.get("index.html")).map(shell);
        let audience = portal.and_then(|portal| portal.unlocked.as_ref()).map(|(audience, _)| audience.as_str());
        let problems = portal.map_or_else(Vec::new, |portal| {
            portal.problems.sorted().into_iter().filter(|one| one.severity == Severity::Error).map(told).collect()
        });
        json!({ "run": run, "generation": generation, "shell": shell, "audience": audience, "problems": problems })
            .to_string()
    }

    /// The answer to a request for `path`, as it stands in the request, without what follows a `?`.
    pub(crate) fn answer(&self, path: &str) -> Answer {
        if path == "/" {
            return Answer::found("text/html; charset=utf-8", self.list().into_bytes());
        }
        if let Some(name) = path.strip_prefix(PREFIX) {
            return self.own(name);
        }
        // `//name` would be another host in the address of a redirect.
        let Some(path_inside) = path.strip_prefix('/').filter(|path| !path.starts_with('/')) else {
            return Answer::Missing;
        };
        let Some((address, file)) = path_inside.split_once('/') else {
            return match self.portals.contains_key(path_inside) {
                true => Answer::Moved(format!("{path}/")),
                false => Answer::Missing,
            };
        };
        match self.portals.get(address) {
            Some(portal) => portal.answer(file),
            None => Answer::Missing,
        }
    }

    fn own(&self, name: &str) -> Answer {
        if name == "preview.js" {
            return Answer::found("text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec());
        }
        let portal = name.strip_prefix("key/").and_then(|address| self.portals.get(address));
        match portal.and_then(|portal| portal.unlocked.as_ref()) {
            Some((audience, key)) => {
                let text = serde_json::json!({ "audience": audience.as_str(), "key": *key.to_b64() }).to_string();
                Answer::found("application/json", text.into_bytes())
            }
            None => Answer::Missing,
        }
    }

    /// A plain page for whoever runs the preview: all portals.
    fn list(&self) -> String {
        let rows: String = self
            .portals
            .iter()
            .map(|(address, portal)| {
                format!("<li><a href=\"/{}/\">{}</a></li>\n", escape(address), escape(&portal.title))
            })
            .collect();
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n\
             <main>\n<h1>{}</h1>\n<ul>\n{rows}</ul>\n</main>\n</html>\n",
            escape(&self.language),
            escape(&self.agency),
            escape(&self.agency),
        )
    }
}

impl PreviewPortal {
    fn answer(&self, file: &str) -> Answer {
        let name = if file.is_empty() { "index.html" } else { file };
        let bytes = self.files.as_ref().and_then(|files| files.get(name));
        let bytes = match (name, bytes) {
            ("index.html", Some(page)) if self.unlocked.is_some() => with_script(page, &shell(page)),
            // There is nothing to show yet but what is wrong.
            ("index.html", None) if self.files.is_none() => with_script(NOTHING_YET, ""),
            (_, Some(bytes)) => bytes.to_vec(),
            _ => return Answer::Missing,
        };
        Answer::found(content_type(name), bytes)
    }

    fn is_same(&self, other: &PreviewPortal) -> bool {
        let same_files = match (&self.files, &other.files) {
            (Some(files), Some(others)) => Arc::ptr_eq(files, others),
            (files, others) => files.is_none() && others.is_none(),
        };
        let audience = |portal: &PreviewPortal| portal.unlocked.as_ref().map(|(audience, _)| audience.clone());
        same_files && audience(self) == audience(other) && self.title == other.title && self.problems == other.problems
    }
}

/// Tells a portal's public page from that with another theme.
fn shell(page: &[u8]) -> String {
    let mut hash = DefaultHasher::new();
    page.hash(&mut hash);
    format!("{:016x}", hash.finish())
}

/// A problem, as the preview's script shows it.
fn told(problem: &Diagnostic) -> serde_json::Value {
    json!({
        "message": problem.message,
        "file": &*problem.place.file,
        "line": problem.place.line,
        "excerpt": problem.place.excerpt.as_ref().map(|excerpt| &excerpt.line),
        "help": problem.help,
    })
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

/// What runs in every page of the preview, before the portal's own script, which is a module, too.
const SCRIPT: &str = include_str!("preview.js");

/// The page of a portal that never was without errors.
const NOTHING_YET: &[u8] = b"<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <meta name=\"color-scheme\" content=\"light dark\">\n<title>Preview</title>\n</head>\n<body></body>\n</html>\n";

/// The portal's public page with the preview's script in front of its own.
fn with_script(page: &[u8], shell: &str) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let script = format!("<script type=\"module\" src=\"{PREFIX}preview.js?{shell}\"></script>\n");
    match page.find("<script") {
        Some(at) => format!("{}{script}{}", &page[..at], &page[at..]).into_bytes(),
        None => page.replace("</head>", &format!("{script}</head>")).into_bytes(),
    }
}

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
