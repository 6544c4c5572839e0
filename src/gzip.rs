//! One gzip member, there and back. Writing is a function of the bytes alone: the header has no time and no system in
//! it.

use std::io::Read;

use flate2::bufread::GzDecoder;
use flate2::{Compress, Compression, Crc, FlushCompress, Status};

/// No name, no time, unknown system.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
const TRAILER: usize = 8;

/// A compressor that is set up once and used for many payloads.
pub(crate) struct Packer {
    deflate: Compress,
}

impl Packer {
    /// `level` as in gzip, 1 (fast) to 9 (small).
    pub(crate) fn new(level: u32) -> Self {
        Self { deflate: Compress::new(Compression::new(level), false) }
    }

    /// The payload as one gzip member, also where that is longer.
    pub(crate) fn pack(&mut self, payload: &[u8]) -> Vec<u8> {
        // What cannot be compressed is stored, with a few bytes in front of every few thousand.
        let room = payload.len() + payload.len() / 8 + 64;
        let mut out = Vec::new();
        let fits = self.member(payload, room, &mut out);
        fits.expect("deflate makes bytes longer by far less than an eighth");
        out
    }

    /// Appends `payload` to `out` as one gzip member, if that is shorter than the payload itself; otherwise leaves
    /// `out` as it was and says `false`.
    pub(crate) fn append_if_shorter(&mut self, payload: &[u8], out: &mut Vec<u8>) -> bool {
        let start = out.len();
        let Some(room) = payload.len().checked_sub(HEADER.len() + TRAILER + 1) else {
            return false;
        };
        let fits = self.member(payload, room, out).is_some();
        if !fits {
            out.truncate(start);
        }
        fits
    }

    /// Appends header, deflated payload and trailer, if what is between the two fits into `room` bytes.
    fn member(&mut self, payload: &[u8], room: usize, out: &mut Vec<u8>) -> Option<()> {
        out.extend_from_slice(&HEADER);
        self.deflate(payload, room, out)?;
        out.extend_from_slice(&trailer(payload));
        Some(())
    }

    /// Appends the deflated payload, if it fits into `room` bytes.
    fn deflate(&mut self, payload: &[u8], room: usize, out: &mut Vec<u8>) -> Option<()> {
        let start = out.len();
        out.resize(start + room, 0);
        self.deflate.reset();
        let status = self
            .deflate
            .compress(payload, &mut out[start..], FlushCompress::Finish)
            .expect("a compressor that was just reset accepts any bytes");
        let written = usize::try_from(self.deflate.total_out()).expect("what was written fits into memory");
        out.truncate(start + written);
        (status == Status::StreamEnd).then_some(())
    }
}

fn trailer(payload: &[u8]) -> [u8; TRAILER] {
    let mut crc = Crc::new();
    crc.update(payload);
    let mut trailer = [0; TRAILER];
    trailer[..4].copy_from_slice(&crc.sum().to_le_bytes());
    trailer[4..].copy_from_slice(&crc.amount().to_le_bytes());
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
        let mut out = b"before".to_vec();
        assert!(!packer.append_if_shorter(b"a", &mut out) && !packer.append_if_shorter(&noise(1_000), &mut out));
        assert_eq!(out, b"before");
        assert!(packer.append_if_shorter(&[b'a'; 100], &mut out));
        assert_eq!(unpack(&out[6..], 100).as_deref(), Ok(&[b'a'; 100][..]));
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
