//! A text as a person reads it: paragraph by paragraph, without code and addresses.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr3;
use smallvec::SmallVec;

use crate::content::markdown::{Document, Piece, Text};
use crate::diagnostic::Place;

/// What is read in one go: a paragraph, a heading, an item of a list, a cell of a table.
#[derive(Debug)]
pub(super) struct Block<'d> {
    document: &'d Document,
    /// The words. Code is one [`CODE`].
    pub text: Cow<'d, str>,
    /// Whether it is a cell of a table.
    pub is_cell: bool,
    /// Where abbreviations begin that carry their meaning with them.
    pub explained: Vec<usize>,
    /// Where each part begins in the text, as it stands in the document.
    parts: SmallVec<[(usize, &'d Text); 1]>,
}

/// Stands in for code, which is no language.
pub(super) const CODE: char = '\u{fffc}';

impl<'d> Block<'d> {
    fn new(document: &'d Document, is_cell: bool) -> Self {
        Block { document, text: Cow::Borrowed(""), is_cell, explained: Vec::new(), parts: SmallVec::new() }
    }

    /// Where the `length` bytes from `at` on were written, as far as no markup comes between; that of the next words where
    /// there is code.
    pub(super) fn place(&self, at: usize, length: usize) -> Place {
        let next = self.parts.partition_point(|(begins, _)| *begins <= at);
        let (begins, text) = self.parts[next.saturating_sub(1)];
        let inside = at.saturating_sub(begins);
        match self.parts.get(next) {
            Some((_, further)) if inside >= text.len() => self.document.place(further, 0..length),
            _ => self.document.place(text, inside..inside + length),
        }
    }

    /// Its sentences: each ends with `.`, `!`, `?` or `…`, and with what closes behind it, before a space and anything
    /// but a small letter.
    pub(super) fn sentences(&self) -> Vec<Range<usize>> {
        let text = &*self.text;
        let mut found = Vec::new();
        let (mut from, mut read) = (0, 0);
        let is_ascii = text.is_ascii();
        while let Some(at) = first_sign(&text.as_bytes()[read..], is_ascii).map(|at| read + at) {
            read = at + 1;
            let Some(behind) = text[at..].strip_prefix(['.', '!', '?', '…']) else { continue };
            let behind = behind.trim_start_matches(['"', '\'', '”', '’', '»', ')', ']']);
            let next = behind.trim_start();
            let is_end = next.len() < behind.len() && !next.starts_with(char::is_lowercase);
            if is_end && !next.is_empty() {
                found.push(from..text.len() - behind.len());
                from = text.len() - next.len();
            }
        }
        found.push(from..text.len());
        found
    }
}

/// Where the first byte is that may begin a sign with which a sentence ends.
fn first_sign(text: &[u8], is_ascii: bool) -> Option<usize> {
    match is_ascii {
        true => memchr3(b'.', b'!', b'?', text),
        false => text.iter().position(|byte| matches!(byte, b'.' | b'!' | b'?' | 0xe2)),
    }
}

/// The blocks of a text, in reading order; those without a word are left out.
pub(super) fn blocks(document: &Document) -> Vec<Block<'_>> {
    let mut reader = Reader { document, found: Vec::new(), open: Block::new(document, false), silent: 0 };
    for piece in &document.pieces {
        match piece {
            Piece::Text(text) if reader.silent == 0 => {
                reader.open.parts.push((reader.open.text.len(), text));
                // Most blocks are one piece, and need no copy.
                reader.open.text += text.as_str();
            }
            Piece::Html(html) => reader.html(html),
            Piece::Text(_)
            | Piece::Link(..)
            | Piece::EndLink(_)
            | Piece::Image(..)
            | Piece::Task(_)
            | Piece::NoteReference(..) => {}
            _ => reader.end(false),
        }
    }
    reader.end(false);
    reader.found
}

/// Elements whose contents are no language.
const SILENT: [&str; 4] = ["code", "kbd", "pre", "samp"];

/// Elements that a sentence goes on through.
const IN_LINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "del", "dfn", "em", "i", "img", "input", "ins", "mark", "q", "rp", "rt",
    "ruby", "s", "small", "span", "strong", "sub", "sup", "u", "var",
];

struct Reader<'d> {
    document: &'d Document,
    found: Vec<Block<'d>>,
    open: Block<'d>,
    /// How many elements are open whose contents are no language.
    silent: usize,
}

impl Reader<'_> {
    fn html(&mut self, html: &str) {
        // What stands between tags here is code: other words are pieces of their own.
        for tag in html.split('<').skip(1) {
            let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
            let name = tag[..tag.find(' ').unwrap_or(tag.len())].trim_end_matches('/');
            let (closes, name) = match name.strip_prefix('/') {
                Some(name) => (true, name),
                None => (false, name),
            };
            if SILENT.contains(&name) {
                if !closes && self.silent == 0 {
                    self.open.text.to_mut().push(CODE);
                }
                self.silent = if closes { self.silent.saturating_sub(1) } else { self.silent + 1 };
            } else if name == "abbr" && !closes && tag.contains(" title=") {
                self.open.explained.push(self.open.text.len());
            } else if !IN_LINE.contains(&name) {
                self.end(!closes && matches!(name, "td" | "th"));
            }
        }
    }

    /// The block ends, and another begins.
    fn end(&mut self, next_is_cell: bool) {
        let block = std::mem::replace(&mut self.open, Block::new(self.document, next_is_cell));
        if !block.parts.is_empty() && block.text.contains(char::is_alphanumeric) {
            self.found.push(block);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::markdown::{self, Origin};
    use crate::diagnostic::Diagnostics;
    use crate::source::SourceFile;

    fn document(markdown: &str) -> Document {
        let file = SourceFile::new("a.md", markdown.as_bytes());
        markdown::parse(markdown, Origin::at(&file, 0), &mut Diagnostics::new())
    }

    #[test]
    fn a_text_is_read_paragraph_by_paragraph_without_code() {
        let document = document(
            "# One\n\nTwo *three* [four](x.md) `five`\nsix.\\\nSeven\n\n- eight\n- nine\n\n| ten |\n|--|\n| <kbd>x</kbd> eleven |\n\n```\ntwelve\n```",
        );
        let blocks = blocks(&document);
        let read: Vec<(&str, bool)> = blocks.iter().map(|one| (one.text.trim(), one.is_cell)).collect();
        assert_eq!(
            read,
            [
                ("One", false),
                ("Two three four \u{fffc}\nsix.", false),
                ("Seven", false),
                ("eight", false),
                ("nine", false),
                ("ten", true),
                ("\u{fffc} eleven", true),
            ]
        );
    }

    #[test]
    fn a_place_is_that_of_the_words_and_not_of_the_same_words_in_code() {
        for (markdown, line, column) in [
            ("The `CMS` and the CMS.", 1, 19),
            ("| `CMS` | CMS |\n|---|---|\n| `A&B CMS` | CMS |", 3, 15),
            ("A [page](CMS.md)\non the CMS.", 2, 8),
            ("```\nCMS\n```\n\nCMS", 5, 1),
            ("Bread &amp; butter &amp; the CMS", 1, 30),
            ("| a | b |\n|---|---|\n| *CMS* | x **CMS** |", 3, 15),
            ("[^1]: A note about the CMS.\n\nText[^1] and more.", 1, 24),
            ("<!-- CMS -->\n\nthe <!-- CMS --> CMS", 3, 18),
            ("\\*the CMS\\*", 1, 7),
            ("> a\n> <p title='CMS'>&lt;b>\n> CMS</p>", 3, 3),
            ("`the` <kbd>CMS</kbd> **`CMS`** CMS", 1, 32),
        ] {
            let document = document(markdown);
            let found = blocks(&document).into_iter().rev().find_map(|block| Some((block.text.rfind("CMS")?, block)));
            let (at, block) = found.expect("the word is there");
            let place = block.place(at, 3);
            assert_eq!((place.line, place.column), (line, column), "{markdown}");
            let excerpt = place.excerpt.expect("a line is shown");
            assert_eq!(&excerpt.line[excerpt.marked], "CMS", "{markdown}");
        }
    }

    #[test]
    fn a_sentence_ends_before_what_may_begin_one() {
        for (text, count) in [
            ("One. Two! Three? “Four.” Five", 5),
            ("At 8.30 e.g. on a Monday … or later.", 1),
            ("One sentence.", 1),
            ("He said (twice.) Then he left.", 2),
        ] {
            let document = document(text);
            let blocks = blocks(&document);
            let found: Vec<&str> = blocks[0].sentences().into_iter().map(|range| &blocks[0].text[range]).collect();
            assert_eq!(found.len(), count, "{found:?}");
            assert_eq!(found.join(" "), text);
        }
    }
}
