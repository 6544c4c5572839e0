//! What happened, in words.

use std::borrow::Cow;

use super::links::{decision_link, milestone_href, page_href, subject_href, task_href};
use super::site::Site;
use super::text_parts::first_words;
use super::view::home::EventView;
use crate::content::decision::Status;
use crate::content::item::Item;
use crate::portal::facts::{Event, EventKind};

impl<'s> Site<'s> {
    /// Something that happened.
    pub(super) fn event(&self, event: &Event<'s>) -> EventView<'s> {
        let about = |word, item: &'s Item, href: String| EventView {
            title: Some(item.title.value.as_str().into()),
            href: Some(href),
            draft: item.draft,
            ..self.bare_event(event, word)
        };
        match event.kind {
            EventKind::Update(update) => {
                let view = about("update", &update.item, page_href(&update.path, None));
                // An update without a title of its own is called after its day, and that stands beside it:
                // its first words say more.
                let own = view.title.filter(|title| *title != update.on.to_string());
                let title = own.or_else(|| first_words(&update.body, &update.sections).map(Cow::Owned));
                EventView { title, ..view }
            }
            EventKind::Decision(decision) => {
                about(decision_word(&decision.status.value), &decision.item, page_href(&decision.path, None))
            }
            EventKind::Reached(one) => EventView { glad: true, ..about("reached", &one.item, milestone_href(one)) },
            EventKind::Moved(one, moved) => EventView {
                to: Some(self.date(moved.to.value)),
                decision: moved.decision.as_ref().and_then(|of| self.portal.decision(of)).map(decision_link),
                ..about("moved", &one.item, milestone_href(one))
            },
            EventKind::TaskDone(task) => about("done", &task.item, task_href(task)),
            EventKind::Approved(subject) => about("agreed", subject.item(), subject_href(subject)),
            EventKind::Dropped(subject) => about("dropped", subject.item(), subject_href(subject)),
            EventKind::File(asset) => EventView {
                title: Some(asset.attachment.title.as_str().into()),
                asset: Some(asset.attachment.name.as_str()),
                draft: asset.attachment.item.as_ref().is_some_and(|item| item.draft),
                ..self.bare_event(event, "file")
            },
            EventKind::Closed => EventView { glad: true, ..self.bare_event(event, "closed") },
        }
    }

    fn bare_event(&self, event: &Event<'s>, word: &str) -> EventView<'s> {
        EventView {
            on: self.date(event.on),
            word: self.word(&format!("home.events.{word}")),
            title: None,
            href: None,
            asset: None,
            to: None,
            decision: None,
            glad: false,
            draft: false,
        }
    }
}

/// What happened to a decision on its day.
fn decision_word(status: &Status) -> &'static str {
    match status {
        Status::Proposed => "proposed",
        Status::Accepted => "decided",
        Status::Rejected => "rejected",
        _ => "decision",
    }
}
