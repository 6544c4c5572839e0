//! Taking typed fields out of a map, collecting every mistake.

use super::{Located, Node, Value};
use crate::check::{self, Check};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::source::SourceFile;
use crate::spelling::nearest;

/// The fields of one map. Ask for each by name, then [`Fields::finish`]: what nobody asked for is unknown.
pub struct Fields<'a> {
    file: &'a SourceFile,
    entries: Vec<(Located<String>, Node)>,
    asked: Vec<&'static str>,
    /// Fields that stand there without a value.
    empty: Vec<Located<String>>,
    span: Span,
    diagnostics: &'a mut Diagnostics,
}

/// What an unknown field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// In our own files: a mistake, most likely a misspelt field.
    Error,
    /// In Markdown front matter, which other tools also write: worth a word.
    Warning,
}

impl<'a> Fields<'a> {
    /// The fields of `node`, a value in `file`. Nothing at all counts as no fields; a text or a list is reported.
    pub fn of(file: &'a SourceFile, node: Node, diagnostics: &'a mut Diagnostics) -> Option<Self> {
        let span = node.span;
        let entries = match node.value {
            Value::Map(entries) => entries,
            Value::Empty => Vec::new(),
            _ => {
                let found = node.shape();
                diagnostics.push(
                    check::WRONG_SHAPE
                        .at(file.place(span), format!("here should be fields (`name: value`), but this is {found}"))
                        .help("write one field per line, such as `name: Acme`"),
                );
                return None;
            }
        };
        Some(Fields { file, entries, asked: Vec::new(), empty: Vec::new(), span, diagnostics })
    }

    /// Where the map stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The value of a field as it was written; `None` where it is missing or empty.
    pub fn node(&mut self, name: &'static str) -> Option<Node> {
        self.asked.push(name);
        let at = self.entries.iter().position(|(key, _)| key.value == name)?;
        let (key, node) = self.entries.remove(at);
        if node.value == Value::Empty {
            self.empty.push(key);
            return None;
        }
        Some(node)
    }

    /// A text.
    pub fn text(&mut self, name: &'static str) -> Option<Located<String>> {
        let node = self.node(name)?;
        self.as_text(name, node)
    }

    /// A text without which the file makes no sense. `example` is a value that would do.
    pub fn required_text(&mut self, name: &'static str, example: &str) -> Option<Located<String>> {
        let written = self.name(name);
        let node = match self.node(name) {
            Some(node) => self.as_text(name, node)?,
            None => {
                self.missing(name, example);
                return None;
            }
        };
        if !node.value.trim().is_empty() {
            return Some(node);
        }
        self.empty.extend(written.map(|span| Located { value: name.to_owned(), span }));
        self.missing(name, example);
        None
    }

    /// A text that `read` turns into a value. What `read` refuses is reported with its check, message and help.
    pub fn parsed<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&str) -> Result<T, Refused>,
    ) -> Option<Located<T>> {
        let text = self.text(name)?;
        match read(&text.value) {
            Ok(value) => Some(Located { value, span: text.span }),
            Err(refused) => {
                self.refuse(text.span, refused);
                None
            }
        }
    }

    /// Where the name of a field stands, if the field has not been taken yet; with or without a value.
    pub fn name(&self, name: &str) -> Option<Span> {
        self.entries.iter().find(|(key, _)| key.value == name).map(|(key, _)| key.span)
    }

    /// `true` or `false`; missing is `false`. A field without a value is neither.
    pub fn flag(&mut self, name: &'static str) -> bool {
        if let Some(at) = self.name(name)
            && self.entries.iter().any(|(key, node)| key.value == name && node.value == Value::Empty)
        {
            let help = format!("write `{name}: true`, or leave the line out");
            self.refuse(at, Refused::new(&check::WRONG_VALUE, format!("`{name}` has no value"), help));
        }
        self.parsed(name, |text| match text {
            "true" => Ok(true),
            "false" => Ok(false),
            other => Err(Refused::new(
                &check::WRONG_VALUE,
                format!("`{name}` is `true` or `false`, not `{other}`"),
                format!("write `{name}: true`, or leave the line out"),
            )),
        })
        .is_some_and(|flag| flag.value)
    }

    /// A whole number.
    pub fn number(&mut self, name: &'static str) -> Option<Located<i64>> {
        self.parsed(name, |text| {
            text.parse().map_err(|_| {
                Refused::new(
                    &check::WRONG_VALUE,
                    format!("`{name}` is a whole number, not `{text}`"),
                    format!("write digits only, such as `{name}: 3`"),
                )
            })
        })
    }

    /// A list of texts. One text alone stands for a list of one.
    pub fn texts(&mut self, name: &'static str) -> Vec<Located<String>> {
        let Some(node) = self.node(name) else { return Vec::new() };
        match node.value {
            Value::List(items) => items.into_iter().filter_map(|item| self.as_text(name, item)).collect(),
            _ => self.as_text(name, node).into_iter().collect(),
        }
    }

    /// The fields of a nested map, handed to `read`.
    pub fn group<T>(&mut self, name: &'static str, read: impl FnOnce(&mut Fields<'_>) -> T) -> Option<T> {
        let node = self.node(name)?;
        let mut fields = Fields::of(self.file, node, self.diagnostics)?;
        let value = read(&mut fields);
        fields.finish(Unknown::Error);
        Some(value)
    }

    /// Reports a value that has the right shape and is wrong.
    pub fn refuse(&mut self, span: Span, refused: Refused) {
        let place = self.file.place(span);
        self.diagnostics.push(refused.at(place));
    }

    /// All that nobody asked for is unknown.
    pub fn finish(self, unknown: Unknown) {
        for (key, _) in &self.entries {
            let near = nearest(&key.value, self.asked.iter().copied());
            let check = match unknown {
                Unknown::Error => check::UNKNOWN_FIELD,
                // A slip in these would publish what was meant for few, or not yet.
                Unknown::Warning if matches!(near, Some("audience" | "draft")) => check::UNKNOWN_FIELD,
                Unknown::Warning => check::UNKNOWN_FRONT_MATTER,
            };
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the fields known here are {}", list(&self.asked)),
            };
            self.diagnostics.push(
                check.at(self.file.place(key.span), format!("there is no field `{}` here", key.value)).help(help),
            );
        }
    }

    fn missing(&mut self, name: &str, example: &str) {
        let line = format!("{name}: {example}");
        let nothing_there = self.entries.is_empty() && self.span.start == self.span.end;
        let problem = match self.empty.iter().find(|key| key.value == name) {
            Some(key) => check::MISSING_FIELD
                .at(self.file.place(key.span), format!("`{name}` has no value"))
                .help(format!("write it behind the colon, such as `{line}`")),
            None if nothing_there => check::MISSING_FIELD
                .at(self.file.whole(), format!("`{name}` is missing"))
                .help(format!("add a line such as `{line}`")),
            None => check::MISSING_FIELD
                .at(self.file.place(Span::new(self.span.start..self.span.start)), format!("`{name}` is missing"))
                .help(format!("add a line such as `{line}`")),
        };
        self.diagnostics.push(problem);
    }

    fn as_text(&mut self, name: &str, node: Node) -> Option<Located<String>> {
        let shape = node.shape();
        match node.value {
            Value::Scalar { text, .. } => Some(Located { value: text, span: node.span }),
            _ => {
                let help = match node.value {
                    Value::Map(_) => "if the text itself has a `: `, put it in quotes",
                    _ => "write it on the same line, without `-` or brackets",
                };
                let place = self.file.place(node.span);
                self.diagnostics
                    .push(check::WRONG_SHAPE.at(place, format!("`{name}` is a text, but this is {shape}")).help(help));
                None
            }
        }
    }
}

/// Why a value is not accepted.
#[derive(Debug)]
pub struct Refused {
    check: &'static Check,
    message: String,
    help: String,
}

impl Refused {
    /// Which check refuses it, what is wrong, what to do.
    pub fn new(check: &'static Check, message: impl Into<String>, help: impl Into<String>) -> Self {
        Refused { check, message: message.into(), help: help.into() }
    }

    /// The diagnostic at a place.
    pub fn at(self, place: crate::diagnostic::Place) -> Diagnostic {
        self.check.at(place, self.message).help(self.help)
    }
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
