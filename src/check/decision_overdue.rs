//! The check `decision-overdue`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A decision is late.
pub static DECISION_OVERDUE: Check = Check {
    code: "decision-overdue",
    severity: Severity::Warning,
    title: "A decision is late.",
    about: "This was to be decided by a day that has passed. Write down what was decided, or say by when it is needed now, so that the client is asked for something that still makes sense.",
    bad: &[(
        "acme/decisions/0001-two-languages.md",
        Lines(&[
            "---",
            "status: proposed",
            "needed_by: 2026-11-12",
            "---",
            "",
            "# Two languages",
            "",
            "## Question",
            "",
            "Which languages does the shop speak?",
        ]),
    )],
    expect: &[
        "acme/decisions/0001-two-languages.md:3:12 warning[decision-overdue] `Two languages` was to be decided by 2026-11-12 | write down what was decided, or say by when it is needed now",
    ],
    good: &[(
        "acme/decisions/0001-two-languages.md",
        Lines(&[
            "---",
            "status: proposed",
            "needed_by: 2026-12-12",
            "---",
            "",
            "# Two languages",
            "",
            "## Question",
            "",
            "Which languages does the shop speak?",
        ]),
    )],
};
