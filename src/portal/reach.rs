//! Who gets to what is shared: those whose own content uses it.

use std::collections::HashMap;

use super::Drafts;
use super::index::Index;
use super::links::meant;
use super::used::{Lead, Leads, Stock, Used};
use crate::content::client::Client;
use crate::content::item::{Audience, Item};
use crate::content::markdown::Document;
use crate::content::reference::{ItemKind, Reference};
use crate::content::{Content, named_once};
use crate::names::AudienceId;

/// What is used of all that is shared, by anybody and by each audience.
pub(super) struct Reach {
    /// What is part of the portal for somebody.
    pub(super) used: Used,
    published: ByAudience,
    /// What would be, if the drafts that are left out were published. They say whom a file is for that nothing else
    /// refers to.
    with_drafts: ByAudience,
}

/// What each audience's own content uses.
enum ByAudience {
    /// Nothing is for few, so all have the same.
    Alike(Used),
    Each(Vec<(AudienceId, Used)>),
}

impl Reach {
    /// Goes through the client's own content.
    pub(super) fn of(content: &Content, index: &Index, drafts: Drafts) -> Reach {
        let published = |item: &Item| !item.draft || drafts == Drafts::Shown;
        let mut used = used(content, index, &published);
        let published = ByAudience::of(content, index, &published);
        let with_drafts = match drafts {
            Drafts::Shown => ByAudience::Alike(Used::default()),
            Drafts::LeftOut => ByAudience::of(content, index, &|_| true),
        };
        // A word of the client's own that is for few takes no text away from a shared one for all others.
        if let ByAudience::Each(each) = &published {
            each.iter().for_each(|(_, theirs)| used.add(theirs));
        }
        Reach { used, published, with_drafts }
    }

    /// Who has something shared, as far as it is published: `has` says whether it is among what is used.
    pub(super) fn readers(&self, item: &Item, has: impl Fn(&Used) -> bool) -> Audience {
        self.published.readers(item, has)
    }

    /// Who would have it if all drafts were published.
    pub(super) fn readers_with_drafts(&self, item: &Item, has: impl Fn(&Used) -> bool) -> Audience {
        self.with_drafts.readers(item, has)
    }
}

impl ByAudience {
    fn of(content: &Content, index: &Index, here: &dyn Fn(&Item) -> bool) -> ByAudience {
        match &content.client {
            Some(client) if is_anything_shared(content) && is_anything_for_few(content) => {
                let each = |audience: &AudienceId| {
                    let theirs = |item: &Item| here(item) && item.audience.includes(audience);
                    (audience.clone(), used(content, index, &theirs))
                };
                ByAudience::Each(client.audiences.iter().map(each).collect())
            }
            _ => ByAudience::Alike(used(content, index, here)),
        }
    }

    fn readers(&self, item: &Item, has: impl Fn(&Used) -> bool) -> Audience {
        match self {
            ByAudience::Alike(used) if has(used) => item.audience.clone(),
            ByAudience::Alike(_) => Audience::nobody(),
            ByAudience::Each(each) => {
                let declared: Vec<AudienceId> = each.iter().map(|(audience, _)| audience.clone()).collect();
                let readers = each.iter().filter(|(audience, used)| item.audience.includes(audience) && has(used));
                Audience::Only(readers.map(|(audience, _)| audience.clone()).collect()).among(&declared)
            }
        }
    }
}

fn is_anything_shared(content: &Content) -> bool {
    content.people.iter().any(|one| one.shared)
        || content.terms.iter().any(|one| one.shared)
        || content.docs.iter().any(|one| one.shared)
}

fn is_anything_for_few(content: &Content) -> bool {
    let plan = content.phases.iter().map(|one| &one.item).chain(content.milestones.iter().map(|one| &one.item));
    let work = content.tasks.iter().map(|one| &one.item).chain(content.people.iter().map(|one| &one.item));
    let pages = content.decisions.iter().map(|one| &one.item).chain(content.updates.iter().map(|one| &one.item));
    let words = content.docs.iter().map(|one| &one.item).chain(content.terms.iter().map(|one| &one.item));
    let noted = content.attachments.values().filter_map(|file| file.item.as_ref());
    plan.chain(work).chain(pages).chain(words).chain(noted).any(|item| item.audience != Audience::Everyone)
}

/// What is used of all that is shared, starting from the client's own items that are `here`.
fn used(content: &Content, index: &Index, here: &dyn Fn(&Item) -> bool) -> Used {
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
        terms: named_once(terms().collect()),
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
