//! The check `misplaced-front-matter`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Fields at the top of a page that do not count, because the line above them is not right.
pub static MISPLACED_FRONT_MATTER: Check = Check {
    code: "misplaced-front-matter",
    severity: Severity::Error,
    title: "What looks like the fields of a page stands in its text.",
    about: "The fields of a page count only if the very first line of the file is `---`, with three hyphens, nothing \
            in front of it and no empty line above it. Otherwise they are text that everybody reads, and a page that \
            was meant for few, or not yet, is published to all.",
    bad: &[("acme/docs/start.md", Lines(&["", "---", "title: Start", "draft: true", "---", "", "Welcome."]))],
    expect: &[
        "acme/docs/start.md:2:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
    ],
    good: &[("acme/docs/start.md", Lines(&["---", "title: Start", "draft: true", "---", "", "Welcome."]))],
};
