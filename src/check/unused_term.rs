//! The check `unused-term`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A word that is explained and never used.
pub static UNUSED_TERM: Check = Check {
    code: "unused-term",
    severity: Severity::Hint,
    title: "A word that is explained and never used.",
    about: "No text of the client uses this word, in none of its forms. Take it out, or add the form that the texts do use to `aka`, such as the plural.",
    bad: &[
        ("acme/glossary.yml", Lines(&["Sprint: Two weeks of work."])),
        ("acme/docs/start.md", Lines(&["We work in steps of two weeks."])),
    ],
    expect: &[
        "acme/glossary.yml:1:1 hint[unused-term] `Sprint` is explained, and no text uses it | take it out, or add the form that your texts use to `aka:`",
    ],
    good: &[
        ("acme/glossary.yml", Lines(&["Sprint: Two weeks of work."])),
        ("acme/docs/start.md", Lines(&["We work in sprint after sprint."])),
    ],
};
