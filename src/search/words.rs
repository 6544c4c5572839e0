//! Which words there are, and where each stands.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::entry::Entry;
use super::fold::each_word;
use super::shown::leave_beginnings;

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
    /// Of all entries, of which each part has some.
    pub(super) fn of(parts: Vec<Part>) -> Self {
        let mut known = places_for(&parts);
        let mut title_lengths = Vec::new();
        let mut first = 0;
        for part in parts {
            title_lengths.extend(part.title_lengths);
            for (word, at) in &part.known {
                let places = &part.places[*at];
                let all = known.get_mut(word).expect("there is room for every word");
                all.named.extend(places.named.iter().map(|unit| first + unit));
                all.said.extend(places.said.iter().map(|unit| first + unit));
            }
            first += part.units;
        }
        let mut words: Vec<(String, Places)> = known.into_iter().collect();
        words.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Vocabulary { words, title_lengths }
    }
}

/// Every word, with as much room as its places take: together they take more than all else that is looked for.
fn places_for(parts: &[Part]) -> HashMap<String, Places, BuildHasherDefault<Quick>> {
    let mut counts: HashMap<&str, (usize, usize), BuildHasherDefault<Quick>> = HashMap::default();
    for part in parts {
        for (word, at) in &part.known {
            let (named, said) = counts.entry(word).or_default();
            *named += part.places[*at].named.len();
            *said += part.places[*at].said.len();
        }
    }
    let room = |(named, said)| Places { named: Vec::with_capacity(named), said: Vec::with_capacity(said) };
    counts.into_iter().map(|(word, counts)| (word.to_owned(), room(counts))).collect()
}

/// Some entries, looked through for their words.
pub(super) struct Read {
    /// Of texts that are too long to be shown, only the beginnings.
    pub(super) entries: Vec<Entry>,
    pub(super) words: Part,
}

impl Read {
    /// Not too many at a time: few words are quick to look up.
    pub(super) fn of(mut entries: Vec<Entry>) -> Self {
        let words = Part::of(&entries);
        leave_beginnings(&mut entries);
        Read { entries, words }
    }
}

/// The words of some entries.
#[derive(Default)]
pub(super) struct Part {
    /// Each word's place among `places`.
    known: HashMap<String, usize, BuildHasherDefault<Quick>>,
    places: Vec<Places>,
    title_lengths: Vec<usize>,
    /// How many units there are, which are counted from 0 here.
    units: u32,
}

impl Part {
    fn of(entries: &[Entry]) -> Self {
        let mut part = Part::default();
        let mut unit = 0;
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
        part.units = unit;
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
