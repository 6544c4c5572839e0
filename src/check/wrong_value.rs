//! The check `wrong-value`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A value that cannot be meant.
pub static WRONG_VALUE: Check = Check {
    code: "wrong-value",
    severity: Severity::Error,
    title: "A value that cannot be meant.",
    about: "A field has a value that it cannot have: a colour that is no colour, a mail address without `@`, a word \
            that is not among those possible. The message says what would do.",
    bad: &[("acme/docs/start.md", Lines(&["---", "kind: howto", "---", "", "# Set up the shop"]))],
    expect: &[
        "acme/docs/start.md:2:7 error[wrong-value] there is no kind of document called `howto` | did you mean `how-to`?",
    ],
    good: &[("acme/docs/start.md", Lines(&["---", "kind: how-to", "---", "", "# Set up the shop"]))],
};
