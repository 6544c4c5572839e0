//! `vestibule new`: a client, or something for one, with the right name and the right fields. Nothing that is there is
//! overwritten, and nothing is made that `check` would object to.

mod address;
mod append;
mod client;
mod decision;
pub(super) mod disk;
mod doc;
mod entry;
mod like;
mod markdown_text;
mod name;
mod subject;
mod trial;
mod update;
mod yaml_text;

use std::path::Path;

use super::args::{New, NewItem};
use super::{Failure, Outcome};

/// Runs the command.
pub(super) fn run(root: &Path, arguments: &New) -> Result<Outcome, Failure> {
    match &arguments.item {
        NewItem::Client { id, like } => client::run(root, id, like.as_deref()),
        NewItem::Decision { client, title } => decision::run(root, client, title),
        NewItem::Update { client, today } => update::run(root, client, super::today(*today)),
        NewItem::Doc { client, title, folder } => doc::run(root, client, title, folder.as_deref()),
        NewItem::Task { client, title } => entry::task(root, client, title),
        NewItem::Milestone { client, title } => entry::milestone(root, client, title),
        NewItem::Term { client, term } => entry::term(root, client, term),
    }
}
