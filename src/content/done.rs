//! Whether something is done.

use chrono::NaiveDate;

use super::date::read_date;
use crate::check;
use crate::yaml::{Fields, Refused};

/// `done: true`, or the day on which it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Done {
    /// Still to do.
    #[default]
    No,
    /// Done, nobody says when.
    Yes,
    /// Done on this day.
    On(NaiveDate),
}

impl Done {
    /// Takes a field that is `true`, `false` or a date.
    pub(super) fn read(fields: &mut Fields<'_>, name: &'static str) -> Done {
        let read = |text: &str| match text {
            "true" => Ok(Done::Yes),
            "false" => Ok(Done::No),
            text if text.starts_with(|c: char| c.is_ascii_digit()) => read_date(text).map(Done::On),
            other => Err(Refused::new(
                &check::WRONG_VALUE,
                format!("`{name}` is `true` or a date, not `{other}`"),
                format!(
                    "write the day, such as `{name}: 2026-11-20`, or `{name}: true`; leave the line out until then"
                ),
            )),
        };
        fields.parsed(name, read).map_or(Done::No, |done| done.value)
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
            Done::On(day) => known.is_none_or(|known| day <= known),
        }
    }

    /// The day, where it is known.
    pub fn on(self) -> Option<NaiveDate> {
        match self {
            Done::On(date) => Some(date),
            _ => None,
        }
    }
}
