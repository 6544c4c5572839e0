//! Themes: templates, styles, scripts and words.
//!
//! The default theme is part of the program. A theme of one's own is a folder in the workspace that replaces files of
//! it by path, and may add templates, styles, scripts and languages.

mod compact;
mod locale;
mod overlay;
mod scripts;
mod styles;
mod templates;

pub use locale::Locale;
pub use scripts::Scripts;
pub use styles::Styles;
pub use templates::Templates;

use std::collections::BTreeMap;

use overlay::ThemeFiles;

use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;

/// A theme, ready for rendering.
#[derive(Debug)]
pub struct Theme {
    templates: Templates,
    locales: BTreeMap<String, Locale>,
    styles: Styles,
    scripts: Scripts,
}

impl Theme {
    /// The default theme with the files of `overlay` in the place of its own; these are named by their path in the
    /// theme's folder. `None` where a file of the overlay is broken.
    pub fn load(overlay: BTreeMap<String, SourceFile>, diagnostics: &mut Diagnostics) -> Option<Theme> {
        let files = ThemeFiles::new(overlay, diagnostics);
        let locales = locale::load(&files, diagnostics);
        let styles = styles::load(&files, diagnostics);
        let scripts = scripts::load(&files, locales.as_ref().unwrap_or(&BTreeMap::new()), diagnostics);
        let templates = templates::load(&files, diagnostics);
        Some(Theme { templates: templates?, locales: locales?, styles: styles?, scripts: scripts? })
    }

    /// The languages that the default theme with the files of `overlay` has words for, whether or not these can be read.
    pub fn languages_with(overlay: Option<&BTreeMap<String, SourceFile>>) -> Vec<String> {
        locale::names(overlay.into_iter().flat_map(BTreeMap::keys).cloned())
    }

    /// The languages there are words for.
    pub fn languages(&self) -> Vec<String> {
        self.locales.keys().cloned().collect()
    }

    /// The words of a language.
    ///
    /// # Panics
    /// Where there are none: a [`crate::content::language::Language`] is only made for a locale of the theme.
    pub fn locale(&self, name: &str) -> &Locale {
        self.locales.get(name).expect("a language is only accepted if the theme has its locale")
    }

    /// All languages, by name.
    pub fn locales(&self) -> &BTreeMap<String, Locale> {
        &self.locales
    }

    /// The templates.
    pub fn templates(&self) -> &Templates {
        &self.templates
    }

    /// The styles.
    pub fn styles(&self) -> &Styles {
        &self.styles
    }

    /// The scripts.
    pub fn scripts(&self) -> &Scripts {
        &self.scripts
    }
}
