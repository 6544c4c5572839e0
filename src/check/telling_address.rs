//! The check `telling-address`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// The address of a portal tells whose it is.
pub static TELLING_ADDRESS: Check = Check {
    code: "telling-address",
    severity: Severity::Hint,
    title: "The address of a portal tells whose it is.",
    about: "Everybody on the internet can see the address of a portal, also without a passphrase. With the client's \
            name in it, everybody can see who your clients are. If that should stay between you, choose an address \
            that says nothing. An address that people already use is better kept.",
    bad: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: acme-shop"]))],
    expect: &[
        "acme/client.yml:3:10 hint[telling-address] the address `acme-shop` tells everybody that the client is called `acme` | an address such as `harbour-42` says nothing: `address: harbour-42`",
    ],
    good: &[("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42"]))],
};
