//! Escrow: a person's slot key, kept for the builder so that a new epoch needs nobody's passphrase.
//! `docs/sealed-format.md`, "What the agency keeps: access.lock".

use zeroize::Zeroizing;

use super::ad::{BoxKind, associated_data};
use super::ids::Tag;
use super::kdf::SlotKey;
use super::keys::PortalKeys;
use super::refusal::Refusal;
use crate::names::AudienceId;

/// Seals a slot key for the builder: 80 bytes, bound to portal, audience and tag, and to no epoch.
#[must_use]
pub fn deposit(keys: &PortalKeys, audience: &AudienceId, tag: Tag, slot_key: &SlotKey) -> Vec<u8> {
    keys.escrow().seal(&ad(keys, audience, tag), slot_key.expose()).bytes
}

/// Opens what [`deposit`] sealed.
///
/// # Errors
/// [`Refusal::Seal`] if portal, workspace key, audience or tag is another one, or the bytes were changed.
pub fn withdraw(keys: &PortalKeys, audience: &AudienceId, tag: Tag, escrow: &[u8]) -> Result<SlotKey, Refusal> {
    let message = Zeroizing::new(keys.escrow().open(&ad(keys, audience, tag), escrow)?);
    let bytes: [u8; 32] = message.as_slice().try_into().map_err(|_| Refusal::Seal)?;
    Ok(SlotKey::new(bytes))
}

fn ad(keys: &PortalKeys, audience: &AudienceId, tag: Tag) -> String {
    associated_data(keys.portal(), 0, BoxKind::Escrow, &format!("{audience}/{}", tag.to_hex()))
}
