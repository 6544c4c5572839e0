//! What templates get to see: the contract with themes.
//!
//! Texts are escaped by the templates; a field that says "safe HTML" is already HTML. A field `href` is a whole address
//! of a page, ready for the attribute. Domain types never get here.

use serde::Serialize;
use serde_json::Value as Json;

/// `gate.html`: the public page of a portal. It knows the agency and no client.
#[derive(Debug, Serialize)]
pub struct GateView<'v> {
    /// What the agency is called.
    pub agency: &'v str,
    /// The file of its mark.
    pub mark: Option<&'v str>,
    /// Whom to ask for a passphrase.
    pub contact: Option<ContactView<'v>>,
    /// The agency's language.
    pub language: &'v str,
    /// `ltr` or `rtl`.
    pub dir: &'v str,
    /// The file of the gate's own styles.
    pub stylesheet: &'v str,
    /// The file of the open portal's styles: gzip, for a script to unpack.
    pub portal_stylesheet: &'v str,
    /// The file of the script to begin with.
    pub script: &'v str,
    /// The files of the scripts that it imports.
    pub modules: Vec<&'v str>,
    /// The content security policy, for a `meta` element.
    pub csp: &'v str,
    /// Every language there are words for.
    pub languages: Vec<GateLanguage<'v>>,
    /// The words of the agency's language.
    pub words: &'v Json,
}

/// One language of the gate.
#[derive(Debug, Serialize)]
pub struct GateLanguage<'v> {
    /// Such as `nl`.
    pub code: &'v str,
    /// `ltr` or `rtl`.
    pub dir: &'v str,
    /// The words of the gate in this language.
    pub gate: &'v Json,
}

/// A person to ask.
#[derive(Debug, Serialize)]
pub struct ContactView<'v> {
    /// Their name.
    pub name: &'v str,
    /// Their mail address.
    pub email: Option<&'v str>,
    /// Their telephone number as people write it.
    pub phone: Option<&'v str>,
    /// The same for a `tel:` link: digits, and a `+` in front.
    pub phone_digits: Option<String>,
}

/// `frame.html`: what stays around every page.
#[derive(Debug, Serialize)]
pub struct FrameView<'v> {
    /// What is being done.
    pub project: &'v str,
    /// For whom.
    pub client: &'v str,
    /// By whom.
    pub agency: &'v str,
    /// The file of the agency's mark.
    pub mark: Option<&'v str>,
    /// Language tag.
    pub language: &'v str,
    /// `ltr` or `rtl`.
    pub dir: &'v str,
    /// Whom to ask.
    pub contact: Option<ContactView<'v>>,
    /// The places of the portal that this audience has.
    pub places: Vec<PlaceView<'v>>,
    /// The words of the portal's language.
    pub words: &'v Json,
}

/// `home.html`.
#[derive(Debug, Serialize)]
pub struct HomeView<'v> {
    /// What is being done.
    pub project: &'v str,
    /// For whom.
    pub client: &'v str,
    /// Whom to ask.
    pub contact: Option<ContactView<'v>>,
    /// The first pages to read.
    pub documents: Vec<Link>,
    /// How many pages there are in all.
    pub document_count: usize,
    /// The listed files.
    pub files: Vec<FileView>,
    /// How many terms the glossary explains.
    pub terms: usize,
    /// The words of the portal's language.
    pub words: &'v Json,
}

/// `documents.html`: all documentation and all files.
#[derive(Debug, Serialize)]
pub struct DocumentsView<'v> {
    /// The documentation by folder.
    pub sections: Vec<SectionView>,
    /// The listed files.
    pub files: Vec<FileView>,
    /// The words of the portal's language.
    pub words: &'v Json,
}

/// The documentation of one folder.
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// What the folder is called; empty for the documents that lie in none.
    pub title: String,
    /// Its pages.
    pub documents: Vec<DocumentLink>,
}

/// A page of documentation in a list.
#[derive(Debug, Serialize)]
pub struct DocumentLink {
    /// Where it is, for `href`.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// What it is for, in the portal's language.
    pub kind: Option<String>,
    /// Only in the preview.
    pub draft: bool,
}

/// `doc.html`: a page of documentation.
#[derive(Debug, Serialize)]
pub struct DocView<'v> {
    /// What it is called.
    pub title: &'v str,
    /// The anchor of its title, where that is a heading of the text.
    pub anchor: Option<&'v str>,
    /// What it is for, in the portal's language.
    pub kind: Option<&'v str>,
    /// Only in the preview.
    pub draft: bool,
    /// The text: safe HTML.
    pub body: String,
    /// Its headings of the first two levels.
    pub headings: Vec<HeadingView<'v>>,
    /// The page before it in reading order.
    pub previous: Option<Link>,
    /// The page after it.
    pub next: Option<Link>,
    /// The words of the portal's language.
    pub words: &'v Json,
}

/// A heading in a table of contents.
#[derive(Debug, Serialize)]
pub struct HeadingView<'v> {
    /// Where it is, for `href`: the page with its anchor.
    pub href: String,
    /// Its text.
    pub title: &'v str,
    /// 2 or 3.
    pub level: u8,
}

/// `glossary.html`.
#[derive(Debug, Serialize)]
pub struct GlossaryView<'v> {
    /// The terms, in the order of the alphabet.
    pub terms: Vec<TermView<'v>>,
    /// The words of the portal's language.
    pub words: &'v Json,
}

/// One term of the glossary.
#[derive(Debug, Serialize)]
pub struct TermView<'v> {
    /// Its anchor.
    pub id: &'v str,
    /// The word.
    pub term: &'v str,
    /// Other forms of it.
    pub aka: &'v [String],
    /// What it means in a sentence: safe HTML.
    pub short: String,
    /// More about it: safe HTML.
    pub means: Option<String>,
    /// Only in the preview.
    pub draft: bool,
}

/// A link to a page.
#[derive(Debug, Serialize)]
pub struct Link {
    /// Where it leads, for `href`.
    pub href: String,
    /// What the page is called.
    pub title: String,
}

/// A place of the portal: a page that is always one step away.
#[derive(Debug, Serialize)]
pub struct PlaceView<'v> {
    /// Where it is, for `href`.
    pub href: String,
    /// What it is called.
    pub title: &'v str,
    /// The beginning of the paths of the pages that belong to it, such as `/docs`: on them, a reader is at this place.
    pub covers: Option<&'static str>,
}

/// A file in a list.
#[derive(Debug, Serialize)]
pub struct FileView {
    /// Its name in the portal, for `data-asset`.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// Its kind, such as `PDF`.
    pub kind: String,
    /// Its size in words, such as `230 kB`.
    pub size: String,
}
