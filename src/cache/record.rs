//! What is written down of a client, and read again.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Excerpt, Place, Severity};
use crate::portal::terms::TermSet;
use crate::seal::KeyedDigest;
use crate::seal::encoding::{from_b64, to_b64};

/// What is known of pages of documentation, by audience and path.
pub(super) type KnownPages = BTreeMap<String, HashMap<String, KnownPage>>;

/// What is known of a page of documentation.
pub(super) struct KnownPage {
    /// Of all that it shows.
    pub(super) digest: KeyedDigest,
    /// The words of the glossary that it uses.
    pub(super) terms: TermSet,
}

/// What one build leaves to the next, for one client.
pub(super) struct Record {
    /// Of all that the portal and what is said of it followed from.
    pub(super) state: KeyedDigest,
    /// Of what was written.
    pub(super) written: KeyedDigest,
    /// How many files that is.
    pub(super) files: usize,
    /// Where it was written to, in the folder of all portals.
    pub(super) address: String,
    /// How many pages all audiences together have.
    pub(super) page_count: usize,
    /// Of the pages of documentation.
    pub(super) pages: KnownPages,
    /// What was wrong with the content.
    pub(super) diagnostics: Diagnostics,
}

impl Record {
    /// The bytes to be sealed.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let pages = self.pages.iter().map(|(audience, pages)| {
            let written = |page: &KnownPage| (page.digest.to_hex(), to_b64(page.terms.bytes()));
            let pages = pages.iter().map(|(path, page)| (path.clone(), written(page)));
            (audience.clone(), pages.collect())
        });
        let written = Written {
            state: self.state.to_hex(),
            written: self.written.to_hex(),
            files: self.files,
            address: self.address.clone(),
            page_count: self.page_count,
            pages: pages.collect(),
            diagnostics: self.diagnostics.sorted().into_iter().map(Told::of).collect(),
        };
        serde_json::to_vec(&written).expect("texts and numbers can always be written as JSON")
    }

    /// Out of the bytes that were sealed; `None` where this version of the program does not understand them.
    pub(super) fn read(bytes: &[u8]) -> Option<Record> {
        let written: Written = serde_json::from_slice(bytes).ok()?;
        let mut pages = KnownPages::new();
        for (audience, known) in written.pages {
            let known = known.into_iter().map(|(path, (digest, terms))| {
                let digest = KeyedDigest::from_hex(&digest)?;
                Some((path, KnownPage { digest, terms: TermSet::from_bytes(from_b64(&terms)?) }))
            });
            pages.insert(audience, known.collect::<Option<_>>()?);
        }
        let told: Option<Vec<Diagnostic>> = written.diagnostics.into_iter().map(Told::diagnostic).collect();
        let mut diagnostics = Diagnostics::new();
        diagnostics.extend(told?);
        Some(Record {
            state: KeyedDigest::from_hex(&written.state)?,
            written: KeyedDigest::from_hex(&written.written)?,
            files: written.files,
            address: written.address,
            page_count: written.page_count,
            pages,
            diagnostics,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Written {
    state: String,
    written: String,
    files: usize,
    address: String,
    page_count: usize,
    pages: BTreeMap<String, BTreeMap<String, (String, String)>>,
    diagnostics: Vec<Told>,
}

/// A diagnostic.
#[derive(Serialize, Deserialize)]
struct Told {
    code: String,
    severity: String,
    message: String,
    help: Option<String>,
    file: String,
    line: u32,
    column: u32,
    excerpt: Option<(String, Range<usize>)>,
}

impl Told {
    fn of(one: &Diagnostic) -> Told {
        let excerpt = one.place.excerpt.as_ref().map(|excerpt| (excerpt.line.clone(), excerpt.marked.clone()));
        Told {
            code: one.code.to_owned(),
            severity: one.severity.word().to_owned(),
            message: one.message.clone(),
            help: one.help.clone(),
            file: one.place.file.to_string(),
            line: one.place.line,
            column: one.place.column,
            excerpt,
        }
    }

    /// `None` where this version of the program has no such check.
    fn diagnostic(self) -> Option<Diagnostic> {
        let code = check::ALL.iter().find(|check| check.code == self.code)?.code;
        let severities = [Severity::Error, Severity::Warning, Severity::Hint];
        let severity = severities.into_iter().find(|severity| severity.word() == self.severity)?;
        let excerpt = self.excerpt.map(|(line, marked)| Excerpt { line, marked });
        let place = Place { file: self.file.into(), line: self.line, column: self.column, excerpt };
        Some(Diagnostic { code, severity, message: self.message, place, help: self.help })
    }
}
