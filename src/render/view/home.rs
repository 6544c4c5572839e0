//! What `home.html` gets to see.

use std::borrow::Cow;

use serde::Serialize;

use super::about::ChangeView;
use super::documents::FileView;
use super::parts::{ContactCard, DateView, Link, PromiseView};
use super::timeline::StripView;
use super::todos::AskView;

/// `home.html`.
#[derive(Debug, Serialize)]
pub struct HomeView<'v> {
    /// What is being done.
    pub project: &'v str,
    /// For whom.
    pub client: &'v str,
    /// The newest day that anything is said to have happened on.
    pub as_of: Option<DateView>,
    /// Whom to ask.
    pub contact: Option<ContactCard<'v>>,
    /// How the project is doing; none where nobody says so, and once it is over.
    pub state: Option<StateView>,
    /// That the project is over.
    pub closed: Option<ClosedView>,
    /// The most urgent of what is asked for and can be done now, three at most.
    pub asks: Vec<AskView<'v>>,
    /// How much is asked for in all and can be done now.
    pub ask_count: usize,
    /// How much of that is not among them, in words for paper, on which nothing can be followed; none where all are.
    pub asks_more: Option<String>,
    /// Whether there is a page of to-dos to lead to.
    pub has_todos: bool,
    /// The milestone that was reached last.
    pub last: Option<MilestoneLine<'v>>,
    /// The milestone that is reached next; none once the project is over.
    pub next: Option<MilestoneLine<'v>>,
    /// Those after it, twelve at most, in the order of their days: once the day of the next has gone by, a script shows
    /// the first of them that is still to come.
    pub following: Vec<MilestoneLine<'v>>,
    /// The milestone that everything leads to, where it is not one of the two.
    pub end: Option<MilestoneLine<'v>>,
    /// The timeline in short; none where nothing has a day.
    pub strip: Option<StripView<'v>>,
    /// Whether the next milestone is the one that everything leads to.
    pub next_is_end: bool,
    /// What stands below, in this order: `since`, `update`, `ahead`, `changes`, `decisions`, `documents`, `files`. Only
    /// those that have something in them.
    pub blocks: Vec<&'static str>,
    /// What happened, the newest first, twelve at most: a script leaves out what is older than the portal's "new".
    pub since: Vec<EventView<'v>>,
    /// The newest update.
    pub update: Option<LatestUpdate>,
    /// The milestones between the next and the last, for whom the date matters most; four at most.
    pub ahead: Vec<MilestoneLine<'v>>,
    /// The newest changes of what was agreed, for whom the budget matters, four at most; why, and what makes up for them,
    /// stands on the page about the project.
    pub changes: Vec<ChangeView<'v>>,
    /// The newest decisions, for whom quality matters; four at most.
    pub decisions: Vec<DecisionLine>,
    /// The first pages to read, six at most.
    pub documents: Vec<DocumentLine>,
    /// How many pages there are in all.
    pub document_count: usize,
    /// The listed files.
    pub files: Vec<FileView<'v>>,
    /// How many terms the glossary explains.
    pub terms: usize,
}

/// How the project is doing.
#[derive(Debug, Serialize)]
pub struct StateView {
    /// `on-track`, `at-risk`, `off-track` or `paused`.
    pub health: &'static str,
    /// Why: safe HTML.
    pub because: Option<String>,
    /// The update that says it, for `href`.
    pub href: Option<String>,
}

/// That the project is over.
#[derive(Debug, Serialize)]
pub struct ClosedView {
    /// Since when.
    pub on: DateView,
    /// What was delivered: safe HTML.
    pub summary: Option<String>,
    /// Whom to ask from now on: safe HTML.
    pub support: Option<String>,
    /// When the agency gets in touch again.
    pub follow_up: Option<DateView>,
    /// What both sides learned: safe HTML.
    pub lessons: Vec<String>,
}

/// A milestone in a word and a day.
#[derive(Debug, Serialize)]
pub struct MilestoneLine<'v> {
    /// What it is called.
    pub title: &'v str,
    /// Where more is said about it, for `href`.
    pub href: String,
    /// When it was reached.
    pub reached: Option<DateView>,
    /// When it is to be reached.
    pub promise: Option<PromiseView>,
    /// Only in the preview.
    pub draft: bool,
}

/// Something that happened.
#[derive(Debug, Serialize)]
pub struct EventView<'v> {
    /// When.
    pub on: DateView,
    /// What happened, in a word of the portal's language, such as `Reached`.
    pub word: &'v str,
    /// To what; none where the word says it all. Of an update without a title, its first words.
    pub title: Option<Cow<'v, str>>,
    /// The page with more about it, for `href`.
    pub href: Option<String>,
    /// The file, for `data-asset`.
    pub asset: Option<&'v str>,
    /// The new day, where one moved.
    pub to: Option<DateView>,
    /// The decision that moved it.
    pub decision: Option<Link>,
    /// Whether there is something to be glad of.
    pub glad: bool,
    /// Only in the preview.
    pub draft: bool,
}

/// The newest update, in short.
#[derive(Debug, Serialize)]
pub struct LatestUpdate {
    /// Its day.
    pub on: DateView,
    /// Its page, for `href`.
    pub href: String,
    /// How it begins: safe HTML.
    pub text: Option<String>,
    /// Only in the preview.
    pub draft: bool,
}

/// A page of documentation in a list.
#[derive(Debug, Serialize)]
pub struct DocumentLine {
    /// Where it leads, for `href`.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// Only in the preview.
    pub draft: bool,
}

/// A decision in a list.
#[derive(Debug, Serialize)]
pub struct DecisionLine {
    /// Where it leads, for `href`.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// When it was made.
    pub on: Option<DateView>,
    /// Only in the preview.
    pub draft: bool,
}
