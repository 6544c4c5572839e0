//! All pages of one audience.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::highlight::Highlighter;
use super::relations::Relations;
use super::site::{Rendered, Site};
use super::watch::Watch;
use crate::content::doc::Doc;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::formats::Formats;
use crate::names::PagePath;
use crate::portal::{Asset, AudiencePortal, Place};
use crate::seal::{AssetContents, AudienceContents, Framer, PageContents, Plaintext, Title};
use crate::theme::Theme;

/// So many pages show what a template makes of the words that they use.
const PAGES_TRIED: usize = 50;

/// Fewer documents than these are made before anything else.
const FEW: usize = 16;

/// Renders one portal, for one audience after the other.
pub struct Renderer<'r> {
    theme: &'r Theme,
    mark: Option<&'r str>,
    highlighter: Highlighter,
}

impl<'r> Renderer<'r> {
    /// For a portal with so many `audiences`. `mark` is the file name of the agency's mark among the public files.
    pub fn new(theme: &'r Theme, mark: Option<&'r str>, audiences: usize) -> Self {
        Renderer { theme, mark, highlighter: Highlighter::new(audiences) }
    }

    /// The frame and every page that an audience has, but for the documents of which `is_kept` says that their pages are
    /// there already.
    ///
    /// # Errors
    /// Where a template cannot be used; with every template that cannot.
    pub fn render(
        &self,
        portal: &AudiencePortal<'_>,
        is_kept: impl Fn(&PagePath) -> bool,
        watch: &dyn Watch,
    ) -> Result<AudienceContents, Diagnostics> {
        let site = Site { highlighter: Some(&self.highlighter), ..self.site(portal, usize::MAX) };
        let docs: Vec<&Doc> = portal.docs().collect();
        let docs_to_make = || (0..docs.len()).filter(|at| !is_kept(&docs[*at].path)).map(Kind::Doc);
        let few = docs_to_make().take(docs.len().min(FEW)).count() < FEW;
        // Pages of places are made of many files and take longest: whoever waits for one of them makes others meanwhile.
        // Of a few documents, what takes longest is to make ready for colouring their code, which nobody can help with.
        let (first, then) = if few { (Some(docs_to_make()), None) } else { (None, Some(docs_to_make())) };
        let pages = first.into_iter().flatten().chain(site.places.iter().copied().map(Kind::Place));
        let pages = pages.chain(then.into_iter().flatten()).chain((0..portal.decisions().len()).map(Kind::Decision));
        let pages: Vec<Kind> = pages.chain((0..portal.updates().len()).map(Kind::Update)).collect();
        watch.pages_to_make(pages.len());
        let make = |framer: &mut Framer, page: &Kind| {
            let rendered = site.rendered(*page, &docs);
            watch.page_made();
            rendered.map(|(path, title, html)| (path, PageContents::new(title, &html, framer)))
        };
        let made: Vec<_> = pages.par_iter().map_init(Framer::for_contents, make).collect();
        let mut problems = Diagnostics::new();
        let mut pages: BTreeMap<PagePath, PageContents> = BTreeMap::new();
        for page in made {
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

    /// The pages of some documents alone; those that the audience does not have are none.
    ///
    /// # Errors
    /// Where a template cannot be used.
    pub fn render_docs(
        &self,
        portal: &AudiencePortal<'_>,
        which: &BTreeSet<PagePath>,
    ) -> Result<BTreeMap<PagePath, PageContents>, Diagnostics> {
        let site = Site { highlighter: Some(&self.highlighter), ..self.site(portal, usize::MAX) };
        let docs: Vec<&Doc> = portal.docs().collect();
        let these: Vec<usize> = (0..docs.len()).filter(|at| which.contains(&docs[*at].path)).collect();
        // On the threads that have coloured code before: each has made its grammars ready for itself.
        let made = these.par_iter().map_init(Framer::for_contents, |framer, at| {
            let (path, title, html) = site.doc(&docs, *at)?;
            Ok((path, PageContents::new(title, &html, framer)))
        });
        made.collect::<Result<_, Box<Diagnostic>>>().map_err(|problem| {
            let mut found = Diagnostics::new();
            found.push(*problem);
            found
        })
    }

    /// What is wrong with the templates, as far as the frame and one page of each kind show it: as quick for a thousand
    /// pages as for a few.
    pub fn try_out(&self, portal: &AudiencePortal<'_>) -> Diagnostics {
        let site = self.site(portal, PAGES_TRIED);
        let docs: Vec<&Doc> = portal.docs().collect();
        let places = site.places.iter().copied().map(Kind::Place);
        // One in the middle has pages before and after it.
        let middle = |count: usize, kind: fn(usize) -> Kind| (count > 0).then(|| kind(count / 2));
        let doc = middle(docs.len(), Kind::Doc);
        let decision = middle(portal.decisions().len(), Kind::Decision);
        let update = middle(portal.updates().len(), Kind::Update);
        let pages: Vec<Kind> = places.chain(doc).chain(decision).chain(update).collect();
        let rendered: Vec<Rendered> = pages.par_iter().map(|page| site.rendered(*page, &docs)).collect();
        let problems = rendered.into_iter().filter_map(Result::err).chain(site.frame().err());
        let mut diagnostics = Diagnostics::new();
        diagnostics.extend(problems.map(|problem| *problem));
        diagnostics
    }

    fn site<'s>(&'s self, portal: &'s AudiencePortal<'s>, pages_read: usize) -> Site<'s> {
        let language = &portal.client().language;
        Site {
            portal,
            theme: self.theme,
            mark: self.mark,
            locale: self.theme.locale(language.locale()),
            formats: Formats::new(language.tag()),
            // To see what is wrong with a template takes no colours.
            highlighter: None,
            as_of: portal.as_of(),
            places: portal.places(),
            relations: Relations::of(portal),
            pages_read,
        }
    }
}

impl Site<'_> {
    fn contents(&self, frame: String, pages: BTreeMap<PagePath, PageContents>) -> AudienceContents {
        let client = self.portal.client();
        let asset = |asset: &Asset| AssetContents {
            media_type: asset.attachment.media_type.to_owned(),
            bytes: Plaintext::from(asset.attachment.file.bytes().clone()),
        };
        AudienceContents {
            audience: self.portal.audience().clone(),
            title: Title::from(client.project.as_str()),
            language: client.language.tag().to_owned(),
            timezone: client.timezone.name().to_owned(),
            frame: Plaintext::from(frame),
            search: Vec::new(),
            pages,
            kept: BTreeMap::new(),
            assets: self.portal.assets().iter().map(|(name, found)| ((*name).clone(), asset(found))).collect(),
        }
    }

    fn rendered(&self, page: Kind, docs: &[&Doc]) -> Rendered {
        match page {
            Kind::Place(place) => self.place(place),
            Kind::Doc(at) => self.doc(docs, at),
            Kind::Decision(at) => self.decision(at),
            Kind::Update(at) => self.update(at),
        }
    }

    fn place(&self, place: Place) -> Rendered {
        match place {
            Place::Home => self.home(),
            Place::Roadmap => self.roadmap(),
            Place::Todos => self.todos(),
            Place::Decisions => self.decisions(),
            Place::Updates => self.updates(),
            Place::Documents => self.documents(),
            Place::Glossary => self.glossary(),
            Place::About => self.about(),
        }
    }
}

/// A page to be made; the number is that of its item.
#[derive(Clone, Copy)]
enum Kind {
    Place(Place),
    Doc(usize),
    Decision(usize),
    Update(usize),
}
