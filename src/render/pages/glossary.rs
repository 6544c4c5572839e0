//! The glossary.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::content::doc::Doc;
use crate::content::markdown::Document;
use crate::content::milestone::Milestone;
use crate::content::phase::Phase;
use crate::content::task::Task;
use crate::portal::Place;
use crate::portal::terms::TermSet;
use crate::render::links::{decision_link, doc_link, page_href};
use crate::render::site::{Rendered, Site};
use crate::render::view::glossary::{GlossaryView, LetterView, TermView};
use crate::render::view::parts::Link;

/// So many pages that use a term are named; of more the number is said.
const NAMED: usize = 3;
/// Fewer terms are seen at a glance: a row of letters would only stand before them.
const LETTERS_FROM: usize = 25;

impl<'s> Site<'s> {
    /// The page of all words that are explained.
    pub(in crate::render) fn glossary(&self) -> Rendered {
        let page = Place::Glossary.page();
        let mut uses = self.uses();
        let mut terms: Vec<usize> = (0..self.portal.terms().len()).collect();
        terms.sort_by(|one, other| self.formats.compare(self.word_of(*one), self.word_of(*other)));
        let mut letters: Vec<LetterView<'_>> = Vec::new();
        for at in terms {
            let letter = self.formats.letter(self.word_of(at));
            if letters.last().is_none_or(|last| last.letter != letter) {
                letters.push(self.letter(letter, letters.len() + 1));
            }
            let term = self.term(at, std::mem::take(&mut uses[at]));
            letters.last_mut().expect("the term's letter was put there").terms.push(term);
        }
        let jumps = self.portal.terms().len() >= LETTERS_FROM;
        let view = GlossaryView { letters, jumps };
        self.page(page.clone(), self.word("places.glossary"), "glossary.html", &view)
    }

    fn word_of(&self, term: usize) -> &'s str {
        self.portal.terms()[term].word()
    }

    /// A letter without its terms. Its anchor is a number, so that it is no term's.
    fn letter(&self, letter: String, number: usize) -> LetterView<'s> {
        let id = format!("letter.{number}");
        LetterView { href: page_href(&Place::Glossary.page(), Some(&id)), id, letter, terms: Vec::new() }
    }

    fn term(&self, at: usize, mut used: Vec<Link>) -> TermView<'s> {
        let page = Place::Glossary.page();
        let term = self.portal.terms()[at];
        let anchor = term.item.id.value.as_str();
        let more = used.len().saturating_sub(NAMED);
        used.truncate(NAMED);
        TermView {
            id: anchor,
            term: term.word(),
            aka: &term.aka,
            short: self.prose(&term.short, &page, &format!("{anchor}.short.")),
            means: term.means.as_ref().map(|means| self.prose(means, &page, &format!("{anchor}."))),
            used,
            used_more: (more > 0).then(|| self.counted("glossary.used_more", i64::try_from(more).unwrap_or(i64::MAX))),
            marks: self.marks(&term.item, &page, anchor),
        }
    }

    /// The pages on which each term is used, by its number. Those on which a word matters longest come first.
    fn uses(&self) -> Vec<Vec<Link>> {
        let docs: Vec<&Doc> = self.portal.docs().take(self.pages_read).collect();
        let docs = docs.into_par_iter().map(|doc| (doc_link(doc), Cow::Borrowed(self.portal.terms_in(doc))));
        let others = self.readings().into_par_iter().map(|(link, texts)| {
            let mut terms = TermSet::default();
            for one in texts.iter().flat_map(|text| self.portal.uses(text, 0..text.pieces.len())) {
                terms.insert(one.found.term);
            }
            (link, Cow::Owned(terms))
        });
        let on_pages: Vec<(Link, Cow<'_, TermSet>)> = docs.chain(others).collect();
        let mut uses: Vec<Vec<Link>> = self.portal.terms().iter().map(|_| Vec::new()).collect();
        for (link, terms) in on_pages {
            for term in terms.iter() {
                uses[term].push(Link { href: link.href.clone(), title: link.title.clone() });
            }
        }
        uses
    }

    /// Every page with texts of its own and what is written on it, but for documents.
    fn readings(&self) -> Vec<(Link, Vec<&'s Document>)> {
        let decisions = self.portal.decisions().iter().map(|one| (decision_link(one), one.texts().collect()));
        let phases = self.portal.phases().iter().copied().flat_map(Phase::texts);
        let milestones = self.portal.milestones().iter().copied().flat_map(Milestone::texts);
        let tasks = self.portal.tasks().iter().copied().flat_map(Task::texts);
        let places = [
            (Place::Roadmap, "places.roadmap", phases.chain(milestones).collect()),
            (Place::Todos, "places.todos", tasks.collect()),
        ];
        let places = places.into_iter().filter(|(place, ..)| self.has(*place));
        let places = places.map(|(place, word, texts)| {
            (Link { href: page_href(&place.page(), None), title: self.word(word).to_owned() }, texts)
        });
        let updates = self.portal.updates().iter().map(|one| (self.update_link(one), one.texts().collect()));
        decisions.chain(places).chain(updates).take(self.pages_read).collect()
    }
}
