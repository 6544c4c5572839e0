//! The check `unsafe-link`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A link of a kind that a portal does not take.
pub static UNSAFE_LINK: Check = Check {
    code: "unsafe-link",
    severity: Severity::Error,
    title: "A link of a kind that a portal does not take.",
    about: "A link may lead to a file of the portal, to another site (`https:`), a mail address (`mailto:`) or a \
            telephone number (`tel:`). Anything else could run a program on the reader's device or lead to a disk \
            that only you have.",
    bad: &[("acme/docs/start.md", Lines(&["[Print](javascript:print())"]))],
    expect: &[
        "acme/docs/start.md:1:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
    ],
    good: &[("acme/docs/start.md", Lines(&["Print it with Ctrl+P."]))],
};
