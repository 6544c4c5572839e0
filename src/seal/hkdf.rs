//! HKDF-SHA-256 (RFC 5869), in the one shape the format uses: `HKDF(ikm, salt, info, n)`.

use hkdf::Hkdf;
use sha2::Sha256;

use super::secret::Secret;

/// Fills `out` from input key material, salt (`b""` is the empty salt) and the joined parts of `info`.
/// Nothing in the format asks for more than 176 bytes, far below HKDF's limit of 8,160.
pub(super) fn derive(ikm: &[u8], salt: &[u8], info: &[&[u8]], out: &mut [u8]) {
    Hkdf::<Sha256>::new(Some(salt), ikm)
        .expand_multi_info(info, out)
        .expect("the outputs of the format are shorter than HKDF's limit");
}

/// The same, for an output that is a key.
pub(super) fn derive_secret<const N: usize>(ikm: &[u8], salt: &[u8], info: &[&[u8]]) -> Secret<N> {
    Secret::filled_by(|out| derive(ikm, salt, info, out))
}

/// The same, for an output that is public.
pub(super) fn derive_public<const N: usize>(ikm: &[u8], salt: &[u8], info: &[&[u8]]) -> [u8; N] {
    let mut out = [0; N];
    derive(ikm, salt, info, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::encoding::to_hex;

    /// RFC 5869, appendix A.1 and A.3.
    #[test]
    fn published_vectors() {
        let salt: Vec<u8> = (0..=12).collect();
        let info: Vec<u8> = (0xf0..=0xf9).collect();
        let okm: [u8; 42] = derive_public(&[0x0b; 22], &salt, &[&info[..3], &info[3..]]);
        assert_eq!(
            to_hex(&okm),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        );
        let okm: [u8; 42] = derive_public(&[0x0b; 22], b"", &[]);
        assert_eq!(
            to_hex(&okm),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
        );
    }
}
