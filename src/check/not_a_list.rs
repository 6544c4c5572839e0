//! The check `not-a-list`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A list whose entries begin with something else.
pub static NOT_A_LIST: Check = Check {
    code: "not-a-list",
    severity: Severity::Warning,
    title: "Lines that look like a list are plain text.",
    about: "An entry of a list begins with `-`, `*` or a number with a full stop, and then a space. Bullets that were copied from another program, or a dash without a space, run together into one paragraph.",
    bad: &[("acme/docs/start.md", Lines(&["• Design", "• Build"]))],
    expect: &[
        "acme/docs/start.md:1:1 warning[not-a-list] these lines are no list: they run together into one paragraph | begin each of them with `- `",
    ],
    good: &[("acme/docs/start.md", Lines(&["- Design", "- Build"]))],
};
