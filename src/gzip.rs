//! One gzip member, there and back. Writing is a function of the bytes alone: the header has no time and no system in
//! it.

use std::io::Read;

use flate2::bufread::GzDecoder;
use libdeflater::{CompressionLvl, Compressor, Crc};

/// No name, no time, unknown system.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
const TRAILER: usize = 8;

/// A compressor that is set up once and used for many payloads.
pub(crate) struct Packer {
    deflate: Compressor,
    /// One room for all that is packed: it holds the member that was made last, and grows with the longest.
    member: Vec<u8>,
}

impl Packer {
    /// `level` is 1 (fast) to 12 (small).
    pub(crate) fn new(level: u8) -> Self {
        let level = CompressionLvl::new(i32::from(level)).expect("levels go from 1 to 12");
        Self { deflate: Compressor::new(level), member: Vec::new() }
    }

    /// The payload as one gzip member, also where that is longer.
    pub(crate) fn pack(&mut self, payload: &[u8]) -> Vec<u8> {
        // What cannot be compressed is stored, with a few bytes in front of every few thousand.
        let room = payload.len() + payload.len() / 8 + 64;
        self.member(payload, room).expect("deflate makes bytes longer by far less than an eighth").to_vec()
    }

    /// The payload as one gzip member, if that is shorter than the payload itself.
    pub(crate) fn pack_if_shorter(&mut self, payload: &[u8]) -> Option<&[u8]> {
        let room = payload.len().checked_sub(HEADER.len() + TRAILER + 1)?;
        self.member(payload, room)
    }

    /// Header, deflated payload and trailer, if what is between the two fits into `room` bytes.
    fn member(&mut self, payload: &[u8], room: usize) -> Option<&[u8]> {
        let most = HEADER.len() + room + TRAILER;
        if self.member.len() < most {
            self.member.resize(most, 0);
        }
        self.member[..HEADER.len()].copy_from_slice(&HEADER);
        let written = self.deflate.deflate_compress(payload, &mut self.member[HEADER.len()..][..room]).ok()?;
        let end = HEADER.len() + written;
        self.member[end..end + TRAILER].copy_from_slice(&trailer(payload));
        Some(&self.member[..end + TRAILER])
    }
}

fn trailer(payload: &[u8]) -> [u8; TRAILER] {
    let mut crc = Crc::new();
    crc.update(payload);
    // A longer payload's length is said without what does not fit: RFC 1952, ISIZE.
    let length = payload.len() as u32;
    let mut trailer = [0; TRAILER];
    trailer[..4].copy_from_slice(&crc.sum().to_le_bytes());
    trailer[4..].copy_from_slice(&length.to_le_bytes());
    trailer
}

/// Why bytes are not unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotUnpacked {
    /// They are not exactly one well-formed gzip member.
    Malformed,
    /// There is more in them than was asked for.
    TooLong,
}

/// The contents of `member`, which has to be exactly one gzip member, and at most `limit` bytes when inflated.
///
/// # Errors
/// [`NotUnpacked::Malformed`] if it is anything else, [`NotUnpacked::TooLong`] as soon as there is more than `limit`.
pub(crate) fn unpack(member: &[u8], limit: usize) -> Result<Vec<u8>, NotUnpacked> {
    let mut decoder = GzDecoder::new(member);
    let mut payload = Vec::new();
    let bound = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let read = decoder.by_ref().take(bound).read_to_end(&mut payload);
    if payload.len() > limit {
        return Err(NotUnpacked::TooLong);
    }
    read.map_err(|_| NotUnpacked::Malformed)?;
    if decoder.into_inner().is_empty() { Ok(payload) } else { Err(NotUnpacked::Malformed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that cannot be made shorter.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        std::iter::repeat_with(next).take(length).collect()
    }

    #[test]
    fn there_and_back() {
        let mut packer = Packer::new(9);
        for payload in [Vec::new(), b"a".to_vec(), vec![b'a'; 100_000], noise(70_000)] {
            let packed = packer.pack(&payload);
            assert_eq!(packed, packer.pack(&payload), "the same the second time");
            assert_eq!(unpack(&packed, payload.len()).as_deref(), Ok(&payload[..]));
            if let Some(less) = payload.len().checked_sub(1) {
                assert_eq!(unpack(&packed, less), Err(NotUnpacked::TooLong));
            }
        }
    }

    #[test]
    fn what_would_not_be_shorter_is_left_alone() {
        let mut packer = Packer::new(6);
        let long = packer.pack_if_shorter(&[b'a'; 100_000]).map(<[u8]>::to_vec);
        // Also where there is room left from something longer.
        assert_eq!(packer.pack_if_shorter(b"a"), None);
        assert_eq!(packer.pack_if_shorter(&noise(1_000)), None);
        assert_eq!(long.and_then(|long| unpack(&long, 100_000).ok()), Some(vec![b'a'; 100_000]));
        let short = packer.pack_if_shorter(&[b'a'; 100]).map(|short| unpack(short, 100));
        assert_eq!(short, Some(Ok(vec![b'a'; 100])));
    }

    #[test]
    fn nothing_but_one_whole_member() {
        let member = Packer::new(6).pack(b"text");
        let cut = &member[..member.len() - 1];
        for wrong in [&b""[..], b"text", cut, &[&member[..], b"x"].concat(), &[&member[..], &member[..]].concat()] {
            assert_eq!(unpack(wrong, 100), Err(NotUnpacked::Malformed));
        }
    }
}
