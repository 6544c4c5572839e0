//! Which files a theme consists of: the ones in the program, and those that a folder puts in their place.

use std::collections::{BTreeMap, BTreeSet};

use include_dir::{Dir, include_dir};

use crate::check;
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::spelling::nearest;

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

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
        for (path, file) in overlay {
            if FOLDERS.iter().any(|(folder, ending)| path.starts_with(folder) && path.ends_with(ending)) {
                own.insert(path.clone());
                files.insert(path, file);
            } else if !path.ends_with(".md") {
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

/// The paths of the files in the program.
pub(super) fn default_paths() -> Vec<String> {
    default_files().into_keys().collect()
}

fn default_files() -> BTreeMap<String, SourceFile> {
    let mut files = BTreeMap::new();
    let mut folders = vec![&DEFAULT];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            let shown = format!("themes/default/{path}");
            files.insert(path, SourceFile::new(shown, file.contents()));
        }
    }
    files
}
