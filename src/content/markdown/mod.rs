//! Markdown, read once into pieces: HTML that is done, and holes for what depends on other content or on words.
//!
//! CommonMark with GitHub's tables, task lists, strikethrough, footnotes, alerts and bare addresses, and `{#anchor}` on
//! headings. Raw HTML passes through an allow-list ([`raw_html`]). Where a link leads, which words stand beside an alert, how code
//! is coloured: that is worked out later, when pages are rendered.

mod align;
mod autolink;
mod heading;
mod html_block;
mod html_text;
mod looks;
mod notes;
mod parse;
mod pieces;
pub mod raw_html;
mod running_text;
mod table;
mod text;

pub use parse::parse;
pub use text::Text;

use std::ops::Range;
use std::sync::Arc;

use align::Aligned;

use crate::diagnostic::{Place, Span};
use crate::source::SourceFile;
use crate::yaml::Located;

/// A text, ready to be put on a page.
#[derive(Debug, Clone)]
pub struct Document {
    /// In reading order.
    pub pieces: Vec<Piece>,
    /// The heading that was taken as the page's title.
    pub title: Option<Heading>,
    /// The other headings, in reading order.
    pub headings: Vec<Heading>,
    /// Where links and pictures point, in reading order.
    pub references: Vec<Reference>,
    /// Where the text was written, to say where a reference stands.
    pub origin: Origin,
}

/// A part of a [`Document`]. A portal has many: they are kept small.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Finished, safe HTML.
    Html(String),
    /// Running text, not yet escaped.
    Text(Text),
    /// A heading begins: an index into [`Document::headings`].
    Heading(usize),
    /// That heading ends.
    EndHeading(usize),
    /// A link begins: an index into [`Document::references`], and its title.
    Link(usize, Option<Box<str>>),
    /// That link ends.
    EndLink(usize),
    /// A picture: an index into [`Document::references`], and what is said of it.
    Image(usize, Box<Picture>),
    /// A code block with its language.
    Code {
        /// The word after the fence; may be empty.
        language: Box<str>,
        /// The code, with its last line break.
        source: Box<str>,
    },
    /// An alert begins; its title is a word of the portal's language.
    Alert(Alert),
    /// A table begins. It scrolls in a region of its own.
    Table {
        /// Whether its rows fold on a phone, where its columns would not fit beside each other.
        folds: bool,
    },
    /// A table ends.
    EndTable,
    /// The box of a task: done or not.
    Task(bool),
    /// A reference to the footnote of this number; the second value counts references to the same note.
    NoteReference(usize, usize),
    /// The list of notes begins.
    Notes,
    /// A note begins.
    Note(usize),
    /// A note ends, after so many references to it.
    EndNote(usize, usize),
    /// The list of notes ends.
    EndNotes,
}

/// What is said of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What is read where it cannot be seen.
    pub description: String,
    /// What is shown when the pointer rests on it.
    pub title: Option<String>,
}

/// The five alerts of GitHub's Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// Worth knowing.
    Note,
    /// Makes it easier.
    Tip,
    /// Needed to succeed.
    Important,
    /// Needs attention now.
    Warning,
    /// Has a bad outcome.
    Caution,
}

impl Alert {
    /// The word in class names and locale files.
    pub fn word(self) -> &'static str {
        match self {
            Alert::Note => "note",
            Alert::Tip => "tip",
            Alert::Important => "important",
            Alert::Warning => "warning",
            Alert::Caution => "caution",
        }
    }
}

/// A heading of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as written.
    pub level: u8,
    /// Its anchor, unique on the page.
    pub id: String,
    /// Its text without markup.
    pub title: String,
    /// Where it stands in the text, in bytes.
    pub span: Span,
    /// Whether it stands inside something else, such as a quote or a list.
    pub nested: bool,
}

/// What a link or a picture refers to, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The address, before anything is made of it.
    pub to: Located<String>,
    /// Whether it is a picture, which is shown on the page itself.
    pub embedded: bool,
}

/// Where a text was written.
#[derive(Debug, Clone)]
pub struct Origin {
    file: SourceFile,
    base: Base,
    /// Where the bytes of a value stand, as far as that is known.
    aligned: Option<Arc<Aligned>>,
}

#[derive(Debug, Clone, Copy)]
enum Base {
    /// The text is the part of the file from this byte on.
    Offset(usize),
    /// The text is the value of a field, which need not be written as it is read.
    Value(Span),
}

impl Origin {
    /// The part of `file` that begins at byte `offset`.
    pub fn at(file: &SourceFile, offset: usize) -> Self {
        Origin { file: file.clone(), base: Base::Offset(offset), aligned: None }
    }

    /// The value at `span` of `file`, whose text is not byte for byte what stands there.
    pub fn value(file: &SourceFile, span: Span) -> Self {
        Origin { file: file.clone(), base: Base::Value(span), aligned: None }
    }

    /// Where `span` of the text stands in the workspace.
    pub fn place(&self, span: Span) -> Place {
        match self.base {
            Base::Offset(offset) => self.file.place(span.shifted(offset)),
            Base::Value(value) => match &self.aligned {
                Some(aligned) => {
                    let start = value.start + aligned.written(span.start);
                    let end = value.start + aligned.written(span.end.max(1) - 1) + 1;
                    self.file.place(Span::new(start..end.max(start)))
                }
                None => self.file.place(value),
            },
        }
    }

    /// The file.
    pub fn file(&self) -> &SourceFile {
        &self.file
    }

    /// What is written there, markup and all, and at which byte of the file it begins.
    pub fn written(&self) -> (&str, usize) {
        let whole = std::str::from_utf8(self.file.bytes()).unwrap_or_default();
        match self.base {
            Base::Offset(offset) => (whole.get(offset..).unwrap_or_default(), offset),
            Base::Value(value) => (whole.get(value.start..value.end).unwrap_or_default(), value.start),
        }
    }

    /// The same for the value that reads `text`, so that a place in it is found in the file.
    fn reading(mut self, text: &str) -> Self {
        if let Base::Value(value) = self.base {
            let written = self.file.bytes().get(value.start..value.end).unwrap_or_default();
            let aligned = Aligned::new(std::str::from_utf8(written).unwrap_or_default(), text);
            self.aligned = aligned.map(Arc::new);
        }
        self
    }
}

impl Document {
    /// Tells this text from all others of a workspace: its file, and where in it the text begins.
    pub fn key(&self) -> (&str, usize) {
        let at = match self.origin.base {
            Base::Offset(offset) => offset,
            Base::Value(value) => value.start,
        };
        (self.origin.file.path(), at)
    }

    /// Where some bytes of `text`, which is a part of this one, were written.
    pub fn place(&self, text: &Text, range: Range<usize>) -> Place {
        self.origin.place(text.written(range))
    }

    /// Every anchor of the page, the title's first.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        self.title.iter().chain(&self.headings).map(|heading| heading.id.as_str())
    }

    /// Takes the heading away that the text begins with, if it is of the first level: it is the page's title.
    ///
    /// `known` is the title that the page has already, if it has one: then the heading is taken only if it says the same.
    pub fn take_title(&mut self, known: Option<&str>) -> Option<Located<String>> {
        let first = self.headings.first().filter(|heading| heading.level == 1 && !heading.title.is_empty())?;
        let begins =
            self.pieces.iter().position(|piece| !matches!(piece, Piece::Html(html) if html.trim().is_empty()))?;
        if self.pieces[begins] != Piece::Heading(0) {
            return None;
        }
        if known.is_some_and(|known| known.trim() != first.title) {
            return None;
        }
        let title = Located { value: first.title.clone(), span: first.span };
        let ends = self.pieces.iter().position(|piece| *piece == Piece::EndHeading(0))?;
        // Links inside the title keep their place among the references, which are counted from the beginning.
        self.pieces.drain(begins..=ends);
        self.title = Some(self.headings.remove(0));
        for piece in &mut self.pieces {
            if let Piece::Heading(index) | Piece::EndHeading(index) = piece {
                *index -= 1;
            }
        }
        Some(title)
    }
}
