//! `vestibule new task`, `milestone` and `term`: an entry at the end of a list.

use std::path::Path;

use super::markdown_text::plain;
use super::name;
use super::subject::Subject;
use super::yaml_text::scalar;
use crate::cli::{Failure, Outcome};
use crate::content::slug::slug;

/// Adds something that the client is to do.
pub(super) fn task(root: &Path, client: &str, title: &str) -> Result<Outcome, Failure> {
    let title = name::title(title)?;
    let Some(subject) = Subject::open(root, client)? else { return Ok(Outcome::ContentErrors) };
    let next = "Next: say below it who does it (`owner:`), by when (`due:`), and what depends on it (`why:`).";
    subject.add("tasks.yml", &vec![(0, format!("- title: {}", scalar(title)))], next)
}

/// Adds a date that matters.
pub(super) fn milestone(root: &Path, client: &str, title: &str) -> Result<Outcome, Failure> {
    let title = name::title(title)?;
    let Some(subject) = Subject::open(root, client)? else { return Ok(Outcome::ContentErrors) };
    let next = "Next: write down below it what is promised (`due: 2026-11-20`), and which `phase:` it belongs to.";
    subject.add("milestones.yml", &vec![(0, format!("- title: {}", scalar(title)))], next)
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
    let short = scalar(&plain(term));
    let entry = vec![(0, format!("{}:", scalar(term))), (1, format!("short: {short}")), (1, "draft: true".to_owned())];
    let next = "Next: say what it means behind `short:`, in a sentence, then take out `draft: true`.";
    subject.add("glossary.yml", &entry, next)
}
