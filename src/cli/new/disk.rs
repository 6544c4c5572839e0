//! Writing into a workspace: new files, and old ones with something at their end. Nothing that is there is lost.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::Failure;

/// Refuses what does not lie in the workspace itself: behind a link, a file would be made somewhere else.
///
/// # Errors
/// Where a folder on the way to `path`, which is seen from `root`, is a link or no folder.
fn refuse_detours(root: &Path, path: &str) -> Result<(), Failure> {
    let mut folder = root.to_owned();
    let above = path.rsplit_once('/').map_or("", |(above, _)| above);
    for part in above.split('/').filter(|part| !part.is_empty()) {
        folder.push(part);
        match folder.symlink_metadata() {
            Ok(found) if found.is_dir() => {}
            Ok(found) => {
                let what = if found.is_symlink() { "a link, and links are not followed" } else { "no folder" };
                return Err(Failure(format!("cannot make `{path}`: `{part}` is {what}")));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure(format!("cannot look at `{part}` on the way to `{path}`: {error}"))),
        }
    }
    Ok(())
}

/// Whether anything is called `path`, seen from `root`: a file, a folder or a link, wherever that leads.
pub(in crate::cli) fn is_taken(root: &Path, path: &str) -> bool {
    root.join(path).symlink_metadata().is_ok()
}

/// Makes a file, and the folders it lies in.
///
/// # Errors
/// Where anything of that name is there, or where it cannot be written; then nothing is left of it.
pub(in crate::cli) fn create(root: &Path, path: &str, contents: &[u8]) -> Result<(), Failure> {
    refuse_detours(root, path)?;
    if is_taken(root, path) {
        return Err(is_there(path));
    }
    let mut made = Made::default();
    let written = made.folders(root, path).and_then(|()| made.file(&root.join(path), contents));
    written.map_err(|error| {
        made.undo();
        match error.kind() {
            io::ErrorKind::AlreadyExists => is_there(path),
            _ => Failure(format!("cannot write `{path}`: {error}")),
        }
    })
}

/// Makes a folder that is not there yet, with files in it, the last one last.
///
/// # Errors
/// Where anything of that name is there, or where something cannot be written; then nothing is left of it.
pub(super) fn create_folder(root: &Path, folder: &str, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    if is_taken(root, folder) {
        return Err(is_there(folder));
    }
    let mut made = Made::default();
    let written = made.folder(&root.join(folder)).and_then(|()| {
        files.iter().try_for_each(|(path, contents)| {
            let path = format!("{folder}/{path}");
            made.folders(root, &path)?;
            made.file(&root.join(&path), contents)
        })
    });
    written.map_err(|error| {
        made.undo();
        match error.kind() {
            io::ErrorKind::AlreadyExists => is_there(folder),
            _ => Failure(format!("cannot write `{folder}`: {error}")),
        }
    })
}

/// Puts `contents` in the place of `before` in one step; who may read and write it stays the same.
///
/// # Errors
/// Where the file is no longer what it was, is write-protected, or cannot be written.
pub(in crate::cli) fn replace(root: &Path, path: &str, before: &[u8], contents: &str) -> Result<(), Failure> {
    refuse_detours(root, path)?;
    let target = root.join(path);
    let failed = |error: io::Error| Failure(format!("cannot write `{path}`: {error}"));
    let found = target.symlink_metadata().map_err(failed)?;
    if !found.is_file() {
        return Err(Failure(format!("cannot add to `{path}`: it is not an ordinary file")));
    }
    if found.permissions().readonly() {
        return Err(Failure(format!("cannot add to `{path}`: it is write-protected")));
    }
    let folder = target.parent().unwrap_or(root);
    let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(folder).map_err(failed)?;
    file.write_all(contents.as_bytes()).map_err(failed)?;
    file.as_file().set_permissions(found.permissions()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    if fs::read(&target).map_err(failed)? != before {
        return Err(Failure(format!("somebody else has just changed `{path}` (try again)")));
    }
    file.persist(&target).map_err(|error| failed(error.error))?;
    Ok(())
}

fn is_there(path: &str) -> Failure {
    Failure(format!("`{path}` is there already, and nothing is written over"))
}

/// What was made so far, to be taken back where the rest cannot be made.
#[derive(Default)]
struct Made {
    paths: Vec<PathBuf>,
}

impl Made {
    /// Makes those of the folders of `path` that are missing.
    fn folders(&mut self, root: &Path, path: &str) -> io::Result<()> {
        let mut folder = root.to_owned();
        let above = path.rsplit_once('/').map_or("", |(above, _)| above);
        for part in above.split('/').filter(|part| !part.is_empty()) {
            folder.push(part);
            if !folder.is_dir() {
                self.folder(&folder)?;
            }
        }
        Ok(())
    }

    fn folder(&mut self, folder: &Path) -> io::Result<()> {
        fs::create_dir(folder)?;
        self.paths.push(folder.to_owned());
        Ok(())
    }

    fn file(&mut self, path: &Path, contents: &[u8]) -> io::Result<()> {
        let mut file: File = OpenOptions::new().write(true).create_new(true).open(path)?;
        self.paths.push(path.to_owned());
        file.write_all(contents)?;
        file.sync_all()
    }

    /// Folders are removed only where nothing else has come to lie in them.
    fn undo(&self) {
        for path in self.paths.iter().rev() {
            let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
        }
    }
}
