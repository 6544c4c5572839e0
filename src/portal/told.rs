//! What a client's files tell of, to know how far that reaches.

use super::Drafts;
use super::facts::Told;
use super::used::Used;
use crate::content::Content;
use crate::content::attachment::Attachment;
use crate::content::item::Item;

/// All that says when anything happened: its newest day is as near to today as can be known. What is left out says
/// nothing.
pub(super) fn told<'c>(content: &'c Content, used: &Used, drafts: Drafts) -> Told<'c> {
    let here = |item: &Item| !item.draft || drafts == Drafts::Shown;
    let listed = |file: &&Attachment| file.listed && file.item.as_ref().is_none_or(here);
    Told {
        updates: content.updates.iter().filter(|one| here(&one.item)).collect(),
        decisions: content.decisions.iter().filter(|one| here(&one.item)).collect(),
        phases: content.phases.iter().filter(|one| here(&one.item)).collect(),
        milestones: content.milestones.iter().filter(|one| here(&one.item)).collect(),
        tasks: content.tasks.iter().filter(|one| here(&one.item)).collect(),
        docs: content.docs.iter().filter(|one| here(&one.item) && used.has_doc(one)).collect(),
        files: content.attachments.values().filter(listed).collect(),
        closed: content.client.as_ref().and_then(|client| client.closed.as_ref()),
    }
}
