//! The glossary: words that nobody uses, and words with two meanings.

use std::collections::{HashMap, HashSet};

use super::texts::{Reading, titles};
use crate::check;
use crate::content::glossary::Term;
use crate::diagnostic::Diagnostics;
use crate::portal::Portal;
use crate::portal::terms::{Around, Matcher};

/// Looks through the client's own words.
pub(super) fn review(portal: &Portal, reading: &Reading<'_>, found: &mut Diagnostics) {
    ambiguous(portal, found);
    unused(portal, reading, found);
}

/// One form that two terms have. Only the first would ever be found.
fn ambiguous(portal: &Portal, found: &mut Diagnostics) {
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

/// A word of the client's own glossary that stands in no text and in no title. What it means does not count.
fn unused(portal: &Portal, reading: &Reading<'_>, found: &mut Diagnostics) {
    let own: Vec<&Term> = own(portal).collect();
    // Where there is nothing to read yet, no word is missing.
    let unread = portal.docs().is_empty() && portal.decisions().is_empty() && portal.updates().is_empty();
    if own.is_empty() || unread {
        return;
    }
    let numbered = own.iter().enumerate();
    let matcher = Matcher::new(numbered.flat_map(|(at, term)| forms(term).map(move |form| (at, form))));
    let read = |text| matcher.find(text, Around::default).map(|found| found.term);
    let mut used: HashSet<usize> = HashSet::new();
    for item in titles(portal) {
        used.extend(read(&item.title.value));
    }
    for (term, block) in &reading.explanations {
        used.extend(read(&block.text).filter(|at| own[*at].item.id.value != term.item.id.value));
    }
    for block in &reading.texts {
        // Where every word has been met, the other texts have nothing to add.
        if used.len() == own.len() {
            return;
        }
        used.extend(read(&block.text));
    }
    for (_, term) in own.iter().enumerate().filter(|(at, _)| !used.contains(at)) {
        let message = format!("`{}` is explained, and no text uses it", term.word());
        let help = "take it out, or add the form that your texts use to `aka:`";
        found.push(check::UNUSED_TERM.at(term.item.place(), message).help(help));
    }
}

/// The client's own words that are in use.
fn own(portal: &Portal) -> impl Iterator<Item = &Term> {
    portal.terms().iter().filter(|term| !term.shared && term.item.dropped.is_none())
}

/// The word and its other forms.
fn forms(term: &Term) -> impl Iterator<Item = &str> {
    std::iter::once(term.word()).chain(term.aka.iter().map(String::as_str))
}
