//! Styles: an entry with what it imports in one text, so that a browser asks once.

use std::collections::{BTreeMap, HashSet};

use super::compact;
use super::overlay::ThemeFiles;
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::source::SourceFile;

/// The styles of a theme.
#[derive(Debug)]
pub struct Styles {
    /// What the gate needs: `css/gate.css` and what it imports.
    pub gate: String,
    /// What the open portal needs besides: `css/portal.css` and what it imports.
    pub portal: String,
}

/// Puts each `@import "./name.css";` line's file in its place. `None` where a file is missing or imports itself.
pub(super) fn load(files: &ThemeFiles, diagnostics: &mut Diagnostics) -> Option<Styles> {
    let styles = files.folder("css/", diagnostics);
    let mut entry = |name| {
        let mut out = String::new();
        inline(name, &styles, &mut HashSet::new(), &mut out, diagnostics).then(|| compact::styles(&out))
    };
    let (gate, portal) = (entry("gate.css"), entry("portal.css"));
    Some(Styles { gate: gate?, portal: portal? })
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
