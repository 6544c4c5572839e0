//! The check `owner-left`.

use super::Contents::Lines;
use super::{Check, PEOPLE};
use crate::diagnostic::Severity;

/// Open work lies with somebody who works on the project no more.
pub static OWNER_LEFT: Check = Check {
    code: "owner-left",
    severity: Severity::Error,
    title: "Open work lies with somebody who works on the project no more.",
    about: "The client would wait for somebody who is gone, or be asked for something by them. Say who sees to it now; what is done keeps its name.",
    bad: &[
        ("acme/people.yml", Lines(PEOPLE)),
        ("acme/tasks.yml", Lines(&["- title: Send the photos", "  owner: Noor Claes"])),
    ],
    expect: &[
        "acme/tasks.yml:2:10 error[owner-left] `Send the photos` is open and lies with Noor Claes, who works on the project no more | name who sees to it now",
    ],
    good: &[
        ("acme/people.yml", Lines(PEOPLE)),
        ("acme/tasks.yml", Lines(&["- title: Send the photos", "  owner: Noor Claes", "  done: 2026-10-28"])),
    ],
};
