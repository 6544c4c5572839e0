//! What is wrong with the content, where, and the way out of it.
//!
//! A [`Diagnostic`] is data; how it looks on a terminal, in JSON or in a code host's annotations is the business
//! of [`human`], [`json`] and [`github`]. Every stage collects into one [`Diagnostics`], so that a person sees all
//! problems at once.

pub mod github;
pub mod human;
pub mod json;
mod place;

pub(crate) use place::begins_of_lines;
pub use place::{Excerpt, Place, Span};

use std::collections::BTreeSet;
use std::fmt;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The portal cannot be built.
    Error,
    /// The portal can be built, but a reader or the writer will regret it.
    Warning,
    /// An improvement.
    Hint,
}

impl Severity {
    /// So many of them, in words: `1 error`, `2 errors`.
    pub fn counted(self, number: usize) -> String {
        format!("{number} {self}{}", if number == 1 { "" } else { "s" })
    }

    /// The word used in every format: `error`, `warning` or `hint`.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// One problem: which check found it, what is wrong in a sentence, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of the check, such as `broken-link`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Lower case, no full stop, names and values in backticks.
    pub message: String,
    /// Where it stands.
    pub place: Place,
    /// What the writer can do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// The same problem with the way out of it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same problem with a way out, where there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }
}

/// All problems found so far.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    /// Files of which something could not be read.
    incomplete: BTreeSet<String>,
}

impl Diagnostics {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds any number of problems.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(diagnostics);
    }

    /// Adds all problems of another collection.
    pub fn append(&mut self, other: Diagnostics) {
        self.found.extend(other.found);
        self.incomplete.extend(other.incomplete);
    }

    /// Something of `file`, a path in the workspace, could not be read, and that has been said.
    pub fn note_incomplete(&mut self, file: &str) {
        self.incomplete.insert(file.to_owned());
    }

    /// Whether something of `file` could not be read. Then whatever seems to be missing may stand there, and to miss it
    /// would be wrong.
    pub fn is_incomplete(&self, file: &str) -> bool {
        self.incomplete.contains(file)
    }

    /// Takes warnings and hints of these checks away; errors stay.
    pub fn switch_off(&mut self, codes: &[&str]) {
        self.found.retain(|one| one.severity == Severity::Error || !codes.contains(&one.code));
    }

    /// Takes away what is said of files that `known` has errors in: it may only follow from those.
    pub fn leave_out_files_with_errors(&mut self, known: &Diagnostics) {
        let errors = known.found.iter().filter(|one| one.severity == Severity::Error);
        let broken: BTreeSet<&str> = errors.map(|one| &*one.place.file).collect();
        self.found.retain(|one| !broken.contains(&*one.place.file));
    }

    /// Those that were not in `before`: what stands in another line now was.
    #[must_use]
    pub fn beside(&self, before: &Diagnostics) -> Diagnostics {
        let mut known: Vec<_> = before.sorted().into_iter().map(Diagnostic::wherever).collect();
        let is_new = |one: &&Diagnostic| match known.iter().position(|known| *known == one.wherever()) {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        };
        let found = self.sorted().into_iter().filter(is_new).cloned().collect();
        Diagnostics { found, incomplete: BTreeSet::new() }
    }

    /// Whether anything found keeps the portal from being built.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|d| d.severity == Severity::Error)
    }

    /// How many different problems there are of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.sorted().iter().filter(|d| d.severity == severity).count()
    }

    /// The problems by file, line and column; equal ones once. The order is the same in every format.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.found.iter().collect();
        sorted.sort_by(|a, b| a.order().cmp(&b.order()));
        sorted.dedup();
        sorted
    }
}

impl Diagnostic {
    /// What is wrong in which file, wherever in it.
    fn wherever(&self) -> (&str, &str, &str) {
        (&self.place.file, self.code, &self.message)
    }

    fn order(&self) -> (&str, u32, u32, Severity, &str, &str) {
        (&self.place.file, self.place.line, self.place.column, self.severity, self.code, &self.message)
    }
}
