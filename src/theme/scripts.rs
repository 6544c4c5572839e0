//! Scripts: plain modules that import each other by name.

use std::collections::BTreeMap;

use super::compact;
use super::overlay::ThemeFiles;
use crate::diagnostic::Diagnostics;

/// The theme's modules, by file name. Those that come with the program are made small; a theme's own are published as
/// they are written, so that nothing between its author and the browser can break them.
pub(super) fn load(files: &ThemeFiles, diagnostics: &mut Diagnostics) -> Option<BTreeMap<String, String>> {
    let text = |name: &str, text: &str| match files.is_default(&format!("js/{name}")) {
        true => compact::script(text),
        false => text.to_owned(),
    };
    let scripts = files.folder("js/", diagnostics);
    Some(scripts.into_iter().map(|(name, (_, source))| (name.to_owned(), text(name, source))).collect())
}
