//! Words: one file per language, the only source of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::overlay::{ThemeFiles, default_paths};
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::source::SourceFile;
use crate::yaml::{Node, Value, parse};

/// The language that has every word.
const COMPLETE: &str = "en";

/// The words of one language: groups of words inside groups.
#[derive(Debug, Clone)]
pub struct Locale {
    words: Json,
}

impl Locale {
    /// All words, for templates.
    pub fn words(&self) -> &Json {
        &self.words
    }

    /// The word at a path such as `portal.text.note`; the path itself where there is none.
    pub fn word<'a>(&'a self, path: &'a str) -> &'a str {
        path.split('.').try_fold(&self.words, |group, name| group.get(name)).and_then(Json::as_str).unwrap_or(path)
    }
}

/// The languages of the default theme and of these further files of a theme, sorted.
pub(super) fn names(further: impl Iterator<Item = String>) -> Vec<String> {
    let paths: BTreeSet<String> = default_paths().into_iter().chain(further).collect();
    let names = paths.iter().filter_map(|path| path.strip_prefix("locales/")?.strip_suffix(".yml"));
    names.map(str::to_owned).collect()
}

/// Reads every `locales/*.yml`. A word that a language lacks is taken from English.
pub(super) fn load(files: &ThemeFiles, diagnostics: &mut Diagnostics) -> Option<BTreeMap<String, Locale>> {
    let mut trees = BTreeMap::new();
    let mut broken = false;
    for (name, (file, text)) in files.folder("locales/", diagnostics) {
        match read(file, text, diagnostics) {
            Some(tree) => {
                trees.insert(name.trim_end_matches(".yml").to_owned(), tree);
            }
            None => broken = true,
        }
    }
    let complete = trees.get(COMPLETE)?.clone();
    let locales = trees.into_iter().map(|(name, tree)| (name, Locale { words: over(&complete, tree) })).collect();
    (!broken).then_some(locales)
}

fn read(file: &SourceFile, text: &str, diagnostics: &mut Diagnostics) -> Option<Json> {
    let node = parse(file, text, Span::new(0..text.len()), diagnostics)?;
    tree(file, node, diagnostics)
}

fn tree(file: &SourceFile, node: Node, diagnostics: &mut Diagnostics) -> Option<Json> {
    match node.value {
        Value::Scalar { text, .. } => Some(Json::String(text)),
        Value::Map(entries) => {
            let mut group = Map::new();
            for (key, node) in entries {
                group.insert(key.value, tree(file, node, diagnostics)?);
            }
            Some(Json::Object(group))
        }
        Value::Broken => None,
        Value::Empty | Value::List(_) => {
            let message = format!("here should be a word or a group of words, but this is {}", node.shape());
            diagnostics.push(check::WRONG_SHAPE.at(file.place(node.span), message).help("write `name: words`"));
            None
        }
    }
}

/// `words` with what only `complete` has.
fn over(complete: &Json, words: Json) -> Json {
    match (complete, words) {
        (Json::Object(complete), Json::Object(mut words)) => {
            for (name, fallback) in complete {
                let merged = match words.remove(name) {
                    Some(own) => over(fallback, own),
                    None => fallback.clone(),
                };
                words.insert(name.clone(), merged);
            }
            Json::Object(words)
        }
        (_, words) => words,
    }
}
