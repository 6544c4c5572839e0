//! Footnotes: numbered in the order in which the text refers to them, written at the end.

use std::collections::HashMap;

use super::{Heading, Piece, Reference};

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

/// The headings and references that stand on the page, by new numbers: those of a note that nothing refers to are left
/// out with it.
pub(super) fn only_written(
    pieces: &mut [Piece],
    headings: Vec<Heading>,
    references: Vec<Reference>,
) -> (Vec<Heading>, Vec<Reference>) {
    let mut found = (vec![false; headings.len()], vec![false; references.len()]);
    for piece in pieces.iter() {
        match piece {
            Piece::Heading(index) => found.0[*index] = true,
            Piece::Link(index, _) | Piece::Image(index, ..) => found.1[*index] = true,
            _ => {}
        }
    }
    let (heading_numbers, reference_numbers) = (numbers(&found.0), numbers(&found.1));
    for piece in pieces {
        match piece {
            Piece::Heading(index) | Piece::EndHeading(index) => *index = heading_numbers[*index],
            Piece::Link(index, _) | Piece::EndLink(index) | Piece::Image(index, ..) => {
                *index = reference_numbers[*index];
            }
            _ => {}
        }
    }
    (only(headings, &found.0), only(references, &found.1))
}

/// The number that each will have once the others are left out.
fn numbers(found: &[bool]) -> Vec<usize> {
    let counted = found.iter().scan(0, |next, is_there| {
        let number = *next;
        *next += usize::from(*is_there);
        Some(number)
    });
    counted.collect()
}

fn only<T>(all: Vec<T>, found: &[bool]) -> Vec<T> {
    all.into_iter().zip(found).filter(|(_, is_there)| **is_there).map(|(one, _)| one).collect()
}
