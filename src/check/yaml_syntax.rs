//! The check `yaml-syntax`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A line that cannot be read as fields.
pub static YAML_SYNTAX: Check = Check {
    code: "yaml-syntax",
    severity: Severity::Error,
    title: "A line that cannot be read as fields.",
    about: "Fields are written as `name: value`, one a line. Some characters have a meaning of their own there: a \
            quote or a bracket at the beginning, `*`, `&`, `!`, `@`. Put the text in double quotes, and it is taken as \
            it is. What else is wrong in the same file is said as far as the rest of it can be read.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "project: *New* shop", "address: harbour-42"]))],
    expect: &[
        "acme/client.yml:2:10 error[yaml-syntax] `*` at the beginning has a special meaning here | put the text in quotes",
    ],
    good: &[("acme/client.yml", Lines(&["name: Acme", "project: \"*New* shop\"", "address: harbour-42"]))],
};
