//! What stays around every page.

use super::links::page_href;
use super::site::Site;
use super::view::frame::{FrameView, PlaceView};
use crate::diagnostic::Diagnostic;
use crate::portal::Place;

impl Site<'_> {
    /// The frame of the portal.
    pub(super) fn frame(&self) -> Result<String, Box<Diagnostic>> {
        let client = self.portal.client();
        let view = FrameView {
            project: &client.project,
            client: &client.name,
            agency: &self.portal.agency().name,
            mark: self.mark,
            language: client.language.tag(),
            dir: client.language.direction(),
            contact: self.contact_card(),
            as_of: self.as_of.map(|on| self.date(on)),
            places: self.places(),
        };
        self.theme.templates().render("frame.html", &view, self.locale.for_templates())
    }

    /// The places that lie in the frame; the glossary is reached from the documents.
    fn places(&self) -> Vec<PlaceView<'_>> {
        let view = |place: &Place| {
            let (word, covers) = match place {
                Place::Home => ("places.home", ""),
                Place::Roadmap => ("places.roadmap", ""),
                Place::Todos => ("places.todos", ""),
                Place::Decisions => ("places.decisions", "/decisions"),
                Place::Updates => ("places.updates", "/updates"),
                Place::Documents => ("places.documents", "/docs /glossary"),
                Place::About => ("places.about", ""),
                Place::Glossary => return None,
            };
            let href = page_href(&place.page(), None);
            let asks = self.relations.asks.iter().filter(|ask| *place == Place::Todos && !ask.blocked);
            Some(PlaceView { href, title: self.word(word), covers: covers.to_owned(), waiting: asks.count() })
        };
        self.places.iter().filter_map(view).collect()
    }
}
