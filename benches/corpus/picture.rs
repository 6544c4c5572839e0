//! A picture that cannot be made smaller, as a photo cannot.

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use super::random::Random;

/// A PNG of `side` by `side` points in random colours.
pub(crate) fn noise(side: usize) -> Vec<u8> {
    let mut random = Random::new(7);
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    for _ in 0..side {
        let row = [vec![0], random.bytes(3 * side)].concat();
        zlib.write_all(&row).expect("memory takes all that is written");
    }
    let data = zlib.finish().expect("memory takes all that is written");
    let side = u32::try_from(side).expect("a side is short").to_be_bytes();
    let head = [&side[..], &side, &[8, 2, 0, 0, 0]].concat();
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &head), chunk(b"IDAT", &data), chunk(b"IEND", &[])].concat()
}

/// Length, kind, data, checksum. PNG (Third Edition), section 5.3.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(kind);
    crc.update(data);
    let length = u32::try_from(data.len()).expect("a picture is small");
    [&length.to_be_bytes()[..], kind, data, &crc.sum().to_be_bytes()].concat()
}
