//! YAML, read once into a tree in which every key and value knows where it stands.
//!
//! A derived struct stops at the first mistake and forgets where the valid values stood; a PM wants all mistakes at
//! once and each with its line. So the tree comes first ([`parse`]), and typed readers take their fields out of it
//! ([`Fields`]) and collect what is wrong. Scalars stay the text that was written: `no` is a word, `0002` is a name.

mod entries;
mod fields;
mod forms;
mod job;
mod layout;
mod names;
mod parse;
mod pass;
mod quoting;
mod recover;
mod refused;
mod syntax;
mod values;

pub use fields::{Entry, Fields, Unknown};
pub use parse::{parse, read};
pub use refused::Refused;

use crate::diagnostic::Span;

/// A value with the place where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it was written, in bytes of its file.
    pub span: Span,
}

/// One value of a YAML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it was written, in bytes of its file.
    pub span: Span,
    /// What was written.
    pub value: Value,
}

/// The three shapes of YAML, nothing at all, and what could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Empty,
    /// Words, a number, a date: the text as written, escapes of quoted text worked out.
    Scalar {
        /// The text.
        text: String,
        /// Whether it was written without quotes on the key's own line.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file; keys are unique.
    Map(Vec<(Located<String>, Node)>),
    /// Something that could not be read, which has been reported. In a map, a field whose name and value stand at the
    /// same place is one of which not even the name is known.
    Broken,
}

impl Node {
    /// What the value is, for a message.
    pub fn shape(&self) -> &'static str {
        match self.value {
            Value::Empty => "empty",
            Value::Scalar { .. } => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of fields",
            Value::Broken => "something that cannot be read",
        }
    }

    /// Whether all of it could be read. What is said about things that are missing would be wrong where it is not.
    pub fn is_whole(&self) -> bool {
        match &self.value {
            Value::Broken => false,
            Value::Empty | Value::Scalar { .. } => true,
            Value::List(items) => items.iter().all(Node::is_whole),
            Value::Map(entries) => entries.iter().all(|(_, node)| node.is_whole()),
        }
    }
}
