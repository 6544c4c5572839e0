//! From text to tree.
//!
//! First in one go ([`super::pass`]); where that stops at a mistake, entry by entry ([`super::recover`]), so that one
//! mistake does not hide the others.

use super::pass::{Stop, pass};
use super::recover::recover;
use super::{Node, Value};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::source::SourceFile;

/// Mistakes after which the rest of a file is not looked at: it is no YAML, and a list of all of them helps nobody.
const MOST_MISTAKES: usize = 100;

/// Reads the YAML in `range` of `file`. `None` where nothing of it can be read; then `diagnostics` says why.
///
/// Where only parts of it can be read, those are in the tree, and the others are [`Value::Broken`] and reported: see
/// [`Node::is_whole`]. Either way the file counts as incomplete from then on: see [`Diagnostics::is_incomplete`]. `text` is the whole text of the file, so that spans count from its beginning.
pub fn parse(file: &SourceFile, text: &str, range: Span, diagnostics: &mut Diagnostics) -> Option<Node> {
    let slice = &text[range.start..range.end];
    let bom = slice.len() - slice.trim_start_matches('\u{feff}').len();
    let (text, offset) = (&slice[bom..], range.start + bom);
    let mut job = Job { file, whole: text, offset, diagnostics, aliased: 0, mistakes: 0 };
    let node = job.read(text, offset, 0).filter(says_something);
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

/// What is known while one file is read in several goes.
pub(super) struct Job<'a> {
    pub(super) file: &'a SourceFile,
    /// All that is to be read, and where it begins in the file.
    whole: &'a str,
    offset: usize,
    diagnostics: &'a mut Diagnostics,
    /// Values that aliases have added so far.
    pub(super) aliased: usize,
    mistakes: usize,
}

impl Job<'_> {
    /// Reads `text`, whole lines that begin at byte `offset` of the file and lie `depth` blocks deep.
    ///
    /// `None` where a limit was met: then nothing of the file is to be trusted.
    pub(super) fn read(&mut self, text: &str, offset: usize, depth: usize) -> Option<Node> {
        match self.go(text, offset) {
            Ok(node) => Some(node),
            Err(Stop::Limit(problem)) => {
                self.report(*problem);
                None
            }
            Err(Stop::Mistake { problem, at }) => recover(self, text, offset, *problem, at, depth),
        }
    }

    /// Reads `text` in one go. What is wrong with values is reported where it can be read to its end.
    pub(super) fn go(&mut self, text: &str, offset: usize) -> Result<Node, Stop> {
        let (node, found) = pass(self, text, offset)?;
        self.diagnostics.append(found);
        Ok(node)
    }

    pub(super) fn report(&mut self, problem: Diagnostic) {
        self.mistakes += 1;
        if self.mistakes <= MOST_MISTAKES {
            self.diagnostics.push(problem);
        }
    }

    /// Whether `*name`, at byte `at` of the file, points to something that was read in another go.
    pub(super) fn is_named_before(&self, name: &str, at: usize) -> bool {
        self.mistakes > 0 && self.whole[..at - self.offset].contains(&format!("&{name}"))
    }

    /// Whether so much is wrong that there is no use in reading on.
    pub(super) fn is_hopeless(&self) -> bool {
        self.mistakes >= MOST_MISTAKES
    }
}
