//! Whether something is done.

use chrono::NaiveDate;

use super::date::read_date;
use crate::check;
use crate::diagnostic::Span;
use crate::yaml::{Fields, Located, Refused};

/// `done: true`, or the day on which it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Done {
    /// Still to do.
    #[default]
    No,
    /// Done, nobody says when.
    Yes,
    /// Done on this day, and where that is written.
    On(NaiveDate, Span),
}

impl Done {
    /// Takes a field that is `true`, `false` or a date.
    pub(super) fn read(fields: &mut Fields<'_>, name: &'static str) -> Done {
        let read = |text: &str| match text {
            "true" => Ok(Done::Yes),
            "false" => Ok(Done::No),
            text if text.starts_with(|c: char| c.is_ascii_digit()) => {
                read_date(text).map(|day| Done::On(day, Span::default()))
            }
            other => Err(Refused::new(
                &check::WRONG_VALUE,
                format!("`{name}` is `true` or a date, not `{other}`"),
                format!(
                    "write the day, such as `{name}: 2026-11-20`, or `{name}: true`; leave the line out until then"
                ),
            )),
        };
        match fields.parsed(name, read) {
            Some(Located { value: Done::On(day, _), span }) => Done::On(day, span),
            Some(done) => done.value,
            None => Done::No,
        }
    }

    /// Whether it is done.
    pub fn is_done(self) -> bool {
        self != Done::No
    }

    /// Whether it is done by the day up to which everything is known: a later day is still to come. Where no such day is
    /// known, it is done.
    pub fn is_done_by(self, known: Option<NaiveDate>) -> bool {
        match self {
            Done::No => false,
            Done::Yes => true,
            Done::On(day, _) => known.is_none_or(|known| day <= known),
        }
    }

    /// The day, where it is known.
    pub fn on(self) -> Option<NaiveDate> {
        match self {
            Done::On(date, _) => Some(date),
            _ => None,
        }
    }

    /// The day and where it is written, where it is known.
    pub fn written(self) -> Option<Located<NaiveDate>> {
        match self {
            Done::On(value, span) => Some(Located { value, span }),
            _ => None,
        }
    }
}
