//! What a YAML mistake means to somebody who does not know YAML.

use granit_parser::{ErrorKind, ScanError};

use crate::check;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// The mistake in words, at the line where it can be mended.
///
/// `slice` is the text that was read, `offset` where it begins in the file.
pub(super) fn explain(file: &SourceFile, slice: &str, offset: usize, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0).min(slice.len());
    if let Some(tab) = tab_indentation(slice, at) {
        return check::YAML_TAB
            .at(file.place(Span::new(tab.clone()).shifted(offset)), "this line is indented with a tab")
            .help("indent with spaces: two for each level");
    }
    let (message, help) = words(error.kind());
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
        ErrorKind::UnclosedQuotedScalar | ErrorKind::UnexpectedEof | ErrorKind::DocumentIndicatorInQuotedScalar => {
            ("a text in quotes begins here and does not end", "close it with the same quote it begins with")
        }
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
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => {
            ("this closing bracket has no opening one", "put the text in quotes, or remove the bracket")
        }
        ErrorKind::UnknownAnchor => ("`*` at the beginning has a special meaning here", "put the text in quotes"),
        ErrorKind::UnexpectedCharacter { .. } => ("a text cannot begin with this character", "put the text in quotes"),
        ErrorKind::RecursionLimitExceeded => {
            ("this is nested too deeply", "lists and groups may lie at most 48 deep inside each other")
        }
        _ => (
            "this line does not fit the lines around it",
            "every field is `name: value` on a line of its own; lines that belong together begin in the same column",
        ),
    }
}
