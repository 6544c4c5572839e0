//! Sentences that are hard to follow.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::block::{Block, CODE};
use super::texts::Reading;
use crate::check;
use crate::diagnostic::Diagnostics;

/// More words than this and a reader has to begin again.
const LONGEST: usize = 35;

/// How many are named: the worst of them.
const NAMED: usize = 5;

/// The longest sentences, where they are too long. A list or a table is not one sentence, and a cell is none.
pub(super) fn review(reading: &Reading<'_>, found: &mut Diagnostics) {
    // So many words take twice as many bytes, with a space between them.
    let blocks = reading.texts.par_iter().filter(|block| !block.is_cell && block.text.len() > 2 * LONGEST);
    let mut long: Vec<(usize, &Block<'_>, usize)> = blocks.flat_map_iter(too_long).collect();
    // Of those of one length the first ones stay in front.
    long.sort_by_key(|(words, ..)| Reverse(*words));
    for (words, block, begins) in long.into_iter().take(NAMED) {
        let message = format!("this sentence has {words} words");
        let help = format!("make two of it: more than {LONGEST} words are hard to follow");
        found.push(check::LONG_SENTENCE.at(block.place(begins, 1), message).help(help));
    }
}

/// How many words the sentences have that are too long, and where they begin in their block.
fn too_long<'b, 'd>(block: &'b Block<'d>) -> Vec<(usize, &'b Block<'d>, usize)> {
    let sentences = block.sentences().into_iter();
    let counted = sentences.map(|range| {
        let sentence = &block.text[range.clone()];
        let begins = range.start + (sentence.len() - sentence.trim_start().len());
        (sentence.split_whitespace().filter(|word| is_word(word)).count(), begins)
    });
    counted.filter(|(words, _)| *words > LONGEST).map(|(words, begins)| (words, block, begins)).collect()
}

fn is_word(word: &str) -> bool {
    word.starts_with(char::is_alphanumeric) || word.contains(|c: char| c.is_alphanumeric() || c == CODE)
}
