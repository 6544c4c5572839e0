//! Linking and checking.

use std::collections::{BTreeMap, HashMap};

use super::assets::Uses;
use super::index::Index;
use super::links::{Target, meant};
use super::map::{From, Map};
use super::used::{Lead, Leads, Stock, Used};
use super::{Drafts, Links, Portal, contacts, needs, references};
use crate::check;
use crate::content::client::Client;
use crate::content::item::{Audience, Item};
use crate::content::markdown::Document;
use crate::content::milestone::Milestone;
use crate::content::reference::{ItemKind, Reference};
use crate::content::{Agency, Content};
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
    check_ids(&content, &mut found);
    let index = Index::of(&content, drafts);
    let used = used(&content, &index, drafts);
    found.append(references::settle(&mut content, &used, &index, drafts, diagnostics));
    needs::check_circles(&content, &index, &mut found);
    needs::check_left(&content, &index, &mut found);
    contacts::check_primary(&content, &mut found);
    check_days(&content, &mut found);
    content.terms.retain(|term| used.has_term(term));
    let (links, uses) = follow(&content, agency, &used, drafts, &mut found);
    let errors = found.has_errors();
    diagnostics.append(found);
    if errors {
        return None;
    }
    content.docs.retain(|doc| used.has_doc(doc));
    if drafts == Drafts::LeftOut {
        leave_out_drafts(&mut content);
    }
    Some(Portal {
        agency: agency.clone(),
        client: content.client?,
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
        assets: uses.assets(content.attachments, drafts),
        links,
    })
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

/// What the client's own content uses of what is shared; not what drafts use that are left out.
fn used(content: &Content, index: &Index, drafts: Drafts) -> Used {
    let here = |item: &Item| !item.draft || drafts == Drafts::Shown;
    let plan = content.phases.iter().filter(|one| here(&one.item)).flat_map(|one| one.texts());
    let milestones = || content.milestones.iter().filter(|one| here(&one.item));
    let tasks = || content.tasks.iter().filter(|one| here(&one.item));
    let decisions = || content.decisions.iter().filter(|one| here(&one.item));
    let updates = content.updates.iter().filter(|one| here(&one.item)).flat_map(|one| one.texts());
    let docs = || content.docs.iter().filter(|one| here(&one.item));
    let own_docs = || docs().filter(|one| !one.shared);
    let terms = || content.terms.iter().filter(|one| here(&one.item));
    let people = || content.people.iter().filter(|one| here(&one.item) && one.public);
    let noted = content.attachments.values().filter_map(|file| file.item.as_ref()).filter(|item| here(item));
    let client = content.client.iter().flat_map(Client::texts);
    let texts = client.chain(people().filter(|one| !one.shared).flat_map(|one| one.texts())).chain(plan);
    let texts = texts.chain(milestones().flat_map(|one| one.texts())).chain(tasks().flat_map(|one| one.texts()));
    let texts = texts.chain(decisions().flat_map(|one| one.texts())).chain(updates);
    let texts = texts.chain(own_docs().flat_map(|one| one.texts())).chain(noted.flat_map(Item::texts));
    let named = milestones().flat_map(|one| one.named()).chain(tasks().flat_map(|one| one.named()));
    let stock = Stock {
        texts: texts.chain(terms().filter(|one| !one.shared).flat_map(|one| one.texts())).collect(),
        named: named
            .chain(decisions().flat_map(|one| one.named()))
            .chain(own_docs().flat_map(|one| one.named()))
            .collect(),
        terms: terms().collect(),
        people: people().filter(|one| one.shared).collect(),
        docs: docs().filter(|one| one.shared).collect(),
    };
    let paths: HashMap<&str, &str> = docs().map(|doc| (doc.source.as_str(), doc.path.as_str())).collect();
    let links = |text: &Document| leads(text, &paths);
    let person = |one: &Reference| index.find(ItemKind::Person, one.written()).map(|entry| entry.id.id.clone());
    Used::of(stock, &Leads { links: &links, person: &person })
}

/// What the links of a text may lead to of what is shared. `paths` are those of the documents, by their file.
fn leads(text: &Document, paths: &HashMap<&str, &str>) -> Vec<Lead> {
    let lead = |reference| match meant(text, reference)? {
        (path, anchor) if path == "glossary" => anchor.map(Lead::Term),
        (path, _) => {
            let path = paths.get(path.as_str()).or_else(|| paths.get(format!("{path}.md").as_str()));
            path.map(|path| Lead::Doc((*path).to_owned()))
        }
    };
    text.references.iter().filter_map(lead).collect()
}

/// Follows the links of every text: where they lead, and who uses which file.
fn follow(content: &Content, agency: &Agency, used: &Used, drafts: Drafts, found: &mut Diagnostics) -> (Links, Uses) {
    let map = Map::of(content, agency, drafts);
    let mut linker = Linker { map: &map, uses: Uses::default(), links: Links::default(), drafts, found };
    linker.all(content, used);
    let Linker { uses, links, .. } = linker;
    (links, uses)
}

struct Linker<'c, 'd> {
    map: &'c Map<'c>,
    uses: Uses,
    links: Links,
    drafts: Drafts,
    found: &'d mut Diagnostics,
}

impl Linker<'_, '_> {
    /// Everything but the shared documents that nothing links to.
    fn all(&mut self, content: &Content, used: &Used) {
        let client = content.client.iter().flat_map(Client::texts);
        self.place("", None, client, true);
        for person in &content.people {
            self.place("about", Some(&person.item), person.texts(), person.public);
            self.photo(person);
        }
        content.phases.iter().for_each(|one| self.place("roadmap", Some(&one.item), one.texts(), true));
        content.milestones.iter().for_each(|one| self.place("roadmap", Some(&one.item), one.texts(), true));
        content.tasks.iter().for_each(|one| self.place("todos", Some(&one.item), one.texts(), true));
        content.terms.iter().for_each(|one| self.place("glossary", Some(&one.item), one.texts(), true));
        content.decisions.iter().for_each(|one| self.page(&one.source, &one.item, one.texts()));
        content.updates.iter().for_each(|one| self.page(&one.source, &one.item, one.texts()));
        let docs = content.docs.iter().filter(|doc| used.has_doc(doc));
        docs.for_each(|doc| self.page(&doc.source, &doc.item, doc.texts()));
        let noted = content.attachments.values().filter_map(|file| file.item.as_ref());
        noted.for_each(|item| self.place("documents", Some(item), item.texts(), true));
    }

    /// The texts of an item that stands on a page made from many files. `item` is `None` for what everybody sees; nobody
    /// sees what is not `public`.
    fn place<'t>(&mut self, page: &str, item: Option<&Item>, texts: impl Iterator<Item = &'t Document>, public: bool) {
        let from = From {
            folder: "",
            page: &self.map.places[page],
            audience: item.map_or(&Audience::Everyone, |item| &item.audience),
            left_out: !public || item.is_some_and(|item| self.leaves_out(item)),
            lenient: false,
        };
        texts.for_each(|text| self.text(text, from));
    }

    /// The texts of an item that has a page of its own, made from the file `source`.
    fn page<'t>(&mut self, source: &str, item: &Item, texts: impl Iterator<Item = &'t Document>) {
        let from = From {
            folder: source.rsplit_once('/').map_or("", |(folder, _)| folder),
            page: &self.map.pages[source],
            audience: &item.audience,
            left_out: self.leaves_out(item),
            lenient: source.starts_with("decisions/"),
        };
        texts.for_each(|text| self.text(text, from));
    }

    fn leaves_out(&self, item: &Item) -> bool {
        item.draft && self.drafts == Drafts::LeftOut
    }

    /// Links of a draft that is left out are not followed, but say whom the files are for.
    fn text(&mut self, text: &Document, from: From<'_>) {
        let mut targets = Vec::with_capacity(text.references.len());
        for reference in &text.references {
            let target = match self.map.follow(text, reference, from) {
                Ok(target) => target,
                Err(_) if from.left_out => Target::Nowhere,
                Err(problem) => {
                    self.found.push(*problem);
                    Target::Nowhere
                }
            };
            if let Target::Asset(name) = &target {
                self.uses.add(name, from.audience, !from.left_out);
            }
            targets.push(target);
        }
        if !targets.is_empty() {
            self.links.add(text, targets);
        }
    }

    fn photo(&mut self, person: &crate::content::person::Person) {
        let Some(photo) = &person.photo else { return };
        let left_out = self.leaves_out(&person.item) || !person.public;
        match self.map.picture(&photo.value, &person.item.audience) {
            Ok(name) => {
                self.uses.add(&name, &person.item.audience, !left_out);
                self.links.photos.insert(person.item.id.value.clone(), name);
            }
            Err(_) if left_out => {}
            Err(missing) => self.found.push(missing.at(person.item.file.place(photo.span))),
        }
    }
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

fn check_ids(content: &Content, diagnostics: &mut Diagnostics) {
    unique("person", content.people.iter().map(|one| &one.item), diagnostics);
    unique("phase", content.phases.iter().map(|one| &one.item), diagnostics);
    unique("milestone", content.milestones.iter().map(|one| &one.item), diagnostics);
    unique("task", content.tasks.iter().map(|one| &one.item), diagnostics);
    unique("decision", content.decisions.iter().map(|one| &one.item), diagnostics);
    unique("update", content.updates.iter().map(|one| &one.item), diagnostics);
    unique("document", content.docs.iter().map(|one| &one.item), diagnostics);
    unique("term", content.terms.iter().map(|one| &one.item), diagnostics);
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
    use crate::content::section::SectionWords;
    use crate::content::{Shared, Surroundings, parse};
    use crate::diagnostic::Place;
    use crate::source::{ClientSource, SourceFile};

    fn content(files: &[(&str, &str)]) -> Content {
        let client = ("client.yml", "name: Acme\nproject: New shop\naddress: harbour-42\n");
        let file = |(path, text): &(&str, &str)| {
            ((*path).to_owned(), SourceFile::new(format!("acme/{path}"), text.as_bytes()))
        };
        let files = [client].iter().chain(files).map(file).collect();
        let source = ClientSource { id: "acme".to_owned(), files, problems: Diagnostics::new() };
        let (agency, shared, headings) = (Agency::unknown(), Shared::default(), SectionWords::default());
        let around = Surroundings { agency: &agency, shared: &shared, languages: &[], headings: &headings };
        parse(&source, around, &mut Diagnostics::new()).expect("there is a client.yml")
    }

    fn resolved(files: &[(&str, &str)], diagnostics: &mut Diagnostics) -> Option<Portal> {
        resolve(content(files), &Agency::unknown(), Drafts::LeftOut, diagnostics)
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
