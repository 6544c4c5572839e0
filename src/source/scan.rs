//! Walking the folders.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use super::{ClientSource, SourceFile, Workspace};
use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::letters::composed;

/// Folders are not followed deeper than this; a loop of mounts would otherwise never end.
const DEEPEST: usize = 32;

/// The folder of what is written once for all clients.
pub const SHARED: &str = "shared";

/// Finds the clients of the workspace in `root`.
///
/// # Errors
/// Where `root` is not a workspace, or cannot be read.
pub fn scan(root: &Path) -> Result<Workspace, ScanError> {
    let settings_path = root.join("vestibule.yml");
    // A pipe would be read for ever.
    let is_other = |metadata: std::fs::Metadata| !metadata.is_file();
    if settings_path.symlink_metadata().is_ok_and(is_other) {
        let problem = io::Error::other("this is not an ordinary file, and links are not followed");
        return Err(ScanError::Unreadable(settings_path, problem));
    }
    let settings = match std::fs::read(&settings_path) {
        Ok(bytes) => SourceFile::new("vestibule.yml", bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(ScanError::NotAWorkspace(root.to_owned())),
        Err(error) => return Err(ScanError::Unreadable(settings_path, error)),
    };
    let unreadable = |error| ScanError::Unreadable(root.to_owned(), error);
    let mut clients = Vec::new();
    let mut problems = Diagnostics::new();
    for entry in std::fs::read_dir(root).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let inside = names_in(&entry.path());
        let is_client = has_client_file(&inside, &entry.path());
        match entry.file_name().into_string() {
            Ok(name) if is_private(&name) => {}
            Ok(name) if is_client && name.chars().any(char::is_control) => {
                let message = "the name of this folder has a character that not every computer can store";
                let place = Place::whole_file(name.into());
                problems.push(check::FILE_NAME.at(place, message).help("rename it, without control characters"));
            }
            Ok(name) if is_client => clients.push(name),
            Ok(name) => problems.extend(nearly_a_client(&inside.unwrap_or_default(), &name)),
            Err(name) if is_client => {
                let place = Place::whole_file(name.to_string_lossy().into());
                problems.push(not_unicode(place, "folder"));
            }
            Err(_) => {}
        }
    }
    clients.sort();
    Ok(Workspace { root: root.to_owned(), settings, clients, problems })
}

/// The names of what lies in a folder, as they are stored: a disk that ignores capital letters says of `client.yml` that
/// it is there where `Client.yml` lies.
fn names_in(folder: &Path) -> io::Result<BTreeSet<String>> {
    let entries = std::fs::read_dir(folder)?;
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// A folder that cannot be looked into counts where it could be a client's: that it cannot be read is said later.
fn has_client_file(inside: &io::Result<BTreeSet<String>>, folder: &Path) -> bool {
    let is_missing = |error: &io::Error| matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
    match inside {
        Ok(names) => names.contains("client.yml"),
        Err(error) if is_missing(error) => false,
        Err(_) => !folder.join("client.yml").symlink_metadata().is_err_and(|error| is_missing(&error)),
    }
}

/// What a client's folder has that few others have.
const SIGNS: [&str; 10] = [
    "docs",
    "decisions",
    "updates",
    "people.yml",
    "roadmap.yml",
    "milestones.yml",
    "tasks.yml",
    "glossary.yml",
    "files.yml",
    "access.lock",
];

/// A folder that holds what a client's folder holds is one whose `client.yml` was forgotten or misspelt; unless it is
/// what all clients share.
fn nearly_a_client(inside: &BTreeSet<String>, name: &str) -> Option<Diagnostic> {
    let sign = SIGNS.into_iter().find(|sign| inside.contains(*sign));
    if name == SHARED {
        return None;
    }
    if name.to_lowercase() == SHARED && sign.is_some() {
        let message = "this folder would be left out: capital letters and endings count";
        let problem = check::FILE_NAME.at(Place::whole_file(name.into()), message);
        return Some(problem.help(format!("call it `{SHARED}`; if it is a folder of your own, call it `_{name}`")));
    }
    let misspelt = |name: &&String| ["client.yml", "client.yaml"].contains(&name.to_lowercase().as_str());
    let (sign, help) = match inside.iter().find(misspelt) {
        Some(file) => (file.as_str(), "call that file `client.yml`".to_owned()),
        None => (
            sign?,
            format!("add `{name}/client.yml` with `name` and `project`; if no client is meant, call it `_{name}`"),
        ),
    };
    let message = format!("this folder has `{sign}` like a client's, but no `client.yml`: it is left out");
    Some(check::NO_CLIENT_FILE.at(Place::whole_file(name.into()), message).help(help))
}

fn not_unicode(place: Place, what: &str) -> Diagnostic {
    check::FILE_NAME.at(place, format!("the name of this {what} is not Unicode text")).help("rename it")
}

impl Workspace {
    /// The id of the client that somebody calls `written`. An accented letter can be stored in two ways, and the way of
    /// the disk is not always that of the keyboard.
    pub fn client(&self, written: &str) -> Option<&str> {
        let same = |id: &&String| id.nfc().eq(written.nfc());
        let exact = self.clients.iter().find(|id| *id == written);
        exact.or_else(|| self.clients.iter().find(same)).map(String::as_str)
    }

    /// Reads all files of the client `id`. What cannot be taken in is among the problems; the rest is read.
    pub fn read_client(&self, id: &str) -> ClientSource {
        let folder = self.root.join(id);
        let mut files = BTreeMap::new();
        let mut problems = Diagnostics::new();
        if folder.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()) {
            problems.push(link_on_disk(Place::whole_file(id.into()), "folder"));
            return ClientSource { id: id.to_owned(), files, problems };
        }
        let walk = WalkDir::new(&folder)
            .max_depth(DEEPEST)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !entry.file_name().to_str().is_some_and(is_private));
        let take = |entry| match entry {
            Ok(entry) => self.take(&folder, &entry),
            Err(error) => Err(Box::new(self.unreadable(&folder, &error))),
        };
        let taken: Vec<_> = walk.collect::<Vec<_>>().into_par_iter().map(take).collect();
        for one in taken {
            match one {
                Ok(Some((path, file))) => match files.entry(path) {
                    Entry::Vacant(free) => {
                        free.insert(file);
                    }
                    Entry::Occupied(_) => problems.push(twice(&file)),
                },
                Ok(None) => {}
                Err(problem) => problems.push(*problem),
            }
        }
        ClientSource { id: id.to_owned(), files, problems }
    }

    /// Reads all files of a folder that the settings name, such as a theme; empty where there is none.
    pub fn read_folder(&self, name: &str) -> (BTreeMap<String, SourceFile>, Diagnostics) {
        if !is_inside(name) {
            return Default::default();
        }
        if let Some(link) = self.link_above(name) {
            let mut problems = Diagnostics::new();
            problems.push(link_on_disk(Place::whole_file(link.into()), "folder"));
            return (BTreeMap::new(), problems);
        }
        let source = self.read_client(name);
        let found = self.root.join(name).is_dir();
        if found { (source.files, source.problems) } else { Default::default() }
    }

    /// Reads one file by its path in the workspace.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub fn read_named(&self, path: &str) -> Result<SourceFile, String> {
        if !is_inside(path) {
            return Err(format!("`{path}` leads out of the workspace"));
        }
        let file = self.root.join(path);
        if self.link_above(path).is_some() {
            return Err(format!("`{path}` lies behind a link to a folder elsewhere, and links are not followed"));
        }
        match std::fs::symlink_metadata(&file) {
            Ok(metadata) if metadata.is_file() => {}
            Ok(_) => return Err(format!("`{path}` is not a file")),
            Err(_) => return Err(format!("there is no file `{path}` in the workspace")),
        }
        match std::fs::read(&file) {
            Ok(bytes) => Ok(SourceFile::new(path, bytes)),
            Err(error) => Err(format!("`{path}` cannot be read: {}", in_words(&error))),
        }
    }

    /// The first folder on the way to `path` that is a link to a folder elsewhere.
    fn link_above<'p>(&self, path: &'p str) -> Option<&'p str> {
        let mut folders = path.match_indices('/').map(|(end, _)| &path[..end]);
        folders.find(|folder| self.root.join(folder).is_symlink())
    }

    /// Reads one file; `None` for a folder.
    fn take(&self, folder: &Path, entry: &DirEntry) -> Result<Option<(String, SourceFile)>, Box<Diagnostic>> {
        let in_workspace = self.relative(entry.path());
        let place = Place::whole_file(in_workspace.clone());
        if let Some(problem) = unfit(entry, &place) {
            return Err(Box::new(problem));
        }
        if entry.file_type().is_dir() {
            return Ok(None);
        }
        let Some(path) = relative_to(entry.path(), folder) else {
            return Err(Box::new(not_unicode(place, "file")));
        };
        match std::fs::read(entry.path()) {
            // Two spellings of one accented name are one name: links are compared in NFC.
            Ok(bytes) => Ok(Some((composed(path), SourceFile::new(in_workspace, bytes)))),
            Err(error) => Err(Box::new(
                check::UNREADABLE
                    .at(place, format!("this file cannot be read: {}", in_words(&error)))
                    .help("make it readable for yourself, or move it out of the client's folder"),
            )),
        }
    }

    fn unreadable(&self, folder: &Path, error: &walkdir::Error) -> Diagnostic {
        let place = Place::whole_file(self.relative(error.path().unwrap_or(folder)));
        match error.io_error() {
            Some(error) => check::UNREADABLE
                .at(place, format!("this folder cannot be read: {}", in_words(error)))
                .help("make it readable for yourself, or move it out of the workspace"),
            None => check::UNREADABLE
                .at(place, "this folder contains itself")
                .help("remove the link or mount that leads back to it"),
        }
    }

    fn relative(&self, path: &Path) -> Arc<str> {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/").into()
    }
}

/// Why something in a client's folder cannot be taken in, as far as that can be said without opening it.
fn unfit(entry: &DirEntry, place: &Place) -> Option<Diagnostic> {
    let kind = entry.file_type();
    let name = entry.file_name().to_string_lossy();
    let unreadable =
        |message: &str, help: &str| Some(check::UNREADABLE.at(place.clone(), message.to_owned()).help(help));
    if kind.is_symlink() {
        return Some(link_on_disk(place.clone(), "file"));
    }
    if kind.is_dir() && entry.depth() > 0 && is_name_of_a_file(&name) {
        let help = "give the folder another name, or put the file in its place";
        return unreadable("this is a folder, but it has the name of a file", help);
    }
    if kind.is_dir() && entry.depth() == DEEPEST {
        return unreadable("what lies in this folder is not read: it is too many folders deep", "move it further up");
    }
    if !kind.is_dir() && !kind.is_file() {
        return unreadable("this is not an ordinary file", "remove it, or move it out of the client's folder");
    }
    if entry.depth() > 0 && (name.contains(['\\', ':']) || name.chars().any(char::is_control)) {
        let what = if kind.is_dir() { "folder" } else { "file" };
        let message = format!("the name of this {what} has a character that not every computer can store");
        return Some(check::FILE_NAME.at(place.clone(), message).help("leave out `\\`, `:` and control characters"));
    }
    None
}

fn link_on_disk(place: Place, what: &str) -> Diagnostic {
    check::LINK_ON_DISK
        .at(place, format!("this is a link to a {what} elsewhere, and links are not followed"))
        .help(format!("put a copy of the {what} here, or remove the link"))
}

/// One accented name can be stored in two ways, and some disks keep both.
fn twice(file: &SourceFile) -> Diagnostic {
    check::FILE_NAME
        .at(file.whole(), "there are two files of this name: its accents are stored in two ways")
        .help("rename one of the two")
}

/// What is read as text or settings; a folder of such a name is a slip.
pub(crate) fn is_name_of_a_file(name: &str) -> bool {
    [".yml", ".md", ".lock"].iter().any(|ending| name.ends_with(ending))
}

/// What keeps a file from being read, without the number that the system has for it.
fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "you may not open it".to_owned(),
        io::ErrorKind::NotFound => "it was there a moment ago and is gone".to_owned(),
        _ => error.to_string(),
    }
}

/// `path` below `folder` with `/` between the parts, or `None` where it is not Unicode.
fn relative_to(path: &Path, folder: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(folder).ok()?.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// Whether a path that a person wrote stays in the workspace.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

/// Names beginning with `.` or `_` are the agency's own and never read.
fn is_private(name: &str) -> bool {
    name.starts_with(['.', '_'])
}

/// Why there is no workspace to work on.
#[derive(Debug)]
pub enum ScanError {
    /// There is no `vestibule.yml` in the folder.
    NotAWorkspace(PathBuf),
    /// The file or folder cannot be read.
    Unreadable(PathBuf, io::Error),
}

impl fmt::Display for ScanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScanError::NotAWorkspace(path) => write!(
                f,
                "`{}` is not a workspace: it has no `vestibule.yml` (make a new one with `vestibule init DIR`, or name another folder with `-C`)",
                path.display()
            ),
            ScanError::Unreadable(path, error) => write!(f, "cannot read `{}`: {error}", path.display()),
        }
    }
}

impl std::error::Error for ScanError {}
