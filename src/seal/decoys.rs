//! Decoys: slots nobody has, so that the number of slots says little about the number of people.
//! `docs/sealed-format.md`, "Published files".

use super::access_json::Slot;
use super::ids::Epoch;
use super::keys::PortalKeys;
use super::slot::SLOT_BOX;

/// Slots come in multiples of this.
pub const STEP: usize = 8;

/// Fills `slots` up with decoys to the next multiple of [`STEP`], at least one, and sorts all by tag.
/// A portal nobody has access to looks like one with a few people.
pub fn fill_up(slots: &mut Vec<Slot>, keys: &PortalKeys, epoch: &Epoch) {
    let wanted = slots.len().max(1).next_multiple_of(STEP);
    let missing = u32::try_from(wanted - slots.len()).expect("fewer than eight are missing, or all eight");
    let decoy = |number| Slot { tag: keys.decoy_tag(number), sealed: keys.decoy_box(epoch, number, SLOT_BOX) };
    slots.extend((0..missing).map(decoy));
    slots.sort_by_key(|slot| slot.tag);
}
