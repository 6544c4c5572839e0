//! The check `move-without-reason`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A date moved, and nothing says why.
pub static MOVE_WITHOUT_REASON: Check = Check {
    code: "move-without-reason",
    severity: Severity::Error,
    title: "A date moved, and nothing says why.",
    about: "A client forgives a date that moves and is explained; one that quietly moves costs trust. Say in `why` what happened, without naming anybody, or name the `decision` that moved it. `recovery` may say what makes up for it.",
    bad: &[(
        "acme/milestones.yml",
        Lines(&["- title: Shop opens", "  due: 2027-03-02", "  moves:", "    - to: 2027-03-09"]),
    )],
    expect: &[
        "acme/milestones.yml:4:11 error[move-without-reason] the date moves to 2027-03-09 and nothing says why | add `why:` with what happened, without naming anybody, or `decision:` with the decision that moved it",
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
