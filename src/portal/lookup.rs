//! Finding an item of an audience's portal without looking at all of them.

use std::collections::HashMap;

use super::AudiencePortal;
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
    phases: HashMap<&'p str, &'p Phase>,
    milestones: HashMap<&'p str, &'p Milestone>,
    tasks: HashMap<&'p str, &'p Task>,
    decisions: HashMap<&'p str, &'p Decision>,
    of_phase: HashMap<&'p str, Vec<&'p Milestone>>,
}

impl<'p> Lookup<'p> {
    /// Everything that `view` has. What is left out of `view` later would still be found.
    pub(super) fn of(view: &AudiencePortal<'p>) -> Self {
        let mut of_phase: HashMap<&'p str, Vec<&'p Milestone>> = HashMap::new();
        for milestone in view.milestones().iter().copied() {
            if let Some(phase) = milestone.phase.as_ref().and_then(Reference::target) {
                of_phase.entry(phase.id.as_str()).or_default().push(milestone);
            }
        }
        Lookup {
            people: by_id(view.people(), |one| &one.item),
            phases: by_id(view.phases(), |one| &one.item),
            milestones: by_id(view.milestones(), |one| &one.item),
            tasks: by_id(view.tasks(), |one| &one.item),
            decisions: by_id(view.decisions(), |one| &one.item),
            of_phase,
        }
    }
}

fn by_id<'p, T>(items: &[&'p T], item: impl Fn(&'p T) -> &'p Item) -> HashMap<&'p str, &'p T> {
    items.iter().map(|one| (item(one).id.value.as_str(), *one)).collect()
}

impl<'p> AudiencePortal<'p> {
    /// The item that a reference leads to, as far as it is a person.
    pub fn person(&self, reference: &Reference) -> Option<&'p Person> {
        self.lookup.people.get(id(reference, ItemKind::Person)?).copied()
    }

    /// The same, as far as it is a phase.
    pub fn phase(&self, reference: &Reference) -> Option<&'p Phase> {
        self.lookup.phases.get(id(reference, ItemKind::Phase)?).copied()
    }

    /// The same, as far as it is a milestone.
    pub fn milestone(&self, reference: &Reference) -> Option<&'p Milestone> {
        self.lookup.milestones.get(id(reference, ItemKind::Milestone)?).copied()
    }

    /// The same, as far as it is a task.
    pub fn task(&self, reference: &Reference) -> Option<&'p Task> {
        self.lookup.tasks.get(id(reference, ItemKind::Task)?).copied()
    }

    /// The same, as far as it is a decision.
    pub fn decision(&self, reference: &Reference) -> Option<&'p Decision> {
        self.lookup.decisions.get(id(reference, ItemKind::Decision)?).copied()
    }

    /// The milestones of a phase, in the order of the file.
    pub fn milestones_of(&self, phase: &Phase) -> &[&'p Milestone] {
        self.lookup.of_phase.get(phase.item.id.value.as_str()).map_or(&[], Vec::as_slice)
    }
}

fn id(reference: &Reference, kind: ItemKind) -> Option<&str> {
    reference.target().filter(|target| target.kind == kind).map(|target| target.id.as_str())
}
