//! The theme that comes with the program.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::source::SourceFile;

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Its scripts made small, by `build/scripts.rs`.
static SCRIPTS: Dir<'_> = include_dir!("$OUT_DIR/js");

/// The program's script of this name, such as `main.js`, made small.
pub(super) fn small_script(name: &str) -> Option<&'static str> {
    SCRIPTS.get_file(name)?.contents_utf8()
}

/// The paths of the files in the program.
pub(super) fn default_paths() -> Vec<String> {
    default_files().into_keys().collect()
}

/// The contents of the program's file at `path`.
pub(super) fn default_bytes(path: &str) -> Option<&'static [u8]> {
    Some(DEFAULT.get_file(path)?.contents())
}

/// The text of the program's file at `path`.
pub(super) fn default_text(path: &str) -> Option<&'static str> {
    DEFAULT.get_file(path)?.contents_utf8()
}

/// The files in the program by path.
pub(super) fn default_files() -> BTreeMap<String, SourceFile> {
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
