//! From a passphrase to the keys of a slot: PBKDF2, the one slow step, run when somebody is enrolled and when somebody
//! opens a portal, never by a build. `docs/sealed-format.md`, "Keys".

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;

use super::hkdf::{derive_public, derive_secret};
use super::ids::{Salt, Tag};
use super::passphrase::NormalPassphrase;
use super::secret::{Secret, key};

/// The only key derivation there is, by the name it has in `access.json`.
pub const KDF_NAME: &str = "PBKDF2-HMAC-SHA-256";

static RUNS: AtomicU64 = AtomicU64::new(0);

/// How often this process has run PBKDF2. Tests read it to show that a build does not.
pub fn pbkdf2_runs() -> u64 {
    RUNS.load(Ordering::Relaxed)
}

/// How many rounds PBKDF2 takes: 600,000 to 10,000,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iterations(u32);

impl Iterations {
    /// The fewest an opener accepts.
    pub const MIN: Self = Self(600_000);
    /// What a new portal gets.
    pub const DEFAULT: Self = Self(1_000_000);
    /// The most an opener accepts: beyond, a phone would seem to hang.
    pub const MAX: Self = Self(10_000_000);

    /// The number, if it is within bounds.
    #[must_use]
    pub fn new(number: u64) -> Option<Self> {
        let number = Self(u32::try_from(number).ok()?);
        (Self::MIN..=Self::MAX).contains(&number).then_some(number)
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl Default for Iterations {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl fmt::Display for Iterations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

key! {
    /// U: what PBKDF2 makes of a passphrase. Whoever has it can open that person's slot, in every epoch.
    Stretched
}

impl Stretched {
    /// Runs PBKDF2: a quarter of a second or more, on purpose.
    #[must_use]
    pub fn from_passphrase(passphrase: &NormalPassphrase, salt: Salt, iterations: Iterations) -> Self {
        RUNS.fetch_add(1, Ordering::Relaxed);
        Self(Secret::filled_by(|out| {
            pbkdf2_hmac::<Sha256>(passphrase.expose().as_bytes(), &salt.0, iterations.get(), out);
        }))
    }

    /// The tag by which the slot is found.
    #[must_use]
    pub fn tag(&self) -> Tag {
        Tag(derive_public(self.0.expose(), b"", &[b"vestibule/1/slot-tag"]))
    }

    /// KEK: the key of the slot.
    #[must_use]
    pub fn slot_key(&self) -> SlotKey {
        SlotKey(derive_secret(self.0.expose(), b"", &[b"vestibule/1/slot-key"]))
    }
}

key! {
    /// KEK: the key of one person's slot, the same in every epoch for as long as their passphrase is.
    SlotKey
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds() {
        assert_eq!(Iterations::new(599_999), None);
        assert_eq!(Iterations::new(600_000), Some(Iterations::MIN));
        assert_eq!(Iterations::new(10_000_000), Some(Iterations::MAX));
        assert_eq!(Iterations::new(10_000_001), None);
        assert_eq!(Iterations::new(u64::from(u32::MAX) + 1 + 1_000_000), None);
    }
}
