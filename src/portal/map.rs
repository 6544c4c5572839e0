//! All that can be linked to in one client's folder.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Drafts;
use super::known::Known;
use super::places::{Because, Everything, Place};
use super::used::Used;
use crate::content::attachment::Attachment;
use crate::content::doc::Doc;
use crate::content::item::{Audience, Item};
use crate::content::markdown::Document;
use crate::content::person::Side;
use crate::content::reference::{ItemKind, Reference};
use crate::content::{Agency, Content};
use crate::names::{AssetName, AudienceId, PagePath};

/// All that can be linked to in one client's folder.
#[derive(Debug)]
pub(super) struct Map<'c> {
    /// Pages by the file they are made from.
    pub(super) pages: HashMap<&'c str, LinkedPage<'c>>,
    /// Pages that are made from many files, by path without the `/` in front.
    pub(super) places: HashMap<&'static str, LinkedPage<'c>>,
    /// Files by name.
    pub(super) files: &'c BTreeMap<AssetName, Attachment>,
    /// The same by what they are called, to say what was meant.
    pub(super) known: Known<'c>,
    /// Files that are there and could not be read.
    pub(super) unread: &'c BTreeSet<String>,
    pub(super) drafts: Drafts,
}

/// A page that can be linked to.
#[derive(Debug)]
pub(super) struct LinkedPage<'c> {
    pub(super) path: PagePath,
    pub(super) anchors: Vec<Anchor<'c>>,
    /// Whose page it is. A page that is made from many files exists for everybody who sees one of its items.
    pub(super) standing: Standing<'c>,
}

/// A place on a page.
#[derive(Debug)]
pub(super) struct Anchor<'c> {
    pub(super) id: String,
    /// An item of its own, such as a term of the glossary; `None` for a heading.
    pub(super) standing: Option<Standing<'c>>,
}

/// Whether an item may be linked to, and from where.
#[derive(Debug, Clone)]
pub(super) struct Standing<'c> {
    pub(super) title: &'c str,
    pub(super) audience: Audience,
    /// A draft that is left out of this portal.
    pub(super) left_out: bool,
}

/// The item that refers to something.
#[derive(Debug, Clone, Copy)]
pub(super) struct From<'c> {
    /// The folder of its file in the client's folder, without `/` at the end.
    pub(super) folder: &'c str,
    /// Its page.
    pub(super) page: &'c LinkedPage<'c>,
    /// Who sees it.
    pub(super) audience: &'c Audience,
    /// A draft that is left out: nobody hears of what is wrong with its references.
    pub(super) left_out: bool,
    /// A record that may come from another tool: what is wrong with its links is no more than a warning.
    pub(super) lenient: bool,
}

impl<'c> Standing<'c> {
    pub(super) fn of(title: &'c str, item: &Item, drafts: Drafts) -> Self {
        Standing { title, audience: item.audience.clone(), left_out: item.draft && drafts == Drafts::LeftOut }
    }

    /// The same where `other` is there for all who do not see this.
    fn stood_in_for(&mut self, other: Self, declared: &[AudienceId]) {
        if self.left_out {
            *self = other;
        } else if !other.left_out {
            self.audience = self.audience.or(&other.audience).among(declared);
        }
    }
}

impl<'c> Map<'c> {
    /// The map of `content`.
    pub(super) fn of(content: &'c Content, agency: &'c Agency, used: &Used, drafts: Drafts) -> Self {
        let pages = pages(content, drafts);
        let published = pages.iter().filter(|(_, page)| !page.standing.left_out).map(|(file, _)| *file).collect();
        let drafts_left_out = pages.iter().filter(|(_, page)| page.standing.left_out).map(|(file, _)| *file);
        let known = Known::of(published, drafts_left_out, &content.attachments);
        Map {
            places: places(content, agency, used, drafts),
            files: &content.attachments,
            known,
            pages,
            unread: &content.unread,
            drafts,
        }
    }

    /// A page by the file it is made from, or by its path in the portal.
    pub(super) fn page(&self, path: &str) -> Option<&LinkedPage<'c>> {
        // The page of the glossary is there for those who write in it, and to go to only where there is a term.
        let place = self.places.get(path).filter(|page| !page.standing.audience.is_nobody());
        self.pages.get(path).or(place).or_else(|| {
            let file = format!("{path}.md");
            self.pages.get(file.as_str())
        })
    }
}

fn pages(content: &Content, drafts: Drafts) -> HashMap<&str, LinkedPage<'_>> {
    let page = |path: &PagePath, item, text| page(path, item, text, drafts);
    let docs = content.docs.iter().map(|doc: &Doc| (doc.source.as_str(), page(&doc.path, &doc.item, &doc.body)));
    let decisions = content.decisions.iter().map(|one| (one.source.as_str(), page(&one.path, &one.item, &one.body)));
    let updates = content.updates.iter().map(|one| (one.source.as_str(), page(&one.path, &one.item, &one.body)));
    docs.chain(decisions).chain(updates).collect()
}

fn page<'c>(path: &PagePath, item: &'c Item, text: &'c Document, drafts: Drafts) -> LinkedPage<'c> {
    LinkedPage {
        path: path.clone(),
        anchors: text.anchors().map(|id| Anchor { id: id.to_owned(), standing: None }).collect(),
        standing: Standing::of(&item.title.value, item, drafts),
    }
}

/// Items with an anchor on a page; a term has its id alone for one, and no kind.
type Listed<'c> = Vec<(Option<ItemKind>, &'c Item)>;

/// The pages that are made from many files, each with the items that stand on it.
///
/// What is shared may be there for some only: [`super::dead_ends`] looks at that.
fn places<'c>(
    content: &'c Content,
    agency: &'c Agency,
    used: &Used,
    drafts: Drafts,
) -> HashMap<&'static str, LinkedPage<'c>> {
    let here = |item: &Item| !item.draft || drafts == Drafts::Shown;
    let people = || content.people.iter().filter(|one| one.public && used.has_person(one));
    let files = content.attachments.values().filter(|file| file.listed).map(|file| file.item.as_ref());
    let everything = Everything {
        client: content.client.as_ref(),
        agency,
        people: people().filter(|one| here(&one.item)).collect(),
        phases: content.phases.iter().filter(|one| here(&one.item)).collect(),
        milestones: content.milestones.iter().filter(|one| here(&one.item)).collect(),
        tasks: content.tasks.iter().filter(|one| here(&one.item)).collect(),
        decisions: content.decisions.iter().filter(|one| here(&one.item)).collect(),
        updates: content.updates.iter().filter(|one| here(&one.item)).collect(),
        docs: content.docs.iter().filter(|one| here(&one.item) && used.has_doc(one)).collect(),
        terms: content.terms.iter().filter(|one| here(&one.item)).collect(),
        files: files.filter(|item| item.is_none_or(here)).collect(),
    };
    let ours = content.people.iter().filter(|one| one.side == Side::Us).map(|one| one.item.id.value.as_str());
    let ours: HashSet<&str> = ours.collect();
    let is_ours =
        |one: &Reference| one.target().is_some_and(|id| id.kind == ItemKind::Person && ours.contains(id.id.as_str()));
    let declared = content.client.as_ref().map_or(&[][..], |client| &client.audiences);
    let place = |place: Place| {
        let items: Listed<'c> = match place {
            Place::Roadmap => {
                let phases = content.phases.iter().map(|one| (Some(ItemKind::Phase), &one.item));
                phases.chain(content.milestones.iter().map(|one| (Some(ItemKind::Milestone), &one.item))).collect()
            }
            Place::Todos => content.tasks.iter().map(|one| (Some(ItemKind::Task), &one.item)).collect(),
            Place::Glossary => content.terms.iter().map(|term| (None, &term.item)).collect(),
            Place::About => people().filter(|one| !one.shared).map(|one| (Some(ItemKind::Person), &one.item)).collect(),
            _ => Vec::new(),
        };
        let audience = match everything.reasons(place, &is_ours) {
            Because::Always => Audience::Everyone,
            Because::Items(items) => all(&items).among(declared),
        };
        (place.path().trim_start_matches('/'), self::place(place, &items, audience, declared, drafts))
    };
    Place::ALL.into_iter().map(place).collect()
}

fn place<'c>(
    place: Place,
    items: &[(Option<ItemKind>, &'c Item)],
    audience: Audience,
    declared: &[AudienceId],
    drafts: Drafts,
) -> LinkedPage<'c> {
    let mut anchors: Vec<Anchor<'c>> = Vec::with_capacity(items.len());
    let mut known: HashMap<String, usize> = HashMap::new();
    for (kind, item) in items {
        let id = kind.map_or_else(|| item.id.value.clone(), |kind| kind.anchor(&item.id.value));
        let standing = Standing::of(&item.title.value, item, drafts);
        match known.get(&id).and_then(|at| anchors[*at].standing.as_mut()) {
            // A shared word stands in for one of the client's own that not everybody sees.
            Some(own) if kind.is_none() => own.stood_in_for(standing, declared),
            _ => {
                known.insert(id.clone(), anchors.len());
                anchors.push(Anchor { id, standing: Some(standing) });
            }
        }
    }
    LinkedPage { path: place.page(), anchors, standing: Standing { title: place.path(), audience, left_out: false } }
}

/// Everybody who sees one of the items.
fn all(items: &[&Item]) -> Audience {
    items.iter().fold(Audience::nobody(), |all, item| all.or(&item.audience))
}
