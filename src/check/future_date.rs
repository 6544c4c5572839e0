//! The check `future-date`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Something happened on a day that is still to come.
pub static FUTURE_DATE: Check = Check {
    code: "future-date",
    severity: Severity::Warning,
    title: "Something happened on a day that is still to come.",
    about: "A task or milestone is done, an agreement was given, a date was moved, something was dropped, decided, told or closed, and the day that is written down for it is still to come. Most often it is a slip in the year. What is only planned has its day in `due`.",
    bad: &[("acme/milestones.yml", Lines(&["- title: Design approved", "  done: 2027-10-01"]))],
    expect: &[
        "acme/milestones.yml:2:9 warning[future-date] this says that it happened on 2027-10-01, and that day is still to come | look at the year and the month; what is only planned has its day in `due`",
    ],
    good: &[("acme/milestones.yml", Lines(&["- title: Design approved", "  done: 2026-10-01"]))],
};
