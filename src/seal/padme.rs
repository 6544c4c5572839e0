//! Padmé: rounding sizes up so that they say little, at a cost of at most 12 %.
//! `docs/sealed-format.md`, "Framing, before sealing".

/// The padded size of something `length` bytes long: `length` rounded up so that only as many of its leading bits can
/// be other than zero as it takes to write down its bit length.
///
/// # Panics
/// If the result does not fit into 64 bits; no file is near that long.
#[must_use]
pub fn padme(length: u64) -> u64 {
    if length <= 1 {
        return length;
    }
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    length.checked_next_multiple_of(1 << (exponent - kept)).expect("no file is near 2^64 bytes long")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_sizes() {
        for (length, padded) in [
            (0, 0),
            (1, 1),
            (2, 2),
            (3, 3),
            (8, 8),
            (9, 10),
            (15, 16),
            (17, 18),
            (100, 104),
            (1000, 1024),
            (1025, 1088),
        ] {
            assert_eq!(padme(length), padded, "{length}");
        }
        assert_eq!(padme(5 + 4_194_299), 4_194_304);
    }

    proptest! {
        #[test]
        fn little_is_added_and_rounding_twice_changes_nothing(length in 1u64..1 << 50) {
            let padded = padme(length);
            prop_assert!(padded >= length);
            prop_assert!((padded - length) * 100 <= length * 12);
            prop_assert_eq!(padme(padded), padded);
        }

        #[test]
        fn longer_is_never_smaller(a in 0u64..1 << 40, b in 0u64..1 << 40) {
            prop_assert!(a > b || padme(a) <= padme(b));
        }
    }
}
