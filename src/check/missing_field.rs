//! The check `missing-field`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A field is missing that cannot be done without.
pub static MISSING_FIELD: Check = Check {
    code: "missing-field",
    severity: Severity::Error,
    title: "A field is missing that cannot be done without.",
    about: "Very few fields are needed: an agency's `name`, a client's `name` and `project`, a person's `name`, what \
            a term means. One of them is missing or empty. Add the line.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "address: harbour-42"]))],
    expect: &[
        "acme/client.yml:1:1 error[missing-field] `project` is missing | add a line such as `project: New web shop`",
    ],
    good: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42"]))],
};
