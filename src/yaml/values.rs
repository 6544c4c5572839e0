//! Values that can be read and do not say what they were meant to.

use super::quoting::{advice, closes, left_open, quoted};
use super::{Located, Node, Value};
use crate::check;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// Texts of one list that are said to be taken apart: more are no slips.
const MOST_SPLIT: usize = 100;

/// The part of an unquoted text that a `#` has cut off: `Phase #2` is the text `Phase` and a remark. A remark that is
/// meant has a space after its `#`, and does not close what the text has opened.
///
/// `source` is the text being read, which begins at byte `offset` of `file`; `span` is where `text` stands in the file.
pub(super) fn lost_text(file: &SourceFile, source: &str, offset: usize, text: &str, span: Span) -> Option<Diagnostic> {
    let rest = source.get(span.end - offset..).unwrap_or_default();
    // A line can be very long, and have many values.
    let behind = rest.trim_start_matches([' ', '\t']);
    if span.end > span.start && !behind.starts_with('#') {
        return None;
    }
    let line = rest.split(['\r', '\n']).next().unwrap_or_default();
    // A value that is nothing but a remark stands at the colon, or where an entry of a list ends: so does a colour
    // without quotes.
    let behind = if span.end > span.start { line } else { line.strip_prefix(':').unwrap_or_default() };
    let remark = behind.trim_start_matches([' ', '\t']);
    let (remark, at) = match item_of_remark(source, span.end - offset).filter(|_| span.end == span.start) {
        Some(remark) => (remark, span.end - remark.len()),
        None => (remark, span.end + (line.len() - remark.len())),
    };
    let lost = remark.strip_prefix('#')?;
    let is_glued = lost.starts_with(|c: char| !(c.is_whitespace() || c == '#' || c == '!'));
    let is_inside = left_open(text).is_some_and(|end| closes(lost, end));
    if !is_glued && !is_inside {
        return None;
    }
    let whole = source.get(span.start.min(at) - offset..at - offset + remark.len()).unwrap_or_default();
    Some(hash(file, Span::new(at..at + remark.len()), &name_before(source, span.start.min(at) - offset), whole))
}

/// The remark that is all of an entry of a list which ends at byte `at`.
fn item_of_remark(source: &str, at: usize) -> Option<&str> {
    let start = source[..at].rfind(['\n', '\r']).map_or(0, |i| i + 1);
    let item = source[start..at].trim_start_matches(' ').strip_prefix('-')?;
    Some(item.trim_start_matches([' ', '\t'])).filter(|remark| remark.starts_with('#'))
}

/// A `#` at `span` that cuts off the rest of `whole`, the value of `name`.
pub(super) fn hash(file: &SourceFile, span: Span, name: &str, whole: &str) -> Diagnostic {
    let whole = whole.trim_start_matches([':', '-', ' ', '\t']);
    check::HASH_IN_VALUE
        .at(file.place(span), "`#` after a space begins a remark, so the rest of this line is lost")
        .help(format!("{}; if a remark is meant, write a space after `#`", advice(name, whole)))
}

/// What stands on the line in front of the value at byte `at`: `title: `, or nothing where that is more than a name.
fn name_before(source: &str, at: usize) -> String {
    let start = source[..at].rfind(['\n', '\r']).map_or(0, |i| i + 1);
    let before = source[start..at].trim_start_matches([' ', '-']).trim_end();
    match before.strip_suffix(':').unwrap_or(before) {
        "" => String::new(),
        name if name.contains([':', '[', '{', ',', '"', '\'']) => String::new(),
        name => format!("{name}: "),
    }
}

/// An escape in the quoted text at `span` that stands for a character which no text has.
pub(super) fn nul(file: &SourceFile, source: &str, offset: usize, span: Span) -> Diagnostic {
    let written = source.get(span.start - offset..span.end - offset).unwrap_or_default();
    let mut at = 0;
    let mut found = None;
    while let (None, Some(sign)) = (&found, written[at..].find('\\')) {
        at += sign;
        let escape = ["\\U00000000", "\\u0000", "\\x00", "\\0"].into_iter().find(|nul| written[at..].starts_with(nul));
        found = escape.map(|escape| (Span::new(at..at + escape.len()).shifted(span.start), escape));
        // What stands behind the sign is part of the escape: `\\0` is a sign and a digit.
        at += 1 + written[at + 1..].chars().next().map_or(0, char::len_utf8);
    }
    let (at, escape) = found.unwrap_or((span, "\\0"));
    check::NUL_BYTE
        .at(file.place(at), format!("`{escape}` in double quotes stands for a NUL character, which no text has"))
        .help(format!("take it out; if the signs themselves are meant, write `\\{escape}` or use single quotes"))
}

/// Entries of a list in brackets that are one text, cut by its commas. They are replaced by something broken.
pub(super) fn split_by_comma(file: &SourceFile, source: &str, offset: usize, items: &mut Vec<Node>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < items.len() && found.len() < MOST_SPLIT {
        if let Some(end) = plain(&items[at]).and_then(left_open) {
            let rest = items[at + 1..].iter().map_while(plain).take(8);
            let last = rest.into_iter().position(|text| closes(text, end)).map_or(at, |more| at + 1 + more);
            let span = Span::new(items[at].span.start..items[last].span.end);
            let whole = source.get(span.start - offset..span.end - offset).unwrap_or_default();
            found.push(cut(file, span, whole, last > at));
            items.splice(at..=last, [Node { span, value: Value::Broken }]);
        }
        at += 1;
    }
    found
}

fn cut(file: &SourceFile, span: Span, whole: &str, is_split: bool) -> Diagnostic {
    let help = match quoted(whole) {
        Some(text) => format!("put it in quotes: `[{text}]`"),
        None => "put the whole text in quotes".to_owned(),
    };
    let message = match is_split {
        true => "a comma inside `[ ]` ends an entry, so this text is taken for several",
        false => "a bracket or a quote begins in this entry and does not end",
    };
    check::SPLIT_BY_COMMA.at(file.place(span), message).help(help)
}

/// The same for `{short: A thing, used often}`: what stands behind the comma is taken for the name of a field. The value
/// before it becomes something broken.
pub(super) fn text_as_field(
    file: &SourceFile,
    source: &str,
    offset: usize,
    before: &mut [(Located<String>, Node)],
    name: &Located<String>,
    value: &Node,
) -> Option<Diagnostic> {
    let (field, text) = before.last_mut()?;
    let is_quoted = source.get(name.span.start - offset..).is_some_and(|name| name.starts_with(['"', '\'']));
    let is_plain = !is_quoted && matches!(text.value, Value::Scalar { plain: true, .. } | Value::Broken);
    let behind = source.get(name.span.end - offset..).unwrap_or_default().trim_start();
    if value.value != Value::Empty || !behind.starts_with([',', '}']) || !is_plain {
        return None;
    }
    let span = Span::new(text.span.start..name.span.end);
    let whole = source.get(span.start - offset..span.end - offset).unwrap_or_default();
    let is_again = text.value == Value::Broken;
    *text = Node { span, value: Value::Broken };
    let problem = check::SPLIT_BY_COMMA
        .at(file.place(name.span), "a comma inside `{ }` ends a value, so this is taken for the name of a field")
        .help(advice(&format!("{}: ", field.value), whole));
    (!is_again).then_some(problem)
}

fn plain(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar { text, plain: true } => Some(text),
        _ => None,
    }
}

/// Whether a text is most likely an entry of a list, `-sponsor`, whose dash lacks its space.
pub(super) fn is_glued_dash(text: &str) -> bool {
    text.strip_prefix('-').is_some_and(|entry| entry.starts_with(char::is_alphabetic))
}

/// The entries of `text` if it is most likely a list that lacks its brackets: several parts, each of a few words.
pub(super) fn list_in_text(text: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let is_entry = |part: &&str| {
        let words = part.split_whitespace().count();
        (1..=3).contains(&words)
            && !part.contains(['(', ')', '"', '“', '”', ':', ';'])
            && !part.ends_with(['.', '!', '?'])
    };
    let is_number = text.chars().all(|c| c.is_ascii_digit() || ", ".contains(c)) && !text.contains(", ");
    (parts.len() > 1 && parts.iter().all(is_entry) && !is_number && !text.contains('\n')).then_some(parts)
}
