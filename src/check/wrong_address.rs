//! The check `wrong-address`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// The address of a portal that no browser takes everywhere.
pub static WRONG_ADDRESS: Check = Check {
    code: "wrong-address",
    severity: Severity::Error,
    title: "The address of a portal that no browser takes everywhere.",
    about: "The address of a portal becomes a folder on the web, so it consists of lower-case letters, digits and \
            `-`; names that Windows keeps for devices, such as `con`, will not do. Without an `address` in \
            `client.yml` it is the name of the client's folder. Write one that fits; once clients use it, keep it.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: Harbour 42"]))],
    expect: &[
        "acme/client.yml:3:10 error[wrong-address] `Harbour 42` cannot be the address of a portal | use lower-case letters, digits and `-`, such as `address: harbour-42`",
    ],
    good: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42"]))],
};
