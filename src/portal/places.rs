//! Which places a portal has: the pages that are made from many files. A place is there for whoever has anything in it.

use super::AudiencePortal;
use crate::content::Agency;
use crate::content::approval::Approval;
use crate::content::client::Client;
use crate::content::decision::{Decision, Status};
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::content::item::Item;
use crate::content::milestone::Milestone;
use crate::content::person::Person;
use crate::content::phase::Phase;
use crate::content::reference::Reference;
use crate::content::task::Task;
use crate::content::update::Update;
use crate::names::PagePath;

/// A page that is made from many files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// What matters now.
    Home,
    /// The phases and milestones.
    Roadmap,
    /// What is to be done.
    Todos,
    /// All decisions.
    Decisions,
    /// All updates.
    Updates,
    /// The documentation, files and the glossary.
    Documents,
    /// The words that are explained.
    Glossary,
    /// Who works together, how, and what changed.
    About,
}

impl Place {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Place; 8] = [
        Place::Home,
        Place::Roadmap,
        Place::Todos,
        Place::Decisions,
        Place::Updates,
        Place::Documents,
        Place::Glossary,
        Place::About,
    ];

    /// Its address in the portal.
    pub fn path(self) -> &'static str {
        match self {
            Place::Home => "/",
            Place::Roadmap => "/roadmap",
            Place::Todos => "/todos",
            Place::Decisions => "/decisions",
            Place::Updates => "/updates",
            Place::Documents => "/documents",
            Place::Glossary => "/glossary",
            Place::About => "/about",
        }
    }

    /// The page itself.
    pub fn page(self) -> PagePath {
        PagePath::parse(self.path()).expect("a constant path is well-formed")
    }
}

/// Whether there is anything to say about working together, beside who does it.
pub fn says_how_we_work(client: &Client, agency: &Agency) -> bool {
    client.says_how_we_work() || !agency.closed_days.is_empty() || client.timezone != agency.timezone
}

/// All that may stand in a place.
pub(super) struct Everything<'c> {
    pub(super) client: Option<&'c Client>,
    pub(super) agency: &'c Agency,
    pub(super) people: Vec<&'c Person>,
    pub(super) phases: Vec<&'c Phase>,
    pub(super) milestones: Vec<&'c Milestone>,
    pub(super) tasks: Vec<&'c Task>,
    pub(super) decisions: Vec<&'c Decision>,
    pub(super) updates: Vec<&'c Update>,
    pub(super) docs: Vec<&'c Doc>,
    pub(super) terms: Vec<&'c Term>,
    /// The files that are listed, with what `files.yml` says of them.
    pub(super) files: Vec<Option<&'c Item>>,
}

/// Why a place is there: for everybody, or for whoever sees one of these items.
pub(super) enum Because<'c> {
    Always,
    Items(Vec<&'c Item>),
}

impl<'c> Everything<'c> {
    /// Why there is such a place. `is_ours` says whether somebody who is named is one of the agency's own people.
    pub(super) fn reasons(&self, place: Place, is_ours: &dyn Fn(&Reference) -> bool) -> Because<'c> {
        match place {
            Place::Home => Because::Always,
            Place::Documents if self.files.iter().any(Option::is_none) => Because::Always,
            Place::About if self.client.is_some_and(|client| says_how_we_work(client, self.agency)) => Because::Always,
            _ => Because::Items(self.items(place, is_ours)),
        }
    }

    fn items(&self, place: Place, is_ours: &dyn Fn(&Reference) -> bool) -> Vec<&'c Item> {
        match place {
            Place::Home => Vec::new(),
            Place::Roadmap => {
                let phases = self.phases.iter().map(|one| &one.item);
                phases.chain(self.milestones.iter().map(|one| &one.item)).collect()
            }
            Place::Todos => self.to_do(is_ours),
            Place::Decisions => self.decisions.iter().map(|one| &one.item).collect(),
            Place::Updates => self.updates.iter().map(|one| &one.item).collect(),
            Place::Documents => {
                let docs = self.docs.iter().map(|one| &one.item);
                docs.chain(self.terms.iter().map(|one| &one.item)).chain(self.files.iter().copied().flatten()).collect()
            }
            Place::Glossary => self.terms.iter().map(|one| &one.item).collect(),
            Place::About => self.people.iter().map(|one| &one.item).chain(self.changed()).collect(),
        }
    }

    /// Also what is done already: what the client agreed to stays to be read. What the client is asked for is no more to
    /// do once the project is over, nor once it was given up.
    fn to_do(&self, is_ours: &dyn Fn(&Reference) -> bool) -> Vec<&'c Item> {
        let over = self.client.is_some_and(|client| client.closed.is_some());
        let open = |item: &Item| !over && item.dropped.is_none();
        let agreed = |approval: &Option<Approval>, item: &Item| {
            let clients = approval.as_ref().filter(|one| !one.by.as_ref().is_some_and(is_ours));
            clients.is_some_and(|approval| !approval.waits() || open(item))
        };
        let asked = |one: &Decision| {
            let ours = !one.makers.is_empty() && one.makers.iter().all(is_ours);
            one.status.value == Status::Proposed && open(&one.item) && !ours
        };
        let milestones = self.milestones.iter().map(|one| (&one.item, &one.approval));
        let docs = self.docs.iter().map(|one| (&one.item, &one.approval));
        let decided = self.decisions.iter().filter(|one| decided(one)).map(|one| (&one.item, &one.approval));
        let agreed = milestones.chain(docs).chain(decided).filter(|(item, approval)| agreed(approval, item));
        let asked = self.decisions.iter().filter(|one| asked(one)).map(|one| &one.item);
        self.tasks.iter().map(|one| &one.item).chain(agreed.map(|(item, _)| item)).chain(asked).collect()
    }

    /// What changed of what was agreed; what was given up changes nothing any more.
    fn changed(&self) -> impl Iterator<Item = &'c Item> {
        let moved = |one: &&&Milestone| one.original().is_some() && !one.moves.is_empty();
        let costs = |one: &&&Decision| one.status.value == Status::Accepted && one.effect.is_some();
        let moved = self.milestones.iter().filter(moved).map(|one| &one.item);
        let costs = self.decisions.iter().filter(costs).map(|one| &one.item);
        moved.chain(costs).filter(|item| item.dropped.is_none())
    }
}

/// Whether an approval of a decision stands for itself: one that is given, or one of what was decided.
fn decided(decision: &Decision) -> bool {
    let given = decision.approval.as_ref().is_some_and(|approval| !approval.waits());
    given || decision.status.value == Status::Accepted
}

impl AudiencePortal<'_> {
    /// The places that this audience has anything in, in the order in which they are shown.
    pub fn places(&self) -> Vec<Place> {
        let files = self.assets().iter().filter(|(_, asset)| asset.attachment.listed);
        let everything = Everything {
            client: Some(self.client()),
            agency: self.agency(),
            people: self.people().to_vec(),
            phases: self.phases().to_vec(),
            milestones: self.milestones().to_vec(),
            tasks: self.tasks().to_vec(),
            decisions: self.decisions().to_vec(),
            updates: self.updates().to_vec(),
            docs: self.docs().collect(),
            terms: self.terms().to_vec(),
            files: files.map(|(_, asset)| asset.attachment.item.as_ref()).collect(),
        };
        let is_ours = |person: &Reference| self.is_ours(person);
        let is_there = |place: &Place| match everything.reasons(*place, &is_ours) {
            Because::Always => true,
            Because::Items(items) => !items.is_empty(),
        };
        Place::ALL.into_iter().filter(is_there).collect()
    }
}
