//! Running text that knows where it was written.

use std::ops::{Deref, Range};

use crate::diagnostic::Span;

/// Running text as it is read, not yet escaped, and where in the source it was written. Reads like a `str`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    words: String,
    /// Where the first byte was written.
    begins: usize,
    jumps: Jumps,
}

/// Where a text goes on elsewhere than directly behind what stands before it: a byte of the text, and where it was
/// written. Most texts are written in one go and have none, for which a pointer is room enough.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::box_collection, reason = "a vector takes three times the room in every text of a portal")]
struct Jumps(Option<Box<Vec<(usize, usize)>>>);

impl Jumps {
    fn push(&mut self, jump: (usize, usize)) {
        self.0.get_or_insert_default().push(jump);
    }

    /// Takes away those from byte `first` of the text on.
    fn cut(&mut self, first: usize) {
        while self.0.as_mut().is_some_and(|all| all.pop_if(|(at, _)| *at >= first).is_some()) {}
        self.0.take_if(|all| all.is_empty());
    }
}

impl Deref for Jumps {
    type Target = [(usize, usize)];

    fn deref(&self) -> &[(usize, usize)] {
        self.0.as_ref().map_or(&[], |all| all.as_slice())
    }
}

impl FromIterator<(usize, usize)> for Jumps {
    fn from_iter<I: IntoIterator<Item = (usize, usize)>>(jumps: I) -> Self {
        let mut all = Jumps::default();
        jumps.into_iter().for_each(|jump| all.push(jump));
        all
    }
}

impl Text {
    /// Adds words that were written at `span`. Words that are not written as they are read, such as `&amp;`, count from
    /// the beginning of it.
    pub(super) fn push(&mut self, words: &str, span: Span) {
        if words.is_empty() {
            return;
        }
        self.goes_on_at(span.start);
        self.words.push_str(words);
        if words.len() != span.end - span.start {
            self.jumps.push((self.words.len(), span.end));
        }
    }

    /// Adds another text.
    pub(super) fn append(&mut self, other: Text) {
        if other.words.is_empty() {
            return;
        }
        let before = self.words.len();
        self.goes_on_at(other.begins);
        self.words.push_str(&other.words);
        other.jumps.iter().for_each(|(at, written)| self.jumps.push((before + at, *written)));
    }

    /// A part of the text.
    pub(super) fn part(&self, range: Range<usize>) -> Text {
        let first = self.jumps.partition_point(|(at, _)| *at <= range.start);
        let behind = self.jumps.partition_point(|(at, _)| *at <= range.end);
        let inside = self.jumps[first..behind].iter();
        let jumps = inside.map(|(at, written)| (at - range.start, *written)).collect();
        Text { begins: self.byte(range.start), jumps, words: self.words[range].to_owned() }
    }

    /// Leaves only the first `length` bytes.
    pub(super) fn truncate(&mut self, length: usize) {
        self.words.truncate(length);
        self.jumps.cut(length + 1);
    }

    /// The words alone.
    pub fn as_str(&self) -> &str {
        &self.words
    }

    /// Where these bytes of the text were written, in bytes of the source; what lies behind the end of the text does not
    /// count.
    pub fn written(&self, range: Range<usize>) -> Span {
        let start = self.byte(range.start);
        let last = range.end.min(self.words.len()).saturating_sub(1).max(range.start);
        Span::new(start..(self.byte(last) + 1).max(start))
    }

    fn byte(&self, at: usize) -> usize {
        let next = self.jumps.partition_point(|(begins, _)| *begins <= at);
        let (begins, written) = next.checked_sub(1).map_or((0, self.begins), |last| self.jumps[last]);
        // A sign can have more bytes than the name that stands for it.
        let end = self.jumps.get(next).map_or(usize::MAX, |(_, written)| (*written).max(1) - 1);
        (written + (at - begins)).min(end.max(written))
    }

    /// What is added next was written from this byte on.
    fn goes_on_at(&mut self, written: usize) {
        if self.words.is_empty() {
            (self.begins, self.jumps) = (written, Jumps::default());
            return;
        }
        let at = self.words.len();
        self.jumps.cut(at);
        let (begins, before) = self.jumps.last().copied().unwrap_or((0, self.begins));
        if before + (at - begins) != written {
            self.jumps.push((at, written));
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(parts: &[(&str, Range<usize>)]) -> Text {
        let mut text = Text::default();
        for (words, written) in parts {
            text.push(words, Span::new(written.clone()));
        }
        text
    }

    #[test]
    fn bytes_are_where_they_were_written() {
        // `a &amp; é*b*`, in which the last letter follows a sign that is not read.
        let text = text(&[("a ", 10..12), ("&", 12..17), (" é", 17..20), ("b", 21..22)]);
        assert_eq!(text.as_str(), "a & éb");
        let written: Vec<Span> = text.char_indices().map(|(at, c)| text.written(at..at + c.len_utf8())).collect();
        assert_eq!(written, [10..11, 11..12, 12..13, 17..18, 18..20, 21..22].map(Span::new));
        assert_eq!(text.written(2..99), Span::new(12..22));
    }

    #[test]
    fn words_in_one_go_take_no_room_for_places() {
        let text = text(&[("one", 4..7), ("\n", 7..8), ("two", 8..11)]);
        assert_eq!((text.begins, &text.jumps), (4, &Jumps(None)));
    }

    #[test]
    fn parts_and_sums_keep_their_places() {
        let whole = text(&[("<one", 0..7), ("two>", 9..13), ("&", 13..18)]);
        for split in 0..=whole.len() {
            let mut sum = whole.part(0..split);
            sum.append(whole.part(split..whole.len()));
            sum.push("x", Span::new(18..19));
            for at in 0..whole.len() {
                assert_eq!(sum.written(at..at + 1), whole.written(at..at + 1), "{split} {at}");
            }
            assert_eq!(sum.written(9..10), Span::new(18..19), "{split}");
        }
        let mut cut = whole;
        cut.truncate(8);
        cut.push("!", Span::new(30..31));
        assert_eq!(cut.written(7..9), Span::new(12..31));
    }
}
