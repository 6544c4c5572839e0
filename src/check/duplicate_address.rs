//! The check `duplicate-address`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Two clients have one address.
pub static DUPLICATE_ADDRESS: Check = Check {
    code: "duplicate-address",
    severity: Severity::Error,
    title: "Two clients have one address.",
    about: "Every portal is published in a folder of its own, its address. Two clients with one address would \
            overwrite each other, and one would read what is meant for the other. Give one of them another `address` \
            in its `client.yml`.",
    bad: &[("bolt/client.yml", Lines(&["name: Bolt", "project: Web site", "address: harbour-42"]))],
    expect: &[
        "bolt/client.yml:3:10 error[duplicate-address] `acme` and `bolt` have the same address `harbour-42` | give the one that is not published yet another `address`",
    ],
    good: &[("bolt/client.yml", Lines(&["name: Bolt", "project: Web site", "address: meadow-7"]))],
};
