//! What changed of what was agreed, in words.

use super::links::{decision_link, milestone_href};
use super::site::Site;
use super::view::about::ChangeView;
use super::view::parts::DateView;
use crate::content::item::Item;
use crate::content::markdown::Document;
use crate::names::PagePath;
use crate::portal::facts::{Change, ChangeKind, Moved};

impl<'s> Site<'s> {
    /// A change as it stands on `page`, with its reasons. `number` tells it from the others of the page.
    pub(super) fn change(&self, change: Change<'s>, number: usize, page: &PagePath) -> ChangeView<'s> {
        let (why, recovery) = match change.kind {
            ChangeKind::Moved(Moved { by, effect, .. }) => {
                (by.why.as_ref(), by.recovery.as_ref().or(effect.and_then(|effect| effect.recovery.as_ref())))
            }
            ChangeKind::Decided(_, effect) => (None, effect.recovery.as_ref()),
        };
        let text = |text: &Document, part: &str| self.prose(text, page, &format!("change.{number}.{part}"));
        ChangeView {
            why: why.map(|why| text(why, "")),
            recovery: recovery.map(|recovery| text(recovery, "recovery.")),
            ..self.change_line(change)
        }
    }

    /// A change for a line: without its reasons.
    pub(super) fn change_line(&self, change: Change<'s>) -> ChangeView<'s> {
        let on = change.on.map(|on| self.date(on));
        match change.kind {
            ChangeKind::Moved(Moved { milestone, from, by, decision, effect }) => ChangeView {
                from: Some(self.date(from)),
                to: Some(self.date(by.to.value)),
                days: Some(self.shifted((by.to.value - from).num_days())),
                cost: effect.and_then(|effect| effect.cost).map(|cost| self.cost(cost)),
                decision: decision.map(decision_link),
                ..plain(&milestone.item, milestone_href(milestone), on)
            },
            ChangeKind::Decided(decision, effect) => ChangeView {
                days: effect.days.map(|days| self.shifted(days)),
                cost: effect.cost.map(|cost| self.cost(cost)),
                ..plain(&decision.item, decision_link(decision).href, on)
            },
        }
    }
}

fn plain(item: &Item, href: String, on: Option<DateView>) -> ChangeView<'_> {
    ChangeView {
        on,
        title: &item.title.value,
        href,
        from: None,
        to: None,
        days: None,
        cost: None,
        why: None,
        decision: None,
        recovery: None,
        draft: item.draft,
    }
}
