//! The check `unknown-front-matter`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A field at the top of a page that is not used.
pub static UNKNOWN_FRONT_MATTER: Check = Check {
    code: "unknown-front-matter",
    severity: Severity::Warning,
    title: "A field at the top of a page that is not used.",
    about: "The fields at the top of a page can also be written by other programs, so a field that Vestibule does \
            not know is no mistake; but if you expected something of it, nothing will happen. Correct the name, or \
            remove the line.",
    bad: &[("acme/docs/start.md", Lines(&["---", "titel: Start", "---", "", "Welcome."]))],
    expect: &[
        "acme/docs/start.md:2:1 warning[unknown-front-matter] there is no field `titel` here | did you mean `title`?",
    ],
    good: &[("acme/docs/start.md", Lines(&["---", "title: Start", "---", "", "Welcome."]))],
};
