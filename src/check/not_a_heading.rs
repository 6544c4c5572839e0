//! The check `not-a-heading`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A heading without the space that makes it one.
pub static NOT_A_HEADING: Check = Check {
    code: "not-a-heading",
    severity: Severity::Warning,
    title: "A line that looks like a heading is plain text.",
    about: "A heading has one to six `#`, then a space. Without the space the reader sees the signs, and the heading is missing from the contents of the page.",
    bad: &[("acme/docs/start.md", Lines(&["# Start", "", "##Costs", "", "Nothing."]))],
    expect: &[
        "acme/docs/start.md:3:1 warning[not-a-heading] this is no heading, because there is no space after the `#` | write `## Costs`",
    ],
    good: &[("acme/docs/start.md", Lines(&["# Start", "", "## Costs", "", "Nothing for #1."]))],
};
