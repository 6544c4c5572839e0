//! From the pieces of a text to HTML.

use std::ops::Range;

use super::highlight::Highlighter;
use super::links::page_href;
use super::terms::{GLOSSARY, Marker};
use crate::content::markdown::{Document, Picture, Piece};
use crate::html::{escape, escape_into};
use crate::names::{AssetName, PagePath};
use crate::portal::{AudiencePortal, Target};
use crate::theme::Locale;

/// What a text needs to know to become HTML.
#[derive(Clone, Copy)]
pub(super) struct Setting<'s> {
    /// The portal it is part of.
    pub(super) portal: &'s AudiencePortal<'s>,
    /// The page it stands on.
    pub(super) page: &'s PagePath,
    /// What stands before the anchors of its headings and notes, where other texts stand on the same page: the anchor of
    /// its item and a `.`. Empty where the page is this text's own.
    pub(super) prefix: &'s str,
    /// The words of the portal's language.
    pub(super) words: &'s Locale,
    /// What colours code; `None` leaves it as it is.
    pub(super) highlighter: Option<&'s Highlighter>,
}

/// The text as safe HTML.
pub(super) fn html(document: &Document, setting: Setting<'_>) -> String {
    part(document, 0..document.pieces.len(), setting)
}

/// A part of the text, some of its pieces, as safe HTML.
pub(super) fn part(document: &Document, pieces: Range<usize>, setting: Setting<'_>) -> String {
    write(document, pieces, setting, Extent::Whole)
}

/// The beginning of a part of the text as safe HTML: its first paragraph, or all of it where it begins with something
/// else. References to notes are left out, as the notes stand elsewhere, and so are the anchors of headings: they are on
/// the page of the whole text.
pub(super) fn beginning(document: &Document, pieces: Range<usize>, setting: Setting<'_>) -> String {
    let mut html = write(document, pieces, setting, Extent::Beginning);
    if let Some(end) = html.find("</p>").filter(|_| html.starts_with("<p>")) {
        html.truncate(end + "</p>".len());
    }
    html
}

/// How much of a text a page shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// All of it.
    Whole,
    /// Its beginning, with nothing in it that only the whole text leads to.
    Beginning,
}

/// How many bytes a piece makes, more often than not fewer.
const TYPICAL_PIECE: usize = 32;

fn write(document: &Document, pieces: Range<usize>, setting: Setting<'_>, extent: Extent) -> String {
    // The page's title is its only heading of the first level.
    let shift = u8::from(document.headings.iter().any(|heading| heading.level == 1));
    let targets = setting.portal.targets(document);
    let marker = (setting.page.as_str() != GLOSSARY).then(|| Marker::new(document, pieces.clone(), setting.portal));
    let pieces = &document.pieces[pieces];
    let out = String::with_capacity(pieces.len() * TYPICAL_PIECE);
    let mut writer = Writer { document, targets, setting, shift, marker, extent, out };
    for (number, piece) in pieces.iter().enumerate() {
        writer.piece(number, piece);
    }
    writer.out
}

/// The level that a heading has on its page: below the title.
pub(super) fn level(document: &Document, index: usize) -> u8 {
    let shift = u8::from(document.headings.iter().any(|heading| heading.level == 1));
    (document.headings[index].level + shift).min(6)
}

struct Writer<'s> {
    document: &'s Document,
    targets: &'s [Target],
    setting: Setting<'s>,
    shift: u8,
    marker: Option<Marker<'s>>,
    extent: Extent,
    out: String,
}

impl Writer<'_> {
    fn piece(&mut self, number: usize, piece: &Piece) {
        match piece {
            Piece::Html(html) => self.out.push_str(html),
            Piece::Text(text) => match &mut self.marker {
                Some(marker) => marker.write(number, text, &mut self.out),
                None => escape_into(&mut self.out, text),
            },
            Piece::Heading(index) => self.heading(*index),
            Piece::EndHeading(index) => self.end_heading(*index),
            Piece::Link(reference, title) => self.link(&self.targets[*reference], title.as_deref()),
            Piece::EndLink(reference) => self.end_link(&self.targets[*reference]),
            Piece::Image(reference, picture) => self.image(&self.targets[*reference], picture),
            Piece::Code { language, source } => self.code(language, source),
            Piece::Alert(alert) => {
                let word = alert.word();
                let title = self.word(&format!("portal.text.alert_{word}"));
                self.push(&format!(
                    "<aside class=\"alert alert-{word}\" role=\"note\">\n<p class=\"alert-title\">{title}</p>\n"
                ));
            }
            Piece::Table { folds } => {
                let (class, role) = if *folds { (" folds", " role=\"table\"") } else { ("", "") };
                self.push(&format!("<div class=\"table{class}\">\n<table{role}>\n"));
            }
            Piece::EndTable => self.push("</table>\n</div>\n"),
            Piece::Task(done) => {
                let (word, checked) = if *done { ("task_done", " checked") } else { ("task_open", "") };
                let label = self.word(&format!("portal.text.{word}"));
                self.push(&format!("<input type=\"checkbox\" disabled{checked} aria-label=\"{label}\"> "));
            }
            Piece::NoteReference(..) if self.extent == Extent::Beginning => {}
            Piece::NoteReference(number, count) => {
                let href = self.href(&format!("note.{number}"));
                let id = self.id(&reference_id(*number, *count));
                self.push(&format!("<sup class=\"note-reference\"><a id=\"{id}\" href=\"{href}\">{number}</a></sup>"));
            }
            Piece::Notes => {
                let label = self.word("portal.text.notes");
                self.push(&format!("<section class=\"notes\" aria-label=\"{label}\">\n<ol>\n"));
            }
            Piece::Note(number) => {
                let id = self.id(&format!("note.{number}"));
                self.push(&format!("<li id=\"{id}\" value=\"{number}\">"));
            }
            Piece::EndNote(number, uses) => self.end_note(*number, *uses),
            Piece::EndNotes => self.push("</ol>\n</section>\n"),
        }
    }

    fn heading(&mut self, index: usize) {
        let heading = &self.document.headings[index];
        let level = (heading.level + self.shift).min(6);
        if self.extent == Extent::Beginning {
            self.push(&format!("<h{level}>"));
            return;
        }
        let id = self.id(&heading.id);
        self.push(&format!("<h{level} id=\"{id}\">"));
    }

    fn end_heading(&mut self, index: usize) {
        let heading = &self.document.headings[index];
        let level = (heading.level + self.shift).min(6);
        self.push(&format!("</h{level}>\n"));
    }

    fn link(&mut self, target: &Target, title: Option<&str>) {
        let title = title.map(|title| format!(" title=\"{}\"", escape(title))).unwrap_or_default();
        let start = match target {
            Target::Nowhere => return,
            Target::External(to) => format!("<a href=\"{}\" rel=\"noopener noreferrer\"{title}>", escape(to)),
            Target::Page(page, anchor) => {
                format!("<a href=\"{}\"{title}>", escape(&page_href(page, anchor.as_deref())))
            }
            Target::Asset(name) => format!("<a href=\"#\" data-asset=\"{}\"{title}>", escape(name.as_str())),
        };
        self.out.push_str(&start);
    }

    fn end_link(&mut self, target: &Target) {
        if *target != Target::Nowhere {
            self.out.push_str("</a>");
        }
    }

    fn image(&mut self, target: &Target, picture: &Picture) {
        let Target::Asset(name) = target else {
            escape_into(&mut self.out, &picture.description);
            return;
        };
        let alt = escape(&picture.description);
        let title = picture.title.as_ref().map(|title| format!(" title=\"{}\"", escape(title))).unwrap_or_default();
        let size = self.size_of(name).unwrap_or_default();
        self.push(&format!("<img data-asset=\"{}\" alt=\"{alt}\"{title}{size}>", escape(name.as_str())));
    }

    /// Width and height, so that the page does not jump when the picture comes.
    fn size_of(&self, name: &AssetName) -> Option<String> {
        let (width, height) = self.setting.portal.asset(name)?.attachment.dimensions?;
        Some(format!(" width=\"{width}\" height=\"{height}\""))
    }

    fn code(&mut self, language: &str, source: &str) {
        let coloured = self.setting.highlighter.and_then(|highlighter| highlighter.highlight(language, source));
        let code = coloured.unwrap_or_else(|| escape(source).into());
        self.push(&format!("<div class=\"code\"><pre><code>{code}</code></pre></div>\n"));
    }

    fn end_note(&mut self, number: usize, uses: usize) {
        let label = self.word("portal.text.note_back");
        for count in 1..=uses {
            let href = self.href(&reference_id(number, count));
            self.push(&format!(" <a class=\"note-back\" href=\"{href}\" aria-label=\"{label}\">↩</a>"));
        }
        self.push("</li>\n");
    }

    /// A place on this page.
    fn href(&self, anchor: &str) -> String {
        escape(&page_href(self.setting.page, Some(&format!("{}{anchor}", self.setting.prefix))))
    }

    fn id(&self, anchor: &str) -> String {
        escape(&format!("{}{anchor}", self.setting.prefix))
    }

    fn word(&self, path: &str) -> String {
        escape(self.setting.words.word(path))
    }

    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }
}

fn reference_id(number: usize, count: usize) -> String {
    if count == 1 { format!("note.{number}.text") } else { format!("note.{number}.text.{count}") }
}
