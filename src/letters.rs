//! Plain letters and digits, of which there is but one form and a large one: eight of them are read at once.

use unicode_normalization::UnicodeNormalization;

/// How many plain letters and digits a text begins with, and a number below 2^16 made from them, whatever their case.
pub(crate) fn plain_word(text: &[u8]) -> (usize, usize) {
    let mut length = 0;
    let mut number = 0_u64;
    loop {
        let eight = eight_bytes(&text[length..]);
        let more = plain_among(eight);
        number = (number ^ small_letters(eight, more)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        length += more;
        if more < 8 {
            return (length, (number >> 48) as usize);
        }
        number ^= number >> 32;
    }
}

/// How many plain letters and digits a text begins with.
pub(crate) fn plain_letters(text: &[u8]) -> usize {
    let mut length = 0;
    loop {
        let more = plain_among(eight_bytes(&text[length..]));
        length += more;
        if more < 8 {
            return length;
        }
    }
}

/// A text in the one form (NFC) in which all that is the same is written. Plain letters have but one.
pub(crate) fn composed(text: String) -> String {
    if text.is_ascii() { text } else { text.nfc().collect() }
}

/// The first eight bytes, the first of them lowest. Behind the end of the text are zeros.
fn eight_bytes(text: &[u8]) -> u64 {
    if let Some(bytes) = text.first_chunk() {
        return u64::from_le_bytes(*bytes);
    }
    text.iter().rev().fold(0, |bytes, byte| bytes << 8 | u64::from(*byte))
}

/// The same byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// How many of eight bytes, from the first on, are plain letters or digits.
fn plain_among(bytes: u64) -> usize {
    let low = bytes & each(0x7f);
    let small = low | each(0x20);
    let letters = at_least(small, b'a') & !at_least(small, b'z' + 1);
    let digits = at_least(low, b'0') & !at_least(low, b'9' + 1);
    let others = !((letters | digits) & !bytes) & each(0x80);
    (others.trailing_zeros() / 8) as usize
}

/// The highest bit of each byte that is `least` or more; of bytes below 0x80 each.
fn at_least(bytes: u64, least: u8) -> u64 {
    bytes + each(0x80 - least)
}

/// The first `count` of eight letters and digits in small letters, and zeros for the others.
fn small_letters(bytes: u64, count: usize) -> u64 {
    let kept = if count == 8 { u64::MAX } else { (1 << (8 * count)) - 1 };
    (bytes | each(0x20)) & kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_plain_word_ends_where_letters_and_digits_end(text in prop::collection::vec(prop_oneof![any::<u8>(), 0x2f..0x7c_u8, 0x61..0x7b_u8], 0..30)) {
            let length = text.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            prop_assert_eq!((plain_word(&text).0, plain_letters(&text)), (length, length));
        }

        #[test]
        fn a_word_has_one_number_whatever_its_case_and_what_follows(word in "[a-zA-Z0-9]{0,20}", behind in "([ .,\u{e9}].{0,9})?") {
            let (length, number) = plain_word(format!("{word}{behind}").as_bytes());
            prop_assert_eq!((length, number), plain_word(word.to_ascii_lowercase().as_bytes()));
        }
    }
}
