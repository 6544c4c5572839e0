//! The check `unknown-language`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A language that there are no words for.
pub static UNKNOWN_LANGUAGE: Check = Check {
    code: "unknown-language",
    severity: Severity::Error,
    title: "A language that there are no words for.",
    about: "The words of a portal, such as those on its buttons, exist for some languages, and this is none of them. \
            Write a language by its code: `en`, `nl`. A language more is one file in a theme of your own.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42", "language: Dutch"]))],
    expect: &["acme/client.yml:4:11 error[unknown-language] there are no words for the language `Dutch` | write `nl`"],
    good: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42", "language: nl"]))],
};
