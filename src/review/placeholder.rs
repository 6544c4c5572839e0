//! What `vestibule new` writes in place of words that only a person knows.

use super::texts::{explanations, texts};
use crate::check;
use crate::content::markdown::{Document, Piece};
use crate::diagnostic::Diagnostics;
use crate::portal::Portal;

/// Stands for a text.
pub const TEXT: &str = "…";

/// Stand for options.
pub const OPTIONS: [&str; 2] = ["A: …", "B: …"];

/// What `vestibule init` and `vestibule new client` write into the settings, and what to do about it.
const TO_BEGIN_WITH: [(&str, &str); 5] = [
    ("Your agency", "write the name of your agency"),
    ("Your name", "write who answers when a client asks"),
    ("you@example.com", "write a mail address that somebody reads, or take the line out"),
    ("Your first client", "write the client's name"),
    ("Project", "write what the project is called"),
];

/// None of what the settings begin with is left once somebody can open the portal: until then nobody reads it, and a
/// workspace that was only just made has nothing wrong with it.
pub fn settings(portal: &Portal) -> Diagnostics {
    let mut found = Diagnostics::new();
    let agency = portal.agency().said.iter().map(|said| (&portal.agency().file, said));
    let client = portal.client().said.iter().map(|said| (portal.client_file(), said));
    for (file, said) in agency.chain(client) {
        if let Some((words, help)) = TO_BEGIN_WITH.iter().find(|(words, _)| *words == said.value) {
            let message =
                format!("`{words}` was only put here to begin with, and somebody can open the portal already");
            found.push(check::PLACEHOLDER.at(file.place(said.span), message).help(*help));
        }
    }
    found
}

/// None of them is left.
pub(super) fn review(portal: &Portal, found: &mut Diagnostics) {
    for text in texts(portal).chain(explanations(portal).map(|(_, text)| text)) {
        in_text(text, found);
    }
}

fn in_text(document: &Document, found: &mut Diagnostics) {
    for (piece, what) in document.pieces.iter().enumerate() {
        let Piece::Text(text) = what else { continue };
        // All of them end with it, and hardly any other text does.
        let words = text.trim_end();
        if !words.ends_with(TEXT) {
            continue;
        }
        let words = words.trim_start();
        if !(words == TEXT || OPTIONS.contains(&words)) || !is_alone(&document.pieces, piece) {
            continue;
        }
        let at = text.len() - text.trim_start().len();
        let place = document.place(text, at..at + words.len());
        let message = format!("`{words}` stands here until somebody writes the text");
        found.push(check::PLACEHOLDER.at(place, message).help("write what belongs here, or take it out"));
    }
}

/// Whether a piece is the whole of a paragraph or of an entry of a list.
fn is_alone(pieces: &[Piece], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| pieces.get(before));
    let begins = match before {
        Some(Piece::Html(html)) => html.trim_end().ends_with("<p>") || html.trim_end().ends_with("<li>"),
        other => other.is_none(),
    };
    let ends = match pieces.get(at + 1) {
        Some(Piece::Html(html)) => html.starts_with("</p>") || html.starts_with("</li>"),
        other => other.is_none(),
    };
    begins && ends
}
