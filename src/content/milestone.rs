//! `milestones.yml`: the dates that matter.
//!
//! A list of `title` (required), `phase`, `due`, `moves [{to, why | decision, recovery, on}]`, `buffer_days`, `approval`,
//! `needs[]`, `kind` (delivery, approval, event, go-live), `note`, `steps[]`, `done`, and what every item has.
//! `due` is the promise and stays as it was given: a new date is a line in `moves`.

use chrono::NaiveDate;

use super::approval::Approval;
use super::date::date;
use super::done::Done;
use super::item::{Declared, Item};
use super::list::items;
use super::markdown::Document;
use super::prose::prose;
use super::reference::{Reference, Wanted};
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::source::SourceFile;
use crate::spelling::nearest;
use crate::yaml::{Entry, Fields, Located, Refused};

/// A date that matters to the client.
#[derive(Debug, Clone)]
pub struct Milestone {
    /// Id, title, audience, draft.
    pub item: Item,
    /// The phase it belongs to.
    pub phase: Option<Reference>,
    /// The day that was promised first.
    pub due: Option<Located<NaiveDate>>,
    /// How the day moved, first move first.
    pub moves: Vec<Move>,
    /// Days after the current date that are kept free in case of trouble.
    pub buffer_days: Option<u32>,
    /// The client's agreement, where it needs one.
    pub approval: Option<Approval>,
    /// What must be done before.
    pub needs: Vec<Reference>,
    /// What sort of date it is.
    pub kind: Option<MilestoneKind>,
    /// Something to say about it, once it is reached above all.
    pub note: Option<Document>,
    /// What is done on the way, in order.
    pub steps: Vec<Step>,
    /// Whether it is reached.
    pub done: Done,
}

/// A day moved.
#[derive(Debug, Clone)]
pub struct Move {
    /// Where it is written.
    pub span: Span,
    /// The new day.
    pub to: Located<NaiveDate>,
    /// What happened, without naming anybody.
    pub why: Option<Document>,
    /// The decision that moved it.
    pub decision: Option<Reference>,
    /// What makes up for it.
    pub recovery: Option<Document>,
    /// When it was said.
    pub on: Option<NaiveDate>,
}

/// What is done on the way to a milestone.
#[derive(Debug, Clone)]
pub struct Step {
    /// What.
    pub title: String,
    /// Whether it is done.
    pub done: Done,
}

/// What sort of date a milestone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MilestoneKind {
    /// Something is handed over.
    Delivery,
    /// The client agrees to something.
    Approval,
    /// Something takes place.
    Event,
    /// What was made is put to use.
    GoLive,
}

impl MilestoneKind {
    const ALL: [(&'static str, MilestoneKind); 4] = [
        ("delivery", MilestoneKind::Delivery),
        ("approval", MilestoneKind::Approval),
        ("event", MilestoneKind::Event),
        ("go-live", MilestoneKind::GoLive),
    ];

    /// The word in `milestones.yml`, in class names and in locale files.
    pub fn word(self) -> &'static str {
        MilestoneKind::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    fn read(text: &str) -> Result<MilestoneKind, Refused> {
        let plain = text.to_lowercase().replace([' ', '_'], "-");
        if let Some((_, kind)) =
            MilestoneKind::ALL.iter().find(|(word, _)| *word == plain || word.replace('-', "") == plain)
        {
            return Ok(*kind);
        }
        let help = match nearest(&plain, MilestoneKind::ALL.iter().map(|(word, _)| *word)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "a kind is `delivery`, `approval`, `event` or `go-live`".to_owned(),
        };
        Err(Refused::new(&check::WRONG_VALUE, format!("there is no kind of milestone called `{text}`"), help))
    }
}

impl Milestone {
    /// The day that holds now: the last move's, or the promise.
    pub fn current(&self) -> Option<NaiveDate> {
        self.moves.last().map(|last| last.to.value).or(self.original())
    }

    /// The day that was promised first.
    pub fn original(&self) -> Option<NaiveDate> {
        self.due.as_ref().map(|due| due.value)
    }

    /// Days between the first promise and the day that holds now; above zero where it is later.
    pub fn slip(&self) -> i64 {
        match (self.original(), self.current()) {
            (Some(original), Some(current)) => (current - original).num_days(),
            _ => 0,
        }
    }

    /// Its texts.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        let moves = self.moves.iter().flat_map(|one| one.why.iter().chain(&one.recovery));
        self.item.texts().chain(moves).chain(&self.note)
    }

    /// The items it names.
    pub fn named(&self) -> impl Iterator<Item = &Reference> {
        let moves = self.moves.iter().filter_map(|one| one.decision.as_ref());
        let approval = self.approval.iter().filter_map(|approval| approval.by.as_ref());
        self.phase.iter().chain(moves).chain(&self.needs).chain(approval)
    }

    /// The items it names, and what each must be.
    pub(crate) fn references(&mut self) -> Vec<(Wanted, &mut Reference)> {
        let phase = self.phase.iter_mut().map(|one| (Wanted::Phase, one));
        let moves = self.moves.iter_mut().filter_map(|one| Some((Wanted::Decision, one.decision.as_mut()?)));
        let needs = self.needs.iter_mut().map(|one| (Wanted::Need, one));
        let approval = self.approval.iter_mut().filter_map(|one| Some((Wanted::Name, one.by.as_mut()?)));
        phase.chain(moves).chain(needs).chain(approval).collect()
    }
}

/// Reads `milestones.yml`.
pub fn parse_milestones(file: &SourceFile, declared: Declared<'_>, diagnostics: &mut Diagnostics) -> Vec<Milestone> {
    items(file, "- title: Design approved", diagnostics, |fields| {
        let title = fields.required_text("title", "Design approved");
        let milestone = Milestone {
            item: Item::read(fields, title.as_ref(), declared),
            phase: Reference::one(fields, "phase"),
            due: date(fields, "due"),
            moves: fields.groups("moves", read_move),
            buffer_days: fields.parsed("buffer_days", read_days).map(|days| days.value),
            approval: Approval::read(fields),
            needs: Reference::many(fields, "needs"),
            kind: fields.parsed("kind", MilestoneKind::read).map(|kind| kind.value),
            note: prose(fields, "note"),
            steps: read_steps(fields),
            done: Done::read(fields, "done"),
        };
        check_moves(fields, &milestone);
        title.map(|_| milestone)
    })
}

fn read_move(fields: &mut Fields<'_>) -> Option<Move> {
    let span = fields.span();
    fields.required("to", "2026-11-20");
    let to = date(fields, "to");
    let (why, decision) = (prose(fields, "why"), Reference::one(fields, "decision"));
    let recovery = prose(fields, "recovery");
    let on = date(fields, "on").map(|on| on.value);
    let to = to?;
    if why.is_none() && decision.is_none() && !fields.is_lost("why") && !fields.is_lost("decision") {
        let message = format!("the date moves to {} and nothing says why", to.value);
        let help =
            "add `why:` with what happened, without naming anybody, or `decision:` with the decision that moved it";
        fields.refuse(to.span, Refused::new(&check::MOVE_WITHOUT_REASON, message, help));
    }
    Some(Move { span, to, why, decision, recovery, on })
}

/// Moves need a promise to move away from, and each leads to another day.
fn check_moves(fields: &mut Fields<'_>, milestone: &Milestone) {
    let Some(first) = milestone.moves.first() else { return };
    let Some(due) = milestone.original() else {
        if fields.is_lost("due") {
            return;
        }
        let message = "the date moves, and nothing says what was promised first";
        let help = "add `due:` with the first promise";
        fields.refuse(first.span, Refused::new(&check::MOVE_FROM_NOWHERE, message, help));
        return;
    };
    // From where a move leads away is known only if the one before it is.
    if fields.is_refused("moves") {
        return;
    }
    let mut before = due;
    for one in &milestone.moves {
        if one.to.value == before {
            let message = format!("the date was {before} before this move, too");
            let help = "write the new day behind `to:`, or take this move out";
            fields.refuse(one.to.span, Refused::new(&check::MOVE_FROM_NOWHERE, message, help));
        }
        before = one.to.value;
    }
}

fn read_days(text: &str) -> Result<u32, Refused> {
    text.parse().ok().filter(|days| *days <= 366).ok_or_else(|| {
        Refused::new(
            &check::WRONG_VALUE,
            format!("`{text}` is not a number of days"),
            "write a whole number, such as `buffer_days: 5`",
        )
    })
}

fn read_steps(fields: &mut Fields<'_>) -> Vec<Step> {
    fields.entries("steps", |step| match step {
        Entry::Text(text) => Some(Step { title: text.value, done: Done::No }),
        Entry::Group(fields) => {
            let title = fields.required_text("title", "Move the old pages");
            let done = Done::read(fields, "done");
            title.map(|title| Step { title: title.value, done })
        }
    })
}
