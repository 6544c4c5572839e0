//! Where things stand in a portal, for `href`.

use super::view::parts::Link;
use crate::content::decision::Decision;
use crate::content::doc::Doc;
use crate::content::item::Item;
use crate::content::milestone::Milestone;
use crate::content::person::Person;
use crate::content::reference::ItemKind;
use crate::content::task::Task;
use crate::names::PagePath;
use crate::portal::Place;
use crate::portal::facts::{AskKind, Subject};

/// Where a link to a page leads: everything is behind `#`, so that a host never sees it.
pub(super) fn page_href(page: &PagePath, anchor: Option<&str>) -> String {
    let mut href = format!("#{}", encode(page.as_str()));
    if let Some(anchor) = anchor {
        href.push('#');
        href.push_str(&encode(anchor));
    }
    href
}

/// Where somebody is presented.
pub(super) fn person_href(person: &Person) -> String {
    on(Place::About, ItemKind::Person, &person.item)
}

/// Where a milestone stands.
pub(super) fn milestone_href(milestone: &Milestone) -> String {
    on(Place::Roadmap, ItemKind::Milestone, &milestone.item)
}

/// Where a task stands.
pub(super) fn task_href(task: &Task) -> String {
    on(Place::Todos, ItemKind::Task, &task.item)
}

/// Where something stands that can be agreed to or given up.
pub(super) fn subject_href(subject: Subject<'_>) -> String {
    match subject {
        Subject::Phase(phase) => on(Place::Roadmap, ItemKind::Phase, &phase.item),
        Subject::Milestone(milestone) => milestone_href(milestone),
        Subject::Task(task) => task_href(task),
        Subject::Decision(decision) => page_href(&decision.path, None),
        Subject::Doc(doc) => page_href(&doc.path, None),
    }
}

/// Where more is said about what is asked for.
pub(super) fn ask_href(kind: AskKind<'_>) -> String {
    match kind {
        AskKind::Task(task) => task_href(task),
        AskKind::Milestone(milestone, _) => milestone_href(milestone),
        AskKind::Decision(decision) | AskKind::DecisionApproval(decision, _) => page_href(&decision.path, None),
        AskKind::Doc(doc, _) => page_href(&doc.path, None),
    }
}

/// A link to a page of documentation.
pub(super) fn doc_link(doc: &Doc) -> Link {
    Link { href: page_href(&doc.path, None), title: doc.item.title.value.clone() }
}

/// A link to the page of a decision.
pub(super) fn decision_link(decision: &Decision) -> Link {
    Link { href: page_href(&decision.path, None), title: decision.item.title.value.clone() }
}

fn on(place: Place, kind: ItemKind, item: &Item) -> String {
    page_href(&place.page(), Some(&kind.anchor(&item.id.value)))
}

/// Percent-encoding of what has a meaning behind `#`: the router decodes once.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' | '#' | '"' | '<' | '>' | '`' | ' ' => out.push_str(&format!("%{:02X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}
