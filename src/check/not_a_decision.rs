//! The check `not-a-decision`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A file among the decisions that is none.
pub static NOT_A_DECISION: Check = Check {
    code: "not-a-decision",
    severity: Severity::Hint,
    title: "A file among the decisions that is none.",
    about: "Other tools keep a template, a read-me or a list beside the decisions: `template.md`, `README.md`, `index.md`, or a \
            title such as `[short title]` that nobody filled in. Such a file is not published.",
    bad: &[
        ("acme/decisions/template.md", Lines(&["# [short title]", "", "## Question"])),
        ("acme/decisions/0007-next.md", Lines(&["# {short title}", "", "## Question"])),
    ],
    expect: &[
        "acme/decisions/0007-next.md:1:1 hint[not-a-decision] the title of this file is still that of a template, so it is left out | nothing needs to be done; if it is a decision, give the file and its title names of their own",
        "acme/decisions/template.md:1:1 hint[not-a-decision] this name is a template's or a list's, not a decision's, so it is left out | nothing needs to be done; if it is a decision, give the file and its title names of their own",
    ],
    good: &[(
        "acme/decisions/0007-two-languages.md",
        Lines(&["# Two languages", "", "## Chosen", "", "Dutch and French."]),
    )],
};
