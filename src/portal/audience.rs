//! What the people of one audience may know.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::reading_order::Section;
use super::terms::{Matcher, all_uses};
use super::{Asset, Portal, Target, reading_order};
use crate::content::Agency;
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
}

impl Portal {
    /// Leaves out all that `audience` may not see, and of what is shared all that this audience's own content does not
    /// use.
    pub fn for_audience<'p>(&'p self, audience: &'p AudienceId) -> AudiencePortal<'p> {
        let seen = |item: &Item| item.audience.includes(audience);
        let mut view = AudiencePortal {
            portal: self,
            audience,
            people: self.people.iter().filter(|one| seen(&one.item)).collect(),
            phases: self.phases.iter().filter(|one| seen(&one.item)).collect(),
            milestones: self.milestones.iter().filter(|one| seen(&one.item)).collect(),
            tasks: self.tasks.iter().filter(|one| seen(&one.item)).collect(),
            decisions: self.decisions.iter().filter(|one| seen(&one.item)).collect(),
            updates: self.updates.iter().filter(|one| seen(&one.item)).collect(),
            sections: Vec::new(),
            terms: self.terms.iter().filter(|one| seen(&one.item)).collect(),
            matcher: Matcher::default(),
            assets: self.assets.iter().filter(|(_, asset)| asset.audience.includes(audience)).collect(),
        };
        // The newest first.
        view.updates.sort_by_key(|update| std::cmp::Reverse(update.on));
        let docs: Vec<&Doc> = self.docs.iter().filter(|one| seen(&one.item)).collect();
        view.sections = reading_order::sections(view.linked(docs));
        view.leave_out_unnamed_people();
        view.leave_out_unused_terms();
        view.leave_out_unnamed_files();
        view.matcher = matcher(&view.terms);
        view
    }
}

/// What looks for the words of the glossary; a term's number is its place in `terms`. A term's own name comes before what
/// another is also called.
fn matcher(terms: &[&Term]) -> Matcher {
    let names = terms.iter().enumerate().map(|(at, term)| (at, term.word()));
    let others = terms.iter().enumerate().flat_map(|(at, term)| term.aka.iter().map(move |form| (at, form.as_str())));
    Matcher::new(names.chain(others))
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

    /// What finds the words of the glossary in a text; a term's number is its place in [`AudiencePortal::terms`].
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
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

    /// Where the references of a text lead, in their order.
    pub fn targets(&self, text: &Document) -> &'p [Target] {
        self.portal.links.of(text)
    }

    /// The picture of somebody.
    pub fn photo(&self, person: &Person) -> Option<&'p AssetName> {
        self.portal.links.photos.get(&person.item.id.value)
    }

    /// The item that a reference leads to, as far as it is a person.
    pub fn person(&self, reference: &Reference) -> Option<&'p Person> {
        let id = self.id(reference, ItemKind::Person)?;
        self.people.iter().copied().find(|one| one.item.id.value == id)
    }

    /// The same, as far as it is a phase.
    pub fn phase(&self, reference: &Reference) -> Option<&'p Phase> {
        let id = self.id(reference, ItemKind::Phase)?;
        self.phases.iter().copied().find(|one| one.item.id.value == id)
    }

    /// The same, as far as it is a milestone.
    pub fn milestone(&self, reference: &Reference) -> Option<&'p Milestone> {
        let id = self.id(reference, ItemKind::Milestone)?;
        self.milestones.iter().copied().find(|one| one.item.id.value == id)
    }

    /// The same, as far as it is a task.
    pub fn task(&self, reference: &Reference) -> Option<&'p Task> {
        let id = self.id(reference, ItemKind::Task)?;
        self.tasks.iter().copied().find(|one| one.item.id.value == id)
    }

    /// The same, as far as it is a decision.
    pub fn decision(&self, reference: &Reference) -> Option<&'p Decision> {
        let id = self.id(reference, ItemKind::Decision)?;
        self.decisions.iter().copied().find(|one| one.item.id.value == id)
    }

    fn id<'r>(&self, reference: &'r Reference, kind: ItemKind) -> Option<&'r str> {
        reference.target().filter(|target| target.kind == kind).map(|target| target.id.as_str())
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

    /// The words of the glossary that a text uses, their own explanations left aside.
    pub fn used_terms(&self) -> Vec<&'p Term> {
        let mut used: BTreeSet<usize> = BTreeSet::new();
        for text in self.texts() {
            used.extend(all_uses(&text.pieces, &self.matcher));
            if used.len() == self.terms.len() {
                break;
            }
        }
        used.into_iter().map(|at| self.terms[at]).collect()
    }

    /// Of `docs`, those that are the client's own, and the shared ones that something links to.
    fn linked(&self, docs: Vec<&'p Doc>) -> Vec<&'p Doc> {
        let mut shared: HashMap<&str, &'p Doc> = HashMap::new();
        let (further, mut found): (Vec<_>, Vec<_>) = docs.into_iter().partition(|doc| doc.shared);
        shared.extend(further.into_iter().map(|doc| (doc.path.as_str(), doc)));
        if shared.is_empty() {
            return found;
        }
        let terms = self.terms.iter().flat_map(|term| term.texts());
        let own = found.iter().flat_map(|doc| doc.texts());
        let mut queue: Vec<&'p Document> = self.texts().chain(terms).chain(own).collect();
        while let Some(text) = queue.pop() {
            for target in self.targets(text) {
                let Target::Page(path, _) = target else { continue };
                if let Some(doc) = shared.remove(path.as_str()) {
                    queue.extend(doc.texts());
                    found.push(doc);
                }
            }
        }
        found
    }

    /// Shared people are part of a portal where something names them.
    fn leave_out_unnamed_people(&mut self) {
        let named =
            self.milestones.iter().flat_map(|one| one.named()).chain(self.tasks.iter().flat_map(|one| one.named()));
        let named =
            named.chain(self.decisions.iter().flat_map(|one| one.named())).chain(self.docs().flat_map(Doc::named));
        let named: HashSet<&ItemId> = named.filter_map(Reference::target).collect();
        let id = |person: &Person| ItemId { kind: ItemKind::Person, id: person.item.id.value.clone() };
        let kept = self.people.iter().copied().filter(|person| !person.shared || named.contains(&id(person))).collect();
        self.people = kept;
    }

    /// Files that are not listed are part of a portal where something refers to them that this audience reads: an open
    /// document that all clients share may be there for few.
    fn leave_out_unnamed_files(&mut self) {
        let terms = self.terms.iter().flat_map(|term| term.texts());
        let noted = self.assets.iter().filter_map(|(_, asset)| asset.attachment.item.as_ref()).flat_map(Item::texts);
        let targets = self.texts().chain(terms).chain(noted).flat_map(|text| self.targets(text));
        let named = targets.filter_map(|target| match target {
            Target::Asset(name) => Some(name),
            _ => None,
        });
        let photos = self.people.iter().filter_map(|person| self.photo(person));
        let named: BTreeSet<&AssetName> = named.chain(photos).collect();
        self.assets.retain(|(name, asset)| asset.attachment.listed || named.contains(name));
    }

    /// Shared words are part of a portal where a text uses them.
    fn leave_out_unused_terms(&mut self) {
        if !self.terms.iter().any(|term| term.shared) {
            return;
        }
        let matcher = matcher(&self.terms);
        let mut used: BTreeSet<usize> = BTreeSet::new();
        let own = self.terms.iter().filter(|term| !term.shared).flat_map(|term| term.texts());
        let mut queue: Vec<&'p Document> = self.texts().chain(own).collect();
        while let Some(text) = queue.pop() {
            for at in all_uses(&text.pieces, &matcher) {
                if used.insert(at) && self.terms[at].shared {
                    queue.extend(self.terms[at].texts());
                }
            }
        }
        let terms = self.terms.iter().enumerate();
        self.terms = terms.filter(|(at, term)| !term.shared || used.contains(at)).map(|(_, term)| *term).collect();
    }
}
