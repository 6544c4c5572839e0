//! What the people of one audience may know.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lookup::Lookup;
use super::occurrences::Occurrences;
use super::reading_order::Section;
use super::terms::{Matcher, TermSet, Use};
use super::used::{Lead, Leads, Stock, Used, matcher};
use super::{Asset, Portal, Target, reading_order};
use crate::content::client::Client;
use crate::content::decision::Decision;
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::content::item::Item;
use crate::content::markdown::Document;
use crate::content::milestone::Milestone;
use crate::content::person::Person;
use crate::content::phase::Phase;
use crate::content::reference::{ItemId, ItemKind, Reference};
use crate::content::task::Task;
use crate::content::update::Update;
use crate::content::{Agency, named_once};
use crate::names::{AssetName, AudienceId};

/// A portal as one audience sees it: the open items and their own. Made by [`Portal::for_audience`] only, and the only
/// form in which a portal can be rendered.
#[derive(Debug)]
pub struct AudiencePortal<'p> {
    portal: &'p Portal,
    audience: &'p AudienceId,
    people: Vec<&'p Person>,
    phases: Vec<&'p Phase>,
    milestones: Vec<&'p Milestone>,
    tasks: Vec<&'p Task>,
    decisions: Vec<&'p Decision>,
    updates: Vec<&'p Update>,
    sections: Vec<Section<'p>>,
    terms: Vec<&'p Term>,
    matcher: Matcher,
    assets: Vec<(&'p AssetName, &'p Asset)>,
    lookup: Lookup<'p>,
    occurrences: Occurrences<'p>,
}

impl Portal {
    /// Leaves out all that `audience` may not see, and of what is shared all that this audience's own content does not
    /// use.
    pub fn for_audience<'p>(&'p self, audience: &'p AudienceId) -> AudiencePortal<'p> {
        let seen = |item: &Item| item.audience.includes(audience);
        let (shared_people, people) =
            self.people.iter().filter(|one| seen(&one.item)).partition::<Vec<_>, _>(|one| one.shared);
        let mut view = AudiencePortal {
            portal: self,
            audience,
            people,
            phases: self.phases.iter().filter(|one| seen(&one.item)).collect(),
            milestones: self.milestones.iter().filter(|one| seen(&one.item)).collect(),
            tasks: self.tasks.iter().filter(|one| seen(&one.item)).collect(),
            decisions: self.decisions.iter().filter(|one| seen(&one.item)).collect(),
            updates: self.updates.iter().filter(|one| seen(&one.item)).collect(),
            sections: Vec::new(),
            terms: Vec::new(),
            matcher: Matcher::default(),
            assets: self.assets.iter().filter(|(_, asset)| asset.audience.includes(audience)).collect(),
            lookup: Lookup::default(),
            occurrences: Occurrences::default(),
        };
        // The newest first.
        view.updates.sort_by_key(|update| std::cmp::Reverse(update.on));
        let terms = named_once(self.terms.iter().filter(|one| seen(&one.item)).collect());
        let docs: Vec<&Doc> = self.docs.iter().filter(|one| seen(&one.item)).collect();
        let used = view.used(&shared_people, &terms, &docs);
        view.people.extend(shared_people.into_iter().filter(|one| used.has_person(one)));
        view.terms = terms.into_iter().filter(|one| used.has_term(one)).collect();
        view.sections = reading_order::sections(docs.into_iter().filter(|one| used.has_doc(one)).collect());
        view.leave_out_unnamed_files();
        view.matcher = matcher(&view.terms);
        view.lookup = Lookup::of(&view.people, &view.milestones, &view.tasks, &view.decisions);
        view.occurrences = Occurrences::of(view.texts().chain(view.noted()), view.docs());
        view
    }
}

impl<'p> AudiencePortal<'p> {
    /// Whose view this is.
    pub fn audience(&self) -> &'p AudienceId {
        self.audience
    }

    /// Who publishes the portal.
    pub fn agency(&self) -> &'p Agency {
        &self.portal.agency
    }

    /// Whose portal it is.
    pub fn client(&self) -> &'p Client {
        &self.portal.client
    }

    /// Who works on the project, in the order of the file.
    pub fn people(&self) -> &[&'p Person] {
        &self.people
    }

    /// The phases, in the order of the file.
    pub fn phases(&self) -> &[&'p Phase] {
        &self.phases
    }

    /// The milestones, in the order of the file.
    pub fn milestones(&self) -> &[&'p Milestone] {
        &self.milestones
    }

    /// The tasks, in the order of the file.
    pub fn tasks(&self) -> &[&'p Task] {
        &self.tasks
    }

    /// The decisions, in the order of their files.
    pub fn decisions(&self) -> &[&'p Decision] {
        &self.decisions
    }

    /// The updates, the newest first.
    pub fn updates(&self) -> &[&'p Update] {
        &self.updates
    }

    /// The documentation by folder, in reading order.
    pub fn sections(&self) -> &[Section<'p>] {
        &self.sections
    }

    /// The glossary, in the order of the file.
    pub fn terms(&self) -> &[&'p Term] {
        &self.terms
    }

    /// Where some pieces of a text use words of the glossary, in reading order; not in code. Pieces are counted from the
    /// first of these; a term's number is its place in [`AudiencePortal::terms`]. The texts of the glossary use none.
    pub fn uses<'o>(&'o self, text: &'o Document, pieces: Range<usize>) -> impl Iterator<Item = Use> {
        self.occurrences.within(text, pieces, &self.matcher)
    }

    /// Which words of the glossary the texts of a document use.
    pub fn terms_in(&self, doc: &Doc) -> &TermSet {
        self.occurrences.in_doc(doc, &self.matcher)
    }

    /// Is told which words those are, by whoever has found out before: the document is not gone through for them again.
    pub fn know_terms_in(&self, doc: &Doc, terms: TermSet) {
        self.occurrences.know(doc, terms);
    }

    /// The files, by name.
    pub fn assets(&self) -> &[(&'p AssetName, &'p Asset)] {
        &self.assets
    }

    /// A file of this audience by name.
    pub fn asset(&self, name: &AssetName) -> Option<&'p Asset> {
        let at = self.assets.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        Some(self.assets[at].1)
    }

    /// Every page of documentation, in reading order.
    pub fn docs(&self) -> impl Iterator<Item = &'p Doc> + '_ {
        self.sections.iter().flat_map(|section| section.docs.iter().copied())
    }

    /// Whether there is anything that is not to be published yet.
    pub fn has_drafts(&self) -> bool {
        let plan = self.phases.iter().map(|one| &one.item).chain(self.milestones.iter().map(|one| &one.item));
        let work = self.tasks.iter().map(|one| &one.item).chain(self.people.iter().map(|one| &one.item));
        let pages = self.decisions.iter().map(|one| &one.item).chain(self.updates.iter().map(|one| &one.item));
        let words = self.docs().map(|one| &one.item).chain(self.terms.iter().map(|one| &one.item));
        let files = self.assets.iter().filter_map(|(_, asset)| asset.attachment.item.as_ref());
        plan.chain(work).chain(pages).chain(words).chain(files).any(|item| item.draft)
    }

    /// The item that a reference leads to, as far as it is a person.
    pub fn person(&self, reference: &Reference) -> Option<&'p Person> {
        self.lookup.person(reference)
    }

    /// The same, as far as it is a milestone.
    pub fn milestone(&self, reference: &Reference) -> Option<&'p Milestone> {
        self.lookup.milestone(reference)
    }

    /// The same, as far as it is a task.
    pub fn task(&self, reference: &Reference) -> Option<&'p Task> {
        self.lookup.task(reference)
    }

    /// The same, as far as it is a decision.
    pub fn decision(&self, reference: &Reference) -> Option<&'p Decision> {
        self.lookup.decision(reference)
    }

    /// The milestones of a phase, in the order of the file.
    pub fn milestones_of(&self, phase: &Phase) -> &[&'p Milestone] {
        self.lookup.milestones_of(phase)
    }

    /// Where the references of a text lead, in their order.
    pub fn targets(&self, text: &Document) -> &'p [Target] {
        self.portal.links.of(text)
    }

    /// The picture of somebody.
    pub fn photo(&self, person: &Person) -> Option<&'p AssetName> {
        self.portal.links.photos.get(&person.item.id.value)
    }

    /// Everything written that this audience reads; not the glossary.
    pub fn texts(&self) -> impl Iterator<Item = &'p Document> + '_ {
        let plan = self.phases.iter().flat_map(|one| one.texts());
        let plan = plan.chain(self.milestones.iter().flat_map(|one| one.texts()));
        let work = self.tasks.iter().flat_map(|one| one.texts()).chain(self.people.iter().flat_map(|one| one.texts()));
        let pages = self.decisions.iter().flat_map(|one| one.texts());
        let pages = pages.chain(self.updates.iter().flat_map(|one| one.texts()));
        self.client().texts().chain(plan).chain(work).chain(pages).chain(self.docs().flat_map(Doc::texts))
    }

    /// What the content of this audience uses of what is shared. `terms` and `docs` are all of them, and not only shared
    /// ones; what is shared has not been added yet.
    fn used(&self, people: &[&'p Person], terms: &[&'p Term], docs: &[&'p Doc]) -> Used {
        let own_docs = || docs.iter().copied().filter(|doc| !doc.shared);
        let named = self.milestones.iter().flat_map(|one| one.named());
        let named = named.chain(self.tasks.iter().flat_map(|one| one.named()));
        let named = named.chain(self.decisions.iter().flat_map(|one| one.named()));
        let own_terms = terms.iter().filter(|term| !term.shared).flat_map(|term| term.texts());
        let texts = self.texts().chain(self.noted()).chain(own_terms);
        let stock = Stock {
            texts: texts.chain(own_docs().flat_map(Doc::texts)).collect(),
            named: named.chain(own_docs().flat_map(Doc::named)).collect(),
            terms: terms.to_vec(),
            people: people.to_vec(),
            docs: docs.iter().copied().filter(|doc| doc.shared).collect(),
        };
        let links = |text: &Document| self.portal.links.of(text).iter().filter_map(lead).collect();
        let is_person = |id: &&ItemId| id.kind == ItemKind::Person;
        let person = |reference: &Reference| reference.target().filter(is_person).map(|target| target.id.clone());
        Used::of(stock, &Leads { links: &links, person: &person })
    }

    /// What `files.yml` says of the files.
    fn noted(&self) -> impl Iterator<Item = &'p Document> + '_ {
        self.assets.iter().filter_map(|(_, asset)| asset.attachment.item.as_ref()).flat_map(Item::texts)
    }

    /// Files that are not listed are part of a portal where something refers to them that this audience reads: an open
    /// document that all clients share may be there for few.
    fn leave_out_unnamed_files(&mut self) {
        let terms = self.terms.iter().flat_map(|term| term.texts());
        let targets = self.texts().chain(terms).chain(self.noted()).flat_map(|text| self.targets(text));
        let named = targets.filter_map(|target| match target {
            Target::Asset(name) => Some(name),
            _ => None,
        });
        let photos = self.people.iter().filter_map(|person| self.photo(person));
        let named: BTreeSet<&AssetName> = named.chain(photos).collect();
        self.assets.retain(|(name, asset)| asset.attachment.listed || named.contains(name));
    }
}

fn lead(target: &Target) -> Option<Lead> {
    match target {
        Target::Page(page, anchor) if page.as_str() == "/glossary" => anchor.clone().map(Lead::Term),
        Target::Page(page, _) => Some(Lead::Doc(page.as_str().to_owned())),
        _ => None,
    }
}
