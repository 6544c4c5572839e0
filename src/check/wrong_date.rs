//! The check `wrong-date`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A date that cannot be read, or that there is not.
pub static WRONG_DATE: Check = Check {
    code: "wrong-date",
    severity: Severity::Error,
    title: "A date that cannot be read, or that there is not.",
    about: "Dates are written as year, month and day: `2026-11-20`. Nobody can read them the wrong way round, and they sort by themselves. Use the day that is meant; a month has 28 to 31 days.",
    bad: &[("acme/milestones.yml", Lines(&["- title: Shop opens", "  due: 2027-02-29"]))],
    expect: &[
        "acme/milestones.yml:2:8 error[wrong-date] there is no `2027-02-29`: that month has 28 days | the last day of that month is `2027-02-28`",
    ],
    good: &[("acme/milestones.yml", Lines(&["- title: Shop opens", "  due: 2027-02-28"]))],
};
