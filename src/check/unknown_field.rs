//! The check `unknown-field`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A field that does not exist.
pub static UNKNOWN_FIELD: Check = Check {
    code: "unknown-field",
    severity: Severity::Error,
    title: "A field that does not exist.",
    about: "There is no field of this name here. Mostly it is a slip of the finger, and what you wrote would never \
            be seen. Take the name that is suggested, or remove the line.",
    bad: &[(
        "acme/client.yml",
        Lines(&["name: Acme", "projekt: New shop", "project: New shop", "address: harbour-42"]),
    )],
    expect: &["acme/client.yml:2:1 error[unknown-field] there is no field `projekt` here | did you mean `project`?"],
    good: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42"]))],
};
