//! The check `ambiguous-term`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// One word with two meanings.
pub static AMBIGUOUS_TERM: Check = Check {
    code: "ambiguous-term",
    severity: Severity::Warning,
    title: "One word with two meanings.",
    about: "Two entries of the glossary have the same word, as their own or under `aka`. Only the first would ever be explained in a text, and a client would read one word with two meanings.",
    bad: &[
        (
            "acme/glossary.yml",
            Lines(&[
                "Go-live: The day on which everybody can use the shop.",
                "Opening: {short: The party., aka: go-live}",
            ]),
        ),
        ("acme/docs/start.md", Lines(&["The go-live comes before the opening."])),
    ],
    expect: &[
        "acme/glossary.yml:2:1 warning[ambiguous-term] `go-live` already stands for `Go-live` | give each word one meaning: take it away from one of the two",
    ],
    good: &[
        ("acme/glossary.yml", Lines(&["Go-live: The day on which everybody can use the shop.", "Opening: The party."])),
        ("acme/docs/start.md", Lines(&["The go-live comes before the opening."])),
    ],
};
