//! The check `rejected-without-why`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A rejected decision without its reason.
pub static REJECTED_WITHOUT_WHY: Check = Check {
    code: "rejected-without-why",
    severity: Severity::Error,
    title: "A rejected decision that does not say why.",
    about: "A client whose idea was turned down wants to know the reason, and will ask again until there is one. Say it below \
            a heading `## Why`, with what is done instead.",
    bad: &[(
        "acme/decisions/0002-chat.md",
        Lines(&[
            "---",
            "status: rejected",
            "---",
            "",
            "# A chat in the shop",
            "",
            "## Question",
            "",
            "Is there a chat?",
        ]),
    )],
    expect: &[
        "acme/decisions/0002-chat.md:2:9 error[rejected-without-why] this was rejected, and nothing says why | add a heading `## Why` with the reason, and with what is done instead",
    ],
    good: &[(
        "acme/decisions/0002-chat.md",
        Lines(&[
            "---",
            "status: rejected",
            "---",
            "",
            "# A chat in the shop",
            "",
            "## Question",
            "",
            "Is there a chat?",
            "",
            "## Why",
            "",
            "Nobody could answer it in the evening. A form is answered the next morning.",
        ]),
    )],
};
