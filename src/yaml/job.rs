//! One file that is read in several goes.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::SourceFile;

/// Mistakes after which the rest of a file is not looked at: it is no YAML, and a list of all of them helps nobody.
const MOST_MISTAKES: usize = 100;

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

impl<'a> Job<'a> {
    /// Nothing is read yet of `whole`, which begins at byte `offset` of `file`.
    pub(super) fn new(file: &'a SourceFile, whole: &'a str, offset: usize, diagnostics: &'a mut Diagnostics) -> Self {
        Job { file, whole, offset, diagnostics, aliased: 0, mistakes: 0 }
    }

    /// Reports a mistake after which something of the file is left out.
    pub(super) fn report(&mut self, problem: Diagnostic) {
        self.mistakes += 1;
        if self.mistakes <= MOST_MISTAKES {
            self.diagnostics.push(problem);
        }
    }

    /// Reports what is wrong with values in a part of the file that could be read.
    pub(super) fn found(&mut self, problems: Diagnostics) {
        self.diagnostics.append(problems);
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
