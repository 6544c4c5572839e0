//! How far a decision is, and the ways in which that is written.

use std::ops::Range;

use chrono::NaiveDate;

use super::link::{Target, targets};
use crate::check;
use crate::content::date::read_date;
use crate::spelling::nearest;
use crate::yaml::Refused;

/// How far a decision is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// Being written.
    Draft,
    /// To be decided.
    Proposed,
    /// Put off.
    OnHold,
    /// Decided.
    Accepted,
    /// Decided against.
    Rejected,
    /// Holds no more.
    Deprecated,
    /// Another one took its place.
    Superseded,
    /// Another word, as it was written.
    Other(String),
}

impl Status {
    const ALL: [(&'static str, Status); 7] = [
        ("draft", Status::Draft),
        ("proposed", Status::Proposed),
        ("on-hold", Status::OnHold),
        ("accepted", Status::Accepted),
        ("rejected", Status::Rejected),
        ("deprecated", Status::Deprecated),
        ("superseded", Status::Superseded),
    ];

    /// The word in class names and locale files; `other` for another word.
    pub fn word(&self) -> &'static str {
        Status::ALL.iter().find(|(_, status)| status == self).map_or("other", |(word, _)| word)
    }

    /// The status that `text` begins with, and how long its word is there.
    fn at_the_beginning_of(text: &str) -> Option<(Status, usize)> {
        // A widely used tool has written it in this way for years.
        let spellings = Status::ALL.into_iter().chain([("superceded", Status::Superseded), ("onhold", Status::OnHold)]);
        spellings.into_iter().find_map(|(word, status)| {
            let begins = plain(text.get(..word.len())?) == word;
            let ends = !text[word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
            (begins && ends).then_some((status, word.len()))
        })
    }

    fn nearest(text: &str) -> Option<Status> {
        let near = nearest(&plain(text), Status::ALL.iter().map(|(word, _)| *word))?;
        Status::ALL.into_iter().find(|(word, _)| *word == near).map(|(_, status)| status)
    }
}

/// What a few words say about how far a decision is.
#[derive(Debug)]
pub(super) struct Reading {
    /// How far it is; for a slip, the word that was most likely meant.
    pub(super) status: Status,
    /// What is wrong with the words.
    pub(super) mistake: Option<Refused>,
    /// What took its place.
    pub(super) superseded_by: Vec<Target>,
    /// Since when it is so.
    pub(super) date: Option<NaiveDate>,
    /// Whether the words say more than all this.
    pub(super) says_more: bool,
}

/// The longest status of one's own, in letters: what is longer is a sentence.
const LONGEST: usize = 40;

impl Reading {
    /// Reads words such as `accepted`, `On hold`, `Accepted on 2026-11-20`, `superseded by [ADR-0005](0005-x.md)`.
    /// `None` where nothing is said.
    pub(super) fn of(text: &str) -> Option<Reading> {
        let inside = words(text);
        let written = &text[inside.clone()];
        if written.is_empty() || is_placeholder(written) {
            return None;
        }
        let mut reading = Reading {
            status: Status::Accepted,
            mistake: None,
            superseded_by: Vec::new(),
            date: None,
            says_more: false,
        };
        match Status::at_the_beginning_of(written) {
            Some((status, length)) => {
                reading.status = status;
                reading.rest(text, inside.start + length..inside.end);
            }
            None => reading.guess(written),
        }
        Some(reading)
    }

    /// What stands behind the word itself, at `rest` of `text`.
    fn rest(&mut self, text: &str, rest: Range<usize>) {
        let spoken = text[rest.clone()].trim_matches(|c: char| !c.is_alphanumeric());
        if spoken.is_empty() || spoken == "by" {
            return;
        }
        if self.status == Status::Superseded {
            self.superseded_by = targets(text, rest.clone());
        }
        let day = spoken.strip_prefix("on ").or_else(|| spoken.strip_prefix("since ")).unwrap_or(spoken);
        self.date = read_date(day).ok();
        self.says_more = self.superseded_by.is_empty() && self.date.is_none();
    }

    fn guess(&mut self, written: &str) {
        let head = written.split([',', ';', '(', '.']).next().unwrap_or(written);
        let head = head.split(" by ").next().unwrap_or(head).trim();
        let first = head.split_whitespace().next().unwrap_or(head);
        if let Some(near) = Status::nearest(head).or_else(|| Status::nearest(first)) {
            let help = format!("did you mean `{}`?", near.word().replace('-', " "));
            let message = format!("there is no status `{head}`");
            self.mistake = Some(Refused::new(&check::MISSPELT_STATUS, message, help));
            self.status = near;
            return;
        }
        let known = "it is `draft`, `proposed`, `on hold`, `accepted`, `rejected`, `deprecated` or `superseded`";
        let message = format!("`{}` is a status that is not known here", shortened(written));
        self.mistake = Some(Refused::new(&check::UNKNOWN_STATUS, message, known));
        self.status = Status::Other(shortened(written));
        self.says_more = written.chars().count() > LONGEST;
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// Where the words begin and end, without the marks that make them bold and signs such as a tick in front of them.
fn words(text: &str) -> Range<usize> {
    let is_mark = |c: char| c.is_whitespace() || "*_`\"'~".contains(c);
    let end = text.trim_end_matches(is_mark).len();
    let is_sign = |c: char| is_mark(c) || !(c.is_alphanumeric() || "[{<".contains(c));
    let start = end - text[..end].trim_start_matches(is_sign).len();
    // `[Accepted](…)` and `[draft | proposed]` begin alike: the first is a word, the second says nothing.
    let bracket = usize::from(text[start..end].starts_with('[') && !is_placeholder(&text[start..end]));
    start + bracket..end
}

/// Whether a text still stands as a template has it: `[short title]`, `{YYYY-MM-DD}`.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let closed = |open: char, close: char| {
        let inside = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inside.is_some_and(|inside| encloses(inside, open, close))
    };
    closed('[', ']') || closed('{', '}')
}

/// Whether the brackets around `inside` belong together.
fn encloses(inside: &str, open: char, close: char) -> bool {
    let mut depth = 0_i32;
    inside.chars().all(|c| {
        depth += i32::from(c == open) - i32::from(c == close);
        depth >= 0
    })
}

fn plain(text: &str) -> String {
    text.to_lowercase().replace([' ', '_'], "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let Some(reading) = Reading::of(text) else { return "nothing".to_owned() };
        let status = match &reading.status {
            Status::Other(word) => format!("other `{word}`"),
            status => status.word().to_owned(),
        };
        let by: Vec<_> = reading.superseded_by.iter().map(|target| target.name.as_str()).collect();
        let mistake = match reading.mistake {
            Some(_) if matches!(reading.status, Status::Other(_)) => " unknown",
            Some(_) => " misspelt",
            None => "",
        };
        let date = reading.date.map(|date| format!(" on {date}")).unwrap_or_default();
        let by = if by.is_empty() { String::new() } else { format!(" by {}", by.join(" and ")) };
        let more = if reading.says_more { " and more" } else { "" };
        format!("{status}{mistake}{by}{date}{more}")
    }

    #[track_caller]
    fn are_read(cases: &[(&str, &str)]) {
        for (text, meaning) in cases {
            assert_eq!(read(text), *meaning, "{text}");
        }
    }

    #[test]
    fn a_status_is_one_of_seven_in_any_case() {
        are_read(&[
            ("draft", "draft"),
            ("Proposed", "proposed"),
            ("on hold", "on-hold"),
            ("On-Hold", "on-hold"),
            ("on_hold", "on-hold"),
            ("onhold", "on-hold"),
            ("ACCEPTED", "accepted"),
            ("rejected.", "rejected"),
            ("deprecated", "deprecated"),
            ("superseded", "superseded"),
            ("**Accepted**", "accepted"),
            ("✅ Accepted", "accepted"),
        ]);
    }

    #[test]
    fn what_took_its_place_is_named_by_a_link_a_number_or_a_title() {
        are_read(&[
            ("superseded by [ADR-0005](0005-example.md)", "superseded by 0005-example"),
            ("Superceded by [3. Use X](0003-use-x.md)", "superseded by 0003-use-x"),
            ("superseded by [a](./a.md) and [b](sub/b.md#top)", "superseded by a and b"),
            ("superseded by ADR-0005", "superseded by ADR-0005"),
            ("Superseded by ADR 5", "superseded by ADR-5"),
            ("superseded by: 0005", "superseded by 0005"),
            ("superseded by Two languages", "superseded by Two languages"),
            ("superseded by [the new one](https://example.org/x)", "superseded by the new one"),
            ("superseded by", "superseded"),
        ]);
    }

    #[test]
    fn a_day_behind_the_word_is_the_day_of_the_decision() {
        are_read(&[
            ("Accepted on 2026-11-20", "accepted on 2026-11-20"),
            ("accepted (2026-11-20)", "accepted on 2026-11-20"),
            ("accepted, 2026-11-20.", "accepted on 2026-11-20"),
            ("accepted by the whole team", "accepted and more"),
        ]);
    }

    #[test]
    fn a_slip_is_told_from_another_word() {
        are_read(&[
            ("acepted", "accepted misspelt"),
            ("Superseeded by ADR-0005", "superseded misspelt"),
            ("on hodl", "on-hold misspelt"),
            ("accept", "accepted misspelt"),
            ("rejcted, for now", "rejected misspelt"),
            ("in review", "other `in review` unknown"),
            ("Implemented", "other `Implemented` unknown"),
            (
                "We are still talking about this with everybody on the board",
                "other `We are still talking about this with eve …` unknown and more",
            ),
        ]);
    }

    #[test]
    fn what_a_template_left_behind_says_nothing() {
        are_read(&[
            ("", "nothing"),
            ("  ** ", "nothing"),
            ("[draft | proposed | … | superseded by [xxx](yyyymmdd-xxx.md)]", "nothing"),
            ("{proposed | rejected}", "nothing"),
            ("[Accepted](https://example.org)", "accepted and more"),
        ]);
    }
}
