//! What `documents.html` and `doc.html` get to see.

use serde::Serialize;

use super::parts::{ApprovalView, DateView, Link, MarksView};
use super::replies::RepliesView;

/// `documents.html`: all documentation and all files.
#[derive(Debug, Serialize)]
pub struct DocumentsView<'v> {
    /// The documentation by folder.
    pub sections: Vec<SectionView<'v>>,
    /// The listed files.
    pub files: Vec<FileView<'v>>,
    /// How many words the glossary explains, in words; none where there is no glossary.
    pub terms: Option<String>,
}

/// The documentation of one folder.
#[derive(Debug, Serialize)]
pub struct SectionView<'v> {
    /// What the folder is called; empty for the documents that lie in none.
    pub title: String,
    /// Its pages.
    pub documents: Vec<DocumentLink<'v>>,
}

/// A page of documentation in a list.
#[derive(Debug, Serialize)]
pub struct DocumentLink<'v> {
    /// Its anchor in the list.
    pub id: String,
    /// Where it is, for `href`.
    pub href: String,
    /// What it is called.
    pub title: &'v str,
    /// What it is for, in the portal's language.
    pub kind: Option<&'v str>,
    /// The client's agreement.
    pub approval: Option<ApprovalView<'v>>,
    /// Whether the client is asked for it.
    pub waiting: bool,
    /// What else is said of it.
    pub marks: MarksView<'v>,
}

/// `doc.html`: a page of documentation.
#[derive(Debug, Serialize)]
pub struct DocView<'v> {
    /// What it is called.
    pub title: &'v str,
    /// The anchor of its title, where that is a heading of the text.
    pub anchor: Option<&'v str>,
    /// What the folder that it lies in is called.
    pub folder: Option<&'v str>,
    /// What it is for, in the portal's language.
    pub kind: Option<&'v str>,
    /// How long it takes to read, in words, such as `4 minutes to read`; none where that is a minute.
    pub minutes: Option<String>,
    /// The client's agreement.
    pub approval: Option<ApprovalView<'v>>,
    /// Whether the client is asked for it.
    pub waiting: bool,
    /// How the client can answer; none where nothing is asked for.
    pub replies: Option<RepliesView<'v>>,
    /// What else is said of it.
    pub marks: MarksView<'v>,
    /// The text: safe HTML.
    pub body: String,
    /// Its headings of the first two levels; none where there are fewer than three.
    pub headings: Vec<HeadingView<'v>>,
    /// The page before it in reading order.
    pub previous: Option<Link>,
    /// The page after it.
    pub next: Option<Link>,
}

/// A heading in a table of contents.
#[derive(Debug, Serialize)]
pub struct HeadingView<'v> {
    /// Where it is, for `href`: the page with its anchor.
    pub href: String,
    /// Its text.
    pub title: &'v str,
    /// The headings of the second level under one of the first.
    pub inside: Vec<HeadingView<'v>>,
}

/// A file in a list.
#[derive(Debug, Serialize)]
pub struct FileView<'v> {
    /// Its anchor, where something is said about it.
    pub id: Option<String>,
    /// Its name in the portal, for `data-asset`.
    pub name: &'v str,
    /// What it is called.
    pub title: &'v str,
    /// Its kind, such as `PDF`.
    pub kind: String,
    /// Its size in words, such as `230 kB`.
    pub size: String,
    /// Which version it is.
    pub version: Option<&'v str>,
    /// The day it is of.
    pub date: Option<DateView>,
    /// What else is said of it.
    pub marks: Option<MarksView<'v>>,
}
