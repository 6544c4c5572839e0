//! The first stage: which files there are. The only stage of the pipeline that reads the workspace from disk.
//!
//! A client is a folder with a `client.yml`. A client is read when it is its turn, so that memory grows with the
//! largest clients and not with the agency. Symbolic links are not followed: what is published is what lies in the folder.

mod file;
mod scan;

pub use file::SourceFile;
pub(crate) use scan::is_name_of_a_file;
pub use scan::{SHARED, ScanError, scan};

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::diagnostic::Diagnostics;

/// A workspace on disk: its settings, and which clients it has.
#[derive(Debug)]
pub struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) settings: SourceFile,
    pub(crate) clients: Vec<String>,
    pub(crate) problems: Diagnostics,
}

impl Workspace {
    /// The folder.
    pub fn root(&self) -> &std::path::Path {
        &self.root
    }

    /// `vestibule.yml`.
    pub fn settings(&self) -> &SourceFile {
        &self.settings
    }

    /// The ids of all clients: the names of their folders, sorted.
    pub fn clients(&self) -> &[String] {
        &self.clients
    }

    /// What is odd about the folders themselves.
    pub fn problems(&self) -> &Diagnostics {
        &self.problems
    }
}

/// All files of one client, read.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientSource {
    /// The client's id: the name of the folder.
    pub id: String,
    /// The files by their path inside the client's folder.
    pub files: BTreeMap<String, SourceFile>,
    /// Files that are there and could not be taken in.
    pub problems: Diagnostics,
}
