//! Spelling: which of the known words somebody meant.

use std::cell::Cell;

/// The word of `known` that `word` was most likely meant to be, whatever its case; `None` where all are too far from it:
/// at most one letter in three may be wrong, missing, too many or changed places with its neighbour.
pub(crate) fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let word = word.to_lowercase();
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| {
            let length = candidate.chars().count();
            *distance < length && *distance * 3 <= length.max(3)
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Guesses what was meant, but not without end. A guess compares a word with all that are known, letter by letter, which
/// takes long where there are thousands. More mistakes than this have one cause, such as a folder that was moved, and
/// the first of them tell as much as all.
#[derive(Debug)]
pub(crate) struct Guesser {
    left: Cell<usize>,
}

impl Guesser {
    /// With 50 guesses.
    pub(crate) fn new() -> Self {
        Guesser { left: Cell::new(50) }
    }

    /// The word that `word` was most likely meant to be, as long as there are guesses left.
    pub(crate) fn guess<'w>(&self, word: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
        let left = self.left.get().checked_sub(1)?;
        self.left.set(left);
        let length = word.chars().count();
        // What is much longer or shorter has more than one letter in three that differs, and is never the nearest.
        let similar = words.into_iter().filter(|known| {
            let own = known.chars().count();
            own.abs_diff(length) * 3 <= own.max(3)
        });
        nearest(word, similar)
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn one_letter_in_three_may_be_wrong() {
        let known = ["project", "address", "id", "audience"];
        for (word, meant) in [
            ("project", Some("project")),
            ("Projcet", Some("project")),
            ("adress", Some("address")),
            ("audiences", Some("audience")),
            ("AUDIENCE", Some("audience")),
            ("di", Some("id")),
            ("pro", None),
            ("title", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
    }

    #[test]
    fn a_word_of_one_letter_is_never_guessed_from_another() {
        assert_eq!(nearest("b", ["a"]), None);
        assert_eq!(nearest("a", ["a"]), Some("a"));
    }

    #[test]
    fn of_two_that_are_as_near_the_first_of_the_alphabet_is_taken() {
        assert_eq!(nearest("cast", ["cost", "case"]), Some("case"));
    }

    #[test]
    fn nothing_is_near_where_nothing_is_known() {
        assert_eq!(nearest("word", []), None);
    }
}
