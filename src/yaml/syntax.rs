//! What a YAML mistake means to somebody who does not know YAML.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::layout::{indent, lines};
use super::quoting::advice;
use super::{names, values};
use crate::check::{self, Check};
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// A mistake in words, and the bytes of the text that are meant.
struct Meaning {
    check: &'static Check,
    at: Range<usize>,
    message: String,
    help: String,
}

/// The mistake in words, at the place where it can be mended, and the byte of `slice` where that is.
///
/// `slice` is the text that was read, `offset` where it begins in the file.
pub(super) fn explain(file: &SourceFile, slice: &str, offset: usize, error: &ScanError) -> (Diagnostic, usize) {
    let at = floor(slice, error.marker().byte_offset().unwrap_or(0));
    if let Some(spaces) = odd_indentation(slice, at) {
        return (names::indentation(file, Span::new(spaces.clone()).shifted(offset)), spaces.start);
    }
    if let Some(remark) = hidden_end(error.kind(), slice, at) {
        let whole = &slice[remark.start..remark.end];
        let problem = values::hash(file, Span::new(remark.clone()).shifted(offset), "", whole);
        let help = "put the text in quotes, or move the remark to a line of its own";
        return (problem.help(help), remark.start);
    }
    let meaning = lost_mark(error.kind(), at)
        .or_else(|| tab_indentation(slice, at))
        .or_else(|| merge_conflict(slice, at))
        .or_else(|| lost_colon(error.kind(), slice, at))
        .or_else(|| second_colon(error.kind(), slice, at))
        .or_else(|| no_field(error.kind(), slice, at))
        .unwrap_or_else(|| by_kind(error.kind(), slice, at));
    let place = file.place(Span::new(meaning.at.clone()).shifted(offset));
    (meaning.check.at(place, meaning.message).help(meaning.help), meaning.at.start)
}

impl Meaning {
    fn new(check: &'static Check, at: Range<usize>, message: &str, help: &str) -> Self {
        Meaning { check, at, message: message.to_owned(), help: help.to_owned() }
    }
}

/// The mark that programs put at the beginning of a file, in its middle: two files were put together.
fn lost_mark(kind: &ErrorKind, at: usize) -> Option<Meaning> {
    (*kind == ErrorKind::BomInsideDocument).then(|| Meaning {
        check: &check::INVISIBLE_CHARACTER,
        at: at..at + '\u{feff}'.len_utf8(),
        message: format!("a character that nobody sees ({}) stands here", names::in_words('\u{feff}')),
        help: "delete this line and type it anew".to_owned(),
    })
}

/// The line of the mistake and those below it and above it: the library names one of its neighbours at times.
fn lines_around(slice: &str, at: usize, offsets: [i8; 2]) -> impl Iterator<Item = usize> {
    let start = line_start(slice, at);
    offsets.into_iter().filter_map(move |offset| match offset {
        0 => Some(start),
        1 => slice[start..].find(['\n', '\r']).map(|end| {
            let end = start + end;
            end + if slice[end..].starts_with("\r\n") { 2 } else { 1 }
        }),
        _ => start.checked_sub(1).map(|end| line_start(slice, end)),
    })
}

/// The tab that indents the line of the mistake or the one after it.
fn tab_indentation(slice: &str, at: usize) -> Option<Meaning> {
    lines_around(slice, at, [0, 1]).find_map(|start| {
        let line = line_at(slice, start);
        let spaces = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        let tab = start + spaces.find('\t')?;
        Some(Meaning::new(
            &check::YAML_TAB,
            tab..tab + 1,
            "this line is indented with a tab",
            "indent with spaces: two for each level",
        ))
    })
}

/// The same with spaces that YAML takes for letters.
fn odd_indentation(slice: &str, at: usize) -> Option<Range<usize>> {
    lines_around(slice, at, [0, -1]).find_map(|start| {
        let line = line_at(slice, start);
        let spaces = line.len() - line.trim_start_matches(|c| c == ' ' || names::is_odd_space(c)).len();
        let odd = line[..spaces].find(|c| names::is_odd_space(c) && c != '\u{feff}')?;
        Some(start + odd..start + spaces)
    })
}

/// The line of the mistake or the one before it, where it is one that version control leaves in a conflict.
fn merge_conflict(slice: &str, at: usize) -> Option<Meaning> {
    let line = lines_around(slice, at, [-1, 0]).find(|start| {
        let line = line_at(slice, *start);
        ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark))
    })?;
    Some(Meaning::new(
        &check::YAML_SYNTAX,
        line..line + line_at(slice, line).len(),
        "two versions of this file were put together, and both stand here",
        "keep what is right and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
    ))
}

/// A remark that hides the bracket that would close the list or group of the mistake.
fn hidden_end(kind: &ErrorKind, slice: &str, at: usize) -> Option<Range<usize>> {
    if !is_about_brackets(kind) {
        return None;
    }
    let open = open_bracket(slice, at)?;
    let line = line_at(slice, open);
    let remark = line.find(" #")? + 1;
    let quotes = line[..remark].matches('"').count().is_multiple_of(2);
    (quotes && line[remark..].contains([']', '}'])).then_some(open + remark..open + line.len())
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

fn is_about_brackets(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::ExpectedFlowMappingSeparator
    )
}

fn is_about_colons(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement | ErrorKind::InvalidMappingValueWhitespace
    )
}

/// The quote that a value begins with and that its line does not close, on the nearest line above the mistake: the
/// library notices only where the next field begins.
fn open_quote(slice: &str, at: usize) -> Option<usize> {
    find_above(slice, at, |line| {
        let is_open = |(i, c): &(usize, char)| {
            matches!(c, '"' | '\'') && begins_value(line, *i) && line[i + 1..].matches(*c).count() % 2 == 0
        };
        line.char_indices().find(is_open).map(|(i, _)| i)
    })
}

/// The same for a bracket.
fn open_bracket(slice: &str, at: usize) -> Option<usize> {
    find_above(slice, at, |line| {
        let is_open = |(i, c): &(usize, char)| {
            let Some(end) = [('[', ']'), ('{', '}')].into_iter().find_map(|(open, end)| (open == *c).then_some(end))
            else {
                return false;
            };
            let said = line[*i..].split(" #").next().unwrap_or_default();
            begins_value(line, *i) && said.matches(*c).count() > said.matches(end).count()
        };
        line.char_indices().find(is_open).map(|(i, _)| i)
    })
}

/// Where `find` finds something on the line of byte `at`, or else on the nearest line above it.
fn find_above(slice: &str, at: usize, find: impl Fn(&str) -> Option<usize>) -> Option<usize> {
    let mut start = line_start(slice, at);
    loop {
        if let Some(i) = find(line_at(slice, start)) {
            return Some(start + i);
        }
        start = line_start(slice, start.checked_sub(1)?);
    }
}

/// Whether a value begins at byte `i` of a line.
fn begins_value(line: &str, i: usize) -> bool {
    let before = line[..i].trim_end_matches([' ', '\t']);
    before.is_empty() || (before.len() < i && before.ends_with([':', '-'])) || before.ends_with(['[', ',', '{'])
}

/// `- name Per Holm` above `  side: us`: the first field of an entry lacks its `:`.
fn lost_colon(kind: &ErrorKind, slice: &str, at: usize) -> Option<Meaning> {
    if *kind != ErrorKind::MappingValueNotAllowed {
        return None;
    }
    let own = line_start(slice, at);
    let above = line_start(slice, own.checked_sub(1)?);
    let line = line_at(slice, above);
    let column = indent(line);
    let entry = line[column..].strip_prefix("- ")?.trim();
    let (name, value) = entry.split_once(' ')?;
    let is_name = name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    if !is_name || entry.contains([':', '"', '\'', '#', '[', '{']) || indent(line_at(slice, own)) <= column {
        return None;
    }
    let help = match value.chars().count() {
        0..=72 => format!("if it is a field, write `{name}: {}`", value.trim()),
        _ => format!("if it is a field, write `{name}: ` and the value behind it"),
    };
    let at = above + column + 2;
    let message = format!("there is no `:` behind `{name}`");
    Some(Meaning { check: &check::NOT_A_FIELD, at: at..at + name.len(), message, help })
}

/// A line without a `: `, where there should be one.
fn no_field(kind: &ErrorKind, slice: &str, at: usize) -> Option<Meaning> {
    let is_dash = values::is_glued_dash(line_at(slice, line_start(slice, at)).trim_start_matches(' '));
    if !is_dash && !matches!(kind, ErrorKind::SimpleKeyExpected | ErrorKind::MappingValueNotAllowed) {
        return None;
    }
    // A field below a text is read as more of that text.
    let goes_on = *kind == ErrorKind::MappingValueNotAllowed && !line_at(slice, line_start(slice, at)).contains("- ");
    lines_around(slice, at, [0, if goes_on { -1 } else { 0 }]).find_map(|start| {
        let line = line_at(slice, start);
        let (range, message, help) = without_space(line)?;
        let at = start + range.start..start + range.end;
        Some(Meaning { check: &check::NOT_A_FIELD, at, message: message.to_owned(), help })
    })
}

/// The same for every line of `text`, with its bytes in `text`, a message and a way out.
pub(super) fn without_spaces(text: &str) -> impl Iterator<Item = (Range<usize>, &'static str, String)> {
    lines(text).filter_map(|(start, line)| {
        let (at, message, help) = without_space(line)?;
        Some((start + at.start..start + at.end, message, help))
    })
}

/// What is wrong behind the name at the beginning of a line, if it is a `:` that does not end a name.
fn without_space(line: &str) -> Option<(Range<usize>, &'static str, String)> {
    let column = indent(line);
    if values::is_glued_dash(&line[column..]) {
        let entry = line[column + 1..].trim();
        let help = match entry.chars().count() {
            0..=72 => format!("write `- {entry}`"),
            _ => "write `- ` in front of every entry".to_owned(),
        };
        return Some((column..column + 1, "there is no space after the `-`", help));
    }
    let item = line[column..].len() - line[column..].trim_start_matches(['-', ' ']).len();
    let begin = column + item;
    let rest = &line[begin..];
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).filter(|end| *end > 0)?;
    let colon = rest[end..].chars().next()?;
    let value = &rest[end + colon.len_utf8()..];
    let spelled = || match value.trim().chars().count() {
        0..=72 => format!("write `{}: {}`", &rest[..end], value.trim()),
        _ => format!("write `{}: ` and the value behind it", &rest[..end]),
    };
    let message = match colon {
        '：' => "`：` does not end a name, although it looks like a colon",
        ':' if value.starts_with(names::is_odd_space) => "the space after this `:` is one that does not count",
        ':' if value.starts_with(|c: char| !c.is_whitespace() && c != ':') && !value.starts_with("//") => {
            "there is no space after the `:`"
        }
        _ => return None,
    };
    let starts_with_letter = rest.starts_with(|c: char| c.is_alphabetic() || c == '_');
    starts_with_letter.then(|| (begin..begin + end + colon.len_utf8(), message, spelled()))
}

/// `title: Payments: what changes`.
fn second_colon(kind: &ErrorKind, slice: &str, at: usize) -> Option<Meaning> {
    let start = line_start(slice, at);
    let line = line_at(slice, start);
    let before = slice[start..at].trim_end_matches(':');
    let in_brackets = is_about_brackets(kind) && slice[at..].starts_with(':') && open_bracket(slice, at).is_none();
    if !(is_about_colons(kind) || in_brackets) || !before.contains(": ") {
        return None;
    }
    let content = line.trim_start_matches([' ', '-']);
    let (name, value) = content.split_once(": ")?;
    let value = value.split(" #").next().unwrap_or(value);
    let help = match name.contains(['{', '[', '"', '\'']) {
        _ if field_without_comma(before).is_some() => format!(
            "write a comma in front of `{}`; if it belongs to the text, put the text in quotes",
            field_without_comma(before).unwrap_or_default()
        ),
        true => "put the text in quotes".to_owned(),
        false => advice(&format!("{name}: "), value),
    };
    let end = at + slice[at..].chars().next().map_or(0, char::len_utf8);
    let message = "there is a second `: ` in this line".to_owned();
    Some(Meaning { check: &check::COLON_IN_VALUE, at: at..end, message, help })
}

/// The name behind a value in `{ }` that most likely begins the next field. `before` is the line up to its `:`.
fn field_without_comma(before: &str) -> Option<&str> {
    let (_, group) = before.rsplit_once('{')?;
    let field = group.rsplit(',').next()?;
    let (_, value) = field.split_once(": ")?;
    let (_, name) = value.trim_start().rsplit_once(' ')?;
    (!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')).then_some(name)
}

fn by_kind(kind: &ErrorKind, slice: &str, at: usize) -> Meaning {
    let cause = match kind {
        kind if is_about_quotes(kind) => open_quote(slice, at),
        kind if is_about_brackets(kind) => open_bracket(slice, at),
        _ => None,
    };
    let at = cause.unwrap_or(at);
    let (message, help) = by_line(kind, slice, at).unwrap_or_else(|| words(kind));
    // An error at the end of a line belongs to that line, not to the empty one after it.
    let at = if slice[..at].ends_with(['\n', '\r']) && at == slice.len() { at.saturating_sub(1) } else { at };
    let end = slice[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    Meaning::new(&check::YAML_SYNTAX, at..end, message, help)
}

/// Mistakes that the kind of error says less about than the line does.
fn by_line(kind: &ErrorKind, slice: &str, at: usize) -> Option<(&'static str, &'static str)> {
    let before = slice[line_start(slice, at)..at].trim_end();
    match kind {
        ErrorKind::MappingValueNotAllowed if !before.trim_end_matches(':').contains(": ") => Some((
            "this line begins further to the right than the fields around it, so it counts as more of the text above",
            "begin it in the same column; if it is more of that text, put the whole text in quotes",
        )),
        ErrorKind::ExpectedBlockMappingKey if before.ends_with([']', '}']) => {
            Some(("there is something after the closing bracket", "put the whole text in quotes"))
        }
        _ => None,
    }
}

fn line_start(text: &str, at: usize) -> usize {
    let at = floor(text, at);
    // Between the two signs of one line end the line has not ended yet.
    let at = if text[at..].starts_with('\n') && text[..at].ends_with('\r') { at - 1 } else { at };
    text[..at].rfind(['\n', '\r']).map_or(0, |i| i + 1)
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
        kind if is_about_colons(kind) => ("there is a second `: ` in this line", "put the text in quotes"),
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
        kind if is_about_brackets(kind) => {
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
