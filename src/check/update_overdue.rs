//! The check `update-overdue`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// An update is late.
pub static UPDATE_OVERDUE: Check = Check {
    code: "update-overdue",
    severity: Severity::Warning,
    title: "An update is late.",
    about: "The client was promised to hear from you by now (`comms.updates` in `client.yml`). A short update is better than silence, also where there is little to say. Weekends and the days in `closed_days` do not count.",
    bad: &[
        (
            "acme/client.yml",
            Lines(&["name: Acme", "project: New shop", "address: harbour-42", "comms: {updates: weekly}"]),
        ),
        ("acme/updates/2026-11-06.md", Lines(&["## Done", "", "The basket works."])),
    ],
    expect: &[
        "acme/updates/2026-11-06.md:1:1 warning[update-overdue] an update was promised for 2026-11-13, and the newest is of 2026-11-06 | write one: `vestibule new update acme`",
    ],
    good: &[
        (
            "acme/client.yml",
            Lines(&["name: Acme", "project: New shop", "address: harbour-42", "comms: {updates: weekly}"]),
        ),
        ("acme/updates/2026-11-20.md", Lines(&["## Done", "", "The basket works."])),
    ],
};
