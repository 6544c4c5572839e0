use super::*;

fn place() -> SlotPlace {
    SlotPlace { portal: PortalId([1; 16]), epoch: 1, iterations: Iterations::MIN, tag: Tag([2; 16]) }
}

fn key() -> SlotKey {
    SlotKey::new([3; 32])
}

#[test]
fn the_longest_audience_fits_and_all_slots_look_alike() {
    let audience = AudienceId::parse(&"a".repeat(32)).expect("32 are allowed");
    let open = SlotMessage::Open { audience: audience.clone(), key: AudienceKey::new([4; 32]) };
    let sealed = wrap(&key(), &place(), &open);
    assert_eq!(sealed.len(), SLOT_BOX);
    let Ok(SlotMessage::Open { audience: read, key: read_key }) = unwrap(&key(), &place(), &sealed) else {
        panic!("an open slot");
    };
    assert_eq!((read, read_key.expose()), (audience, &[4; 32]));

    let ended = wrap(&key(), &place(), &SlotMessage::Ended("2026-11-20".to_owned()));
    assert_eq!(ended.len(), SLOT_BOX);
    assert!(matches!(unwrap(&key(), &place(), &ended), Ok(SlotMessage::Ended(day)) if day == "2026-11-20"));
}

#[test]
fn a_slot_opens_in_its_place_only() {
    let sealed = wrap(&key(), &place(), &SlotMessage::Ended("2026-11-20".to_owned()));
    let raised = Iterations::new(700_000).expect("within bounds");
    let elsewhere = [
        SlotPlace { portal: PortalId([9; 16]), ..place() },
        SlotPlace { epoch: 2, ..place() },
        SlotPlace { iterations: raised, ..place() },
        SlotPlace { tag: Tag([9; 16]), ..place() },
    ];
    for place in elsewhere {
        assert_eq!(unwrap(&key(), &place, &sealed).err(), Some(Refusal::Seal));
    }
    for byte in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[byte] ^= 1;
        assert_eq!(unwrap(&key(), &place(), &changed).err(), Some(Refusal::Seal));
    }
}

#[test]
fn what_a_slot_may_not_say() {
    let key = "A".repeat(43);
    for (message, refusal) in [
        (String::new(), Refusal::Slot),
        ("[]".to_owned(), Refusal::Slot),
        ("{}".to_owned(), Refusal::Slot),
        (r#"{"audience":"client"}"#.to_owned(), Refusal::Slot),
        (r#"{"ended":"soon"}"#.to_owned(), Refusal::Slot),
        (r#"{"ended":20261120}"#.to_owned(), Refusal::Slot),
        (format!(r#"{{"audience":"client","key":"{}"}}"#, &key[..42]), Refusal::Slot),
        (format!(r#"{{"audience":"client","key":"{}B"}}"#, &key[..42]), Refusal::Base64),
        (format!(r#"{{"audience":"../x","key":"{key}"}}"#), Refusal::Name),
        (format!(r#"{{"audience":"Client","key":"{key}"}}"#), Refusal::Name),
    ] {
        assert_eq!(read(message.as_bytes()).err(), Some(refusal), "{message}");
    }
}
