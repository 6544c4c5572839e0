//! Where new files are put together before they are moved to their places: a folder beside the portals.
//!
//! A build that is stopped leaves its folder behind, and the next build removes it. It must not remove that of a build
//! that is still running: as long as one runs, it holds a lock on a file in its folder, which ends with it in any case.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// What the folders begin with.
const PREFIX: &str = ".vestibule-";

/// The file in it that is locked. All others have numbers for names, or lie in a folder with a name of one letter.
const HELD: &str = "held";

/// A folder for new files; it goes when this is dropped.
pub(super) struct Staging {
    // Dropped first: some systems remove no file that is open.
    _held: File,
    folder: TempDir,
}

impl Staging {
    /// A new one in `folder`.
    pub(super) fn new(folder: &Path) -> io::Result<Staging> {
        loop {
            let staging = tempfile::Builder::new().prefix(PREFIX).tempdir_in(folder)?;
            let held = staging.path().join(HELD);
            let file = match File::create_new(&held) {
                Ok(file) => file,
                // Another build took it for a leftover.
                Err(error) if error.kind() == ErrorKind::NotFound && folder.is_dir() => continue,
                Err(error) => return Err(error),
            };
            // Where a file system knows no locks, no build removes what others left behind.
            match file.lock() {
                Ok(()) if !held.exists() => continue,
                _ => return Ok(Staging { _held: file, folder: staging }),
            }
        }
    }

    /// Where the file with this number is put together.
    pub(super) fn file(&self, number: usize) -> PathBuf {
        self.folder.path().join(number.to_string())
    }

    /// A folder to be moved as a whole, which is made; `name` is one letter.
    pub(super) fn folder(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.folder.path().join(name);
        fs::create_dir(&folder)?;
        Ok(folder)
    }
}

/// Removes what stopped builds left behind in `folder`.
///
/// # Errors
/// With the path that could not be read or removed.
pub(super) fn remove_leftovers(folder: &Path) -> Result<(), (PathBuf, io::Error)> {
    let failed = |error| (folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        if is_staging(&entry.file_name().to_string_lossy(), &path) {
            remove(&path).map_err(|error| (path, error))?;
        }
    }
    Ok(())
}

/// Removes one of them, unless a build is at work in it.
fn remove(folder: &Path) -> io::Result<()> {
    let gone = |error: io::Error| match error.kind() {
        // Whose it is was quicker.
        ErrorKind::NotFound | ErrorKind::DirectoryNotEmpty => Ok(()),
        _ => Err(error),
    };
    match File::open(folder.join(HELD)) {
        Ok(held) => match held.try_lock() {
            Ok(()) => fs::remove_dir_all(folder).or_else(gone),
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => Ok(()),
        },
        // One that was only just made, or one of a version that held nothing.
        Err(error) if error.kind() == ErrorKind::NotFound => match fs::read_dir(folder).map(|mut all| all.next()) {
            Ok(None) => fs::remove_dir(folder).or_else(gone),
            Ok(Some(_)) if !folder.join(HELD).exists() => fs::remove_dir_all(folder).or_else(gone),
            Ok(Some(_)) => Ok(()),
            Err(error) => gone(error),
        },
        Err(error) => Err(error),
    }
}

/// Whether this is a folder that [`Staging`] made: its name, and nothing in it but its own files.
fn is_staging(name: &str, path: &Path) -> bool {
    let random = name.strip_prefix(PREFIX).unwrap_or_default();
    let is_named_so = random.len() == 6 && random.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_ours = |entry: io::Result<fs::DirEntry>| {
        let name = entry.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let is_letter = |name: &str| name.len() == 1 && name.bytes().all(|b| b.is_ascii_lowercase());
        name.is_ok_and(|name| name == HELD || is_letter(&name) || name.bytes().all(|b| b.is_ascii_digit()))
    };
    is_named_so
        && path.symlink_metadata().is_ok_and(|found| found.is_dir())
        && fs::read_dir(path).is_ok_and(|mut entries| entries.all(is_ours))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_running_build_holds_stays_until_it_ends() {
        let out = tempfile::tempdir().expect("a folder can be made");
        let running = Staging::new(out.path()).expect("a folder can be made");
        fs::write(running.file(0), "new").expect("a file can be written");
        let folder = running.folder.path().to_owned();
        remove_leftovers(out.path()).expect("there is nothing to remove");
        assert_eq!(fs::read(running.file(0)).expect("it is there"), b"new");
        drop(running);
        assert!(!folder.exists(), "it goes when the build ends");
    }

    #[test]
    fn what_a_stopped_build_left_goes_and_nothing_else() {
        let out = tempfile::tempdir().expect("a folder can be made");
        for file in [
            ".vestibule-aBc123/0",
            ".vestibule-aBc123/held",
            ".vestibule-older1/12",
            ".vestibule-boxes1/b/0123",
            ".vestibule-boxes1/held",
            ".vestibule-mine01/notes.txt",
            ".vestibule/key",
        ] {
            let path = out.path().join(file);
            fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder can be made");
            fs::write(path, "").expect("a file can be written");
        }
        fs::create_dir(out.path().join(".vestibule-empty0")).expect("a folder can be made");
        remove_leftovers(out.path()).expect("it can be removed");
        let left = fs::read_dir(out.path()).expect("the folder is there").flatten();
        let mut left: Vec<_> = left.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        left.sort();
        assert_eq!(left, [".vestibule", ".vestibule-mine01"]);
    }
}
