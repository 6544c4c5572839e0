//! The folder of the records: `.vestibule/cache`.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What keeps version control from taking records in, also where the workspace's own rules do not.
const IGNORED: (&str, &str) = (".gitignore", "*\n");

/// What the name of a record begins with that is not yet whole.
const BEGUN: &str = "begun-";

/// Where records lie. What cannot be read is not there, and what cannot be written is left out: all of it can be made
/// again.
pub(super) struct Folder {
    path: PathBuf,
}

impl Folder {
    /// That of the workspace in `root`.
    pub(super) fn of(root: &Path) -> Folder {
        Folder { path: root.join(".vestibule").join("cache") }
    }

    /// The bytes of a record.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        if !self.is_ours() {
            return None;
        }
        fs::read(self.path.join(name)).ok()
    }

    /// Puts a record in the place of the one before, whole: another build finds the one or the other.
    pub(super) fn write(&self, name: &str, record: &[u8]) {
        // Nothing can be done where it cannot be written, and nothing needs to be.
        let _ = self.try_write(name, record);
    }

    /// Removes every record but these, and what builds that were stopped had begun to write.
    pub(super) fn remove_all_but(&self, names: &BTreeSet<String>) {
        let Some(entries) = self.is_ours().then(|| fs::read_dir(&self.path).ok()).flatten() else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_record = name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
            if name.starts_with(BEGUN) || is_record && !names.contains(&name) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn try_write(&self, name: &str, record: &[u8]) -> io::Result<()> {
        if !self.is_ours() {
            return Err(io::Error::from(ErrorKind::NotADirectory));
        }
        fs::create_dir_all(&self.path)?;
        let (ignored, rule) = IGNORED;
        if !self.path.join(ignored).exists() {
            fs::write(self.path.join(ignored), rule)?;
        }
        let mut new = tempfile::Builder::new().prefix(BEGUN).tempfile_in(&self.path)?;
        new.write_all(record)?;
        new.persist(self.path.join(name))?;
        Ok(())
    }

    /// Whether it is a folder of the workspace, or can become one: behind a link lies what is somebody else's.
    fn is_ours(&self) -> bool {
        let mut folders = self.path.ancestors().take(2);
        folders.all(|folder| folder.symlink_metadata().map_or(true, |found| found.is_dir()))
    }
}
