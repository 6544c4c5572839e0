//! Digests for the names of public files.

use sha2::{Digest, Sha256};

/// The first eight bytes of the SHA-256 in lower-case hex: enough to tell one version of a file from another.
pub(crate) fn short_digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
