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
            second `: `, a quote or bracket at the beginning, `*`, `&`, `!`, `#` after a space. Put the text in \
            double quotes, and it is taken as it is.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "project: Shop: the second attempt", "address: harbour-42"]))],
    expect: &[
        "acme/client.yml:2:14 error[yaml-syntax] there is a second `: ` in this line | put the text in quotes: `title: \"Payments: what changes\"`",
    ],
    good: &[(
        "acme/client.yml",
        Lines(&["name: Acme", "project: \"Shop: the second attempt\"", "address: harbour-42"]),
    )],
};
