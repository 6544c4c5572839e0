//! One item naming another.

use crate::diagnostic::Span;
use crate::yaml::{Fields, Located};

/// Another item, by its id or its title. Linking ([`crate::portal::resolve`]) finds out which one is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    written: Located<String>,
    target: Option<ItemId>,
}

/// What tells an item from all others of one client.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId {
    /// What it is.
    pub kind: ItemKind,
    /// Its id, unique among items of its kind.
    pub id: String,
}

/// What can be referred to by id or title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// In `people.yml`.
    Person,
    /// In `roadmap.yml`.
    Phase,
    /// In `milestones.yml`.
    Milestone,
    /// In `tasks.yml`.
    Task,
    /// In `decisions/`.
    Decision,
}

/// What a reference must lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// Somebody in `people.yml`: on whose side they are decides who is asked.
    Person,
    /// Somebody in `people.yml`, or else the name of somebody who is not.
    Name,
    /// The same, where it is only told who took part: a name that is nearly one of `people.yml` may be another's.
    Mentioned,
    /// A phase.
    Phase,
    /// A decision.
    Decision,
    /// A decision, or else words: other tools write what they like there.
    DecisionOrWords,
    /// What must be done before: a milestone, a task or a decision.
    Need,
}

impl Wanted {
    /// What it may be, in the order in which it is looked for.
    pub fn kinds(self) -> &'static [ItemKind] {
        match self {
            Wanted::Person | Wanted::Name | Wanted::Mentioned => &[ItemKind::Person],
            Wanted::Phase => &[ItemKind::Phase],
            Wanted::Decision | Wanted::DecisionOrWords => &[ItemKind::Decision],
            Wanted::Need => &[ItemKind::Milestone, ItemKind::Task, ItemKind::Decision],
        }
    }
}

impl ItemKind {
    /// The word in messages.
    pub fn word(self) -> &'static str {
        match self {
            ItemKind::Person => "person",
            ItemKind::Phase => "phase",
            ItemKind::Milestone => "milestone",
            ItemKind::Task => "task",
            ItemKind::Decision => "decision",
        }
    }

    /// Where the item with this id stands on its page: `milestone.shop-opens`. An id has no `.`, so that no heading has the
    /// same anchor.
    pub fn anchor(self, id: &str) -> String {
        format!("{}.{id}", self.word())
    }

    /// Where such items are written down.
    pub fn source(self) -> &'static str {
        match self {
            ItemKind::Person => "people.yml",
            ItemKind::Phase => "roadmap.yml",
            ItemKind::Milestone => "milestones.yml",
            ItemKind::Task => "tasks.yml",
            ItemKind::Decision => "decisions/",
        }
    }
}

impl Reference {
    /// A reference as it was written.
    pub fn new(written: Located<String>) -> Self {
        Reference { written, target: None }
    }

    /// Takes a field that names one item.
    pub(super) fn one(fields: &mut Fields<'_>, name: &'static str) -> Option<Self> {
        fields.text(name).filter(|text| !text.value.trim().is_empty()).map(Reference::new)
    }

    /// Takes a field that names any number of items.
    pub(super) fn many(fields: &mut Fields<'_>, name: &'static str) -> Vec<Self> {
        fields.texts(name).into_iter().filter(|text| !text.value.trim().is_empty()).map(Reference::new).collect()
    }

    /// What was written.
    pub fn written(&self) -> &str {
        self.written.value.trim()
    }

    /// Where it was written.
    pub fn span(&self) -> Span {
        self.written.span
    }

    /// The item that is meant. `None` before linking, and for the name of a person who is not in `people.yml` where
    /// that may be.
    pub fn target(&self) -> Option<&ItemId> {
        self.target.as_ref()
    }

    /// Linking says which item is meant.
    pub(crate) fn lead_to(&mut self, target: ItemId) {
        self.target = Some(target);
    }
}
