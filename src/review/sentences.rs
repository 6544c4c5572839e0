//! Sentences that are hard to follow.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::block::{Block, CODE};
use crate::check;
use crate::diagnostic::{Diagnostics, Place};

/// More words than this and a reader has to begin again.
const LONGEST: usize = 35;

/// How many are named: the worst of them.
const NAMED: usize = 5;

/// The longest sentences, where they are too long: how many words they have, and where they begin. A list or a table is
/// not one sentence, and a cell is none.
#[derive(Default)]
pub(super) struct Longest(Vec<(usize, Place)>);

impl Longest {
    /// Reads on.
    pub(super) fn read(&mut self, blocks: &[Block<'_>]) {
        // So many words take twice as many bytes, with a space between them.
        let blocks = blocks.par_iter().filter(|block| !block.is_cell && block.text.len() > 2 * LONGEST);
        let mut long: Vec<(usize, &Block<'_>, usize)> = blocks.flat_map_iter(too_long).collect();
        // Of those of one length the first ones stay in front.
        long.sort_by_key(|(words, ..)| Reverse(*words));
        let named = long.into_iter().take(NAMED);
        self.0.extend(named.map(|(words, block, begins)| (words, block.place(begins, 1))));
        self.0.sort_by_key(|(words, _)| Reverse(*words));
        self.0.truncate(NAMED);
    }

    /// Says which they are.
    pub(super) fn say(self, found: &mut Diagnostics) {
        for (words, place) in self.0 {
            let message = format!("this sentence has {words} words");
            let help = format!("make two of it: more than {LONGEST} words are hard to follow");
            found.push(check::LONG_SENTENCE.at(place, message).help(help));
        }
    }
}

/// How many words the sentences have that are too long, and where they begin in their block.
fn too_long<'b, 'd>(block: &'b Block<'d>) -> Vec<(usize, &'b Block<'d>, usize)> {
    let sentences = block.sentences().into_iter().filter(|range| may_be_too_long(&block.text[range.clone()]));
    let counted = sentences.map(|range| {
        let sentence = &block.text[range.clone()];
        let begins = range.start + (sentence.len() - sentence.trim_start().len());
        (sentence.split_whitespace().filter(|word| is_word(word)).count(), begins)
    });
    counted.filter(|(words, _)| *words > LONGEST).map(|(words, begins)| (words, block, begins)).collect()
}

/// Whether there is space enough between the words: most sentences are done with this one look. Of letters that take
/// several bytes, any may be a space.
fn may_be_too_long(sentence: &str) -> bool {
    // To count in bytes, as many as a byte can count, lets many letters be looked at together.
    let spaces = |some: &[u8]| some.iter().map(|byte| u8::from(!byte.is_ascii_graphic())).sum::<u8>();
    sentence.as_bytes().chunks(u8::MAX.into()).map(|some| usize::from(spaces(some))).sum::<usize>() >= LONGEST
}

fn is_word(word: &str) -> bool {
    word.starts_with(char::is_alphanumeric) || word.contains(|c: char| c.is_alphanumeric() || c == CODE)
}
