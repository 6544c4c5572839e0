//! Makes the vectors of single parts of the format: sizes, passphrases, keys, boxes.

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce};
use serde_json::{Value, json};
use vestibule::names::AudienceId;
use vestibule::seal::access_json::Kdf;
use vestibule::seal::boxes::BoxName;
use vestibule::seal::encoding::to_hex;
use vestibule::seal::passphrase::normal;
use vestibule::seal::primitive::Root;
use vestibule::seal::secret::Secret;
use vestibule::seal::slot::SLOT_BOX;
use vestibule::seal::{Epoch, EpochId, Iterations, PersonId, PortalId, PortalKeys, Salt, WorkspaceKey};

use super::check::stretch;
use super::forge::{hkdf, root_key_of};

pub(super) fn padme() -> Vec<Value> {
    let around = (0..45).flat_map(|exponent| {
        let power = 1_u64 << exponent;
        [power.saturating_sub(1), power, power + 1, power + (power >> 1) + 3]
    });
    let frames = [4_194_303, 4_194_304, 4_194_305, 67_108_869];
    let mut lengths: Vec<u64> = (0..70).chain(around).chain(frames).collect();
    lengths.sort_unstable();
    lengths.dedup();
    lengths
        .into_iter()
        .map(|length| json!({ "length": length, "padded": vestibule::seal::padme::padme(length) }))
        .collect()
}

/// What people and phones make of a passphrase, and texts that only look like one.
const TYPED: &[&str] = &[
    "abacus-abdomen-abdominal-abide-abiding",
    "Abacus-Abdomen-Abdominal-Abide-Abiding",
    "ABACUS ABDOMEN ABDOMINAL ABIDE ABIDING",
    "Abacus abdomen abdominal abide abiding ",
    "  abacus  abdomen\tabdominal\nabide\r\nabiding\n",
    "abacus - abdomen - abdominal - abide - abiding",
    "abacus--abdomen---abdominal-abide -- abiding",
    "abacus\u{2010}abdomen\u{2011}abdominal\u{2012}abide\u{2013}abiding",
    "abacus\u{2014}abdomen\u{2015}abdominal\u{2212}abide\u{2013}abiding",
    "abacus\u{a0}abdomen\u{202f}abdominal\u{2003}abide\u{3000}abiding",
    "abacus\u{fe63}abdomen\u{ff0d}abdominal\u{fe58}abide\u{2011}abiding",
    "\u{feff}abacus-abdomen-abdominal-abide-abiding\u{feff}",
    "aba\u{ad}cus-abdo\u{200b}men-abdom\u{200c}inal-ab\u{200d}ide-abi\u{2060}ding",
    "abacus\u{200b}-\u{200b}abdomen-abdominal-abide-abiding",
    "abacus \u{200b} abdomen-abdominal-abide-abiding",
    "\u{200b} abacus-abdomen-abdominal-abide-abiding \u{200d}",
    "\u{ff21}bacus-\u{ff41}bdomen-abdominal-abide-abiding",
    "\u{1d41a}bacus-abdomen-abdominal-abide-abiding",
    "o\u{fb03}ce-\u{fb01}sh-abdominal-abide-abiding",
    "\u{212a}ing-abdomen-abdominal-abide-abiding",
    "yo-yo abacus drop-down t-shirt felt-tip",
    "yo yo abacus drop down t shirt felt tip",
    "one two three four five six seven",
    "\u{b}one\u{c}two three four five",
    "-abacus-abdomen-abdominal-abide-abiding",
    "abacus-abdomen-abdominal-abide-abiding-",
    "\u{2013}Abacus Abdomen Abdominal Abide Abiding",
    "abacus abdomen abdominal abide",
    "Abacus-Abdomen-Abdominal-Abide",
    "abacus-abdomen-abdominal-abide-abiding1",
    "Abacus, abdomen, abdominal, abide, abiding",
    "Abacus.Abdomen.Abdominal.Abide.Abiding",
    "abacus_abdomen_abdominal_abide_abiding",
    "abacus\u{2022}abdomen\u{2022}abdominal\u{2022}abide\u{2022}abiding",
    "\u{c4}pfel Birnen Kirschen Pflaumen Trauben",
    "a\u{308}pfel Birnen Kirschen Pflaumen Trauben",
    "\u{130}stanbul abdomen abdominal abide abiding",
    "stra\u{df}e abdomen abdominal abide abiding",
    "\u{3b1}bacus-abdomen-abdominal-abide-abiding",
    "\u{430}bacus-abdomen-abdominal-abide-abiding",
    "abacus\u{85}abdomen abdominal abide abiding",
    "\u{85}abacus abdomen abdominal abide abiding",
    "abacus\u{2028}abdomen abdominal abide abiding",
    "\u{2028}abacus abdomen abdominal abide abiding",
    "abacus\u{1680}abdomen abdominal abide abiding",
    "abacus\u{180e}abdomen abdominal abide abiding",
    "abacus\u{200e}abdomen abdominal abide abiding",
    "abacus\u{2061}abdomen abdominal abide abiding",
    "abacus\u{fe0f}-abdomen-abdominal-abide-abiding",
    "abacus\u{58a}abdomen-abdominal-abide-abiding",
    "abacus\u{301}-abdomen-abdominal-abide-abiding",
    "a\u{200b}\u{308}pfel",
    "\u{b4}x",
    "\u{1f469}\u{200d}\u{1f4bb} emoji",
    "\u{ac00} \u{1100}\u{1161}",
    "\u{2126} \u{212b} \u{2460} \u{bd} \u{fdfa}",
    "Correct Horse",
    "correct  horse",
    "MixedCase22CharsLink_-",
    "AbCdEfGhIjKlMnOpQrStUv",
    " AbCdEfGhIjKlMnOpQrStUv\n",
    "a-b-c-d-e",
    "A B C D E",
    "a b c d",
    "x",
    "0",
    "\u{0}",
    " \u{0} ",
    "",
    " ",
    "\t\n\u{b}\u{c}\r ",
    "\u{a0}\u{3000}",
    "\u{200b}\u{200c}\u{200d}\u{ad}\u{2060}\u{feff}",
    " \u{200b} ",
];

pub(super) fn passphrases() -> Vec<Value> {
    let case = |input: &&str| match normal(input) {
        Ok(normal) => json!({ "input": input, "normal": normal.expose() }),
        Err(refusal) => json!({ "input": input, "refuse": refusal.code() }),
    };
    TYPED.iter().map(case).collect()
}

pub(super) fn keys() -> Vec<Value> {
    vec![
        keys_of(std::array::from_fn(|place| place as u8), 1, "client"),
        keys_of([0xff; 32], u32::MAX, "board-2-with-a-name-of-32-letters"[..32].trim_end_matches('-')),
    ]
}

fn keys_of(wk: [u8; 32], epoch: u32, second: &str) -> Value {
    let portal = PortalId(std::array::from_fn(|place| 0x40 + place as u8));
    let epoch_id = EpochId(std::array::from_fn(|place| 0x80 + place as u8));
    let workspace = WorkspaceKey::from_b64(&vestibule::seal::encoding::to_b64(&wk)).expect("32 bytes");
    let keys = PortalKeys::new(&workspace, portal);
    let epoch = Epoch::new(epoch, epoch_id).expect("an epoch");
    let pmk = &hkdf::<32>(&wk, &portal.0, b"vestibule/1/portal");
    let info = [b"vestibule/1/files".as_slice(), &epoch.number().to_be_bytes()].concat();
    let mut audiences = vec!["client", "sponsor", second];
    audiences.dedup();
    let audiences: Vec<Value> = audiences
        .into_iter()
        .map(|audience| {
            let key = keys.audience(&epoch, &AudienceId::parse(audience).expect("an audience"));
            json!({ "audience": audience, "ak": to_hex(key.expose()), "manifest_name": &key.manifest_file()[2..] })
        })
        .collect();
    let person = PersonId([0x11; 8]);
    let link = |serial: u32| {
        json!({
            "person": person.to_hex(),
            "serial": serial,
            "passphrase": *keys.link_passphrase(person, serial),
        })
    };
    let decoy = |i: u32| json!({ "i": i, "tag": keys.decoy_tag(i).to_hex(), "box": to_hex(&keys.decoy_box(&epoch, i, SLOT_BOX)) });
    json!({
        "wk": to_hex(&wk),
        "portal": portal.to_hex(),
        "epoch": epoch.number(),
        "epoch_id": epoch_id.to_hex(),
        "pmk": to_hex(pmk),
        "fk": to_hex(&hkdf::<32>(pmk, &epoch_id.0, &info)),
        "ek": to_hex(&hkdf::<32>(pmk, b"", b"vestibule/1/escrow")),
        "sign_seed": to_hex(keys.signing_seed().expose()),
        "audiences": audiences,
        "links": [link(1), link(2), link(u32::MAX)],
        "decoys": [decoy(0), decoy(1), decoy(7)],
        "people": [person_of("Abacus Abdomen Abdominal Abide Abiding"), person_of("correct Horse \u{2460}")],
    })
}

fn person_of(passphrase: &str) -> Value {
    let normal = normal(passphrase).expect("not empty");
    let kdf = Kdf { iterations: Iterations::MIN, salt: Salt([0x53; 16]) };
    let stretched = stretch(&normal, &kdf);
    json!({
        "passphrase": passphrase,
        "normal": normal.expose(),
        "salt": kdf.salt.to_hex(),
        "iterations": kdf.iterations.get(),
        "u": to_hex(stretched.expose()),
        "tag": stretched.tag().to_hex(),
        "kek": to_hex(stretched.slot_key().expose()),
    })
}

const ROOT: [u8; 32] = [0x52; 32];
const AD: &str = "vestibule/1/40404040404040404040404040404040/1/page//roadmap";

pub(super) fn boxes() -> Vec<Value> {
    let long: Vec<u8> = (0..1000).map(|place| (place * 7 % 256) as u8).collect();
    let good = [
        (AD, &b""[..]),
        (AD, b"m"),
        (AD, b"A message of two AES blocks, 32B"),
        (AD, &long),
        ("", b""),
        ("", b"no associated data"),
        ("vestibule/1/40404040404040404040404040404040/1/page//d\u{f6}cs/\u{65e5}\u{672c}", b"names beyond ASCII"),
    ];
    let mut cases: Vec<Value> = good.iter().map(|(ad, message)| good_box(ad, message)).collect();
    cases.push(foreign_siv());
    cases.extend(bad_boxes());
    cases
}

fn good_box(ad: &str, message: &[u8]) -> Value {
    let sealed = Root::new(Secret::new(ROOT)).seal(ad, message);
    json!({
        "root": to_hex(&ROOT),
        "ad": ad,
        "message": to_hex(message),
        "siv": to_hex(&sealed.bytes[..32]),
        "key": to_hex(sealed.key.expose()),
        "box": to_hex(&sealed.bytes),
        "name": BoxName::of(&sealed.bytes).to_hex(),
    })
}

/// Encrypted rightly under a key that belongs to a siv of something else.
fn foreign_siv() -> Value {
    let sealed = seal_under_siv([0x77; 32], AD, b"message");
    json!({
        "root": to_hex(&ROOT),
        "ad": AD,
        "message": to_hex(b"message"),
        "key": to_hex(&root_key_of(&ROOT, &[0x77; 32])),
        "box": to_hex(&sealed),
        "root_refuse": "seal",
    })
}

fn seal_under_siv(siv: [u8; 32], ad: &str, message: &[u8]) -> Vec<u8> {
    let cipher = Aes256Gcm::new(&root_key_of(&ROOT, &siv).into());
    let mut buffer = message.to_vec();
    let tag = cipher
        .encrypt_inout_detached(&Nonce::default(), ad.as_bytes(), buffer.as_mut_slice().into())
        .expect("a short message");
    [&siv[..], &buffer, &tag].concat()
}

fn bad_boxes() -> Vec<Value> {
    let sealed = Root::new(Secret::new(ROOT)).seal(AD, b"message");
    let key = to_hex(sealed.key.expose());
    let flipped = |place: usize| {
        let mut bytes = sealed.bytes.clone();
        bytes[place] ^= 1;
        to_hex(&bytes)
    };
    let whole = to_hex(&sealed.bytes);
    let root = to_hex(&ROOT);
    vec![
        json!({ "root": root, "ad": AD, "box": flipped(0), "refuse": "seal" }),
        json!({ "root": root, "key": key, "ad": AD, "box": flipped(32), "refuse": "seal" }),
        json!({ "root": root, "key": key, "ad": AD, "box": flipped(sealed.bytes.len() - 1), "refuse": "seal" }),
        json!({ "root": root, "key": key, "ad": AD, "box": whole[..whole.len() - 2], "refuse": "seal" }),
        json!({ "root": root, "key": key, "ad": AD, "box": format!("{whole}00"), "refuse": "seal" }),
        json!({ "root": root, "key": key, "ad": AD, "box": whole[..2 * 47], "refuse": "seal" }),
        json!({ "root": root, "key": key, "ad": AD, "box": "", "refuse": "seal" }),
        json!({ "root": root, "key": key, "ad": AD.replace("/1/page", "/2/page"), "box": whole, "refuse": "seal" }),
        json!({ "root": to_hex(&[0x53; 32]), "key": to_hex(&[0; 32]), "ad": AD, "box": whole, "refuse": "seal" }),
    ]
}
