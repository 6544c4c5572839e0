//! The check `approval-without-until`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// An agreement without a day by which it is needed.
pub static APPROVAL_WITHOUT_UNTIL: Check = Check {
    code: "approval-without-until",
    severity: Severity::Warning,
    title: "An agreement without a day by which it is needed.",
    about: "Whoever is asked to agree to something wants to know by when, and a plan that waits for it has to know it, too. The day stands beside what is asked for on the first page.",
    bad: &[("acme/milestones.yml", Lines(&["- title: Design approved", "  due: 2026-12-12", "  approval: {}"]))],
    expect: &[
        "acme/milestones.yml:3:3 warning[approval-without-until] the agreement to `Design approved` is waited for, and nothing says until when | add `until:` with the day by which you need it",
    ],
    good: &[(
        "acme/milestones.yml",
        Lines(&["- title: Design approved", "  due: 2026-12-12", "  approval: {until: 2026-12-10}"]),
    )],
};
