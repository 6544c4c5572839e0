//! The check `colon-in-value`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A second `: ` in a value without quotes.
pub static COLON_IN_VALUE: Check = Check {
    code: "colon-in-value",
    severity: Severity::Error,
    title: "A text without quotes has a colon in it.",
    about: "A `: ` ends the name of a field, so a second one on the same line leaves it open where the value begins. Put the text in double quotes, and it is taken as it is. A colon without a space behind it, as in `10:30`, does no harm.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "project: Shop: the second attempt", "address: harbour-42"]))],
    expect: &[
        "acme/client.yml:2:14 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `project: \"Shop: the second attempt\"`",
    ],
    good: &[(
        "acme/client.yml",
        Lines(&["name: Acme", "project: \"Shop: the second attempt\"", "address: harbour-42"]),
    )],
};
