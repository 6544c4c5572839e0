//! `comms` in `client.yml`: how the agency keeps in touch.
//!
//! `updates` (how often), `channel`, `answer_within`, `escalation`.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::markdown::Document;
use super::prose::prose;
use crate::check;
use crate::spelling::nearest;
use crate::yaml::{Fields, Located, Refused};

/// How the agency keeps in touch.
#[derive(Debug, Clone, Default)]
pub struct Comms {
    /// How often there is an update.
    pub updates: Option<Located<Cadence>>,
    /// By what.
    pub channel: Option<String>,
    /// How soon a question is answered.
    pub answer_within: Option<AnswerTime>,
    /// Whom to turn to where that does not help.
    pub escalation: Option<Document>,
}

/// How often something comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cadence {
    /// The time between two.
    pub every: Interval,
    /// On which day of the week.
    pub on: Option<Weekday>,
}

/// The time between two updates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interval {
    /// So many days: 1 for daily, 7 for weekly.
    Days(u32),
    /// So many months.
    Months(u32),
}

/// How soon a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerTime {
    /// How many of the unit.
    pub count: u32,
    /// Hours or days.
    pub unit: AnswerUnit,
}

/// What the time to answer is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerUnit {
    /// Hours.
    Hours,
    /// Days, weekends and all.
    Days,
    /// Days on which people work.
    WorkingDays,
}

impl AnswerUnit {
    /// The word in locale files.
    pub fn word(self) -> &'static str {
        match self {
            AnswerUnit::Hours => "hours",
            AnswerUnit::Days => "days",
            AnswerUnit::WorkingDays => "working_days",
        }
    }
}

impl Cadence {
    /// The day of the next one after one on `last`.
    pub fn after(self, last: NaiveDate) -> NaiveDate {
        let next = match self.every {
            Interval::Days(days) => last.checked_add_days(Days::new(u64::from(days))),
            Interval::Months(months) => last.checked_add_months(Months::new(months)),
        };
        let next = next.unwrap_or(last);
        match self.on {
            // One that came a day late does not move all that follow.
            Some(weekday) => nearest_weekday(next, weekday),
            None => next,
        }
    }
}

/// The day nearest to `date` that is a `weekday`.
fn nearest_weekday(date: NaiveDate, weekday: Weekday) -> NaiveDate {
    let later = (7 + weekday.num_days_from_monday() - date.weekday().num_days_from_monday()) % 7;
    let moved = match later {
        0..=3 => date.checked_add_days(Days::new(u64::from(later))),
        _ => date.checked_sub_days(Days::new(u64::from(7 - later))),
    };
    moved.unwrap_or(date)
}

/// Takes the field `comms`.
pub(super) fn read_comms(fields: &mut Fields<'_>) -> Comms {
    fields
        .group("comms", |comms| Comms {
            updates: comms.parsed("updates", read_cadence),
            channel: comms.text("channel").map(|channel| channel.value),
            answer_within: comms.parsed("answer_within", read_answer_time).map(|time| time.value),
            escalation: prose(comms, "escalation"),
        })
        .unwrap_or_default()
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// `daily`, `weekly`, `every two weeks`, `every 10 days`, `monthly`, `Friday`, `every Friday`, `weekly on Friday`. A day of
/// the week goes with whole weeks and with months only.
fn read_cadence(text: &str) -> Result<Cadence, Refused> {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    let words: Vec<&str> =
        lower.split_whitespace().filter(|word| !["on", "a", "every", "each", "once"].contains(word)).collect();
    let (words, on) = match words.split_last() {
        Some((last, rest)) => match weekday(last) {
            Some(day) => (rest, Some(day)),
            None => (&words[..], None),
        },
        None => (&words[..], None),
    };
    let every = match words {
        [] if on.is_some() => Some(Interval::Days(7)),
        ["daily" | "day"] => Some(Interval::Days(1)),
        ["weekly" | "week"] => Some(Interval::Days(7)),
        ["fortnightly" | "fortnight" | "biweekly" | "bi-weekly"] => Some(Interval::Days(14)),
        ["monthly" | "month"] => Some(Interval::Months(1)),
        [count, unit] => number(count).filter(|count| (1..=60).contains(count)).and_then(|count| match *unit {
            "day" | "days" => Some(Interval::Days(count)),
            "week" | "weeks" => Some(Interval::Days(count * 7)),
            "month" | "months" => Some(Interval::Months(count)),
            _ => None,
        }),
        _ => None,
    };
    match every {
        Some(Interval::Days(days)) if on.is_some() && days % 7 != 0 => {
            let message = format!("`{text}` cannot be: a day of the week comes every seven days");
            let help = "leave the day out, or count in weeks or months, such as `every Friday`";
            Err(Refused::new(&check::WRONG_VALUE, message, help))
        }
        Some(every) => Ok(Cadence { every, on }),
        None => {
            let known = ["daily", "weekly", "every two weeks", "monthly"];
            let days = WEEKDAYS.iter().map(|(day, _)| *day);
            let help = match nearest(&lower, known.into_iter().chain(days)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write `weekly`, `every two weeks`, `monthly` or `every Friday`".to_owned(),
            };
            Err(Refused::new(&check::WRONG_VALUE, format!("`{text}` does not say how often"), help))
        }
    }
}

/// `1 working day`, `4 hours`, `2 days`.
fn read_answer_time(text: &str) -> Result<AnswerTime, Refused> {
    let lower = text.trim().to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let unit = match words.get(1..).unwrap_or_default() {
        ["hour" | "hours"] => Some(AnswerUnit::Hours),
        ["day" | "days"] => Some(AnswerUnit::Days),
        ["working" | "business" | "work", "day" | "days"] => Some(AnswerUnit::WorkingDays),
        _ => None,
    };
    match words.first().and_then(|count| number(count)).filter(|count| (1..=90).contains(count)).zip(unit) {
        Some((count, unit)) => Ok(AnswerTime { count, unit }),
        None => Err(Refused::new(
            &check::WRONG_VALUE,
            format!("`{text}` does not say how soon a question is answered"),
            "write a number and `hours`, `days` or `working days`, such as `1 working day`",
        )),
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    let plain = word.strip_suffix('s').unwrap_or(word);
    WEEKDAYS.iter().find(|(name, _)| *name == plain).map(|(_, day)| *day)
}

fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 7] = ["zero", "one", "two", "three", "four", "five", "six"];
    let in_words = WORDS.iter().position(|known| *known == word).and_then(|at| u32::try_from(at).ok());
    in_words.or_else(|| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cadence(text: &str) -> Option<Cadence> {
        read_cadence(text).ok()
    }

    #[test]
    fn how_often_is_said_as_people_say_it() {
        let every = |every, on| Some(Cadence { every, on });
        assert_eq!(cadence("weekly"), every(Interval::Days(7), None));
        assert_eq!(cadence("Every Friday"), every(Interval::Days(7), Some(Weekday::Fri)));
        assert_eq!(cadence("Tuesdays"), every(Interval::Days(7), Some(Weekday::Tue)));
        assert_eq!(cadence("every two weeks on Monday"), every(Interval::Days(14), Some(Weekday::Mon)));
        assert_eq!(cadence("every 10 days"), every(Interval::Days(10), None));
        assert_eq!(cadence("once a month"), every(Interval::Months(1), None));
        assert_eq!(cadence("bi-weekly"), every(Interval::Days(14), None));
        assert_eq!(cadence("each Friday"), every(Interval::Days(7), Some(Weekday::Fri)));
        assert_eq!(cadence("every 14 days on Friday"), every(Interval::Days(14), Some(Weekday::Fri)));
        assert_eq!(cadence("monthly on Friday"), every(Interval::Months(1), Some(Weekday::Fri)));
        for text in ["", "often", "every 0 days", "weekly weekly", "every 99 weeks"] {
            assert_eq!(cadence(text), None, "{text}");
        }
    }

    #[test]
    fn the_next_one_falls_on_its_weekday() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let fridays = Cadence { every: Interval::Days(7), on: Some(Weekday::Fri) };
        assert_eq!(fridays.after(day("2026-11-20")), day("2026-11-27"));
        // The update of that Friday came on Monday; the next one is due on the Friday after.
        assert_eq!(fridays.after(day("2026-11-23")), day("2026-11-27"));
        assert_eq!(Cadence { every: Interval::Months(1), on: None }.after(day("2027-01-31")), day("2027-02-28"));
    }
}
