//! The keys of what a build keeps for the next one. Nothing under them is published.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::frame::{Framer, Limit, unframe};
use super::keys::WorkspaceKey;
use super::primitive::Root;

/// Keys for digests and for records that only whoever has the workspace key can make, compare or read.
pub struct CacheKeys {
    digests: Hmac<Sha256>,
    records: Root,
}

/// A digest under the workspace's key: without the key it says nothing about what it was made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct KeyedDigest([u8; 16]);

impl CacheKeys {
    /// Those of a workspace.
    #[must_use]
    pub fn new(workspace: &WorkspaceKey) -> Self {
        let digests = workspace.derive(b"vestibule/1/cache-digest");
        let digests = Hmac::new_from_slice(digests.expose()).expect("HMAC takes a key of any length");
        Self { digests, records: Root::new(workspace.derive(b"vestibule/1/cache-record")) }
    }

    /// The digest of these parts, in this order: other parts, or the same bytes in other parts, have another one.
    pub fn digest<'p>(&self, parts: impl IntoIterator<Item = &'p [u8]>) -> KeyedDigest {
        let mut digest = self.digests.clone();
        for part in parts {
            digest.update(&(part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        let whole = digest.finalize().into_bytes();
        KeyedDigest(std::array::from_fn(|place| whole[place]))
    }

    /// Seals a record. It opens under the same `name` only.
    #[must_use]
    pub fn seal(&self, name: &str, record: &[u8]) -> Vec<u8> {
        self.records.seal_in_place(&ad(name), Framer::for_manifests().frame_for_sealing(record)).bytes
    }

    /// Opens a record; `None` where it is not exactly what was sealed.
    #[must_use]
    pub fn open(&self, name: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        unframe(self.records.open(&ad(name), sealed).ok()?, Limit::Whole).ok()
    }
}

fn ad(name: &str) -> String {
    format!("vestibule/1/cache/{name}")
}

impl KeyedDigest {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// As 32 lower-case hex digits.
    #[must_use]
    pub fn to_hex(&self) -> String {
        super::encoding::to_hex(&self.0)
    }

    /// Out of 32 lower-case hex digits; `None` for anything else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        super::encoding::from_hex(text).map(Self)
    }
}

impl fmt::Debug for KeyedDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_hex())
    }
}

impl fmt::Debug for CacheKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CacheKeys")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(byte: u8) -> CacheKeys {
        let text = super::super::encoding::to_b64(&[byte; 32]);
        CacheKeys::new(&WorkspaceKey::from_b64(&text).expect("it is 32 bytes"))
    }

    #[test]
    fn a_digest_depends_on_the_key_and_on_every_part() {
        let of = |parts: &[&str]| keys(1).digest(parts.iter().map(|part| part.as_bytes()));
        assert_eq!(of(&["a", "b"]), of(&["a", "b"]));
        for other in [of(&["ab"]), of(&["a", "b", ""]), of(&["b", "a"]), keys(2).digest([&b"a"[..], b"b"])] {
            assert_ne!(of(&["a", "b"]), other);
        }
        let digest = of(&["a"]);
        assert_eq!(KeyedDigest::from_hex(&digest.to_hex()), Some(digest));
    }

    #[test]
    fn a_record_opens_with_its_key_and_name_alone() {
        let sealed = keys(1).seal("name", b"record");
        assert_eq!(keys(1).open("name", &sealed).as_deref(), Some(&b"record"[..]));
        assert!(!sealed.windows(6).any(|part| part == b"record"));
        assert_eq!(keys(2).open("name", &sealed), None);
        assert_eq!(keys(1).open("other", &sealed), None);
        for at in 0..sealed.len() {
            let mut broken = sealed.clone();
            broken[at] ^= 1;
            assert_eq!(keys(1).open("name", &broken), None, "byte {at}");
        }
        assert_eq!(keys(1).open("name", &sealed[..sealed.len() - 1]), None);
    }
}
