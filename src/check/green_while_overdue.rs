//! The check `green-while-overdue`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// On track, while something is late.
pub static GREEN_WHILE_OVERDUE: Check = Check {
    code: "green-while-overdue",
    severity: Severity::Warning,
    title: "On track, while something is late.",
    about: "A client who reads that all is well, beside something that should have been done, stops believing the word. Say in a new update how it really is, move the date with its reason, or mark as done what is done.",
    bad: &[
        ("acme/milestones.yml", Lines(&["- title: Design approved", "  due: 2026-11-12"])),
        (
            "acme/updates/2026-11-20.md",
            Lines(&["---", "health: on track", "---", "", "## Done", "", "The basket works."]),
        ),
    ],
    expect: &[
        "acme/updates/2026-11-20.md:2:9 warning[green-while-overdue] the project is said to be on track, and `Design approved` was due on 2026-11-12 | say in a new update how it really is, move the date with its reason, or mark it as done",
    ],
    good: &[
        ("acme/milestones.yml", Lines(&["- title: Design approved", "  due: 2026-11-12", "  done: 2026-11-12"])),
        (
            "acme/updates/2026-11-20.md",
            Lines(&["---", "health: on track", "---", "", "## Done", "", "The basket works."]),
        ),
    ],
};
