//! The files that say who, what and when: every mistake in them, and where it stands.

mod agency;
mod client;
mod files;
mod many;
mod once;
mod people;
mod references;
mod roadmap;
mod tasks;
mod updates;
mod writing;

use super::{Case, compare};
