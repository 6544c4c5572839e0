//! What the components of `timeline.html` get to see.
//!
//! Places and lengths are per cent of the timeline's width, ready for an attribute: `38.21%`. `fits` is the width in rem
//! from which a timeline has room for a label, nought where it always has: the style sheet shows it from there on.

use serde::Serialize;

use super::parts::DateView;

/// The timeline of the roadmap; its bars and marks are those of the phases and milestones.
#[derive(Debug, Serialize)]
pub struct TimelineView {
    /// The scale.
    pub scale: ScaleView,
    /// What there is to explain, in this order: `done`, `active`, `planned`, `paused`, `dropped`, `open`, `reached`,
    /// `waiting`, `end`, `given-up`, `was`, `slack`. Only what may be in the picture.
    pub legend: Vec<&'static str>,
}

/// The timeline in short.
#[derive(Debug, Serialize)]
pub struct StripView<'v> {
    /// The scale.
    pub scale: ScaleView,
    /// From the first day to the last that has something on it, in words: `15 Jun – 31 Mar 2027`.
    pub range: String,
    /// How high the bars are together, in px.
    pub height: usize,
    /// Where the lowest of them lie, in px from above.
    pub base: usize,
    /// The bars.
    pub bars: Vec<StripBar>,
    /// The milestones for which there is room.
    pub points: Vec<StripPoint>,
    /// The days kept free behind the milestone that everything leads to.
    pub slack: Option<SlackView>,
    /// The names of bars of the lowest lane, which stand below them.
    pub below: Vec<LabelView<'v>>,
    /// The names of all others, which stand beside them.
    pub beside: Vec<LabelView<'v>>,
    /// The phases, for those who do not see the picture.
    pub phases: Vec<StripPhase<'v>>,
}

/// The scale of a timeline.
#[derive(Debug, Serialize)]
pub struct ScaleView {
    /// The day at the left edge: `2026-09-01`.
    pub first: String,
    /// How many days there are.
    pub days: i64,
    /// Whether today may be on it: not once the project is over.
    pub open: bool,
    /// How the project is doing, where that is more than `on-track`: a script marks with it the phase that is under way, if
    /// there is one only.
    pub health: Option<&'static str>,
    /// The lines of months or years.
    pub ticks: Vec<TickView>,
}

/// A line of the scale.
#[derive(Debug, Serialize)]
pub struct TickView {
    /// Where.
    pub x: String,
    /// The month, or the year where lines are years apart; none where it has no room.
    pub label: Option<String>,
    /// The year below the month; under January, or else under the first line.
    pub year: Option<String>,
    /// From which width on there is room.
    pub fits: i64,
}

/// A phase on the timeline.
#[derive(Debug, Serialize)]
pub struct BarView {
    /// Where it begins.
    pub x: String,
    /// How long it is.
    pub width: String,
    /// `done`, `active`, `planned`, `paused`, `dropped`; none where that depends on the day.
    pub state: Option<&'static str>,
    /// Its first day, `2026-09-07`, where it may be under way: a script fills it up to today.
    pub begins: Option<String>,
}

/// A milestone on the timeline.
#[derive(Debug, Serialize)]
pub struct PointView {
    /// Where.
    pub x: String,
    /// `open`, `reached`, `waiting`, `end` (open, and what everything leads to), `given-up`.
    pub state: &'static str,
    /// Where it was first promised, if that is another day.
    pub was: Option<String>,
    /// The days kept free behind it.
    pub slack: Option<SlackView>,
}

/// Days kept free.
#[derive(Debug, Serialize)]
pub struct SlackView {
    /// Where they begin.
    pub x: String,
    /// How many they are.
    pub width: String,
    /// In px from above.
    pub y: usize,
}

/// A phase on the short timeline.
#[derive(Debug, Serialize)]
pub struct StripBar {
    /// Where it lies, and its state.
    pub bar: BarView,
    /// In px from above.
    pub y: usize,
    /// In px.
    pub height: usize,
}

/// A milestone on the short timeline.
#[derive(Debug, Serialize)]
pub struct StripPoint {
    /// Where.
    pub x: String,
    /// In px from above.
    pub y: usize,
    /// As for a milestone.
    pub state: &'static str,
    /// From which width on there is room.
    pub fits: i64,
}

/// A name on the short timeline.
#[derive(Debug, Serialize)]
pub struct LabelView<'v> {
    /// The name.
    pub text: &'v str,
    /// Where it begins; where it ends if `end`.
    pub x: String,
    /// In px from above.
    pub y: usize,
    /// Whether it stands left of its place.
    pub end: bool,
    /// From which width on there is room.
    pub fits: i64,
}

/// A phase in words.
#[derive(Debug, Serialize)]
pub struct StripPhase<'v> {
    /// What it is called.
    pub title: &'v str,
    /// When it is, in words.
    pub range: Option<String>,
    /// As for a bar.
    pub state: Option<&'static str>,
    /// Its first day.
    pub start: Option<DateView>,
}
