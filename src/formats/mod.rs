//! Dates, numbers, money, plurals and alphabetical order in a client's language.
//!
//! All of it comes from the data of the Unicode CLDR that is part of the program, so that it is the same on every
//! machine. Days are days of the Gregorian calendar everywhere; digits are those that the language uses by default.

mod currency;
mod date;
mod language;
mod number;
mod plural;
mod size;

use std::cmp::Ordering;
use std::fmt;

use chrono::{NaiveDate, Weekday};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use crate::money::Money;

use currency::Currencies;
use date::Dates;
use number::Numbers;
use plural::Plurals;

pub use date::DateStyle;
pub use plural::Plural;
pub use size::size;

/// How one language writes. Made once for a client; asking it is cheap, from any thread.
pub struct Formats {
    dates: Dates,
    numbers: Numbers,
    currencies: Currencies,
    plurals: Plurals,
    collator: CollatorBorrowed<'static>,
    /// Sees letters only: `é` is the same to it as `E`.
    letters: CollatorBorrowed<'static>,
}

impl Formats {
    /// The formats of a BCP 47 tag such as `nl`, `nl-BE` or `en-US`. English of no country has the day before the month;
    /// a language that nothing is known of is written as that English.
    pub fn new(tag: &str) -> Formats {
        let asked = language::read(tag).and_then(|locale| Formats::of(&locale));
        asked.or_else(|| Formats::of(&language::english())).expect("English is part of the program")
    }

    fn of(locale: &Locale) -> Option<Formats> {
        let mut letters = CollatorOptions::default();
        letters.strength = Some(Strength::Primary);
        Some(Formats {
            dates: Dates::new(locale)?,
            numbers: Numbers::new(locale)?,
            currencies: Currencies::new(locale),
            plurals: Plurals::new(locale)?,
            collator: Collator::try_new(locale.into(), CollatorOptions::default()).ok()?,
            letters: Collator::try_new(locale.into(), letters).ok()?,
        })
    }

    /// A day. Its spaces do not break.
    pub fn date(&self, date: NaiveDate, style: DateStyle) -> String {
        self.dates.date(date, style)
    }

    /// The days from one to another: "7 Sep – 2 Oct", with years where they differ, one day where both are the same. A
    /// line may break after the dash only.
    pub fn range(&self, from: NaiveDate, to: NaiveDate) -> String {
        self.dates.range(from, to)
    }

    /// The short name of the month that a day is in: "Nov".
    pub fn month(&self, day: NaiveDate) -> String {
        self.dates.month(day)
    }

    /// The name of a day of the week: "Tuesday".
    pub fn weekday(&self, weekday: Weekday) -> String {
        self.dates.weekday(weekday).to_owned()
    }

    /// A whole number, in groups of digits: "84,000".
    pub fn number(&self, number: i64) -> String {
        self.numbers.decimal(number, 0)
    }

    /// An amount of money, with decimals only where they are not all nought: "€84,000", "€1,200.50".
    pub fn money(&self, money: Money) -> String {
        self.currencies.write(money, &self.numbers)
    }

    /// The form of words that goes with a number.
    pub fn plural(&self, number: i64) -> Plural {
        self.plurals.of(number)
    }

    /// Words with a number in them: of `words`, which knows them by [`Plural::word`], those that go with the number, or
    /// else `other`, with the number in place of `{count}`. `None` where there are neither.
    pub fn counted<'w>(&self, number: i64, words: impl Fn(&str) -> Option<&'w str>) -> Option<String> {
        let words = words(self.plural(number).word()).or_else(|| words(Plural::Other.word()))?;
        Some(words.replace("{count}", &self.number(number)))
    }

    /// The order of the language's dictionaries, in which capitals count only between words that are otherwise the same.
    /// Different texts are never equal.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.collator.compare(one, other).then_with(|| one.cmp(other))
    }

    /// The letter that a word is found under in the language's dictionaries, in capitals: an accent makes another letter
    /// only where the language has it so. `#` for a word that begins with none.
    pub fn letter(&self, word: &str) -> String {
        let Some(first) = word.chars().next().filter(|first| first.is_alphabetic()) else { return "#".to_owned() };
        let capital: String = first.to_uppercase().collect();
        let is_same = |plain: &char| self.letters.compare(plain.encode_utf8(&mut [0; 4]), &capital) == Ordering::Equal;
        ('A'..='Z').find(is_same).map_or(capital, String::from)
    }
}

impl fmt::Debug for Formats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Formats").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
