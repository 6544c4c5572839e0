//! Styles: an entry with what it imports in one text, so that a browser asks once.

use std::collections::{BTreeMap, HashSet};

use super::compact;
use super::overlay::ThemeFiles;
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::source::SourceFile;
use crate::spelling::nearest;

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

/// An import at the beginning of a line.
enum Import<'l> {
    /// Of a file of the theme's `css` folder.
    Of(&'l str),
    /// In a form that leads nowhere.
    Else,
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
    let mut whole = braces(file, text, diagnostics);
    for line in text.split_inclusive('\n') {
        match imported(line).filter(|_| !in_comment(&text[..at])) {
            None => out.push_str(line),
            Some(Import::Of(import)) if styles.contains_key(import) && !open.contains(import) => {
                whole &= inline(import, styles, open, out, diagnostics);
            }
            Some(import) => {
                let (message, help) = lost(&import, styles, open);
                let begin = at + line.len() - line.trim_start().len();
                let place = file.place(Span::new(begin..at + line.trim_end().len()));
                diagnostics.push(check::TEMPLATE.at(place, message).help(help));
                whole = false;
            }
        }
        at += line.len();
    }
    open.remove(name);
    whole
}

/// Why an import leads nowhere, and what to do.
fn lost(import: &Import<'_>, styles: &BTreeMap<&str, (&SourceFile, &str)>, open: &HashSet<&str>) -> (String, String) {
    let form = || FORM.to_owned();
    match import {
        Import::Of(name) if open.contains(name) => (
            format!("the style sheet `{name}` imports itself, by way of others or at once"),
            "take one of these lines out".to_owned(),
        ),
        Import::Of(name) => {
            let near = nearest(name, styles.keys().copied());
            (
                format!("there is no style sheet `{name}`"),
                near.map_or_else(form, |near| format!("did you mean `{near}`?")),
            )
        }
        Import::Else => ("an import of this form leads nowhere".to_owned(), form()),
    }
}

const FORM: &str = "import a file of the theme's `css` folder, on a line of its own: `@import \"./name.css\";`";

fn imported(line: &str) -> Option<Import<'_>> {
    let import = line.trim().strip_prefix("@import ")?;
    let name = import.strip_prefix("\"./").and_then(|rest| rest.strip_suffix("\";"));
    Some(name.map_or(Import::Else, Import::Of))
}

fn in_comment(before: &str) -> bool {
    before.rfind("/*") > before.rfind("*/")
}

/// Whether every `{` of a style sheet is closed, and nothing else: otherwise a browser leaves out what follows, without a
/// word.
fn braces(file: &SourceFile, text: &str, diagnostics: &mut Diagnostics) -> bool {
    let mut open = Vec::new();
    let mut problem = |at, message: &str, help: &str| {
        diagnostics.push(check::TEMPLATE.at(file.place(Span::new(at..at + 1)), message).help(help));
        false
    };
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = match c {
            '/' if rest.starts_with("/*") => match rest.find("*/") {
                Some(end) => end + 2,
                None => return problem(at, "this comment is never closed", "end it with `*/`"),
            },
            '"' | '\'' => compact::string_end(rest, c),
            '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            '{' => {
                open.push(at);
                1
            }
            '}' if open.pop().is_none() => {
                return problem(
                    at,
                    "here something is closed that is not open",
                    "take this `}` out, or put its `{` in",
                );
            }
            c => c.len_utf8(),
        };
        at += length;
    }
    match open.last() {
        Some(at) => problem(*at, "this `{` is never closed", "end the rule with `}`"),
        None => true,
    }
}
