//! The check `hash-in-value`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A `#` that cuts a value off.
pub static HASH_IN_VALUE: Check = Check {
    code: "hash-in-value",
    severity: Severity::Error,
    title: "A text without quotes is cut off by a number sign.",
    about: "A `#` after a space begins a remark, which nobody reads but you: of `Shop #2`, only `Shop` is left. Put the text in double quotes. A remark that is meant to be one has a space behind its `#`, and stands behind the whole value.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "project: Shop #2", "address: harbour-42"]))],
    expect: &[
        "acme/client.yml:2:15 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes: `project: \"Shop #2\"`; if a remark is meant, write a space after `#`",
    ],
    good: &[("acme/client.yml", Lines(&["name: Acme # the bakery", "project: \"Shop #2\"", "address: harbour-42"]))],
};
