//! What all pages of one audience are made of.

use chrono::NaiveDate;
use serde::Serialize;

use super::highlight::Highlighter;
use super::relations::Relations;
use crate::diagnostic::Diagnostic;
use crate::formats::Formats;
use crate::names::PagePath;
use crate::portal::{AudiencePortal, Place};
use crate::seal::Title;
use crate::theme::{Locale, Theme};

/// A page: its address, its title, its HTML.
pub(super) type Page = (PagePath, Title, String);
/// A page, or what is wrong with its template.
pub(super) type Rendered = Result<Page, Box<Diagnostic>>;

/// One audience's portal, and what turns it into pages. Each page has a file of its own in `pages/`.
pub(super) struct Site<'s> {
    pub(super) portal: &'s AudiencePortal<'s>,
    pub(super) theme: &'s Theme,
    pub(super) mark: Option<&'s str>,
    pub(super) locale: &'s Locale,
    pub(super) formats: Formats,
    pub(super) highlighter: Option<&'s Highlighter>,
    /// The newest day that anything is said to have happened on.
    pub(super) as_of: Option<NaiveDate>,
    /// The pages that are made from many files.
    pub(super) places: Vec<Place>,
    /// What is asked for, and what leads to an item from elsewhere.
    pub(super) relations: Relations<'s>,
    /// How many pages are looked through for words of the glossary.
    pub(super) pages_read: usize,
}

impl<'s> Site<'s> {
    /// Whether this audience has such a page.
    pub(super) fn has(&self, place: Place) -> bool {
        self.places.contains(&place)
    }

    /// Renders a page with its template.
    pub(super) fn page(&self, path: PagePath, title: &str, template: &str, view: &impl Serialize) -> Rendered {
        let body = self.theme.templates().render(template, view, self.locale.for_templates())?;
        Ok((path, Title::from(title), body))
    }

    /// A word of the portal's language, by its path below `portal`, such as `places.home`; empty where there is none.
    pub(super) fn word(&self, path: &str) -> &'s str {
        self.try_word(path).unwrap_or_default()
    }

    fn try_word(&self, path: &str) -> Option<&'s str> {
        let words = self.locale.words().get("portal")?;
        path.split('.').try_fold(words, |group, name| group.get(name))?.as_str()
    }

    /// Words with a number in them, by their path below `portal`: a group of `one`, `other` and the like.
    pub(super) fn counted(&self, path: &str, number: i64) -> String {
        let words = |form: &str| self.try_word(&format!("{path}.{form}"));
        self.formats.counted(number, words).unwrap_or_else(|| self.formats.number(number))
    }
}
