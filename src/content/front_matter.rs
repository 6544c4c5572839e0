//! The fields between two lines of `---` at the top of a Markdown file.

use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::source::SourceFile;
use crate::yaml::{Node, Value, parse};

/// A Markdown file taken apart.
pub(super) struct FrontMatter {
    /// The fields; empty where there are none or where they cannot be read.
    pub(super) fields: Node,
    /// Where the text below them lies.
    pub(super) body: Span,
}

/// Splits `text`, the contents of `file`, into fields and body.
pub(super) fn split(file: &SourceFile, text: &str, diagnostics: &mut Diagnostics) -> FrontMatter {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let nothing = Node { span: Span::new(start..start), value: Value::Empty };
    let Some(opening) = marker(&text[start..]) else {
        return FrontMatter { fields: nothing, body: Span::new(start..text.len()) };
    };
    let fields_start = start + opening;
    let mut at = fields_start;
    while at < text.len() {
        if let Some(closing) = marker(&text[at..]) {
            let fields = parse(file, text, Span::new(fields_start..at), diagnostics).unwrap_or(nothing);
            return FrontMatter { fields, body: Span::new(at + closing..text.len()) };
        }
        at += text[at..].find('\n').map_or(text.len() - at, |i| i + 1);
    }
    diagnostics.push(
        check::UNCLOSED_FRONT_MATTER
            .at(file.place(Span::new(start..start + 3)), "the fields that begin here have no end")
            .help("add a line `---` below the last field"),
    );
    FrontMatter { fields: nothing, body: Span::new(text.len()..text.len()) }
}

/// The length of a line of exactly `---` at the beginning of `text`, with its line break.
fn marker(text: &str) -> Option<usize> {
    let line_end = text.find('\n').map_or(text.len(), |i| i + 1);
    (text[..line_end].trim_end() == "---" && text.starts_with("---")).then_some(line_end)
}
