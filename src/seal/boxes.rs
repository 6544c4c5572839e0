//! The names and keys of boxes, and the two together: a reference. `docs/sealed-format.md`, "Published files of one
//! portal".

use std::fmt;

use sha2::{Digest, Sha256};

use super::encoding::{from_hex, to_hex};
use super::secret::key;

key! {
    /// The key of a single box. Whoever has it can open that box and nothing else.
    BoxKey
}

/// What a box is called under `b/`: the first 16 bytes of its SHA-256, as hex.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BoxName([u8; 16]);

impl BoxName {
    /// The name that these bytes have to have.
    #[must_use]
    pub fn of(sealed: &[u8]) -> Self {
        let hash = Sha256::digest(sealed);
        Self(std::array::from_fn(|place| hash[place]))
    }

    /// Out of 32 lower-case hex digits; `None` for anything else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        from_hex(text).map(Self)
    }

    /// As 32 lower-case hex digits.
    #[must_use]
    pub fn to_hex(&self) -> String {
        to_hex(&self.0)
    }

    /// The file's path inside the portal: `b/<hex>`.
    #[must_use]
    pub fn file(&self) -> String {
        format!("b/{}", self.to_hex())
    }
}

impl fmt::Debug for BoxName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file())
    }
}

/// A reference to a box: where it is and what opens it.
#[derive(Debug, Clone)]
pub struct Ref {
    /// The box's name.
    pub name: BoxName,
    /// The box's own key.
    pub key: BoxKey,
}
