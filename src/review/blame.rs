//! Sentences that put the blame on somebody.

use super::ReviewWords;
use super::block::{Block, blocks};
use super::texts::news;
use super::words::whole_word;
use crate::check;
use crate::diagnostic::Diagnostics;
use crate::portal::Portal;

/// The shortest part of a name that stands for the person: shorter ones are too often something else.
const SHORTEST: usize = 3;

/// A person's name and a word for a fault do not stand in one sentence, unless it gives thanks or says that it was nobody.
pub(super) fn review(portal: &Portal, words: &ReviewWords, found: &mut Diagnostics) {
    let names = names(portal);
    if names.is_empty() || words.fault.is_empty() {
        return;
    }
    for text in news(portal) {
        for block in blocks(text) {
            sentences(&block, &names, words, found);
        }
    }
}

/// The names of all people, whole and in parts, the longest first: "Mira Vos" rather than "Mira".
fn names(portal: &Portal) -> Vec<&str> {
    let tells = |part: &&str| part.chars().count() >= SHORTEST && part.starts_with(char::is_uppercase);
    let mut names: Vec<&str> = Vec::new();
    for name in portal.people().iter().map(|person| person.name()) {
        names.push(name);
        names.extend(name.split_whitespace().filter(tells));
    }
    names.sort_by_key(|name| (std::cmp::Reverse(name.len()), *name));
    names.dedup();
    names
}

fn sentences(block: &Block<'_>, names: &[&str], words: &ReviewWords, found: &mut Diagnostics) {
    for range in block.sentences() {
        let sentence = &block.text[range.clone()];
        let name = names.iter().find_map(|name| Some((*name, whole_word(sentence, name)?)));
        let Some((name, at)) = name else { continue };
        let plain = sentence.to_lowercase().replace('’', "'").replace('\n', " ");
        if words.no_fault.iter().any(|word| whole_word(&plain, word).is_some()) {
            continue;
        }
        let fault = words.fault.iter().find(|fault| whole_word(&plain, fault).is_some());
        if let Some(fault) = fault {
            let message = format!("`{name}` stands in one sentence with `{fault}`, and that reads like blame");
            let help = "say what happened and what is being done about it, without naming anybody";
            let place = block.place(range.start + at, name.len());
            found.push(check::BLAME.at(place, message).help(help));
        }
    }
}
