//! What the name of a decision's file says: a number, a day, words; or that it is no decision.

use chrono::NaiveDate;

use crate::content::date::read_date;
use crate::content::doc::name_in_words;

/// The name of a decision's file, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FileName<'s> {
    /// The number at the beginning, as written.
    pub(super) number: Option<&'s str>,
    /// The day at the beginning.
    pub(super) date: Option<NaiveDate>,
    /// The rest.
    rest: &'s str,
}

/// The words of which a template's name is made.
const TEMPLATE_WORDS: [&str; 8] = ["adr", "madr", "decision", "record", "template", "bare", "minimal", "full"];

impl<'s> FileName<'s> {
    /// `stem` is the path below `decisions/` without `.md`.
    pub(super) fn of(stem: &'s str) -> Self {
        let name = stem.rsplit('/').next().unwrap_or(stem);
        if let Some((date, rest)) = leading_date(name) {
            return FileName { number: None, date: Some(date), rest };
        }
        let bare = match name.get(..3) {
            Some(adr) if adr.eq_ignore_ascii_case("adr") => name[3..].trim_start_matches(is_gap),
            _ => name,
        };
        let end = bare.find(|c: char| !c.is_ascii_digit()).unwrap_or(bare.len());
        let (digits, rest) = bare.split_at(end);
        match !digits.is_empty() && (rest.is_empty() || rest.starts_with(is_gap)) {
            true => FileName { number: Some(digits), date: None, rest: rest.trim_start_matches(is_gap) },
            false => FileName { number: None, date: None, rest: name },
        }
    }

    /// The decision's title where the text has none: the name without number and day; all of it where it has no more.
    pub(super) fn title(&self, stem: &str) -> String {
        name_in_words(if self.rest.is_empty() { stem } else { self.rest })
    }

    /// Whether other tools keep something else than a decision under this name.
    pub(super) fn is_no_decision(&self) -> bool {
        let name = self.rest.to_lowercase();
        let mut words = name.split(is_gap);
        let is_template =
            name.split(is_gap).any(|word| word == "template") && words.all(|word| TEMPLATE_WORDS.contains(&word));
        matches!(name.as_str(), "readme" | "index") || is_template
    }
}

/// What stands between the words of a name.
fn is_gap(c: char) -> bool {
    matches!(c, '-' | '_' | '.' | ' ')
}

/// `20261120-…` and `2026-11-20-…` begin with a day.
fn leading_date(name: &str) -> Option<(NaiveDate, &str)> {
    let day = |written: &str| read_date(written).ok();
    let begins = |length: usize| {
        let rest = name.get(length..)?;
        (rest.is_empty() || rest.starts_with(is_gap)).then(|| (&name[..length], rest.trim_start_matches(is_gap)))
    };
    let dashes = begins(10).and_then(|(date, rest)| Some((day(date)?, rest)));
    let digits = begins(8).filter(|(date, _)| date.bytes().all(|byte| byte.is_ascii_digit()));
    let together =
        digits.and_then(|(date, rest)| Some((day(&format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]))?, rest)));
    dashes.or(together)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(stem: &str) -> (Option<String>, Option<String>, String) {
        let name = FileName::of(stem);
        (name.number.map(str::to_owned), name.date.map(|date| date.to_string()), name.title(stem))
    }

    #[test]
    fn a_name_has_a_number_or_a_day_and_words() {
        for (stem, number, date, title) in [
            ("0003-two-languages", Some("0003"), None, "Two languages"),
            ("3_two_languages", Some("3"), None, "Two languages"),
            ("ADR-0003-two-languages", Some("0003"), None, "Two languages"),
            ("adr003 two languages", Some("003"), None, "Two languages"),
            ("20200101-first-one", None, Some("2020-01-01"), "First one"),
            ("2020-01-01-first-one", None, Some("2020-01-01"), "First one"),
            ("20201399-no-such-day", Some("20201399"), None, "No such day"),
            ("old/0003-two-languages", Some("0003"), None, "Two languages"),
            ("2fa-for-everybody", None, None, "2fa for everybody"),
            ("adr_with_a_WeIrd-filename", None, None, "Adr with a WeIrd filename"),
            ("0003", Some("0003"), None, "0003"),
            ("2020-01-01", None, Some("2020-01-01"), "2020 01 01"),
            ("één-taal", None, None, "Één taal"),
        ] {
            let expected = (number.map(str::to_owned), date.map(str::to_owned), title.to_owned());
            assert_eq!(read(stem), expected, "{stem}");
        }
    }

    #[test]
    fn templates_and_tables_of_contents_are_no_decisions() {
        for (stem, passed_over) in [
            ("template", true),
            ("adr-template", true),
            ("ADR-Template", true),
            ("0000-adr-template-minimal", true),
            ("README", true),
            ("index", true),
            ("old/Index", true),
            ("0007-choose-a-page-template", false),
            ("0008-index-of-products", false),
            ("0009-record", false),
        ] {
            assert_eq!(FileName::of(stem).is_no_decision(), passed_over, "{stem}");
        }
    }
}
