//! `access.json`: how a passphrase becomes an audience key. `docs/sealed-format.md`, "Published files".

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::encoding::{from_b64, to_b64};
use super::ids::{Epoch, EpochId, PortalId, Salt, Tag};
use super::kdf::{Iterations, KDF_NAME};
use super::read::Object;
use super::refusal::Refusal;
use super::slot::SLOT_BOX;

/// The file's name.
pub const ACCESS_FILE: &str = "access.json";

/// More slots than this no opener accepts.
pub const MAX_SLOTS: usize = 8_192;

/// What `access.json` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessJson {
    /// The portal.
    pub portal: PortalId,
    /// The epoch.
    pub epoch: Epoch,
    /// One key derivation, or two while iterations are being raised; tried in order.
    pub kdf: Vec<Kdf>,
    /// The slots and decoys, sorted by tag.
    pub slots: Vec<Slot>,
}

/// One key derivation: PBKDF2 with these parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kdf {
    /// The rounds.
    pub iterations: Iterations,
    /// The salt.
    pub salt: Salt,
}

/// One slot, or a decoy: nobody without the key can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The tag by which it is found.
    pub tag: Tag,
    /// The box, 176 bytes.
    pub sealed: Vec<u8>,
}

impl AccessJson {
    /// The text of the file, in one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        let written = Written {
            v: 1,
            portal: self.portal.to_hex(),
            epoch: self.epoch.number(),
            epoch_id: self.epoch.id().to_hex(),
            kdf: self.kdf.iter().map(WrittenKdf::of).collect(),
            slots: self.slots.iter().map(WrittenSlot::of).collect(),
        };
        serde_json::to_string(&written).expect("texts and numbers can always be written as JSON")
    }

    /// Reads the file strictly.
    ///
    /// # Errors
    /// The first of [`Refusal::NotJson`] … [`Refusal::SlotSize`] that applies, in the order of that list, except that
    /// another version is recognised whatever else the file looks like.
    pub fn parse(bytes: &[u8]) -> Result<Self, Refusal> {
        let value: Value = serde_json::from_slice(bytes).map_err(|_| Refusal::NotJson)?;
        let file = Object::of(&value).ok_or(Refusal::NotJson)?;
        if file.integer("v") != Some(1) {
            return Err(Refusal::Version);
        }
        let raw = RawSlot::list(file).ok_or(Refusal::NotJson)?;
        let portal = file.text("portal").and_then(PortalId::from_hex).ok_or(Refusal::Portal)?;
        let epoch = read_epoch(file).ok_or(Refusal::Epoch)?;
        let kdf = read_kdf(file)?;
        let slots = read_slots(&raw)?;
        Ok(Self { portal, epoch, kdf, slots })
    }

    /// The slot with this tag.
    #[must_use]
    pub fn slot(&self, tag: Tag) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.tag == tag)
    }
}

fn read_epoch(file: Object<'_>) -> Option<Epoch> {
    let number = u32::try_from(file.integer("epoch")?).ok()?;
    Epoch::new(number, EpochId::from_hex(file.text("epoch_id")?)?)
}

/// Checks names, then iterations, then salts, each for all entries.
fn read_kdf(file: Object<'_>) -> Result<Vec<Kdf>, Refusal> {
    let entries = file.list("kdf").filter(|entries| (1..=2).contains(&entries.len())).ok_or(Refusal::Kdf)?;
    let entries: Vec<Object<'_>> = entries.iter().map(Object::of).collect::<Option<_>>().ok_or(Refusal::Kdf)?;
    if entries.iter().any(|entry| entry.text("name") != Some(KDF_NAME)) {
        return Err(Refusal::Kdf);
    }
    let iterations = entries
        .iter()
        .map(|entry| Iterations::new(entry.integer("iterations")?))
        .collect::<Option<Vec<_>>>()
        .ok_or(Refusal::Iterations)?;
    let salts = entries.iter().map(|entry| read_salt(*entry)).collect::<Result<Vec<_>, _>>()?;
    Ok(iterations.into_iter().zip(salts).map(|(iterations, salt)| Kdf { iterations, salt }).collect())
}

fn read_salt(entry: Object<'_>) -> Result<Salt, Refusal> {
    let text = entry.text("salt").ok_or(Refusal::Salt)?;
    let bytes = from_b64(text).ok_or(Refusal::Base64)?;
    bytes.try_into().map(Salt).map_err(|_| Refusal::Salt)
}

/// A slot as it stands in the file, before anything is said about its parts.
struct RawSlot<'a> {
    tag: Option<&'a str>,
    sealed: &'a str,
}

impl<'a> RawSlot<'a> {
    fn list(file: Object<'a>) -> Option<Vec<Self>> {
        let slots = file.list("slots")?;
        slots.iter().map(|slot| Self::of(Object::of(slot)?)).collect()
    }

    fn of(slot: Object<'a>) -> Option<Self> {
        Some(Self { tag: slot.text("tag"), sealed: slot.text("box")? })
    }
}

/// Makes each check for all slots before the next, so that every opener names the same reason.
fn read_slots(raw: &[RawSlot<'_>]) -> Result<Vec<Slot>, Refusal> {
    let boxes = raw.iter().map(|slot| from_b64(slot.sealed)).collect::<Option<Vec<_>>>().ok_or(Refusal::Base64)?;
    let tags =
        raw.iter().map(|slot| slot.tag.and_then(Tag::from_hex)).collect::<Option<Vec<_>>>().ok_or(Refusal::SlotTag)?;
    if tags.iter().collect::<BTreeSet<_>>().len() != tags.len() {
        return Err(Refusal::DuplicateTag);
    }
    if tags.len() > MAX_SLOTS {
        return Err(Refusal::SlotCount);
    }
    if boxes.iter().any(|sealed| sealed.len() != SLOT_BOX) {
        return Err(Refusal::SlotSize);
    }
    Ok(tags.into_iter().zip(boxes).map(|(tag, sealed)| Slot { tag, sealed }).collect())
}

#[derive(Serialize)]
struct Written {
    v: u32,
    portal: String,
    epoch: u32,
    epoch_id: String,
    kdf: Vec<WrittenKdf>,
    slots: Vec<WrittenSlot>,
}

#[derive(Serialize)]
struct WrittenKdf {
    name: &'static str,
    iterations: u32,
    salt: String,
}

impl WrittenKdf {
    fn of(kdf: &Kdf) -> Self {
        Self { name: KDF_NAME, iterations: kdf.iterations.get(), salt: kdf.salt.to_b64() }
    }
}

#[derive(Serialize)]
struct WrittenSlot {
    tag: String,
    #[serde(rename = "box")]
    sealed: String,
}

impl WrittenSlot {
    fn of(slot: &Slot) -> Self {
        Self { tag: slot.tag.to_hex(), sealed: to_b64(&slot.sealed) }
    }
}

#[cfg(test)]
mod tests;
