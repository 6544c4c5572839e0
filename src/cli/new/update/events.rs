//! What happened since an update, and what is to happen before the next.

use chrono::{Days, NaiveDate};

use super::super::markdown_text::plain;
use super::super::subject::Subject;
use super::is_for_all;
use crate::content::decision::{Decision, Status};
use crate::content::done::Done;
use crate::content::item::Item;
use crate::content::markdown::{Document, Piece};
use crate::content::milestone::{Milestone, Move};
use crate::formats::{DateStyle, Formats};

/// How far an update looks ahead where nobody promised how often there is one.
const AHEAD: Days = Days::new(14);

/// Lines for an update.
pub(super) struct Events {
    /// What was done, moved and decided, in this order.
    pub(super) past: Vec<Event>,
    /// What is due, the earliest first.
    pub(super) coming: Vec<Event>,
    /// Whether something was due by now and is not done.
    pub(super) is_late: bool,
}

/// An entry of a Markdown list, about an item.
pub(super) struct Event {
    pub(super) line: String,
}

impl Events {
    /// What is known after `since`, from the beginning on where there is none, up to `today`; and what is due until the
    /// next update.
    pub(super) fn of(subject: &Subject, since: Option<NaiveDate>, today: NaiveDate) -> Events {
        let formats = Formats::new(subject.client.language.tag());
        let window = Window { since, today };
        let content = &subject.content;
        let milestones = || content.milestones.iter().filter(|one| is_for_all(&one.item));
        let tasks = || content.tasks.iter().filter(|one| is_for_all(&one.item));
        let reached = milestones().map(|one| (&one.item, one.done)).chain(tasks().map(|one| (&one.item, one.done)));
        let mut past: Vec<Event> =
            reached.filter(|(_, done)| window.holds(done.on())).map(|(item, _)| named(item)).collect();
        past.extend(milestones().flat_map(|one| moved(one, &window, &formats)));
        let decided =
            content.decisions.iter().filter(|one| is_for_all(&one.item) && one.status.value == Status::Accepted);
        past.extend(decided.filter(|one| window.holds(one.date)).map(decision));

        let until = match &subject.client.comms.updates {
            Some(cadence) => cadence.value.after(today),
            None => today.checked_add_days(AHEAD).unwrap_or(today),
        };
        let due = milestones().map(|one| (one.current(), &one.item, one.done));
        let due = due.chain(tasks().map(|one| (one.due.as_ref().map(|due| due.value), &one.item, one.done)));
        let mut due: Vec<(NaiveDate, &Item)> = due
            .filter(|(_, _, done)| *done == Done::No)
            .filter_map(|(day, item, _)| Some((day.filter(|day| *day <= until)?, item)))
            .collect();
        due.sort_by_key(|(day, _)| *day);
        let is_late = due.iter().any(|(day, _)| *day < today);
        // A day that has passed is no promise any more: what is late is to be said in words.
        let ahead = due.into_iter().filter(|(day, _)| *day >= today);
        let coming = ahead.map(|(day, item)| {
            let line = format!("- {} ({})", plain(&item.title.value), formats.date(day, DateStyle::Full));
            Event { line }
        });
        Events { past, coming: coming.collect(), is_late }
    }
}

/// The days since the last update, that day not counted, today counted.
struct Window {
    since: Option<NaiveDate>,
    today: NaiveDate,
}

impl Window {
    fn holds(&self, day: Option<NaiveDate>) -> bool {
        day.is_some_and(|day| self.since.is_none_or(|since| day > since) && day <= self.today)
    }
}

fn named(item: &Item) -> Event {
    Event { line: format!("- {}", plain(&item.title.value)) }
}

/// From where to where a date moved, once however often it moved.
fn moved(milestone: &Milestone, window: &Window, formats: &Formats) -> Option<Event> {
    let recent: Vec<usize> =
        milestone.moves.iter().enumerate().filter(|(_, one)| window.holds(one.on)).map(|(at, _)| at).collect();
    let (first, last) = (*recent.first()?, *recent.last()?);
    let before = match first.checked_sub(1) {
        Some(before) => milestone.moves[before].to.value,
        None => milestone.original()?,
    };
    let title = &milestone.item.title.value;
    let day = |day| formats.date(day, DateStyle::Full);
    let mut line = format!("- {}: {} → {}", plain(title), day(before), day(milestone.moves[last].to.value));
    let reasons: Vec<String> = recent.iter().filter_map(|at| reason(&milestone.moves[*at])).collect();
    if !reasons.is_empty() {
        line.push_str(&format!(" ({})", reasons.join("; ")));
    }
    Some(Event { line })
}

fn reason(one: &Move) -> Option<String> {
    let words = one.why.as_ref().map(words)?;
    let words = words.trim_end_matches('.');
    (!words.is_empty()).then(|| plain(words))
}

/// The words of a text, on one line.
fn words(text: &Document) -> String {
    let mut out = String::new();
    for piece in &text.pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            // Between two paragraphs there is markup, and inside of one there is hardly ever.
            Piece::Html(html) if html.contains(['\n', 'p']) => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn decision(decision: &Decision) -> Event {
    let title = &decision.item.title.value;
    let source = decision.source.as_str();
    let name = source.strip_prefix("decisions/").unwrap_or(source);
    // Other names could be spelt as a link, too, and nobody could read it.
    let is_simple = name.chars().all(|c| c.is_alphanumeric() || "-_./".contains(c));
    let line = match is_simple {
        true => format!("- [{}](../decisions/{name})", plain(title)),
        false => format!("- {}", plain(title)),
    };
    Event { line }
}
