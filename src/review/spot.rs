//! Where something stands that was found in a text as it is read.
//!
//! Pieces of a text do not know where they were written. What stands between two places of a text is written in the
//! same order, so a place is found by going through both side by side.

use crate::content::markdown::{Document, Piece};
use crate::diagnostic::{Place, Span};

/// A place in the running text of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'d> {
    /// The text.
    pub document: &'d Document,
    /// The number of the piece among those of the text; it is a [`Piece::Text`].
    pub piece: usize,
    /// Where in it, in bytes.
    pub at: usize,
}

/// From how many bytes on a line is taken to be written once.
const TELLING: usize = 20;

/// How far ahead something shorter is looked for: past the address of a link, and not in the next paragraph but one.
const AHEAD: usize = 300;

impl Spot<'_> {
    /// Where the `length` bytes from here on are written; the beginning of the text where they are written otherwise.
    pub(super) fn place(&self, length: usize) -> Place {
        let (written, begins) = self.document.origin.written();
        let found = Follower { written, at: 0, lost: false }.follow(&self.document.pieces, self.piece, self.at);
        let start = begins + found.unwrap_or(0);
        self.document.origin.file().place(Span::new(start..start + if found.is_some() { length } else { 1 }))
    }
}

struct Follower<'w> {
    written: &'w str,
    at: usize,
    /// What comes next may stand anywhere behind `at`.
    lost: bool,
}

impl Follower<'_> {
    /// Where byte `at` of the piece number `wanted` is written.
    fn follow(&mut self, pieces: &[Piece], wanted: usize, at: usize) -> Option<usize> {
        for (number, piece) in pieces.iter().enumerate().take(wanted + 1) {
            match piece {
                // Notes stand at the end of the page, and anywhere in what is written.
                Piece::Note(_) => (self.at, self.lost) = (0, true),
                Piece::Html(html) => self.pass_code(html),
                Piece::Code { source, .. } => self.lost |= self.pass(source.trim()).is_none(),
                Piece::Text(text) => {
                    let found = self.read(text, (number == wanted).then_some(at));
                    if found.is_some() {
                        return found;
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Goes past a text; where byte `wanted` of it is written.
    fn read(&mut self, text: &str, wanted: Option<usize>) -> Option<usize> {
        for line in parts(text, |c| c == '\n') {
            let within = |part: &str, begins: usize| {
                wanted.filter(|at| (begins..begins + part.len()).contains(at)).map(|at| at - begins)
            };
            let (begins, line) = line;
            match self.pass(line) {
                Some(start) => {
                    if let Some(at) = within(line, begins) {
                        return Some(start + at);
                    }
                }
                // A line that is not written as it is read, such as one with `&amp;`, is followed word by word.
                None => {
                    for (inside, word) in parts(line, char::is_whitespace) {
                        // Quotes and the like may be written otherwise: it is the letters that count.
                        let sign = |c: char| !c.is_alphanumeric();
                        let letters = word.trim_matches(sign);
                        let inside = inside + word.find(|c| !sign(c)).unwrap_or(0);
                        let start = self.pass(letters);
                        if let Some(at) = within(letters, begins + inside) {
                            return start.map(|start| start + at);
                        }
                    }
                }
            }
        }
        None
    }

    /// Goes past the code in a line: what stands between tags.
    fn pass_code(&mut self, html: &str) {
        for code in html.split("<code>").skip(1).filter_map(|code| code.split_once("</code>")) {
            let code = code.0.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            self.pass(code.trim());
        }
    }

    /// Where the next `part` begins; from then on only what is behind it counts.
    fn pass(&mut self, part: &str) -> Option<usize> {
        if part.is_empty() {
            return None;
        }
        let distance = self.written[self.at..].find(part)?;
        if part.len() < TELLING && distance > AHEAD && !self.lost {
            return None;
        }
        let start = self.at + distance;
        self.at = start + part.len();
        self.lost = false;
        Some(start)
    }
}

/// What stands between separators, without white space around it, and where it begins.
fn parts(text: &str, separator: fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    text.split(separator).filter_map(move |part| {
        let trimmed = part.trim();
        (!trimmed.is_empty()).then(|| (trimmed.as_ptr() as usize - text.as_ptr() as usize, trimmed))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::markdown::{self, Origin};
    use crate::diagnostic::Diagnostics;
    use crate::source::SourceFile;

    /// Line and column of the last `word` in running text.
    fn place(markdown: &str, word: &str) -> (u32, u32) {
        let file = SourceFile::new("a.md", markdown.as_bytes());
        let document = markdown::parse(markdown, Origin::at(&file, 0), &mut Diagnostics::new());
        let found = document.pieces.iter().enumerate().rev().find_map(|(piece, what)| match what {
            Piece::Text(text) => Some((piece, text.rfind(word)?)),
            _ => None,
        });
        let (piece, at) = found.expect("the word is there");
        let place = Spot { document: &document, piece, at }.place(word.len());
        (place.line, place.column)
    }

    #[test]
    fn a_word_is_found_behind_the_same_word_in_code_and_addresses() {
        assert_eq!(place("The `CMS` and the CMS.", "CMS"), (1, 19));
        assert_eq!(place("| `CMS` | CMS |\n|---|---|\n| `A&B CMS` | CMS |", "CMS"), (3, 15));
        assert_eq!(place("A [page](CMS.md)\non the CMS.", "CMS"), (2, 8));
        assert_eq!(place("```\nCMS\n```\n\nCMS", "CMS"), (5, 1));
        assert_eq!(place("Bread &amp; butter &amp; the CMS", "CMS"), (1, 30));
        assert_eq!(place("| a | b |\n|---|---|\n| *CMS* | x **CMS** |", "CMS"), (3, 15));
    }

    #[test]
    fn a_note_is_found_where_it_is_written() {
        assert_eq!(place("[^1]: A note about the CMS.\n\nText[^1] and more.", "CMS"), (1, 24));
    }
}
