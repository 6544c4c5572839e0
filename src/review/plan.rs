//! Whether the plan can be kept as it is written.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::check;
use crate::content::reference::ItemKind;
use crate::diagnostic::Diagnostics;
use crate::portal::Portal;

/// What something needs is due before it, and no two decisions have one number.
pub(super) fn review(portal: &Portal, found: &mut Diagnostics) {
    if portal.client().closed.is_none() {
        needs(portal, found);
    }
    numbers(portal, found);
}

fn needs(portal: &Portal, found: &mut Diagnostics) {
    // Only what is still to come has a day here, so all else is passed over.
    let mut days: HashMap<(ItemKind, &str), (&str, NaiveDate)> = HashMap::new();
    for one in portal.milestones().iter().filter(|one| !one.done.is_done() && one.item.dropped.is_none()) {
        if let Some(day) = one.current() {
            days.insert((ItemKind::Milestone, &one.item.id.value), (&one.item.title.value, day));
        }
    }
    for one in portal.tasks().iter().filter(|one| !one.done.is_done() && one.item.dropped.is_none()) {
        if let Some(due) = &one.due {
            days.insert((ItemKind::Task, &one.item.id.value), (&one.item.title.value, due.value));
        }
    }
    let milestones = portal.milestones().iter().map(|one| (ItemKind::Milestone, &one.item, &one.needs));
    let tasks = portal.tasks().iter().map(|one| (ItemKind::Task, &one.item, &one.needs));
    for (kind, item, needs) in milestones.chain(tasks) {
        let Some((own, current)) = days.get(&(kind, item.id.value.as_str())) else { continue };
        for need in needs {
            let Some((title, day)) = need.target().and_then(|id| days.get(&(id.kind, id.id.as_str()))) else {
                continue;
            };
            if day > current {
                let message = format!("`{own}` is due on {current}, and `{title}`, which it needs, on {day}");
                let help = "move one of the two, with its reason, or take it out of `needs`";
                found.push(check::NEEDS_TOO_LATE.at(item.file.place(need.span()), message).help(help));
            }
        }
    }
}

fn numbers(portal: &Portal, found: &mut Diagnostics) {
    let mut known: HashMap<u64, &str> = HashMap::new();
    for decision in portal.decisions() {
        let Some(number) = decision.number.as_deref() else { continue };
        let Ok(plain) = number.parse::<u64>() else { continue };
        match known.get(&plain) {
            Some(first) => {
                let message = format!("`{first}` has the number `{number}`, too");
                let help = "give the newer one the next free number: rename the file";
                found.push(check::DUPLICATE_NUMBER.at(decision.item.file.whole(), message).help(help));
            }
            None => {
                known.insert(plain, &decision.source);
            }
        }
    }
}
