//! The check `nobody-can-open`.

use super::Contents::Lines;
use super::{Check, LOCK};
use crate::diagnostic::Severity;

/// A portal that nobody has a passphrase for.
pub static NOBODY_CAN_OPEN: Check = Check {
    code: "nobody-can-open",
    severity: Severity::Warning,
    title: "A portal that nobody has a passphrase for.",
    about: "The portal is built and sealed, and no person has been given a passphrase, so nobody can read it, you \
            included. Give somebody access with `vestibule access add`, and build again.",
    bad: &[(
        "acme/access.lock",
        Lines(&[
            "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1",
            "epoch: 1",
            "epoch_id: 00112233445566778899aabbccddeeff",
            "salt: AAECAwQFBgcICQoLDA0ODw",
            "iterations: 600000",
            "people: []",
        ]),
    )],
    expect: &[
        "acme/access.lock:1:1 warning[nobody-can-open] nobody can open this portal yet | give somebody a passphrase: `vestibule access add acme NAME`",
    ],
    good: &[("acme/access.lock", Lines(LOCK))],
};
