//! Footnotes: numbered in the order in which the text refers to them, written at the end.

use std::collections::HashMap;

use super::Piece;

/// The footnotes of one text, while it is read. Labels are the same whatever their case.
#[derive(Default)]
pub(super) struct Notes {
    /// The labels that something refers to, in order, and how often.
    uses: Vec<(String, usize)>,
    bodies: HashMap<String, Vec<Piece>>,
    /// The note that is being read, and the pieces of the text around it.
    open: Vec<(String, Vec<Piece>)>,
}

impl Notes {
    /// Something refers to a note.
    pub(super) fn refer(&mut self, label: &str) -> Piece {
        let label = label.to_lowercase();
        let index = self.uses.iter().position(|(known, _)| *known == label).unwrap_or_else(|| {
            self.uses.push((label, 0));
            self.uses.len() - 1
        });
        self.uses[index].1 += 1;
        Piece::NoteReference(index + 1, self.uses[index].1)
    }

    /// A note begins; `around` is what has been read of the text that it stands in.
    pub(super) fn begin(&mut self, label: &str, around: Vec<Piece>) {
        self.open.push((label.to_lowercase(), around));
    }

    /// The note ends: `pieces` are its own before, and those of the text around it after.
    pub(super) fn end(&mut self, pieces: &mut Vec<Piece>) {
        if let Some((label, around)) = self.open.pop() {
            let body = std::mem::replace(pieces, around);
            self.bodies.entry(label).or_insert(body);
        }
    }

    /// All notes that something refers to, in order.
    pub(super) fn written(mut self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (index, (label, uses)) in self.uses.iter().enumerate() {
            let Some(body) = self.bodies.remove(label) else { continue };
            if pieces.is_empty() {
                pieces.push(Piece::Notes);
            }
            pieces.push(Piece::Note(index + 1));
            pieces.extend(body);
            pieces.push(Piece::EndNote(index + 1, *uses));
        }
        if !pieces.is_empty() {
            pieces.push(Piece::EndNotes);
        }
        pieces
    }
}
