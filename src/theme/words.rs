//! What is wrong with a file of words of one's own: words that nothing uses, gaps that nobody fills, forms that are
//! missing.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json};

use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::formats::{Formats, Plural};
use crate::source::SourceFile;
use crate::spelling::nearest;
use crate::yaml::Located;

/// A word, or a group of words, and where it stands.
#[derive(Debug, Clone)]
pub(super) enum Words {
    Word(String, Span),
    Group(Vec<(Located<String>, Words)>, Span),
    /// Something that could not be read, which has been reported.
    Broken,
}

impl Words {
    /// The same without places, and without what could not be read.
    pub(super) fn into_words(self) -> Json {
        match self {
            Words::Word(text, _) => Json::String(text),
            Words::Group(entries, _) => {
                let entries = entries.into_iter().map(|(key, words)| (key.value, words.into_words()));
                Json::Object(entries.filter(|(_, words)| !words.is_null()).collect())
            }
            Words::Broken => Json::Null,
        }
    }
}

/// The names of the forms that words have for numbers.
const FORMS: [Plural; 6] = [Plural::Zero, Plural::One, Plural::Two, Plural::Few, Plural::Many, Plural::Other];

/// A file of words of one's own.
pub(super) struct Own<'o> {
    pub(super) file: &'o SourceFile,
    /// Such as `nl`.
    pub(super) language: &'o str,
    /// The templates and scripts of one's own: what these name is used, whoever else does not know it.
    pub(super) sources: &'o str,
}

impl Own<'_> {
    /// Compares the file with the words that there are to be.
    pub(super) fn compare(&self, words: &Words, known: &Json, diagnostics: &mut Diagnostics) {
        match (words, known) {
            (Words::Broken, _) => {}
            (Words::Group(entries, span), Json::Object(known)) if has_forms(known) => {
                self.forms(entries, *span, known, diagnostics);
            }
            (Words::Group(entries, _), Json::Object(known)) => {
                for (key, words) in entries {
                    match known.get(&key.value) {
                        Some(known) => self.compare(words, known, diagnostics),
                        None => self.unknown(key, known, diagnostics),
                    }
                }
            }
            (Words::Group(_, span), _) => {
                let place = self.file.place(*span);
                let message = "here should be a word, but this is a group of words";
                diagnostics.push(check::WRONG_SHAPE.at(place, message).help("write the words behind the colon"));
            }
            (Words::Word(_, span), Json::Object(known)) => {
                let first = known.keys().next().map(String::as_str).unwrap_or_default();
                let message = "here should be a group of words, but this is a text";
                let help = format!("write the words of the group below it, each with its name: `{first}: …`");
                diagnostics.push(check::WRONG_SHAPE.at(self.file.place(*span), message).help(help));
            }
            (Words::Word(text, span), known) => self.gaps(text, *span, &gaps_of(known), diagnostics),
        }
    }

    fn unknown(&self, key: &Located<String>, known: &Map<String, Json>, diagnostics: &mut Diagnostics) {
        if self.sources.contains(&key.value) {
            return;
        }
        let help = match nearest(&key.value, known.keys().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "leave it out, or use it in a template of your own".to_owned(),
        };
        let message = format!("no page has a word called `{}` here", key.value);
        diagnostics.push(check::UNKNOWN_WORD.at(self.file.place(key.span), message).help(help));
    }

    /// Looks at words that change with a number.
    fn forms(
        &self,
        entries: &[(Located<String>, Words)],
        span: Span,
        known: &Map<String, Json>,
        diagnostics: &mut Diagnostics,
    ) {
        let gaps: BTreeSet<&str> = known.values().flat_map(gaps_of).collect();
        for (key, words) in entries {
            if let Words::Word(text, span) = words {
                self.gaps(text, *span, &gaps, diagnostics);
            } else {
                self.compare(words, &Json::String(String::new()), diagnostics);
            }
            if !FORMS.iter().any(|form| form.word() == key.value) {
                let near = nearest(&key.value, FORMS.iter().map(|form| form.word()));
                let help = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("write {}", in_backticks(&used_forms(self.language))),
                };
                let message = format!("there is no form `{}` for numbers", key.value);
                diagnostics.push(check::UNKNOWN_WORD.at(self.file.place(key.span), message).help(help));
            }
        }
        let there: Vec<&str> = entries.iter().map(|(key, _)| key.value.as_str()).collect();
        let missing: Vec<&str> = used_forms(self.language).into_iter().filter(|form| !there.contains(form)).collect();
        if !missing.is_empty() {
            let message = format!("this language has other words for some numbers: {} missing", {
                let is = if missing.len() == 1 { "is" } else { "are" };
                format!("{} {is}", in_backticks(&missing))
            });
            let help = format!("write one for each: {}", in_backticks(&used_forms(self.language)));
            diagnostics.push(check::MISSING_PLURAL.at(self.file.place(span), message).help(help));
        }
    }

    /// Looks for gaps in a text that nothing is put into.
    fn gaps(&self, text: &str, span: Span, known: &BTreeSet<&str>, diagnostics: &mut Diagnostics) {
        for gap in gaps(text).filter(|gap| !known.contains(gap)) {
            let help = match nearest(gap, known.iter().copied()) {
                Some(near) => format!("did you mean `{{{near}}}`?"),
                None if known.is_empty() => "leave it out: nothing is filled in here".to_owned(),
                None => format!(
                    "filled in here: {}",
                    known.iter().map(|gap| format!("`{{{gap}}}`")).collect::<Vec<_>>().join(", ")
                ),
            };
            let message = format!("nothing is put in the place of `{{{gap}}}` here");
            diagnostics.push(check::UNKNOWN_WORD.at(self.file.place(span), message).help(help));
        }
    }
}

/// Whether a group is one word in its forms for different numbers.
fn has_forms(group: &Map<String, Json>) -> bool {
    group.contains_key(Plural::Other.word())
        && group.len() > 1
        && group.keys().all(|key| FORMS.iter().any(|form| form.word() == key))
}

/// The forms that whole numbers take in a language, in the order of the numbers' size.
fn used_forms(language: &str) -> Vec<&'static str> {
    let formats = Formats::new(language);
    let used: BTreeSet<&str> = (0..=120).map(|number| formats.plural(number).word()).collect();
    FORMS.iter().map(|form| form.word()).filter(|form| used.contains(form) || *form == Plural::Other.word()).collect()
}

fn gaps_of(known: &Json) -> BTreeSet<&str> {
    known.as_str().map(|text| gaps(text).collect()).unwrap_or_default()
}

/// The names in curly brackets.
fn gaps(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

fn in_backticks(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
