//! The preview: the very same sealed portals as `build` writes, served from memory on this computer.
//!
//! `index.html` alone differs, by one script that brings the key, unless the preview is to go through the gate.

mod request;
mod server;

pub use server::{Bound, bind};

use std::collections::BTreeMap;

use crate::html::escape;
use crate::names::AudienceId;
use crate::output::PortalFiles;
use crate::seal::AudienceKey;

/// Where the preview's own files lie; no portal has such an address.
const PREFIX: &str = "/_preview/";

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
    /// Its files.
    pub files: PortalFiles,
    /// The key that a page gets without a passphrase, and whose it is; `None` to go through the gate.
    pub unlocked: Option<(AudienceId, AudienceKey)>,
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
        if name == "unlock.js" {
            return Answer::found("text/javascript; charset=utf-8", UNLOCK.as_bytes().to_vec());
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
        let Some(bytes) = self.files.get(name) else { return Answer::Missing };
        let bytes = match (name, &self.unlocked) {
            ("index.html", Some(_)) => with_script(bytes),
            _ => bytes.to_vec(),
        };
        Answer::found(content_type(name), bytes)
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

/// Tells the portal's script how to open without a passphrase. It runs before that script, which is a module, too.
const UNLOCK: &str = "\
globalThis.vestibulePreview = async () => {
  const address = location.pathname.split('/')[1];
  const answer = await fetch('/_preview/key/' + address, { cache: 'no-store' });
  return answer.json();
};
";

/// The gate's page with the preview's script in front of its own.
fn with_script(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let script = format!("<script type=\"module\" src=\"{PREFIX}unlock.js\"></script>\n");
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
