//! A value of another shape than its field has: what to write instead.

use super::syntax::without_spaces;
use super::{Node, Value};
use crate::check;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// Fields that are groups of fields: the first of these, a value that would do, and what else belongs to it. A text that
/// was written alone is most likely meant as the first.
const GROUPS: [(&str, &str, &str, &str); 8] = [
    ("allow", "check", "update-overdue", "why: the client asked for it"),
    ("approval", "by", "Tom Baert", "until: 2026-12-11"),
    ("away", "from", "2026-12-24", "to: 2027-01-02"),
    ("closed", "on", "2026-12-18", "summary: The shop is open"),
    ("comms", "updates", "weekly", "channel: mail"),
    ("dropped", "on", "2026-11-20", "why: it is done another way"),
    ("effect", "days", "5", "cost: EUR 1200"),
    ("moves", "to", "2027-01-20", "why: the supplier is late"),
];

/// The longest text that is repeated in a piece of advice.
const LONGEST: usize = 40;

/// The field `name`, or an entry of the list that it is, as it should be, with what was written instead where that fits.
pub(super) fn form(name: &str, node: &Node, is_entry: bool) -> Option<String> {
    let (name, first, example, rest) = GROUPS.iter().find(|(known, ..)| *known == name)?;
    let value = match &node.value {
        Value::Scalar { text, plain: true } if is_like(text, example) => text,
        _ => *example,
    };
    let group = format!("{{{first}: {value}, {rest}}}");
    Some(if is_entry { group } else { format!("{name}: {group}") })
}

/// Whether `text` can stand where `example` does.
fn is_like(text: &str, example: &str) -> bool {
    let begins = |text: &str| text.chars().next().map(|c| (c.is_ascii_digit(), c.is_uppercase()));
    let is_short = (1..=LONGEST).contains(&text.chars().count());
    let is_one_word = !text.contains(' ') || example.contains(' ');
    is_short
        && is_one_word
        && begins(text) == begins(example)
        && !text.contains([',', ':', '#', '[', ']', '{', '}', '"', '\n'])
}

/// What stands where fields should be, in words. `form` is what should stand there.
pub(super) fn no_fields(file: &SourceFile, node: &Node, form: Option<String>) -> Vec<Diagnostic> {
    let written = file.bytes().get(node.span.start..node.span.end).unwrap_or_default();
    let lines = match node.value {
        Value::Scalar { plain: true, .. } => std::str::from_utf8(written).unwrap_or_default(),
        _ => "",
    };
    let found: Vec<Diagnostic> = without_spaces(lines)
        .map(|(at, message, help)| {
            let at = Span::new(at).shifted(node.span.start);
            check::NOT_A_FIELD.at(file.place(at), message).help(help)
        })
        .collect();
    if !found.is_empty() {
        return found;
    }
    let message = format!("here should be fields (`name: value`), but this is {}", node.shape());
    let help = match form {
        Some(form) => format!("write `{form}`"),
        None => "write one field per line, such as `name: Acme`".to_owned(),
    };
    vec![check::WRONG_SHAPE.at(file.place(node.span), message).help(help)]
}

/// What to do about a list or fields where the text `name` should be.
pub(super) fn no_text(name: &str, node: &Node) -> &'static str {
    match &node.value {
        Value::Map(_) => "if the text itself has a `: `, put it in quotes",
        Value::List(items) if items.len() > 1 && name == "owner" => "one owner only: write one name",
        Value::List(items) if items.len() > 1 && name == "by" => "one person only: write one name",
        _ => "write it on the same line, without `-` or brackets",
    }
}
