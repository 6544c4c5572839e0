//! Bytes as text: lower-case hex, and base64url without padding in its one canonical spelling.
//!
//! Written here rather than taken from a library because reading has to be strict: an opener refuses every second
//! spelling of the same bytes (`docs/sealed-format.md`, "Every opener refuses").

const HEX: &[u8; 16] = b"0123456789abcdef";
const B64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Lower-case hex, two characters a byte.
#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(HEX[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Exactly N bytes out of 2 N lower-case hex digits; `None` for anything else.
#[must_use]
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = hex_value(pair[0])? << 4 | hex_value(pair[1])?;
    }
    Some(bytes)
}

/// base64url without padding.
#[must_use]
pub fn to_b64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity((bytes.len() * 4).div_ceil(3));
    for chunk in bytes.chunks(3) {
        let mut three = [0; 4];
        three[1..=chunk.len()].copy_from_slice(chunk);
        let bits = u32::from_be_bytes(three);
        for place in 0..=chunk.len() {
            let value = bits >> (18 - 6 * place) & 63;
            text.push(char::from(B64[value as usize]));
        }
    }
    text
}

/// The bytes of a base64url text without padding; `None` if a character is foreign, the length is impossible, or the
/// bits that belong to no byte are not zero (such a text is a second spelling of the same bytes).
#[must_use]
pub fn from_b64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for chunk in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for &character in chunk {
            bits = bits << 6 | b64_value(character)?;
        }
        bits <<= 6 * (4 - chunk.len());
        let four = bits.to_be_bytes();
        let (whole, rest) = four[1..].split_at(chunk.len() - 1);
        if chunk.len() == 1 || rest.iter().any(|&byte| byte != 0) {
            return None;
        }
        bytes.extend_from_slice(whole);
    }
    Some(bytes)
}

fn hex_value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

fn b64_value(character: u8) -> Option<u32> {
    let value = match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_spellings() {
        assert_eq!(to_hex(&[0, 0x1f, 0xff]), "001fff");
        for (bytes, text) in [(&b""[..], ""), (b"f", "Zg"), (b"fo", "Zm8"), (b"foo", "Zm9v"), (b"\xfb\xff", "-_8")] {
            assert_eq!(to_b64(bytes), text);
            assert_eq!(from_b64(text).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn second_spellings_are_refused() {
        for text in ["Zh", "Zg==", "Zg=", "Z", "Zm9vZ", "Zm9", "+/8", "Zm9v ", "Zm9v\n", "ä"] {
            assert_eq!(from_b64(text), None, "{text:?}");
        }
        for text in ["0", "0g", "0F", "000", " 00"] {
            assert_eq!(from_hex::<1>(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn there_and_back(bytes: Vec<u8>, four: [u8; 4]) {
            prop_assert_eq!(from_b64(&to_b64(&bytes)), Some(bytes));
            prop_assert_eq!(from_hex(&to_hex(&four)), Some(four));
        }

        #[test]
        fn whatever_reads_is_canonical(text in "[A-Za-z0-9_-]{0,9}") {
            if let Some(bytes) = from_b64(&text) {
                prop_assert_eq!(to_b64(&bytes), text);
            }
        }
    }
}
