//! From text to tree.
//!
//! First in one go ([`super::pass`]); where that stops at a mistake, entry by entry ([`super::recover`]), so that one
//! mistake does not hide the others.

use super::job::Job;
use super::pass::{Stop, pass};
use super::recover::recover;
use super::{Node, Value};
use crate::diagnostic::{Diagnostics, Span};
use crate::source::SourceFile;

/// The whole of a YAML file, in the way of [`parse`]; `None` also where the file is no text.
pub fn read(file: &SourceFile, diagnostics: &mut Diagnostics) -> Option<Node> {
    match file.text() {
        Ok(text) => parse(file, text, Span::new(0..text.len()), diagnostics),
        Err(problem) => {
            diagnostics.push(*problem);
            None
        }
    }
}

/// Reads the YAML in `range` of `file`. `None` where nothing of it can be read; then `diagnostics` says why.
///
/// Where only parts of it can be read, those are in the tree, and the others are [`Value::Broken`] and reported: see
/// [`Node::is_whole`]. Either way the file counts as incomplete from then on: see [`Diagnostics::is_incomplete`].
/// `text` is the whole text of the file, so that spans count from its beginning.
pub fn parse(file: &SourceFile, text: &str, range: Span, diagnostics: &mut Diagnostics) -> Option<Node> {
    let slice = &text[range.start..range.end];
    let bom = slice.len() - slice.trim_start_matches('\u{feff}').len();
    let (text, offset) = (&slice[bom..], range.start + bom);
    let mut job = Job::new(file, text, offset, diagnostics);
    let node = match pass(&mut job, text, offset) {
        Ok(node) => Some(node),
        Err(Stop::Limit(problem)) => {
            job.report(*problem);
            None
        }
        Err(Stop::Mistake { problem, at }) => recover(&mut job, text, offset, *problem, at),
    };
    let node = node.filter(says_something);
    if !node.as_ref().is_some_and(Node::is_whole) {
        diagnostics.note_incomplete(file.path());
    }
    node
}

/// Whether anything of a tree could be read: a map of which nothing is left need not have been meant as a map.
fn says_something(root: &Node) -> bool {
    match &root.value {
        Value::Broken => false,
        Value::Map(entries) => entries.is_empty() || entries.iter().any(|(_, node)| node.value != Value::Broken),
        _ => true,
    }
}
