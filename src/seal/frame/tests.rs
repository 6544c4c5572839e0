use proptest::prelude::*;

use super::*;

/// Bytes that do not compress.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..length).map(|_| next()).collect()
}

fn there_and_back(payload: &[u8]) {
    let frame = Framer::for_contents().frame(payload);
    assert_eq!(frame.len() as u64, padme(frame.len() as u64), "{} bytes", payload.len());
    assert_eq!(unframe(frame, Limit::Part).as_deref(), Ok(payload), "{} bytes", payload.len());
}

/// A frame of exactly these parts, right or wrong.
fn raw(flags: u8, length: u32, rest: &[u8]) -> Vec<u8> {
    [&[flags][..], &length.to_be_bytes(), rest].concat()
}

#[test]
fn every_short_length_and_every_edge() {
    let powers = (2..=21).flat_map(|exponent| [1_usize << exponent, (1 << exponent) + (1 << (exponent - 2))]);
    let around = powers.flat_map(|power| power.saturating_sub(7)..power + 3);
    for length in (0..300).chain(around).chain(PART - 2..=PART) {
        there_and_back(&noise(length));
    }
    for length in [0, 1, 2, 20, 1000, PART - 1, PART] {
        there_and_back(&vec![b'a'; length]);
    }
}

#[test]
fn a_full_part_is_exactly_four_mebibytes() {
    assert_eq!(Framer::for_contents().frame(&noise(PART)).len(), 4 << 20);
}

#[test]
fn compressed_only_where_smaller() {
    let mut framer = Framer::for_contents();
    assert_eq!(framer.frame(&noise(1000))[0], 0);
    assert_eq!(framer.frame(b"short")[0], 0);
    assert_eq!(framer.frame(&[b'a'; 1000])[0], GZIP);
}

#[test]
fn what_a_framer_did_before_changes_nothing() {
    let texts = [b"one ".repeat(100), noise(5000), b"two and three ".repeat(999)];
    let mut used = Framer::for_contents();
    for text in texts.iter().chain(&texts) {
        assert_eq!(used.frame(text), Framer::for_contents().frame(text));
    }
}

#[test]
fn each_refusal_of_a_frame() {
    assert_eq!(unframe(vec![], Limit::Whole), Err(Refusal::Length));
    assert_eq!(unframe(vec![0, 0, 0, 0], Limit::Whole), Err(Refusal::Length));
    assert_eq!(unframe(vec![2], Limit::Whole), Err(Refusal::Flags));
    assert_eq!(unframe(raw(0x80, 0, b""), Limit::Whole), Err(Refusal::Flags));
    assert_eq!(unframe(raw(0, 2, b"a"), Limit::Whole), Err(Refusal::Length));
    assert_eq!(unframe(raw(0, u32::MAX, b"a"), Limit::Whole), Err(Refusal::Length));
    assert_eq!(unframe(raw(0, 12, &[0; 12]), Limit::Whole), Err(Refusal::FrameSize));
    assert_eq!(unframe(raw(0, 12, &[0; 14]), Limit::Whole), Err(Refusal::FrameSize));
    assert_eq!(unframe(raw(0, 12, &[1; 13]), Limit::Whole), Err(Refusal::Padding));
    assert_eq!(unframe(raw(1, 1, b"a"), Limit::Whole), Err(Refusal::Gzip));
    assert_eq!(unframe(raw(1, 0, b""), Limit::Whole), Err(Refusal::Gzip));
}

#[test]
fn limits_hold_with_and_without_compression() {
    let framed = |length| Framer::for_contents().frame(&vec![0; length]);
    assert_eq!(unframe(framed(4 << 20), Limit::Part).map(|payload| payload.len()), Ok(4 << 20));
    assert_eq!(unframe(framed((4 << 20) + 1), Limit::Part), Err(Refusal::Inflated));
    assert_eq!(unframe(framed((4 << 20) + 1), Limit::Whole).map(|payload| payload.len()), Ok((4 << 20) + 1));
    assert_eq!(unframe(framed((64 << 20) + 1), Limit::Whole), Err(Refusal::Inflated));
    let plain = Framer::for_contents().frame(&noise((4 << 20) + 1));
    assert_eq!(plain[0], 0);
    assert_eq!(unframe(plain, Limit::Part), Err(Refusal::Inflated));
}

proptest! {
    #[test]
    fn any_payload_comes_back(payload in prop::collection::vec(0u8..4, 0..5000)) {
        there_and_back(&payload);
        let frame = Framer::for_manifests().frame(&payload);
        prop_assert_eq!(unframe(frame, Limit::Whole), Ok(payload));
    }

    #[test]
    fn any_flipped_bit_of_an_uncompressed_frame_shows(payload: Vec<u8>, place: prop::sample::Index, bit in 0..8u8) {
        let mut frame = Framer::for_contents().frame(&payload);
        // In a gzip member there are bits nobody reads; sealing covers those.
        prop_assume!(frame[0] == 0);
        let place = place.index(frame.len());
        frame[place] ^= 1 << bit;
        prop_assert_ne!(unframe(frame, Limit::Whole), Ok(payload));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>, member: bool) {
        let _ = unframe(bytes.clone(), Limit::Part);
        let head = if member { HEADER_OF_GZIP } else { &[] };
        let payload = [head, &bytes].concat();
        let length = u32::try_from(payload.len()).expect("short");
        let mut frame = raw(GZIP, length, &payload);
        frame.resize(padded(payload.len()), 0);
        let _ = unframe(frame, Limit::Part);
    }
}

const HEADER_OF_GZIP: &[u8] = &[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
