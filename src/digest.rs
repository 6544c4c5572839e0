//! Digests in the names of public files.

use sha2::{Digest, Sha256};

/// The first eight bytes of the SHA-256 in lower-case hex: enough to tell one version of a file from another.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// `name.ending` with a digest of the contents between the two.
pub(crate) fn hashed(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{}.{ending}", digest(bytes))
}
