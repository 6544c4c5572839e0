//! `closed` in `client.yml`: the project is over.
//!
//! `on` (required), `summary`, `support`, `follow_up`, `lessons[]`.

use chrono::NaiveDate;

use super::date::date;
use super::markdown::Document;
use super::prose::{prose, proses};
use crate::yaml::{Fields, Located};

/// The project is over.
#[derive(Debug, Clone)]
pub struct Closed {
    /// Since when.
    pub on: Located<NaiveDate>,
    /// What was delivered.
    pub summary: Option<Document>,
    /// Whom to ask from now on.
    pub support: Option<Document>,
    /// When the agency gets in touch again.
    pub follow_up: Option<NaiveDate>,
    /// What both sides learned.
    pub lessons: Vec<Document>,
}

/// Takes the field `closed`.
pub(super) fn read_closed(fields: &mut Fields<'_>) -> Option<Closed> {
    fields
        .group("closed", |closed| {
            closed.required("on", "2026-11-20");
            let on = date(closed, "on");
            let (summary, support) = (prose(closed, "summary"), prose(closed, "support"));
            let follow_up = date(closed, "follow_up").map(|day| day.value);
            let lessons = proses(closed, "lessons");
            Some(Closed { on: on?, summary, support, follow_up, lessons })
        })
        .flatten()
}

impl Closed {
    /// Its texts.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.summary.iter().chain(&self.support).chain(&self.lessons)
    }
}
