//! Home: how it is going, what is next, what is needed.

use chrono::NaiveDate;

use crate::content::client::Focus;
use crate::content::closed::Closed;
use crate::content::decision::{Decision, Status};
use crate::content::doc::Doc;
use crate::content::item::Item;
use crate::content::milestone::Milestone;
use crate::content::reference::Reference;
use crate::content::section::Role;
use crate::names::PagePath;
use crate::portal::Place;
use crate::portal::facts::{Ask, EventKind};
use crate::render::links::{decision_link, doc_link, milestone_href, page_href};
use crate::render::site::{Rendered, Site};
use crate::render::text;
use crate::render::view::about::ChangeView;
use crate::render::view::home::{
    ClosedView, DecisionLine, DocumentLine, EventView, HomeView, LatestUpdate, MilestoneLine, StateView,
};
use crate::render::view::parts::Link;

/// How many pages of documentation the first page names; the others are one step away.
const FIRST_DOCUMENTS: usize = 6;
/// How much of what is asked for the first page shows.
const FIRST_ASKS: usize = 3;
/// How many entries the news have at most.
const NEWS: usize = 12;
/// How many milestones may be overdue before the one that is still to come is named no more.
const FOLLOWING: usize = 12;
/// How many entries a block has at most that is there for what matters to the client.
const FEW: usize = 4;

impl<'s> Site<'s> {
    /// The first page.
    pub(in crate::render) fn home(&self) -> Rendered {
        let (client, page) = (self.portal.client(), Place::Home.page());
        let asks: Vec<&Ask<'s>> = self.relations.asks.iter().filter(|ask| !ask.blocked).collect();
        let open = client.closed.is_none();
        let (next, end) = (self.portal.next_milestone().filter(|_| open), self.portal.end_milestone());
        let last = self.portal.last_reached();
        let is = |one: Option<&Milestone>, other: Option<&Milestone>| {
            one.zip(other).is_some_and(|(one, other)| std::ptr::eq(one, other))
        };
        let line = |one: Option<&'s Milestone>| one.map(|one| self.milestone_line(one));
        let mut view = HomeView {
            project: &client.project,
            client: &client.name,
            as_of: self.as_of.map(|on| self.date(on)),
            contact: self.contact_card(),
            state: self.state(&page).filter(|_| open),
            closed: client.closed.as_ref().map(|closed| self.closed(closed, &page)),
            asks: asks.iter().take(FIRST_ASKS).map(|ask| self.ask(**ask, &page)).collect(),
            ask_count: asks.len(),
            asks_more: self.asks_more(asks.len()),
            has_todos: self.has(Place::Todos),
            last: line(last),
            next: line(next),
            following: self.following(next),
            end: line(end.filter(|_| open && !is(end, next) && !is(end, last))),
            strip: self.strip(),
            next_is_end: is(end, next),
            blocks: Vec::new(),
            since: self.news(),
            update: self.latest_update(),
            ahead: self.ahead(next, end),
            changes: self.latest_changes(),
            decisions: self.latest_decisions(),
            documents: self.first_documents(),
            document_count: self.portal.docs().count(),
            files: self.files(),
            terms: self.portal.terms().len(),
        };
        view.blocks = blocks(&view, &client.focus);
        self.page(page, self.word("places.home"), "home.html", &view)
    }

    fn asks_more(&self, count: usize) -> Option<String> {
        let more = i64::try_from(count.saturating_sub(FIRST_ASKS)).unwrap_or(i64::MAX);
        (more > 0).then(|| self.counted("home.more_asks", more))
    }

    fn state(&self, page: &PagePath) -> Option<StateView> {
        let state = self.portal.state()?;
        Some(StateView {
            health: state.health.word(),
            because: state.because.map(|because| self.prose(because, page, "state.")),
            href: state.update.map(|update| page_href(&update.path, None)),
        })
    }

    fn closed(&self, closed: &Closed, page: &PagePath) -> ClosedView {
        let lessons = closed.lessons.iter().enumerate();
        ClosedView {
            on: self.date(closed.on.value),
            summary: closed.summary.as_ref().map(|text| self.prose(text, page, "closed.")),
            support: closed.support.as_ref().map(|text| self.prose(text, page, "closed.support.")),
            follow_up: closed.follow_up.map(|day| self.date(day)),
            lessons: lessons.map(|(at, text)| self.prose(text, page, &format!("closed.lesson.{}.", at + 1))).collect(),
        }
    }

    /// A milestone in a line: its day, or when it was reached.
    pub(super) fn milestone_line(&self, milestone: &'s Milestone) -> MilestoneLine<'s> {
        MilestoneLine {
            title: &milestone.item.title.value,
            href: milestone_href(milestone),
            reached: milestone.done.on().map(|on| self.date(on)),
            promise: self.days_of(milestone).filter(|_| !milestone.done.is_done()),
            draft: milestone.item.draft,
        }
    }

    /// What happened, the newest first. A milestone that was reached on the day of its approval is named once, and so is
    /// what was decided and moved a milestone on one day.
    fn news(&self) -> Vec<EventView<'s>> {
        let events = self.portal.events();
        let on_one_day = |on: NaiveDate, is: &dyn Fn(&EventKind<'s>) -> bool| {
            events.iter().any(|event| event.on == on && is(&event.kind))
        };
        let reached = |item: &Item, on| {
            on_one_day(on, &|kind| matches!(kind, EventKind::Reached(one) if std::ptr::eq(&one.item, item)))
        };
        let moved = |decision: &Decision, on| {
            let by = |of: &Reference| self.portal.decision(of).is_some_and(|one| std::ptr::eq(one, decision));
            on_one_day(on, &|kind| matches!(kind, EventKind::Moved(_, one) if one.decision.as_ref().is_some_and(by)))
        };
        let told = events.iter().filter(|event| match event.kind {
            EventKind::Approved(subject) => !reached(subject.item(), event.on),
            EventKind::Decision(decision) => decision.status.value != Status::Accepted || !moved(decision, event.on),
            _ => true,
        });
        told.take(NEWS).map(|event| self.event(event)).collect()
    }

    /// What the newest update says was done, in short, or how it begins.
    fn latest_update(&self) -> Option<LatestUpdate> {
        let update = self.portal.newest_update()?;
        let sections = &update.sections;
        let part = sections.get(Role::Done).or_else(|| sections.get(Role::Opening)).or_else(|| sections.parts.first());
        let setting = self.setting(&update.path, "update.");
        let text = part.map(|part| text::beginning(&update.body, part.pieces.clone(), setting));
        Some(LatestUpdate {
            on: self.date(update.on),
            href: page_href(&update.path, None),
            text: text.filter(|text| !text.trim().is_empty()),
            draft: update.item.draft,
        })
    }

    /// The milestones between the next and the one that everything leads to.
    fn ahead(&self, next: Option<&Milestone>, end: Option<&Milestone>) -> Vec<MilestoneLine<'s>> {
        if !self.matters(Focus::Date) || next.is_none() {
            return Vec::new();
        }
        let named = |one: &&Milestone| [next, end].into_iter().flatten().any(|other| std::ptr::eq(*one, other));
        let ahead = self.portal.open_milestones().into_iter().filter(|one| !named(one));
        ahead.take(FEW).map(|one| self.milestone_line(one)).collect()
    }

    /// Those that come after the next.
    fn following(&self, next: Option<&Milestone>) -> Vec<MilestoneLine<'s>> {
        let Some(next) = next else { return Vec::new() };
        let others = self.portal.open_milestones().into_iter().filter(|one| !std::ptr::eq(*one, next));
        others.take(FOLLOWING).map(|one| self.milestone_line(one)).collect()
    }

    fn latest_changes(&self) -> Vec<ChangeView<'s>> {
        let changes = self.portal.changes().into_iter().filter(|_| self.matters(Focus::Budget));
        changes.take(FEW).map(|change| self.change_line(change)).collect()
    }

    fn first_documents(&self) -> Vec<DocumentLine> {
        let docs = self.portal.docs().filter(|doc| doc.item.dropped.is_none());
        let line = |doc: &Doc| {
            let Link { href, title } = doc_link(doc);
            DocumentLine { href, title, draft: doc.item.draft }
        };
        docs.take(FIRST_DOCUMENTS).map(line).collect()
    }

    fn latest_decisions(&self) -> Vec<DecisionLine> {
        let made = |one: &&&Decision| one.status.value == Status::Accepted;
        let decisions = self.portal.decisions().iter().filter(|_| self.matters(Focus::Quality));
        let mut decisions: Vec<_> = decisions.filter(made).filter(|one| one.item.dropped.is_none()).collect();
        decisions.sort_by_key(|one| std::cmp::Reverse(one.date));
        let line = |one: &&Decision| {
            let link = decision_link(one);
            DecisionLine {
                href: link.href,
                title: link.title,
                on: one.date.map(|on| self.date(on)),
                draft: one.item.draft,
            }
        };
        decisions.into_iter().take(FEW).map(line).collect()
    }

    fn matters(&self, what: Focus) -> bool {
        self.portal.client().focus.contains(&what)
    }
}

/// What stands below the first screen, and in which order: what is new, then what matters to the client, first things
/// first (the date: the milestones ahead; the budget: what changed; quality: decisions and documents), then the rest.
fn blocks(view: &HomeView<'_>, focus: &[Focus]) -> Vec<&'static str> {
    let mut order = vec!["since", "update"];
    for what in focus {
        order.extend(match what {
            Focus::Date => &["ahead"][..],
            Focus::Budget => &["changes"],
            Focus::Quality => &["decisions", "documents"],
        });
    }
    order.extend(["documents", "files"].iter().filter(|block| !order.contains(block)).copied().collect::<Vec<_>>());
    order.retain(|block| match *block {
        "since" => !view.since.is_empty(),
        "update" => view.update.is_some(),
        "ahead" => !view.ahead.is_empty(),
        "changes" => !view.changes.is_empty(),
        "decisions" => !view.decisions.is_empty(),
        "documents" => !view.documents.is_empty(),
        _ => !view.files.is_empty(),
    });
    order
}
