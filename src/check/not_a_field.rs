//! The check `not-a-field`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A name whose colon does not count.
pub static NOT_A_FIELD: Check = Check {
    code: "not-a-field",
    severity: Severity::Error,
    title: "A line that should be a field is not one.",
    about: "The name of a field ends with a colon and a space. Without the space, or with a colon from another keyboard, the line is just a text, and the field is missing.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "project:New shop", "address: harbour-42"]))],
    expect: &["acme/client.yml:2:1 error[not-a-field] there is no space after the `:` | write `project: New shop`"],
    good: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42"]))],
};
