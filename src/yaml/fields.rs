//! Taking typed fields out of a map, collecting every mistake.

use super::forms::{form, no_fields, no_text};
use super::refused::Refused;
use super::values::{is_glued_dash, list_in_text};
use super::{Located, Node, Value};
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::source::SourceFile;
use crate::spelling::nearest;

/// The fields of one map. Ask for each by name, then [`Fields::finish`]: what nobody asked for is unknown.
pub struct Fields<'a> {
    file: &'a SourceFile,
    entries: Vec<(Located<String>, Node)>,
    asked: Vec<&'static str>,
    /// Fields that stand there without a value.
    empty: Vec<Located<String>>,
    /// Fields whose value was refused, which has been said.
    refused: Vec<&'static str>,
    cut: Cut,
    span: Span,
    diagnostics: &'a mut Diagnostics,
}

/// What is known of the fields that could not be read.
#[derive(Default)]
struct Cut {
    names: Vec<String>,
    /// There are some of which not even the name is known.
    others: bool,
    /// Where the fields stand that were taken since one of them was asked for; `None` where none was.
    taken_since: Option<Vec<Span>>,
}

/// An entry of a list that may be written in a short and in a long form.
pub enum Entry<'e, 'f> {
    /// A text.
    Text(Located<String>),
    /// Fields; what is left of them is reported as unknown.
    Group(&'e mut Fields<'f>),
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
        Fields::within(None, file, node, diagnostics)
    }

    /// The same for the value of the field `is_in`, or for an entry of the list that it is.
    fn within(
        is_in: Option<(&str, bool)>,
        file: &'a SourceFile,
        node: Node,
        diagnostics: &'a mut Diagnostics,
    ) -> Option<Self> {
        let span = node.span;
        let entries = match node.value {
            Value::Map(entries) => entries,
            Value::Empty => Vec::new(),
            _ if !node.is_whole() => return None,
            _ => {
                let form = is_in.and_then(|(name, is_entry)| form(name, &node, is_entry));
                diagnostics.extend(no_fields(file, &node, form));
                return None;
            }
        };
        let mut cut = Cut::default();
        let mut whole = Vec::with_capacity(entries.len());
        for (name, node) in entries {
            match node.value {
                Value::Broken if name.span == node.span => cut.others = true,
                Value::Broken => cut.names.push(name.value),
                _ => whole.push((name, node)),
            }
        }
        Some(Fields {
            file,
            entries: whole,
            asked: Vec::new(),
            empty: Vec::new(),
            refused: Vec::new(),
            cut,
            span,
            diagnostics,
        })
    }

    /// Whether a field may be there and could not be read. That is reported already: what is said about a field that is
    /// missing, or about what it might have held, would be wrong.
    pub fn is_cut(&self, name: &str) -> bool {
        self.cut.others || self.cut.names.iter().any(|cut| cut == name)
    }

    /// Whether something is there that was meant for this field and gave no value: it could not be read, was refused, or
    /// its name has a slip. To say that it is missing would be the same mistake told twice. Ask after it was taken.
    pub fn is_lost(&self, name: &'static str) -> bool {
        self.is_cut(name) || self.refused.contains(&name) || self.is_misspelt(name)
    }

    /// Whether a field that nobody knows is called nearly like this one; that is said at the end.
    fn is_misspelt(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, _)| key.value != name && nearest(&key.value, [name]).is_some())
    }

    /// Whether the value of this field was refused.
    pub fn is_refused(&self, name: &'static str) -> bool {
        self.is_cut(name) || self.refused.contains(&name)
    }

    /// Where the map stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The value of a field as it was written; `None` where it is missing or empty.
    pub fn node(&mut self, name: &'static str) -> Option<Node> {
        self.asked.push(name);
        let Some(at) = self.entries.iter().position(|(key, _)| key.value == name) else {
            if self.is_cut(name) {
                self.cut.taken_since = Some(Vec::new());
            }
            return None;
        };
        let (key, node) = self.entries.remove(at);
        if let Some(taken) = &mut self.cut.taken_since {
            taken.push(node.span);
        }
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
                self.diagnostics.push(refused.at(self.file.place(text.span)));
                self.refused.push(name);
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
        self.switch(name).unwrap_or(false)
    }

    /// `true` or `false`; `None` where it is missing. A field without a value is neither.
    pub fn switch(&mut self, name: &'static str) -> Option<bool> {
        if let Some(at) = self.name(name)
            && self.entries.iter().any(|(key, node)| key.value == name && node.value == Value::Empty)
        {
            let help = format!("write `{name}: true` or `{name}: false`, or leave the line out");
            self.refuse(at, Refused::new(&check::WRONG_VALUE, format!("`{name}` has no value"), help));
        }
        let read = |text: &str| match text {
            "true" => Ok(true),
            "false" => Ok(false),
            other => Err(Refused::new(
                &check::WRONG_VALUE,
                format!("`{name}` is `true` or `false`, not `{other}`"),
                format!("write `{name}: true` or `{name}: false`, or leave the line out"),
            )),
        };
        self.parsed(name, read).map(|switch| switch.value)
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
            Value::List(items) => items.into_iter().filter_map(|item| self.as_word(name, item)).collect(),
            Value::Scalar { ref text, plain: true } if is_glued_dash(text) => {
                let problem = check::LIST_WITHOUT_BRACKETS
                    .at(self.file.place(node.span), format!("`{name}` is a list, but there is no space after its `-`"))
                    .help("write `- ` in front of every entry, each on a line of its own");
                self.diagnostics.push(problem);
                self.refused.push(name);
                Vec::new()
            }
            Value::Scalar { ref text, plain: true } => match list_in_text(text) {
                Some(parts) => self.without_brackets(name, &parts, node.span),
                None => self.as_word(name, node).into_iter().collect(),
            },
            _ => self.as_word(name, node).into_iter().collect(),
        }
    }

    /// Reports a list that lacks its brackets, and reads it all the same.
    fn without_brackets(&mut self, name: &str, parts: &[&str], span: Span) -> Vec<Located<String>> {
        let list = parts.join(", ");
        let problem = check::LIST_WITHOUT_BRACKETS
            .at(self.file.place(span), format!("`{name}` is a list, but this is one text with commas in it"))
            .help(format!("write `{name}: [{list}]`, or put it in quotes if it is one text"));
        self.diagnostics.push(problem);
        parts.iter().map(|part| Located { value: (*part).to_owned(), span }).collect()
    }

    /// The fields of a nested map, handed to `read`.
    pub fn group<T>(&mut self, name: &'static str, read: impl FnOnce(&mut Fields<'_>) -> T) -> Option<T> {
        let node = self.node(name)?;
        let Some(mut fields) = Fields::within(Some((name, false)), self.file, node, self.diagnostics) else {
            self.refused.push(name);
            return None;
        };
        let value = read(&mut fields);
        fields.finish(Unknown::Error);
        Some(value)
    }

    /// The groups of fields of a list, each handed to `read`. One group alone stands for a list of one. A list of which
    /// one gives nothing counts as refused.
    pub fn groups<T>(&mut self, name: &'static str, mut read: impl FnMut(&mut Fields<'_>) -> Option<T>) -> Vec<T> {
        let Some(node) = self.node(name) else { return Vec::new() };
        let (nodes, is_entry) = match node.value {
            Value::List(items) => (items, true),
            _ => (vec![node], false),
        };
        let mut found = Vec::with_capacity(nodes.len());
        for node in nodes {
            let value = match Fields::within(Some((name, is_entry)), self.file, node, self.diagnostics) {
                Some(mut fields) => {
                    let value = read(&mut fields);
                    fields.finish(Unknown::Error);
                    value
                }
                None => None,
            };
            match value {
                Some(value) => found.push(value),
                None => self.refused.push(name),
            }
        }
        found
    }

    /// The entries of a list, each a text or a group of fields. One alone stands for a list of one.
    pub fn entries<T>(&mut self, name: &'static str, mut read: impl FnMut(Entry<'_, '_>) -> Option<T>) -> Vec<T> {
        let Some(node) = self.node(name) else { return Vec::new() };
        let (nodes, is_entry) = match node.value {
            Value::List(items) => (items, true),
            _ => (vec![node], false),
        };
        let mut found = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node.value {
                Value::Scalar { text, .. } => {
                    found.extend(read(Entry::Text(Located { value: text, span: node.span })));
                }
                _ => {
                    let Some(mut fields) = Fields::within(Some((name, is_entry)), self.file, node, self.diagnostics)
                    else {
                        continue;
                    };
                    found.extend(read(Entry::Group(&mut fields)));
                    fields.finish(Unknown::Error);
                }
            }
        }
        found
    }

    /// Reports a field that is missing or has no value. `example` is a value that would do. Ask before the field is taken.
    pub fn required(&mut self, name: &'static str, example: &str) {
        let found = self.entries.iter().find(|(key, _)| key.value == name);
        match found {
            Some((_, node)) if !is_blank(node) => {}
            Some((key, _)) => {
                self.empty.push(key.clone());
                self.missing(name, example);
            }
            None => self.missing(name, example),
        }
    }

    /// The file that the fields stand in.
    pub fn file(&self) -> &'a SourceFile {
        self.file
    }

    /// Where to report what is found while a value is read.
    pub fn diagnostics(&mut self) -> &mut Diagnostics {
        self.diagnostics
    }

    /// Reports a value that has the right shape and is wrong. Nothing is said about a value that was taken before a field
    /// that could not be read: together with that it might have been right.
    pub fn refuse(&mut self, span: Span, refused: Refused) {
        let covers = |taken: &Span| taken.start <= span.start && span.end <= taken.end;
        if self.cut.taken_since.as_ref().is_some_and(|taken| !taken.iter().any(covers)) {
            return;
        }
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

    fn missing(&mut self, name: &'static str, example: &str) {
        if self.is_cut(name) || self.is_misspelt(name) {
            return;
        }
        let line = format!("{name}: {example}");
        let before = self.file.bytes().get(..self.span.start).unwrap_or_default();
        let nothing_before = matches!(before.trim_ascii(), b"" | b"---" | b"\xef\xbb\xbf" | b"\xef\xbb\xbf---");
        let nothing_there = self.entries.is_empty() && self.span.start == self.span.end && nothing_before;
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

    /// A text in a list: space around it says nothing.
    fn as_word(&mut self, name: &'static str, node: Node) -> Option<Located<String>> {
        self.as_text(name, node).map(|text| Located { value: text.value.trim().to_owned(), span: text.span })
    }

    fn as_text(&mut self, name: &'static str, node: Node) -> Option<Located<String>> {
        let shape = node.shape();
        let is_whole = node.is_whole();
        match node.value {
            Value::Scalar { text, .. } => Some(Located { value: text, span: node.span }),
            _ if !is_whole => {
                self.refused.push(name);
                None
            }
            _ => {
                self.refused.push(name);
                let help = no_text(name, &node);
                let place = self.file.place(node.span);
                self.diagnostics
                    .push(check::WRONG_SHAPE.at(place, format!("`{name}` is a text, but this is {shape}")).help(help));
                None
            }
        }
    }
}

/// Whether a value says nothing.
fn is_blank(node: &Node) -> bool {
    match &node.value {
        Value::Empty => true,
        Value::Scalar { text, .. } => text.trim().is_empty(),
        _ => false,
    }
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
