//! Running text, put together before addresses are looked for: the parser hands it out in parts.

use std::ops::Range;

use super::autolink::addresses;
use crate::diagnostic::Span;

/// The parts of a run of text that nothing else has come between so far, and where each stands in the source.
#[derive(Default)]
pub(super) struct RunningText {
    parts: Vec<(String, Span)>,
}

/// A part of the text that is a link, or not.
pub(super) enum Part {
    /// Words.
    Words(String),
    /// An address: what is read, where it leads, where it stands.
    Address(String, String, Span),
}

impl RunningText {
    /// Adds the next part.
    pub(super) fn push(&mut self, text: String, span: Span) {
        self.parts.push((text, span));
    }

    /// All of it, and begins anew; with the addresses in it, if they are to be links.
    pub(super) fn take(&mut self, with_addresses: bool) -> Vec<Part> {
        let run = RunningText { parts: std::mem::take(&mut self.parts) };
        let text: String = run.parts.iter().map(|(part, _)| part.as_str()).collect();
        let mut parts = Vec::new();
        let mut from = 0;
        for address in if with_addresses { addresses(&text) } else { Vec::new() } {
            parts.push(Part::Words(text[from..address.range.start].to_owned()));
            from = address.range.end;
            let span = run.in_source(&address.range);
            parts.push(Part::Address(text[address.range].to_owned(), address.to, span));
        }
        parts.push(Part::Words(text[from..].to_owned()));
        parts
    }

    /// Where some bytes of the text stand in the source.
    fn in_source(&self, range: &Range<usize>) -> Span {
        let start = self.byte_in_source(range.start);
        let end = self.byte_in_source(range.end.saturating_sub(1)) + 1;
        Span::new(start..end.max(start))
    }

    fn byte_in_source(&self, at: usize) -> usize {
        let mut begin = 0;
        for (part, span) in &self.parts {
            if at < begin + part.len() {
                // A part that is not written as it is read, such as `&amp;`, counts as a whole.
                let is_literal = part.len() == span.end - span.start;
                return if is_literal { span.start + (at - begin) } else { span.start };
            }
            begin += part.len();
        }
        self.parts.last().map_or(0, |(_, span)| span.end)
    }
}
