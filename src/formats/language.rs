//! Which language a tag means, and which English.

use icu_locale_core::{LanguageIdentifier, Locale};

/// Where English puts the month before the day. All other English puts the day first.
const MONTH_FIRST: [&str; 10] = ["AS", "CA", "GU", "MH", "MP", "PH", "PR", "UM", "US", "VI"];

/// English of no country, with the day before the month.
pub(super) fn english() -> Locale {
    "en-001".parse().expect("the tag is one")
}

/// English of the United States.
pub(super) fn american() -> Locale {
    "en-US".parse().expect("the tag is one")
}

/// The language of a tag, without what else a tag may ask for: calendars and digits are the language's. `None` where it
/// is no tag.
pub(super) fn read(tag: &str) -> Option<Locale> {
    let language = LanguageIdentifier::try_from_locale_bytes(tag.as_bytes()).ok()?;
    let nowhere = language.language.as_str() == "en" && language.region.is_none();
    Some(if nowhere { english() } else { Locale::from(language) })
}

/// Whether a month before the day is right in this language. The data know English dates of some countries only, and
/// take those of the United States for all others.
pub(super) fn may_put_month_first(locale: &Locale) -> bool {
    let region = locale.id.region;
    !is(locale, "en") || region.is_some_and(|region| MONTH_FIRST.contains(&region.as_str()))
}

/// Whether it is this language, of whatever country.
pub(super) fn is(locale: &Locale, language: &str) -> bool {
    locale.id.language.as_str() == language
}

/// Whether it is this language, and of this country where one is given: `de`, `de-CH`.
pub(super) fn is_of(locale: &Locale, tag: &str) -> bool {
    let (language, region) = tag.split_once('-').unwrap_or((tag, ""));
    is(locale, language) && (region.is_empty() || locale.id.region.is_some_and(|of| of.as_str() == region))
}
