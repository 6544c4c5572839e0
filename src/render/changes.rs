//! What changed of what was agreed, in words.

use super::asks::milestone_href;
use super::parts::decision_link;
use super::site::Site;
use super::view::about::ChangeView;
use crate::content::decision::{Decision, Effect};
use crate::content::item::Item;
use crate::content::milestone::{Milestone, Move};
use crate::names::PagePath;
use crate::portal::facts::{Change, ChangeKind};

impl<'s> Site<'s> {
    /// A change as it stands on `page`. `number` tells it from the others of the same item.
    pub(super) fn change(&self, change: Change<'s>, number: usize, page: &PagePath) -> ChangeView<'s> {
        let on = change.on.map(|on| self.date(on));
        let prefix = format!("change.{number}.");
        let view = match change.kind {
            ChangeKind::Moved(milestone, moved, from) => self.moved(milestone, moved, from, page, &prefix),
            ChangeKind::Decided(decision, effect) => self.decided(decision, effect, page, &prefix),
        };
        ChangeView { on, ..view }
    }

    fn moved(
        &self,
        milestone: &'s Milestone,
        moved: &Move,
        from: chrono::NaiveDate,
        page: &PagePath,
        prefix: &str,
    ) -> ChangeView<'s> {
        let decision = moved.decision.as_ref().and_then(|of| self.portal.decision(of));
        ChangeView {
            from: Some(self.date(from)),
            to: Some(self.date(moved.to.value)),
            days: Some(self.shifted((moved.to.value - from).num_days())),
            why: moved.why.as_ref().map(|why| self.prose(why, page, prefix)),
            decision: decision.map(decision_link),
            recovery: moved.recovery.as_ref().map(|text| self.prose(text, page, &format!("{prefix}recovery."))),
            ..plain(&milestone.item, milestone_href(&milestone.item))
        }
    }

    fn decided(&self, decision: &'s Decision, effect: &Effect, page: &PagePath, prefix: &str) -> ChangeView<'s> {
        ChangeView {
            days: effect.days.map(|days| self.shifted(days)),
            cost: effect.cost.map(|cost| self.cost(cost)),
            recovery: effect.recovery.as_ref().map(|text| self.prose(text, page, &format!("{prefix}recovery."))),
            ..plain(&decision.item, decision_link(decision).href)
        }
    }

    /// A difference in days, in words, such as `5 days later`.
    pub(super) fn shifted(&self, days: i64) -> String {
        match days {
            0 => self.word("decisions.same_days").to_owned(),
            1.. => self.counted("later", days),
            _ => self.counted("earlier", days.saturating_abs()),
        }
    }
}

fn plain(item: &Item, href: String) -> ChangeView<'_> {
    ChangeView {
        on: None,
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
