//! What must be done before something else: no item may wait for itself, and none for somebody who is gone.

use std::collections::{HashMap, HashSet};

use super::facts::Told;
use super::index::Index;
use crate::check;
use crate::content::Content;
use crate::content::decision::Status;
use crate::content::item::Item;
use crate::content::person::Person;
use crate::content::reference::{ItemId, ItemKind, Reference};
use crate::diagnostic::Diagnostics;

/// Items that wait for each other in a circle: none of them could ever begin. Each circle is said once.
pub(super) fn check_circles(content: &Content, index: &Index, found: &mut Diagnostics) {
    let needs: HashMap<ItemId, (&Item, &[Reference])> = waiting(content).collect();
    let mut finished: HashSet<ItemId> = HashSet::new();
    // In the order of the files, so that the same circle always begins at the same item.
    for (start, _) in waiting(content) {
        let mut path: Vec<ItemId> = Vec::new();
        let mut places: HashMap<ItemId, usize> = HashMap::new();
        let mut steps: Vec<(ItemId, usize)> = vec![(start, 0)];
        while let Some((id, next)) = steps.pop() {
            if next == 0 {
                if finished.contains(&id) {
                    continue;
                }
                places.insert(id.clone(), path.len());
                path.push(id.clone());
            }
            let reference = needs.get(&id).and_then(|(_, references)| references.get(next));
            let Some(reference) = reference else {
                path.pop();
                places.remove(&id);
                finished.insert(id);
                continue;
            };
            steps.push((id.clone(), next + 1));
            let Some(target) = reference.target() else { continue };
            match places.get(target) {
                Some(at) => report(&path[*at..], &needs[&id].0.file, reference, index, found),
                None => steps.push((target.clone(), 0)),
            }
        }
    }
}

fn waiting(content: &Content) -> impl Iterator<Item = (ItemId, (&Item, &[Reference]))> {
    let id = |kind: ItemKind, item: &Item| ItemId { kind, id: item.id.value.clone() };
    let milestones = content
        .milestones
        .iter()
        .map(move |one| (id(ItemKind::Milestone, &one.item), (&one.item, one.needs.as_slice())));
    let tasks = content.tasks.iter().map(move |one| (id(ItemKind::Task, &one.item), (&one.item, one.needs.as_slice())));
    milestones.chain(tasks)
}

fn report(
    circle: &[ItemId],
    file: &crate::source::SourceFile,
    reference: &Reference,
    index: &Index,
    found: &mut Diagnostics,
) {
    let titles: Vec<String> =
        circle.iter().filter_map(|id| index.get(id)).map(|entry| format!("`{}`", entry.title)).collect();
    let message = match &titles[..] {
        [one] => format!("{one} needs itself, so it can never begin"),
        [first, .., last] => format!("{} need each other, so none can begin: {last} needs {first}", titles.join(", ")),
        [] => return,
    };
    let help = "take one of these needs out";
    found.push(check::CIRCULAR_NEEDS.at(file.place(reference.span()), message).help(help));
}

/// Work that is open and lies with somebody who works on the project no more. Nothing is open once the project is over.
///
/// Somebody who leaves on a day that is still to come is here until then, as far as `told` reaches.
pub(super) fn check_left(content: &Content, index: &Index, told: &Told<'_>, found: &mut Diagnostics) {
    if content.client.as_ref().is_some_and(|client| client.closed.is_some()) {
        return;
    }
    let newest = told.newest();
    let gone =
        |person: &&Person| person.left.on().map_or(person.left.is_done(), |on| newest.is_some_and(|day| on <= day));
    let gone: HashSet<&str> = content.people.iter().filter(gone).map(|one| one.item.id.value.as_str()).collect();
    let mut check = |item: &Item, who: Option<&Reference>| {
        let Some(reference) = who.filter(|_| item.dropped.is_none() && !item.draft) else { return };
        let Some(person) =
            reference.target().and_then(|id| index.get(id)).filter(|person| gone.contains(person.id.id.as_str()))
        else {
            return;
        };
        let message =
            format!("`{}` is open and lies with {}, who works on the project no more", item.title.value, person.title);
        let help = "name who sees to it now";
        found.push(check::OWNER_LEFT.at(item.file.place(reference.span()), message).help(help));
    };
    for task in content.tasks.iter().filter(|task| !task.done.is_done()) {
        check(&task.item, task.owner.as_ref());
    }
    let waits = |approval: &Option<crate::content::approval::Approval>| {
        approval.as_ref().filter(|approval| approval.waits()).and_then(|approval| approval.by.clone())
    };
    for milestone in &content.milestones {
        check(&milestone.item, waits(&milestone.approval).as_ref());
    }
    for doc in &content.docs {
        check(&doc.item, waits(&doc.approval).as_ref());
    }
    for decision in &content.decisions {
        check(&decision.item, waits(&decision.approval).as_ref());
        if decision.status.value == Status::Proposed {
            decision.makers.iter().for_each(|maker| check(&decision.item, Some(maker)));
        }
    }
}
