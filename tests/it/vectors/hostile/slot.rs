//! Wrong in the slot.

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce};
use serde_json::Value;
use vestibule::names::AudienceId;
use vestibule::seal::slot::{SlotMessage, SlotPlace, wrap};
use vestibule::seal::{Iterations, PortalId};

use super::super::forge::{Forge, PASSPHRASE, SPONSOR, root_key_of, stretched};
use super::wrong;

pub(super) fn cases() -> Vec<Value> {
    let mut cases = messages();
    cases.extend(places());
    cases
}

/// Slots that open and say what no slot says.
fn messages() -> Vec<Value> {
    let key = "A".repeat(43);
    let open = |audience: &str, key: &str| format!(r#"{{"audience":"{audience}","key":"{key}"}}"#);
    let messages = [
        ("slot", "nothing but spaces", String::new()),
        ("slot", "not JSON", "{".to_owned()),
        ("slot", "a list", "[]".to_owned()),
        ("slot", "an empty object", "{}".to_owned()),
        ("slot", "no key", r#"{"audience":"client"}"#.to_owned()),
        ("slot", "no audience", format!(r#"{{"key":"{key}"}}"#)),
        ("slot", "audience and key by way of a prototype", format!(r#"{{"__proto__":{}}}"#, open("client", &key))),
        ("slot", "a number for a key", r#"{"audience":"client","key":1}"#.to_owned()),
        ("slot", "a key of 31 bytes", open("client", &"A".repeat(42))),
        ("slot", "a key of 33 bytes", open("client", &"A".repeat(44))),
        ("slot", "ended some day", r#"{"ended":"soon"}"#.to_owned()),
        ("slot", "ended with a time", r#"{"ended":"2026-11-20T10:00"}"#.to_owned()),
        ("slot", "ended with a number", r#"{"ended":20261120}"#.to_owned()),
        ("slot", "two values", format!("{} {{}}", open("client", &key))),
        ("slot", "NUL in place of spaces", format!("{}\0", open("client", &key))),
        ("base64", "a key with padding", open("client", &format!("{key}="))),
        ("base64", "a key in another spelling", open("client", &format!("{}B", &key[..42]))),
        ("name", "an audience in upper case", open("Client", &key)),
        ("name", "an audience that climbs", open("../client", &key)),
        ("name", "an empty audience", open("", &key)),
        ("name", "an audience of 33 characters", open(&"a".repeat(33), &key)),
    ];
    let mut cases: Vec<Value> = messages
        .into_iter()
        .map(|(code, name, message)| {
            wrong(code, &format!("in the slot, {name}"), |forge| forge.put_slot(message.as_bytes()))
        })
        .collect();
    cases.push(wrong("slot", "in the slot, text that is not UTF-8", |forge| {
        forge.put_slot(b"{\"ended\":\"2026-11-20\",\"n\":\"\xff\"}")
    }));
    cases
}

/// Slots that belong somewhere else, or were changed.
fn places() -> Vec<Value> {
    let elsewhere = |name: &str, change: fn(&mut SlotPlace)| {
        wrong("seal", &format!("a slot of {name}"), |forge| {
            let mut place = forge.slot_place();
            change(&mut place);
            forge.put_slot_box(&wrap(&stretched(PASSPHRASE).slot_key(), &place, &message(forge)));
        })
    };
    let flipped = |place: usize| {
        wrong("seal", &format!("a slot with byte {place} changed"), |forge| {
            let mut sealed = wrap(&stretched(PASSPHRASE).slot_key(), &forge.slot_place(), &message(forge));
            sealed[place] ^= 0x10;
            forge.put_slot_box(&sealed);
        })
    };
    vec![
        elsewhere("another portal", |place| place.portal = PortalId([9; 16])),
        elsewhere("another epoch", |place| place.epoch += 1),
        elsewhere("other iterations", |place| place.iterations = Iterations::new(600_001).expect("within bounds")),
        elsewhere("another tag", |place| place.tag = stretched(SPONSOR).tag()),
        wrong("seal", "a slot under somebody else's key", |forge| {
            let sealed = wrap(&stretched(SPONSOR).slot_key(), &forge.slot_place(), &message(forge));
            forge.put_slot_box(&sealed);
        }),
        wrong("seal", "a slot with the siv of something else", |forge| {
            let sealed = under_foreign_siv(forge);
            forge.put_slot_box(&sealed);
        }),
        flipped(0),
        flipped(31),
        flipped(32),
        flipped(175),
    ]
}

fn message(forge: &Forge) -> SlotMessage {
    let audience = AudienceId::client();
    SlotMessage::Open { key: forge.keys.audience(&forge.epoch, &audience), audience }
}

/// A slot that AES-GCM opens, but whose siv is not that of its message.
fn under_foreign_siv(forge: &Forge) -> Vec<u8> {
    let siv = [0x77; 32];
    let key = root_key_of(stretched(PASSPHRASE).slot_key().expose(), &siv);
    let ak = forge.keys.audience(&forge.epoch, &AudienceId::client()).to_b64();
    let mut text = format!(r#"{{"audience":"client","key":"{}"}}"#, *ak).into_bytes();
    text.resize(128, b' ');
    let tag = Aes256Gcm::new(&key.into())
        .encrypt_inout_detached(&Nonce::default(), forge.slot_place().ad().as_bytes(), text.as_mut_slice().into())
        .expect("short");
    [&siv[..], &text, &tag].concat()
}
