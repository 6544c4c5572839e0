//! The check `duplicate-number`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Two decisions have one number.
pub static DUPLICATE_NUMBER: Check = Check {
    code: "duplicate-number",
    severity: Severity::Warning,
    title: "Two decisions have one number.",
    about: "A decision is spoken of by its number, the one at the beginning of its file's name. Two with the same number get mixed up, in a meeting above all. Give the newer one the next free number.",
    bad: &[
        (
            "acme/decisions/0001-languages.md",
            Lines(&["---", "status: proposed", "---", "", "## Question", "", "Which languages does the shop speak?"]),
        ),
        (
            "acme/decisions/0001-shops.md",
            Lines(&["---", "status: proposed", "---", "", "## Question", "", "Which languages does the shop speak?"]),
        ),
    ],
    expect: &[
        "acme/decisions/0001-shops.md:1:1 warning[duplicate-number] `decisions/0001-languages.md` has the number `0001`, too | give the newer one the next free number: rename the file",
    ],
    good: &[
        (
            "acme/decisions/0001-languages.md",
            Lines(&["---", "status: proposed", "---", "", "## Question", "", "Which languages does the shop speak?"]),
        ),
        (
            "acme/decisions/0002-shops.md",
            Lines(&["---", "status: proposed", "---", "", "## Question", "", "Which languages does the shop speak?"]),
        ),
    ],
};
