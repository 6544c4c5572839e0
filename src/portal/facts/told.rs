//! The newest day on which anything is said to have happened: as near to today as can be known without a clock.

use chrono::NaiveDate;

use super::changes::given;
use crate::content::attachment::Attachment;
use crate::content::closed::Closed;
use crate::content::decision::Decision;
use crate::content::doc::Doc;
use crate::content::item::Item;
use crate::content::milestone::Milestone;
use crate::content::phase::Phase;
use crate::content::task::Task;
use crate::content::update::Update;
use crate::portal::AudiencePortal;

/// All that tells of something that happened.
pub(in crate::portal) struct Told<'c> {
    pub(in crate::portal) updates: Vec<&'c Update>,
    pub(in crate::portal) decisions: Vec<&'c Decision>,
    pub(in crate::portal) phases: Vec<&'c Phase>,
    pub(in crate::portal) milestones: Vec<&'c Milestone>,
    pub(in crate::portal) tasks: Vec<&'c Task>,
    pub(in crate::portal) docs: Vec<&'c Doc>,
    /// Those that are listed.
    pub(in crate::portal) files: Vec<&'c Attachment>,
    pub(in crate::portal) closed: Option<&'c Closed>,
}

impl Told<'_> {
    /// The newest day of all.
    pub(in crate::portal) fn newest(&self) -> Option<NaiveDate> {
        let updates = self.updates.iter().map(|one| one.on);
        let decided = self.decisions.iter().filter_map(|one| one.date);
        let reached = self.milestones.iter().filter_map(|one| one.done.on());
        let moved = self.milestones.iter().flat_map(|one| &one.moves).filter_map(|one| one.on);
        let done = self.tasks.iter().filter_map(|one| one.done.on());
        let approvals = self.decisions.iter().map(|one| &one.approval);
        let approvals = approvals.chain(self.milestones.iter().map(|one| &one.approval));
        let approvals = approvals.chain(self.docs.iter().map(|one| &one.approval));
        let agreed = approvals.filter_map(|one| given(one.as_ref()));
        let dropped = self.items().filter_map(|item| Some(item.dropped.as_ref()?.on.as_ref()?.value));
        let files = self.files.iter().filter_map(|one| one.date);
        let closed = self.closed.map(|closed| closed.on.value);
        let plan = reached.chain(moved).chain(done).chain(agreed).chain(dropped);
        updates.chain(decided).chain(plan).chain(files).chain(closed).max()
    }

    /// What can be given up and has a day for it.
    fn items(&self) -> impl Iterator<Item = &Item> {
        let plan = self.phases.iter().map(|one| &one.item).chain(self.milestones.iter().map(|one| &one.item));
        let work = self.tasks.iter().map(|one| &one.item).chain(self.decisions.iter().map(|one| &one.item));
        plan.chain(work).chain(self.docs.iter().map(|one| &one.item))
    }
}

impl AudiencePortal<'_> {
    /// The newest day that anything is said to have happened on: how far the portal can be relied on.
    pub fn as_of(&self) -> Option<NaiveDate> {
        let told = Told {
            updates: self.updates().to_vec(),
            decisions: self.decisions().to_vec(),
            phases: self.phases().to_vec(),
            milestones: self.milestones().to_vec(),
            tasks: self.tasks().to_vec(),
            docs: self.docs().collect(),
            files: self.assets().iter().map(|(_, asset)| &asset.attachment).filter(|file| file.listed).collect(),
            closed: self.client().closed.as_ref(),
        };
        told.newest()
    }
}
