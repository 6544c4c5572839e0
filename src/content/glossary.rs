//! `glossary.yml`: the words a client may not know.
//!
//! A map of `Term: text` or `Term: {short, aka[], means}` and what every item has; both texts are Markdown.

use super::item::{Declared, Item};
use super::markdown::{self, Document, Origin};
use super::slug::slug;
use crate::check;
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::yaml::{self, Fields, Located, Node, Unknown, Value};

/// One word explained.
#[derive(Debug, Clone)]
pub struct Term {
    /// Id, the word as the title, audience, draft.
    pub item: Item,
    /// Other forms of it.
    pub aka: Vec<String>,
    /// What it means, in a sentence.
    pub short: Document,
    /// More, where a sentence is not enough.
    pub means: Option<Document>,
    /// Whether it stands in `shared/glossary.yml`: then it is part of a portal only where a text uses it.
    pub shared: bool,
}

impl Term {
    /// The word itself.
    pub fn word(&self) -> &str {
        &self.item.title.value
    }

    /// Its texts.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.item.texts().chain([&self.short]).chain(&self.means)
    }
}

/// Reads `glossary.yml`.
pub fn parse_glossary(file: &SourceFile, declared: Declared<'_>, diagnostics: &mut Diagnostics) -> Vec<Term> {
    let Some(node) = yaml::read(file, diagnostics) else { return Vec::new() };
    let entries = match node.value {
        Value::Map(entries) => entries,
        Value::Empty => return Vec::new(),
        _ => {
            diagnostics.push(
                check::WRONG_SHAPE
                    .at(file.place(node.span), "a glossary is one term per line, but this is something else")
                    .help("write `Term: what it means`"),
            );
            return Vec::new();
        }
    };
    entries.into_iter().filter_map(|(term, value)| read_term(file, term, value, declared, diagnostics)).collect()
}

fn read_term(
    file: &SourceFile,
    term: Located<String>,
    value: Node,
    declared: Declared<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Term> {
    if slug(&term.value).is_empty() {
        diagnostics.push(
            check::WRONG_VALUE
                .at(file.place(term.span), format!("`{}` cannot be a term: it has no letter and no digit", term.value))
                .help(
                    "write the word as it stands in your texts, and an explanation behind it: `Go-live: what it means`",
                ),
        );
        return None;
    }
    let (short, value) = match value.value {
        Value::Scalar { text, .. } => {
            let empty = Node { span: term.span, value: Value::Empty };
            (Some(Located { value: text, span: value.span }), empty)
        }
        _ => (None, value),
    };
    let mut fields = Fields::of(file, value, diagnostics)?;
    let short = match short {
        Some(short) => Some(short),
        None => fields.required_text("short", "what it means, in a sentence"),
    };
    let aka = fields.texts("aka").into_iter().map(|form| form.value).collect();
    let means = fields.text("means");
    let item = Item::read(&mut fields, Some(&term), declared);
    fields.finish(Unknown::Error);
    let mut explain = |text: Located<String>| markdown::parse(&text.value, Origin::value(file, text.span), diagnostics);
    Some(Term { item, short: explain(short?), means: means.map(&mut explain), aka, shared: false })
}
