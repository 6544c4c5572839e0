//! The check `invisible-character`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A character without a width, or a space that is no space, in a name or an indentation.
pub static INVISIBLE_CHARACTER: Check = Check {
    code: "invisible-character",
    severity: Severity::Error,
    title: "A character that nobody sees stands where it counts.",
    about: "Text that is copied from a web page or a word processor may bring spaces without a width, or spaces that do not break. In the name of a field they make another name of it, and in front of a line they are no indentation. Delete that place and type it anew.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "project\u{200b}: New shop", "address: harbour-42"]))],
    expect: &[
        "acme/client.yml:2:8 error[invisible-character] a character that nobody sees (zero-width space, U+200B) stands in the name of this field | delete the name and type `project` anew",
    ],
    good: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42"]))],
};
