//! What can be agreed to, or given up.

use crate::content::decision::Decision;
use crate::content::doc::Doc;
use crate::content::item::Item;
use crate::content::milestone::Milestone;
use crate::content::phase::Phase;
use crate::content::task::Task;

/// Something that can be agreed to or given up, and that has a place in the portal.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'p> {
    /// A phase.
    Phase(&'p Phase),
    /// A milestone.
    Milestone(&'p Milestone),
    /// A task.
    Task(&'p Task),
    /// A decision.
    Decision(&'p Decision),
    /// A document.
    Doc(&'p Doc),
}

impl<'p> Subject<'p> {
    /// What it is called, and whatever else every item has.
    pub fn item(self) -> &'p Item {
        match self {
            Subject::Phase(phase) => &phase.item,
            Subject::Milestone(milestone) => &milestone.item,
            Subject::Task(task) => &task.item,
            Subject::Decision(decision) => &decision.item,
            Subject::Doc(doc) => &doc.item,
        }
    }
}
