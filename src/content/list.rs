//! Files that are a list of items.

use crate::check;
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::yaml::{self, Fields, Unknown, Value};

/// Reads a file that is a list, each entry with `read`, which gets the fields of one entry.
///
/// `example` is the first line of an entry, such as `- title: Design approved`.
pub(super) fn items<T>(
    file: &SourceFile,
    example: &str,
    diagnostics: &mut Diagnostics,
    mut read: impl FnMut(&mut Fields<'_>) -> Option<T>,
) -> Vec<T> {
    let Some(node) = yaml::read(file, diagnostics) else { return Vec::new() };
    let nodes = match node.value {
        Value::List(nodes) => nodes,
        Value::Empty => return Vec::new(),
        _ => {
            let message = format!("this file is a list, but here is {}", node.shape());
            let help = format!("begin every entry with `- `, such as `{example}`");
            diagnostics.push(check::WRONG_SHAPE.at(file.place(node.span), message).help(help));
            return Vec::new();
        }
    };
    let mut found = Vec::with_capacity(nodes.len());
    for node in nodes {
        let Some(mut fields) = Fields::of(file, node, diagnostics) else { continue };
        found.extend(read(&mut fields));
        fields.finish(Unknown::Error);
    }
    found
}
