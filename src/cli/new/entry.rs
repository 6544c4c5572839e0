//! `vestibule new task`, `milestone` and `term`: an entry at the end of a list.

use std::path::Path;

use super::name;
use super::subject::Subject;
use super::yaml_text::scalar;
use crate::cli::{Failure, Outcome};
use crate::content::slug::slug;
use crate::review::placeholder::TEXT;

/// Adds something that the client is to do.
pub(super) fn task(root: &Path, client: &str, title: &str) -> Result<Outcome, Failure> {
    let title = name::title(title)?;
    let Some(subject) = Subject::open(root, client)? else { return Ok(Outcome::ContentErrors) };
    refuse_same(title, "tasks.yml", subject.content.tasks.iter().map(|one| one.item.title.value.as_str()))?;
    let next = "Next: say below it who does it (`owner:`), by when (`due:`), and what depends on it (`why:`).";
    subject.add("tasks.yml", &vec![(0, format!("- title: {}", scalar(title)))], next)
}

/// Adds a date that matters.
pub(super) fn milestone(root: &Path, client: &str, title: &str) -> Result<Outcome, Failure> {
    let title = name::title(title)?;
    let Some(subject) = Subject::open(root, client)? else { return Ok(Outcome::ContentErrors) };
    let known = subject.content.milestones.iter().map(|one| one.item.title.value.as_str());
    refuse_same(title, "milestones.yml", known)?;
    let next = "Next: write down below it what is promised (`due: 2026-11-20`), and which `phase:` it belongs to.";
    subject.add("milestones.yml", &vec![(0, format!("- title: {}", scalar(title)))], next)
}

/// Two entries of one title could not be told apart.
fn refuse_same<'t>(title: &str, path: &str, mut known: impl Iterator<Item = &'t str>) -> Result<(), Failure> {
    match known.find(|known| !slug(title).is_empty() && slug(known) == slug(title)) {
        Some(known) => Err(Failure(format!(
            "`{known}` is in `{path}` already (nothing was added; give the new one another title)"
        ))),
        None => Ok(()),
    }
}

/// Adds a word to the glossary.
pub(super) fn term(root: &Path, client: &str, term: &str) -> Result<Outcome, Failure> {
    let term = name::title(term)?;
    let Some(subject) = Subject::open(root, client)? else { return Ok(Outcome::ContentErrors) };
    let known = |word: &str| slug(word) == slug(term);
    if let Some(known) = subject.content.terms.iter().find(|other| !other.shared && known(other.word())) {
        return Err(Failure(format!("`{}` is in the glossary already", known.word())));
    }
    // What it means is not known yet: until somebody writes it, nobody is told.
    let entry = vec![(0, format!("{}:", scalar(term))), (1, format!("short: {TEXT}")), (1, "draft: true".to_owned())];
    let next = "Next: say what it means behind `short:`, in a sentence, then take out `draft: true`.";
    subject.add("glossary.yml", &entry, next)
}
