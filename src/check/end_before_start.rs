//! The check `end-before-start`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Something ends before it begins.
pub static END_BEFORE_START: Check = Check {
    code: "end-before-start",
    severity: Severity::Error,
    title: "Something ends before it begins.",
    about: "The last day lies before the first one. Most often the year was not changed in one of the two.",
    bad: &[(
        "acme/people.yml",
        Lines(&["- name: Mira Vos", "  side: us", "  primary: true", "  away: {from: 2026-12-24, to: 2026-01-02}"]),
    )],
    expect: &[
        "acme/people.yml:4:32 error[end-before-start] this ends on 2026-01-02 and begins on 2026-12-24 | write the later day behind `to:`",
    ],
    good: &[(
        "acme/people.yml",
        Lines(&[
            "- name: Mira Vos",
            "  side: us",
            "  primary: true",
            "  away: {from: 2026-12-24, to: 2027-01-02}",
            "- name: Joost Linden",
            "  side: us",
            "  backup: true",
        ]),
    )],
};
