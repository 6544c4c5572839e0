//! The check `move-from-nowhere`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A date moved from nowhere, or to where it was.
pub static MOVE_FROM_NOWHERE: Check = Check {
    code: "move-from-nowhere",
    severity: Severity::Error,
    title: "A date moved from nowhere, or to where it was.",
    about: "`due` is the first promise and stays as it was given; each entry of `moves` leads to another day. Here the promise is missing, or a move changes nothing.",
    bad: &[(
        "acme/milestones.yml",
        Lines(&["- title: Shop opens", "  moves:", "    - to: 2027-03-09", "      why: Two languages were added."]),
    )],
    expect: &[
        "acme/milestones.yml:3:7 error[move-from-nowhere] the date moves, and nothing says what was promised first | add `due:` with the first promise",
    ],
    good: &[(
        "acme/milestones.yml",
        Lines(&[
            "- title: Shop opens",
            "  due: 2027-03-02",
            "  moves:",
            "    - to: 2027-03-09",
            "      why: Two languages were added.",
        ]),
    )],
};
