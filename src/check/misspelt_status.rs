//! The check `misspelt-status`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A status of a decision with a slip in it.
pub static MISSPELT_STATUS: Check = Check {
    code: "misspelt-status",
    severity: Severity::Error,
    title: "A status of a decision with a slip in it.",
    about: "How far a decision is decides how a client sees it: as a question, as settled, as given up. A slip in the word \
            would show it wrongly. The words are draft, proposed, on hold, accepted, rejected, deprecated and superseded.",
    bad: &[(
        "acme/decisions/0001-two-languages.md",
        Lines(&["---", "status: acepted", "---", "", "# Two languages", "", "## Chosen", "", "Dutch and French."]),
    )],
    expect: &[
        "acme/decisions/0001-two-languages.md:2:9 error[misspelt-status] there is no status `acepted` | did you mean `accepted`?",
    ],
    good: &[(
        "acme/decisions/0001-two-languages.md",
        Lines(&["---", "status: accepted", "---", "", "# Two languages", "", "## Chosen", "", "Dutch and French."]),
    )],
};
