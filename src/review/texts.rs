//! What the client reads in their own portal: texts that are written once for all clients are left aside.

use rayon::prelude::*;

use super::block::{Block, blocks};
use crate::content::client::Client;
use crate::content::decision::Decision;
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::content::item::Item;
use crate::content::markdown::Document;
use crate::content::milestone::Milestone;
use crate::content::person::Person;
use crate::content::phase::Phase;
use crate::content::task::Task;
use crate::content::update::Update;
use crate::portal::Portal;

/// So many texts are taken apart at a time: all of them at once would take as much room as they do themselves.
const SOME: usize = 512;

/// Gives everything but the glossary to `reader`, paragraph by paragraph, some texts after the others.
pub(super) fn read_texts(portal: &Portal, mut reader: impl FnMut(&[Block<'_>])) {
    let texts: Vec<&Document> = texts(portal).collect();
    for some in texts.chunks(SOME) {
        let taken_apart: Vec<Block<'_>> = some.par_iter().flat_map_iter(|text| blocks(text)).collect();
        reader(&taken_apart);
    }
}

/// The explanations in the client's own glossary, paragraph by paragraph, each with its word.
pub(super) fn explanation_blocks(portal: &Portal) -> impl Iterator<Item = (&Term, Block<'_>)> {
    explanations(portal).flat_map(|(term, text)| blocks(text).into_iter().map(move |one| (term, one)))
}

/// The texts of everything but the glossary.
pub(super) fn texts(portal: &Portal) -> impl Iterator<Item = &Document> {
    let about = std::iter::once(portal.client()).flat_map(Client::texts);
    let people = portal.people().iter().flat_map(Person::texts);
    let plan =
        portal.phases().iter().flat_map(Phase::texts).chain(portal.milestones().iter().flat_map(Milestone::texts));
    let work = portal.tasks().iter().flat_map(Task::texts).chain(portal.decisions().iter().flat_map(Decision::texts));
    let pages = portal.updates().iter().flat_map(Update::texts).chain(portal.docs().iter().flat_map(Doc::texts));
    about.chain(people).chain(plan).chain(work).chain(pages).filter(|text| is_own(portal, text))
}

/// The explanations in the client's own glossary, each with its word.
pub(super) fn explanations(portal: &Portal) -> impl Iterator<Item = (&Term, &Document)> {
    let own = portal.terms().iter().filter(|term| !term.shared);
    own.flat_map(|term| term.texts().map(move |text| (term, text)))
}

/// What things are called.
pub(super) fn titles(portal: &Portal) -> impl Iterator<Item = &Item> {
    let plan = portal.phases().iter().map(|one| &one.item).chain(portal.milestones().iter().map(|one| &one.item));
    let work = portal.tasks().iter().map(|one| &one.item).chain(portal.decisions().iter().map(|one| &one.item));
    let docs = portal.docs().iter().filter(|doc| !doc.shared).map(|one| &one.item);
    plan.chain(work).chain(portal.updates().iter().map(|one| &one.item)).chain(docs)
}

/// The texts that say how it goes, and why something did not.
pub(super) fn news(portal: &Portal) -> impl Iterator<Item = &Document> {
    let plan = portal.phases().iter().flat_map(|one| one.item.texts());
    let moves = portal.milestones().iter().flat_map(Milestone::texts);
    let tasks = portal.tasks().iter().flat_map(Task::texts);
    let decisions = portal.decisions().iter().flat_map(|one| one.item.texts());
    let docs = portal.docs().iter().filter(|doc| !doc.shared).flat_map(|one| one.item.texts());
    let updates = portal.updates().iter().flat_map(Update::texts);
    portal.client().because.iter().chain(plan).chain(moves).chain(tasks).chain(decisions).chain(updates).chain(docs)
}

/// Somebody who works for several clients is described once for all.
fn is_own(portal: &Portal, text: &Document) -> bool {
    let (file, _) = text.key();
    file.strip_prefix(portal.client().id.as_str()).is_some_and(|rest| rest.starts_with('/'))
}
