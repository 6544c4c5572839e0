//! Linking and checking.

use std::collections::{BTreeMap, HashMap};

use super::follow::follow;
use super::index::Index;
use super::reach::Reach;
use super::told::told;
use super::used::Used;
use super::{Drafts, Portal, contacts, dead_ends, needs, references};
use crate::check;
use crate::content::client::Client;
use crate::content::glossary::Term;
use crate::content::item::Item;
use crate::content::milestone::Milestone;
use crate::content::{Agency, Content, named_once};
use crate::diagnostic::Diagnostics;
use crate::yaml::Located;

/// Links and checks one client's content; what is wrong is collected.
///
/// `None` where this stage finds errors, or where `content` has no client. What earlier stages found has no part in it,
/// but that an item may be lost in a file that could not be read.
pub fn resolve(mut content: Content, agency: &Agency, drafts: Drafts, diagnostics: &mut Diagnostics) -> Option<Portal> {
    let mut found = Diagnostics::new();
    if let Some(client) = &content.client {
        check_address(client, &content, &mut found);
    }
    let index = Index::of(&content, drafts);
    let reach = Reach::of(&content, &index, drafts);
    check_ids(&content, &reach.used, &mut found);
    found.append(references::settle(&mut content, &reach.used, &index, drafts, diagnostics));
    needs::check_circles(&content, &index, &mut found);
    let told = told(&content, &reach.used, drafts);
    needs::check_left(&content, &index, &told, &mut found);
    contacts::check_primary(&content, &told, &mut found);
    check_days(&content, &mut found);
    let (terms, unused_terms): (Vec<Term>, Vec<Term>) =
        content.terms.into_iter().partition(|term| reach.used.has_term(term));
    content.terms = terms;
    let (links, uses) = follow(&content, &unused_terms, agency, &reach, drafts, &mut found);
    let errors = found.has_errors();
    diagnostics.append(found);
    if errors {
        return None;
    }
    content.docs.retain(|doc| reach.used.has_doc(doc));
    content.people.retain(|person| reach.used.has_person(person));
    if drafts == Drafts::LeftOut {
        leave_out_drafts(&mut content);
    }
    let client = content.client?;
    let assets = uses.assets(content.attachments, &client.audiences, drafts);
    let portal = Portal {
        agency: agency.clone(),
        client,
        client_file: content.client_file,
        people_file: content.people_file,
        people: content.people.into_iter().filter(|person| person.public).collect(),
        phases: content.phases,
        milestones: content.milestones,
        tasks: content.tasks,
        decisions: content.decisions,
        updates: content.updates,
        docs: content.docs,
        terms: content.terms,
        unused_terms,
        assets,
        links,
    };
    dead_ends::check_places(&portal, diagnostics).then_some(portal)
}

fn leave_out_drafts(content: &mut Content) {
    content.people.retain(|one| !one.item.draft);
    content.phases.retain(|one| !one.item.draft);
    content.milestones.retain(|one| !one.item.draft);
    content.tasks.retain(|one| !one.item.draft);
    content.decisions.retain(|one| !one.item.draft);
    content.updates.retain(|one| !one.item.draft);
    content.docs.retain(|one| !one.item.draft);
    content.terms.retain(|one| !one.item.draft);
}

/// Everybody can see an address; it should not say who the client is.
fn check_address(client: &Client, content: &Content, diagnostics: &mut Diagnostics) {
    let address = &client.address;
    let name = crate::content::slug::slug(&client.name);
    if let Some(word) = name.split('-').find(|word| word.chars().count() >= 4 && address.value.contains(word)) {
        let message = format!("the address `{}` tells everybody that the client is called `{word}`", address.value);
        diagnostics.push(
            check::TELLING_ADDRESS
                .at(content.client_file.place(address.span), message)
                .help("an address such as `harbour-42` says nothing: `address: harbour-42`"),
        );
    }
}

/// A phase ends after it begins: on the day that it says itself, or else on that of its last milestone.
fn check_days(content: &Content, found: &mut Diagnostics) {
    let mut last: HashMap<&str, &Milestone> = HashMap::new();
    let counts = |item: &Item| item.dropped.is_none() && !item.draft;
    for milestone in content.milestones.iter().filter(|one| counts(&one.item) && one.current().is_some()) {
        let Some(phase) = milestone.phase.as_ref().and_then(|of| of.target()) else { continue };
        let latest = last.entry(phase.id.as_str()).or_insert(milestone);
        if milestone.current() > latest.current() {
            *latest = milestone;
        }
    }
    for phase in &content.phases {
        let Some(start) = &phase.start else { continue };
        if let Some(end) = phase.end.as_ref().filter(|end| end.value < start.value) {
            let message = format!("this ends on {} and begins on {}", end.value, start.value);
            let place = phase.item.file.place(end.span);
            found.push(check::END_BEFORE_START.at(place, message).help("write the later day behind `end:`"));
        }
        let milestone = last.get(phase.item.id.value.as_str()).filter(|_| phase.end.is_none() && counts(&phase.item));
        let Some((milestone, day)) = milestone.and_then(|one| Some((one, one.current()?))) else { continue };
        if day < start.value {
            let title = &milestone.item.title.value;
            let message = format!("this begins on {}, after its last milestone: `{title}` is on {day}", start.value);
            let help = "write an earlier day behind `start:`, or give the milestone a later day or another phase";
            found.push(check::END_BEFORE_START.at(phase.item.file.place(start.span), message).help(help));
        }
    }
}

/// Shared documents count where they are used, and shared words where the client has none of that name, too. Nobody
/// shared has the id of one of the client's own people.
fn check_ids(content: &Content, used: &Used, diagnostics: &mut Diagnostics) {
    unique("person", content.people.iter().map(|one| &one.item), diagnostics);
    unique("phase", content.phases.iter().map(|one| &one.item), diagnostics);
    unique("milestone", content.milestones.iter().map(|one| &one.item), diagnostics);
    unique("task", content.tasks.iter().map(|one| &one.item), diagnostics);
    unique("decision", content.decisions.iter().map(|one| &one.item), diagnostics);
    unique("update", content.updates.iter().map(|one| &one.item), diagnostics);
    let docs = content.docs.iter().filter(|one| used.has_doc(one));
    unique("document", docs.map(|one| &one.item), diagnostics);
    let terms = named_once(content.terms.iter().filter(|one| used.has_term(one)).collect());
    unique("term", terms.into_iter().map(|one| &one.item), diagnostics);
    unique("file", content.attachments.values().filter_map(|one| one.item.as_ref()), diagnostics);
}

/// `what` the items are.
fn unique<'c>(what: &str, items: impl Iterator<Item = &'c Item>, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &Item> = BTreeMap::new();
    let mut items: Vec<&Item> = items.filter(|item| !item.id.value.is_empty()).collect();
    items.sort_by_key(|item| (item.file.path(), item.id.span.start));
    for item in items {
        let Located { value: id, span } = &item.id;
        let Some(first) = seen.get(id.as_str()) else {
            seen.insert(id, item);
            continue;
        };
        let first = first.file.place(first.id.span);
        let message = format!("there are two {what}s with the id `{id}`");
        let help = format!(
            "the first is at {}:{}; give one of them another name or an `id:` of its own",
            first.file, first.line
        );
        diagnostics.push(check::DUPLICATE_ID.at(item.file.place(*span), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::of_acme;
    use crate::diagnostic::Place;

    fn resolved(files: &[(&str, &str)], diagnostics: &mut Diagnostics) -> Option<Portal> {
        resolve(of_acme(files), &Agency::unknown(), Drafts::LeftOut, diagnostics)
    }

    #[test]
    fn what_was_found_before_stops_nothing_and_is_kept() {
        let before = check::BROKEN_LINK.at(Place::whole_file("bolt/docs/start.md".into()), "found before");
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(before.clone());
        assert!(resolved(&[("docs/start.md", "# Start\n")], &mut diagnostics).is_some());
        assert_eq!(diagnostics.sorted(), [&before]);
        assert!(resolved(&[("docs/start.md", "[a](gone.md)\n")], &mut diagnostics).is_none());
        assert_eq!(diagnostics.sorted().len(), 2);
    }

    #[test]
    fn an_item_is_found_by_id_before_title_before_old_title() {
        let phases = "- {title: First, was: Design}\n- {title: Design, id: second}\n- {title: Third, id: design}\n";
        let milestones = "- {title: A, phase: Design}\n- {title: B, phase: second}\n- {title: C, phase: Third}\n";
        let mut diagnostics = Diagnostics::new();
        let portal = resolved(&[("roadmap.yml", phases), ("milestones.yml", milestones)], &mut diagnostics);
        let portal = portal.expect("all are found");
        let phase = |at: usize| portal.milestones[at].phase.as_ref().and_then(|phase| phase.target()).map(|id| &id.id);
        assert_eq!(
            [phase(0), phase(1), phase(2)].map(|id| id.expect("found").as_str()),
            ["design", "second", "design"]
        );
    }
}
