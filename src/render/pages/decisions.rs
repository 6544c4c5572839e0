//! Decisions: all of them, and one page for each.

use std::cmp::Reverse;

use crate::content::decision::{Decision, Effect, Status};
use crate::content::reference::{ItemKind, Reference};
use crate::content::section::Role;
use crate::names::PagePath;
use crate::portal::Place;
use crate::render::links::{decision_link, milestone_href, page_href};
use crate::render::site::{Rendered, Site};
use crate::render::text;
use crate::render::text_parts;
use crate::render::view::decisions::{
    DecisionRow, DecisionView, DecisionsView, EffectView, MovedView, RecordLink, StatusView,
};
use crate::render::view::parts::Link;

/// What comes before the effect.
const ANSWER: [Role; 4] = [Role::Opening, Role::Question, Role::Chosen, Role::Why];
/// The order of the text.
const ORDER: [Role; 7] =
    [Role::Opening, Role::Question, Role::Chosen, Role::Why, Role::Options, Role::Drivers, Role::Consequences];

impl Site<'_> {
    /// The page of all decisions.
    pub(in crate::render) fn decisions(&self) -> Rendered {
        let further = self.portal.decisions().iter().copied().filter(|one| !self.relations.is_asked(one));
        let mut further: Vec<&Decision> = further.collect();
        further.sort_by_key(|one| Reverse((one.date, one.number.as_deref())));
        let made = |one: &&Decision| {
            matches!(one.status.value, Status::Accepted | Status::Rejected) && one.item.dropped.is_none()
        };
        let (decided, others): (Vec<&Decision>, Vec<&Decision>) = further.into_iter().partition(made);
        let view = DecisionsView {
            waiting: self.relations.asked_decisions().map(|one| self.decision_row(one, true)).collect(),
            decided: decided.into_iter().map(|one| self.decision_row(one, false)).collect(),
            others: others.into_iter().map(|one| self.decision_row(one, false)).collect(),
        };
        self.page(Place::Decisions.page(), self.word("places.decisions"), "decisions.html", &view)
    }

    fn decision_row<'i>(&'i self, decision: &'i Decision, waiting: bool) -> DecisionRow<'i> {
        let (page, anchor) = (Place::Decisions.page(), ItemKind::Decision.anchor(&decision.item.id.value));
        let until = decision.approval.as_ref().and_then(|approval| approval.until.as_ref());
        let needed_by = decision.needed_by.as_ref().filter(|_| decision.status.value == Status::Proposed).or(until);
        DecisionRow {
            href: page_href(&decision.path, None),
            title: &decision.item.title.value,
            number: number(decision),
            status: self.status(decision, waiting),
            date: decision.date.map(|day| self.date(day)),
            needed_by: needed_by.filter(|_| waiting).map(|day| self.date(day.value)),
            chosen: self.chosen(decision, &page, &anchor),
            marks: self.marks(&decision.item, &page, &anchor),
            id: anchor,
        }
    }

    /// How the text begins that says what was chosen: for a list, in which one looks for the answer.
    fn chosen(&self, decision: &Decision, page: &PagePath, anchor: &str) -> Option<String> {
        let made = decision.status.value == Status::Accepted && decision.item.dropped.is_none();
        let part = decision.sections.get(Role::Chosen).filter(|_| made)?;
        let html = text::beginning(&decision.body, part.pieces.clone(), self.setting(page, &format!("{anchor}.")));
        (!html.trim().is_empty()).then_some(html)
    }

    /// The page of one decision, by its place among them.
    pub(in crate::render) fn decision(&self, at: usize) -> Rendered {
        let decisions = self.portal.decisions();
        let decision = decisions[at];
        let waiting = self.relations.is_asked(decision);
        let parts = self.parts(&decision.body, &decision.sections, &decision.path, &ORDER);
        let (answer, rest) =
            parts.into_iter().partition(|part| ANSWER.iter().any(|role| part.role == text_parts::word(*role)));
        let view = DecisionView {
            title: &decision.item.title.value,
            anchor: decision.body.title.as_ref().map(|heading| heading.id.as_str()),
            number: number(decision),
            status: self.status(decision, waiting),
            waiting,
            replies: self.replies_to(&decision.item),
            date: decision.date.map(|day| self.date(day)),
            needed_by: decision.needed_by.as_ref().map(|day| self.date(day.value)),
            answer,
            effect: decision.effect.as_ref().map(|effect| self.effect(effect, decision)),
            rest,
            decided: !matches!(
                decision.status.value,
                Status::Draft | Status::Proposed | Status::OnHold | Status::Other(_)
            ),
            makers: self.people(&decision.makers),
            consulted: self.people(&decision.consulted),
            informed: self.people(&decision.informed),
            approval: decision.approval.as_ref().map(|approval| self.approval(approval)),
            supersedes: self.records(&decision.supersedes, self.relations.superseded(decision)),
            superseded_by: self.records(&decision.superseded_by, self.relations.superseding(decision)),
            moved: self.moved_by(decision),
            previous: at.checked_sub(1).map(|before| decision_link(decisions[before])),
            next: decisions.get(at + 1).map(|next| decision_link(next)),
            marks: self.marks(&decision.item, &decision.path, ""),
        };
        self.page(decision.path.clone(), &decision.item.title.value, "decision.html", &view)
    }

    /// A decision that waits for the client is called so, whatever its status.
    fn status<'i>(&'i self, decision: &'i Decision, waiting: bool) -> StatusView<'i> {
        let status = &decision.status.value;
        let state = match status {
            _ if waiting => "waiting",
            Status::OnHold => "paused",
            Status::Accepted => "done",
            Status::Rejected | Status::Deprecated | Status::Superseded => "no",
            Status::Draft | Status::Proposed | Status::Other(_) => "other",
        };
        let word = match status {
            _ if waiting => self.word("states.waiting"),
            Status::Other(word) => word,
            status => self.word(&format!("statuses.{}", status.word())),
        };
        StatusView { state, word }
    }

    fn effect(&self, effect: &Effect, decision: &Decision) -> EffectView {
        EffectView {
            days: effect.days.map(|days| self.shifted(days)),
            cost: effect.cost.map(|cost| self.cost(cost)),
            recovery: effect.recovery.as_ref().map(|text| self.prose(text, &decision.path, "recovery.")),
        }
    }

    /// The decisions that a list names, and those that name this one themselves.
    fn records(&self, named: &[Reference], naming: &[&Decision]) -> Vec<RecordLink> {
        let mut links: Vec<RecordLink> = Vec::new();
        let link = |decision: &Decision| {
            let Link { href, title } = decision_link(decision);
            RecordLink { href: Some(href), title }
        };
        for reference in named {
            match self.portal.decision(reference) {
                Some(decision) => links.push(link(decision)),
                // What leads to something that this audience may not see is not to be seen either.
                None if reference.target().is_some() => {}
                None => links.push(RecordLink { href: None, title: reference.written().to_owned() }),
            }
        }
        links.extend(naming.iter().map(|other| link(other)));
        let mut seen: Vec<RecordLink> = Vec::new();
        for link in links {
            if !seen.contains(&link) {
                seen.push(link);
            }
        }
        seen
    }

    fn moved_by<'i>(&'i self, decision: &Decision) -> Vec<MovedView<'i>> {
        let view = self.relations.moved_by(decision).iter().filter_map(|milestone| {
            let anchor = ItemKind::Milestone.anchor(&milestone.item.id.value);
            Some(MovedView {
                link: Link { href: milestone_href(milestone), title: milestone.item.title.value.clone() },
                promise: self.days_of(milestone)?,
                marks: self.marks(&milestone.item, &decision.path, &anchor),
            })
        });
        view.collect()
    }
}

/// `0003` is 3.
fn number(decision: &Decision) -> Option<&str> {
    let number = decision.number.as_deref()?;
    let short = number.trim_start_matches('0');
    Some(if short.is_empty() { number } else { short })
}
