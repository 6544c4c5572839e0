use serde_json::json;

use super::*;

fn sample() -> AccessJson {
    AccessJson {
        portal: PortalId([1; 16]),
        epoch: Epoch::new(7, EpochId([2; 16])).expect("7 is an epoch"),
        kdf: vec![Kdf { iterations: Iterations::MIN, salt: Salt([3; 16]) }],
        slots: (0..3).map(|byte| Slot { tag: Tag([byte; 16]), sealed: vec![byte; SLOT_BOX] }).collect(),
    }
}

/// The sample with one member replaced, named by a JSON pointer.
fn changed(pointer: &str, value: Value) -> Result<AccessJson, Refusal> {
    let mut json: Value = serde_json::from_str(&sample().to_json()).expect("our own JSON");
    *json.pointer_mut(pointer).expect("a member of the sample") = value;
    AccessJson::parse(json.to_string().as_bytes())
}

/// The sample with one piece of its text replaced.
fn rewritten(from: &str, to: &str) -> Result<AccessJson, Refusal> {
    let text = sample().to_json();
    assert!(text.contains(from), "{from}");
    AccessJson::parse(text.replacen(from, to, 1).as_bytes())
}

#[test]
fn there_and_back() {
    assert_eq!(AccessJson::parse(sample().to_json().as_bytes()), Ok(sample()));
}

#[test]
fn starts_as_the_format_shows_it() {
    let start = concat!(
        r#"{"v":1,"portal":"01010101010101010101010101010101","#,
        r#""epoch":7,"epoch_id":"02020202020202020202020202020202","#,
        r#""kdf":[{"name":"PBKDF2-HMAC-SHA-256","iterations":600000,"salt":"AwMDAwMDAwMDAwMDAwMDAw"}],"#,
        r#""slots":[{"tag":"00000000000000000000000000000000","box":"AAAA"#,
    );
    assert!(sample().to_json().starts_with(start));
}

#[test]
fn integers_are_plain() {
    for epoch in ["7.0", "7e0", "\"7\"", "-7", "0", "4294967296", "null", "99999999999999999999999"] {
        assert_eq!(rewritten("\"epoch\":7", &format!("\"epoch\":{epoch}")), Err(Refusal::Epoch), "{epoch}");
    }
    for number in ["600000.0", "6e5", "\"600000\"", "599999", "10000001", "-600000", "true", "18446744073709551616"] {
        assert_eq!(rewritten(":600000", &format!(":{number}")), Err(Refusal::Iterations), "{number}");
    }
    assert!(rewritten(":600000", ":10000000").is_ok());
}

#[test]
fn each_refusal() {
    let other = |text: &str| json!(text);
    for (pointer, value, refusal) in [
        ("/v", json!(2), Refusal::Version),
        ("/portal", other("01"), Refusal::Portal),
        ("/portal", json!(1), Refusal::Portal),
        ("/epoch_id", other("0202"), Refusal::Epoch),
        ("/kdf", json!([]), Refusal::Kdf),
        ("/kdf", json!("PBKDF2"), Refusal::Kdf),
        ("/kdf/0/name", other("argon2id"), Refusal::Kdf),
        ("/kdf/0/salt", other("AwMDAwMDAwMDAwMDAwMD"), Refusal::Salt),
        ("/kdf/0/salt", other("AwMDAwMDAwMDAwMDAwMDAx"), Refusal::Base64),
        ("/slots", json!({}), Refusal::NotJson),
        ("/slots/1", json!("slot"), Refusal::NotJson),
        ("/slots/1/box", other("AAB"), Refusal::Base64),
        ("/slots/1/tag", other("0A000000000000000000000000000000"), Refusal::SlotTag),
        ("/slots/1/tag", other("00000000000000000000000000000000"), Refusal::DuplicateTag),
        ("/slots/1/box", other("AAAA"), Refusal::SlotSize),
    ] {
        assert_eq!(changed(pointer, value), Err(refusal), "{pointer}");
    }
    assert_eq!(AccessJson::parse(b"{\"v\":1}"), Err(Refusal::NotJson));
    assert_eq!(AccessJson::parse(b"{\"v\":2}"), Err(Refusal::Version));
    assert_eq!(AccessJson::parse(b"[]"), Err(Refusal::NotJson));
    assert_eq!(AccessJson::parse(b"\xff"), Err(Refusal::NotJson));
}

#[test]
fn as_many_slots_as_are_allowed() {
    let slot = |number: usize| Slot { tag: Tag((number as u128).to_be_bytes()), sealed: vec![0; SLOT_BOX] };
    let with = |count| AccessJson { slots: (0..count).map(slot).collect(), ..sample() };
    assert!(AccessJson::parse(with(MAX_SLOTS).to_json().as_bytes()).is_ok());
    assert_eq!(AccessJson::parse(with(MAX_SLOTS + 1).to_json().as_bytes()), Err(Refusal::SlotCount));
}

#[test]
fn members_of_later_versions_are_ignored() {
    assert_eq!(rewritten("{\"v\":1,", "{\"__proto__\":{\"v\":2},\"new\":[],\"v\":1,"), Ok(sample()));
}
