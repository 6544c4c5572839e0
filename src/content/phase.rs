//! `roadmap.yml`: the phases of the project.
//!
//! A list of `title` (required), `start`, `end`, `summary`, `status` (planned, active, paused, done), and what every item
//! has. Dates that are left out are worked out from the milestones.

use chrono::NaiveDate;

use super::date::date;
use super::item::{Declared, Item};
use super::list::items;
use super::markdown::Document;
use super::prose::prose;
use crate::check;
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::spelling::nearest;
use crate::yaml::{Located, Refused};

/// A part of the project.
#[derive(Debug, Clone)]
pub struct Phase {
    /// Id, title, audience, draft.
    pub item: Item,
    /// The first day.
    pub start: Option<Located<NaiveDate>>,
    /// The last day.
    pub end: Option<Located<NaiveDate>>,
    /// What happens in it.
    pub summary: Option<Document>,
    /// How far it is, where the milestones do not say it.
    pub status: Option<PhaseStatus>,
}

/// How far a phase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhaseStatus {
    /// Not begun.
    Planned,
    /// Begun.
    Active,
    /// Begun, and nothing is being done just now.
    Paused,
    /// Over.
    Done,
}

impl PhaseStatus {
    const ALL: [(&'static str, PhaseStatus); 4] = [
        ("planned", PhaseStatus::Planned),
        ("active", PhaseStatus::Active),
        ("paused", PhaseStatus::Paused),
        ("done", PhaseStatus::Done),
    ];

    /// The word in `roadmap.yml`, in class names and in locale files.
    pub fn word(self) -> &'static str {
        PhaseStatus::ALL.iter().find(|(_, status)| *status == self).map_or("", |(word, _)| word)
    }

    fn read(text: &str) -> Result<PhaseStatus, Refused> {
        if let Some((_, status)) = PhaseStatus::ALL.iter().find(|(word, _)| *word == text) {
            return Ok(*status);
        }
        let help = match nearest(text, PhaseStatus::ALL.iter().map(|(word, _)| *word)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "a phase is `planned`, `active`, `paused` or `done`".to_owned(),
        };
        Err(Refused::new(&check::WRONG_VALUE, format!("a phase cannot be `{text}`"), help))
    }
}

/// Reads `roadmap.yml`.
pub fn parse_phases(file: &SourceFile, declared: Declared<'_>, diagnostics: &mut Diagnostics) -> Vec<Phase> {
    items(file, "- title: Design", diagnostics, |fields| {
        let title = fields.required_text("title", "Design");
        let phase = Phase {
            item: Item::read(fields, title.as_ref(), declared),
            start: date(fields, "start"),
            end: date(fields, "end"),
            summary: prose(fields, "summary"),
            status: fields.parsed("status", PhaseStatus::read).map(|status| status.value),
        };
        title.map(|_| phase)
    })
}

impl Phase {
    /// Its texts.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.item.texts().chain(&self.summary)
    }
}
