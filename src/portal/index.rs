//! Every item that can be named by its id or title.

use std::collections::HashMap;

use super::Drafts;
use crate::content::Content;
use crate::content::item::{Audience, Item};
use crate::content::reference::{ItemId, ItemKind};
use crate::content::slug::slug;
use crate::diagnostic::Place;

/// Every item that can be named, by all the names it has.
#[derive(Debug, Default)]
pub(super) struct Index {
    names: HashMap<(ItemKind, String), usize>,
    /// Names that only count where no id is the same, while items are added.
    titles: Vec<((ItemKind, String), usize)>,
    /// The same, where no title is the same either.
    old_titles: Vec<((ItemKind, String), usize)>,
    entries: Vec<Entry>,
    /// The entries of each kind, in their order.
    of_kind: HashMap<ItemKind, Vec<usize>>,
    /// People by their first name in lower case; `None` where several have it.
    first_names: HashMap<String, Option<usize>>,
}

/// What has to be known of an item to name it elsewhere.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) id: ItemId,
    pub(super) title: String,
    pub(super) audience: Audience,
    /// A draft that is left out of this portal.
    pub(super) left_out: bool,
    /// Somebody of whom clients are not told.
    pub(super) secret: bool,
    pub(super) place: Place,
}

impl Index {
    pub(super) fn of(content: &Content, drafts: Drafts) -> Self {
        let mut index = Index::default();
        for person in &content.people {
            let entry = Entry { secret: !person.public, ..entry(ItemKind::Person, &person.item, drafts) };
            index.add(entry, &person.item, &[]);
        }
        for phase in &content.phases {
            index.add(entry(ItemKind::Phase, &phase.item, drafts), &phase.item, &[]);
        }
        for milestone in &content.milestones {
            index.add(entry(ItemKind::Milestone, &milestone.item, drafts), &milestone.item, &[]);
        }
        for task in &content.tasks {
            index.add(entry(ItemKind::Task, &task.item, drafts), &task.item, &[]);
        }
        for decision in &content.decisions {
            let number = decision.number.as_deref().map(number);
            let further: Vec<String> = number.into_iter().collect();
            index.add(entry(ItemKind::Decision, &decision.item, drafts), &decision.item, &further);
        }
        index.settled()
    }

    /// The item of `kind` that `written` names: by its id, its title, a title it had, or a decision by its number or file.
    pub(super) fn find(&self, kind: ItemKind, written: &str) -> Option<&Entry> {
        let names = &self.names;
        let by = |name: String| names.get(&(kind, name)).map(|at| &self.entries[*at]);
        let plain = written.trim();
        by(plain.to_owned()).or_else(|| by(slug(plain))).or_else(|| match kind {
            ItemKind::Decision => {
                let file = plain.rsplit('/').next().unwrap_or(plain).trim_end_matches(".md");
                let digits = file.strip_prefix("ADR-").or_else(|| file.strip_prefix("adr-")).unwrap_or(file);
                let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                by(file.to_owned()).or_else(|| by(number(digits)).filter(|_| is_number))
            }
            _ => None,
        })
    }

    /// The titles of all items of `kind`.
    pub(super) fn titles_of(&self, kind: ItemKind) -> impl Iterator<Item = &str> {
        self.of_kind(kind).map(|entry| entry.title.as_str())
    }

    /// The name of the only person whose first name is `written`.
    pub(super) fn by_first_name(&self, written: &str) -> Option<&str> {
        let only = *self.first_names.get(&written.to_lowercase())?;
        only.map(|at| self.entries[at].title.as_str())
    }

    /// The ids of all items of `kind`.
    pub(super) fn ids(&self, kind: ItemKind) -> impl Iterator<Item = &str> {
        self.of_kind(kind).map(|entry| entry.id.id.as_str())
    }

    fn of_kind(&self, kind: ItemKind) -> impl Iterator<Item = &Entry> {
        self.of_kind.get(&kind).into_iter().flatten().map(|at| &self.entries[*at])
    }

    /// The item itself.
    pub(super) fn get(&self, id: &ItemId) -> Option<&Entry> {
        self.names.get(&(id.kind, id.id.clone())).map(|at| &self.entries[*at])
    }

    fn add(&mut self, entry: Entry, item: &Item, further: &[String]) {
        let kind = entry.id.kind;
        let at = self.entries.len();
        self.of_kind.entry(kind).or_default().push(at);
        if let (ItemKind::Person, Some(first)) = (kind, entry.title.split_whitespace().next()) {
            let only = self.first_names.entry(first.to_lowercase());
            only.and_modify(|known| *known = None).or_insert(Some(at));
        }
        self.entries.push(entry);
        self.names.insert((kind, item.id.value.clone()), at);
        let titles = [slug(&item.title.value)].into_iter().chain(further.iter().cloned());
        self.titles.extend(titles.map(|name| ((kind, name), at)));
        self.old_titles.extend(item.was.iter().map(|was| ((kind, slug(&was.value)), at)));
    }

    /// Ids come before titles, and these before old titles; of two items with one title the first has it.
    fn settled(mut self) -> Self {
        for (name, at) in std::mem::take(&mut self.titles).into_iter().chain(std::mem::take(&mut self.old_titles)) {
            self.names.entry(name).or_insert(at);
        }
        self
    }
}

fn entry(kind: ItemKind, item: &Item, drafts: Drafts) -> Entry {
    Entry {
        id: ItemId { kind, id: item.id.value.clone() },
        title: item.title.value.clone(),
        audience: item.audience.clone(),
        left_out: item.draft && drafts == Drafts::LeftOut,
        secret: false,
        place: item.place(),
    }
}

/// `0003` and `3` are one number.
fn number(digits: &str) -> String {
    let plain = digits.trim_start_matches('0');
    if plain.is_empty() { "0".to_owned() } else { plain.to_owned() }
}
