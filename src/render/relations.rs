//! Who names whom, the other way round: worked out once for all pages of an audience.

use std::collections::{HashMap, HashSet};

use crate::content::decision::Decision;
use crate::content::item::Item;
use crate::content::milestone::Milestone;
use crate::content::reference::{ItemId, ItemKind, Reference};
use crate::content::task::Task;
use crate::names::PagePath;
use crate::portal::AudiencePortal;
use crate::portal::facts::{Ask, AskKind};

/// What is asked for, and what leads to an item from elsewhere.
#[derive(Default)]
pub(super) struct Relations<'p> {
    /// Everything that waits for the client, the most urgent first.
    pub(super) asks: Vec<Ask<'p>>,
    /// The decisions among it, by id.
    asked: HashSet<&'p str>,
    /// The decisions that say of themselves that they take the place of another, by its id.
    superseding: HashMap<&'p str, Vec<&'p Decision>>,
    /// The decisions that say of themselves that another took their place, by its id.
    superseded: HashMap<&'p str, Vec<&'p Decision>>,
    /// The milestones that a decision moved, by its id.
    moved: HashMap<&'p str, Vec<&'p Milestone>>,
    /// What is still to be done and needs an item first.
    milestones_waiting: HashMap<&'p ItemId, Vec<&'p Milestone>>,
    tasks_waiting: HashMap<&'p ItemId, Vec<&'p Task>>,
    /// What the folder of a document is called.
    folders: HashMap<&'p PagePath, &'p str>,
}

impl<'p> Relations<'p> {
    /// Those of all items that an audience sees.
    pub(super) fn of(portal: &'p AudiencePortal<'p>) -> Self {
        let mut relations = Relations { asks: portal.asks(), ..Relations::default() };
        relations.asked = relations.asks.iter().filter_map(|ask| Some(id(&asked_decision(*ask)?.item))).collect();
        for decision in portal.decisions().iter().copied() {
            for other in decisions(&decision.supersedes) {
                add(&mut relations.superseding, other, decision);
            }
            for other in decisions(&decision.superseded_by) {
                add(&mut relations.superseded, other, decision);
            }
        }
        let open = |item: &Item, done: bool| !done && item.dropped.is_none();
        for milestone in portal.milestones().iter().copied() {
            for decision in decisions(milestone.moves.iter().filter_map(|one| one.decision.as_ref())) {
                add(&mut relations.moved, decision, milestone);
            }
            if open(&milestone.item, milestone.done.is_done()) {
                let needs = milestone.needs.iter().filter_map(Reference::target);
                needs.for_each(|need| add(&mut relations.milestones_waiting, need, milestone));
            }
        }
        for task in portal.tasks().iter().copied().filter(|task| open(&task.item, task.done.is_done())) {
            let needs = task.needs.iter().filter_map(Reference::target);
            needs.for_each(|need| add(&mut relations.tasks_waiting, need, task));
        }
        for section in portal.sections() {
            relations.folders.extend(section.docs.iter().map(|doc| (&doc.path, section.title.as_str())));
        }
        relations
    }

    /// The decisions that the client is asked for, or to agree to, the most urgent first.
    pub(super) fn asked_decisions(&self) -> impl Iterator<Item = &'p Decision> + '_ {
        self.asks.iter().filter_map(|ask| asked_decision(*ask))
    }

    /// Whether the client is asked for a decision, or to agree to it.
    pub(super) fn is_asked(&self, decision: &Decision) -> bool {
        self.asked.contains(id(&decision.item))
    }

    /// The decisions that say that they take the place of `decision`.
    pub(super) fn superseding(&self, decision: &Decision) -> &[&'p Decision] {
        self.superseding.get(id(&decision.item)).map_or(&[], Vec::as_slice)
    }

    /// The decisions that say that `decision` took their place.
    pub(super) fn superseded(&self, decision: &Decision) -> &[&'p Decision] {
        self.superseded.get(id(&decision.item)).map_or(&[], Vec::as_slice)
    }

    /// The milestones that a decision moved.
    pub(super) fn moved_by(&self, decision: &Decision) -> &[&'p Milestone] {
        self.moved.get(id(&decision.item)).map_or(&[], Vec::as_slice)
    }

    /// The milestones that are still to be reached and need an item first.
    pub(super) fn milestones_waiting(&self, need: &ItemId) -> &[&'p Milestone] {
        self.milestones_waiting.get(need).map_or(&[], Vec::as_slice)
    }

    /// The tasks that are still to be done and need an item first.
    pub(super) fn tasks_waiting(&self, need: &ItemId) -> &[&'p Task] {
        self.tasks_waiting.get(need).map_or(&[], Vec::as_slice)
    }

    /// What the folder of a document is called, by the document's page; empty where it lies in none.
    pub(super) fn folder(&self, page: &PagePath) -> &'p str {
        self.folders.get(page).copied().unwrap_or_default()
    }
}

/// Each item once for one it leads to, however often it says so.
fn add<'p, K: std::hash::Hash + Eq, T>(map: &mut HashMap<K, Vec<&'p T>>, to: K, from: &'p T) {
    let known = map.entry(to).or_default();
    if !known.last().is_some_and(|last| std::ptr::eq(*last, from)) {
        known.push(from);
    }
}

fn id(item: &Item) -> &str {
    &item.id.value
}

fn decisions<'p>(references: impl IntoIterator<Item = &'p Reference>) -> impl Iterator<Item = &'p str> {
    let targets = references.into_iter().filter_map(Reference::target);
    targets.filter(|target| target.kind == ItemKind::Decision).map(|target| target.id.as_str())
}

fn asked_decision(ask: Ask<'_>) -> Option<&Decision> {
    match ask.kind {
        AskKind::Decision(decision) | AskKind::DecisionApproval(decision, _) => Some(decision),
        _ => None,
    }
}
