//! To-dos: what the client is asked for, what was done, and what was agreed to.

use std::cmp::Reverse;

use crate::content::approval::Approval;
use crate::content::task::Task;
use crate::names::PagePath;
use crate::portal::Place;
use crate::portal::facts::{Ask, Subject};
use crate::render::links::subject_href;
use crate::render::site::{Rendered, Site};
use crate::render::view::todos::{AgreedView, AskView, DoneTaskView, TodosView};

impl<'s> Site<'s> {
    /// The page of to-dos.
    pub(in crate::render) fn todos(&self) -> Rendered {
        let page = Place::Todos.page();
        let (later, now): (Vec<Ask<'s>>, Vec<Ask<'s>>) = self.relations.asks.iter().partition(|ask| ask.blocked);
        let asks = |asks: Vec<Ask<'s>>| asks.into_iter().map(|ask| self.ask(ask, &page)).collect();
        let (ours, theirs) = self.open_tasks(&page);
        let closed = self.portal.client().closed.is_some();
        let dropped = self.portal.tasks().iter().filter(|task| task.item.dropped.is_some());
        let view = TodosView {
            now: asks(now),
            later: asks(later),
            ours,
            left: if closed { theirs } else { Vec::new() },
            done: self.done_tasks(&page),
            agreed: self.agreed(),
            dropped: dropped.map(|task| self.task(task, &page)).collect(),
        };
        self.page(page, self.word("places.todos"), "todos.html", &view)
    }

    /// The open tasks of the agency's people and those of all others, the most urgent first.
    fn open_tasks(&self, page: &PagePath) -> (Vec<AskView<'s>>, Vec<AskView<'s>>) {
        let open = |task: &&'s Task| !task.done.is_done() && task.item.dropped.is_none();
        let mut tasks: Vec<&'s Task> = self.portal.tasks().iter().copied().filter(open).collect();
        tasks.sort_by_key(|task| (task.due.is_none(), task.due.as_ref().map(|due| due.value)));
        let (ours, theirs): (Vec<&Task>, Vec<&Task>) =
            tasks.into_iter().partition(|task| task.owner.as_ref().is_some_and(|owner| self.portal.is_ours(owner)));
        let views = |tasks: Vec<&'s Task>| tasks.into_iter().map(|task| self.task(task, page)).collect();
        (views(ours), views(theirs))
    }

    fn done_tasks(&self, page: &PagePath) -> Vec<DoneTaskView<'s>> {
        let done = |task: &&'s Task| task.done.is_done() && task.item.dropped.is_none();
        let mut tasks: Vec<&'s Task> = self.portal.tasks().iter().copied().filter(done).collect();
        tasks.sort_by_key(|task| Reverse(task.done.on()));
        let view =
            |task: &'s Task| DoneTaskView { task: self.task(task, page), on: task.done.on().map(|on| self.date(on)) };
        tasks.into_iter().map(view).collect()
    }

    /// Everything that the client agreed to.
    fn agreed(&self) -> Vec<AgreedView<'s>> {
        let milestones = self.portal.milestones().iter().map(|one| (Subject::Milestone(one), one.approval.as_ref()));
        let decisions = self.portal.decisions().iter().map(|one| (Subject::Decision(one), one.approval.as_ref()));
        let docs = self.portal.docs().map(|one| (Subject::Doc(one), one.approval.as_ref()));
        let all = milestones.chain(decisions).chain(docs);
        let given = |(subject, approval): (Subject<'s>, Option<&'s Approval>)| {
            let approval = approval.filter(|approval| !approval.waits() && self.portal.is_clients(approval))?;
            Some((subject, approval))
        };
        let mut agreed: Vec<(Subject<'s>, &'s Approval)> = all.filter_map(given).collect();
        agreed.sort_by_key(|(_, approval)| Reverse(approval.on.as_ref().map(|on| on.value)));
        let view = |(subject, approval): (Subject<'s>, &'s Approval)| AgreedView {
            title: &subject.item().title.value,
            href: subject_href(subject),
            draft: subject.item().draft,
            approval: self.approval(approval),
        };
        agreed.into_iter().map(view).collect()
    }
}
