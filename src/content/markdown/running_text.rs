//! Running text, put together before addresses are looked for: the parser hands it out in parts.

use super::autolink::addresses;
use super::text::Text;
use crate::diagnostic::Span;

/// The parts of a run of text that nothing else has come between so far.
#[derive(Default)]
pub(super) struct RunningText {
    text: Text,
}

/// A part of the text that is a link, or not.
pub(super) enum Part {
    /// Words.
    Words(Text),
    /// An address: what is read, where it leads.
    Address(Text, String),
}

impl RunningText {
    /// Adds the next part.
    pub(super) fn push(&mut self, text: &str, span: Span) {
        self.text.push(text, span);
    }

    /// All of it, and begins anew; with the addresses in it, if they are to be links.
    pub(super) fn take(&mut self, with_addresses: bool) -> Vec<Part> {
        let text = std::mem::take(&mut self.text);
        let addresses = if with_addresses { addresses(&text) } else { Vec::new() };
        if addresses.is_empty() {
            return vec![Part::Words(text)];
        }
        let mut parts = Vec::new();
        let mut from = 0;
        for address in addresses {
            parts.push(Part::Words(text.part(from..address.range.start)));
            from = address.range.end;
            parts.push(Part::Address(text.part(address.range), address.to));
        }
        parts.push(Part::Words(text.part(from..text.len())));
        parts
    }
}
