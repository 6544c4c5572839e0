//! Documents: all documentation and all files, and one page for each document.

use crate::content::doc::Doc;
use crate::content::markdown::Piece;
use crate::formats::size;
use crate::names::AssetName;
use crate::portal::{Asset, Place};
use crate::render::links::{doc_link, page_href};
use crate::render::site::{Rendered, Site};
use crate::render::text;
use crate::render::view::documents::{DocView, DocumentLink, DocumentsView, FileView, HeadingView, SectionView};

/// A document with fewer headings is seen at a glance.
const LEAST_CONTENTS: usize = 3;
/// So many words of an explanation are read in a minute, with care.
const WORDS_A_MINUTE: usize = 200;

impl Site<'_> {
    /// The page of all documents and files.
    pub(in crate::render) fn documents(&self) -> Rendered {
        let sections = self.portal.sections().iter().map(|section| SectionView {
            title: section.title.clone(),
            documents: section.docs.iter().map(|doc| self.document_link(doc)).collect(),
        });
        let terms = self.portal.terms().len();
        let view = DocumentsView {
            sections: sections.collect(),
            files: self.files(),
            terms: (terms > 0).then(|| self.counted("documents.terms", i64::try_from(terms).unwrap_or(i64::MAX))),
        };
        self.page(Place::Documents.page(), self.word("places.documents"), "documents.html", &view)
    }

    fn document_link<'i>(&'i self, doc: &'i Doc) -> DocumentLink<'i> {
        let anchor = format!("doc.{}", doc.item.id.value);
        DocumentLink {
            href: page_href(&doc.path, None),
            title: &doc.item.title.value,
            kind: self.kind(doc),
            approval: doc.approval.as_ref().map(|approval| self.approval(approval)),
            waiting: self.waits(doc),
            marks: self.marks(&doc.item, &Place::Documents.page(), &anchor),
            id: anchor,
        }
    }

    /// Whether the client is asked to agree to a document.
    fn waits(&self, doc: &Doc) -> bool {
        self.asks_for(doc.approval.as_ref()) && doc.item.dropped.is_none()
    }

    /// The page of one document of `docs`, which are in reading order.
    pub(in crate::render) fn doc(&self, docs: &[&Doc], at: usize) -> Rendered {
        let doc = docs[at];
        let view = DocView {
            title: &doc.item.title.value,
            anchor: doc.body.title.as_ref().map(|heading| heading.id.as_str()),
            folder: self.folder(doc),
            kind: self.kind(doc),
            minutes: self.minutes(doc),
            approval: doc.approval.as_ref().map(|approval| self.approval(approval)),
            waiting: self.waits(doc),
            replies: self.replies_to(&doc.item),
            marks: self.marks(&doc.item, &doc.path, ""),
            body: self.prose(&doc.body, &doc.path, ""),
            headings: contents(doc),
            previous: at.checked_sub(1).map(|before| doc_link(docs[before])),
            next: docs.get(at + 1).map(|next| doc_link(next)),
        };
        self.page(doc.path.clone(), &doc.item.title.value, "doc.html", &view)
    }

    /// What the folder of a document is called, where it lies in one.
    fn folder(&self, doc: &Doc) -> Option<&str> {
        Some(self.relations.folder(&doc.path)).filter(|title| !title.is_empty())
    }

    fn kind(&self, doc: &Doc) -> Option<&str> {
        Some(self.word(&format!("kinds.{}", doc.kind?.word())))
    }

    /// How long it takes to read a document, in words; `None` where that is a minute.
    fn minutes(&self, doc: &Doc) -> Option<String> {
        let said = |piece: &Piece| match piece {
            Piece::Text(text) => words(text),
            Piece::Code { source, .. } => words(source),
            _ => 0,
        };
        let minutes = doc.body.pieces.iter().map(said).sum::<usize>().div_ceil(WORDS_A_MINUTE);
        (minutes > 1).then(|| self.counted("documents.minutes", i64::try_from(minutes).unwrap_or(i64::MAX)))
    }

    /// The listed files.
    pub(in crate::render) fn files(&self) -> Vec<FileView<'_>> {
        let listed = self.portal.assets().iter().filter(|(_, asset)| asset.attachment.listed);
        listed.map(|(name, asset)| self.file(name, asset)).collect()
    }

    fn file<'i>(&'i self, name: &'i AssetName, asset: &'i Asset) -> FileView<'i> {
        let attachment = &asset.attachment;
        let anchor = attachment.item.as_ref().map(|item| format!("file.{}", item.id.value));
        FileView {
            name: name.as_str(),
            title: &attachment.title,
            kind: ending(name.as_str()),
            size: size(attachment.file.bytes().len(), self.word("decimal_mark")),
            version: attachment.version.as_deref(),
            date: attachment.date.map(|day| self.date(day)),
            marks: attachment
                .item
                .as_ref()
                .zip(anchor.as_ref())
                .map(|(item, anchor)| self.marks(item, &Place::Documents.page(), anchor)),
            id: anchor,
        }
    }
}

/// The headings of a document for its table of contents, which a short one does not need.
fn contents(doc: &Doc) -> Vec<HeadingView<'_>> {
    let mut contents: Vec<HeadingView<'_>> = Vec::new();
    let mut count = 0;
    for (index, heading) in doc.body.headings.iter().enumerate() {
        let level = text::level(&doc.body, index);
        if level > 3 {
            continue;
        }
        count += 1;
        let view =
            HeadingView { href: page_href(&doc.path, Some(&heading.id)), title: &heading.title, inside: Vec::new() };
        match contents.last_mut().filter(|_| level == 3) {
            Some(above) => above.inside.push(view),
            None => contents.push(view),
        }
    }
    if count < LEAST_CONTENTS { Vec::new() } else { contents }
}

fn ending(title: &str) -> String {
    title.rsplit_once('.').map(|(_, ending)| ending.to_uppercase()).unwrap_or_default()
}

/// How many words there are, with white space between them.
fn words(text: &str) -> usize {
    if !text.is_ascii() {
        return text.split_whitespace().count();
    }
    let bytes = text.as_bytes();
    let is_space = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
    let begins = |(before, byte): (&u8, &u8)| u8::from(is_space(*before) & !is_space(*byte));
    // To count in bytes, as many as a byte can count, lets many letters be looked at together.
    let (before, here) = (bytes.chunks(MOST), bytes.get(1..).unwrap_or_default().chunks(MOST));
    let inside = before.zip(here).map(|(before, here)| usize::from(before.iter().zip(here).map(begins).sum::<u8>()));
    inside.sum::<usize>() + usize::from(bytes.first().is_some_and(|first| !is_space(*first)))
}

/// What a byte can count up to.
const MOST: usize = u8::MAX as usize;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_alike_in_all_scripts() {
        for text in ["", " ", "one", " one", "one two", "\tone\x0b\x0ctwo\r\n three ", "é ü", "日本\u{2003}語 x"] {
            assert_eq!(words(text), text.split_whitespace().count(), "{text:?}");
        }
        let long = "one  two ".repeat(300);
        assert_eq!(words(&long), 600);
        assert_eq!(words(&long[1..]), 600);
        assert_eq!(words("é one\u{a0}two"), 3);
    }
}
