//! `files.yml`: what the files below `files/` are, where their names do not say it.
//!
//! A map of `path: title` or `path: {title, version, date}` and what every item has; the path is the one below `files/`.

use chrono::NaiveDate;

use super::date::date;
use super::item::{Declared, Item};
use super::slug::slug;
use crate::check;
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::yaml::{self, Fields, Located, Node, Unknown, Value};

/// What is said about one file.
#[derive(Debug, Clone)]
pub struct FileNote {
    /// The path below `files/`, and where it is written.
    pub path: Located<String>,
    /// Id, title, audience, draft.
    pub item: Item,
    /// Its title, if one is given.
    pub title: Option<String>,
    /// Which version it is.
    pub version: Option<String>,
    /// The day it is of.
    pub date: Option<NaiveDate>,
}

/// Reads `files.yml`.
pub fn parse_file_notes(file: &SourceFile, declared: Declared<'_>, diagnostics: &mut Diagnostics) -> Vec<FileNote> {
    let Some(node) = yaml::read(file, diagnostics) else { return Vec::new() };
    let entries = match node.value {
        Value::Map(entries) => entries,
        Value::Empty => return Vec::new(),
        _ => {
            let message = format!("this file is one line for each file, but here is {}", node.shape());
            let help = "write the name and the title: `offer.pdf: Our offer`";
            diagnostics.push(check::WRONG_SHAPE.at(file.place(node.span), message).help(help));
            return Vec::new();
        }
    };
    entries.into_iter().filter_map(|(path, value)| read_note(file, path, value, declared, diagnostics)).collect()
}

fn read_note(
    file: &SourceFile,
    path: Located<String>,
    value: Node,
    declared: Declared<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<FileNote> {
    let (short, value) = match value.value {
        Value::Scalar { text, .. } => (Some(text), Node { span: path.span, value: Value::Empty }),
        _ => (None, value),
    };
    let mut fields = Fields::of(file, value, diagnostics)?;
    let title = short.or(fields.text("title").map(|title| title.value));
    let version = fields.text("version").map(|version| version.value);
    let day = date(&mut fields, "date").map(|day| day.value);
    let named = Located { value: title.clone().unwrap_or_else(|| path.value.clone()), span: path.span };
    // Two files may have one title; their paths differ.
    let id = Located { value: slug(&path.value), span: path.span };
    let item = Item::with_id(&mut fields, named, id, declared);
    fields.finish(Unknown::Error);
    Some(FileNote { path, item, title, version, date: day })
}
