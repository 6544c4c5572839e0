//! Code in colour, by classes: the colours are the style sheet's.

use std::sync::OnceLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

/// Longer code is shown without colour: highlighting is the slowest part of a page.
const LONGEST: usize = 100_000;

/// The code as HTML, safe, with a class for each kind of word. `None` where the language is not known.
pub(super) fn highlight(language: &str, source: &str) -> Option<String> {
    if language.is_empty() || source.len() > LONGEST {
        return None;
    }
    let grammars = grammars();
    let syntax = grammars.find_syntax_by_token(language)?;
    let style = ClassStyle::SpacedPrefixed { prefix: "hl-" };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, grammars, style);
    for line in LinesWithEndings::from(source) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

fn grammars() -> &'static SyntaxSet {
    static GRAMMARS: OnceLock<SyntaxSet> = OnceLock::new();
    GRAMMARS.get_or_init(SyntaxSet::load_defaults_newlines)
}
