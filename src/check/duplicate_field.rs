//! The check `duplicate-field`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A field stands twice in one place.
pub static DUPLICATE_FIELD: Check = Check {
    code: "duplicate-field",
    severity: Severity::Error,
    title: "A field stands twice in one place.",
    about: "The same field was given twice, and only one of the two can count. This often happens after copying a \
            block of lines. Keep the one that is right.",
    bad: &[(
        "acme/client.yml",
        Lines(&["name: Acme", "project: New shop", "address: harbour-42", "project: Web shop"]),
    )],
    expect: &[
        "acme/client.yml:4:1 error[duplicate-field] `project` stands here a second time | it was already given on line 2: keep one of the two",
    ],
    good: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42"]))],
};
