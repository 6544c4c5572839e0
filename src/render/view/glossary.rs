//! What `glossary.html` gets to see.

use serde::Serialize;

use super::parts::{Link, MarksView};

/// `glossary.html`.
#[derive(Debug, Serialize)]
pub struct GlossaryView<'v> {
    /// The letters that terms begin with, in the order of the alphabet.
    pub letters: Vec<LetterView<'v>>,
    /// Whether there are so many terms that one jumps to a letter.
    pub jumps: bool,
}

/// The terms that begin with the same letter.
#[derive(Debug, Serialize)]
pub struct LetterView<'v> {
    /// The letter in capitals; `#` for figures and signs.
    pub letter: String,
    /// Its anchor.
    pub id: String,
    /// Where it is, for `href`.
    pub href: String,
    /// The terms, in the order of the alphabet.
    pub terms: Vec<TermView<'v>>,
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
    /// Pages on which it is used, three at most.
    pub used: Vec<Link>,
    /// How many more there are, in words, such as `and on 4 more pages`.
    pub used_more: Option<String>,
    /// What else is said of it.
    pub marks: MarksView<'v>,
}
