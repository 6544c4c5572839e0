//! Which words begin a form, far faster than looking them up, and small enough to be at hand for every word.

use crate::letters::plain_word;

/// What the forms are, by the plain word that they begin with: words are known by a number made from their letters.
/// Others may have the same number, and then have the same forms.
#[derive(Debug)]
pub(super) struct Beginnings {
    /// Whether anything was given for a number.
    bits: Vec<u64>,
    /// For how many numbers before each 64 of them.
    before: Vec<u16>,
    /// What was given, in the order of the numbers.
    known: Vec<usize>,
}

impl Default for Beginnings {
    fn default() -> Self {
        Beginnings { bits: vec![0; 1 << 10], before: vec![0; 1 << 10], known: Vec::new() }
    }
}

impl Beginnings {
    /// Takes a word in small letters that a form begins with, and what stands for it; gives back what stands for all words
    /// of its number. One that is not plain is never asked for.
    pub(super) fn add(&mut self, word: &str, alike: usize) -> usize {
        let (length, number) = plain_word(word.as_bytes());
        if length < word.len() {
            return alike;
        }
        self.get(number).unwrap_or_else(|| {
            self.known.insert(self.place(number), alike);
            self.bits[number / 64] |= 1 << (number % 64);
            self.before[number / 64 + 1..].iter_mut().for_each(|before| *before += 1);
            alike
        })
    }

    /// What stands for the words of this number.
    pub(super) fn get(&self, number: usize) -> Option<usize> {
        let is_known = self.bits[number / 64] & (1 << (number % 64)) != 0;
        is_known.then(|| self.known[self.place(number)])
    }

    /// How many numbers below this one are known.
    fn place(&self, number: usize) -> usize {
        let lower = self.bits[number / 64] & ((1 << (number % 64)) - 1);
        usize::from(self.before[number / 64]) + lower.count_ones() as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_no_form_begins_with_are_known_as_such() {
        let mut beginnings = Beginnings::default();
        let known = |beginnings: &Beginnings, word: &str| beginnings.get(plain_word(word.as_bytes()).1);
        let all = ["go", "live", "site", "abcdefgh", "abcdefghi", "abcdefghabcdefgh"];
        let added: Vec<usize> = all.iter().zip(7..).map(|(word, alike)| beginnings.add(word, alike)).collect();
        assert_eq!(added, [7, 8, 9, 10, 11, 12]);
        assert_eq!(all.map(|word| known(&beginnings, word)), [7, 8, 9, 10, 11, 12].map(Some));
        let none = ["", "g", "og", "gone", "lives", "abcdefg", "abcdefgj", "abcdefghj", "abcdefghabcdefgi"];
        assert_eq!(none.map(|word| known(&beginnings, word)), [None; 9]);
    }

    #[test]
    fn what_is_no_plain_word_has_forms_of_its_own() {
        let mut beginnings = Beginnings::default();
        assert_eq!(beginnings.add("go", 0), 0);
        assert_eq!(beginnings.add("go\u{e9}", 1), 1);
        assert_eq!(beginnings.add(".", 2), 2);
        assert_eq!(beginnings.add("go", 3), 0);
        assert_eq!(beginnings.get(plain_word(b"").1), None);
    }
}
