//! Where the texts that an audience reads use the words of its glossary: worked out once, for the pages of these texts and
//! for that of the glossary, when the first of them asks.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::terms::{Match, Matcher, TermSet, Use, all_uses};
use crate::content::doc::Doc;
use crate::content::markdown::Document;
use crate::names::PagePath;

/// The uses of every text, by [`Document::key`].
#[derive(Debug, Default)]
pub(super) struct Occurrences<'p> {
    of: HashMap<(&'p str, usize), OnceLock<Box<[Spot]>>>,
    /// Which words each document uses, by its page.
    in_docs: HashMap<&'p PagePath, OnceLock<TermSet>>,
}

/// A [`Use`] in half the space: there are many, and texts are shorter than 4 GiB.
#[derive(Debug)]
struct Spot {
    piece: u32,
    start: u32,
    end: u32,
    term: u32,
}

impl<'p> Occurrences<'p> {
    /// Those of these texts, among them those of these documents.
    pub(super) fn of(texts: impl Iterator<Item = &'p Document>, docs: impl Iterator<Item = &'p Doc>) -> Self {
        Occurrences {
            of: texts.map(|text| (text.key(), OnceLock::new())).collect(),
            in_docs: docs.map(|doc| (&doc.path, OnceLock::new())).collect(),
        }
    }

    /// Which words one of the documents uses.
    pub(super) fn in_doc(&self, doc: &Doc, matcher: &Matcher) -> &TermSet {
        let known = self.in_docs.get(&doc.path).expect("the document is one of this audience");
        known.get_or_init(|| {
            let mut terms = TermSet::default();
            for text in doc.texts() {
                for one in self.within(text, 0..text.pieces.len(), matcher) {
                    terms.insert(one.found.term);
                }
            }
            terms
        })
    }

    /// Is told which words one of the documents uses.
    pub(super) fn know(&self, doc: &Doc, terms: TermSet) {
        if let Some(known) = self.in_docs.get(&doc.path) {
            // Where it is known already, it is the same.
            let _ = known.set(terms);
        }
    }

    /// Those in some pieces of a text, in reading order. Pieces are counted from the first of these.
    pub(super) fn within<'o>(
        &'o self,
        text: &'o Document,
        pieces: Range<usize>,
        matcher: &Matcher,
    ) -> impl Iterator<Item = Use> + use<'o> {
        let spots = || all_uses(&text.pieces, matcher).iter().map(Spot::of).collect();
        let all = self.of.get(&text.key()).map_or(&[][..], |known| known.get_or_init(spots));
        let from = all.partition_point(|spot| (spot.piece as usize) < pieces.start);
        let within = all[from..].iter().take_while(move |spot| (spot.piece as usize) < pieces.end);
        within.map(move |spot| spot.behind(pieces.start))
    }
}

impl Spot {
    fn of(one: &Use) -> Spot {
        let narrow = |number: usize| u32::try_from(number).expect("a text is shorter than 4 GiB");
        let Match { range, term } = &one.found;
        Spot { piece: narrow(one.piece), start: narrow(range.start), end: narrow(range.end), term: narrow(*term) }
    }

    /// The use, in pieces that begin with this one.
    fn behind(&self, first: usize) -> Use {
        let range = self.start as usize..self.end as usize;
        Use { piece: self.piece as usize - first, found: Match { range, term: self.term as usize } }
    }
}
