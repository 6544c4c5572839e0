//! The check `unknown-status`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A status that is not one of the seven.
pub static UNKNOWN_STATUS: Check = Check {
    code: "unknown-status",
    severity: Severity::Warning,
    title: "A status of a decision that is a word of one's own, or none.",
    about: "A client reads the word as it stands, and nothing else follows from it: the decision is neither open nor settled. \
            With draft, proposed, on hold, accepted, rejected, deprecated or superseded it is put in its place, in the \
            client's language. A field `status` without a word is one somebody meant to fill in: until then the decision \
            counts as accepted, or as proposed where something is still asked.",
    bad: &[(
        "acme/decisions/0001-two-languages.md",
        Lines(&["# Two languages", "", "* Status: in review", "", "## Chosen", "", "Dutch and French."]),
    )],
    expect: &[
        "acme/decisions/0001-two-languages.md:3:11 warning[unknown-status] `in review` is a status that is not known here | it is `draft`, `proposed`, `on hold`, `accepted`, `rejected`, `deprecated` or `superseded`",
    ],
    good: &[(
        "acme/decisions/0001-two-languages.md",
        Lines(&["# Two languages", "", "* Status: proposed", "", "## Chosen", "", "Dutch and French."]),
    )],
};
