//! What is written down as having happened, and is still to come: most often a slip in the year.

use chrono::NaiveDate;

use crate::check;
use crate::content::decision::Decision;
use crate::content::item::Item;
use crate::content::milestone::Move;
use crate::diagnostic::{Diagnostics, Place, Span};
use crate::portal::Portal;

/// Nothing has happened on a day after `today`, and what moved twice moved in this order.
pub(super) fn review(portal: &Portal, today: NaiveDate, found: &mut Diagnostics) {
    let mut facts = Facts { today, found };
    let done = portal.milestones().iter().map(|one| (&one.item, one.done));
    let steps = portal.milestones().iter().flat_map(|one| one.steps.iter().map(|step| (&one.item, step.done)));
    for (item, done) in done.chain(steps).chain(portal.tasks().iter().map(|one| (&one.item, one.done))) {
        if let Some(on) = done.written() {
            facts.at(on.value, || item.file.place(on.span));
        }
    }
    for item in items(portal) {
        if let Some(on) = item.dropped.as_ref().and_then(|dropped| dropped.on.as_ref()) {
            facts.at(on.value, || item.file.place(on.span));
        }
    }
    let approvals = portal.milestones().iter().map(|one| (&one.item, &one.approval));
    let approvals = approvals.chain(portal.decisions().iter().map(|one| (&one.item, &one.approval)));
    let docs = portal.docs().iter().filter(|doc| !doc.shared).map(|one| (&one.item, &one.approval));
    for (item, approval) in approvals.chain(docs) {
        if let Some(on) = approval.as_ref().and_then(|approval| approval.on.as_ref()) {
            facts.at(on.value, || item.file.place(on.span));
        }
    }
    for milestone in portal.milestones() {
        for one in &milestone.moves {
            if let Some(on) = one.on {
                facts.at(on, || milestone.item.file.place(one.span));
            }
        }
        in_order(&milestone.item, &milestone.moves, facts.found);
    }
    for decision in portal.decisions() {
        facts.at_date(decision);
    }
    for update in portal.updates() {
        facts.at(update.on, || update.item.file.whole());
    }
    if let Some(closed) = &portal.client().closed {
        facts.at(closed.on.value, || portal.client_file().place(closed.on.span));
    }
}

/// Everything that can be given up and that stands in the client's own files.
fn items(portal: &Portal) -> impl Iterator<Item = &Item> {
    let plan = portal.phases().iter().map(|one| &one.item).chain(portal.milestones().iter().map(|one| &one.item));
    let work = portal.tasks().iter().map(|one| &one.item).chain(portal.decisions().iter().map(|one| &one.item));
    let docs = portal.docs().iter().filter(|doc| !doc.shared).map(|one| &one.item);
    plan.chain(work).chain(docs).chain(portal.updates().iter().map(|one| &one.item))
}

struct Facts<'f> {
    today: NaiveDate,
    found: &'f mut Diagnostics,
}

impl Facts<'_> {
    /// The day of a decision stands in its fields, in its text or in the name of its file.
    fn at_date(&mut self, decision: &Decision) {
        if let Some(day) = decision.date {
            let file = &decision.item.file;
            let text = file.text().unwrap_or_default();
            self.at(day, || written(text, day).map_or_else(|| decision.item.place(), |span| file.place(span)));
        }
    }

    fn at(&mut self, day: NaiveDate, place: impl FnOnce() -> Place) {
        if day > self.today {
            let message = format!("this says that it happened on {day}, and that day is still to come");
            let help = "look at the year and the month; what is only planned has its day in `due`";
            self.found.push(check::FUTURE_DATE.at(place(), message).help(help));
        }
    }
}

/// Where the day of `date: day` is written in `text`: other tools write `* Date: day`.
fn written(text: &str, day: NaiveDate) -> Option<Span> {
    let day = day.to_string();
    let mut fields = ["date:", "Date:"].into_iter().flat_map(|field| text.match_indices(field));
    fields.find_map(|(at, field)| {
        let value = text[at + field.len()..].trim_start_matches([' ', '"', '\'']);
        let start = text.len() - value.len();
        value.starts_with(&day).then(|| Span::new(start..start + day.len()))
    })
}

/// The last line of `moves` is the date that holds, so they stand in the order in which they were said.
fn in_order(item: &Item, moves: &[Move], found: &mut Diagnostics) {
    let dated: Vec<(&Move, NaiveDate)> = moves.iter().filter_map(|one| Some((one, one.on?))).collect();
    for pair in dated.windows(2) {
        let ((_, before), (one, on)) = (pair[0], pair[1]);
        if on < before {
            let message = format!("this move is of {on}, and the one above it of {before}");
            let help = "put the moves in the order in which they were made: the last one is the date that holds";
            found.push(check::MOVES_OUT_OF_ORDER.at(item.file.place(one.span), message).help(help));
        }
    }
}
