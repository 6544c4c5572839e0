//! What `decisions.html` and `decision.html` get to see.

use serde::Serialize;

use super::parts::{ApprovalView, DateView, Link, MarksView, PartView, PersonLink, PromiseView};
use super::replies::RepliesView;

/// `decisions.html`: all decisions.
#[derive(Debug, Serialize)]
pub struct DecisionsView<'v> {
    /// Those that wait for the client, the most urgent first.
    pub waiting: Vec<DecisionRow<'v>>,
    /// Those that were made, the newest first.
    pub decided: Vec<DecisionRow<'v>>,
    /// All others, the newest first.
    pub others: Vec<DecisionRow<'v>>,
}

/// A decision in a list.
#[derive(Debug, Serialize)]
pub struct DecisionRow<'v> {
    /// Its anchor in the list.
    pub id: String,
    /// Where its page is, for `href`.
    pub href: String,
    /// What it is called.
    pub title: &'v str,
    /// Its number, without noughts in front.
    pub number: Option<&'v str>,
    /// How far it is.
    pub status: StatusView<'v>,
    /// When it was decided, or last spoken of.
    pub date: Option<DateView>,
    /// By when it must be decided or agreed to, where it waits for the client.
    pub needed_by: Option<DateView>,
    /// What was chosen, in short, where it was decided: safe HTML.
    pub chosen: Option<String>,
    /// What else is said of it.
    pub marks: MarksView<'v>,
}

/// How far a decision is.
#[derive(Debug, Serialize)]
pub struct StatusView<'v> {
    /// The state that it is shown as: `waiting`, `paused`, `done`, `no`, `other`.
    pub state: &'static str,
    /// The word for it in the portal's language, or the one that was written where it is none of ours.
    pub word: &'v str,
}

/// `decision.html`: one decision.
#[derive(Debug, Serialize)]
pub struct DecisionView<'v> {
    /// What it is called.
    pub title: &'v str,
    /// The anchor of its title, where that is a heading of the text.
    pub anchor: Option<&'v str>,
    /// Its number, without noughts in front.
    pub number: Option<&'v str>,
    /// How far it is.
    pub status: StatusView<'v>,
    /// Whether the client is asked to decide it, or to agree to it.
    pub waiting: bool,
    /// How the client can answer; none where nothing is asked for.
    pub replies: Option<RepliesView<'v>>,
    /// When it was decided, or last spoken of.
    pub date: Option<DateView>,
    /// By when it must be decided.
    pub needed_by: Option<DateView>,
    /// What comes first in the text: the opening, the question, what was chosen and why.
    pub answer: Vec<PartView<'v>>,
    /// What it changes.
    pub effect: Option<EffectView>,
    /// The rest of the text: the options, what they were weighed by, what follows, anything else.
    pub rest: Vec<PartView<'v>>,
    /// Whether it is decided: then those who decided are named as such.
    pub decided: bool,
    /// Who decides or decided.
    pub makers: Vec<PersonLink<'v>>,
    /// Who was asked.
    pub consulted: Vec<PersonLink<'v>>,
    /// Who was told.
    pub informed: Vec<PersonLink<'v>>,
    /// The client's agreement.
    pub approval: Option<ApprovalView<'v>>,
    /// The decisions whose place it takes.
    pub supersedes: Vec<RecordLink>,
    /// The decisions that took its place.
    pub superseded_by: Vec<RecordLink>,
    /// The milestones that it moved.
    pub moved: Vec<MovedView<'v>>,
    /// The decision before it, in the order of their files.
    pub previous: Option<Link>,
    /// The decision after it.
    pub next: Option<Link>,
    /// What else is said of it.
    pub marks: MarksView<'v>,
}

/// What a decision changes.
#[derive(Debug, Serialize)]
pub struct EffectView {
    /// On the dates, in words: `5 days later`.
    pub days: Option<String>,
    /// On the price, in words: `costs €6,000`.
    pub cost: Option<String>,
    /// What makes up for it: safe HTML.
    pub recovery: Option<String>,
}

/// Another decision, or the words that stand for one.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct RecordLink {
    /// Where its page is, for `href`; none where nothing in the portal is meant.
    pub href: Option<String>,
    /// What it is called.
    pub title: String,
}

/// A milestone that a decision moved.
#[derive(Debug, Serialize)]
pub struct MovedView<'v> {
    /// The milestone.
    pub link: Link,
    /// Its days.
    pub promise: PromiseView,
    /// What else is said of it.
    pub marks: MarksView<'v>,
}
