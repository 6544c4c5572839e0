//! The check `update-name`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// An update that is not called after a day.
pub static UPDATE_NAME: Check = Check {
    code: "update-name",
    severity: Severity::Error,
    title: "An update that is not called after a day.",
    about: "An update says what was done and what comes next on one day, and the name of its file is that day: `updates/2026-11-20.md`.",
    bad: &[("acme/updates/friday.md", Lines(&["## Done", "", "The basket works."]))],
    expect: &[
        "acme/updates/friday.md:1:1 error[update-name] `friday` is not a day, and an update is called after its day | call it after the day it is of, such as `2026-11-20.md`: year, month and day",
    ],
    good: &[("acme/updates/2026-11-20.md", Lines(&["## Done", "", "The basket works."]))],
};
