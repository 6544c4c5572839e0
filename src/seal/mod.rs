//! How a portal is sealed and opened: `docs/sealed-format.md` in code.
//!
//! [`seal()`](portal::seal) turns what the render stage made ([`AudienceContents`]) into the files that are published
//! ([`SealedPortal`]); [`Opener`] reads them again with a passphrase and refuses what is not exactly as the format
//! says. Everything here is pure: files come through [`Files`], randomness through [`Entropy`], and no function asks
//! for the day.
//!
//! The modules are public because they are the format, piece by piece; tests and other tools build on them. Whoever
//! only wants a portal sealed or opened needs no more than what is re-exported here.

pub mod access;
pub mod access_json;
pub mod ad;
mod batch;
pub mod boxes;
pub mod cache_keys;
pub mod contents;
pub mod decoys;
pub mod encoding;
pub mod entropy;
pub mod error;
pub mod escrow;
pub mod frame;
mod hkdf;
pub mod ids;
pub mod kdf;
pub mod keys;
pub mod manifest;
pub mod open;
pub mod padme;
pub mod pages;
pub mod passphrase;
pub mod plaintext;
pub mod portal;
pub mod primitive;
mod read;
pub mod refusal;
#[cfg(test)]
mod sample;
pub mod secret;
pub mod slot;

pub use access::{Access, Enrolment, Kind, Person, check_keys, enrol};
pub use boxes::BoxName;
pub use cache_keys::{CacheKeys, KeyedDigest};
pub use contents::{AssetContents, AudienceContents, PageContents};
pub use entropy::{Entropy, SystemEntropy};
pub use error::SealError;
pub use frame::Framer;
pub use ids::{Epoch, EpochId, PersonId, PortalId, Salt, Tag};
pub use kdf::{Iterations, pbkdf2_runs};
pub use keys::{AudienceKey, KeyError, PortalKeys, WorkspaceKey};
pub use manifest::{Manifest, PageEntry};
pub use open::{Files, OpenError, Opened, Opener};
pub use pages::SealedPages;
pub use plaintext::{Plaintext, Title};
pub use portal::{SealedBytes, SealedPortal, seal};
pub use refusal::Refusal;
