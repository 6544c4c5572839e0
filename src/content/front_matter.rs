//! The fields between two lines of `---` at the top of a Markdown file.

mod misplaced;

use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::source::SourceFile;
use crate::yaml::{Located, Node, Value, parse};
use memchr::memmem;
use misplaced::misplaced;

/// A Markdown file taken apart.
pub(super) struct FrontMatter {
    /// The fields; empty where there are none or where they cannot be read.
    pub(super) fields: Node,
    /// Where the text below them lies.
    pub(super) body: Span,
}

/// Reads a Markdown file: its parts, and the text of its body. `None` where it is no text at all; the diagnostics say why.
pub(super) fn read<'f>(file: &'f SourceFile, diagnostics: &mut Diagnostics) -> Option<(FrontMatter, &'f str)> {
    let text = match file.text() {
        Ok(text) => text,
        Err(problem) => {
            diagnostics.push(*problem);
            return None;
        }
    };
    if let Some(at) = conflict(text) {
        let message = "two versions of this text stand beside each other, and nobody has chosen yet";
        let help = "keep what is right and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`";
        diagnostics.push(check::MERGE_CONFLICT.at(file.place(at), message).help(help));
    }
    let front = split(file, text, diagnostics);
    let body = &text[front.body.start..front.body.end];
    Some((front, body))
}

/// The line that a version control begins two versions of the same lines with, if their end is there, too.
fn conflict(text: &str) -> Option<Span> {
    let begins = |mark: &str, in_text: &str| match text.starts_with(mark) {
        true => Some(0),
        false => memmem::find(text.as_bytes(), in_text.as_bytes()).map(|at| at + 1),
    };
    let start = begins("<<<<<<< ", "\n<<<<<<< ")?;
    begins(">>>>>>> ", "\n>>>>>>> ")?;
    Some(Span::new(start..start + "<<<<<<<".len()))
}

/// Splits `text`, the contents of `file`, into fields and body.
fn split(file: &SourceFile, text: &str, diagnostics: &mut Diagnostics) -> FrontMatter {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let nothing = Node { span: Span::new(start..start), value: Value::Empty };
    let Some(opening) = marker(&text[start..]) else {
        let found = misplaced(file, text, start, false);
        let fields = if found.is_some() { unread(start) } else { nothing };
        diagnostics.extend(found);
        return FrontMatter { fields, body: Span::new(start..text.len()) };
    };
    let fields_start = start + opening;
    let mut at = fields_start;
    while at < text.len() {
        if let Some(closing) = marker(&text[at..]) {
            let fields =
                parse(file, text, Span::new(fields_start..at), diagnostics).unwrap_or_else(|| unread(fields_start));
            let has_fields = fields.value != Value::Empty;
            diagnostics.extend(misplaced(file, text, at + closing, has_fields));
            return FrontMatter { fields, body: Span::new(at + closing..text.len()) };
        }
        at += line_length(&text[at..]);
    }
    diagnostics.push(
        check::UNCLOSED_FRONT_MATTER
            .at(file.place(Span::new(start..start + 3)), "the fields that begin here have no end")
            .help("add a line `---` below the last field"),
    );
    FrontMatter { fields: unread(start), body: Span::new(text.len()..text.len()) }
}

/// Fields of which not even the names can be read.
fn unread(at: usize) -> Node {
    let span = Span::new(at..at);
    let entry = (Located { value: String::new(), span }, Node { span, value: Value::Broken });
    Node { span, value: Value::Map(vec![entry]) }
}

/// The length of a line of exactly `---` at the beginning of `text`, with its line break.
fn marker(text: &str) -> Option<usize> {
    let line_end = line_length(text);
    (text[..line_end].trim_end() == "---" && text.starts_with("---")).then_some(line_end)
}

/// The length of the first line with its line break, which some old programs write as a carriage return alone.
fn line_length(text: &str) -> usize {
    match text.find(['\n', '\r']) {
        Some(end) if text[end..].starts_with("\r\n") => end + 2,
        Some(end) => end + 1,
        None => text.len(),
    }
}
