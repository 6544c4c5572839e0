//! The check `no-primary`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Nobody to turn to.
pub static NO_PRIMARY: Check = Check {
    code: "no-primary",
    severity: Severity::Warning,
    title: "Nobody to turn to.",
    about: "The client should know one person to turn to; the portal shows them on the first page with the promise to answer. Somebody who left does not count.",
    bad: &[(
        "acme/people.yml",
        Lines(&["- name: Mira Vos", "  side: us", "- name: Joost Linden", "  side: us", "  backup: true"]),
    )],
    expect: &[
        "acme/people.yml:1:1 warning[no-primary] nobody on your side is the one to turn to | add `primary: true` to one of your own people",
    ],
    good: &[(
        "acme/people.yml",
        Lines(&[
            "- name: Mira Vos",
            "  side: us",
            "  primary: true",
            "- name: Joost Linden",
            "  side: us",
            "  backup: true",
        ]),
    )],
};
