//! The check `duplicate-portal`.

use super::Contents::Lines;
use super::{Check, LOCK};
use crate::diagnostic::Severity;

/// Two clients have one `access.lock`.
pub static DUPLICATE_PORTAL: Check = Check {
    code: "duplicate-portal",
    severity: Severity::Error,
    title: "Two clients have one `access.lock`.",
    about: "Two clients have the same `access.lock`, most often because a client's folder was copied to \
            begin a new one. Both portals would have the same keys, and people of the one could open the other. \
            Remove the one that is the copy, and give the people there access \
            anew. Never remove the one of the client who can open the portal already: they would be locked out.",
    bad: &[
        ("acme/access.lock", Lines(LOCK)),
        ("bolt/client.yml", Lines(&["name: Bolt", "project: Web site", "address: meadow-7"])),
        ("bolt/access.lock", Lines(LOCK)),
    ],
    expect: &[
        "bolt/access.lock:1:1 error[duplicate-portal] `acme` and `bolt` have the same `access.lock`: both portals would have the same keys | in the folder that is the copy, remove `access.lock`, and give its people access anew with `vestibule access add`",
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
