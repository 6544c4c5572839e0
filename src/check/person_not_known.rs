//! The check `person-not-known`.

use super::Contents::Lines;
use super::{Check, PEOPLE};
use crate::diagnostic::Severity;

/// Somebody who took part in a decision is called nearly like somebody else.
pub static PERSON_NOT_KNOWN: Check = Check {
    code: "person-not-known",
    severity: Severity::Warning,
    title: "Somebody who took part in a decision is called nearly like somebody else.",
    about: "Who decided, was asked or was told may be somebody who does not stand in `people.yml`. This name is nearly one that does, so it most likely has a slip in it; then it leads to nobody, and is shown as it is written. If it is somebody else, add them to `people.yml`.",
    bad: &[
        ("acme/people.yml", Lines(PEOPLE)),
        (
            "acme/decisions/0001-two-languages.md",
            Lines(&[
                "---",
                "status: accepted",
                "date: 2026-11-20",
                "decision-makers: Tom Bart",
                "---",
                "# Two languages",
                "",
                "The shop speaks Dutch and French.",
            ]),
        ),
    ],
    expect: &[
        "acme/decisions/0001-two-languages.md:4:18 warning[person-not-known] there is no person called `Tom Bart` | did you mean `Tom Baert`? if somebody else is meant, add them to people.yml",
    ],
    good: &[
        ("acme/people.yml", Lines(PEOPLE)),
        (
            "acme/decisions/0001-two-languages.md",
            Lines(&[
                "---",
                "status: accepted",
                "date: 2026-11-20",
                "decision-makers: Tom Baert",
                "---",
                "# Two languages",
                "",
                "The shop speaks Dutch and French.",
            ]),
        ),
    ],
};
