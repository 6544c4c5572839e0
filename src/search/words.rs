//! Which words there are, and where each stands.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use rayon::prelude::*;

use super::entry::Entry;
use super::fold::each_word;

/// Where a word stands: numbers of units, each counted through all entries, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Places {
    /// In a title, a heading, or among what a term is also called.
    pub(super) named: Vec<u32>,
    /// In texts. A unit that names the word is not here once more.
    pub(super) said: Vec<u32>,
}

/// All words of some entries.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// In byte order, each with its places.
    pub(super) words: Vec<(String, Places)>,
    /// How many words each title has.
    pub(super) title_lengths: Vec<usize>,
}

impl Vocabulary {
    /// Some entries at a time: few words are quick to look up.
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut firsts: Vec<u32> = vec![0];
        for some in entries.chunks(SOME) {
            let units: usize = some.iter().map(|entry| entry.units.len()).sum();
            firsts.push(firsts[firsts.len() - 1] + units as u32);
        }
        let parts: Vec<Part> =
            entries.par_chunks(SOME).zip(&firsts).map(|(entries, first)| Part::of(entries, *first)).collect();
        let mut known: HashMap<String, Places, BuildHasherDefault<Quick>> = HashMap::default();
        let mut title_lengths = Vec::new();
        for part in parts {
            title_lengths.extend(part.title_lengths);
            for (word, at) in part.known {
                let places = &part.places[at];
                let all = known.entry(word).or_default();
                all.named.extend(&places.named);
                all.said.extend(&places.said);
            }
        }
        let mut words: Vec<(String, Places)> = known.into_iter().collect();
        words.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Vocabulary { words, title_lengths }
    }
}

/// How many entries are taken at a time.
const SOME: usize = 64;

/// The words of some entries.
#[derive(Default)]
struct Part {
    /// Each word's place among `places`.
    known: HashMap<String, usize, BuildHasherDefault<Quick>>,
    places: Vec<Places>,
    title_lengths: Vec<usize>,
}

impl Part {
    /// `unit` is the number of the first.
    fn of(entries: &[Entry], mut unit: u32) -> Self {
        let mut part = Part::default();
        for entry in entries {
            let mut length = 0;
            each_word(&entry.title, |word| {
                length += 1;
                part.places_of(word).name(unit);
            });
            part.title_lengths.push(length);
            for one in &entry.units {
                each_word(&one.heading, |word| part.places_of(word).name(unit));
                each_word(&one.text, |word| part.places_of(word).say(unit));
                each_word(&one.beside, |word| part.places_of(word).say(unit));
                unit += 1;
            }
        }
        part
    }

    fn places_of(&mut self, word: &str) -> &mut Places {
        let at = self.known.get(word).copied().unwrap_or_else(|| {
            self.known.insert(word.to_owned(), self.places.len());
            self.places.push(Places::default());
            self.places.len() - 1
        });
        &mut self.places[at]
    }
}

impl Places {
    fn name(&mut self, unit: u32) {
        if self.named.last() != Some(&unit) {
            self.named.push(unit);
        }
    }

    fn say(&mut self, unit: u32) {
        if self.said.last() != Some(&unit) && self.named.last() != Some(&unit) {
            self.said.push(unit);
        }
    }
}

/// Words are short, and there are many of them. They are the workspace's own: nobody gains by making them collide.
#[derive(Default)]
struct Quick(u64);

impl Quick {
    fn mix(&mut self, eight: u64) {
        self.0 = (self.0.rotate_left(5) ^ eight).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        eights.iter().for_each(|eight| self.mix(u64::from_le_bytes(*eight)));
        self.mix(rest.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)));
    }

    /// The sign behind a text. Here nothing else follows it.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}
