//! The scale of a timeline: where a day lies between the first and the last.
//!
//! Counted in whole numbers, so that every machine writes the same.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};

/// Fewer days than these are no picture: a project of one day lies in the middle of as many.
const FEWEST: i64 = 28;
/// More lines than these are no help to the eye.
const MOST_TICKS: i64 = 24;
/// How many months may lie between two lines.
const STEPS: [i64; 10] = [1, 3, 6, 12, 24, 60, 120, 300, 600, 1200];

/// A part of the scale, or a place on it, in ten-thousandths. Written as per cent, such as `38.21%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) struct Share(pub(super) i64);

impl Share {
    /// All of it.
    pub(super) const WHOLE: Share = Share(10_000);
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.abs() / 100, self.0.abs() % 100);
        match rest {
            0 => write!(f, "{sign}{whole}%"),
            tens if tens % 10 == 0 => write!(f, "{sign}{whole}.{}%", tens / 10),
            _ => write!(f, "{sign}{whole}.{rest:02}%"),
        }
    }
}

/// Days from the left edge to the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) struct Scale {
    /// The day that begins at the left edge.
    pub(in crate::render) first: NaiveDate,
    /// How many there are.
    pub(in crate::render) days: i64,
}

/// A line on the scale: the first day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) on: NaiveDate,
    /// Whether lines are years apart, so that their months say nothing.
    pub(super) year_only: bool,
}

impl Scale {
    /// From one day to another and including it; where that is very little, with days before and after it.
    pub(super) fn exact(first: NaiveDate, last: NaiveDate) -> Scale {
        let days = (last - first).num_days() + 1;
        let before = (FEWEST - days).max(0) / 2;
        let first = first.checked_sub_days(Days::new(before.unsigned_abs())).unwrap_or(first);
        Scale { first, days: days.max(FEWEST) }
    }

    /// The whole months that have these days in them.
    pub(super) fn months(first: NaiveDate, last: NaiveDate) -> Scale {
        let begin = |day: NaiveDate| day.with_day(1).unwrap_or(day);
        let (from, to) = (begin(first), begin(last).checked_add_months(Months::new(1)));
        Scale { first: from, days: to.map_or(FEWEST, |to| (to - from).num_days()) }
    }

    /// Where a day begins; outside the scale below nothing or above the whole.
    pub(super) fn at(&self, day: NaiveDate) -> Share {
        self.of((day - self.first).num_days())
    }

    /// How much of it a number of days is.
    pub(super) fn of(&self, days: i64) -> Share {
        let twice = 2 * days * Share::WHOLE.0 + self.days * days.signum();
        Share(twice / (2 * self.days))
    }

    /// Whether a day is on it.
    pub(super) fn has(&self, day: NaiveDate) -> bool {
        (0..self.days).contains(&(day - self.first).num_days())
    }

    /// The day behind the last.
    pub(super) fn end(&self) -> NaiveDate {
        self.first.checked_add_days(Days::new(self.days.unsigned_abs())).unwrap_or(self.first)
    }

    /// The lines: every month, or as many months apart as keeps them few.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        let last = self.first.checked_add_days(Days::new((self.days - 1).unsigned_abs())).unwrap_or(self.first);
        let from = count(self.first) + i64::from(self.first.day() > 1);
        let months = from..=count(last);
        let step = STEPS.into_iter().find(|step| (months.end() - months.start()) / step < MOST_TICKS);
        let step = step.unwrap_or(1200);
        let begins = |month: i64| {
            let (year, month) = (i32::try_from(month.div_euclid(12)).ok()?, u32::try_from(month.rem_euclid(12)).ok()?);
            NaiveDate::from_ymd_opt(year, month + 1, 1)
        };
        let ticks = months.filter(|month| month.rem_euclid(step) == 0).filter_map(begins);
        ticks.map(|on| Tick { on, year_only: step >= 12 }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn ticks(scale: Scale) -> Vec<String> {
        scale.ticks().into_iter().map(|tick| format!("{} {}", tick.on, scale.at(tick.on))).collect()
    }

    #[test]
    fn a_share_is_written_as_per_cent_without_needless_noughts() {
        let written = [0, 1, 10, 3_821, 3_820, 10_000, -250].map(|share| Share(share).to_string());
        assert_eq!(written, ["0%", "0.01%", "0.1%", "38.21%", "38.2%", "100%", "-2.5%"]);
    }

    #[test]
    fn whole_months_begin_at_the_first_and_end_behind_the_last_day() {
        let scale = Scale::months(day("2026-09-07"), day("2027-03-23"));
        assert_eq!(scale, Scale { first: day("2026-09-01"), days: 212 });
        assert_eq!(scale.end(), day("2027-04-01"));
        let places = ["2026-09-01", "2026-09-07", "2026-11-21", "2027-03-09", "2027-04-01", "2026-08-31"];
        let places = places.map(|date| scale.at(day(date)).to_string());
        assert_eq!(places, ["0%", "2.83%", "38.21%", "89.15%", "100%", "-0.47%"]);
        assert_eq!(scale.of(26).to_string(), "12.26%");
    }

    #[test]
    fn months_have_the_length_that_they_have() {
        let scale = Scale::months(day("2027-12-31"), day("2028-03-01"));
        assert_eq!(ticks(scale), ["2027-12-01 0%", "2028-01-01 25.41%", "2028-02-01 50.82%", "2028-03-01 74.59%"]);
        assert_eq!(scale.days, 31 + 31 + 29 + 31);
    }

    #[test]
    fn a_scale_of_exact_days_has_its_first_day_at_the_edge() {
        let scale = Scale::exact(day("2026-09-07"), day("2027-03-22"));
        assert_eq!(scale, Scale { first: day("2026-09-07"), days: 197 });
        assert_eq!(scale.at(day("2026-10-01")).to_string(), "12.18%");
        assert_eq!(ticks(scale).len(), 6);
    }

    #[test]
    fn all_on_one_day_lies_in_the_middle_of_four_weeks() {
        let scale = Scale::exact(day("2026-11-20"), day("2026-11-20"));
        assert_eq!(scale, Scale { first: day("2026-11-07"), days: 28 });
        assert_eq!(scale.at(day("2026-11-20")).to_string(), "46.43%");
        let month = Scale::months(day("2026-11-20"), day("2026-11-20"));
        assert_eq!((month.days, ticks(month)), (30, vec!["2026-11-01 0%".to_owned()]));
    }

    #[test]
    fn what_is_outside_is_not_on_it() {
        let scale = Scale::months(day("2026-02-03"), day("2026-02-04"));
        let inside = ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"].map(|date| scale.has(day(date)));
        assert_eq!(inside, [false, true, true, false]);
    }

    #[test]
    fn the_longer_the_time_the_further_apart_are_the_lines() {
        let dates = |from: &str, to: &str| {
            let ticks = Scale::months(day(from), day(to)).ticks();
            (ticks.len(), ticks[0].on.to_string(), ticks[1].on.to_string(), ticks[0].year_only)
        };
        let of = |count, one: &str, other: &str, years| (count, one.to_owned(), other.to_owned(), years);
        assert_eq!(dates("2026-02-01", "2028-01-31"), of(24, "2026-02-01", "2026-03-01", false));
        assert_eq!(dates("2026-02-01", "2028-02-01"), of(8, "2026-04-01", "2026-07-01", false));
        assert_eq!(dates("2026-01-01", "2035-12-31"), of(20, "2026-01-01", "2026-07-01", false));
        assert_eq!(dates("2026-01-01", "2038-12-31"), of(13, "2026-01-01", "2027-01-01", true));
        assert_eq!(dates("1900-01-01", "2200-12-31"), of(13, "1900-01-01", "1925-01-01", true));
    }
}
