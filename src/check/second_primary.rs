//! The check `second-primary`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Two people who are both the one to turn to.
pub static SECOND_PRIMARY: Check = Check {
    code: "second-primary",
    severity: Severity::Error,
    title: "Two people who are both the one to turn to.",
    about: "A client turns to one person. Two are one too many: nobody feels meant. Keep `primary: true` with one person on each side; another may have `backup: true` and stands in.",
    bad: &[(
        "acme/people.yml",
        Lines(&[
            "- name: Mira Vos",
            "  side: us",
            "  primary: true",
            "- name: Joost Linden",
            "  side: us",
            "  primary: true",
            "  backup: true",
        ]),
    )],
    expect: &[
        "acme/people.yml:4:9 error[second-primary] `Mira Vos` is the one to turn to already | keep `primary: true` with one of the two; the other may have `backup: true`",
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
