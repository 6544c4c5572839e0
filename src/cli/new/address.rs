//! Addresses that say nothing.

use crate::content::slug::slug;
use crate::seal::Entropy;

/// Words of places and plants, none of them a trade.
const WORDS: [&str; 64] = [
    "acorn", "alder", "amber", "anchor", "aspen", "badger", "basalt", "beacon", "birch", "bracken", "breeze", "canyon",
    "cedar", "clover", "cobble", "copper", "coral", "cove", "delta", "dune", "ember", "fern", "fjord", "garnet",
    "glade", "granite", "harbour", "hazel", "heather", "heron", "hollow", "indigo", "island", "ivy", "jasper",
    "juniper", "lagoon", "larch", "lichen", "lilac", "linden", "maple", "marble", "meadow", "mistral", "moss", "otter",
    "pebble", "pine", "prairie", "quartz", "quay", "reed", "ridge", "river", "rowan", "saffron", "sorrel", "spruce",
    "summit", "thistle", "tundra", "valley", "willow",
];

/// An address such as `harbour-42` that is not among `taken` and shares no word with `name`.
pub(super) fn free_address(taken: &[String], name: &str, entropy: &mut dyn Entropy) -> String {
    let name = slug(name);
    let mut number = 0;
    loop {
        let mut bytes = [0; 2];
        entropy.fill(&mut bytes);
        let word = WORDS[usize::from(bytes[0]) % WORDS.len()];
        // Past so many misses nearly all short ones are taken, and a longer number has room.
        let address = match number {
            0..=999 => format!("{word}-{}", 10 + bytes[1] % 90),
            _ => format!("{word}-{number}"),
        };
        if !taken.contains(&address) && !name.contains(word) {
            return address;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Counts.
    struct Counter(u16);

    impl Entropy for Counter {
        fn fill(&mut self, bytes: &mut [u8]) {
            self.0 = self.0.wrapping_add(1);
            bytes.copy_from_slice(&self.0.to_le_bytes()[..bytes.len()]);
        }
    }

    #[test]
    fn an_address_is_new_and_says_nothing() {
        assert_eq!(free_address(&[], "Korenbloem", &mut Counter(25)), "harbour-10");
        assert_eq!(free_address(&["harbour-10".to_owned()], "Korenbloem", &mut Counter(25)), "hazel-10");
        assert_eq!(free_address(&[], "Harbour works", &mut Counter(25)), "hazel-10");
    }

    /// Always says the same.
    struct Stuck;

    impl Entropy for Stuck {
        fn fill(&mut self, bytes: &mut [u8]) {
            bytes.fill(0);
        }
    }

    #[test]
    fn there_is_always_one_more() {
        let mut taken = Vec::new();
        for _ in 0..3 {
            taken.push(free_address(&taken, "Korenbloem", &mut Stuck));
        }
        assert_eq!(taken, ["acorn-10", "acorn-1000", "acorn-1001"]);
    }

    #[test]
    fn words_are_there_once_each() {
        assert_eq!(BTreeSet::from(WORDS).len(), WORDS.len());
    }
}
