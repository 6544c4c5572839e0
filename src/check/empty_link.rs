//! The check `empty-link`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A link without an address or without a text.
pub static EMPTY_LINK: Check = Check {
    code: "empty-link",
    severity: Severity::Warning,
    title: "A link has no address or no text.",
    about: "`[text]()` looks like a link and leads nowhere; of `[](address)`, the reader sees nothing. Most likely the rest was to be filled in later.",
    bad: &[("acme/docs/start.md", Lines(&["Read [the plan]() first."]))],
    expect: &[
        "acme/docs/start.md:1:6 warning[empty-link] this link leads nowhere | write the address between `(` and `)`, or take the brackets away",
    ],
    good: &[("acme/docs/start.md", Lines(&["Read the plan first."]))],
};
