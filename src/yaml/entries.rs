//! The fields of one map, each name once.

use std::collections::HashMap;

use super::{Located, Node, Value};
use crate::check;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// The fields of a map while it is read: each name once.
#[derive(Default)]
pub(super) struct Entries(pub(super) Vec<(Located<String>, Node)>, HashMap<String, Span>);

impl Entries {
    /// Adds a field, or says that it is there already.
    pub(super) fn push(&mut self, file: &SourceFile, name: Located<String>, value: Node) -> Option<Diagnostic> {
        if let Some(first) = self.1.get(&name.value) {
            if value.value == Value::Broken {
                return None;
            }
            let line = file.place(*first).line;
            let help = match self.begins_an_entry(file, &name.value) {
                true => format!(
                    "does a new entry begin here? write `- {}:`; otherwise keep this one or that on line {line}",
                    name.value
                ),
                false => format!("it was already given on line {line}: keep one of the two"),
            };
            return Some(
                check::DUPLICATE_FIELD
                    .at(file.place(name.span), format!("`{}` stands here a second time", name.value))
                    .help(help),
            );
        }
        if name.value == "<<" && !matches!(value.value, Value::Scalar { .. }) {
            self.push_broken(name.span);
            return Some(
                check::YAML_SYNTAX
                    .at(file.place(name.span), "`<<` does not take fields over from elsewhere here")
                    .help("write the fields out where they are needed"),
            );
        }
        self.1.insert(name.value.clone(), name.span);
        self.0.push((name, value));
        None
    }

    /// Whether entries of the list that this map lies in begin with the field `name`.
    fn begins_an_entry(&self, file: &SourceFile, name: &str) -> bool {
        let Some((first, _)) = self.0.first().filter(|(first, _)| first.value == name) else { return false };
        let before = file.bytes().get(..first.span.start).unwrap_or_default();
        let line = before.rsplit(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        line.trim_ascii() == b"-"
    }

    /// Adds a field of which not even the name is known.
    pub(super) fn push_broken(&mut self, span: Span) {
        self.0.push((Located { value: "unreadable".to_owned(), span }, Node { span, value: Value::Broken }));
    }
}
