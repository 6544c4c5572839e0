//! The check `no-solution`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A problem without what is being done about it.
pub static NO_SOLUTION: Check = Check {
    code: "no-solution",
    severity: Severity::Error,
    title: "A problem without what is being done about it.",
    about: "Never bring a client a problem alone. An update that says the project is at risk or off track has a heading `## Next` (or the word for it in the client's language) with what you do about it, and by when.",
    bad: &[(
        "acme/updates/2026-11-20.md",
        Lines(&[
            "---",
            "health: at risk",
            "because: 60 product photos are missing.",
            "---",
            "",
            "## Done",
            "",
            "The basket works.",
        ]),
    )],
    expect: &[
        "acme/updates/2026-11-20.md:2:9 error[no-solution] the project is at risk, and nothing says what is being done about it | add a heading `## Next` with what you do, and by when",
    ],
    good: &[(
        "acme/updates/2026-11-20.md",
        Lines(&[
            "---",
            "health: at risk",
            "because: 60 product photos are missing.",
            "---",
            "",
            "## Done",
            "",
            "The basket works.",
            "",
            "## Next",
            "",
            "Our photographer takes the missing pictures on 30 November.",
        ]),
    )],
};
