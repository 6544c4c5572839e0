//! Which words there are, and where each stands.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::entry::Entry;
use super::fold::each_word;
use super::shown::leave_beginnings;

/// Where a word stands: numbers of units, each counted through all entries, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    /// In a title, a heading, or among what a term is also called.
    pub(super) named: Vec<u32>,
    /// In texts. A unit that names the word is not here once more.
    pub(super) said: Vec<u32>,
}

/// All words of some entries.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// In byte order.
    pub(super) words: Vec<Word>,
    /// How many words each title has.
    pub(super) title_lengths: Vec<usize>,
    parts: Vec<Part>,
}

/// A word, and for each part that has it, the part's number and where it stands there.
pub(super) struct Word {
    pub(super) letters: String,
    parts: Vec<(usize, usize)>,
}

impl Vocabulary {
    /// Of all entries, of which each part has some.
    pub(super) fn of(mut parts: Vec<Part>) -> Self {
        let mut known: HashMap<String, Vec<(usize, usize)>, BuildHasherDefault<Quick>> = HashMap::default();
        for (number, part) in parts.iter_mut().enumerate() {
            for (word, at) in std::mem::take(&mut part.known) {
                known.entry(word).or_default().push((number, at));
            }
        }
        let mut words: Vec<Word> = known.into_iter().map(|(letters, parts)| Word { letters, parts }).collect();
        words.sort_unstable_by(|one, other| one.letters.cmp(&other.letters));
        let title_lengths = parts.iter().flat_map(|part| &part.title_lengths).copied().collect();
        Vocabulary { words, title_lengths, parts }
    }

    /// Whether a title or a heading has the word.
    pub(super) fn is_named(&self, word: &Word) -> bool {
        word.parts.iter().any(|(part, at)| !self.parts[*part].places[*at].named.is_empty())
    }

    /// Each word with its places: those of all words at once would take as much room as the texts.
    pub(super) fn places(&self) -> impl Iterator<Item = Places> {
        let firsts: Vec<u32> =
            self.parts.iter().scan(0, |first, part| Some(std::mem::replace(first, *first + part.units))).collect();
        self.words.iter().map(move |word| {
            let mut all = Places::default();
            for (part, at) in &word.parts {
                let places = &self.parts[*part].places[*at];
                all.named.extend(places.named.iter().map(|unit| firsts[*part] + unit));
                all.said.extend(places.said.iter().map(|unit| firsts[*part] + unit));
            }
            all
        })
    }
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
    places: Vec<PartPlaces>,
    title_lengths: Vec<usize>,
    /// How many units there are, which are counted from 0 here.
    units: u32,
}

/// As in [`Places`], counted from the first unit of the part.
#[derive(Default)]
struct PartPlaces {
    named: Rising,
    said: Rising,
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

    fn places_of(&mut self, word: &str) -> &mut PartPlaces {
        let at = self.known.get(word).copied().unwrap_or_else(|| {
            self.known.insert(word.to_owned(), self.places.len());
            self.places.push(PartPlaces::default());
            self.places.len() - 1
        });
        &mut self.places[at]
    }
}

impl PartPlaces {
    fn name(&mut self, unit: u32) {
        if !self.named.ends_with(unit) {
            self.named.push(unit);
        }
    }

    fn say(&mut self, unit: u32) {
        if !self.said.ends_with(unit) && !self.named.ends_with(unit) {
            self.said.push(unit);
        }
    }
}

/// Rising numbers, each written as how far it is from the one before: most take a byte.
#[derive(Default)]
struct Rising {
    steps: Vec<u8>,
    /// One more than the last number; 0 where there is none.
    end: u32,
}

/// In front of a number that is too far away, and stands there itself.
const LONG: u8 = u8::MAX;

impl Rising {
    fn is_empty(&self) -> bool {
        self.end == 0
    }

    fn ends_with(&self, number: u32) -> bool {
        self.end == number + 1
    }

    /// Adds a number above all others.
    fn push(&mut self, number: u32) {
        match u8::try_from(number - self.end) {
            Ok(step) if step < LONG => self.steps.push(step),
            _ => {
                self.steps.push(LONG);
                self.steps.extend(number.to_le_bytes());
            }
        }
        self.end = number + 1;
    }

    fn iter(&self) -> impl Iterator<Item = u32> {
        let (mut rest, mut end) = (&self.steps[..], 0);
        std::iter::from_fn(move || {
            let (step, behind) = rest.split_first()?;
            let number;
            (number, rest) = match behind.split_first_chunk() {
                Some((number, behind)) if *step == LONG => (u32::from_le_bytes(*number), behind),
                _ => (end + u32::from(*step), behind),
            };
            end = number + 1;
            Some(number)
        })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::entry::{Kind, Unit};

    #[test]
    fn rising_numbers_are_read_as_they_were_written() {
        for numbers in [&[][..], &[0], &[7], &[0, 1, 2], &[254, 509, 765, 1_021], &[255, 70_000, 70_001, u32::MAX - 1]]
        {
            let mut rising = Rising::default();
            for number in numbers {
                assert!(!rising.ends_with(*number));
                rising.push(*number);
                assert!(rising.ends_with(*number));
            }
            assert_eq!(rising.iter().collect::<Vec<_>>(), numbers);
            assert_eq!(rising.is_empty(), numbers.is_empty());
        }
    }

    #[test]
    fn places_are_counted_through_all_parts() {
        let part = |title: &str, text: &str| {
            let mut entry = Entry::page(Kind::Doc, "/docs/a", title);
            entry.units.push(Unit { text: text.to_owned(), ..Unit::default() });
            Read::of(vec![entry]).words
        };
        let vocabulary = Vocabulary::of(vec![part("go", "on and on"), part("and so", "on"), part("", "go")]);
        let words: Vec<&str> = vocabulary.words.iter().map(|word| word.letters.as_str()).collect();
        assert_eq!(words, ["and", "go", "on", "so"]);
        let found: Vec<_> = vocabulary.places().map(|places| (places.named, places.said)).collect();
        assert_eq!(found, [(vec![2], vec![1]), (vec![0], vec![5]), (vec![], vec![1, 3]), (vec![2], vec![])]);
        let named: Vec<bool> = vocabulary.words.iter().map(|word| vocabulary.is_named(word)).collect();
        assert_eq!(named, [true, true, false, true]);
        assert_eq!(vocabulary.title_lengths, [1, 2, 0]);
    }
}
