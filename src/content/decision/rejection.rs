//! A decision against something says why.

use super::status::Status;
use crate::check;
use crate::content::markdown::{Document, Piece};
use crate::content::section::{Role, Section, Sections};
use crate::yaml::{Fields, Located, Refused};

/// Words that say that something was not chosen, and nothing about why.
const SAY_NOTHING: [&str; 9] =
    ["rejected", "none", "nothing", "no", "not", "chosen", "chosen option", "we rejected this", "we will not do this"];

/// Reports a rejected decision whose text gives no reason. A text without any part of known meaning is the reason itself.
pub(super) fn check_rejection(
    fields: &mut Fields<'_>,
    status: &Located<Status>,
    body: &Document,
    sections: &Sections,
    title: &str,
    options: &[String],
) {
    if status.value != Status::Rejected || gives_reason(body, sections, title, options) {
        return;
    }
    let message = "this was rejected, and nothing says why";
    let help = "add a heading `## Why` with the reason, and with what is done instead";
    fields.refuse(status.span, Refused::new(&check::REJECTED_WITHOUT_WHY, message, help));
}

fn gives_reason(body: &Document, sections: &Sections, title: &str, options: &[String]) -> bool {
    if !sections.is_empty(Role::Why, body) {
        return true;
    }
    let chosen: Vec<&Section> = sections.parts.iter().filter(|part| part.role == Role::Chosen).collect();
    if chosen.iter().any(|part| !repeats(&words(body, part), title, options)) {
        return true;
    }
    let known = |part: &Section| !matches!(part.role, Role::Opening | Role::Other);
    !sections.parts.iter().any(known) && sections.parts.iter().any(|part| !words(body, part).is_empty())
}

/// Whether `words` say no more than what was rejected.
fn repeats(words: &str, title: &str, options: &[String]) -> bool {
    let bare = words.strip_prefix("chosen option ").unwrap_or(words);
    let named = options.iter().map(String::as_str).chain([title]).chain(SAY_NOTHING);
    bare.is_empty() || named.into_iter().any(|name| plain(name) == bare)
}

/// The words of a part, in small letters.
fn words(body: &Document, part: &Section) -> String {
    let pieces = body.pieces[part.pieces.clone()].iter();
    let texts = pieces.map(|piece| match piece {
        Piece::Text(text) => text.as_str().to_owned(),
        Piece::Html(html) => without_tags(html),
        Piece::Code { source, .. } => source.to_string(),
        Piece::Image(_, picture) => format!("picture {}", picture.description),
        Piece::Table { .. } => "table".to_owned(),
        _ => String::new(),
    });
    plain(&texts.collect::<Vec<_>>().join(""))
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}
