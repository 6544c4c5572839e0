//! The check `long-summary`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A text that is too long to be read at a glance.
pub static LONG_SUMMARY: Check = Check {
    code: "long-summary",
    severity: Severity::Warning,
    title: "A text that is too long to be read at a glance.",
    about: "The summary of a phase, the reason of a state, a date or a task and the note of a milestone stand beside a date on the first pages. More than 280 characters are skipped there. Keep to what happened and what follows from it, and put the rest into a document or an update that it links to.",
    bad: &[(
        "acme/milestones.yml",
        Lines(&[
            "- title: Design approved",
            "  due: 2026-12-04",
            "  moves:",
            "    - to: 2026-12-11",
            "      why: The shop was planned with one language. While we were building it turned out that half of your visitors read another one. The texts are therefore written twice, which takes eight working days more than we thought. The photos, the prices and the letters to your customers follow after that.",
        ]),
    )],
    expect: &[
        "acme/milestones.yml:5:12 warning[long-summary] `why` has 289 characters, and is read at a glance | keep to 280 characters, and put the rest into a document that it links to",
    ],
    good: &[(
        "acme/milestones.yml",
        Lines(&[
            "- title: Design approved",
            "  due: 2026-12-04",
            "  moves:",
            "    - to: 2026-12-11",
            "      why: Half of your visitors read another language, so the texts are written twice.",
        ]),
    )],
};
