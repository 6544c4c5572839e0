//! What is asked for, in the form in which Home and the page of to-dos show it.

use super::links::{ask_href, milestone_href, task_href};
use super::site::Site;
use super::text;
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
        AskView { replies: (!ask.blocked).then(|| self.replies(ask)), ..self.asked_for(ask, page) }
    }

    fn asked_for(&self, ask: Ask<'s>, page: &PagePath) -> AskView<'s> {
        let (due, href) = (ask.due.map(|due| self.date(due)), ask_href(ask.kind));
        match ask.kind {
            AskKind::Task(task) => self.task(task, page),
            AskKind::Decision(decision) => AskView {
                kind: "decision",
                title: self.asked("decision", &decision.item).into(),
                why: self.question(decision),
                options: &decision.options,
                who: decision.makers.iter().map(|maker| self.named(maker)).collect(),
                needed_for: self.needed_for(ItemKind::Decision, &decision.item),
                ..plain(&decision.item, href, due)
            },
            AskKind::Milestone(milestone, approval) => AskView {
                needs: self.needs(&milestone.needs),
                ..self.approval_ask(&milestone.item, approval, href, due)
            },
            AskKind::DecisionApproval(decision, approval) => self.approval_ask(&decision.item, approval, href, due),
            AskKind::Doc(doc, approval) => self.approval_ask(&doc.item, approval, href, due),
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
            ..plain(&task.item, task_href(task), task.due.as_ref().map(|due| self.date(due.value)))
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
        let milestones = milestones.map(|one| link(&one.item, milestone_href(one)));
        let tasks = self.relations.tasks_waiting(&id).iter();
        milestones.chain(tasks.map(|one| link(&one.item, task_href(one)))).collect()
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
        replies: None,
        // What else may be said of it stands where it has its place.
        marks: MarksView { draft: item.draft, dropped: None, was: Vec::new() },
    }
}
