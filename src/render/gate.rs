//! The public part of a portal: the agency's gate, its styles, scripts and mark. The same for every client.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::brand::tokens;
use super::parts::contact;
use super::view::gate::{GateLanguage, GateView};
use crate::content::Agency;
use crate::content::language::Language;
use crate::diagnostic::Diagnostic;
use crate::digest::hashed;
use crate::gzip::Packer;
use crate::source::SourceFile;
use crate::theme::Theme;

/// What a browser may do on a page of a portal: nothing but what the portal itself brings.
///
/// Files that are opened in a tab of their own inherit it. A recording there is a media element of the browser's own, so
/// `media-src` is needed although no page has one; a PDF needs nothing.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' blob:; media-src blob:; connect-src 'self'; form-action 'none'; base-uri 'none'";

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
    let portal_styles = Packer::new(9).pack(theme.styles().portal.as_bytes());
    let portal_stylesheet = add(hashed("portal.bin", &portal_styles), portal_styles);
    let mark = mark.map(|mark| {
        let ending = mark.path().rsplit('.').next().unwrap_or("svg").to_ascii_lowercase();
        add(hashed(&format!("mark.{ending}"), mark.bytes()), mark.bytes().to_vec())
    });
    let scripts = theme.scripts();
    for (name, text) in &scripts.files {
        add(name.clone(), text.clone().into_bytes());
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
        script: &scripts.entry,
        early: scripts.early.as_deref(),
        modules: scripts.needed.iter().map(String::as_str).collect(),
        csp: CONTENT_SECURITY_POLICY,
        languages: languages
            .iter()
            .map(|(code, language)| GateLanguage {
                code,
                dir: language.direction(),
                gate: theme.locale(code).words().get("gate").unwrap_or(&Json::Null),
            })
            .collect(),
    };
    let words = theme.locale(agency.language.locale());
    let index = theme.templates().render("gate.html", &view, words.for_templates())?;
    files.insert("index.html".to_owned(), PublicFile { bytes: index.into_bytes() });
    Ok(Gate { files, mark })
}

/// The gate's styles, and the agency's colour after them: as it is, and as it can be read.
fn gate_styles(agency: &Agency, theme: &Theme) -> String {
    let brand = agency.accent.as_ref().map(|brand| tokens(&brand.value));
    format!("{}{}", theme.styles().gate, brand.unwrap_or_default())
}
