//! Slots: what a passphrase opens first. `docs/sealed-format.md`, "Published files".

use serde_json::Value;
use zeroize::Zeroizing;

use super::ad::{BoxKind, associated_data};
use super::ids::{PortalId, Tag};
use super::kdf::{Iterations, SlotKey};
use super::keys::AudienceKey;
use super::primitive::{Root, SIV, TAG};
use super::read::{Object, is_day};
use super::refusal::Refusal;
use super::secret::{Secret, SecretError};
use crate::names::AudienceId;

/// A slot's message is padded to this size with spaces.
pub const SLOT_MESSAGE: usize = 128;
/// A slot's box, in bytes.
pub const SLOT_BOX: usize = SIV + SLOT_MESSAGE + TAG;

/// Where a slot belongs: what its associated data says.
#[derive(Debug, Clone, Copy)]
pub struct SlotPlace {
    /// The portal.
    pub portal: PortalId,
    /// The number of the epoch.
    pub epoch: u32,
    /// The rounds of PBKDF2 that lead to the slot's key.
    pub iterations: Iterations,
    /// The slot's tag.
    pub tag: Tag,
}

impl SlotPlace {
    /// The associated data.
    #[must_use]
    pub fn ad(&self) -> String {
        let name = format!("{}/{}", self.iterations, self.tag.to_hex());
        associated_data(self.portal, self.epoch, BoxKind::Slot, &name)
    }
}

/// What a slot says.
#[derive(Debug, Clone)]
pub enum SlotMessage {
    /// This person reads as that audience, with this key.
    Open {
        /// The audience.
        audience: AudienceId,
        /// Its key in this epoch.
        key: AudienceKey,
    },
    /// This person's access ended on this day (`YYYY-MM-DD`).
    Ended(String),
}

/// Seals a slot; the result is [`SLOT_BOX`] bytes long.
///
/// # Panics
/// If an `Ended` holds more than a date, so that the message does not fit.
#[must_use]
pub fn wrap(key: &SlotKey, place: &SlotPlace, message: &SlotMessage) -> Vec<u8> {
    let mut text = Zeroizing::new(match message {
        SlotMessage::Open { audience, key } => format!(r#"{{"audience":"{audience}","key":"{}"}}"#, *key.to_b64()),
        SlotMessage::Ended(day) => format!(r#"{{"ended":{}}}"#, Value::from(day.as_str())),
    });
    let missing = SLOT_MESSAGE.checked_sub(text.len()).expect("an audience and a key, or a date, are under 128 bytes");
    text.push_str(&" ".repeat(missing));
    Root::new(key.0.clone()).seal(&place.ad(), text.as_bytes()).bytes
}

/// Opens a slot and reads what it says.
///
/// # Errors
/// [`Refusal::Seal`] if it does not open; [`Refusal::Slot`], `Base64` or `Name` if it says something a slot does not
/// say.
pub fn unwrap(key: &SlotKey, place: &SlotPlace, sealed: &[u8]) -> Result<SlotMessage, Refusal> {
    let message = Zeroizing::new(Root::new(key.0.clone()).open(&place.ad(), sealed)?);
    read(&message)
}

fn read(message: &[u8]) -> Result<SlotMessage, Refusal> {
    let value: Value = serde_json::from_slice(message).map_err(|_| Refusal::Slot)?;
    let slot = Object::of(&value).ok_or(Refusal::Slot)?;
    match (slot.get("ended"), slot.text("audience"), slot.text("key")) {
        (None, Some(audience), Some(key)) => {
            let key = Secret::from_b64(key).map_err(|error| match error {
                SecretError::Spelling => Refusal::Base64,
                SecretError::Length => Refusal::Slot,
            })?;
            let audience = AudienceId::parse(audience).map_err(|_| Refusal::Name)?;
            Ok(SlotMessage::Open { audience, key: AudienceKey(key) })
        }
        (Some(ended), ..) => {
            let day = ended.as_str().filter(|day| is_day(day)).ok_or(Refusal::Slot)?;
            Ok(SlotMessage::Ended(day.to_owned()))
        }
        _ => Err(Refusal::Slot),
    }
}

#[cfg(test)]
mod tests;
