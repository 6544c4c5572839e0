//! The check `broken-link-in-decision`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A link in a decision that leads nowhere.
pub static BROKEN_LINK_IN_DECISION: Check = Check {
    code: "broken-link-in-decision",
    severity: Severity::Warning,
    title: "A link in a decision that leads nowhere.",
    about: "Records of decisions often come from other tools, with links to files that were never part of the portal. The words of the link are shown, without the link. Mend it, or take it out.",
    bad: &[("acme/decisions/0001-two-languages.md", Lines(&["# Two languages", "", "See [the offer](../offer.pdf)."]))],
    expect: &[
        "acme/decisions/0001-two-languages.md:3:5 warning[broken-link-in-decision] there is no file `offer.pdf` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
    ],
    good: &[
        (
            "acme/decisions/0001-two-languages.md",
            Lines(&["# Two languages", "", "See [the offer](../files/offer.pdf)."]),
        ),
        ("acme/files/offer.pdf", Lines(&["The offer."])),
    ],
};
