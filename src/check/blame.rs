//! The check `blame`.

use super::Contents::Lines;
use super::{Check, PEOPLE};
use crate::diagnostic::Severity;

/// A sentence that puts the blame on somebody.
pub static BLAME: Check = Check {
    code: "blame",
    severity: Severity::Warning,
    title: "A sentence that puts the blame on somebody.",
    about: "A person's name and a word such as `forgot` or `mistake` stand in one sentence of an update, a reason or a task. On the screen of a client that reads like blame, whoever is meant, and it stays there. Say what happened and what is being done about it; who it was is nobody's business. The words are those of the portal's language, in `review.fault` of the theme's locale files.",
    bad: &[
        ("acme/people.yml", Lines(PEOPLE)),
        (
            "acme/updates/2026-11-20.md",
            Lines(&["## Done", "", "The first photos are in the shop. Mira Vos forgot the second half."]),
        ),
    ],
    expect: &[
        "acme/updates/2026-11-20.md:3:35 warning[blame] `Mira Vos` stands in one sentence with `forgot`, and that reads like blame | say what happened and what is being done about it, without naming anybody",
    ],
    good: &[
        ("acme/people.yml", Lines(PEOPLE)),
        (
            "acme/updates/2026-11-20.md",
            Lines(&[
                "## Done",
                "",
                "The first photos are in the shop. The second half follows on Monday; Mira Vos has it on her desk.",
            ]),
        ),
    ],
};
