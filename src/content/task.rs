//! `tasks.yml`: what the client is to do.
//!
//! A list of `title` (required), `owner`, `due`, `why`, `needs[]`, `done`, and what every item has.

use chrono::NaiveDate;

use super::date::date;
use super::done::Done;
use super::item::{Declared, Item};
use super::list::items;
use super::markdown::Document;
use super::prose::prose;
use super::reference::{Reference, Wanted};
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::yaml::Located;

/// Something the client is to do.
#[derive(Debug, Clone)]
pub struct Task {
    /// Id, title, audience, draft.
    pub item: Item,
    /// Who does it.
    pub owner: Option<Reference>,
    /// By when.
    pub due: Option<Located<NaiveDate>>,
    /// What depends on it.
    pub why: Option<Document>,
    /// What must be done before.
    pub needs: Vec<Reference>,
    /// Whether it is done.
    pub done: Done,
}

/// Reads `tasks.yml`.
pub fn parse_tasks(file: &SourceFile, declared: Declared<'_>, diagnostics: &mut Diagnostics) -> Vec<Task> {
    items(file, "- title: Send the product photos", diagnostics, |fields| {
        let title = fields.required_text("title", "Send the product photos");
        let task = Task {
            item: Item::read(fields, title.as_ref(), declared),
            owner: Reference::one(fields, "owner"),
            due: date(fields, "due"),
            why: prose(fields, "why"),
            needs: Reference::many(fields, "needs"),
            done: Done::read(fields, "done"),
        };
        title.map(|_| task)
    })
}

impl Task {
    /// Its texts.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.item.texts().chain(&self.why)
    }

    /// The items it names.
    pub fn named(&self) -> impl Iterator<Item = &Reference> {
        self.owner.iter().chain(&self.needs)
    }

    /// The items it names, and what each must be.
    pub(crate) fn references(&mut self) -> Vec<(Wanted, &mut Reference)> {
        let owner = self.owner.iter_mut().map(|one| (Wanted::Person, one));
        owner.chain(self.needs.iter_mut().map(|one| (Wanted::Need, one))).collect()
    }
}
