//! `vestibule new update`: with what is known already under its two headings.

mod carried;
mod events;

use std::path::Path;

use chrono::NaiveDate;

use super::subject::Subject;
use crate::cli::{Failure, Outcome, report};
use crate::content::health::Health;
use crate::content::item::{Audience, Item};
use crate::content::section::Role;
use crate::content::update::Update;
use carried::list_of;

/// Makes the update of a day, as a draft.
pub(super) fn run(root: &Path, client: &str, today: NaiveDate) -> Result<Outcome, Failure> {
    let Some(subject) = Subject::open(root, client)? else { return Ok(Outcome::ContentErrors) };
    let path = format!("updates/{today}.md");
    subject.free(&path)?;
    // Half of what was done would pass for all of it.
    if subject.found.has_errors() {
        report::to_stderr(&subject.found);
        return Ok(Outcome::ContentErrors);
    }
    let last = last_before(&subject.content.updates, today);
    let promised = last.map(promised).unwrap_or_default();
    let text = text(&subject, last, today, &promised);
    let next = format!(
        "Next: make `{}/{path}` say what you would tell them yourself, then take out `draft: true`.",
        subject.source.id
    );
    subject.create(&path, &text, &next)
}

/// The newest update of an earlier day, if everybody may read it: what only some may know must not be carried over into
/// a text for all.
fn last_before(updates: &[Update], today: NaiveDate) -> Option<&Update> {
    updates.iter().filter(|update| update.on < today && is_for_all(&update.item)).max_by_key(|update| update.on)
}

/// Whether everybody who opens the portal sees the item, and it still holds.
fn is_for_all(item: &Item) -> bool {
    item.audience == Audience::Everyone && !item.draft && item.dropped.is_none()
}

/// What stood under Next, as a list.
fn promised(last: &Update) -> Vec<String> {
    source_of(last, Role::Next).map(list_of).unwrap_or_default()
}

/// The Markdown below the first heading of this role.
fn source_of(update: &Update, role: Role) -> Option<&str> {
    let parts = &update.sections.parts;
    let at = parts.iter().position(|part| part.role == role)?;
    let headings = &update.body.headings;
    let text = &update.item.file.text().ok()?[update.body.key().1..];
    let begin = headings[parts[at].heading?].span.end;
    let end = parts[at + 1..].iter().find_map(|part| part.heading).map_or(text.len(), |next| headings[next].span.start);
    text.get(begin..end)
}

fn text(subject: &Subject, last: Option<&Update>, today: NaiveDate, promised: &[String]) -> String {
    let events = events::Events::of(subject, last.map(|last| last.on), today);
    let done: Vec<String> = events.past.into_iter().map(|event| event.line).collect();
    let coming: Vec<String> = events.coming.into_iter().map(|event| event.line).collect();
    // That all is well can be said again; what is not well must be thought about anew.
    let well = last.and_then(|last| last.health.as_ref()).is_some_and(|health| health.value == Health::OnTrack);
    let well = well && !events.is_late;
    let mut text = String::from("---\n");
    if well {
        text.push_str("health: on track\n");
    }
    text.push_str("draft: true\n---\n");
    for (role, lines) in [(Role::Done, done), (Role::Next, coming)] {
        text.push_str(&format!("\n## {}\n", subject.heading(role)));
        if role == Role::Done && !promised.is_empty() {
            text.push_str(&remark(&subject.remark("planned"), promised));
        }
        if !lines.is_empty() {
            text.push_str(&format!("\n{}\n", lines.join("\n")));
        }
    }
    text
}

/// What was to come next, for the writer's eyes only: whether it is done, nobody but they can say.
fn remark(words: &str, lines: &[String]) -> String {
    // Whatever stands there, the remark ends where it should.
    let lines = lines.join("\n").replace("-->", "-- >").replace("--!>", "-- !>");
    format!("\n<!--\n{words}\n\n{lines}\n-->\n")
}
