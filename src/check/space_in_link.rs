//! The check `space-in-link`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// What should be a link or a picture, and is text, because of a space.
pub static SPACE_IN_LINK: Check = Check {
    code: "space-in-link",
    severity: Severity::Error,
    title: "A space keeps this from being a link or a picture.",
    about: "In Markdown an address ends at a space, so `[plan](our plan.pdf)` is no link: the reader sees the brackets. \
            Put such an address in angle brackets, or rename the file.",
    bad: &[
        ("acme/docs/start.md", Lines(&["Read [the plan](../files/our plan.pdf)."])),
        ("acme/files/our plan.pdf", Lines(&["%PDF"])),
    ],
    expect: &[
        "acme/docs/start.md:1:16 error[space-in-link] this is no link, because there is a space in `../files/our plan.pdf` | write `(<../files/our plan.pdf>)`, or take the space out of the file's name",
    ],
    good: &[
        ("acme/docs/start.md", Lines(&["Read [the plan](<../files/our plan.pdf>) [or not](at all)."])),
        ("acme/files/our plan.pdf", Lines(&["%PDF"])),
    ],
};
