//! `updates/2026-11-20.md`: what was done and what comes next, on one day.
//!
//! Front matter: `health`, `because`, and what every item has. The text has the headings Done and Next, in the client's
//! language or in English, and any others. The file's name is the day.

use chrono::NaiveDate;

use super::date::read_date;
use super::front_matter;
use super::health::Health;
use super::item::{Declared, Item};
use super::markdown::{self, Document, Origin};
use super::prose::prose;
use super::section::{Role, SectionWords, Sections};
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::names::PagePath;
use crate::source::SourceFile;
use crate::yaml::{Fields, Located, Unknown};

/// What is to be said on one day.
#[derive(Debug, Clone)]
pub struct Update {
    /// Its path in the client's folder, such as `updates/2026-11-20.md`.
    pub source: String,
    /// Where it is found in the portal, such as `/updates/2026-11-20`.
    pub path: PagePath,
    /// Id, title, audience, draft. The title is the day where the text has none of its own.
    pub item: Item,
    /// The day.
    pub on: NaiveDate,
    /// How the project is doing, and where that is said.
    pub health: Option<Located<Health>>,
    /// Why.
    pub because: Option<Document>,
    /// The text.
    pub body: Document,
    /// What its parts are.
    pub sections: Sections,
}

/// Reads one Markdown file below `updates/`. `source` is its path in the client's folder.
pub fn parse_update(
    source: &str,
    file: &SourceFile,
    words: &SectionWords,
    declared: Declared<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Update> {
    let name = source.strip_prefix("updates/")?.strip_suffix(".md")?;
    // With a space in its name there could be a second one of the same day.
    let on = match read_date(name).ok().filter(|on| on.to_string() == name) {
        Some(on) => Some(on),
        None => {
            let message = format!("`{name}` is not a day, and an update is called after its day");
            let help = match day_in(name) {
                Some(day) => format!("call the file `{day}.md`; two updates of one day are one file"),
                None => "call it after the day it is of, such as `2026-11-20.md`: year, month and day".to_owned(),
            };
            diagnostics.push(check::UPDATE_NAME.at(file.whole(), message).help(help));
            None
        }
    };
    let (front, text) = front_matter::read(file, diagnostics)?;
    let mut body = markdown::parse(text, Origin::at(file, front.body.start), diagnostics);
    let at = Span::new(front.body.start..front.body.start);
    let mut fields = Fields::of(file, front.fields, diagnostics)?;
    let title = body.take_title(None).unwrap_or(Located { value: name.to_owned(), span: at });
    let id = Located { value: name.to_owned(), span: at };
    let item = Item::with_id(&mut fields, title, id, declared);
    let health = fields.parsed("health", Health::read);
    let because = prose(&mut fields, "because");
    let is_reason_lost = fields.is_refused("because");
    fields.finish(Unknown::Warning);
    let sections = Sections::of(&body, words);
    let update = Update {
        path: PagePath::parse(&format!("/updates/{name}")).ok()?,
        source: source.to_owned(),
        item,
        on: on?,
        health,
        because,
        body,
        sections,
    };
    check_reasons(&update, is_reason_lost, diagnostics);
    Some(update)
}

/// The day that the last part of a name begins with.
fn day_in(name: &str) -> Option<NaiveDate> {
    let last = name.rsplit('/').next().unwrap_or(name);
    read_date(last.get(..10)?).ok()
}

/// Bad news comes with its reason and with what is being done.
fn check_reasons(update: &Update, is_reason_lost: bool, diagnostics: &mut Diagnostics) {
    let Some(health) = update.health.as_ref().filter(|health| health.value.needs_reason()) else { return };
    let place = || update.item.file.place(health.span);
    let state = health.value.word().replace('-', " ");
    if update.because.is_none() && !is_reason_lost {
        let message = format!("the project is {state}, and nothing says why");
        let help = "add `because:` with the reason in a sentence";
        diagnostics.push(check::HEALTH_WITHOUT_REASON.at(place(), message).help(help));
    }
    if update.sections.is_empty(Role::Next, &update.body) {
        let message = format!("the project is {state}, and nothing says what is being done about it");
        let help = "add a heading `## Next` with what you do, and by when";
        diagnostics.push(check::NO_SOLUTION.at(place(), message).help(help));
    }
}

impl Update {
    /// Its texts.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.item.texts().chain(&self.because).chain([&self.body])
    }
}
