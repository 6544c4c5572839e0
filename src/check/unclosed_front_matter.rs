//! The check `unclosed-front-matter`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// The fields at the top of a page have no end.
pub static UNCLOSED_FRONT_MATTER: Check = Check {
    code: "unclosed-front-matter",
    severity: Severity::Error,
    title: "The fields at the top of a page have no end.",
    about: "A page may begin with fields between two lines of `---`. Here the second line is missing, so the whole \
            page would count as fields. Add a line `---` below the last field. A page that should begin with a line \
            across can do so with `***`.",
    bad: &[("acme/docs/start.md", Lines(&["---", "title: Start", "", "Welcome to your portal."]))],
    expect: &[
        "acme/docs/start.md:1:1 error[unclosed-front-matter] the fields that begin here have no end | add a line `---` below the last field",
    ],
    good: &[("acme/docs/start.md", Lines(&["---", "title: Start", "---", "", "Welcome to your portal."]))],
};
