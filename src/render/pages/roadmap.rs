//! Roadmap: phases and milestones.

use chrono::{Datelike, NaiveDate};

use crate::content::milestone::{Milestone, Step};
use crate::content::phase::Phase;
use crate::content::reference::ItemKind;
use crate::formats::DateStyle;
use crate::portal::Place;
use crate::portal::facts::PhaseDates;
use crate::render::links::{milestone_href, page_href};
use crate::render::site::{Rendered, Site};
use crate::render::timeline::Scale;
use crate::render::view::roadmap::{MilestoneView, PhaseView, RoadmapView, StepView};

impl Site<'_> {
    /// The page of all phases and milestones.
    pub(in crate::render) fn roadmap(&self) -> Rendered {
        let phases = self.portal.phases().iter().zip(self.portal.phase_dates());
        let further = self.portal.milestones_without_phase();
        let scale = self.roadmap_scale();
        let scale = scale.as_ref();
        let open = self.portal.client().closed.is_none();
        let next = self.portal.next_milestone().filter(|_| open);
        let is_next = |one: &Milestone| next.is_some_and(|next| std::ptr::eq(next, one));
        let end = self.portal.end_milestone().filter(|end| open && !end.done.is_done() && !is_next(end));
        let view = RoadmapView {
            next: next.map(|next| self.milestone_line(next)),
            end: end.map(|end| self.milestone_line(end)),
            timeline: scale.map(|scale| self.timeline(scale)),
            phases: phases.map(|(phase, dates)| self.phase_view(phase, dates, scale)).collect(),
            further: further.into_iter().map(|milestone| self.milestone_view(milestone, scale)).collect(),
        };
        self.page(Place::Roadmap.page(), self.word("places.roadmap"), "roadmap.html", &view)
    }

    fn phase_view<'i>(&'i self, phase: &'i Phase, dates: PhaseDates, scale: Option<&Scale>) -> PhaseView<'i> {
        let (page, anchor) = (Place::Roadmap.page(), ItemKind::Phase.anchor(&phase.item.id.value));
        let milestones = self.portal.milestones_of(phase);
        PhaseView {
            href: page_href(&page, Some(&anchor)),
            title: &phase.item.title.value,
            range: self.range(Site::own_days(phase, dates)),
            state: self.bar_state(phase, dates).word(),
            start: dates.start.map(|day| self.date(day)),
            bar: scale.and_then(|scale| self.bar(phase, dates).view(scale)),
            summary: phase.summary.as_ref().map(|text| self.prose(text, &page, &format!("{anchor}."))),
            marks: self.marks(&phase.item, &page, &anchor),
            milestones: milestones.iter().map(|milestone| self.milestone_view(milestone, scale)).collect(),
            id: anchor,
        }
    }

    fn milestone_view<'i>(&'i self, milestone: &'i Milestone, scale: Option<&Scale>) -> MilestoneView<'i> {
        let (page, anchor) = (Place::Roadmap.page(), ItemKind::Milestone.anchor(&milestone.item.id.value));
        let again = self.promise_at(milestone, &page, &format!("table.{anchor}"));
        let buffer = milestone.buffer_days.filter(|days| *days > 0).map(i64::from);
        MilestoneView {
            href: milestone_href(milestone),
            title: &milestone.item.title.value,
            kind: milestone.kind.map(|kind| self.word(&format!("milestones.{}", kind.word()))),
            done: milestone.done.is_done(),
            waiting: self.asks_for(milestone.approval.as_ref()) && milestone.item.dropped.is_none(),
            replies: self.replies_to(&milestone.item),
            promise: self.promise(milestone, &page),
            moves_in_table: again.map(|promise| promise.moves).unwrap_or_default(),
            point: scale.and_then(|scale| self.point(milestone)?.view(scale)),
            reached: milestone.done.on().map(|on| self.date(on)),
            note: milestone.note.as_ref().map(|note| self.prose(note, &page, &format!("{anchor}."))),
            buffer: buffer.map(|days| self.counted("roadmap.buffer", days)),
            slack: buffer.map(|days| self.counted("roadmap.slack_days", days)),
            approval: milestone.approval.as_ref().map(|approval| self.approval(approval)),
            needs: self.needs(&milestone.needs),
            steps: milestone.steps.iter().map(|step| self.step(step)).collect(),
            marks: self.marks(&milestone.item, &page, &anchor),
            id: anchor,
        }
    }

    fn step<'i>(&self, step: &'i Step) -> StepView<'i> {
        StepView { title: &step.title, done: step.done.is_done(), on: step.done.on().map(|on| self.date(on)) }
    }

    /// When a phase is, in words. A year is said where it is not the one in which the portal was last written to.
    pub(in crate::render) fn range(&self, dates: PhaseDates) -> Option<String> {
        let with = |word: &str, day: NaiveDate| Some(self.word(word).replace("{date}", &self.date(day).short));
        match (dates.start, dates.end) {
            (Some(start), Some(end)) => Some(self.days(start, end)),
            (Some(start), None) => with("roadmap.from", start),
            (None, Some(end)) => with("roadmap.until", end),
            (None, None) => None,
        }
    }

    fn days(&self, start: NaiveDate, end: NaiveDate) -> String {
        let elsewhen = self.as_of.is_some_and(|as_of| as_of.year() != end.year());
        match start.year() == end.year() && elsewhen {
            true if start == end => self.formats.date(end, DateStyle::Short),
            true => format!(
                "{}\u{a0}– {}",
                self.formats.date(start, DateStyle::DayMonth),
                self.formats.date(end, DateStyle::Short)
            ),
            false => self.formats.range(start, end),
        }
    }
}
