//! Wrong in `access.json`.

use serde_json::{Value, json};

use super::super::portals::many_slots;
use super::{with_files, wrong};

pub(super) fn cases() -> Vec<Value> {
    let mut cases = texts();
    cases.extend(members());
    cases.extend(spellings());
    cases.extend(slots());
    cases
}

/// Not JSON, or not an object.
fn texts() -> Vec<Value> {
    let text = |code: &str, name: &str, text: &[u8]| {
        wrong(code, name, |forge| {
            forge.files.insert("access.json".to_owned(), text.to_vec());
        })
    };
    vec![
        text("not-json", "empty", b""),
        text("not-json", "HTML", b"<!doctype html><title>404</title>"),
        text("not-json", "a list", b"[]"),
        text("not-json", "null", b"null"),
        text("not-json", "a string", b"\"v\""),
        text("version", "another version, of another shape", b"{\"v\":2,\"all\":\"different\"}"),
        text("version", "an empty object", b"{}"),
        wrong("not-json", "text behind it", |forge| forge.access_text(|text| text + "{}")),
        wrong("not-json", "a comma too many", |forge| forge.access_text(|text| text.replace("}]}", "}],}"))),
        wrong("not-json", "not UTF-8", |forge| {
            let file = forge.files.get_mut("access.json").expect("it is there");
            file.splice(1..1, *b"\"note\":\"\xff\",");
        }),
        wrong("missing", "no access.json", |forge| {
            forge.files.remove("access.json");
        }),
    ]
}

/// One member replaced (by a JSON pointer) or, with `null` as the marker, taken out.
fn members() -> Vec<Value> {
    let kdf = |entries: usize| {
        json!(vec![
            json!({ "name": "PBKDF2-HMAC-SHA-256", "iterations": 600_000, "salt": "U1NTU1NTU1NTU1NTU1NTUw" });
            entries
        ])
    };
    let replaced = [
        ("version", "/v", json!(2)),
        ("version", "/v", json!(0)),
        ("version", "/v", json!("1")),
        ("version", "/v", json!([1])),
        ("portal", "/portal", json!("A0a1a2a3a4a5a6a7a8a9aaabacadaeaf")),
        ("portal", "/portal", json!("a0a1a2a3a4a5a6a7a8a9aaabacadae")),
        ("portal", "/portal", json!("a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0")),
        ("portal", "/portal", json!("g0a1a2a3a4a5a6a7a8a9aaabacadaeaf")),
        ("portal", "/portal", json!(1)),
        ("epoch", "/epoch", json!(0)),
        ("epoch", "/epoch", json!(-3)),
        ("epoch", "/epoch", json!("3")),
        ("epoch", "/epoch", json!(4_294_967_296_u64)),
        ("epoch", "/epoch", json!([3])),
        ("epoch", "/epoch_id", json!("E3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3")),
        ("epoch", "/epoch_id", json!("e3")),
        ("kdf", "/kdf", json!([])),
        ("kdf", "/kdf", kdf(3)),
        ("kdf", "/kdf", json!({})),
        ("kdf", "/kdf/0/name", json!("argon2id")),
        ("kdf", "/kdf/0/name", json!("pbkdf2-hmac-sha-256")),
        ("kdf", "/kdf/0/name", json!("toString")),
        ("iterations", "/kdf/0/iterations", json!("600000")),
        ("iterations", "/kdf/0/iterations", json!("1000000")),
        ("iterations", "/kdf/0/iterations", json!(599_999)),
        ("iterations", "/kdf/0/iterations", json!(1)),
        ("iterations", "/kdf/0/iterations", json!(0)),
        ("iterations", "/kdf/0/iterations", json!(-600_000)),
        ("iterations", "/kdf/0/iterations", json!(10_000_001)),
        ("iterations", "/kdf/0/iterations", json!(4_295_567_296_u64)),
        ("iterations", "/kdf/0/iterations", json!(600_000.5)),
        ("iterations", "/kdf/0/iterations", json!([600_000])),
        ("salt", "/kdf/0/salt", json!("U1NTU1NTU1NTU1NTU1NT")),
        ("salt", "/kdf/0/salt", json!("U1NTU1NTU1NTU1NTU1NTU1M")),
        ("salt", "/kdf/0/salt", json!("")),
        ("salt", "/kdf/0/salt", json!(5)),
        ("base64", "/kdf/0/salt", json!("U1NTU1NTU1NTU1NTU1NTUw==")),
        ("base64", "/kdf/0/salt", json!("U1NTU1NTU1NTU1NTU1NTUx")),
        ("base64", "/kdf/0/salt", json!("U1NTU1NTU1NTU1NTU1NTU")),
        ("base64", "/kdf/0/salt", json!("U1NTU1NTU1NTU1NTU1NTUw\n")),
        ("base64", "/kdf/0/salt", json!("U1NTU1NTU1NTU1NTU1NT/w")),
        ("base64", "/kdf/0/salt", json!(" U1NTU1NTU1NTU1NTU1NTUw")),
        ("not-json", "/slots", json!({})),
        ("not-json", "/slots/7", json!("slot")),
        ("not-json", "/slots/7", json!(null)),
        ("not-json", "/slots/7/box", json!(176)),
    ];
    let gone = [
        ("version", "", "v"),
        ("portal", "", "portal"),
        ("epoch", "", "epoch"),
        ("epoch", "", "epoch_id"),
        ("kdf", "", "kdf"),
        ("kdf", "/kdf/0", "name"),
        ("iterations", "/kdf/0", "iterations"),
        ("salt", "/kdf/0", "salt"),
        ("not-json", "", "slots"),
        ("slot-tag", "/slots/7", "tag"),
        ("not-json", "/slots/7", "box"),
    ];
    let replaced = replaced.into_iter().map(|(code, pointer, value)| {
        let shown = value.to_string();
        let name = format!("{pointer} is {}", shown.chars().take(60).collect::<String>());
        wrong(code, &name, |forge| forge.access(|access| *access.pointer_mut(pointer).expect("it is there") = value))
    });
    let gone = gone.into_iter().map(|(code, pointer, key)| {
        wrong(code, &format!("no {pointer}/{key}"), |forge| {
            forge.access(|access| {
                let object = access.pointer_mut(pointer).and_then(Value::as_object_mut).expect("an object");
                object.shift_remove(key).expect("it is there");
            });
        })
    });
    replaced.chain(gone).collect()
}

/// What only the text of the JSON shows.
fn spellings() -> Vec<Value> {
    let texts = [
        ("epoch", "\"epoch\":3,", "\"epoch\":3.0,"),
        ("epoch", "\"epoch\":3,", "\"epoch\":3e0,"),
        ("epoch", "\"epoch\":3,", "\"epoch\":30E-1,"),
        ("epoch", "\"epoch\":3,", "\"epoch\" :\n 3.0 ,"),
        ("epoch", "\"epoch\":3,", "\"epoch\":-0,"),
        ("epoch", "\"epoch\":3,", "\"epoch\":true,"),
        ("epoch", "\"epoch\":3,", "\"more\":{\"epoch\":3},\"epoch\":3.0,"),
        ("epoch", "\"epoch\":3,", "\"note\":\"\\\"epoch\\\":3,\",\"epoch\":3.0,"),
        ("epoch", "\"epoch\":3,", "\"__proto__\":{\"epoch\":3},"),
        ("iterations", ":600000,", ":600000.0,"),
        ("iterations", ":600000,", ":6e5,"),
        ("iterations", ":600000,", ":1e6,"),
        ("iterations", ":600000,", ":1.0,"),
        ("iterations", ":600000,", ":1E6,"),
        ("iterations", ":600000,", ":18446744073710151616,"),
        ("version", "\"v\":1,", "\"__proto__\":{\"v\":1},"),
        ("not-json", ":600000,", ":0600000,"),
        ("not-json", ":600000,", ":600_000,"),
        ("not-json", ":600000,", ":NaN,"),
    ];
    let mut cases: Vec<Value> = texts
        .into_iter()
        .map(|(code, from, to)| wrong(code, to, |forge| forge.access_text(|text| text.replacen(from, to, 1))))
        .collect();
    cases.push(wrong("iterations", "of the second entry, while the first is ours", |forge| {
        let second =
            r#"},{"name":"PBKDF2-HMAC-SHA-256","iterations":1000000.0,"salt":"VFRUVFRUVFRUVFRUVFRUVA"}],"slots""#;
        forge.access_text(|text| text.replacen("}],\"slots\"", second, 1));
    }));
    cases
}

fn slots() -> Vec<Value> {
    let slot = |code: &str, name: &str, change: fn(&mut Vec<Value>)| {
        wrong(code, name, |forge| forge.access(|access| change(access["slots"].as_array_mut().expect("slots"))))
    };
    let sealed = |length: usize| vestibule::seal::encoding::to_b64(&vec![0; length]);
    let sized = |length: usize| {
        wrong("slot-size", &format!("{length} bytes"), |forge| {
            forge.access(|access| access["slots"][7]["box"] = json!(sealed(length)));
        })
    };
    vec![
        slot("base64", "a box with padding", |slots| {
            slots[7]["box"] = json!(format!("{}=", slots[7]["box"].as_str().expect("text")))
        }),
        slot("base64", "a box in another spelling", |slots| {
            let text = slots[7]["box"].as_str().expect("text").to_owned();
            slots[7]["box"] = json!(format!("{}B", &text[..text.len() - 1]));
        }),
        slot("base64", "a box in the other alphabet", |slots| {
            slots[7]["box"] = json!(format!("+/{}", "A".repeat(233)))
        }),
        slot("base64", "before the tag of a slot in front of it", |slots| {
            slots[0]["tag"] = json!("x");
            slots[7]["box"] = json!("x");
        }),
        slot("slot-tag", "upper case", |slots| {
            slots[7]["tag"] = json!(slots[7]["tag"].as_str().expect("text").to_uppercase())
        }),
        slot("slot-tag", "too short", |slots| slots[7]["tag"] = json!("00")),
        slot("slot-tag", "a number", |slots| slots[7]["tag"] = json!(1)),
        slot("duplicate-tag", "two neighbours", |slots| slots[7]["tag"] = slots[6]["tag"].clone()),
        slot("duplicate-tag", "the same slot at both ends", |slots| slots[0] = slots[7].clone()),
        with_files("slot-count", "one too many", json!({ "access.json": many_slots(8_193) })),
        sized(0),
        sized(175),
        sized(177),
        sized(192),
    ]
}
