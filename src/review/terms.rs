//! The glossary: words that nobody uses, and words with two meanings.

use std::collections::{HashMap, HashSet};

use super::block::Block;
use super::texts::{explanation_blocks, titles};
use crate::check;
use crate::content::glossary::Term;
use crate::diagnostic::Diagnostics;
use crate::portal::Portal;
use crate::portal::terms::{Around, Matcher};

/// One form that two terms have. Only the first would ever be found.
pub(super) fn review(portal: &Portal, found: &mut Diagnostics) {
    let mut known: HashMap<String, &Term> = HashMap::new();
    for term in own(portal) {
        for form in forms(term) {
            match known.get(&form.to_lowercase()) {
                Some(first) if first.item.id.value != term.item.id.value => {
                    let message = format!("`{form}` already stands for `{}`", first.word());
                    let help = "give each word one meaning: take it away from one of the two";
                    found.push(check::AMBIGUOUS_TERM.at(term.item.place(), message).help(help));
                }
                Some(_) => {}
                None => {
                    known.insert(form.to_lowercase(), term);
                }
            }
        }
    }
}

/// The words of the client's own glossary that stand in no text and in no title. What one means does not count.
pub(super) struct Unused<'p> {
    own: Vec<&'p Term>,
    matcher: Matcher,
    /// Numbers of words that were met.
    used: HashSet<usize>,
}

impl<'p> Unused<'p> {
    /// Looks through titles and explanations.
    pub(super) fn new(portal: &'p Portal) -> Self {
        // Where there is nothing to read yet, no word is missing.
        let unread = portal.docs().is_empty() && portal.decisions().is_empty() && portal.updates().is_empty();
        let own: Vec<&Term> = own(portal).filter(|_| !unread).collect();
        if own.is_empty() {
            return Unused { own, matcher: Matcher::default(), used: HashSet::new() };
        }
        let forms = own.iter().enumerate().flat_map(|(at, term)| forms(term).map(move |form| (at, form)));
        let matcher = Matcher::new(forms);
        let mut used = HashSet::new();
        for item in titles(portal) {
            used.extend(words_in(&item.title.value, &matcher));
        }
        for (term, block) in explanation_blocks(portal) {
            used.extend(words_in(&block.text, &matcher).filter(|at| own[*at].item.id.value != term.item.id.value));
        }
        Unused { own, matcher, used }
    }

    /// Reads on.
    pub(super) fn read(&mut self, blocks: &[Block<'_>]) {
        for block in blocks {
            // Where every word has been met, the other texts have nothing to add.
            if self.used.len() == self.own.len() {
                return;
            }
            self.used.extend(words_in(&block.text, &self.matcher));
        }
    }

    /// Says which they are.
    pub(super) fn say(self, found: &mut Diagnostics) {
        for (_, term) in self.own.iter().enumerate().filter(|(at, _)| !self.used.contains(at)) {
            let message = format!("`{}` is explained, and no text uses it", term.word());
            let help = "take it out, or add the form that your texts use to `aka:`";
            found.push(check::UNUSED_TERM.at(term.item.place(), message).help(help));
        }
    }
}

/// The numbers of the words that stand in a text.
fn words_in<'t>(text: &'t str, matcher: &'t Matcher) -> impl Iterator<Item = usize> + 't {
    matcher.find(text, Around::default).map(|found| found.term)
}

/// The client's own words that are in use.
fn own(portal: &Portal) -> impl Iterator<Item = &Term> {
    portal.terms().iter().filter(|term| !term.shared && term.item.dropped.is_none())
}

/// The word and its other forms.
fn forms(term: &Term) -> impl Iterator<Item = &str> {
    std::iter::once(term.word()).chain(term.aka.iter().map(String::as_str))
}
