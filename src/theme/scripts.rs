//! Scripts: plain modules that import each other by name.

use std::collections::BTreeMap;

use super::overlay::ThemeFiles;
use crate::diagnostic::Diagnostics;

/// The theme's modules, by file name.
pub(super) fn load(files: &ThemeFiles, diagnostics: &mut Diagnostics) -> Option<BTreeMap<String, String>> {
    let scripts = files.folder("js/", diagnostics);
    Some(scripts.into_iter().map(|(name, (_, text))| (name.to_owned(), text.to_owned())).collect())
}
