//! The check `duplicate-portal`.

use super::Contents::Lines;
use super::{Check, LOCK};
use crate::diagnostic::Severity;

/// Two clients have one `access.lock`.
pub static DUPLICATE_PORTAL: Check = Check {
    code: "duplicate-portal",
    severity: Severity::Error,
    title: "Two clients have one `access.lock`.",
    about: "This client's `access.lock` is a copy of another's, most often because a client's folder was copied to \
            begin a new one. Both portals would have the same keys, and people of the one could open the other. \
            Remove the copy, and give this client's people access anew.",
    bad: &[
        ("acme/access.lock", Lines(LOCK)),
        ("bolt/client.yml", Lines(&["name: Bolt", "project: Web site", "address: meadow-7"])),
        ("bolt/access.lock", Lines(LOCK)),
    ],
    expect: &[
        "bolt/access.lock:1:1 error[duplicate-portal] this is a copy of `acme/access.lock`: both portals would have the same keys | remove `bolt/access.lock` and give the people of this client access anew with `vestibule access add bolt NAME`",
    ],
    good: &[
        ("acme/access.lock", Lines(LOCK)),
        ("bolt/client.yml", Lines(&["name: Bolt", "project: Web site", "address: meadow-7"])),
        (
            "bolt/access.lock",
            Lines(&[
                "portal: 1f0e1d2c3b4a5968778695a4b3c2d1e0",
                "epoch: 1",
                "epoch_id: 00112233445566778899aabbccddeeff",
                "salt: AAECAwQFBgcICQoLDA0ODw",
                "iterations: 600000",
                "people:",
                "  - name: Tom Baert",
                "    id: 0f1e2d3c4b5a6978",
                "    audience: client",
                "    kind: passphrase",
                "    serial: 1",
                "    created: 2026-11-21",
                "    tag: 00112233445566778899aabbccddeeff",
                "    escrow: AAECAwQFBgcICQoLDA0ODw",
            ]),
        ),
    ],
};
