//! Styles: `css/portal.css` with what it imports, in one text, so that a browser asks once.

use std::collections::{BTreeMap, HashSet};

use super::overlay::ThemeFiles;
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::source::SourceFile;

const ENTRY: &str = "portal.css";

/// Puts each `@import "./name.css";` line's file in its place. `None` where a file is missing or imports itself.
pub(super) fn load(files: &ThemeFiles, diagnostics: &mut Diagnostics) -> Option<String> {
    let styles = files.folder("css/", diagnostics);
    let mut out = String::new();
    let mut open = HashSet::new();
    inline(ENTRY, &styles, &mut open, &mut out, diagnostics).then_some(out)
}

fn inline<'f>(
    name: &'f str,
    styles: &BTreeMap<&'f str, (&'f SourceFile, &'f str)>,
    open: &mut HashSet<&'f str>,
    out: &mut String,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some((file, text)) = styles.get(name) else { return false };
    open.insert(name);
    let mut at = 0;
    let mut whole = true;
    for line in text.split_inclusive('\n') {
        match imported(line) {
            None => out.push_str(line),
            Some(import) if styles.contains_key(import) && !open.contains(import) => {
                whole &= inline(import, styles, open, out, diagnostics);
            }
            Some(import) => {
                let place = file.place(Span::new(at..at + line.trim_end().len()));
                diagnostics.push(
                    check::TEMPLATE
                        .at(place, format!("the style sheet `{import}` is not there, or imports itself"))
                        .help("import a file of the theme's `css` folder: `@import \"./name.css\";`"),
                );
                whole = false;
            }
        }
        at += line.len();
    }
    open.remove(name);
    whole
}

fn imported(line: &str) -> Option<&str> {
    let name = line.trim().strip_prefix("@import \"./")?;
    name.strip_suffix("\";")
}
