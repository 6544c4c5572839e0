//! The check `circular-needs`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Items that need each other.
pub static CIRCULAR_NEEDS: Check = Check {
    code: "circular-needs",
    severity: Severity::Error,
    title: "Items that need each other.",
    about: "`needs` says what must be done before. Here items wait for each other in a circle, so none of them could ever begin. One of these needs is not one.",
    bad: &[(
        "acme/tasks.yml",
        Lines(&[
            "- title: Choose the colours",
            "  needs: Send the logo",
            "- title: Send the logo",
            "  needs: Choose the colours",
        ]),
    )],
    expect: &[
        "acme/tasks.yml:4:10 error[circular-needs] `Choose the colours`, `Send the logo` need each other, so none can begin: `Send the logo` needs `Choose the colours` | take one of these needs out",
    ],
    good: &[(
        "acme/tasks.yml",
        Lines(&["- title: Choose the colours", "  needs: Send the logo", "- title: Send the logo"]),
    )],
};
