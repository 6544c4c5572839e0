//! The files of a folder as they are at one moment, to be compared with the next: for disks that tell of no changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

/// The files of a folder, but for those that are left aside.
pub(super) struct Snapshot {
    folder: PathBuf,
    aside: Aside,
    seen: Seen,
}

/// Whether something in a folder, which comes first, is left aside.
type Aside = fn(&Path, &Path) -> bool;

/// When each was written last, and how long it is.
type Seen = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl Snapshot {
    pub(super) fn of(folder: &Path, aside: Aside) -> Snapshot {
        Snapshot { folder: folder.to_owned(), aside, seen: seen(folder, aside) }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is there now that was not, is not any more, or is another; the next time, since now.
    pub(super) fn changed(&mut self) -> Vec<PathBuf> {
        let before = std::mem::replace(&mut self.seen, seen(&self.folder, self.aside));
        let new = self.seen.iter().filter(|(path, now)| before.get(*path) != Some(now)).map(|(path, _)| path);
        let gone = before.keys().filter(|path| !self.seen.contains_key(*path));
        new.chain(gone).cloned().collect()
    }
}

/// What cannot be read is as good as not there: whoever reads the folder afterwards says why.
fn seen(folder: &Path, aside: Aside) -> Seen {
    let entries = WalkDir::new(folder).into_iter().filter_entry(|entry| !aside(folder, entry.path()));
    let known = entries.filter_map(|entry| {
        let entry = entry.ok()?;
        let metadata = entry.metadata().ok()?;
        metadata.is_file().then(|| (entry.into_path(), (metadata.modified().ok(), metadata.len())))
    });
    known.collect()
}
