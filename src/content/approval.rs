//! Something a client agrees to.

use chrono::NaiveDate;

use super::date::date;
use super::reference::Reference;
use crate::diagnostic::Span;
use crate::yaml::{Fields, Located};

/// `approval {by, until, on, via}`: the same on milestones, decisions and documents. Without `on` it waits.
#[derive(Debug, Clone)]
pub struct Approval {
    /// Where it is written.
    pub span: Span,
    /// Who approves.
    pub by: Option<Reference>,
    /// By when it is needed.
    pub until: Option<Located<NaiveDate>>,
    /// When it was given.
    pub on: Option<Located<NaiveDate>>,
    /// How it was given: by mail, in a meeting.
    pub via: Option<String>,
}

impl Approval {
    /// Takes the field `approval`.
    pub(super) fn read(fields: &mut Fields<'_>) -> Option<Approval> {
        let span = fields.name("approval").unwrap_or_else(|| fields.span());
        fields.group("approval", |group| Approval {
            span,
            by: Reference::one(group, "by"),
            until: date(group, "until"),
            on: date(group, "on"),
            via: group.text("via").map(|via| via.value),
        })
    }

    /// Whether it is still to be given.
    pub fn waits(&self) -> bool {
        self.on.is_none()
    }
}
