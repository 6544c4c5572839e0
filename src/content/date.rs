//! Dates, as far as content names them.

use chrono::NaiveDate;

use crate::check;
use crate::yaml::{Fields, Located, Refused};

/// Reads a date: year, month and day, such as `2026-11-20`.
///
/// # Errors
/// Where it is written in another way, or where there is no such day; with the date that was most likely meant.
pub fn read_date(text: &str) -> Result<NaiveDate, Refused> {
    let text = text.trim();
    let Some((year, month, day)) = parts(text) else {
        let help = match guess(text) {
            Some(date) => format!("write year, month and day: `{date}`"),
            None => "write year, month and day, such as `2026-11-20`".to_owned(),
        };
        return Err(Refused::new(&check::WRONG_DATE, format!("`{text}` is not a date"), help));
    };
    if let Some(date) = NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1900..=2200).contains(&year)) {
        return Ok(date);
    }
    let (message, help) = match last_day(year, month).filter(|_| (1900..=2200).contains(&year)) {
        Some(last) => (
            format!("there is no `{text}`: that month has {} days", last.format("%-d")),
            format!("the last day of that month is `{last}`"),
        ),
        None if month == 0 || month > 12 => {
            let swapped = NaiveDate::from_ymd_opt(year, day, month).map(|date| format!(": `{date}`"));
            let help = format!("the month comes before the day{}", swapped.unwrap_or_default());
            (format!("there is no `{text}`: a year has 12 months"), help)
        }
        None => (format!("the year of `{text}` cannot be meant"), "write a year such as `2026`".to_owned()),
    };
    Err(Refused::new(&check::WRONG_DATE, message, help))
}

/// Takes a field that is a date.
pub(super) fn date(fields: &mut Fields<'_>, name: &'static str) -> Option<Located<NaiveDate>> {
    fields.parsed(name, read_date)
}

/// Takes a field that is a list of dates.
pub(super) fn dates(fields: &mut Fields<'_>, name: &'static str) -> Vec<NaiveDate> {
    let mut found = Vec::new();
    for text in fields.texts(name) {
        match read_date(&text.value) {
            Ok(date) => found.push(date),
            Err(refused) => fields.refuse(text.span, refused),
        }
    }
    found
}

/// The year, month and day of `yyyy-mm-dd`.
fn parts(text: &str) -> Option<(i32, u32, u32)> {
    let shape = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    if !shape {
        return None;
    }
    Some((text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?))
}

fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?;
    NaiveDate::from_ymd_opt(next_year, next_month, 1)?.pred_opt()
}

/// The date that is written with other signs or in another order, where only one can be meant.
fn guess(text: &str) -> Option<NaiveDate> {
    let numbers: Vec<&str> = text.split(['-', '.', '/', ' ', 'T']).filter(|part| !part.is_empty()).collect();
    let number = |at: usize| numbers.get(at)?.parse::<u32>().ok();
    let (first, second, third) = (number(0)?, number(1)?, number(2)?);
    let year_first = numbers[0].len() == 4;
    let year_last = numbers[2].len() == 4;
    match (year_first, year_last) {
        (true, _) => NaiveDate::from_ymd_opt(i32::try_from(first).ok()?, second, third),
        // Days above twelve tell the two orders apart; otherwise nobody can say which one it is.
        (_, true) if first > 12 || first == second => {
            NaiveDate::from_ymd_opt(i32::try_from(third).ok()?, second, first)
        }
        (_, true) if second > 12 => NaiveDate::from_ymd_opt(i32::try_from(third).ok()?, first, second),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_year_month_day() {
        for text in ["2026-11-20", "2028-02-29", " 2026-01-01 "] {
            assert_eq!(read_date(text).map(|date| date.to_string()).ok(), Some(text.trim().to_owned()));
        }
        for text in
            ["", "2026-11-31", "2027-02-29", "2026-13-01", "20261120", "20-11-2026", "2026-1-2", "0026-01-01", "soon"]
        {
            assert!(read_date(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_was_meant_is_guessed_only_where_it_is_clear() {
        for (text, meant) in [
            ("20.11.2026", Some("2026-11-20")),
            ("11/20/2026", Some("2026-11-20")),
            ("2026/1/2", Some("2026-01-02")),
            ("5/6/2026", None),
            ("5/5/2026", Some("2026-05-05")),
            ("next week", None),
        ] {
            assert_eq!(guess(text).map(|date| date.to_string()).as_deref(), meant, "{text}");
        }
    }
}
