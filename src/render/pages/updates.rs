//! Updates: all of them, and one page for each.

use crate::content::section::Role;
use crate::content::update::Update;
use crate::formats::DateStyle;
use crate::portal::Place;
use crate::render::links::page_href;
use crate::render::site::{Rendered, Site};
use crate::render::view::parts::Link;
use crate::render::view::updates::{UpdateRow, UpdateView, UpdatesView};

/// What a reader looks for first.
const ORDER: [Role; 4] = [Role::Opening, Role::Done, Role::Next, Role::Needed];

impl Site<'_> {
    /// The page of all updates.
    pub(in crate::render) fn updates(&self) -> Rendered {
        let view = UpdatesView {
            updates: self.portal.updates().iter().map(|update| self.update_row(update)).collect(),
            next: self.portal.next_update().map(|day| self.date(day)),
        };
        self.page(Place::Updates.page(), self.word("places.updates"), "updates.html", &view)
    }

    fn update_row<'i>(&self, update: &'i Update) -> UpdateRow<'i> {
        let (page, anchor) = (Place::Updates.page(), format!("update.{}", update.item.id.value));
        let prefix = |field: &str| format!("{anchor}.{field}");
        UpdateRow {
            href: page_href(&update.path, None),
            date: self.date(update.on),
            title: own_title(update),
            health: health_of(update),
            because: update.because.as_ref().map(|because| self.prose(because, &page, &prefix("because."))),
            beginning: self.beginning(&update.body, &update.sections, &page, &prefix("")),
            marks: self.marks(&update.item, &page, &anchor),
            id: anchor,
        }
    }

    /// The page of one update, by its place among them.
    pub(in crate::render) fn update(&self, at: usize) -> Rendered {
        let updates = self.portal.updates();
        let update = updates[at];
        let before = updates[at + 1..].iter().find(|before| before.item.dropped.is_none());
        let health = health_of(update);
        let view = UpdateView {
            date: self.date(update.on),
            title: own_title(update),
            anchor: update.body.title.as_ref().map(|heading| heading.id.as_str()),
            health,
            before: before
                .and_then(|before| health_of(before))
                .filter(|before| health.is_some_and(|now| now != *before)),
            because: update.because.as_ref().map(|because| self.prose(because, &update.path, "because.")),
            parts: self.parts(&update.body, &update.sections, &update.path, &ORDER),
            previous: updates.get(at + 1).map(|before| self.update_link(before)),
            next: at.checked_sub(1).map(|after| self.update_link(updates[after])),
            marks: self.marks(&update.item, &update.path, ""),
        };
        self.page(update.path.clone(), &self.update_title(update), "update.html", &view)
    }

    pub(in crate::render) fn update_link(&self, update: &Update) -> Link {
        Link { href: page_href(&update.path, None), title: self.update_title(update) }
    }

    /// The day in words, and a title beside it where there is one.
    fn update_title(&self, update: &Update) -> String {
        let day = self.formats.date(update.on, DateStyle::Full);
        own_title(update).map_or_else(|| day.clone(), |title| format!("{day}: {title}"))
    }
}

/// How the project is doing by an update.
fn health_of(update: &Update) -> Option<&'static str> {
    update.health.as_ref().map(|health| health.value.word())
}

/// The title that the text has, if any: otherwise an update is called after its day.
fn own_title(update: &Update) -> Option<&str> {
    update.body.title.as_ref().map(|_| update.item.title.value.as_str())
}
