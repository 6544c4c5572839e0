//! Reading a client's folder as it would be, before anything is written: what could not be read is not made.

use crate::build::{Settings, read_source};
use crate::cli::Failure;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::portal::{Drafts, resolve};
use crate::source::ClientSource;

/// What is wrong with the folder, drafts and all.
pub(super) fn problems(settings: &Settings, source: &ClientSource) -> Vec<Diagnostic> {
    problems_with(settings, source, Drafts::Shown)
}

/// What is wrong with it with its drafts, or without them.
pub(super) fn problems_with(settings: &Settings, source: &ClientSource, drafts: Drafts) -> Vec<Diagnostic> {
    let mut found = Diagnostics::new();
    if let Some(content) = read_source(settings, source, &mut found) {
        resolve(content, &settings.agency, drafts, &mut found);
    }
    found.sorted().into_iter().cloned().collect()
}

/// Why `before` must not become `after`: the first error or warning that would be new. What could be better about
/// something that has only been begun is no reason.
pub(super) fn objection(settings: &Settings, before: &ClientSource, after: &ClientSource) -> Option<Failure> {
    let before = problems(settings, before);
    let after = problems(settings, after);
    let problem = after.iter().find(|problem| problem.severity != Severity::Hint && !before.contains(problem))?;
    let help = problem.help.as_deref().map(|help| format!(" ({help})")).unwrap_or_default();
    Some(Failure(format!("nothing was made: {}{help}", problem.message)))
}
