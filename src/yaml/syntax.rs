//! What a YAML mistake means to somebody who does not know YAML.

use granit_parser::{ErrorKind, ScanError};

use crate::check;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// The mistake in words, at the line where it can be mended.
///
/// `slice` is the text that was read, `offset` where it begins in the file.
pub(super) fn explain(file: &SourceFile, slice: &str, offset: usize, error: &ScanError) -> Diagnostic {
    let at = floor(slice, error.marker().byte_offset().unwrap_or(0));
    if let Some(tab) = tab_indentation(slice, at) {
        return check::YAML_TAB
            .at(file.place(Span::new(tab.clone()).shifted(offset)), "this line is indented with a tab")
            .help("indent with spaces: two for each level");
    }
    if let Some(line) = merge_conflict(slice, at) {
        return check::YAML_SYNTAX
            .at(
                file.place(Span::new(line).shifted(offset)),
                "two versions of this file were put together, and both stand here",
            )
            .help("keep what is right and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`");
    }
    let at = if is_about_quotes(error.kind()) { open_quote(slice, at).unwrap_or(at) } else { at };
    let (message, help) = by_line(error.kind(), slice, at).unwrap_or_else(|| words(error.kind()));
    // An error at the end of a line belongs to that line, not to the empty one after it.
    let at = if slice[..at].ends_with('\n') && at == slice.len() { at.saturating_sub(1) } else { at };
    let end = slice[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    check::YAML_SYNTAX.at(file.place(Span::new(at..end).shifted(offset)), message).help(help)
}

/// The tab that indents the line of the mistake or the one after it: the library names the line before.
fn tab_indentation(slice: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let mut start = slice[..floor(slice, at)].rfind('\n').map_or(0, |i| i + 1);
    for _ in 0..2 {
        let line = slice[start..].split('\n').next().unwrap_or_default();
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        if let Some(tab) = indent.find('\t') {
            return Some(start + tab..start + tab + 1);
        }
        start += line.len() + 1;
        if start >= slice.len() {
            return None;
        }
    }
    None
}

/// The line of the mistake or the one before it, where it is one that version control leaves in a conflict.
fn merge_conflict(slice: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let start = line_start(slice, at);
    [line_start(slice, start.saturating_sub(1)), start].into_iter().find_map(|start| {
        let line = line_at(slice, start);
        let is_mark = ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
        is_mark.then_some(start..start + line.len())
    })
}

fn is_about_quotes(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::InvalidQuotedScalarIndent
            | ErrorKind::UnclosedQuotedScalar
            | ErrorKind::UnexpectedEof
            | ErrorKind::DocumentIndicatorInQuotedScalar
    )
}

/// The quote that a value begins with and that its line does not close, on the nearest line above the mistake: the
/// library notices only where the next field begins.
fn open_quote(slice: &str, at: usize) -> Option<usize> {
    let mut start = line_start(slice, at);
    loop {
        let line = line_at(slice, start);
        let begins = |(i, c): &(usize, char)| {
            let before = line[..*i].trim_end_matches(' ');
            let first = before.is_empty()
                || (before.len() < *i && before.ends_with([':', '-']))
                || before.ends_with(['[', ',', '{']);
            matches!(c, '"' | '\'') && first
        };
        let open = |(i, c): &(usize, char)| line[i + 1..].matches(*c).count() % 2 == 0;
        if let Some((i, _)) = line.char_indices().filter(begins).find(open) {
            return Some(start + i);
        }
        start = line_start(slice, start.checked_sub(1)?);
    }
}

/// Mistakes that the kind of error says less about than the line does.
fn by_line(kind: &ErrorKind, slice: &str, at: usize) -> Option<(&'static str, &'static str)> {
    let start = line_start(slice, at);
    let line = line_at(slice, start);
    let before = &slice[start..floor(slice, at)];
    match kind {
        ErrorKind::MappingValueNotAllowed if !before.trim_end_matches(':').contains(": ") => Some((
            "this line begins further to the right than the fields around it, so it counts as more of the text above",
            "begin it in the same column; if it is more of that text, put the whole text in quotes",
        )),
        ErrorKind::ExpectedBlockMappingKey if before.trim_end().ends_with([']', '}']) => {
            Some(("there is something after the closing bracket", "put the whole text in quotes"))
        }
        ErrorKind::SimpleKeyExpected if !line.contains(": ") && line.trim_end().trim_end_matches(':').contains(':') => {
            Some(("there is no space after the `:`", "write `name: value`"))
        }
        _ => None,
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..floor(text, at)].rfind('\n').map_or(0, |i| i + 1)
}

fn line_at(text: &str, start: usize) -> &str {
    text[start..].split(['\r', '\n']).next().unwrap_or_default()
}

fn floor(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

fn words(kind: &ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidMappingValueWhitespace => {
            ("there is a second `: ` in this line", "put the text in quotes: `title: \"Payments: what changes\"`")
        }
        kind if is_about_quotes(kind) => (
            "a text in quotes begins here and does not end",
            "close it with the same quote, or put the whole text in double quotes",
        ),
        ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => (
            "there is something after the closing quote",
            "put the whole text in quotes; inside double quotes write `\\\"` for a quote",
        ),
        ErrorKind::UnknownQuotedScalarEscape => {
            ("`\\` has a special meaning inside double quotes", "use single quotes, or write `\\\\`")
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::ExpectedFlowMappingSeparator => {
            ("a list or group begins with a bracket and does not end", "close it with `]` or `}`")
        }
        ErrorKind::MismatchedFlowCollectionEnd { .. } => {
            ("this bracket is closed by one of another kind", "close `[` with `]` and `{` with `}`")
        }
        ErrorKind::MisplacedFlowCollectionEnd => {
            ("this closing bracket has no opening one", "put the text in quotes, or remove the bracket")
        }
        ErrorKind::UnknownAnchor => ("`*` at the beginning has a special meaning here", "put the text in quotes"),
        ErrorKind::UnexpectedCharacter { .. } => ("a text cannot begin with this character", "put the text in quotes"),
        ErrorKind::InvalidBlockScalarHeader | ErrorKind::InvalidBlockScalarIndent => {
            ("`|` and `>` at the beginning have a special meaning here", "put the text in quotes")
        }
        ErrorKind::BlockSequenceEntryNotAllowed => {
            ("a list begins on a line of its own", "put each `- ` on a line below this one, or the text in quotes")
        }
        ErrorKind::RecursionLimitExceeded => {
            ("this is nested too deeply", "lists and groups may lie at most 48 deep inside each other")
        }
        _ => (
            "this line does not fit the lines around it",
            "every field is `name: value` on a line of its own; lines that belong together begin in the same column",
        ),
    }
}
