//! All pages of one audience.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::highlight::Highlighter;
use super::text::{self, Setting, page_href};
use super::view::{
    ContactView, DocView, DocumentLink, DocumentsView, FileView, FrameView, GlossaryView, HeadingView, HomeView, Link,
    PlaceView, SectionView, TermView,
};
use crate::content::agency::Contact;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::names::PagePath;
use crate::portal::{AudiencePortal, ResolvedDoc};
use crate::seal::{AssetContents, AudienceContents, PageContents, Plaintext, Title};
use crate::theme::{Locale, Theme};

/// Renders one portal, for one audience after the other.
pub struct Renderer<'r> {
    theme: &'r Theme,
    mark: Option<&'r str>,
    highlighter: Highlighter,
}

impl<'r> Renderer<'r> {
    /// `mark` is the file name of the agency's mark among the public files.
    pub fn new(theme: &'r Theme, mark: Option<&'r str>) -> Self {
        Renderer { theme, mark, highlighter: Highlighter::default() }
    }

    /// The frame and every page that an audience has.
    ///
    /// # Errors
    /// Where a template cannot be used; with every template that cannot.
    pub fn render(&self, portal: &AudiencePortal<'_>) -> Result<AudienceContents, Diagnostics> {
        let site = self.site(portal);
        let docs: Vec<&ResolvedDoc> = portal.docs().collect();
        let mut rendered = site.places_pages();
        rendered.par_extend((0..docs.len()).into_par_iter().map(|at| site.doc(&docs, at)));
        let mut problems = Diagnostics::new();
        let mut pages: BTreeMap<PagePath, PageContents> = BTreeMap::new();
        for page in rendered {
            match page {
                Ok((path, page)) => {
                    pages.insert(path, page);
                }
                Err(problem) => problems.push(*problem),
            }
        }
        match site.frame() {
            Ok(frame) if !problems.has_errors() => Ok(site.contents(frame, pages)),
            frame => {
                problems.extend(frame.err().map(|problem| *problem));
                Err(problems)
            }
        }
    }

    /// What is wrong with the templates, as far as the frame and one page of each kind show it: as quick for a thousand
    /// pages as for a few.
    pub fn try_out(&self, portal: &AudiencePortal<'_>) -> Diagnostics {
        let site = self.site(portal);
        let docs: Vec<&ResolvedDoc> = portal.docs().collect();
        let mut rendered = site.places_pages();
        if !docs.is_empty() {
            // One in the middle has pages before and after it.
            rendered.push(site.doc(&docs, docs.len() / 2));
        }
        let problems = rendered.into_iter().filter_map(Result::err).chain(site.frame().err());
        let mut diagnostics = Diagnostics::new();
        diagnostics.extend(problems.map(|problem| *problem));
        diagnostics
    }

    fn site<'s>(&'s self, portal: &'s AudiencePortal<'s>) -> Site<'s> {
        let locale = self.theme.locale(portal.client().language.locale());
        Site { portal, theme: self.theme, mark: self.mark, locale, highlighter: &self.highlighter }
    }
}

/// How many pages of documentation the first page names; the others are one step away.
const FIRST_DOCUMENTS: usize = 6;

type Page = (PagePath, PageContents);

struct Site<'s> {
    portal: &'s AudiencePortal<'s>,
    theme: &'s Theme,
    mark: Option<&'s str>,
    locale: &'s Locale,
    highlighter: &'s Highlighter,
}

impl Site<'_> {
    fn contents(&self, frame: String, pages: BTreeMap<PagePath, PageContents>) -> AudienceContents {
        let client = self.portal.client();
        let asset = |asset: &crate::portal::Asset| AssetContents {
            media_type: asset.attachment.media_type.to_owned(),
            bytes: Plaintext::from(asset.attachment.file.bytes().clone()),
        };
        AudienceContents {
            audience: self.portal.audience().clone(),
            title: Title::from(client.project.as_str()),
            language: client.language.tag().to_owned(),
            timezone: client.timezone.name().to_owned(),
            frame: Plaintext::from(frame),
            pages,
            assets: self.portal.assets().iter().map(|(name, found)| ((*name).clone(), asset(found))).collect(),
        }
    }

    fn frame(&self) -> Result<String, Box<Diagnostic>> {
        let client = self.portal.client();
        let view = FrameView {
            project: &client.project,
            client: &client.name,
            agency: &self.portal.agency().name,
            mark: self.mark,
            language: client.language.tag(),
            dir: client.language.direction(),
            contact: self.contact(),
            places: self.places(),
            words: self.locale.words(),
        };
        self.theme.templates().render("frame.html", &view)
    }

    /// The places of the portal that this audience has anything in.
    fn places(&self) -> Vec<PlaceView<'_>> {
        let place = |path, word, covers| PlaceView {
            href: page_href(&fixed(path), None),
            title: self.locale.word(word),
            covers,
        };
        let mut places = vec![place("/", "portal.places.home", None)];
        if self.has_documents() {
            places.push(place("/documents", "portal.places.documents", Some("/docs")));
        }
        if !self.portal.terms().is_empty() {
            places.push(place("/glossary", "portal.places.glossary", None));
        }
        places
    }

    /// The pages of the places.
    fn places_pages(&self) -> Vec<Result<Page, Box<Diagnostic>>> {
        let mut pages = vec![self.home()];
        if self.has_documents() {
            pages.push(self.documents());
        }
        if !self.portal.terms().is_empty() {
            pages.push(self.glossary());
        }
        pages
    }

    fn home(&self) -> Result<Page, Box<Diagnostic>> {
        let client = self.portal.client();
        let view = HomeView {
            project: &client.project,
            client: &client.name,
            contact: self.contact(),
            documents: self.portal.docs().take(FIRST_DOCUMENTS).map(link).collect(),
            document_count: self.portal.docs().count(),
            files: self.files(),
            terms: self.portal.terms().len(),
            words: self.locale.words(),
        };
        self.page(fixed("/"), self.locale.word("portal.places.home"), "home.html", &view)
    }

    fn documents(&self) -> Result<Page, Box<Diagnostic>> {
        let sections = self.portal.sections().iter().map(|section| SectionView {
            title: section.title.clone(),
            documents: section.docs.iter().map(|doc| self.document_link(doc)).collect(),
        });
        let view = DocumentsView { sections: sections.collect(), files: self.files(), words: self.locale.words() };
        self.page(fixed("/documents"), self.locale.word("portal.places.documents"), "documents.html", &view)
    }

    fn document_link(&self, doc: &ResolvedDoc) -> DocumentLink {
        DocumentLink {
            href: page_href(&doc.doc.path, None),
            title: doc.doc.title.clone(),
            kind: self.kind(doc).map(str::to_owned),
            draft: doc.doc.item.draft,
        }
    }

    fn glossary(&self) -> Result<Page, Box<Diagnostic>> {
        let page = fixed("/glossary");
        let setting = self.setting(&page);
        let terms = self.portal.terms().iter().map(|term| TermView {
            id: &term.anchor,
            term: &term.term.term.value,
            aka: &term.term.aka,
            short: text::html(&term.term.short, &term.short_targets, setting),
            means: term.term.means.as_ref().map(|means| text::html(means, &term.means_targets, setting)),
            draft: term.term.item.draft,
        });
        let view = GlossaryView { terms: terms.collect(), words: self.locale.words() };
        self.page(page.clone(), self.locale.word("portal.places.glossary"), "glossary.html", &view)
    }

    fn doc(&self, docs: &[&ResolvedDoc], at: usize) -> Result<Page, Box<Diagnostic>> {
        let doc = docs[at];
        let setting = self.setting(&doc.doc.path);
        let headings = doc.doc.body.headings.iter().enumerate().map(|(index, heading)| HeadingView {
            href: page_href(&doc.doc.path, Some(&heading.id)),
            title: &heading.title,
            level: text::level(&doc.doc.body, index),
        });
        let view = DocView {
            title: &doc.doc.title,
            anchor: doc.doc.body.title.as_ref().map(|heading| heading.id.as_str()),
            kind: self.kind(doc),
            draft: doc.doc.item.draft,
            body: text::html(&doc.doc.body, &doc.targets, setting),
            headings: headings.filter(|heading| heading.level <= 3).collect(),
            previous: at.checked_sub(1).map(|before| link(docs[before])),
            next: docs.get(at + 1).map(|next| link(next)),
            words: self.locale.words(),
        };
        self.page(doc.doc.path.clone(), &doc.doc.title, "doc.html", &view)
    }

    fn setting<'s>(&'s self, page: &'s PagePath) -> Setting<'s> {
        Setting { portal: self.portal, page, words: self.locale, highlighter: self.highlighter }
    }

    fn kind(&self, doc: &ResolvedDoc) -> Option<&str> {
        let words = self.locale.words().get("portal")?.get("kinds")?;
        words.get(doc.doc.kind?.word())?.as_str()
    }

    fn page(
        &self,
        path: PagePath,
        title: &str,
        template: &str,
        view: &impl Serialize,
    ) -> Result<Page, Box<Diagnostic>> {
        let body = self.theme.templates().render(template, view)?;
        Ok((path, PageContents { title: Title::from(title), body: Plaintext::from(body) }))
    }

    fn has_documents(&self) -> bool {
        !self.portal.sections().is_empty() || self.portal.assets().iter().any(|(_, asset)| asset.attachment.listed)
    }

    fn contact(&self) -> Option<ContactView<'_>> {
        self.portal.agency().contact.as_ref().map(contact)
    }

    fn files(&self) -> Vec<FileView> {
        let listed = self.portal.assets().iter().filter(|(_, asset)| asset.attachment.listed);
        let file = |(name, asset): &(&crate::names::AssetName, &crate::portal::Asset)| FileView {
            name: name.as_str().to_owned(),
            title: asset.attachment.title.clone(),
            kind: ending(&asset.attachment.title),
            size: size(asset.attachment.file.bytes().len(), self.locale.word("portal.decimal_mark")),
        };
        listed.map(file).collect()
    }
}

/// A contact as templates see it.
pub(super) fn contact(contact: &Contact) -> ContactView<'_> {
    let digits = |phone: &str| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    ContactView {
        name: &contact.name,
        email: contact.email.as_deref(),
        phone: contact.phone.as_deref(),
        phone_digits: contact.phone.as_deref().map(digits),
    }
}

fn link(doc: &ResolvedDoc) -> Link {
    Link { href: page_href(&doc.doc.path, None), title: doc.doc.title.clone() }
}

/// The path of a page that every portal has, or may have.
fn fixed(path: &'static str) -> PagePath {
    PagePath::parse(path).expect("a constant path is well-formed")
}

fn ending(title: &str) -> String {
    title.rsplit_once('.').map(|(_, ending)| ending.to_uppercase()).unwrap_or_default()
}

/// A size in decimal units, with at most one place: `230 kB`, `1.4 MB`. A non-breaking space joins the two.
fn size(bytes: usize, decimal_mark: &str) -> String {
    match bytes {
        0..1_000 => format!("{bytes}\u{a0}B"),
        1_000..999_500 => format!("{}\u{a0}kB", (bytes + 500) / 1_000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}{decimal_mark}{}\u{a0}MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_in_words() {
        let words = [0, 999, 1_000, 1_499, 229_600, 999_499, 999_500, 1_449_999, 12_000_000].map(|n| size(n, ","));
        let expected = ["0 B", "999 B", "1 kB", "1 kB", "230 kB", "999 kB", "1,0 MB", "1,4 MB", "12,0 MB"];
        assert_eq!(words, expected.map(|word| word.replace(' ', "\u{a0}")));
    }
}
