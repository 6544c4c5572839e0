//! Footnotes: numbered in the order in which they are first met, written at the end.

use std::collections::{BTreeMap, HashMap};

use super::Piece;

/// The footnotes of one text, while it is read.
#[derive(Default)]
pub(super) struct Notes {
    numbers: HashMap<String, usize>,
    uses: HashMap<usize, usize>,
    bodies: BTreeMap<usize, Vec<Piece>>,
    /// The note that is being read, and the pieces of the text around it.
    open: Vec<(usize, Vec<Piece>)>,
}

impl Notes {
    /// Something refers to a note.
    pub(super) fn refer(&mut self, label: &str) -> Piece {
        let number = self.number(label);
        let uses = self.uses.entry(number).or_default();
        *uses += 1;
        Piece::NoteReference(number, *uses)
    }

    /// A note begins; `around` is what has been read of the text that it stands in.
    pub(super) fn begin(&mut self, label: &str, around: Vec<Piece>) {
        let number = self.number(label);
        self.open.push((number, around));
    }

    /// The note ends: `pieces` are its own before, and those of the text around it after.
    pub(super) fn end(&mut self, pieces: &mut Vec<Piece>) {
        if let Some((number, around)) = self.open.pop() {
            let body = std::mem::replace(pieces, around);
            self.bodies.entry(number).or_insert(body);
        }
    }

    /// All notes that something refers to, in order.
    pub(super) fn written(self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (number, body) in self.bodies {
            let Some(uses) = self.uses.get(&number) else { continue };
            if pieces.is_empty() {
                pieces.push(Piece::Notes);
            }
            pieces.push(Piece::Note(number));
            pieces.extend(body);
            pieces.push(Piece::EndNote(number, *uses));
        }
        if !pieces.is_empty() {
            pieces.push(Piece::EndNotes);
        }
        pieces
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_owned()).or_insert(next)
    }
}
