//! Writing a portal so that whoever reads it meanwhile finds all of the old one or all of the new.
//!
//! New files are first written beside the portal, where a full disk or a crash can do no harm. Then they are moved
//! into their places: boxes, which nothing refers to yet; styles and scripts; manifests, each of which turns the
//! portal over for its audience in one step; the list of slots; the gate. What nothing refers to any more goes last.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::root::{MARK, root_files};
use super::staging::{Staging, remove_leftovers};
use super::{Destination, PortalFiles};

/// The folder of the boxes in that of a portal.
const BOXES: &str = "b";

/// What writing a portal changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Files that are new or different.
    pub written: usize,
    /// Files that were the same already.
    pub kept: usize,
    /// Files of an older build that were removed.
    pub removed: usize,
    /// How many bytes were written.
    pub bytes: u64,
    /// Files in the portal's folder that are none of ours. They are left alone.
    pub foreign: Vec<String>,
}

/// Writes the files for all portals together. Files of the same names that somebody else wrote stay; their names are
/// returned.
///
/// # Errors
/// With the path that could not be written.
pub fn write_root(destination: &Destination) -> Result<Vec<&'static str>, WriteError> {
    let folder = destination.folder();
    fs::create_dir_all(folder).map_err(|error| WriteError::Io(folder.to_owned(), error))?;
    remove_leftovers(folder).map_err(|(path, error)| WriteError::Io(path, error))?;
    let mut foreign = Vec::new();
    for (name, contents) in root_files() {
        let path = folder.join(name);
        match fs::read(&path) {
            Ok(found) if found == contents.as_bytes() => {}
            Ok(found) if !found.starts_with(MARK.as_bytes()) => foreign.push(name),
            _ => replace(&path, contents.as_bytes(), folder)?,
        }
    }
    Ok(foreign)
}

/// The folders of the output that hold a portal and are none of these addresses, sorted: portals of clients that were
/// removed, or that have another address now. Whoever publishes the whole output still publishes them.
///
/// # Errors
/// Where the folder cannot be read.
pub fn other_portals(destination: &Destination, addresses: &[String]) -> Result<Vec<String>, WriteError> {
    let folder = destination.folder();
    let failed = |error| WriteError::Io(folder.to_owned(), error);
    let mut others = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !addresses.contains(&name) && has_portal(destination, &name) {
            others.push(name);
        }
    }
    others.sort();
    Ok(others)
}

/// Whether a portal was written to `address` before.
pub fn has_portal(destination: &Destination, address: &str) -> bool {
    let portal = destination.folder().join(address);
    portal.join("access.json").is_file() && portal.join("m").is_dir()
}

/// Brings the portal at `address` to exactly `files`.
///
/// # Errors
/// With the path that could not be written, or that was to be kept and is gone. Until the first file is moved to its place nothing has changed; after that,
/// readers find the old portal or the new one.
pub fn write_portal(destination: &Destination, address: &str, files: &PortalFiles) -> Result<Changes, WriteError> {
    let portal = destination.folder().join(address);
    let there = existing(&portal)?;
    if let Some(gone) = files.kept().iter().find(|path| !there.contains(*path)) {
        return Err(WriteError::Gone(portal.join(gone)));
    }
    if !there.contains("access.json") && there.iter().any(|path| rank(path).is_none()) {
        return Err(WriteError::NotAPortal(portal));
    }
    let mut changes = Changes::default();
    let mut new: Vec<(&str, &[u8])> = Vec::new();
    let all: Vec<(&str, &[u8])> = files.iter().collect();
    let kept: Vec<bool> =
        all.par_iter().map(|(path, bytes)| there.contains(*path) && holds(&portal.join(path), bytes)).collect();
    for (file, kept) in all.into_iter().zip(kept) {
        match kept {
            true => changes.kept += 1,
            false => new.push(file),
        }
    }
    if !new.is_empty() {
        new.sort_by_key(|(path, _)| rank(path));
        move_in(destination.folder(), &portal, &new)?;
    }
    changes.written = new.len();
    changes.bytes = new.iter().map(|(_, bytes)| bytes.len() as u64).sum();
    changes.kept += files.kept().len();
    for path in there.iter().filter(|path| !files.has(path)) {
        if rank(path).is_some() {
            let path = portal.join(path);
            fs::remove_file(&path).map_err(|error| WriteError::Io(path, error))?;
            changes.removed += 1;
        } else {
            changes.foreign.push(path.clone());
        }
    }
    Ok(changes)
}

/// Writes all new files beside the portal, then moves them to their places in order.
fn move_in(folder: &Path, portal: &Path, new: &[(&str, &[u8])]) -> Result<(), WriteError> {
    let staging = Staging::new(folder).map_err(|error| WriteError::Io(folder.to_owned(), error))?;
    let boxes = portal.join(BOXES);
    // Where there is no portal yet, all of its boxes are moved at once.
    let (at_once, one_by_one) = match boxes.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            new.split_at(new.partition_point(|(path, _)| rank(path) == Some(0)))
        }
        _ => new.split_at(0),
    };
    let staged_boxes = match at_once {
        [] => None,
        _ => Some(staging.folder(BOXES).map_err(|error| WriteError::Io(boxes.clone(), error))?),
    };
    let staged = |number: usize, path: &str| match (&staged_boxes, path.strip_prefix("b/")) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => staging.file(number),
    };
    new.par_iter().enumerate().try_for_each(|(number, (path, bytes))| {
        fs::write(staged(number, path), bytes).map_err(|error| WriteError::Io(portal.join(path), error))
    })?;
    for folder in [portal.to_owned(), portal.join("m")] {
        fs::create_dir_all(&folder).map_err(|error| WriteError::Io(folder, error))?;
    }
    match &staged_boxes {
        Some(staged) => fs::rename(staged, &boxes),
        None => fs::create_dir_all(&boxes),
    }
    .map_err(|error| WriteError::Io(boxes, error))?;
    for (number, (path, _)) in (at_once.len()..).zip(one_by_one) {
        let target = portal.join(path);
        fs::rename(staging.file(number), &target).map_err(|error| WriteError::Io(target, error))?;
    }
    Ok(())
}

/// The paths of all files in the portal's folder.
pub(super) fn existing(portal: &Path) -> Result<BTreeSet<String>, WriteError> {
    let mut found = BTreeSet::new();
    if !portal.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return match portal.symlink_metadata() {
            Ok(_) => Err(WriteError::NotAFolder(portal.to_owned())),
            Err(_) => Ok(found),
        };
    }
    for entry in walkdir::WalkDir::new(portal).min_depth(1) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(portal).to_owned();
            WriteError::Io(path, error.into_io_error().unwrap_or_else(|| io::Error::other("a folder contains itself")))
        })?;
        if !entry.file_type().is_dir() {
            let below = entry.path().strip_prefix(portal).expect("a walk stays in its folder");
            found.insert(below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"));
        }
    }
    Ok(found)
}

/// In which order files are moved to their places; `None` for a name that none of ours has.
pub(super) fn rank(path: &str) -> Option<u8> {
    let is_hex = |name: &str, digits: usize| {
        name.len() == digits && name.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    if path.strip_prefix("b/").is_some_and(|name| is_hex(name, 32)) {
        return Some(0);
    }
    // A script of a theme may have further dots in its name.
    let mut parts = path.rsplitn(3, '.');
    if let (Some(_), Some(digest), Some(_)) = (parts.next(), parts.next(), parts.next())
        && is_hex(digest, 16)
        && !path.contains('/')
    {
        return Some(1);
    }
    if path.strip_prefix("m/").is_some_and(|name| is_hex(name, 32)) {
        return Some(2);
    }
    match path {
        "access.json" => Some(3),
        "index.html" => Some(4),
        _ => None,
    }
}

/// Whether the file is there with exactly these contents. A name alone proves nothing: a crash may leave half a file.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|found| found == bytes)
}

fn replace(path: &Path, bytes: &[u8], folder: &Path) -> Result<(), WriteError> {
    let failed = |error| WriteError::Io(path.to_owned(), error);
    let staging = Staging::new(folder).map_err(failed)?;
    let staged = staging.file(0);
    fs::write(&staged, bytes).and_then(|()| fs::rename(&staged, path)).map_err(failed)
}

/// Why a portal could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// This path could not be read or written.
    Io(PathBuf, io::Error),
    /// A file of the portal that was to stay as it is.
    Gone(PathBuf),
    /// A file stands where the portal's folder should be.
    NotAFolder(PathBuf),
    /// The folder holds something else.
    NotAPortal(PathBuf),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Io(path, error) => {
                let path = path.display();
                match error.kind() {
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                        write!(f, "the disk is full: cannot write `{path}`")
                    }
                    // The system's own words would name a file that has gone by now.
                    kind if error.raw_os_error().is_none() && kind != ErrorKind::Other => {
                        write!(f, "cannot write `{path}`: {kind}")
                    }
                    _ => write!(f, "cannot write `{path}`: {error}"),
                }
            }
            WriteError::Gone(path) => {
                write!(f, "`{}` was removed while the portal was being built (build it again)", path.display())
            }
            WriteError::NotAFolder(path) => {
                write!(f, "`{}` is a file, and a portal is a folder (move the file away)", path.display())
            }
            WriteError::NotAPortal(path) => write!(
                f,
                "`{}` holds files that are no portal, and nothing is written over them (move them away, or name another folder with `--out`)",
                path.display()
            ),
        }
    }
}

impl std::error::Error for WriteError {}
