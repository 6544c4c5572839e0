//! The check `no-backup`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Nobody stands in.
pub static NO_BACKUP: Check = Check {
    code: "no-backup",
    severity: Severity::Warning,
    title: "Nobody stands in.",
    about: "People fall ill and go on holiday. Somebody with `backup: true` stands in for the one to turn to, and the portal says so while that person is away.",
    bad: &[("acme/people.yml", Lines(&["- name: Mira Vos", "  side: us", "  primary: true"]))],
    expect: &[
        "acme/people.yml:1:1 warning[no-backup] nobody stands in for the one to turn to | add `backup: true` to one more of your own people",
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
