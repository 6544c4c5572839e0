//! Words: one file per language, the only source of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::defaults::{default_bytes, default_paths};
use super::overlay::ThemeFiles;
use super::templates::WordsForTemplates;
use super::words::{Own, Words};
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
    for_templates: WordsForTemplates,
}

impl Locale {
    fn new(words: Json) -> Self {
        Locale { for_templates: WordsForTemplates::new(&words), words }
    }

    /// All words, as templates get them.
    pub fn for_templates(&self) -> &WordsForTemplates {
        &self.for_templates
    }

    /// All words.
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

/// Reads every `locales/*.yml`. A word that a file of one's own lacks is taken from the program's own file of that
/// language, and else from English. What is wrong with a file is reported, and its words are left out.
pub(super) fn load(files: &ThemeFiles, diagnostics: &mut Diagnostics) -> BTreeMap<String, Locale> {
    let sources = files.own_sources();
    let own = |name: &str| !files.is_default(&format!("locales/{name}"));
    let found = files.folder("locales/", diagnostics);
    let english = default_words(COMPLETE);
    // A word that only the workspace has is one for every language.
    let file = found.get("en.yml").filter(|_| own("en.yml"));
    let further = file.and_then(|(file, text)| Some(read(file, text, &mut Diagnostics::new())?.into_words()));
    let complete = further.map_or_else(|| english.clone(), |words| over(&english, words));
    let mut locales = BTreeMap::new();
    for (name, (file, text)) in found {
        let language = name.trim_end_matches(".yml");
        let base = over(&complete, default_words(language));
        let words = match own(name) {
            false => base,
            true => match read(file, text, diagnostics) {
                Some(tree) => {
                    let own = Own { file, language, sources: &sources };
                    let known = if language == COMPLETE { &english } else { &base };
                    own.compare(&tree, known, diagnostics);
                    over(&base, tree.into_words())
                }
                None => base,
            },
        };
        locales.insert(language.to_owned(), Locale::new(words));
    }
    locales
}

/// The words of the program's own file of a language; an empty group where it has none.
fn default_words(language: &str) -> Json {
    let path = format!("locales/{language}.yml");
    let read_default = |bytes: &'static [u8]| {
        let file = SourceFile::new(path.as_str(), bytes);
        let tree = file.text().ok().and_then(|text| read(&file, text, &mut Diagnostics::new()));
        tree.expect("the words of the program can be read").into_words()
    };
    default_bytes(&path).map_or_else(|| Json::Object(Map::new()), read_default)
}

fn read(file: &SourceFile, text: &str, diagnostics: &mut Diagnostics) -> Option<Words> {
    let node = parse(file, text, Span::new(0..text.len()), diagnostics)?;
    Some(tree(file, node, diagnostics))
}

fn tree(file: &SourceFile, node: Node, diagnostics: &mut Diagnostics) -> Words {
    match node.value {
        Value::Scalar { text, .. } => Words::Word(text, node.span),
        Value::Map(entries) => {
            let group = entries.into_iter().map(|(key, node)| (key, tree(file, node, diagnostics)));
            Words::Group(group.collect(), node.span)
        }
        Value::Broken => Words::Broken,
        Value::Empty | Value::List(_) => {
            let message = format!("here should be a word or a group of words, but this is {}", node.shape());
            diagnostics.push(check::WRONG_SHAPE.at(file.place(node.span), message).help("write `name: words`"));
            Words::Broken
        }
    }
}

/// `words` with what only `base` has. What is a word in one and a group in the other is taken from `base`.
fn over(base: &Json, words: Json) -> Json {
    match (base, words) {
        (Json::Object(base), Json::Object(mut words)) => {
            for (name, fallback) in base {
                let merged = match words.remove(name) {
                    Some(own) => over(fallback, own),
                    None => fallback.clone(),
                };
                words.insert(name.clone(), merged);
            }
            Json::Object(words)
        }
        (Json::Object(_), _) | (_, Json::Object(_) | Json::Null) => base.clone(),
        (_, words) => words,
    }
}
