//! The check `merge-conflict`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Two versions of a text that were never brought together.
pub static MERGE_CONFLICT: Check = Check {
    code: "merge-conflict",
    severity: Severity::Error,
    title: "Two versions of a text stand beside each other.",
    about: "Two people changed the same lines, and the version control wrote both versions into the file, between \
            `<<<<<<<` and `>>>>>>>`. Somebody has to choose.",
    bad: &[(
        "acme/docs/start.md",
        Lines(&["We open on", "<<<<<<< HEAD", "9 March.", "=======", "16 March.", ">>>>>>> later"]),
    )],
    expect: &[
        "acme/docs/start.md:2:1 error[merge-conflict] two versions of this text stand beside each other, and nobody has chosen yet | keep what is right and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
    ],
    good: &[("acme/docs/start.md", Lines(&["We open on", "16 March."]))],
};
