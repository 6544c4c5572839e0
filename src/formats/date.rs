//! Days as people write them.
//!
//! The library chooses a pattern for each style and language; a few are mended here, because it means them for other
//! places than a portal: its middle length is figures in German and Portuguese, its English has a comma between weekday
//! and day, and a September of four letters where other months have three. Patterns are then filled with names directly:
//! the library's own way forgets what it needs for the year in some languages.

use chrono::{Datelike, NaiveDate, Weekday};
use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{E, MD, MDE, YMD, YMDE};
use icu_datetime::input::Date;
use icu_datetime::pattern::{
    DateTimePattern, FixedCalendarDateTimeNames, MonthNameLength, WeekdayNameLength, YearNameLength,
};
use icu_locale_core::Locale;
use writeable::TryWriteable;

use super::language;

/// How much of a day is said, and how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// "20 Nov".
    DayMonth,
    /// "20 Nov 2026".
    Short,
    /// "Fri 20 Nov".
    Weekday,
    /// "20 November 2026".
    Full,
}

/// The dates of one language.
pub(super) struct Dates {
    day_month: Pattern,
    short: Pattern,
    weekday: Pattern,
    full: Pattern,
    month: Pattern,
    /// From Monday on.
    weekdays: [String; 7],
}

impl Dates {
    /// `None` where nothing is known of the language.
    pub(super) fn new(locale: &Locale) -> Option<Dates> {
        let patterns = mend(known_patterns(locale)?, language::is(locale, "en"));
        let name = Pattern::new(locale, &patterns.weekday_name)?;
        let dates = Dates {
            day_month: Pattern::new(locale, &patterns.day_month)?,
            short: Pattern::new(locale, &patterns.short)?,
            weekday: Pattern::new(locale, &patterns.weekday)?,
            full: Pattern::new(locale, &patterns.full)?,
            month: Pattern::new(locale, "LLL")?,
            // The year 2024 began with a Monday.
            weekdays: [1, 2, 3, 4, 5, 6, 7].map(|day| name.write(Date::try_new_gregorian(2024, 1, day).ok())),
        };
        let month_first = patterns.day_month.starts_with(is_month);
        (!month_first || language::may_put_month_first(locale)).then_some(dates)
    }

    pub(super) fn date(&self, date: NaiveDate, style: DateStyle) -> String {
        let pattern = match style {
            DateStyle::DayMonth => &self.day_month,
            DateStyle::Short => &self.short,
            DateStyle::Weekday => &self.weekday,
            DateStyle::Full => &self.full,
        };
        pattern.write(gregorian(date))
    }

    pub(super) fn range(&self, from: NaiveDate, to: NaiveDate) -> String {
        let style = if from.year() == to.year() { DateStyle::DayMonth } else { DateStyle::Short };
        let first = self.date(from, style);
        if from == to { first } else { format!("{first}\u{a0}– {}", self.date(to, style)) }
    }

    /// The short name of the month that a day is in, as it stands alone.
    pub(super) fn month(&self, day: NaiveDate) -> String {
        self.month.write(gregorian(day))
    }

    pub(super) fn weekday(&self, weekday: Weekday) -> &str {
        &self.weekdays[weekday.num_days_from_monday() as usize]
    }
}

/// Years beyond what a calendar counts are none.
fn gregorian(date: NaiveDate) -> Option<Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Date::try_new_gregorian(date.year(), month, day).ok()
}

/// Patterns in the letters of the Unicode CLDR.
struct Patterns {
    day_month: String,
    short: String,
    weekday: String,
    full: String,
    weekday_name: String,
}

/// The patterns of the library; `None` where it has no names for the months, only numbers.
fn known_patterns(locale: &Locale) -> Option<Patterns> {
    // Any day of our era has the same pattern.
    let day = Date::try_new_gregorian(2026, 11, 20).ok()?;
    macro_rules! pattern {
        ($fields:expr) => {
            Formatter::<Gregorian, _>::try_new(locale.into(), $fields).ok()?.format(&day).pattern().to_string()
        };
    }
    let patterns = Patterns {
        day_month: pattern!(MD::medium()),
        short: pattern!(YMD::medium()),
        weekday: pattern!(MDE::medium()),
        full: pattern!(YMD::long()),
        weekday_name: pattern!(E::long()),
    };
    let month = Pattern::new(locale, "LLLL")?.write(Some(day));
    (month != "M11").then_some(patterns)
}

fn mend(mut patterns: Patterns, english: bool) -> Patterns {
    if !has_month_name(&patterns.short) && (has_month_name(&patterns.day_month) || !has_month_name(&patterns.full)) {
        patterns.short = patterns.full.replace("MMMM", "MMM");
    }
    if !has_month_name(&patterns.weekday) && has_month_name(&patterns.day_month) {
        patterns.weekday = up_to_day(&patterns.weekday) + &patterns.day_month;
    }
    if english {
        patterns.weekday = patterns.weekday.replace("E, d", "E d");
    }
    patterns
}

fn is_month(letter: char) -> bool {
    matches!(letter, 'M' | 'L')
}

fn has_month_name(pattern: &str) -> bool {
    pattern.contains("MMM") || pattern.contains("LLL")
}

fn up_to_day(pattern: &str) -> String {
    pattern.split('d').next().unwrap_or_default().to_owned()
}

/// A pattern with the names it needs.
struct Pattern {
    pattern: DateTimePattern,
    names: FixedCalendarDateTimeNames<Gregorian, YMDE>,
}

impl Pattern {
    fn new(locale: &Locale, pattern: &str) -> Option<Pattern> {
        let names_of = if language::is(locale, "en") { &language::american() } else { locale };
        let mut names = FixedCalendarDateTimeNames::try_new(names_of.into()).ok()?;
        let months = [
            ("MMMM", MonthNameLength::Wide),
            ("MMM", MonthNameLength::Abbreviated),
            ("LLLL", MonthNameLength::StandaloneWide),
            ("LLL", MonthNameLength::StandaloneAbbreviated),
            ("M", MonthNameLength::Numeric),
            ("L", MonthNameLength::StandaloneNumeric),
        ];
        let weekdays = [
            ("EEEE", WeekdayNameLength::Wide),
            ("E", WeekdayNameLength::Abbreviated),
            ("cccc", WeekdayNameLength::StandaloneWide),
            ("ccc", WeekdayNameLength::StandaloneAbbreviated),
        ];
        let letters = without_text(pattern);
        if let Some((_, length)) = months.iter().find(|(letter, _)| letters.contains(letter)) {
            names.include_month_names(*length).ok()?;
        }
        if let Some((_, length)) = weekdays.iter().find(|(letter, _)| letters.contains(letter)) {
            names.include_weekday_names(*length).ok()?;
        }
        if letters.contains('G') {
            names.include_year_names(YearNameLength::Abbreviated).ok()?;
        }
        let pattern = Pattern { pattern: DateTimePattern::try_from_pattern_str(pattern).ok()?, names };
        // What is there for one day is there for all: a language of which a name is missing is not known.
        pattern.fill(Date::try_new_gregorian(2026, 11, 20).ok()?).is_ok().then_some(pattern)
    }

    /// The day in this pattern, with spaces that do not break, so that day and month stay on one line.
    fn write(&self, day: Option<Date<Gregorian>>) -> String {
        let filled = day.map(|day| self.fill(day).unwrap_or_else(|stand_in| stand_in));
        filled.unwrap_or_default().replace(' ', "\u{a0}")
    }

    /// # Errors
    /// With the names of fields instead of those that are missing.
    fn fill(&self, day: Date<Gregorian>) -> Result<String, String> {
        let filled = self.names.with_pattern_unchecked(&self.pattern).format(&day);
        match filled.try_write_to_string() {
            Ok(text) => Ok(text.into_owned()),
            Err((_, text)) => Err(text.into_owned()),
        }
    }
}

/// A pattern without what it has between quotes.
fn without_text(pattern: &str) -> String {
    pattern.split('\'').step_by(2).collect()
}

#[cfg(test)]
mod tests;
