//! One gzip member, there and back. Writing is a function of the bytes alone: the header has no time and no system in
//! it.

use std::io::Read;

use flate2::bufread::GzDecoder;
use flate2::{Compress, Compression, Crc, FlushCompress, Status};

use super::refusal::Refusal;

/// No name, no time, unknown system.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
const TRAILER: usize = 8;

/// A compressor that is set up once and used for many payloads.
pub(super) struct Packer {
    deflate: Compress,
}

impl Packer {
    /// `level` as in gzip, 1 (fast) to 9 (small).
    pub(super) fn new(level: u32) -> Self {
        Self { deflate: Compress::new(Compression::new(level), false) }
    }

    /// Appends `payload` to `out` as one gzip member, if that is shorter than the payload itself; otherwise leaves
    /// `out` as it was and says `false`.
    pub(super) fn pack(&mut self, payload: &[u8], out: &mut Vec<u8>) -> bool {
        let start = out.len();
        let Some(room) = payload.len().checked_sub(HEADER.len() + TRAILER + 1) else {
            return false;
        };
        out.extend_from_slice(&HEADER);
        match self.deflate(payload, room, out) {
            Some(()) => {
                out.extend_from_slice(&trailer(payload));
                true
            }
            None => {
                out.truncate(start);
                false
            }
        }
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

/// The contents of `member`, which has to be exactly one gzip member, and at most `limit` bytes when inflated.
///
/// # Errors
/// [`Refusal::Gzip`] if it is anything else, [`Refusal::Inflated`] as soon as there is more than `limit`.
pub(super) fn unpack(member: &[u8], limit: usize) -> Result<Vec<u8>, Refusal> {
    let mut decoder = GzDecoder::new(member);
    let mut payload = Vec::new();
    let bound = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let read = decoder.by_ref().take(bound).read_to_end(&mut payload);
    if payload.len() > limit {
        return Err(Refusal::Inflated);
    }
    read.map_err(|_| Refusal::Gzip)?;
    if decoder.into_inner().is_empty() { Ok(payload) } else { Err(Refusal::Gzip) }
}
