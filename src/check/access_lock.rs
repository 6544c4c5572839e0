//! The check `access-lock`.

use super::Contents::Lines;
use super::{Check, LOCK};
use crate::diagnostic::Severity;

/// `access.lock` is not as `vestibule access` wrote it.
pub static ACCESS_LOCK: Check = Check {
    code: "access-lock",
    severity: Severity::Error,
    title: "`access.lock` is not as `vestibule access` wrote it.",
    about: "`access.lock` says who may open a portal, and `vestibule access` writes it. Something in it has been \
            changed, cut off or merged by hand, so that people might be locked out without anybody noticing. Put \
            back the version from before the change; your version control has it. Then make the change with \
            `vestibule access`.",
    bad: &[(
        "acme/access.lock",
        Lines(&[
            "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1",
            "epoch: 1",
            "epoch_id: 00112233445566778899aabbccddeeff",
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
    )],
    expect: &[
        "acme/access.lock:1:1 error[access-lock] `salt` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
    ],
    good: &[("acme/access.lock", Lines(LOCK))],
};
