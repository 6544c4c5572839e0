//! Raw HTML that the parser hands out line by line.

use super::html_text;
use super::text::Text;
use crate::diagnostic::Span;

/// Raw HTML, and where each of its lines stands in the text: in a quote, something stands in front of every line.
#[derive(Default)]
pub(super) struct HtmlBlock {
    /// The HTML.
    pub(super) html: String,
    /// Where a line begins in `html`, and where in the text.
    lines: Vec<(usize, usize)>,
}

impl HtmlBlock {
    /// HTML that stands on one line.
    pub(super) fn of(html: &str, span: Span) -> Self {
        HtmlBlock { html: html.to_owned(), lines: vec![(0, span.start)] }
    }

    /// Adds a line.
    pub(super) fn push(&mut self, line: &str, span: Span) {
        self.lines.push((self.html.len(), span.start));
        self.html.push_str(line);
    }

    /// Where a part of the HTML stands in the text. One over several lines is only the first of them.
    pub(super) fn in_text(&self, at: Span) -> Span {
        let line = self.lines.partition_point(|(start, _)| *start <= at.start);
        let Some((start, in_text)) = line.checked_sub(1).map(|line| self.lines[line]) else { return at };
        let end = self.lines.get(line).map_or(self.html.len(), |(next, _)| *next).min(at.end);
        Span { start: at.start - start + in_text, end: end.max(at.start) - start + in_text }
    }

    /// The text `read`, which is written from byte `from` on.
    pub(super) fn text(&self, read: &str, from: usize) -> Text {
        let mut text = Text::default();
        for (part, at) in html_text::parts(read, self.html.get(from..).unwrap_or_default()) {
            text.push(part, self.in_text(Span::new(from + at.start..from + at.end)));
        }
        text
    }
}
