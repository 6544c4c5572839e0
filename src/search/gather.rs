//! Everything that one audience may find, out of what its pages say.

use rayon::prelude::*;

use super::entry::{Entry, Kind, Unit};
use super::text::{sections, whole};
use super::words::Read;
use crate::content::decision::Decision;
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::content::item::Item;
use crate::content::markdown::Document;
use crate::content::milestone::Milestone;
use crate::content::person::Person;
use crate::content::phase::Phase;
use crate::content::reference::{ItemKind, Reference};
use crate::content::task::Task;
use crate::content::update::Update;
use crate::formats::{DateStyle, Formats};
use crate::names::AssetName;
use crate::portal::{Asset, AudiencePortal, Place};
use crate::theme::Locale;

/// What the entries are made from.
pub(super) struct Gatherer<'g> {
    pub(super) portal: &'g AudiencePortal<'g>,
    pub(super) words: &'g Locale,
    pub(super) formats: &'g Formats,
}

impl Gatherer<'_> {
    /// All entries, in the order in which those of equal rank are shown: what explains or decides first, the newest
    /// update before older ones. Some are read for their words before the next are gathered.
    pub(super) fn read(&self) -> Vec<Read> {
        let portal = self.portal;
        let docs: Vec<&Doc> = portal.docs().collect();
        let listed: Vec<_> = portal.assets().iter().filter(|(_, asset)| asset.attachment.listed).collect();
        let mut read = some_at_a_time(portal.terms(), |term| self.term(term));
        read.extend(some_at_a_time(portal.decisions(), |decision| self.decision(decision)));
        read.extend(some_at_a_time(&docs, |doc| {
            let entry = Entry::page(Kind::Doc, doc.path.as_str(), doc.item.title.value.as_str());
            with_body(entry, &doc.item, &doc.body)
        }));
        read.extend(some_at_a_time(portal.updates(), |update| self.update(update)));
        read.extend(some_at_a_time(portal.phases(), |phase| self.phase(phase)));
        read.extend(some_at_a_time(portal.milestones(), |milestone| self.milestone(milestone)));
        read.extend(some_at_a_time(portal.tasks(), |task| self.task(task)));
        read.extend(some_at_a_time(&listed, |(name, asset)| file(name, asset)));
        read.extend(some_at_a_time(portal.people(), |person| self.person(person)));
        read.extend(some_at_a_time(&portal.places(), |place| self.place(*place)));
        read
    }

    fn term(&self, term: &Term) -> Entry {
        let mut entry = Entry::place(Kind::Term, Place::Glossary.path(), term.item.id.value.clone(), term.word());
        entry.units[0].heading = term.aka.join(", ");
        say_all(&mut entry, term.texts());
        entry
    }

    fn decision(&self, decision: &Decision) -> Entry {
        let mut entry = Entry::page(Kind::Decision, decision.path.as_str(), decision.item.title.value.as_str());
        let number = decision.number.as_deref().unwrap_or_default();
        entry.know(number);
        entry.know(number.trim_start_matches('0'));
        // What is shown of a decision is what it is about.
        let recovery = decision.effect.iter().filter_map(|effect| effect.recovery.as_ref());
        recovery.for_each(|text| entry.know(&whole(text)));
        let mut entry = with_body(entry, &decision.item, &decision.body);
        let people = decision.makers.iter().chain(&decision.consulted).chain(&decision.informed);
        self.say_people(&mut entry, people);
        entry
    }

    fn update(&self, update: &Update) -> Entry {
        let day = self.formats.date(update.on, DateStyle::Full);
        let title = match &update.body.title {
            Some(_) => format!("{day}: {}", update.item.title.value),
            None => day,
        };
        let mut entry = Entry::page(Kind::Update, update.path.as_str(), title);
        say_all(&mut entry, &update.because);
        with_body(entry, &update.item, &update.body)
    }

    fn milestone(&self, milestone: &Milestone) -> Entry {
        let anchor = ItemKind::Milestone.anchor(&milestone.item.id.value);
        let title = milestone.item.title.value.as_str();
        let mut entry = Entry::place(Kind::Milestone, Place::Roadmap.path(), anchor, title);
        say_all(&mut entry, milestone.texts());
        milestone.steps.iter().for_each(|step| entry.say(&step.title));
        say_former_titles(&mut entry, &milestone.item);
        entry
    }

    fn task(&self, task: &Task) -> Entry {
        let anchor = ItemKind::Task.anchor(&task.item.id.value);
        let mut entry = Entry::place(Kind::Task, Place::Todos.path(), anchor, task.item.title.value.as_str());
        say_all(&mut entry, task.texts());
        self.say_people(&mut entry, &task.owner);
        say_former_titles(&mut entry, &task.item);
        entry
    }

    fn say_people<'r>(&self, entry: &mut Entry, people: impl IntoIterator<Item = &'r Reference>) {
        for one in people {
            entry.know(self.portal.person(one).map_or_else(|| one.written(), |person| person.name()));
        }
    }

    /// A page that is made from many files, with what stands there and nowhere else.
    fn place(&self, place: Place) -> Entry {
        let word = match place {
            Place::Home => "home",
            Place::Roadmap => "roadmap",
            Place::Todos => "todos",
            Place::Decisions => "decisions",
            Place::Updates => "updates",
            Place::Documents => "documents",
            Place::Glossary => "glossary",
            Place::About => "about",
        };
        let mut entry = Entry::page(Kind::Page, place.path(), self.words.word(&format!("portal.places.{word}")));
        match place {
            Place::Home => self.say_how_it_goes(&mut entry),
            Place::About => say_all(&mut entry, &self.portal.client().comms.escalation),
            _ => {}
        }
        entry
    }

    /// What Home says and no other page: an update's own reason stands with the update.
    fn say_how_it_goes(&self, home: &mut Entry) {
        let client = self.portal.client();
        home.say(&client.project);
        match &client.closed {
            Some(closed) => say_all(home, closed.texts()),
            None => {
                let state = self.portal.state().filter(|state| state.update.is_none());
                say_all(home, state.and_then(|state| state.because));
            }
        }
    }

    fn phase(&self, phase: &Phase) -> Entry {
        let anchor = ItemKind::Phase.anchor(&phase.item.id.value);
        let mut entry = Entry::place(Kind::Milestone, Place::Roadmap.path(), anchor, phase.item.title.value.as_str());
        say_all(&mut entry, phase.texts());
        say_former_titles(&mut entry, &phase.item);
        entry
    }

    /// Somebody, where they are presented.
    fn person(&self, person: &Person) -> Entry {
        let anchor = ItemKind::Person.anchor(&person.item.id.value);
        let mut entry = Entry::place(Kind::Page, Place::About.path(), anchor, person.name());
        let said = [&person.role, &person.email, &person.phone].into_iter().flatten().map(String::as_str);
        let said = said.chain(person.responsible_for.iter().map(String::as_str));
        entry.say(&said.collect::<Vec<_>>().join(", "));
        say_all(&mut entry, person.texts());
        say_former_titles(&mut entry, &person.item);
        entry
    }
}

/// So many items are read for their words at a time.
const SOME: usize = 64;

fn some_at_a_time<T: Sync>(items: &[T], entry: impl Fn(&T) -> Entry + Sync) -> Vec<Read> {
    items.par_chunks(SOME).map(|some| Read::of(some.iter().map(&entry).collect())).collect()
}

/// A file, by what it is called and by its name.
fn file(name: &AssetName, asset: &Asset) -> Entry {
    let attachment = &asset.attachment;
    let anchor = attachment.item.as_ref().map(|item| format!("file.{}", item.id.value)).unwrap_or_default();
    let mut entry = Entry::place(Kind::File, Place::Documents.path(), anchor, attachment.title.as_str());
    entry.asset = name.as_str().to_owned();
    let own_name = name.as_str().rsplit('/').next().unwrap_or_default();
    if own_name != attachment.title {
        entry.say(own_name);
    }
    if let Some(item) = &attachment.item {
        say_all(&mut entry, item.texts());
        say_former_titles(&mut entry, item);
    }
    entry
}

/// The text of a page, each heading of it with what stands below.
fn with_body(mut entry: Entry, item: &Item, body: &Document) -> Entry {
    say_former_titles(&mut entry, item);
    say_all(&mut entry, item.texts());
    for section in sections(body) {
        match section.heading {
            None => entry.say(&section.text),
            Some((anchor, heading)) => entry.units.push(Unit {
                anchor: anchor.to_owned(),
                heading: heading.to_owned(),
                text: section.text,
                ..Unit::default()
            }),
        }
    }
    entry
}

fn say_all<'d>(entry: &mut Entry, texts: impl IntoIterator<Item = &'d Document>) {
    texts.into_iter().for_each(|text| entry.say(&whole(text)));
}

fn say_former_titles(entry: &mut Entry, item: &Item) {
    item.was.iter().for_each(|was| entry.know(&was.value));
}
