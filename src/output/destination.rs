//! Where portals may be written: never over what a person wrote.

use std::fmt;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::source::Workspace;

/// A folder that portals may be written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    folder: PathBuf,
}

/// Folders of a workspace that hold what people wrote, besides those of the clients.
const KEPT: [&str; 4] = ["shared", ".vestibule", ".git", ".github"];

impl Destination {
    /// Checks that `folder` is a fit place for the portals of `workspace`; it need not exist. `theme` is the folder of
    /// the workspace's own theme.
    ///
    /// # Errors
    /// Where it is a file, or where it holds or is part of what people wrote.
    pub fn new(folder: &Path, workspace: &Workspace, theme: Option<&str>) -> Result<Self, DestinationError> {
        if folder.exists() && !folder.is_dir() {
            return Err(DestinationError::File(folder.to_owned()));
        }
        let target = real(folder).map_err(|error| DestinationError::Unreachable(folder.to_owned(), error))?;
        let root = real(workspace.root())
            .map_err(|error| DestinationError::Unreachable(workspace.root().to_owned(), error))?;
        if root.starts_with(&target) {
            return Err(DestinationError::Workspace(folder.to_owned()));
        }
        let kept = workspace.clients().iter().map(String::as_str).chain(KEPT).chain(theme);
        for name in kept {
            if target.starts_with(root.join(name)) {
                return Err(DestinationError::Content(folder.to_owned(), name.to_owned()));
            }
        }
        Ok(Destination { folder: folder.to_owned() })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// The path without links and `..`, also where its last parts do not exist yet.
fn real(path: &Path) -> io::Result<PathBuf> {
    let mut real = PathBuf::new();
    for part in std::path::absolute(path)?.components() {
        match part {
            // All that stands in front is without links by now, so its folder is the one around it.
            Component::ParentDir => {
                real.pop();
            }
            part => {
                real.push(part);
                match real.canonicalize() {
                    Ok(found) => real = found,
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }
    Ok(real)
}

/// Why portals cannot be written to a folder.
#[derive(Debug)]
pub enum DestinationError {
    /// It is a file.
    File(PathBuf),
    /// It is the workspace, or a folder around it.
    Workspace(PathBuf),
    /// It lies in this folder of the workspace, which holds what people wrote.
    Content(PathBuf, String),
    /// It cannot be looked at.
    Unreachable(PathBuf, io::Error),
}

impl fmt::Display for DestinationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DestinationError::File(path) => {
                write!(
                    f,
                    "`{}` is a file, and portals are written to a folder (name another with `--out`)",
                    path.display()
                )
            }
            DestinationError::Workspace(path) => write!(
                f,
                "portals cannot be written to `{}`: the workspace itself lies there (name a folder of its own with `--out`)",
                path.display()
            ),
            DestinationError::Content(path, kept) => write!(
                f,
                "portals cannot be written to `{}`: it lies in `{kept}`, which holds your own files (name another folder with `--out`)",
                path.display()
            ),
            DestinationError::Unreachable(path, error) => write!(f, "cannot write to `{}`: {error}", path.display()),
        }
    }
}

impl std::error::Error for DestinationError {}
