use proptest::prelude::*;

use super::*;
use crate::seal::encoding::to_hex;

fn root(byte: u8) -> Root {
    Root::new(Secret::new([byte; 32]))
}

/// Computed independently of this program, with Python's `hmac` and the `cryptography` package.
#[test]
fn a_known_box() {
    let sealed = root(7).seal("ad", b"message");
    assert_eq!(
        to_hex(&sealed.bytes),
        "061269dc9f917157debb0e9fed794215fcca4c0223bcf80c14c5c70f86c08311d81dcc9eb4182e36c2c434ebbc8cb941a90ee9f5e36299"
    );
    assert_eq!(root(7).open("ad", &sealed.bytes).as_deref(), Ok(&b"message"[..]));
}

#[test]
fn a_box_sealed_under_a_foreign_siv_opens_with_its_key_only() {
    let buffer = [[9; SIV].as_slice(), b"message"].concat();
    let key = root(7).key_of(&buffer[..SIV]);
    let mut message = buffer[SIV..].to_vec();
    let tag =
        cipher(&key).encrypt_inout_detached(&Nonce::default(), b"ad", message.as_mut_slice().into()).expect("short");
    let forged = [&buffer[..SIV], &message, &tag].concat();
    assert_eq!(open_with_key(&key, "ad", &forged).as_deref(), Ok(&b"message"[..]));
    assert_eq!(root(7).open("ad", &forged), Err(Refusal::Seal));
}

#[test]
fn too_short_for_a_box() {
    for length in 0..SIV + TAG {
        assert_eq!(root(1).open("", &vec![0; length]), Err(Refusal::Seal));
    }
}

proptest! {
    #[test]
    fn opens_to_what_was_sealed(message: Vec<u8>, ad: String) {
        let sealed = root(1).seal(&ad, &message);
        prop_assert_eq!(root(1).open(&ad, &sealed.bytes), Ok(message.clone()));
        prop_assert_eq!(open_with_key(&sealed.key, &ad, &sealed.bytes), Ok(message));
    }

    #[test]
    fn any_flipped_bit_fails(message: Vec<u8>, place: prop::sample::Index, bit in 0..8u8) {
        let sealed = root(1).seal("ad", &message);
        let mut changed = sealed.bytes;
        let place = place.index(changed.len());
        changed[place] ^= 1 << bit;
        prop_assert_eq!(root(1).open("ad", &changed), Err(Refusal::Seal));
        // The siv is not looked at when a box is opened with its own key: there the name, a hash of all of it, is
        // checked.
        let opens = open_with_key(&sealed.key, "ad", &changed).is_ok();
        prop_assert_eq!(opens, place < SIV);
    }

    #[test]
    fn another_root_ad_key_or_length_fails(message: Vec<u8>) {
        let sealed = root(1).seal("ad", &message);
        prop_assert!(root(2).open("ad", &sealed.bytes).is_err());
        prop_assert!(root(1).open("ae", &sealed.bytes).is_err());
        prop_assert!(open_with_key(&sealed.key, "ae", &sealed.bytes).is_err());
        prop_assert!(open_with_key(&BoxKey::new([0; 32]), "ad", &sealed.bytes).is_err());
        prop_assert!(root(1).open("ad", &sealed.bytes[..sealed.bytes.len() - 1]).is_err());
        prop_assert!(root(1).open("ad", &[&sealed.bytes[..], &[0]].concat()).is_err());
    }

    #[test]
    fn every_message_and_place_has_a_key_of_its_own(a: Vec<u8>, b: Vec<u8>) {
        let key = |ad: &str, message: &[u8]| *root(1).seal(ad, message).key.expose();
        prop_assert_eq!(key("ad", &a) == key("ad", &b), a == b);
        prop_assert_ne!(key("ad", &a), key("ae", &a));
    }
}
