//! The glossary.

use crate::portal::Place;
use crate::render::site::{Rendered, Site};
use crate::render::view::glossary::{GlossaryView, TermView};

impl Site<'_> {
    /// The page of all words that are explained.
    pub(in crate::render) fn glossary(&self) -> Rendered {
        let page = Place::Glossary.page();
        let mut terms = self.portal.terms().to_vec();
        terms.sort_by(|one, other| self.formats.compare(one.word(), other.word()));
        let terms = terms.iter().map(|term| {
            let anchor = term.item.id.value.as_str();
            TermView {
                id: anchor,
                term: term.word(),
                aka: &term.aka,
                short: self.prose(&term.short, &page, &format!("{anchor}.short.")),
                means: term.means.as_ref().map(|means| self.prose(means, &page, &format!("{anchor}."))),
                marks: self.marks(&term.item, &page, anchor),
            }
        });
        let view = GlossaryView { terms: terms.collect(), words: self.words() };
        self.page(page.clone(), self.word("places.glossary"), "glossary.html", &view)
    }
}
