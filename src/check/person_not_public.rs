//! The check `person-not-public`.

use super::Contents::Lines;
use super::{Check, PEOPLE};
use crate::diagnostic::Severity;

/// Somebody is named of whom clients are not told.
pub static PERSON_NOT_PUBLIC: Check = Check {
    code: "person-not-public",
    severity: Severity::Error,
    title: "Somebody is named of whom clients are not told.",
    about: "A person with `public: false` does not appear in a portal. Naming them as the owner of something would tell the client of them all the same.",
    bad: &[
        ("acme/people.yml", Lines(PEOPLE)),
        ("acme/tasks.yml", Lines(&["- title: Send the photos", "  owner: Ada Quill"])),
    ],
    expect: &[
        "acme/tasks.yml:2:10 error[person-not-public] `Ada Quill` is not public, and this would name them | name somebody else, or take `public: false` away from this person",
    ],
    good: &[
        ("acme/people.yml", Lines(PEOPLE)),
        ("acme/tasks.yml", Lines(&["- title: Send the photos", "  owner: Mira Vos"])),
    ],
};
