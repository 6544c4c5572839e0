//! Which fields of a file are structure, and which are one client's own.

use std::collections::BTreeSet;

use super::names::Names;
use crate::cli::new::yaml_text;
use crate::content::slug::slug;
use crate::diagnostic::Span;
use crate::yaml::{Located, Node, Value};

/// The files that are a list or a map, besides `client.yml`.
pub(super) const LISTS: [(&str, Kept); 5] = [
    ("glossary.yml", Kept::Glossary),
    ("milestones.yml", Kept::Milestones),
    ("people.yml", Kept::People),
    ("roadmap.yml", Kept::Phases),
    ("tasks.yml", Kept::Tasks),
];

/// The fields of a document that mean the same elsewhere. Whether it is a draft there is another matter.
pub(super) const PAGE: [&str; 5] = ["title", "kind", "order", "id", "audience"];

/// What is kept of which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    Client,
    Glossary,
    Milestones,
    People,
    Phases,
    Tasks,
}

impl Kept {
    fn fields(self) -> &'static [&'static str] {
        match self {
            Kept::Client => &["language", "timezone", "audiences", "focus", "currency", "comms"],
            Kept::Glossary => &["short", "aka", "means", "id", "audience", "draft"],
            Kept::Milestones => &["title", "id", "phase", "kind", "buffer_days", "needs", "steps", "audience", "draft"],
            Kept::People => &[
                "name",
                "side",
                "role",
                "email",
                "phone",
                "photo",
                "primary",
                "backup",
                "responsible_for",
                "bio",
                "public",
                "id",
                "audience",
                "draft",
            ],
            Kept::Phases => &["title", "id", "audience", "draft"],
            Kept::Tasks => &["title", "id", "needs", "audience", "draft"],
        }
    }

    /// The fields without which an entry is none.
    fn is_needed(self, name: &str) -> bool {
        // Where who may see something cannot be said, nobody may.
        ["title", "name", "short", "id", "audience", "side"].contains(&name)
            || self == Kept::Client && name == "audiences"
    }
}

/// A part of a new file.
pub(super) struct Entry {
    /// What it is called.
    pub(super) name: String,
    /// Its lines.
    pub(super) text: String,
    /// A picture that it shows, by its path in the client's folder.
    pub(super) picture: Option<String>,
}

/// Takes what is kept out of a file, and says what was left out because it names the client. `items` are the ids and titles
/// of all that is taken over.
pub(super) fn take(kept: Kept, node: Node, names: &Names, items: &BTreeSet<String>) -> (Vec<Entry>, Vec<String>) {
    let taker = Taker { kept, names, items };
    let (mut entries, mut left_out) = (Vec::new(), Vec::new());
    let parts: Vec<(Option<Located<String>>, Node)> = match node.value {
        Value::Map(fields) => fields.into_iter().map(|(key, node)| (Some(key), node)).collect(),
        Value::List(items) => items.into_iter().map(|node| (None, node)).collect(),
        _ => Vec::new(),
    };
    for (key, node) in parts {
        match key {
            Some(key) if kept == Kept::Client => entries.extend(taker.setting(&key.value, node, &mut left_out)),
            Some(key) => entries.extend(taker.term(&key.value, node, &mut left_out)),
            None => entries.extend(taker.item(node, &mut left_out)),
        }
    }
    (entries, left_out)
}

struct Taker<'t> {
    kept: Kept,
    names: &'t Names,
    items: &'t BTreeSet<String>,
}

impl Taker<'_> {
    fn setting(&self, name: &str, node: Node, left_out: &mut Vec<String>) -> Option<Entry> {
        if !self.kept.fields().contains(&name) {
            return None;
        }
        let node = match (name, node.value) {
            ("comms", Value::Map(fields)) => {
                let known = ["updates", "channel", "answer_within", "escalation"];
                let fields = fields.into_iter().filter(|(key, _)| known.contains(&key.value.as_str()));
                let (named, fields): (Vec<_>, Vec<_>) = fields.partition(|(_, value)| self.is_named(value));
                left_out.extend(named.into_iter().map(|(key, _)| key.value));
                Node { span: node.span, value: Value::Map(fields) }
            }
            (_, value) => Node { span: node.span, value },
        };
        if is_empty(&node) {
            return None;
        }
        if self.is_named(&node) {
            left_out.push(name.to_owned());
            return None;
        }
        Some(Entry { name: name.to_owned(), text: yaml_text::field(name, &node, 0), picture: None })
    }

    fn term(&self, word: &str, node: Node, left_out: &mut Vec<String>) -> Option<Entry> {
        let explained = match node.value {
            Value::Map(fields) => Some(Node { span: node.span, value: Value::Map(self.fields(fields)?) }),
            value => Some(Node { span: node.span, value }),
        };
        let node = explained.filter(|node| !self.is_named(node) && !self.names.are_in(word));
        let Some(node) = node else {
            left_out.push(word.to_owned());
            return None;
        };
        let node = if self.names.may_be_in(word) || self.may_be_named(&node) { as_draft(node) } else { node };
        Some(Entry { name: word.to_owned(), text: yaml_text::field(word, &node, 0), picture: None })
    }

    fn item(&self, node: Node, left_out: &mut Vec<String>) -> Option<Entry> {
        let Value::Map(fields) = node.value else { return None };
        let text = |name: &str| {
            let value = fields.iter().find(|(key, _)| key.value == name).map(|(_, node)| &node.value);
            value.and_then(|value| if let Value::Scalar { text, .. } = value { Some(text.clone()) } else { None })
        };
        let name = text("title").or_else(|| text("name"))?;
        let is_over = |name: &str| fields.iter().any(|(key, node)| key.value == name && node.value != Value::Empty);
        // People are looked up by the id that their name gives them: those of the client are not among the items.
        let is_ours = self.kept != Kept::People || self.knows(&text("id").unwrap_or_else(|| name.clone()));
        if is_over("dropped") || !is_ours {
            return None;
        }
        let picture = text("photo").filter(|_| self.kept == Kept::People);
        let Some(fields) = self.fields(fields) else {
            left_out.push(name);
            return None;
        };
        let node = Node { span: node.span, value: Value::Map(fields) };
        Some(Entry { name, text: yaml_text::entry(&node, 0), picture })
    }

    /// The fields that are kept; `None` where one that is needed names the client.
    fn fields(&self, fields: Vec<(Located<String>, Node)>) -> Option<Vec<(Located<String>, Node)>> {
        let mut out = Vec::new();
        for (key, node) in fields {
            let name = key.value.as_str();
            if !self.kept.fields().contains(&name) || is_empty(&node) {
                continue;
            }
            if self.is_named(&node) {
                if self.kept.is_needed(name) {
                    return None;
                }
                continue;
            }
            let node = match name {
                "needs" | "phase" => self.known(node),
                "steps" => steps(node),
                // What lies in the folder of files is the client's own.
                "photo" if matches!(&node.value, Value::Scalar { text, .. } if text.starts_with("files/")) => continue,
                _ => node,
            };
            if !is_empty(&node) {
                out.push((key, node));
            }
        }
        Some(out)
    }

    /// Those references that lead to something that is taken over.
    fn known(&self, node: Node) -> Node {
        let value = match node.value {
            Value::Scalar { text, plain } if self.knows(&text) => Value::Scalar { text, plain },
            Value::List(items) => {
                let is_known = |item: &Node| matches!(&item.value, Value::Scalar { text, .. } if self.knows(text));
                Value::List(items.into_iter().filter(is_known).collect())
            }
            _ => Value::Empty,
        };
        Node { span: node.span, value }
    }

    fn knows(&self, text: &str) -> bool {
        self.items.contains(text.trim()) || self.items.contains(&slug(text))
    }

    fn is_named(&self, node: &Node) -> bool {
        stands_in(node, &|text| self.names.are_in(text))
    }

    fn may_be_named(&self, node: &Node) -> bool {
        stands_in(node, &|text| self.names.may_be_in(text))
    }
}

/// Whether one of the texts in a value, names of fields and all, is such a text.
fn stands_in(node: &Node, is: &dyn Fn(&str) -> bool) -> bool {
    match &node.value {
        Value::Empty | Value::Broken => false,
        Value::Scalar { text, .. } => is(text),
        Value::List(items) => items.iter().any(|item| stands_in(item, is)),
        Value::Map(fields) => fields.iter().any(|(key, node)| is(&key.value) || stands_in(node, is)),
    }
}

/// An explanation that nobody but the writer sees until they have read it.
fn as_draft(node: Node) -> Node {
    let span = node.span;
    let field = |name: &str, node: Node| (Located { value: name.to_owned(), span }, node);
    let mut fields = match node.value {
        Value::Map(fields) => fields,
        value => vec![field("short", Node { span, value })],
    };
    fields.retain(|(key, _)| key.value != "draft");
    fields.push(field("draft", Node { span, value: Value::Scalar { text: "true".to_owned(), plain: true } }));
    Node { span, value: Value::Map(fields) }
}

/// The titles of steps, without whether and when they were done.
fn steps(node: Node) -> Node {
    let items = match node.value {
        Value::List(items) => items,
        value => vec![Node { span: node.span, value }],
    };
    let titles = items.into_iter().filter_map(|item| match item.value {
        Value::Map(fields) => fields.into_iter().find(|(key, _)| key.value == "title").map(|(_, title)| title),
        Value::Scalar { .. } => Some(item),
        _ => None,
    });
    Node { span: Span::new(0..0), value: Value::List(titles.collect()) }
}

fn is_empty(node: &Node) -> bool {
    match &node.value {
        Value::Empty | Value::Broken => true,
        Value::Scalar { text, .. } => text.trim().is_empty(),
        Value::List(items) => items.is_empty(),
        Value::Map(fields) => fields.is_empty(),
    }
}
