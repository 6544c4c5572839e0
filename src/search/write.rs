//! The bytes of the index. `docs/search.md`, "Shards".

use rayon::prelude::*;

use super::bits::Bits;
use super::entry::{Entry, Unit};
use super::shown::{Kept, beginning};
use super::words::{Places, Read, Vocabulary};
use crate::content::slug::slug;

/// How many entries lie in one block.
const ENTRIES: usize = 64;
/// A block of places is full when it is this long, in bytes.
const PLACES: usize = 12 << 10;
/// Of words that more than one in so many units say, only the entries are written down that say them.
const EVERYWHERE: usize = 32;
/// Unless the units are no more than this.
const FEW: usize = 64;
/// An index that is no longer than this, in bytes, is one shard.
const ONE_SHARD: usize = 48 << 10;

/// The version of the format.
const VERSION: u8 = 1;

/// The shards of the index of these entries; none where there are none.
pub(super) fn shards(read: Vec<Read>) -> Vec<Vec<u8>> {
    let (entries, words): (Vec<_>, Vec<_>) = read.into_iter().map(|some| (some.entries, some.words)).unzip();
    let entries: &Vec<Entry> = &entries.into_iter().flatten().collect();
    if entries.is_empty() {
        return Vec::new();
    }
    let words = || {
        let vocabulary = Vocabulary::of(words);
        let places = place_blocks(entries, &vocabulary);
        (vocabulary, places)
    };
    let shown = || {
        let kept = Kept::of(entries);
        entries.par_chunks(ENTRIES).map(|some| entry_block(some, &kept)).collect::<Vec<_>>()
    };
    let ((vocabulary, (sizes, mut blocks)), shown) = rayon::join(words, shown);
    blocks.extend(shown);
    let whole = blocks.iter().map(Vec::len).sum::<usize>() <= ONE_SHARD;
    let first = directory(entries, &vocabulary, &sizes, whole);
    match whole {
        true => vec![shard(std::iter::once(&first).chain(&blocks))],
        false => std::iter::once(&first).chain(&blocks).map(|block| shard([block])).collect(),
    }
}

/// Some blocks in one shard: how many there are, how long each is, and then all of them.
fn shard<'b>(blocks: impl IntoIterator<Item = &'b Vec<u8>>) -> Vec<u8> {
    let blocks: Vec<&Vec<u8>> = blocks.into_iter().collect();
    let mut bytes = Vec::new();
    number(&mut bytes, blocks.len());
    blocks.iter().for_each(|block| number(&mut bytes, block.len()));
    blocks.iter().for_each(|block| bytes.extend_from_slice(block));
    bytes
}

/// What must be known before anything else: how much there is, and all words.
fn directory(entries: &[Entry], vocabulary: &Vocabulary, sizes: &[usize], whole: bool) -> Vec<u8> {
    let mut bytes = vec![VERSION, u8::from(whole)];
    for count in [entries.len(), vocabulary.words.len(), sizes.len()] {
        number(&mut bytes, count);
    }
    sizes.iter().for_each(|size| number(&mut bytes, *size));
    bytes.extend(
        entries.iter().zip(&vocabulary.title_lengths).map(|(entry, length)| entry.kind as u8 | (low(*length, 15) << 4)),
    );
    entries.iter().for_each(|entry| number(&mut bytes, entry.units.len()));
    let (mut shared, mut own, mut all) = (Vec::new(), Vec::new(), String::new());
    let mut before = "";
    for word in vocabulary.words.iter().map(|word| word.letters.as_str()) {
        let same: usize = before.chars().zip(word.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        shared.push(low(utf16(&word[..same]), u8::MAX));
        own.push(low(utf16(&word[same..]), u8::MAX));
        all.push_str(&word[same..]);
        before = word;
    }
    bytes.extend(shared);
    bytes.extend(own);
    let named: Vec<bool> = vocabulary.words.iter().map(|word| vocabulary.is_named(word)).collect();
    bytes.extend(
        named.chunks(8).map(|some| some.iter().enumerate().fold(0, |byte, (at, bit)| byte | (u8::from(*bit) << at))),
    );
    text(&mut bytes, &all);
    bytes
}

/// The places of all words in blocks, and how many words each block has.
fn place_blocks(entries: &[Entry], vocabulary: &Vocabulary) -> (Vec<usize>, Vec<Vec<u8>>) {
    let entry_of: Vec<u32> =
        (0..).zip(entries).flat_map(|(number, entry)| std::iter::repeat_n(number, entry.units.len())).collect();
    let everywhere = (entry_of.len() / EVERYWHERE).max(FEW);
    let (mut sizes, mut blocks) = (Vec::new(), Vec::new());
    let (mut block, mut size) = (Bits::default(), 0);
    for Places { named, said } in vocabulary.places() {
        block.rising(&named);
        block.put(u32::from(said.len() > everywhere), 1);
        if said.len() > everywhere {
            let mut entries: Vec<u32> = said.iter().map(|unit| entry_of[*unit as usize]).collect();
            entries.dedup();
            block.rising(&entries);
        } else {
            block.rising(&said);
        }
        size += 1;
        if block.len() >= PLACES {
            blocks.push(std::mem::take(&mut block).finish());
            sizes.push(std::mem::take(&mut size));
        }
    }
    if size > 0 {
        blocks.push(block.finish());
        sizes.push(size);
    }
    (sizes, blocks)
}

/// What is shown of some entries.
fn entry_block(entries: &[Entry], kept: &Kept) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in entries {
        for said in [&entry.path, &entry.asset, &entry.title] {
            text(&mut bytes, said);
        }
        for (at, unit) in entry.units.iter().enumerate() {
            text(&mut bytes, &unit.heading);
            anchor(&mut bytes, unit);
            text(&mut bytes, &beginning(&unit.text, if at == 0 { kept.titles } else { kept.headings }));
        }
    }
    bytes
}

/// Most anchors follow from their headings.
fn anchor(bytes: &mut Vec<u8>, unit: &Unit) {
    if unit.anchor.is_empty() {
        bytes.push(0);
    } else if unit.anchor == slug(&unit.heading) {
        bytes.push(1);
    } else {
        bytes.push(2);
        text(bytes, &unit.anchor);
    }
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len());
    bytes.extend_from_slice(text.as_bytes());
}

/// Seven bits a byte, the lowest first; the high bit says that there are more.
fn number(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        bytes.push(low(number & 127, 127) | 128);
        number >>= 7;
    }
    bytes.push(low(number, 127));
}

fn utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// A number that is no larger than `most`.
fn low(number: usize, most: u8) -> u8 {
    u8::try_from(number).unwrap_or(most).min(most)
}

#[cfg(test)]
mod tests;
