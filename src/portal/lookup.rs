//! Finding an item of an audience's portal without looking at all of them.

use std::collections::HashMap;

use crate::content::decision::Decision;
use crate::content::item::Item;
use crate::content::milestone::Milestone;
use crate::content::person::Person;
use crate::content::phase::Phase;
use crate::content::reference::{ItemKind, Reference};
use crate::content::task::Task;

/// The items that can be named, by id, and the milestones of each phase.
#[derive(Debug, Default)]
pub(super) struct Lookup<'p> {
    people: HashMap<&'p str, &'p Person>,
    milestones: HashMap<&'p str, &'p Milestone>,
    tasks: HashMap<&'p str, &'p Task>,
    decisions: HashMap<&'p str, &'p Decision>,
    of_phase: HashMap<&'p str, Vec<&'p Milestone>>,
}

impl<'p> Lookup<'p> {
    /// These items, and no others.
    pub(super) fn of(
        people: &[&'p Person],
        milestones: &[&'p Milestone],
        tasks: &[&'p Task],
        decisions: &[&'p Decision],
    ) -> Self {
        let mut of_phase: HashMap<&'p str, Vec<&'p Milestone>> = HashMap::new();
        for milestone in milestones.iter().copied() {
            if let Some(phase) = milestone.phase.as_ref().and_then(Reference::target) {
                of_phase.entry(phase.id.as_str()).or_default().push(milestone);
            }
        }
        Lookup {
            people: by_id(people, |one| &one.item),
            milestones: by_id(milestones, |one| &one.item),
            tasks: by_id(tasks, |one| &one.item),
            decisions: by_id(decisions, |one| &one.item),
            of_phase,
        }
    }

    pub(super) fn person(&self, reference: &Reference) -> Option<&'p Person> {
        self.people.get(id(reference, ItemKind::Person)?).copied()
    }

    pub(super) fn milestone(&self, reference: &Reference) -> Option<&'p Milestone> {
        self.milestones.get(id(reference, ItemKind::Milestone)?).copied()
    }

    pub(super) fn task(&self, reference: &Reference) -> Option<&'p Task> {
        self.tasks.get(id(reference, ItemKind::Task)?).copied()
    }

    pub(super) fn decision(&self, reference: &Reference) -> Option<&'p Decision> {
        self.decisions.get(id(reference, ItemKind::Decision)?).copied()
    }

    pub(super) fn milestones_of(&self, phase: &Phase) -> &[&'p Milestone] {
        self.of_phase.get(phase.item.id.value.as_str()).map_or(&[], Vec::as_slice)
    }
}

fn by_id<'p, T>(items: &[&'p T], item: impl Fn(&'p T) -> &'p Item) -> HashMap<&'p str, &'p T> {
    items.iter().map(|one| (item(one).id.value.as_str(), *one)).collect()
}

fn id(reference: &Reference, kind: ItemKind) -> Option<&str> {
    reference.target().filter(|target| target.kind == kind).map(|target| target.id.as_str())
}
