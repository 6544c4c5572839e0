//! Framing: what is done to contents before they are sealed, so that their size says little.
//! `docs/sealed-format.md`, "Framing, before sealing".

use std::fmt;

use super::padme::padme;
use super::primitive::{SIV, TAG};
use super::refusal::Refusal;
use crate::gzip::{NotUnpacked, Packer, unpack};

/// Assets longer than this are cut into parts of this size: a full frame is then exactly 4 MiB.
pub const PART: usize = 4_194_299;

const HEAD: usize = 5;
const GZIP: u8 = 1;

/// How much an opener accepts as the contents of one frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// 64 MiB: manifests, frames, search shards, pages.
    Whole,
    /// 4 MiB: a part of an asset.
    Part,
}

impl Limit {
    /// The limit in bytes.
    #[must_use]
    pub fn bytes(self) -> usize {
        match self {
            Self::Whole => 64 << 20,
            Self::Part => 4 << 20,
        }
    }
}

/// Frames payloads, one after another. Two with the same level frame the same payload to the same bytes.
pub struct Framer {
    packer: Packer,
}

impl Framer {
    /// For pages and assets, of which there are many: the level that is quick.
    #[must_use]
    pub fn for_contents() -> Self {
        Self { packer: Packer::new(1) }
    }

    /// For the frame and the search index, which every reader fetches.
    #[must_use]
    pub fn for_all_readers() -> Self {
        Self { packer: Packer::new(6) }
    }

    /// For manifests, which change with every build and are mostly keys.
    #[must_use]
    pub fn for_manifests() -> Self {
        Self { packer: Packer::new(1) }
    }

    /// `flags ‖ u32(length) ‖ payload ‖ zeros`; the payload compressed where that makes it shorter.
    ///
    /// # Panics
    /// If the payload is longer than the 4 GiB that the length can say; [`seal`](super::seal()) refuses far earlier.
    #[must_use]
    pub fn frame(&mut self, payload: &[u8]) -> Vec<u8> {
        self.frame_behind(0, payload, 0)
    }

    /// The frame behind [`SIV`] bytes of room and with spare capacity for the tag: what sealing in place takes.
    pub(super) fn frame_for_sealing(&mut self, payload: &[u8]) -> Vec<u8> {
        self.frame_behind(SIV, payload, TAG)
    }

    /// The frame with so many zeros before it, and capacity for so many bytes behind.
    fn frame_behind(&mut self, before: usize, payload: &[u8], behind: usize) -> Vec<u8> {
        let packed = self.packer.pack_if_shorter(payload);
        let (flags, contents) = packed.map_or((0, payload), |packed| (GZIP, packed));
        let end = before + padded(contents.len());
        let length = u32::try_from(contents.len()).expect("a payload is shorter than 4 GiB");
        let mut buffer = Vec::with_capacity(end + behind);
        buffer.resize(before, 0);
        buffer.push(flags);
        buffer.extend_from_slice(&length.to_be_bytes());
        buffer.extend_from_slice(contents);
        buffer.resize(end, 0);
        buffer
    }
}

/// A payload that was framed as soon as it was there, so that nobody has to keep it at its full length. It is as secret
/// as the payload: only sealing takes it.
#[derive(Clone, PartialEq, Eq)]
pub struct Framed {
    /// [`SIV`] bytes of room, and the frame.
    buffer: Vec<u8>,
    length: usize,
}

impl Framed {
    /// Frames `payload`; one that [`Limit::Whole`] forbids is not kept at all, and its length says so.
    #[must_use]
    pub fn new(payload: &[u8], framer: &mut Framer) -> Self {
        let length = payload.len();
        let buffer = if length > Limit::Whole.bytes() { Vec::new() } else { framer.frame_behind(SIV, payload, 0) };
        Self { buffer, length }
    }

    /// How long the payload is, in bytes.
    #[must_use]
    pub fn payload_len(&self) -> usize {
        self.length
    }

    /// What sealing in place takes.
    pub(super) fn for_sealing(&self) -> Vec<u8> {
        let mut buffer = Vec::with_capacity(self.buffer.len() + TAG);
        buffer.extend_from_slice(&self.buffer);
        buffer
    }
}

impl fmt::Debug for Framed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Framed({} bytes)", self.length)
    }
}

/// The contents of a frame. Takes the frame over, so that uncompressed contents need no second buffer.
///
/// # Errors
/// [`Refusal::Flags`], `Length`, `FrameSize`, `Padding`, `Gzip` or `Inflated`, checked in this order.
pub fn unframe(mut frame: Vec<u8>, limit: Limit) -> Result<Vec<u8>, Refusal> {
    let flags = frame.first().copied().ok_or(Refusal::Length)?;
    if flags & !GZIP != 0 {
        return Err(Refusal::Flags);
    }
    let said = frame.get(1..HEAD).and_then(|said| said.try_into().ok()).ok_or(Refusal::Length)?;
    let length = usize::try_from(u32::from_be_bytes(said)).map_err(|_| Refusal::Length)?;
    let (payload, padding) = frame[HEAD..].split_at_checked(length).ok_or(Refusal::Length)?;
    if frame.len() != padded(length) {
        return Err(Refusal::FrameSize);
    }
    if padding.iter().any(|&byte| byte != 0) {
        return Err(Refusal::Padding);
    }
    if flags & GZIP != 0 {
        return unpack(payload, limit.bytes()).map_err(|problem| match problem {
            NotUnpacked::Malformed => Refusal::Gzip,
            NotUnpacked::TooLong => Refusal::Inflated,
        });
    }
    if length > limit.bytes() {
        return Err(Refusal::Inflated);
    }
    frame.truncate(HEAD + length);
    frame.drain(..HEAD);
    Ok(frame)
}

fn padded(length: usize) -> usize {
    usize::try_from(padme((HEAD + length) as u64)).expect("a frame fits into memory")
}

#[cfg(test)]
mod tests;
