//! What other tools write into the text of a decision: how far it is, when it was decided, by whom.
//!
//! Either as lines before the first heading, with a list's bullet or without (`* Status: accepted`), or in parts of their
//! own (`## Status`). What is understood is taken out of the text, because the page shows it in its own place; blanks
//! stand there instead, so that all that follows keeps its place.

use std::ops::Range;

use chrono::NaiveDate;

use super::link::{Target, links};
use super::status::{Reading, Status, is_placeholder};
use crate::content::date::read_date;
use crate::content::markdown::{Document, Heading};
use crate::diagnostic::begins_of_lines;
use crate::yaml::Refused;

/// What the text itself says about a decision. Every place is one in the text.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// How far it is.
    pub(super) status: Option<(Status, Range<usize>)>,
    /// When it was decided.
    pub(super) date: Option<NaiveDate>,
    /// Who decides or decided.
    pub(super) makers: Vec<Target>,
    /// Who was asked.
    pub(super) consulted: Vec<Target>,
    /// Who was told.
    pub(super) informed: Vec<Target>,
    /// What it takes the place of.
    pub(super) supersedes: Vec<Target>,
    /// What takes its place.
    pub(super) superseded_by: Vec<Target>,
    /// What is wrong with all this.
    pub(super) mistakes: Vec<(Range<usize>, Refused)>,
    /// The lines that say nothing else, in order.
    understood: Vec<Range<usize>>,
}

/// What a line can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Status,
    Date,
    Makers,
    Consulted,
    Informed,
}

/// The names of the subjects, in small letters.
const NAMES: [(&str, Subject); 11] = [
    ("status", Subject::Status),
    ("date", Subject::Date),
    ("deciders", Subject::Makers),
    ("decider", Subject::Makers),
    ("decision makers", Subject::Makers),
    ("decision-makers", Subject::Makers),
    ("decision maker", Subject::Makers),
    ("decision maker(s)", Subject::Makers),
    ("decided by", Subject::Makers),
    ("consulted", Subject::Consulted),
    ("informed", Subject::Informed),
];

/// Names and dates in a part of their own stand in lines no longer than this, in bytes.
const LONGEST_LINE: usize = 80;

impl Subject {
    fn named(name: &str) -> Option<Subject> {
        let plain = name.trim_matches(['*', '_', ' ', ':']).to_lowercase();
        NAMES.iter().find(|(known, _)| *known == plain).map(|(_, subject)| *subject)
    }
}

/// Looks through `text`, which `document` was made of.
pub(super) fn told(text: &str, document: &Document) -> Told {
    let mut told = Told::default();
    let headings: Vec<&Heading> = document.headings.iter().filter(|heading| !heading.nested).collect();
    let title = usize::from(headings.first().is_some_and(|first| first.level == 1));
    let begin_of = |index: usize| headings.get(index).map_or(text.len(), |heading| heading.span.start);
    told.head(text, 0..begin_of(0));
    if title == 1 {
        told.head(text, headings[0].span.end..begin_of(1));
    }
    let top = headings[title..].iter().map(|heading| heading.level).min();
    for (index, heading) in headings.iter().enumerate().skip(title).filter(|(_, one)| Some(one.level) == top) {
        if let Some(subject) = Subject::named(&heading.title) {
            told.part(text, subject, heading.span.start..heading.span.end, begin_of(index + 1));
        }
    }
    told
}

impl Told {
    /// The text without what was understood; every other byte stays where it is.
    pub(super) fn blanked(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        let mut understood = self.understood.clone();
        understood.sort_by_key(|range| range.start);
        for range in understood {
            let Some(kept) = text.get(at..range.start) else { continue };
            out.push_str(kept);
            out.extend(
                text[range.clone()]
                    .bytes()
                    .map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' }),
            );
            at = range.end;
        }
        out + &text[at..]
    }

    /// Whether there is anything to take out of the text.
    pub(super) fn is_part_of_text(&self) -> bool {
        !self.understood.is_empty()
    }

    /// The lines before the first heading below the title.
    fn head(&mut self, text: &str, range: Range<usize>) {
        let mut lines = lines(text, range).into_iter().peekable();
        while let Some(line) = lines.next() {
            let Some(entry) = Entry::of(text, line.clone()) else { continue };
            let mut values = vec![entry.value];
            let mut end = line.end;
            while entry.bullet
                && let Some(further) = lines.next_if(|next| continues(&text[next.clone()]))
            {
                end = further.end;
                values.push(value(text, further));
            }
            if self.take(text, entry.subject, &values) {
                self.understood.push(line.start..end);
            }
        }
    }

    /// A part of its own: its heading, and its lines up to `end`.
    fn part(&mut self, text: &str, subject: Subject, heading: Range<usize>, end: usize) {
        let mut lines = lines(text, heading.end..end);
        lines.retain(|line| !text[line.clone()].trim().is_empty());
        // Who writes about dates or people at length means it to be read.
        let is_short =
            |line: &Range<usize>| line.len() <= LONGEST_LINE && !text[line.clone()].trim_end().ends_with('.');
        let is_data = match subject {
            Subject::Status => true,
            Subject::Date => lines.len() == 1 && is_short(&lines[0]),
            Subject::Makers | Subject::Consulted | Subject::Informed => lines.iter().all(is_short),
        };
        if !is_data {
            return;
        }
        let mut all = true;
        for line in lines {
            let understood = self.take(text, subject, &[value(text, line.clone())]);
            if understood {
                self.understood.push(line);
            }
            all &= understood;
        }
        if all {
            self.understood.push(heading);
        }
    }

    /// Takes what `values`, one for each line, say about a subject; `true` where they say nothing else.
    fn take(&mut self, text: &str, subject: Subject, values: &[Range<usize>]) -> bool {
        match subject {
            Subject::Status => each(values, |value| self.take_status(text, value)),
            Subject::Date => each(values, |value| self.take_date(text, value)),
            Subject::Makers => add_names(&mut self.makers, text, values),
            Subject::Consulted => add_names(&mut self.consulted, text, values),
            Subject::Informed => add_names(&mut self.informed, text, values),
        }
    }

    fn take_status(&mut self, text: &str, at: Range<usize>) -> bool {
        let written = &text[at.clone()];
        if let Some(verb) = ["Supersedes", "Supercedes"].iter().find(|verb| starts_with_word(written, verb)) {
            let replaced = links(text, at.start + verb.len()..at.end);
            let found = !replaced.is_empty();
            self.supersedes.extend(replaced);
            return found;
        }
        let Some(reading) = Reading::of(written) else { return true };
        // Below the word itself there may be more about it; what takes its place outdoes what it was before.
        let first = self.status.is_none();
        let replaced = reading.status == Status::Superseded && reading.mistake.is_none();
        if !first && !replaced {
            return false;
        }
        let shift = |target: Target| Target { at: target.at.start + at.start..target.at.end + at.start, ..target };
        self.superseded_by.extend(reading.superseded_by.into_iter().map(shift));
        self.date = self.date.or(reading.date);
        self.mistakes.extend(reading.mistake.map(|mistake| (at.clone(), mistake)));
        self.status = Some((reading.status, at));
        !reading.says_more
    }

    fn take_date(&mut self, text: &str, at: Range<usize>) -> bool {
        let written = &text[at.clone()];
        if written.is_empty() || is_placeholder(written) {
            return true;
        }
        let (day, rest) = written.split_at_checked("2026-11-20".len()).unwrap_or((written, ""));
        let ends = !rest.starts_with(|c: char| c.is_alphanumeric() && c != 'T');
        match read_date(if ends { day } else { written }) {
            Ok(date) => {
                self.date = Some(date);
                rest.starts_with('T') || rest.bytes().all(|byte| !byte.is_ascii_alphabetic())
            }
            Err(_) if self.date.is_some() => false,
            Err(refused) => {
                self.mistakes.push((at, refused));
                true
            }
        }
    }
}

/// A line such as `* Status: accepted`.
struct Entry {
    subject: Subject,
    bullet: bool,
    value: Range<usize>,
}

impl Entry {
    fn of(text: &str, line: Range<usize>) -> Option<Entry> {
        let written = &text[line.clone()];
        let bare = written.trim_start_matches(' ');
        if written.len() - bare.len() > 3 {
            return None;
        }
        let behind_bullet = bare.strip_prefix(['*', '-', '+']).filter(|rest| rest.starts_with([' ', '\t']));
        let words = behind_bullet.unwrap_or(bare);
        let colon = words.find(':')?;
        let subject = Subject::named(&words[..colon])?;
        let start = line.end - words.len() + colon + 1;
        Some(Entry { subject, bullet: behind_bullet.is_some(), value: value(text, start..line.end) })
    }
}

/// The words of a line or of the rest of one, without bullet, marks and remarks.
fn value(text: &str, line: Range<usize>) -> Range<usize> {
    let written = &text[line.clone()];
    let end = written.find("<!--").unwrap_or(written.len());
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '*' | '_');
    let bare = written[..end].trim_start();
    let bullet = bare.strip_prefix(['-', '+']).filter(|rest| rest.starts_with([' ', '\t'])).unwrap_or(bare);
    let inside = bullet.trim_start_matches(is_mark);
    let start = line.start + (end - inside.len());
    start..start + inside.trim_end_matches(is_mark).len()
}

/// Whether a line belongs to the item of a list above it.
fn continues(line: &str) -> bool {
    (line.starts_with('\t') || line.starts_with("  ")) && !line.trim().is_empty()
}

/// Takes each of `values`; whether all were taken whole.
fn each(values: &[Range<usize>], mut take: impl FnMut(Range<usize>) -> bool) -> bool {
    let mut all = true;
    for value in values {
        all &= take(value.clone());
    }
    all
}

/// Takes the names out of lists with commas and out of lines of their own.
fn add_names(names: &mut Vec<Target>, text: &str, values: &[Range<usize>]) -> bool {
    for value in values {
        names.extend(
            split_names(&text[value.clone()])
                .into_iter()
                .map(|name| Target { at: value.start + name.at.start..value.start + name.at.end, ..name }),
        );
    }
    true
}

/// `Tom Baert, [Ana Ruiz](mailto:…)` are two names.
pub(super) fn split_names(written: &str) -> Vec<Target> {
    if is_placeholder(written) {
        return Vec::new();
    }
    let mut at = 0;
    let parts = written.split([',', ';']).map(|part| {
        let start = at;
        at += part.len() + 1;
        (start, part)
    });
    let named = parts.filter_map(|(start, part)| {
        let bare = part.trim();
        let start = start + (part.len() - part.trim_start().len());
        let link = bare.strip_prefix('[').and_then(|rest| rest.split_once("](")).map(|(words, _)| words);
        let name = link.unwrap_or(bare).trim_matches(['*', '_', '`', ' ']);
        (!name.is_empty() && !is_placeholder(name))
            .then(|| Target { name: name.to_owned(), at: start..start + bare.len() })
    });
    named.collect()
}

fn starts_with_word(text: &str, word: &str) -> bool {
    let begins = text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    begins && !text[word.len()..].starts_with(char::is_alphanumeric)
}

/// The lines of `range` without their ends, but those of code and remarks.
fn lines(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut until: Option<&str> = None;
    let (first, text) = (range.start, &text[range]);
    for begin in begins_of_lines(text).filter(|begin| *begin < text.len()) {
        let start = first + begin;
        let written = text[begin..].split(['\n', '\r']).next().unwrap_or_default();
        let bare = written.trim_start();
        match until {
            Some(end) if written.contains(end) => until = None,
            Some(_) => {}
            None if bare.starts_with("```") => until = Some("```"),
            None if bare.starts_with("~~~") => until = Some("~~~"),
            None if bare.starts_with("<!--") => until = Some("-->").filter(|end| !written.contains(end)),
            None => found.push(start..start + written.len()),
        }
    }
    found
}
