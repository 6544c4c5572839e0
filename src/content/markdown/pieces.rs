//! The pieces of a text while they are put together.

use super::text::Text;
use super::{Picture, Piece};

/// What has been read so far. Markup inside a picture's description has no place to go, and is left out.
#[derive(Default)]
pub(super) struct Pieces {
    /// In reading order.
    pub(super) all: Vec<Piece>,
    /// A picture that is being read: its reference, description so far, title.
    picture: Option<(usize, String, Option<String>)>,
    /// How many pictures lie inside each other here.
    depth: usize,
}

impl Pieces {
    /// Adds one.
    pub(super) fn push(&mut self, piece: Piece) {
        if self.picture.is_none() {
            self.all.push(piece);
        }
    }

    /// Adds safe HTML.
    pub(super) fn html(&mut self, html: &str) {
        if self.picture.is_some() || html.is_empty() {
            return;
        }
        match self.all.last_mut() {
            Some(Piece::Html(before)) => before.push_str(html),
            _ => self.all.push(Piece::Html(html.to_owned())),
        }
    }

    /// Adds running text.
    pub(super) fn text(&mut self, text: Text) {
        if self.picture.is_some() || text.is_empty() {
            return;
        }
        match self.all.last_mut() {
            Some(Piece::Text(before)) => before.append(text),
            _ => self.all.push(Piece::Text(text)),
        }
    }

    /// Whether the description of a picture is being read.
    pub(super) fn is_in_picture(&self) -> bool {
        self.picture.is_some()
    }

    /// Words count towards the description that they stand in.
    pub(super) fn describe(&mut self, words: &str) {
        if let Some((_, description, _)) = &mut self.picture {
            description.push_str(words);
        }
    }

    /// A picture begins. Whether it counts: inside the description of another it does not.
    pub(super) fn start_picture(&mut self) -> bool {
        self.depth += 1;
        self.picture.is_none()
    }

    /// Its description begins; `reference` is where it lies.
    pub(super) fn open_picture(&mut self, reference: usize, title: Option<String>) {
        self.picture = Some((reference, String::new(), title));
    }

    /// A picture ends.
    pub(super) fn end_picture(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth > 0 {
            return;
        }
        if let Some((reference, description, title)) = self.picture.take() {
            self.all.push(Piece::Image(reference, Box::new(Picture { description, title })));
        }
    }
}
