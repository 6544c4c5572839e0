//! Abbreviations that nobody explains.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use super::ReviewWords;
use super::acronym::{Found, acronyms, is_explained};
use super::block::Block;
use super::texts::{explanation_blocks, read_texts, titles};
use super::words::whole_word;
use crate::check;
use crate::content::item::Item;
use crate::diagnostic::{Diagnostics, Place, Span};
use crate::portal::Portal;

/// Every abbreviation is a word of the glossary, explained where it stands, or known to everybody. Said once for each, at
/// its first place, and only where there is a glossary: without one nobody expects to find a word explained.
pub(super) struct Unexplained(Option<Unknown>);

impl Unexplained {
    /// Has read nothing yet.
    pub(super) fn new(portal: &Portal, words: &ReviewWords) -> Self {
        let has_glossary = portal.terms().iter().any(|term| !term.shared);
        Unexplained(has_glossary.then(|| Unknown { known: known(portal, words), ..Unknown::default() }))
    }

    /// Reads on.
    pub(super) fn read(&mut self, blocks: &[Block<'_>]) {
        if let Some(unknown) = &mut self.0 {
            blocks.iter().for_each(|block| unknown.read(block));
        }
    }

    /// Reads the explanations and the titles of `portal`, and says what is left.
    pub(super) fn say(self, portal: &Portal, found: &mut Diagnostics) {
        let Some(mut unknown) = self.0 else { return };
        explanation_blocks(portal).for_each(|(_, block)| unknown.read(&block));
        for item in titles(portal) {
            unknown.read_title(item);
        }
        let mut left = unknown.left();
        if left.is_empty() {
            return;
        }
        // "NOT" is loud, and no abbreviation: the same word stands elsewhere in small letters.
        let mut small: HashSet<String> =
            explanation_blocks(portal).flat_map(|(_, block)| in_small_letters(&block.text, &left)).collect();
        read_texts(portal, |blocks| {
            small.par_extend(blocks.par_iter().flat_map_iter(|block| in_small_letters(&block.text, &left)));
        });
        left.retain(|acronym, _| !small.contains(acronym));
        for (acronym, place) in left {
            let message = format!("`{acronym}` is explained nowhere");
            let help = format!("add it to `glossary.yml`, or write it out the first time: `… ({acronym})`");
            found.push(check::UNEXPLAINED_ACRONYM.at(place, message).help(help));
        }
    }
}

/// Six letters of any script.
const LONGEST_IN_BYTES: usize = 24;

/// Those of `left` that stand in a text as words in small letters.
fn in_small_letters(text: &str, left: &BTreeMap<String, Place>) -> Vec<String> {
    if text.is_ascii() {
        let is_small = |word: &&[u8]| word.first().is_some_and(u8::is_ascii_lowercase);
        let words = text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).filter(is_small);
        let same = |word: &[u8]| left.keys().find(|acronym| acronym.as_bytes().eq_ignore_ascii_case(word)).cloned();
        return words.filter_map(same).collect();
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() <= LONGEST_IN_BYTES);
    let small = words.filter(|word| word.starts_with(char::is_lowercase)).map(str::to_uppercase);
    small.filter(|word| left.contains_key(word)).collect()
}

/// What needs no explanation: words that everybody knows, those of the glossary, and names.
fn known(portal: &Portal, words: &ReviewWords) -> HashSet<String> {
    let mut known: HashSet<String> = words.known.iter().cloned().collect();
    let mut add = |text: &str| {
        known.extend(text.split(|c: char| !c.is_alphanumeric()).map(str::to_uppercase));
    };
    for term in portal.terms() {
        add(term.word());
        term.aka.iter().for_each(|form| add(form));
    }
    add(&portal.client().name);
    add(&portal.client().project);
    add(&portal.agency().name);
    for person in portal.people() {
        add(person.name());
        let initials = |part: &str| part.chars().next().filter(|c| c.is_uppercase());
        add(&person.name().split(|c: char| c.is_whitespace() || c == '-').filter_map(initials).collect::<String>());
    }
    known
}

#[derive(Default)]
struct Unknown {
    known: HashSet<String>,
    /// Where each stands first.
    first: BTreeMap<String, Place>,
    explained: HashSet<String>,
}

impl Unknown {
    fn read(&mut self, block: &Block<'_>) {
        for Found { acronym, at, is_plural } in acronyms(&block.text) {
            if self.known.contains(acronym) || self.explained.contains(acronym) {
                continue;
            }
            let end = at + acronym.len() + usize::from(is_plural);
            if block.explained.contains(&at) || is_explained(&block.text, at..end) {
                self.explained.insert(acronym.to_owned());
            } else if !self.first.contains_key(acronym) {
                self.first.insert(acronym.to_owned(), block.place(at, end - at));
            }
        }
    }

    fn read_title(&mut self, item: &Item) {
        for Found { acronym, .. } in acronyms(&item.title.value) {
            if !self.known.contains(acronym) && !self.first.contains_key(acronym) {
                self.first.insert(acronym.to_owned(), in_title(item, acronym));
            }
        }
    }

    /// Those that are explained nowhere.
    fn left(self) -> BTreeMap<String, Place> {
        let Unknown { mut first, explained, .. } = self;
        first.retain(|acronym, _| !explained.contains(acronym));
        first
    }
}

/// Where a word of a title stands.
fn in_title(item: &Item, word: &str) -> Place {
    let Span { start, end } = item.title.span;
    let written = item.file.bytes().get(start..end).and_then(|written| std::str::from_utf8(written).ok());
    match written.and_then(|written| whole_word(written, word)) {
        Some(at) => item.file.place(Span::new(start + at..start + at + word.len())),
        None => item.place(),
    }
}
