//! The public part of a portal: the agency's gate, its styles, scripts and mark. The same for every client.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::{Compression, GzBuilder};
use serde_json::{Map, Value as Json};

use super::site::contact;
use super::view::{GateLanguage, GateView};
use crate::content::Agency;
use crate::content::language::Language;
use crate::diagnostic::Diagnostic;
use crate::digest::short_digest;
use crate::source::SourceFile;
use crate::theme::Theme;

/// What a browser may do on a page of a portal: nothing but what the portal itself brings.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' blob:; media-src blob:; font-src 'self'; connect-src 'self'; frame-src blob:; \
     form-action 'none'; base-uri 'none'";

/// A file that everybody may read. Only the gate is made of such files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicFile {
    bytes: Vec<u8>,
}

impl PublicFile {
    /// The contents.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The public files of a portal, by name. They say who the agency is and nothing about any client.
#[derive(Debug, Clone)]
pub struct Gate {
    files: BTreeMap<String, PublicFile>,
    mark: Option<String>,
}

impl Gate {
    /// The files by name: `index.html`, and the others with a digest of their contents in the name.
    pub fn files(&self) -> &BTreeMap<String, PublicFile> {
        &self.files
    }

    /// The file name of the agency's mark.
    pub fn mark(&self) -> Option<&str> {
        self.mark.as_deref()
    }
}

/// Renders the gate of `agency`. `mark` is the picture that its settings name.
///
/// # Errors
/// Where the template of the gate cannot be used.
pub fn render_gate(agency: &Agency, mark: Option<&SourceFile>, theme: &Theme) -> Result<Gate, Box<Diagnostic>> {
    let mut files = BTreeMap::new();
    let mut add = |name: String, bytes: Vec<u8>| {
        files.insert(name.clone(), PublicFile { bytes });
        name
    };
    let stylesheet = gate_styles(agency, theme);
    let stylesheet = add(hashed("gate.css", stylesheet.as_bytes()), stylesheet.into_bytes());
    let portal_styles = gzip(theme.styles().portal.as_bytes());
    let portal_stylesheet = add(hashed("portal.bin", &portal_styles), portal_styles);
    let mark = mark.map(|mark| {
        let ending = mark.path().rsplit('.').next().unwrap_or("svg").to_ascii_lowercase();
        add(hashed(&format!("mark.{ending}"), mark.bytes()), mark.bytes().to_vec())
    });
    let scripts = linked(theme);
    let texts: Vec<&str> = scripts.values().map(|(_, text)| text.as_str()).collect();
    let entry = scripts.get("main.js").map(|(file, _)| file.clone()).unwrap_or_default();
    let modules: Vec<String> =
        scripts.values().map(|(file, _)| file).filter(|file| is_imported(file, &texts)).cloned().collect();
    for (file, text) in scripts.values() {
        add(file.clone(), text.clone().into_bytes());
    }
    let languages: Vec<(&String, Language)> = theme
        .locales()
        .keys()
        .filter_map(|code| Some((code, Language::read(code, std::slice::from_ref(code)).ok()?)))
        .collect();
    let view = GateView {
        agency: &agency.name,
        mark: mark.as_deref(),
        contact: agency.contact.as_ref().map(contact),
        language: agency.language.locale(),
        dir: agency.language.direction(),
        stylesheet: &stylesheet,
        portal_stylesheet: &portal_stylesheet,
        script: &entry,
        modules: modules.iter().map(String::as_str).collect(),
        csp: CONTENT_SECURITY_POLICY,
        languages: languages
            .iter()
            .map(|(code, language)| GateLanguage {
                code,
                dir: language.direction(),
                gate: theme.locale(code).words().get("gate").unwrap_or(&Json::Null),
            })
            .collect(),
        words: theme.locale(agency.language.locale()).words(),
    };
    let index = theme.templates().render("gate.html", &view).map_err(|error| error.diagnostic)?;
    files.insert("index.html".to_owned(), PublicFile { bytes: index.into_bytes() });
    Ok(Gate { files, mark })
}

/// The gate's styles, and the agency's colour after them.
fn gate_styles(agency: &Agency, theme: &Theme) -> String {
    match &agency.accent {
        Some(accent) => format!("{}\n@layer tokens {{ :root {{ --brand: {accent}; }} }}\n", theme.styles().gate),
        None => theme.styles().gate.clone(),
    }
}

/// Every module under the name that says what is in it, its imports pointing to such names: module name to file name
/// and text. A module is named after those it imports are, so that a change reaches all that depend on it.
fn linked(theme: &Theme) -> BTreeMap<String, (String, String)> {
    let mut waiting: BTreeMap<String, String> = theme.scripts().clone();
    waiting.insert("words.js".to_owned(), words(theme));
    let mut linked: BTreeMap<String, (String, String)> = BTreeMap::new();
    while !waiting.is_empty() {
        let depends = |text: &str| waiting.keys().any(|name| text.contains(&specifier(name)));
        let ready: Vec<String> =
            waiting.iter().filter(|(_, text)| !depends(text)).map(|(name, _)| name.clone()).collect();
        // Modules in a circle cannot be named after their contents; they keep their names.
        let ready = if ready.is_empty() { waiting.keys().cloned().collect() } else { ready };
        for name in ready {
            let Some(text) = waiting.remove(&name) else { continue };
            let file = hashed(&name, text.as_bytes());
            for other in waiting.values_mut() {
                *other = other.replace(&specifier(&name), &specifier(&file));
            }
            linked.insert(name, (file, text));
        }
    }
    linked
}

/// Whether a module needs this file before it can run; `import('./name.js')` fetches one later, if at all.
fn is_imported(file: &str, texts: &[&str]) -> bool {
    let specifier = specifier(file);
    texts.iter().any(|text| text.match_indices(&specifier).any(|(at, _)| !text[..at].trim_end().ends_with('(')))
}

fn specifier(name: &str) -> String {
    format!("'./{name}'")
}

/// The words of the gate in every language, as a module. The open portal's come sealed, with its frame.
fn words(theme: &Theme) -> String {
    let languages: Map<String, Json> = theme
        .locales()
        .iter()
        .map(|(code, locale)| (code.clone(), locale.words().get("gate").cloned().unwrap_or(Json::Null)))
        .collect();
    format!("export const words = {};\n", Json::Object(languages))
}

/// One gzip member: a function of the bytes alone, without a time or a system in it.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::new(9));
    packer.write_all(bytes).and_then(|()| packer.finish()).expect("writing to memory does not fail")
}

/// `name.ending` with a digest of the contents between the two.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{}.{ending}", short_digest(bytes))
}
