//! What is asked for, in the form in which Home and the page of to-dos show it.

use super::parts::{decision_link, fixed};
use super::site::Site;
use super::text::{self, page_href};
use super::view::parts::{DateView, Link, MarksView};
use super::view::todos::AskView;
use crate::content::approval::Approval;
use crate::content::decision::Decision;
use crate::content::item::Item;
use crate::content::reference::{ItemId, ItemKind};
use crate::content::section::Role;
use crate::content::task::Task;
use crate::names::PagePath;
use crate::portal::facts::{Ask, AskKind};

impl<'s> Site<'s> {
    /// Something the client is asked for, as it stands on `page`.
    pub(super) fn ask(&self, ask: Ask<'s>, page: &PagePath) -> AskView<'s> {
        let due = ask.due.map(|due| self.date(due));
        match ask.kind {
            AskKind::Task(task) => self.task(task, page),
            AskKind::Decision(decision) => AskView {
                kind: "decision",
                title: self.asked("decision", &decision.item).into(),
                why: self.question(decision),
                options: &decision.options,
                who: decision.makers.iter().map(|maker| self.named(maker)).collect(),
                needed_for: self.needed_for(ItemKind::Decision, &decision.item),
                ..plain(&decision.item, page_href(&decision.path, None), due)
            },
            AskKind::Milestone(milestone, approval) => AskView {
                needs: self.needs(&milestone.needs),
                ..self.approval_ask(&milestone.item, approval, milestone_href(&milestone.item), due)
            },
            AskKind::DecisionApproval(decision, approval) => {
                self.approval_ask(&decision.item, approval, page_href(&decision.path, None), due)
            }
            AskKind::Doc(doc, approval) => self.approval_ask(&doc.item, approval, page_href(&doc.path, None), due),
        }
    }

    /// A task, whoever does it and however far it is.
    pub(super) fn task(&self, task: &'s Task, page: &PagePath) -> AskView<'s> {
        let anchor = ItemKind::Task.anchor(&task.item.id.value);
        AskView {
            kind: "task",
            why: task.why.as_ref().map(|why| self.prose(why, page, &format!("{anchor}."))),
            who: task.owner.iter().map(|owner| self.named(owner)).collect(),
            needs: self.needs(&task.needs),
            needed_for: self.needed_for(ItemKind::Task, &task.item),
            marks: self.marks(&task.item, page, &anchor),
            id: Some(anchor),
            ..plain(&task.item, task_href(&task.item), task.due.as_ref().map(|due| self.date(due.value)))
        }
    }

    fn approval_ask(&self, item: &'s Item, approval: &'s Approval, href: String, due: Option<DateView>) -> AskView<'s> {
        AskView {
            title: self.asked("approval", item).into(),
            who: approval.by.iter().map(|by| self.named(by)).collect(),
            ..plain(item, href, due)
        }
    }

    /// What is asked for beside an item of this name: to decide it, or to agree to it.
    fn asked(&self, what: &str, item: &Item) -> String {
        self.word(&format!("asks.{what}")).replace("{title}", &item.title.value)
    }

    /// What is to be decided, in the first paragraph that says it.
    fn question(&self, decision: &'s Decision) -> Option<String> {
        let sections = &decision.sections;
        let question = sections.get(Role::Question).or_else(|| sections.get(Role::Opening))?;
        let prefix = format!("{}.", ItemKind::Decision.anchor(&decision.item.id.value));
        let setting = self.setting(&decision.path, &prefix);
        let html = text::beginning(&decision.body, question.pieces.clone(), setting);
        Some(html).filter(|html| !html.trim().is_empty())
    }

    /// What is still to be done and waits for an item.
    fn needed_for(&self, kind: ItemKind, item: &Item) -> Vec<Link> {
        let id = ItemId { kind, id: item.id.value.clone() };
        let link = |item: &Item, href: String| Link { href, title: item.title.value.clone() };
        let milestones = self.relations.milestones_waiting(&id).iter();
        let milestones = milestones.map(|one| link(&one.item, milestone_href(&one.item)));
        let tasks = self.relations.tasks_waiting(&id).iter();
        milestones.chain(tasks.map(|one| link(&one.item, task_href(&one.item)))).collect()
    }

    /// Where an item is found, as far as it has a place: a milestone, a task, a decision, a document or a phase.
    pub(super) fn item_href(&self, item: &Item) -> Option<String> {
        let is = |other: &Item| std::ptr::eq(other, item);
        let portal = self.portal;
        if let Some(decision) = portal.decisions().iter().find(|one| is(&one.item)) {
            return Some(decision_link(decision).href);
        }
        if let Some(doc) = portal.docs().find(|one| is(&one.item)) {
            return Some(page_href(&doc.path, None));
        }
        if portal.tasks().iter().any(|one| is(&one.item)) {
            return Some(task_href(item));
        }
        if portal.milestones().iter().any(|one| is(&one.item)) {
            return Some(milestone_href(item));
        }
        let phase = portal.phases().iter().any(|one| is(&one.item));
        phase.then(|| page_href(&fixed("/roadmap"), Some(&ItemKind::Phase.anchor(&item.id.value))))
    }
}

/// An approval that nothing more is known of.
fn plain(item: &Item, href: String, due: Option<DateView>) -> AskView<'_> {
    AskView {
        kind: "approval",
        id: None,
        title: item.title.value.as_str().into(),
        href,
        due,
        why: None,
        options: &[],
        who: Vec::new(),
        needs: Vec::new(),
        needed_for: Vec::new(),
        // What else may be said of it stands where it has its place.
        marks: MarksView { draft: item.draft, dropped: None, was: Vec::new() },
    }
}

/// Where a task stands.
pub(super) fn task_href(item: &Item) -> String {
    page_href(&fixed("/todos"), Some(&ItemKind::Task.anchor(&item.id.value)))
}

/// Where a milestone stands.
pub(super) fn milestone_href(item: &Item) -> String {
    page_href(&fixed("/roadmap"), Some(&ItemKind::Milestone.anchor(&item.id.value)))
}
