//! The check `unknown-reference`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// An item names another that is not there.
pub static UNKNOWN_REFERENCE: Check = Check {
    code: "unknown-reference",
    severity: Severity::Error,
    title: "An item names another that is not there.",
    about: "A phase, person, milestone, task or decision is named by its title or its `id`, as it stands in its own file. This one is not there: most often the title was changed in one place only, or has a slip in it. An item that was renamed is still found by its old title if that stands behind `was:`.",
    bad: &[
        ("acme/roadmap.yml", Lines(&["- title: Design"])),
        ("acme/milestones.yml", Lines(&["- title: Design approved", "  phase: Desing", "  due: 2026-11-12"])),
    ],
    expect: &[
        "acme/milestones.yml:2:10 error[unknown-reference] there is no phase called `Desing` | did you mean `Design`?",
    ],
    good: &[
        ("acme/roadmap.yml", Lines(&["- title: Design"])),
        ("acme/milestones.yml", Lines(&["- title: Design approved", "  phase: Design", "  due: 2026-11-12"])),
    ],
};
