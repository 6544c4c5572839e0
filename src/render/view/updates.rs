//! What `updates.html` and `update.html` get to see.

use serde::Serialize;

use super::parts::{DateView, Link, MarksView, PartView};

/// `updates.html`: all updates.
#[derive(Debug, Serialize)]
pub struct UpdatesView<'v> {
    /// The updates, the newest first.
    pub updates: Vec<UpdateRow<'v>>,
    /// When the next one comes, where that was promised.
    pub next: Option<DateView>,
}

/// An update in a list.
#[derive(Debug, Serialize)]
pub struct UpdateRow<'v> {
    /// Its anchor in the list.
    pub id: String,
    /// Where its page is, for `href`.
    pub href: String,
    /// Its day.
    pub date: DateView,
    /// A title of its own.
    pub title: Option<&'v str>,
    /// How the project is doing: `on-track`, `at-risk`, `off-track`, `paused`.
    pub health: Option<&'static str>,
    /// Why: safe HTML.
    pub because: Option<String>,
    /// How its text begins: safe HTML.
    pub beginning: Option<String>,
    /// What else is said of it.
    pub marks: MarksView<'v>,
}

/// `update.html`: one update.
#[derive(Debug, Serialize)]
pub struct UpdateView<'v> {
    /// Its day.
    pub date: DateView,
    /// A title of its own.
    pub title: Option<&'v str>,
    /// The anchor of that title.
    pub anchor: Option<&'v str>,
    /// How the project was doing: `on-track`, `at-risk`, `off-track`, `paused`.
    pub health: Option<&'static str>,
    /// How it was doing by the update before, where that said something else.
    pub before: Option<&'static str>,
    /// Why: safe HTML.
    pub because: Option<String>,
    /// The text: what was done, what comes next, what is needed, anything else.
    pub parts: Vec<PartView<'v>>,
    /// The update before it in time.
    pub previous: Option<Link>,
    /// The update after it.
    pub next: Option<Link>,
    /// What else is said of it.
    pub marks: MarksView<'v>,
}
