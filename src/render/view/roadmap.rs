//! What `roadmap.html` gets to see.

use serde::Serialize;

use super::home::MilestoneLine;
use super::parts::{ApprovalView, DateView, MarksView, MoveView, NeedView, PromiseView};
use super::replies::RepliesView;
use super::timeline::{BarView, PointView, TimelineView};

/// `roadmap.html`: phases and milestones.
#[derive(Debug, Serialize)]
pub struct RoadmapView<'v> {
    /// The milestone that is reached next; none once the project is over.
    pub next: Option<MilestoneLine<'v>>,
    /// The milestone that everything leads to, where it is another and the project is not over.
    pub end: Option<MilestoneLine<'v>>,
    /// The scale on which all of them lie; none where nothing has a day.
    pub timeline: Option<TimelineView>,
    /// The phases, in order.
    pub phases: Vec<PhaseView<'v>>,
    /// The milestones that belong to no phase.
    pub further: Vec<MilestoneView<'v>>,
}

/// A part of the project.
#[derive(Debug, Serialize)]
pub struct PhaseView<'v> {
    /// Its anchor.
    pub id: String,
    /// Where it stands, for `href`.
    pub href: String,
    /// What it is called.
    pub title: &'v str,
    /// When it is, in words: `7 Sep – 2 Oct`.
    pub range: Option<String>,
    /// How far it is: `planned`, `active`, `paused`, `done`, `dropped`; none where that depends on the day, which is `start`
    /// then.
    pub state: Option<&'static str>,
    /// Its first day.
    pub start: Option<DateView>,
    /// Where it lies on the timeline.
    pub bar: Option<BarView>,
    /// What happens in it: safe HTML.
    pub summary: Option<String>,
    /// What else is said of it.
    pub marks: MarksView<'v>,
    /// Its milestones, in order.
    pub milestones: Vec<MilestoneView<'v>>,
}

/// A date that matters.
#[derive(Debug, Serialize)]
pub struct MilestoneView<'v> {
    /// Its anchor.
    pub id: String,
    /// Where it stands, for `href`.
    pub href: String,
    /// What it is called.
    pub title: &'v str,
    /// What sort of date it is, in the portal's language.
    pub kind: Option<&'v str>,
    /// Whether it is reached.
    pub done: bool,
    /// Whether the client is asked to agree to it.
    pub waiting: bool,
    /// How the client can answer; none where nothing is asked for, or something else must be done first.
    pub replies: Option<RepliesView<'v>>,
    /// When it is, and how that moved.
    pub promise: Option<PromiseView>,
    /// How it moved once more, for a table: the texts have other anchors.
    pub moves_in_table: Vec<MoveView>,
    /// Where it lies on the timeline.
    pub point: Option<PointView>,
    /// When it was reached, where that is known.
    pub reached: Option<DateView>,
    /// Something to say about it, once it is reached above all: safe HTML.
    pub note: Option<String>,
    /// The days kept free after it, in words: `5 days kept free after it`.
    pub buffer: Option<String>,
    /// The same in short, for a table: `5 days`.
    pub slack: Option<String>,
    /// The client's agreement.
    pub approval: Option<ApprovalView<'v>>,
    /// What must be done before.
    pub needs: Vec<NeedView>,
    /// What is done on the way.
    pub steps: Vec<StepView<'v>>,
    /// What else is said of it.
    pub marks: MarksView<'v>,
}

/// What is done on the way to a milestone.
#[derive(Debug, Serialize)]
pub struct StepView<'v> {
    /// What.
    pub title: &'v str,
    /// Whether it is done.
    pub done: bool,
    /// When it was done, where that is known.
    pub on: Option<DateView>,
}
