//! The one primitive of the format: sealing with a key made from the contents, so that AES-GCM never sees one key with
//! two messages. `docs/sealed-format.md`, "The one primitive".

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::boxes::BoxKey;
use super::hkdf::{derive, derive_secret};
use super::refusal::Refusal;
use super::secret::Secret;

/// The siv in front of a box, in bytes.
pub const SIV: usize = 32;
/// The tag of AES-GCM behind it, in bytes.
pub const TAG: usize = 16;

/// A key that seals and opens many boxes, each with a key of its own. Made once and then shared: it keeps what all
/// boxes under it have in common, and can be used from several threads.
#[derive(Clone)]
pub struct Root {
    root: Secret<32>,
    siv: Hmac<Sha256>,
}

/// A sealed message: `siv ‖ ciphertext ‖ tag`, and the key made for it.
#[derive(Debug)]
pub struct Sealed {
    /// The box: 48 bytes longer than the message.
    pub bytes: Vec<u8>,
    /// The key of this box alone.
    pub key: BoxKey,
}

impl Root {
    /// Prepares a root key for use.
    #[must_use]
    pub fn new(root: Secret<32>) -> Self {
        let key = derive_secret::<32>(root.expose(), b"", &[b"vestibule/1/siv"]);
        let siv = hmac_of(key.expose());
        Self { root, siv }
    }

    /// `seal(root, ad, m)`: the same box every time for the same root, associated data and message.
    #[must_use]
    pub fn seal(&self, ad: &str, message: &[u8]) -> Sealed {
        let mut buffer = Vec::with_capacity(SIV + message.len() + TAG);
        buffer.resize(SIV, 0);
        buffer.extend_from_slice(message);
        self.seal_in_place(ad, buffer)
    }

    /// The same without a copy of the message: `buffer` is [`SIV`] bytes of room and then the message, and becomes the
    /// box.
    pub(in crate::seal) fn seal_in_place(&self, ad: &str, mut buffer: Vec<u8>) -> Sealed {
        let (room, message) = buffer.split_at_mut(SIV);
        let siv = self.siv_of(ad, message).finalize().into_bytes();
        room.copy_from_slice(&siv);
        let key = self.key_of(room);
        let tag = cipher(&key)
            .encrypt_inout_detached(&Nonce::default(), ad.as_bytes(), message.into())
            .expect("messages are far below the 64 GiB at which AES-GCM ends");
        buffer.extend_from_slice(&tag);
        Sealed { bytes: buffer, key }
    }

    /// Opens a box and checks that its siv is that of the message, which binds the box to its key.
    ///
    /// # Errors
    /// [`Refusal::Seal`] if anything at all is not as it was sealed.
    pub fn open(&self, ad: &str, sealed: &[u8]) -> Result<Vec<u8>, Refusal> {
        let siv = sealed.get(..SIV).ok_or(Refusal::Seal)?;
        let message = open_with_key(&self.key_of(siv), ad, sealed)?;
        self.siv_of(ad, &message).verify_slice(siv).map_err(|_| Refusal::Seal)?;
        Ok(message)
    }

    fn siv_of(&self, ad: &str, message: &[u8]) -> Hmac<Sha256> {
        let length = u32::try_from(ad.len()).expect("associated data is a short text");
        let mut siv = self.siv.clone();
        siv.update(&length.to_be_bytes());
        siv.update(ad.as_bytes());
        siv.update(message);
        siv
    }

    fn key_of(&self, siv: &[u8]) -> BoxKey {
        BoxKey(Secret::filled_by(|key| derive(self.root.expose(), siv, &[b"vestibule/1/key"], key)))
    }
}

/// Opens a box with its own key, as a reader does; the tag of AES-GCM is what is checked, and the box's name before
/// that.
///
/// # Errors
/// [`Refusal::Seal`] if the key, the associated data or the box is another one than sealed.
pub fn open_with_key(key: &BoxKey, ad: &str, sealed: &[u8]) -> Result<Vec<u8>, Refusal> {
    if sealed.len() < SIV + TAG {
        return Err(Refusal::Seal);
    }
    let (message, tag) = sealed[SIV..].split_at(sealed.len() - SIV - TAG);
    let tag = Tag::try_from(tag).map_err(|_| Refusal::Seal)?;
    let mut message = message.to_vec();
    cipher(key)
        .decrypt_inout_detached(&Nonce::default(), ad.as_bytes(), message.as_mut_slice().into(), &tag)
        .map_err(|_| Refusal::Seal)?;
    Ok(message)
}

fn cipher(key: &BoxKey) -> Aes256Gcm {
    Aes256Gcm::new(key.expose().into())
}

fn hmac_of(key: &[u8; 32]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes a key of any length")
}

#[cfg(test)]
mod tests;
