//! The check `wrong-shape`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A value of the wrong shape.
pub static WRONG_SHAPE: Check = Check {
    code: "wrong-shape",
    severity: Severity::Error,
    title: "A value of the wrong shape.",
    about: "A field has a list where there should be a text, or a text where there should be fields, or the like. \
            The message says what should stand there.",
    bad: &[("acme/client.yml", Lines(&["name: [Acme]", "project: New shop", "address: harbour-42"]))],
    expect: &[
        "acme/client.yml:1:7 error[wrong-shape] `name` is a text, but this is a list | write it on the same line, without `-` or brackets",
    ],
    good: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42"]))],
};
