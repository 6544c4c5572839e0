//! What the day brings about. Never more than a warning: nobody changed anything.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::check;
use crate::content::decision::Status;
use crate::content::health::Health;
use crate::diagnostic::Diagnostics;
use crate::names::AudienceId;
use crate::portal::facts::AskKind;
use crate::portal::{AudiencePortal, Portal};

/// Compares what is open with `today`.
pub(super) fn review(portal: &Portal, today: NaiveDate, found: &mut Diagnostics) {
    if portal.client().closed.is_some() {
        return;
    }
    let audience = AudienceId::client();
    let view = portal.for_audience(&audience);
    green(portal, &view, today, found);
    update(portal, &view, today, found);
    decisions(portal, today, found);
}

/// "On track" while something is late.
fn green(portal: &Portal, view: &AudiencePortal<'_>, today: NaiveDate, found: &mut Diagnostics) {
    let Some(state) = view.state().filter(|state| state.health == Health::OnTrack) else { return };
    let late = |on: Option<NaiveDate>| on.filter(|on| *on < today);
    let asks = view.asks().into_iter().filter_map(|ask| match ask.kind {
        // Without a day of its own, an agreement is late with its milestone, and only while that is not reached.
        AskKind::Milestone(_, approval) if approval.until.is_none() => None,
        kind => Some((late(ask.due)?, kind.item().title.value.clone())),
    });
    let open = view.milestones().iter().filter(|one| !one.done.is_done() && one.item.dropped.is_none());
    let milestones = open.filter_map(|one| Some((late(one.current())?, one.item.title.value.clone())));
    let Some((since, title)) = asks.chain(milestones).min() else { return };
    let place = match state.update {
        Some(update) => {
            let span = update.health.as_ref().map(|health| health.span).unwrap_or(update.item.title.span);
            update.item.file.place(span)
        }
        None => {
            let span = portal.client().health.as_ref().map(|health| health.span).unwrap_or_default();
            portal.client_file().place(span)
        }
    };
    let message = format!("the project is said to be on track, and `{title}` was due on {since}");
    let help = "say in a new update how it really is, move the date with its reason, or mark it as done";
    found.push(check::GREEN_WHILE_OVERDUE.at(place, message).help(help));
}

/// The next update was promised for a day that has passed.
fn update(portal: &Portal, view: &AudiencePortal<'_>, today: NaiveDate, found: &mut Diagnostics) {
    let (Some(due), Some(newest)) = (view.next_update(), view.updates().first()) else { return };
    let due = next_working_day(due, &portal.agency().closed_days);
    if due < today {
        let message = format!("an update was promised for {due}, and the newest is of {}", newest.on);
        let help = format!("write one: `vestibule new update {}`", portal.client().id);
        found.push(check::UPDATE_OVERDUE.at(newest.item.file.whole(), message).help(help));
    }
}

/// The day itself, or the first after it on which people work.
fn next_working_day(mut day: NaiveDate, closed: &[NaiveDate]) -> NaiveDate {
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || closed.contains(&day) {
        match day.succ_opt() {
            Some(next) => day = next,
            None => return day,
        }
    }
    day
}

/// A decision that was needed by a day that has passed.
fn decisions(portal: &Portal, today: NaiveDate, found: &mut Diagnostics) {
    let open =
        portal.decisions().iter().filter(|one| one.status.value == Status::Proposed && one.item.dropped.is_none());
    for decision in open {
        let Some(needed) = decision.needed_by.as_ref().filter(|day| day.value < today) else { continue };
        let message = format!("`{}` was to be decided by {}", decision.item.title.value, needed.value);
        let help = "write down what was decided, or say by when it is needed now";
        let place = decision.item.file.place(needed.span);
        found.push(check::DECISION_OVERDUE.at(place, message).help(help));
    }
}
