//! The check `go-live-without-buffer`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A going live without a day to spare.
pub static GO_LIVE_WITHOUT_BUFFER: Check = Check {
    code: "go-live-without-buffer",
    severity: Severity::Hint,
    title: "A going live without a day to spare.",
    about: "Something always takes longer than planned. Days that are kept free behind a going live are shown as such, and a small delay disappoints nobody.",
    bad: &[("acme/milestones.yml", Lines(&["- title: Shop opens", "  due: 2027-03-02", "  kind: go-live"]))],
    expect: &[
        "acme/milestones.yml:1:10 hint[go-live-without-buffer] no day is kept free after `Shop opens` | add `buffer_days:` with the days that may go wrong before anybody is disappointed",
    ],
    good: &[(
        "acme/milestones.yml",
        Lines(&["- title: Shop opens", "  due: 2027-03-02", "  kind: go-live", "  buffer_days: 5"]),
    )],
};
