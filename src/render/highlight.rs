//! Code in colour, by classes: the colours are the style sheet's.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

/// Longer code is shown without colour: highlighting is the slowest part of a page.
const LONGEST: usize = 100_000;

/// Colours code, and remembers it where several audiences read it: it is coloured for the first of them.
#[derive(Debug)]
pub(super) struct Highlighter {
    /// `None` where there is one audience.
    known: Option<Mutex<Known>>,
}

/// Coloured code, by language and source.
type Known = HashMap<(String, String), Arc<str>>;

impl Highlighter {
    /// For a portal with so many audiences.
    pub(super) fn new(audiences: usize) -> Self {
        Highlighter { known: (audiences > 1).then(Mutex::default) }
    }

    /// The code as HTML, safe, with a class for each kind of word. `None` where the language is not known.
    pub(super) fn highlight(&self, language: &str, source: &str) -> Option<Arc<str>> {
        if language.is_empty() || source.len() > LONGEST {
            return None;
        }
        let Some(known) = &self.known else { return Some(coloured(language, source)?.into()) };
        let code = (language.to_owned(), source.to_owned());
        let known = || known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(html) = known().get(&code) {
            return Some(html.clone());
        }
        // Other pages are not kept waiting meanwhile.
        let html: Arc<str> = coloured(language, source)?.into();
        known().insert(code, html.clone());
        Some(html)
    }
}

/// `None` where the language is not known.
fn coloured(language: &str, source: &str) -> Option<String> {
    GRAMMARS.with(|grammars| {
        let grammars = grammars.get_or_init(SyntaxSet::load_defaults_newlines);
        let syntax = grammars.find_syntax_by_token(language)?;
        let style = ClassStyle::SpacedPrefixed { prefix: "hl-" };
        let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, grammars, style);
        for line in LinesWithEndings::from(source) {
            generator.parse_html_for_line_which_includes_newline(line).ok()?;
        }
        Some(generator.finalize())
    })
}

thread_local! {
    /// Each thread has its own: to share what a grammar looks with costs all threads but the first one more than that.
    static GRAMMARS: OnceCell<SyntaxSet> = const { OnceCell::new() };
}
