//! The files of a folder as they are at one moment, to be compared with the next: for disks that tell of no changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

/// The files of a folder, but for those in some folders that are left aside.
pub(super) struct Snapshot {
    folder: PathBuf,
    aside: Vec<PathBuf>,
    seen: Seen,
}

/// When each was written last, and how long it is.
type Seen = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl Snapshot {
    pub(super) fn of(folder: &Path, aside: &[PathBuf]) -> Snapshot {
        Snapshot { folder: folder.to_owned(), aside: aside.to_vec(), seen: seen(folder, aside) }
    }

    /// What is there now that was not, is not any more, or is another; the next time, since now.
    pub(super) fn changed(&mut self) -> Vec<PathBuf> {
        let before = std::mem::replace(&mut self.seen, seen(&self.folder, &self.aside));
        let new = self.seen.iter().filter(|(path, now)| before.get(*path) != Some(now)).map(|(path, _)| path);
        let gone = before.keys().filter(|path| !self.seen.contains_key(*path));
        new.chain(gone).cloned().collect()
    }
}

/// What cannot be read is as good as not there: whoever reads the folder afterwards says why.
fn seen(folder: &Path, aside: &[PathBuf]) -> Seen {
    let entries = WalkDir::new(folder).into_iter().filter_entry(|entry| !aside.iter().any(|one| one == entry.path()));
    let known = entries.filter_map(|entry| {
        let entry = entry.ok()?;
        let metadata = entry.metadata().ok()?;
        metadata.is_file().then(|| (entry.into_path(), (metadata.modified().ok(), metadata.len())))
    });
    known.collect()
}
