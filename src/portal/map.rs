//! All that can be linked to in one client's folder.

use std::collections::{BTreeMap, HashMap};

use super::Drafts;
use super::known::Known;
use crate::content::Content;
use crate::content::attachment::Attachment;
use crate::content::decision::Status;
use crate::content::doc::Doc;
use crate::content::item::{Audience, Item};
use crate::content::markdown::Document;
use crate::content::reference::ItemKind;
use crate::names::{AssetName, PagePath};

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
}

impl<'c> Map<'c> {
    /// The map of `content`.
    pub(super) fn of(content: &'c Content, drafts: Drafts) -> Self {
        let pages = pages(content, drafts);
        let published = pages.iter().filter(|(_, page)| !page.standing.left_out).map(|(file, _)| *file).collect();
        let drafts_left_out = pages.iter().filter(|(_, page)| page.standing.left_out).map(|(file, _)| *file);
        let known = Known::of(published, drafts_left_out, &content.attachments);
        Map { places: places(content, drafts), files: &content.attachments, known, pages, drafts }
    }

    /// A page by the file it is made from, or by its path in the portal.
    pub(super) fn page(&self, path: &str) -> Option<&LinkedPage<'c>> {
        // The page of the glossary is there for those who write in it, and to go to only where there is a term.
        let place = self.places.get(path).filter(|page| !nobody(&page.standing.audience));
        self.pages.get(path).or(place).or_else(|| {
            let file = format!("{path}.md");
            self.pages.get(file.as_str())
        })
    }
}

fn nobody(audience: &Audience) -> bool {
    matches!(audience, Audience::Only(only) if only.is_empty())
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
fn places(content: &Content, drafts: Drafts) -> HashMap<&'static str, LinkedPage<'_>> {
    let phases = content.phases.iter().map(|one| (Some(ItemKind::Phase), &one.item));
    let milestones = content.milestones.iter().map(|one| (Some(ItemKind::Milestone), &one.item));
    let tasks = content.tasks.iter().map(|one| (Some(ItemKind::Task), &one.item));
    let people = content.people.iter().filter(|one| one.public && !one.shared);
    let people = people.map(|one| (Some(ItemKind::Person), &one.item));
    let terms = content.terms.iter().map(|term| (None, &term.item));
    let nobody = || Audience::Only(Default::default());
    let decisions = all(content.decisions.iter().map(|one| &one.item), drafts);
    let updates = all(content.updates.iter().map(|one| &one.item), drafts);
    let places: [(&'static str, Listed<'_>, Audience); 8] = [
        ("/", Vec::new(), Audience::Everyone),
        ("/roadmap", phases.chain(milestones).collect(), nobody()),
        ("/todos", tasks.collect(), asked(content)),
        ("/decisions", Vec::new(), decisions),
        ("/updates", Vec::new(), updates),
        ("/documents", Vec::new(), documents(content, drafts)),
        ("/glossary", terms.collect(), nobody()),
        ("/about", people.collect(), about(content)),
    ];
    let named = |(path, items, further): (&'static str, Vec<_>, _)| {
        (path.trim_start_matches('/'), place(path, &items, &further, drafts))
    };
    places.into_iter().map(named).collect()
}

fn place<'c>(
    path: &'static str,
    items: &[(Option<ItemKind>, &'c Item)],
    further: &Audience,
    drafts: Drafts,
) -> LinkedPage<'c> {
    let anchor = |(kind, item): &(Option<ItemKind>, &'c Item)| Anchor {
        id: kind.map_or_else(|| item.id.value.clone(), |kind| kind.anchor(&item.id.value)),
        standing: Some(Standing::of(&item.title.value, item, drafts)),
    };
    let audience = all(items.iter().map(|(_, item)| *item), drafts).or(further);
    LinkedPage {
        path: PagePath::parse(path).expect("a constant path is well-formed"),
        anchors: items.iter().map(anchor).collect(),
        standing: Standing { title: path, audience, left_out: false },
    }
}

/// Everybody who sees one of the items.
fn all<'c>(items: impl Iterator<Item = &'c Item>, drafts: Drafts) -> Audience {
    let published = items.filter(|item| !item.draft || drafts == Drafts::Shown);
    published.fold(Audience::Only(Default::default()), |all, item| all.or(&item.audience))
}

/// Who is asked for something that is no task.
fn asked(content: &Content) -> Audience {
    let milestones = content.milestones.iter().filter(|one| one.approval.is_some()).map(|one| &one.item);
    let docs = content.docs.iter().filter(|one| one.approval.is_some() && !one.shared).map(|one| &one.item);
    let decisions = content.decisions.iter();
    let decisions = decisions.filter(|one| one.approval.is_some() || one.status.value == Status::Proposed);
    all(milestones.chain(docs).chain(decisions.map(|one| &one.item)), Drafts::LeftOut)
}

fn documents(content: &Content, drafts: Drafts) -> Audience {
    let docs = content.docs.iter().filter(|doc| !doc.shared).map(|doc| &doc.item);
    let noted = content.attachments.values().filter(|file| file.listed).filter_map(|file| file.item.as_ref());
    let terms = content.terms.iter().map(|term| &term.item);
    let any_file = content.attachments.values().any(|file| file.listed && file.item.is_none());
    let all = all(docs.chain(noted).chain(terms), drafts);
    if any_file { Audience::Everyone } else { all }
}

fn about(content: &Content) -> Audience {
    let says = content.client.as_ref().is_some_and(|client| client.says_how_we_work());
    if says { Audience::Everyone } else { Audience::Only(Default::default()) }
}
