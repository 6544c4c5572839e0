//! The check `moves-out-of-order`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Moves that do not stand in their order.
pub static MOVES_OUT_OF_ORDER: Check = Check {
    code: "moves-out-of-order",
    severity: Severity::Warning,
    title: "Moves that do not stand in their order.",
    about: "The last line of `moves` is the date that holds. A move that was made before the one above it, as its `on` says, would bring back a date that no longer holds.",
    bad: &[(
        "acme/milestones.yml",
        Lines(&[
            "- title: Shop opens",
            "  due: 2027-01-11",
            "  moves:",
            "    - {to: 2027-02-15, why: The photos came late., on: 2026-11-16}",
            "    - {to: 2027-02-01, why: The bank takes longer., on: 2026-11-02}",
        ]),
    )],
    expect: &[
        "acme/milestones.yml:5:7 warning[moves-out-of-order] this move is of 2026-11-02, and the one above it of 2026-11-16 | put the moves in the order in which they were made: the last one is the date that holds",
    ],
    good: &[(
        "acme/milestones.yml",
        Lines(&[
            "- title: Shop opens",
            "  due: 2027-01-11",
            "  moves:",
            "    - {to: 2027-02-01, why: The bank takes longer., on: 2026-11-02}",
            "    - {to: 2027-02-15, why: The photos came late., on: 2026-11-16}",
        ]),
    )],
};
