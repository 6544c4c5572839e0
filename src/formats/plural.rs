//! The forms of words that go with numbers.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// The form of words that goes with a number, by the names of the Unicode CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Arabic, Latvian and Welsh have words of their own for none.
    Zero,
    /// English "1 day"; in some languages other numbers, too: Ukrainian 21.
    One,
    /// Arabic, Hebrew and Slovenian count two.
    Two,
    /// Ukrainian and Polish from two to four.
    Few,
    /// Ukrainian and Polish from five on.
    Many,
    /// All others; every language has it.
    Other,
}

impl Plural {
    /// The name under which a locale has the words: `one`, `few`, `other`.
    pub fn word(self) -> &'static str {
        match self {
            Plural::Zero => "zero",
            Plural::One => "one",
            Plural::Two => "two",
            Plural::Few => "few",
            Plural::Many => "many",
            Plural::Other => "other",
        }
    }
}

/// The plurals of one language.
pub(super) struct Plurals {
    rules: PluralRules,
}

impl Plurals {
    pub(super) fn new(locale: &Locale) -> Option<Plurals> {
        Some(Plurals { rules: PluralRules::try_new_cardinal(locale.into()).ok()? })
    }

    pub(super) fn of(&self, number: i64) -> Plural {
        match self.rules.category_for(number) {
            PluralCategory::Zero => Plural::Zero,
            PluralCategory::One => Plural::One,
            PluralCategory::Two => Plural::Two,
            PluralCategory::Few => Plural::Few,
            PluralCategory::Many => Plural::Many,
            PluralCategory::Other => Plural::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_forms() {
        for (tag, words) in [
            ("en-001", "other one other other other other other"),
            ("en-US", "other one other other other other other"),
            ("nl", "other one other other other other other"),
            ("de", "other one other other other other other"),
            ("fr", "one one other other other other other"),
            ("uk", "many one few few many many one"),
            ("ja", "other other other other other other other"),
            ("ar", "zero one two few few many many"),
        ] {
            let plurals = Plurals::new(&tag.parse().expect("a tag")).expect("plurals of the language");
            let found: Vec<&str> = [0, 1, 2, 3, 5, 11, 21].iter().map(|n| plurals.of(*n).word()).collect();
            assert_eq!(found.join(" "), words, "{tag}");
        }
    }

    #[test]
    fn a_number_below_nothing_has_the_form_of_the_one_above() {
        let plurals = Plurals::new(&"en".parse().expect("a tag")).expect("plurals of the language");
        assert_eq!([-1, -2].map(|number| plurals.of(number)), [Plural::One, Plural::Other]);
    }
}
