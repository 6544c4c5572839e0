//! The check `health-without-reason`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Bad news without its reason.
pub static HEALTH_WITHOUT_REASON: Check = Check {
    code: "health-without-reason",
    severity: Severity::Error,
    title: "Bad news without its reason.",
    about: "A project that is at risk or off track makes a client ask why at once. `because` is the answer in a sentence, and stands on the first page beside the state.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42", "health: at risk"]))],
    expect: &[
        "acme/client.yml:4:9 error[health-without-reason] the project is at risk, and nothing says why | add `because:` with the reason in a sentence",
    ],
    good: &[(
        "acme/client.yml",
        Lines(&[
            "name: Acme",
            "project: New shop",
            "address: harbour-42",
            "health: at risk",
            "because: 60 product photos are missing.",
        ]),
    )],
};
