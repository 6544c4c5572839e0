//! The check `unknown-timezone`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A time zone that does not exist.
pub static UNKNOWN_TIMEZONE: Check = Check {
    code: "unknown-timezone",
    severity: Severity::Error,
    title: "A time zone that does not exist.",
    about: "Times are shown in the client's time zone, which is written as a continent and a city, such as \
            `Europe/Amsterdam`. Abbreviations such as `CET` mean different things in summer and winter, and in \
            different countries.",
    bad: &[(
        "acme/client.yml",
        Lines(&["name: Acme", "project: New shop", "address: harbour-42", "timezone: Amsterdam"]),
    )],
    expect: &[
        "acme/client.yml:4:11 error[unknown-timezone] there is no time zone `Amsterdam` | did you mean `Europe/Amsterdam`?",
    ],
    good: &[(
        "acme/client.yml",
        Lines(&["name: Acme", "project: New shop", "address: harbour-42", "timezone: Europe/Amsterdam"]),
    )],
};
