//! Following the links of every text: where they lead, and who has which file.

use super::assets::Uses;
use super::links::Target;
use super::map::{From, Map};
use super::reach::Reach;
use super::used::Used;
use super::{Drafts, Links};
use crate::check;
use crate::content::client::Client;
use crate::content::glossary::Term;
use crate::content::item::{Audience, Item};
use crate::content::markdown::Document;
use crate::content::person::Person;
use crate::content::{Agency, Content};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::names::AssetName;
use crate::source::SourceFile;

/// Follows the links of every text. `unused` are shared words that are no part of this portal.
pub(super) fn follow(
    content: &Content,
    unused: &[Term],
    agency: &Agency,
    reach: &Reach,
    drafts: Drafts,
    found: &mut Diagnostics,
) -> (Links, Uses) {
    let map = Map::of(content, agency, &reach.used, drafts);
    let (uses, links) = (Uses::default(), Links::default());
    let mut linker = Linker { content, map: &map, reach, uses, links, drafts, found };
    linker.all(unused);
    let Linker { uses, links, .. } = linker;
    (links, uses)
}

struct Linker<'c, 'd> {
    content: &'c Content,
    map: &'c Map<'c>,
    reach: &'c Reach,
    uses: Uses,
    links: Links,
    drafts: Drafts,
    found: &'d mut Diagnostics,
}

/// Who reads the texts of an item, which say who has the files that they refer to.
struct Readers {
    /// Those to whom it is published.
    published: Audience,
    /// Those who would read it if drafts were published.
    left_out: Audience,
}

impl Linker<'_, '_> {
    /// Everything but what is shared and nobody uses, in a draft either.
    fn all(&mut self, unused: &[Term]) {
        let content = self.content;
        if let Some(client) = &content.client {
            self.of_client(client);
        }
        for person in &content.people {
            let readers = self.readers(&person.item, person.shared, |used| used.has_person(person));
            if !person.shared || !readers.is_nobody() || self.reach.used.has_person(person) {
                let left_out = !person.public || !self.reach.used.has_person(person);
                self.place("about", &person.item, person.texts(), left_out, &readers);
                self.photo(person, left_out, &readers);
            }
        }
        content.phases.iter().for_each(|one| self.own("roadmap", &one.item, one.texts()));
        content.milestones.iter().for_each(|one| self.own("roadmap", &one.item, one.texts()));
        content.tasks.iter().for_each(|one| self.own("todos", &one.item, one.texts()));
        for term in content.terms.iter().chain(unused) {
            let readers = self.readers(&term.item, term.shared, |used| used.has_term(term));
            if !term.shared || !readers.is_nobody() || self.reach.used.has_term(term) {
                self.place("glossary", &term.item, term.texts(), !self.reach.used.has_term(term), &readers);
            }
        }
        for one in &content.decisions {
            self.page(&one.source, &one.item, one.texts(), false, &self.readers(&one.item, false, |_| true));
        }
        for one in &content.updates {
            self.page(&one.source, &one.item, one.texts(), false, &self.readers(&one.item, false, |_| true));
        }
        for doc in &content.docs {
            let readers = self.readers(&doc.item, doc.shared, |used| used.has_doc(doc));
            if !doc.shared || !readers.is_nobody() || self.reach.used.has_doc(doc) {
                self.page(&doc.source, &doc.item, doc.texts(), !self.reach.used.has_doc(doc), &readers);
            }
        }
        let noted = content.attachments.values().filter_map(|file| file.item.as_ref());
        noted.for_each(|item| self.own("documents", item, item.texts()));
    }

    /// Everybody sees what `client.yml` says.
    fn of_client(&mut self, client: &Client) {
        let everybody = Readers { published: Audience::Everyone, left_out: Audience::Everyone };
        let from = |page| From {
            folder: "",
            page: &self.map.places[page],
            audience: &Audience::Everyone,
            left_out: false,
            lenient: false,
        };
        let (home, about) = (from(""), from("about"));
        client.texts_of_home().for_each(|text| self.text(text, home, &everybody));
        client.comms.escalation.iter().for_each(|text| self.text(text, about, &everybody));
    }

    /// The texts of one of the client's own items, on a page made from many files.
    fn own<'t>(&mut self, page: &str, item: &Item, texts: impl Iterator<Item = &'t Document>) {
        self.place(page, item, texts, false, &self.readers(item, false, |_| true));
    }

    /// The texts of an item that stands on a page made from many files. Nobody is told of what is wrong in an item that
    /// is `left_out`; drafts need not be said to be so.
    fn place<'t>(
        &mut self,
        page: &str,
        item: &Item,
        texts: impl Iterator<Item = &'t Document>,
        left_out: bool,
        readers: &Readers,
    ) {
        let from = From {
            folder: "",
            page: &self.map.places[page],
            audience: &item.audience,
            left_out: left_out || self.leaves_out(item),
            lenient: false,
        };
        texts.for_each(|text| self.text(text, from, readers));
    }

    /// The same of an item that has a page of its own, made from the file `source`.
    fn page<'t>(
        &mut self,
        source: &str,
        item: &Item,
        texts: impl Iterator<Item = &'t Document>,
        left_out: bool,
        readers: &Readers,
    ) {
        let from = From {
            folder: source.rsplit_once('/').map_or("", |(folder, _)| folder),
            page: &self.map.pages[source],
            audience: &item.audience,
            left_out: left_out || self.leaves_out(item),
            lenient: source.starts_with("decisions/"),
        };
        texts.for_each(|text| self.text(text, from, readers));
    }

    fn leaves_out(&self, item: &Item) -> bool {
        item.draft && self.drafts == Drafts::LeftOut
    }

    /// Who reads an item: of what is shared, those who get to it.
    fn readers(&self, item: &Item, shared: bool, has: impl Fn(&Used) -> bool) -> Readers {
        if !shared {
            return Readers { published: item.audience.clone(), left_out: item.audience.clone() };
        }
        Readers { published: self.reach.readers(item, &has), left_out: self.reach.readers_with_drafts(item, &has) }
    }

    /// Links of what is left out are not followed, but say whom the files are for.
    fn text(&mut self, text: &Document, from: From<'_>, readers: &Readers) {
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
                self.uses(name, from.left_out, readers);
                if !from.left_out {
                    let by_way_of_shared = reference.to.value.contains("../shared/");
                    self.check_covered(name, text.origin.file(), by_way_of_shared);
                }
            }
            targets.push(target);
        }
        if !targets.is_empty() {
            self.links.add(text, targets);
        }
    }

    fn uses(&mut self, name: &AssetName, left_out: bool, readers: &Readers) {
        if !left_out {
            self.uses.add(name, &readers.published, true);
        }
        self.uses.add(name, &readers.left_out, false);
    }

    fn photo(&mut self, person: &Person, left_out: bool, readers: &Readers) {
        let Some(photo) = &person.photo else { return };
        let left_out = left_out || self.leaves_out(&person.item);
        match self.map.picture(&photo.path.value, &photo.file, &person.item.audience) {
            Ok(name) => {
                self.uses(&name, left_out, readers);
                if !left_out {
                    self.check_covered(&name, &photo.file, photo.path.value.contains("../shared/"));
                }
                self.links.photos.insert(person.item.id.value.clone(), name);
            }
            Err(_) if left_out => {}
            Err(missing) => self.found.push(missing.at(photo.file.place(photo.path.span))),
        }
    }

    /// What `shared/` refers to is a file of `shared/`: one of the client's own in its place would be shown to whoever
    /// reads the shared text.
    fn check_covered(&mut self, name: &AssetName, from: &SourceFile, by_way_of_shared: bool) {
        let folder = self.content.client_file.path().trim_end_matches("client.yml");
        let is_own = from.path().starts_with(folder);
        if (is_own && !by_way_of_shared) || !self.content.covered.contains(name) {
            return;
        }
        let Some(own) = self.content.attachments.get(name) else { return };
        self.found.push(covered(from, own.file.whole(), name));
    }
}

fn covered(from: &SourceFile, place: crate::diagnostic::Place, name: &AssetName) -> Diagnostic {
    let from = from.path();
    let message = format!("{from} refers to `shared/{name}`, and this is another file of that name");
    check::COVERED_FILE.at(place, message).help("give this file another name, and change the links to it")
}

impl Readers {
    fn is_nobody(&self) -> bool {
        self.published.is_nobody() && self.left_out.is_nobody()
    }
}
