//! All pages of one audience.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value as Json;

use super::highlight::Highlighter;
use super::parts::fixed;
use super::text::page_href;
use super::view::frame::{FrameView, PlaceView};
use crate::content::doc::Doc;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::formats::Formats;
use crate::names::PagePath;
use crate::portal::AudiencePortal;
use crate::seal::{AssetContents, AudienceContents, PageContents, Plaintext, Title};
use crate::theme::{Locale, Theme};

/// Renders one portal, for one audience after the other.
pub struct Renderer<'r> {
    theme: &'r Theme,
    mark: Option<&'r str>,
    highlighter: Highlighter,
}

/// A page and its address.
pub(super) type Page = (PagePath, PageContents);
/// A page, or what is wrong with its template.
pub(super) type Rendered = Result<Page, Box<Diagnostic>>;

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
        let docs: Vec<&Doc> = portal.docs().collect();
        let mut rendered = site.places_pages();
        rendered.par_extend((0..docs.len()).into_par_iter().map(|at| site.doc(&docs, at)));
        rendered.par_extend(portal.decisions().par_iter().map(|decision| site.decision(decision)));
        rendered.par_extend((0..portal.updates().len()).into_par_iter().map(|at| site.update(at)));
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
        let docs: Vec<&Doc> = portal.docs().collect();
        let mut rendered = site.places_pages();
        // One in the middle has pages before and after it.
        if !docs.is_empty() {
            rendered.push(site.doc(&docs, docs.len() / 2));
        }
        rendered.extend(portal.decisions().iter().take(1).map(|decision| site.decision(decision)));
        if !portal.updates().is_empty() {
            rendered.push(site.update(portal.updates().len() / 2));
        }
        let problems = rendered.into_iter().filter_map(Result::err).chain(site.frame().err());
        let mut diagnostics = Diagnostics::new();
        diagnostics.extend(problems.map(|problem| *problem));
        diagnostics
    }

    fn site<'s>(&'s self, portal: &'s AudiencePortal<'s>) -> Site<'s> {
        let language = &portal.client().language;
        Site {
            portal,
            theme: self.theme,
            mark: self.mark,
            locale: self.theme.locale(language.locale()),
            formats: Formats::new(language.tag()),
            highlighter: &self.highlighter,
            as_of: portal.as_of(),
        }
    }
}

/// What all pages of one audience are made of. Each page has a file of its own in `pages/`.
pub(super) struct Site<'s> {
    pub(super) portal: &'s AudiencePortal<'s>,
    pub(super) theme: &'s Theme,
    pub(super) mark: Option<&'s str>,
    pub(super) locale: &'s Locale,
    pub(super) formats: Formats,
    pub(super) highlighter: &'s Highlighter,
    /// The newest day that anything is said to have happened on.
    pub(super) as_of: Option<NaiveDate>,
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
            contact: self.contact_card(),
            as_of: self.as_of.map(|on| self.date(on)),
            places: self.places(),
            words: self.words(),
        };
        self.theme.templates().render("frame.html", &view)
    }

    /// The places of the portal that this audience has anything in.
    fn places(&self) -> Vec<PlaceView<'_>> {
        let place = |path, word, covers: &[&'static str]| PlaceView {
            href: page_href(&fixed(path), None),
            title: self.word(word),
            covers: covers.join(" "),
        };
        let mut places = vec![place("/", "places.home", &[])];
        if self.has_roadmap() {
            places.push(place("/roadmap", "places.roadmap", &[]));
        }
        if self.has_todos() {
            places.push(place("/todos", "places.todos", &[]));
        }
        if !self.portal.decisions().is_empty() {
            places.push(place("/decisions", "places.decisions", &["/decisions"]));
        }
        if !self.portal.updates().is_empty() {
            places.push(place("/updates", "places.updates", &["/updates"]));
        }
        if self.has_documents() {
            places.push(place("/documents", "places.documents", &["/docs", "/glossary"]));
        }
        if self.has_about() {
            places.push(place("/about", "places.about", &[]));
        }
        places
    }

    /// The pages of the places.
    fn places_pages(&self) -> Vec<Rendered> {
        let mut pages = vec![self.home()];
        if self.has_roadmap() {
            pages.push(self.roadmap());
        }
        if self.has_todos() {
            pages.push(self.todos());
        }
        if !self.portal.decisions().is_empty() {
            pages.push(self.decisions());
        }
        if !self.portal.updates().is_empty() {
            pages.push(self.updates());
        }
        if self.has_documents() {
            pages.push(self.documents());
        }
        if !self.portal.terms().is_empty() {
            pages.push(self.glossary());
        }
        if self.has_about() {
            pages.push(self.about());
        }
        pages
    }

    /// Renders a page with its template.
    pub(super) fn page(&self, path: PagePath, title: &str, template: &str, view: &impl Serialize) -> Rendered {
        let body = self.theme.templates().render(template, view)?;
        Ok((path, PageContents { title: Title::from(title), body: Plaintext::from(body) }))
    }

    /// The words of the portal's language, for templates.
    pub(super) fn words(&self) -> &Json {
        self.locale.words()
    }

    pub(super) fn has_roadmap(&self) -> bool {
        !self.portal.phases().is_empty() || !self.portal.milestones().is_empty()
    }

    /// Also where everything asked for is done: what was agreed stays to be read.
    pub(super) fn has_todos(&self) -> bool {
        let agreed = self.portal.milestones().iter().any(|one| one.approval.is_some())
            || self.portal.decisions().iter().any(|one| one.approval.is_some())
            || self.portal.docs().any(|one| one.approval.is_some());
        agreed || !self.portal.tasks().is_empty() || !self.portal.asks().is_empty()
    }

    pub(super) fn has_documents(&self) -> bool {
        let files = self.portal.assets().iter().any(|(_, asset)| asset.attachment.listed);
        files || !self.portal.sections().is_empty() || !self.portal.terms().is_empty()
    }

    pub(super) fn has_about(&self) -> bool {
        !self.portal.people().is_empty() || self.portal.client().says_how_we_work() || !self.portal.changes().is_empty()
    }
}
