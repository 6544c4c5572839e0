//! Which files a theme consists of: the ones in the program, and those that a folder puts in their place.

use std::collections::{BTreeMap, BTreeSet};

use super::defaults::default_files;
use super::lock::{Copied, LOCK_FILE, ThemeLock};
use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::SourceFile;
use crate::spelling::nearest;

/// Folders of a theme, and the ending of the files in each.
const FOLDERS: [(&str, &str); 4] = [("css/", ".css"), ("js/", ".js"), ("locales/", ".yml"), ("templates/", ".html")];

/// The files of a theme by path.
#[derive(Debug)]
pub(super) struct ThemeFiles {
    files: BTreeMap<String, SourceFile>,
    own: BTreeSet<String>,
}

impl ThemeFiles {
    /// The default theme's files with those of `overlay` in their place.
    pub(super) fn new(overlay: BTreeMap<String, SourceFile>, diagnostics: &mut Diagnostics) -> Self {
        let mut files = default_files();
        let mut own = BTreeSet::new();
        let lock = overlay.get(LOCK_FILE).map(ThemeLock::read).unwrap_or_default();
        for (path, file) in overlay {
            if FOLDERS.iter().any(|(folder, ending)| path.starts_with(folder) && path.ends_with(ending)) {
                diagnostics.extend(outdated(&path, &file, &lock));
                own.insert(path.clone());
                files.insert(path, file);
            } else if path != LOCK_FILE && !path.ends_with(".md") {
                let near = nearest(&path, files.keys().map(String::as_str));
                let help = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "a theme has `templates/*.html`, `css/*.css`, `js/*.js` and `locales/*.yml`".to_owned(),
                };
                diagnostics
                    .push(check::UNKNOWN_THEME_FILE.at(file.whole(), "a theme makes no use of this file").help(help));
            }
        }
        ThemeFiles { files, own }
    }

    /// Whether the file at `path` is the one that comes with the program.
    pub(super) fn is_default(&self, path: &str) -> bool {
        !self.own.contains(path)
    }

    /// The texts of the templates and scripts of one's own, one after the other.
    pub(super) fn own_sources(&self) -> String {
        let is_source = |path: &&String| path.starts_with("templates/") || path.starts_with("js/");
        self.own.iter().filter(is_source).filter_map(|path| self.files.get(path)?.text().ok()).collect()
    }

    /// The text files of one folder, by their name in it. Files that are no text are reported and left out.
    pub(super) fn folder<'f>(
        &'f self,
        folder: &str,
        diagnostics: &mut Diagnostics,
    ) -> BTreeMap<&'f str, (&'f SourceFile, &'f str)> {
        let mut found = BTreeMap::new();
        for (path, file) in &self.files {
            let Some(name) = path.strip_prefix(folder) else { continue };
            match file.text() {
                Ok(text) => {
                    found.insert(name, (file, text));
                }
                Err(problem) => diagnostics.push(*problem),
            }
        }
        found
    }
}

/// That a file was copied from one that is not the same any more.
fn outdated(path: &str, file: &SourceFile, lock: &ThemeLock) -> Option<Diagnostic> {
    let (message, help) = match lock.copied(path)? {
        Copied::Current => return None,
        Copied::Changed => (
            format!("the program's own `{path}` has changed since this one was copied from it"),
            format!(
                "compare it with what `vestibule theme show {path}` prints, then run `vestibule theme accept {path}`"
            ),
        ),
        Copied::Gone => (
            format!("the program has no `{path}` any more, which this one was copied from"),
            format!(
                "remove this file if nothing of yours needs it; if it is needed, run `vestibule theme accept {path}`"
            ),
        ),
    };
    Some(check::OUTDATED_THEME_FILE.at(file.whole(), message).help(help))
}
