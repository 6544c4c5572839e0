//! The check `needs-too-late`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A milestone or task is due before something it needs.
pub static NEEDS_TOO_LATE: Check = Check {
    code: "needs-too-late",
    severity: Severity::Warning,
    title: "A milestone or task is due before something it needs.",
    about: "It needs something that is due later than itself, so that it cannot be done on its day. Move one of the two, or take it out of `needs`. What is done does not count.",
    bad: &[(
        "acme/milestones.yml",
        Lines(&[
            "- title: Test version",
            "  due: 2027-02-01",
            "- title: Shop opens",
            "  due: 2027-01-11",
            "  needs: [Test version]",
        ]),
    )],
    expect: &[
        "acme/milestones.yml:5:11 warning[needs-too-late] `Shop opens` is due on 2027-01-11, and `Test version`, which it needs, on 2027-02-01 | move one of the two, with its reason, or take it out of `needs`",
    ],
    good: &[(
        "acme/milestones.yml",
        Lines(&[
            "- title: Test version",
            "  due: 2027-01-04",
            "- title: Shop opens",
            "  due: 2027-01-11",
            "  needs: [Test version]",
        ]),
    )],
};
