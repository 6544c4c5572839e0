//! Texts that are read at a glance.

use super::block::blocks;
use crate::check;
use crate::content::markdown::Document;
use crate::diagnostic::Diagnostics;
use crate::portal::Portal;

/// What fits beside a date on a telephone.
const LONGEST: usize = 280;

/// None is longer than a glance.
pub(super) fn review(portal: &Portal, found: &mut Diagnostics) {
    let phases = portal.phases().iter().map(|one| ("summary", one.summary.as_ref()));
    let notes = portal.milestones().iter().map(|one| ("note", one.note.as_ref()));
    let moves = portal.milestones().iter().flat_map(|one| &one.moves).map(|one| ("why", one.why.as_ref()));
    let tasks = portal.tasks().iter().map(|one| ("why", one.why.as_ref()));
    let updates = portal.updates().iter().map(|one| ("because", one.because.as_ref()));
    let client = [("because", portal.client().because.as_ref())];
    for (name, text) in phases.chain(notes).chain(moves).chain(tasks).chain(updates).chain(client) {
        if let Some(text) = text {
            long(name, text, found);
        }
    }
}

fn long(name: &str, text: &Document, found: &mut Diagnostics) {
    let blocks = blocks(text);
    let length: usize = blocks.iter().map(|block| block.text.trim().chars().count()).sum();
    if let Some(first) = blocks.first().filter(|_| length > LONGEST) {
        let message = format!("`{name}` has {length} characters, and is read at a glance");
        let help = format!("keep to {LONGEST} characters, and put the rest into a document that it links to");
        let begins = first.text.len() - first.text.trim_start().len();
        found.push(check::LONG_SUMMARY.at(first.place(begins, 1), message).help(help));
    }
}
