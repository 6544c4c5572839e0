//! Boxes that are no part of a portal any more, for pages that are about to fetch them.

use std::collections::VecDeque;
use std::ops::Range;
use std::time::{Duration, Instant};

use memmap2::MmapMut;

/// How long a page that is being read finds the boxes that it was about to fetch.
pub(super) const KEPT: Duration = Duration::from_secs(30);
/// Boxes that went within this time lie together.
const TOGETHER: Duration = Duration::from_secs(1);
/// How much lies together at most, unless one box is larger, in bytes.
const ROOM: usize = 1 << 20;

/// The boxes of a moment ago.
#[derive(Debug, Default)]
pub(super) struct Retired {
    /// Those that went first come first.
    shelves: VecDeque<Shelf>,
}

/// Boxes that went at about the same time, in a piece of memory that the system gives and takes back as one: they go by the
/// thousand while somebody writes, and where each was let go of by itself, the memory would be full of holes.
#[derive(Debug)]
struct Shelf {
    /// When the first of them went, and the last.
    first: Instant,
    last: Instant,
    /// Of which nothing is there before something is put into it.
    bytes: MmapMut,
    used: usize,
    boxes: Vec<Place>,
}

/// Where a box lies on its shelf, and its address before it.
#[derive(Debug)]
struct Place {
    address: Range<usize>,
    contents: Range<usize>,
}

impl Retired {
    /// Keeps a box that went at `now`; `address` is that of its portal with the box's own behind it.
    pub(super) fn keep(&mut self, now: Instant, address: &str, contents: &[u8]) {
        let size = address.len() + contents.len();
        let fits = |shelf: &Shelf| now.duration_since(shelf.first) < TOGETHER && shelf.bytes.len() - shelf.used >= size;
        if !self.shelves.back().is_some_and(fits) {
            // Where the system has no more memory, whoever reads an old page finds less of it.
            let Ok(bytes) = MmapMut::map_anon(ROOM.max(size)) else { return };
            self.shelves.push_back(Shelf { first: now, last: now, bytes, used: 0, boxes: Vec::new() });
        }
        let shelf = self.shelves.back_mut().expect("there is one now");
        shelf.last = now;
        let place = Place { address: shelf.put(address.as_bytes()), contents: shelf.put(contents) };
        shelf.boxes.push(place);
    }

    /// The box at an address.
    pub(super) fn get(&self, address: &str) -> Option<&[u8]> {
        self.shelves.iter().rev().find_map(|shelf| shelf.get(address.as_bytes()))
    }

    /// Lets go of boxes that were kept for long enough, and says when the next ones will have been.
    pub(super) fn let_go(&mut self, now: Instant) -> Option<Instant> {
        self.shelves.retain(|shelf| now.duration_since(shelf.last) < KEPT);
        self.shelves.front().map(|shelf| shelf.last + KEPT)
    }
}

impl Shelf {
    fn put(&mut self, bytes: &[u8]) -> Range<usize> {
        let place = self.used..self.used + bytes.len();
        self.bytes[place.clone()].copy_from_slice(bytes);
        self.used = place.end;
        place
    }

    fn get(&self, address: &[u8]) -> Option<&[u8]> {
        let place = self.boxes.iter().rev().find(|place| self.bytes[place.address.clone()] == *address)?;
        Some(&self.bytes[place.contents.clone()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_kept_for_their_time_and_no_longer() {
        let begun = Instant::now();
        let after = |seconds: u64| begun + Duration::from_secs(seconds);
        let mut retired = Retired::default();
        retired.keep(begun, "acme/b/one", b"first");
        retired.keep(after(0), "acme/b/two", b"second");
        retired.keep(after(5), "bolt/b/one", b"third");
        let all = |retired: &Retired| {
            ["acme/b/one", "acme/b/two", "bolt/b/one", "bolt/b/two"]
                .map(|address| retired.get(address).map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
        };
        let texts = |texts: [Option<&str>; 4]| texts.map(|text| text.map(str::to_owned));
        assert_eq!(all(&retired), texts([Some("first"), Some("second"), Some("third"), None]));
        assert_eq!(retired.let_go(after(29)), Some(after(30)));
        assert_eq!(all(&retired), texts([Some("first"), Some("second"), Some("third"), None]));
        assert_eq!(retired.let_go(after(30)), Some(after(35)));
        assert_eq!(all(&retired), texts([None, None, Some("third"), None]));
        assert_eq!(retired.let_go(after(35)), None);
        assert_eq!(all(&retired), texts([None, None, None, None]));
    }
}
