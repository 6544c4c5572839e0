//! Makes the vectors of whole portals with one thing wrong each.

use serde_json::{Value, json};

use super::forge::{ENDED, Forge, PASSPHRASE};

mod access;
mod contents;
mod manifest;
mod slot;

/// The sample portal, which the cases change.
pub(super) fn base() -> Value {
    Forge::new().written()
}

pub(super) fn cases() -> Vec<Value> {
    let mut cases = access::cases();
    cases.extend(passphrases());
    cases.extend(slot::cases());
    cases.extend(manifest::cases());
    cases.extend(contents::cases());
    cases
}

/// The sample portal with something done to it, and the code with which it is then refused.
fn wrong(code: &str, name: &str, change: impl FnOnce(&mut Forge)) -> Value {
    let mut forge = Forge::new();
    change(&mut forge);
    with_files(code, name, forge.written_over_sample())
}

fn with_files(code: &str, name: &str, files: Value) -> Value {
    json!({ "name": format!("{code}: {name}"), "passphrase": PASSPHRASE, "files": files, "refuse": code })
}

/// Nothing wrong with the portal, something with the passphrase.
fn passphrases() -> Vec<Value> {
    let typed = [
        ("empty-passphrase", "nothing", ""),
        ("empty-passphrase", "nothing visible", " \u{200b}\t\u{feff} "),
        ("wrong-passphrase", "somebody else's", "one-two-three-four-five"),
        ("wrong-passphrase", "one word less", "abacus-abdomen-abdominal-abide"),
        ("ended", "access that has ended", ENDED),
    ];
    typed
        .into_iter()
        .map(|(code, name, passphrase)| {
            json!({ "name": format!("{code}: {name}"), "passphrase": passphrase, "files": {}, "refuse": code })
        })
        .collect()
}
