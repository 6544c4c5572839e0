//! Themes: templates, styles, scripts and words.
//!
//! The default theme is part of the program. A theme of one's own is a folder in the workspace that replaces files of
//! it by path, and may add templates, styles, scripts and languages.

mod compact;
mod defaults;
mod imports;
mod locale;
mod lock;
mod overlay;
mod purpose;
mod report;
mod scripts;
mod styles;
mod templates;
mod wording;
mod words;

pub use locale::Locale;
pub use lock::{Copied, LOCK_FILE, ThemeLock};
pub use scripts::Scripts;
pub use styles::Styles;
pub use templates::{Templates, WordsForTemplates};

use std::collections::BTreeMap;

use defaults::{default_bytes, default_paths, default_text};
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
    /// theme's folder. In the place of what is broken in the overlay, which is reported as an error, stands what the
    /// program has: nothing may be published with it, but what is wrong with the rest can be found.
    pub fn load(overlay: BTreeMap<String, SourceFile>, diagnostics: &mut Diagnostics) -> Theme {
        let files = ThemeFiles::new(overlay, diagnostics);
        let mut quiet = Diagnostics::new();
        let (((locales, of_locales), (scripts, of_scripts)), ((styles, of_styles), (templates, of_templates))) =
            rayon::join(
                || {
                    let locales = apart(|found| locale::load(&files, found));
                    let scripts = apart(|found| scripts::load(&files, &locales.0, found));
                    (locales, scripts)
                },
                || (apart(|found| styles::load(&files, found)), apart(|found| templates::load(&files, found))),
            );
        [of_locales, of_styles, of_scripts, of_templates].into_iter().for_each(|found| diagnostics.append(found));
        let unchanged = || ThemeFiles::new(BTreeMap::new(), &mut Diagnostics::new());
        let styles = styles.or_else(|| styles::load(&unchanged(), &mut quiet));
        let scripts = scripts.or_else(|| scripts::load(&unchanged(), &locales, &mut quiet));
        let whole = "the theme of the program is whole";
        Theme { templates, locales, styles: styles.expect(whole), scripts: scripts.expect(whole) }
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

/// What is made beside other things, with what is wrong with it.
fn apart<T>(make: impl FnOnce(&mut Diagnostics) -> T) -> (T, Diagnostics) {
    let mut found = Diagnostics::new();
    (make(&mut found), found)
}

/// A file of the theme that comes with the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefaultFile {
    /// Its path in the theme, such as `css/home.css`.
    pub path: String,
    /// What it is for, in a sentence without its full stop.
    pub purpose: String,
}

/// The files of the theme that comes with the program, by path.
pub fn default_theme() -> Vec<DefaultFile> {
    let file = |path: String| {
        let purpose = purpose::purpose(default_text(&path).unwrap_or_default());
        DefaultFile { path, purpose }
    };
    default_paths().into_iter().map(file).collect()
}

/// The contents of a file of the theme that comes with the program; `None` where it has none of this path.
pub fn default_contents(path: &str) -> Option<&'static [u8]> {
    default_bytes(path)
}
