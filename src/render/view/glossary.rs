//! What `glossary.html` gets to see.

use serde::Serialize;
use serde_json::Value as Json;

use super::parts::MarksView;

/// `glossary.html`.
#[derive(Debug, Serialize)]
pub struct GlossaryView<'v> {
    /// The terms, in the order of the alphabet.
    pub terms: Vec<TermView<'v>>,
    /// The words of the portal's language.
    pub words: &'v Json,
}

/// One term of the glossary.
#[derive(Debug, Serialize)]
pub struct TermView<'v> {
    /// Its anchor.
    pub id: &'v str,
    /// The word.
    pub term: &'v str,
    /// Other forms of it.
    pub aka: &'v [String],
    /// What it means in a sentence: safe HTML.
    pub short: String,
    /// More about it: safe HTML.
    pub means: Option<String>,
    /// What else is said of it.
    pub marks: MarksView<'v>,
}
