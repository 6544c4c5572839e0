//! The check `duplicate-id`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Two items have one id.
pub static DUPLICATE_ID: Check = Check {
    code: "duplicate-id",
    severity: Severity::Error,
    title: "Two items have one id.",
    about: "Links and the history of an item use its id, which is made from its title (for a document, from where it \
            lies) unless you write an `id` of your own. Two items with one id could not be told apart. Give one of them \
            another title, or an `id`.",
    bad: &[(
        "acme/glossary.yml",
        Lines(&["Go-live: The day on which the new shop opens.", "Go live: The day on which the new shop opens."]),
    )],
    expect: &[
        "acme/glossary.yml:2:1 error[duplicate-id] there are two terms with the id `go-live` | the first is at acme/glossary.yml:1; give one of them another name or an `id:` of its own",
    ],
    good: &[
        (
            "acme/glossary.yml",
            Lines(&["Go-live:", "  short: The day on which the new shop opens.", "  aka: [go live]"]),
        ),
        ("acme/docs/start.md", Lines(&["# Start", "", "What we do until the go-live."])),
    ],
};
