//! What `todos.html` gets to see, and what an ask is wherever one stands.

use std::borrow::Cow;

use serde::Serialize;

use super::parts::{ApprovalView, DateView, Link, MarksView, NeedView, PersonLink};
use super::replies::RepliesView;

/// `todos.html`: what is asked for, what was done, and what was agreed to.
#[derive(Debug, Serialize)]
pub struct TodosView<'v> {
    /// What waits for the client now, the most urgent first.
    pub now: Vec<AskView<'v>>,
    /// What is asked for once something else is done, in the same order.
    pub later: Vec<AskView<'v>>,
    /// Open tasks of the agency's own people.
    pub ours: Vec<AskView<'v>>,
    /// Tasks that were still open when the project ended.
    pub left: Vec<AskView<'v>>,
    /// Tasks that are done, the newest first; those without a day come last.
    pub done: Vec<DoneTaskView<'v>>,
    /// What the client agreed to, the newest first.
    pub agreed: Vec<AgreedView<'v>>,
    /// Tasks that were given up.
    pub dropped: Vec<AskView<'v>>,
}

/// Something that somebody is asked for.
#[derive(Debug, Serialize)]
pub struct AskView<'v> {
    /// `task`, `decision` or `approval`.
    pub kind: &'static str,
    /// Its anchor on the page of to-dos; only tasks have one, all else has a page of its own.
    pub id: Option<String>,
    /// What is asked for: what a task is called, or that something of this name is to be decided or agreed to.
    pub title: Cow<'v, str>,
    /// Where more is said about it, for `href`: of a task, its place among the to-dos.
    pub href: String,
    /// By when.
    pub due: Option<DateView>,
    /// What depends on it: safe HTML.
    pub why: Option<String>,
    /// Of a decision: what can be chosen, in the order of its page.
    pub options: &'v [String],
    /// Who does, decides or agrees.
    pub who: Vec<PersonLink<'v>>,
    /// What must be done before.
    pub needs: Vec<NeedView>,
    /// What waits for it.
    pub needed_for: Vec<Link>,
    /// How it can be answered; none where it waits for something else, or not for the client.
    pub replies: Option<RepliesView<'v>>,
    /// Whether it is a draft, was given up, and what it was called before.
    pub marks: MarksView<'v>,
}

/// A task that is done.
#[derive(Debug, Serialize)]
pub struct DoneTaskView<'v> {
    /// The task.
    pub task: AskView<'v>,
    /// When it was done, where that is known.
    pub on: Option<DateView>,
}

/// Something that the client agreed to.
#[derive(Debug, Serialize)]
pub struct AgreedView<'v> {
    /// What.
    pub title: &'v str,
    /// Where it stands, for `href`.
    pub href: String,
    /// Only in the preview.
    pub draft: bool,
    /// Who agreed, when and how.
    pub approval: ApprovalView<'v>,
}
