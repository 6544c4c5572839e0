//! The glossary in place: the first use of a term in each section is a button. What it opens is made by a script, from
//! the page of the glossary: written into every page that uses the term, it would be sealed as often.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use crate::content::markdown::Document;
use crate::html::escape_into;
use crate::portal::AudiencePortal;
use crate::portal::terms::{Use, first_uses};

/// The page where every term is explained: no term is marked in its texts.
pub(super) const GLOSSARY: &str = "/glossary";

/// Marks the terms of one text.
pub(super) struct Marker<'s> {
    portal: &'s AudiencePortal<'s>,
    /// What is still to be marked.
    uses: Peekable<IntoIter<Use>>,
}

impl<'s> Marker<'s> {
    /// What marks the terms in these pieces of a text.
    pub(super) fn new(document: &Document, pieces: Range<usize>, portal: &'s AudiencePortal<'s>) -> Self {
        let uses = first_uses(&document.pieces[pieces.clone()], portal.uses(document, pieces));
        Marker { portal, uses: uses.into_iter().peekable() }
    }

    /// Writes the text that is the piece of this number to `out` as HTML. Pieces are written in their order.
    pub(super) fn write(&mut self, piece: usize, text: &str, out: &mut String) {
        let mut at = 0;
        while let Some(Use { found, .. }) = self.uses.next_if(|next| next.piece == piece) {
            escape_into(out, &text[at..found.range.start]);
            out.push_str("<button type=\"button\" class=\"term\" popovertarget=\"_term-");
            escape_into(out, &self.portal.terms()[found.term].item.id.value);
            out.push_str("\">");
            escape_into(out, &text[found.range.clone()]);
            out.push_str("</button>");
            at = found.range.end;
        }
        escape_into(out, &text[at..]);
    }
}
