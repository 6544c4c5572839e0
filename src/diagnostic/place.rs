//! Where in the workspace something stands.

use std::ops::Range;
use std::sync::Arc;

/// A range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span over a range of bytes.
    pub fn new(range: Range<usize>) -> Self {
        Span { start: range.start, end: range.end }
    }

    /// The same span in a text that begins `offset` bytes later.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        Span { start: self.start + offset, end: self.end + offset }
    }
}

/// A place as a person finds it: file, line and column, with the line itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the workspace, with `/` between folders.
    pub file: Arc<str>,
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    /// The line, and which bytes of it are meant; `None` where the file as a whole is meant.
    pub excerpt: Option<Excerpt>,
}

/// The line that a place points into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line without its line break, cut to a length that a terminal can show.
    pub line: String,
    /// The bytes of `line` that are meant.
    pub marked: Range<usize>,
}

/// Bytes of a line shown on each side of the marked part before the line is cut.
const CONTEXT: usize = 2_000;

impl Place {
    /// A file as a whole: line 1, column 1, no excerpt.
    pub fn whole_file(file: Arc<str>) -> Self {
        Place { file, line: 1, column: 1, excerpt: None }
    }

    /// The place of `span` in `text`, the contents of `file`. A span past the end points at the end.
    pub fn in_text(file: Arc<str>, text: &str, span: Span) -> Self {
        let start = floor_char_boundary(text, span.start);
        let end = floor_char_boundary(text, span.end.max(start));
        let begins: Vec<usize> = begins_of_lines(text).take_while(|begin| *begin <= start).collect();
        let line_start = begins.last().copied().unwrap_or(0);
        let line_end = text[line_start..].find(['\n', '\r']).map_or(text.len(), |i| line_start + i);
        let line = count(begins.len());
        let column = count(text[line_start..start].trim_start_matches('\u{feff}').chars().count() + 1);
        let start = start.min(line_end);
        Place {
            file,
            line,
            column,
            excerpt: Some(excerpt(
                &text[line_start..line_end],
                start - line_start..end.min(line_end).max(start) - line_start,
            )),
        }
    }
}

/// The first byte of every line, beginning with 0. A line ends with a line feed, a carriage return or both: some old
/// programs write the carriage return alone, and YAML and Markdown take it for the end of a line, too.
pub(crate) fn begins_of_lines(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    std::iter::once(0).chain(ends.map(|(at, _)| at + 1))
}

/// Cuts a very long line to the part around the mark.
fn excerpt(line: &str, marked: Range<usize>) -> Excerpt {
    let from = floor_char_boundary(line, marked.start.saturating_sub(CONTEXT));
    let mark_end = floor_char_boundary(line, marked.end.min(marked.start + CONTEXT));
    let to = floor_char_boundary(line, (mark_end + CONTEXT).min(line.len()));
    Excerpt { line: line[from..to].to_owned(), marked: marked.start - from..mark_end.max(marked.start) - from }
}

fn floor_char_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, range: Range<usize>) -> (u32, u32, String, Range<usize>) {
        let place = Place::in_text("f".into(), text, Span::new(range));
        let excerpt = place.excerpt.expect("a place in a text has an excerpt");
        (place.line, place.column, excerpt.line, excerpt.marked)
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        assert_eq!(at("ab\ncd", 3..5), (2, 1, "cd".into(), 0..2));
    }

    #[test]
    fn columns_count_characters_and_marks_count_bytes() {
        assert_eq!(at("né: x", 5..6), (1, 5, "né: x".into(), 5..6));
    }

    #[test]
    fn windows_line_ends_do_not_show() {
        assert_eq!(at("ab\r\ncd\r\n", 4..6), (2, 1, "cd".into(), 0..2));
    }

    #[test]
    fn line_ends_of_old_programs_count() {
        assert_eq!(at("ab\rcd\ref", 3..5), (2, 1, "cd".into(), 0..2));
        assert_eq!(at("ab\r\rcd\r\nef", 8..9), (4, 1, "ef".into(), 0..1));
    }

    #[test]
    fn a_span_past_the_end_points_at_the_end() {
        assert_eq!(at("ab", 7..9), (1, 3, "ab".into(), 2..2));
    }

    #[test]
    fn a_span_over_several_lines_marks_the_first() {
        assert_eq!(at("ab\ncd", 1..5), (1, 2, "ab".into(), 1..2));
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_mark() {
        let text = "x".repeat(9_000);
        let (line, column, shown, marked) = at(&text, 5_000..5_003);
        assert_eq!((line, column, shown.len(), marked), (1, 5_001, 4_003, 2_000..2_003));
    }
}
