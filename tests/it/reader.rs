//! A reader of a published folder: what a browser does, with the library's opener.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use vestibule::seal::{Files, OpenError, Opened, Opener};

use crate::workspace::stretched;

/// All files below a folder: path with `/`, and contents.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// Reads a folder, with all that lies in it; of a link, where it leads.
pub(crate) fn tree(folder: &Path) -> Tree {
    let mut files = Tree::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.expect("the folder can be read");
        if !entry.file_type().is_dir() {
            let path = entry.path().strip_prefix(folder).expect("a walk stays in its folder");
            let path = path.to_str().expect("published names are text").to_owned();
            let bytes = match entry.path_is_symlink() {
                true => fs::read_link(entry.path()).map(|to| to.into_os_string().into_encoded_bytes()),
                false => fs::read(entry.path()),
            };
            files.insert(path, bytes.expect("the file can be read"));
        }
    }
    files
}

/// The part of a tree below one folder.
pub(crate) fn below(tree: &Tree, folder: &str) -> Tree {
    let files = tree.iter().filter_map(|(path, bytes)| {
        let path = path.strip_prefix(folder)?.strip_prefix('/')?;
        Some((path.to_owned(), bytes.clone()))
    });
    files.collect()
}

/// The names at which two trees differ.
pub(crate) fn changes(old: &Tree, new: &Tree) -> Vec<String> {
    let mut names: Vec<String> = old.iter().filter(|(path, bytes)| new.get(*path) != Some(bytes)).map(name).collect();
    names.extend(new.iter().filter(|(path, _)| !old.contains_key(*path)).map(name));
    names.sort();
    names
}

fn name((path, _): (&String, &Vec<u8>)) -> String {
    path.clone()
}

/// The files of a portal in a folder.
pub(crate) fn on_disk(portal: &Path) -> impl Files + '_ {
    |path: &str| match fs::read(portal.join(path)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Everything one person can read in a portal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Contents {
    pub(crate) audience: String,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) timezone: String,
    pub(crate) frame: String,
    /// The shards of the search index.
    pub(crate) search: Vec<Vec<u8>>,
    /// Title and text by path.
    pub(crate) pages: BTreeMap<String, (String, String)>,
    /// Media type and bytes by name.
    pub(crate) assets: BTreeMap<String, (String, Vec<u8>)>,
}

/// Opens a portal for a person that the fixture let in.
pub(crate) fn open<F: Files>(files: F, person: &str) -> Result<Opened<F>, OpenError> {
    Opener::new(files).unlock_stretching("not looked at", |_, _| stretched(person))
}

/// Everything that this person can read, or why not.
pub(crate) fn read_all<F: Files>(files: F, person: &str) -> Result<Contents, OpenError> {
    contents(&open(files, person)?)
}

/// Everything in an opened portal.
pub(crate) fn contents<F: Files>(opened: &Opened<F>) -> Result<Contents, OpenError> {
    let manifest = opened.manifest();
    let mut pages = BTreeMap::new();
    for (path, entry) in &manifest.pages {
        let body = opened.page(path)?.expect("the manifest has this page");
        pages.insert(path.to_string(), (entry.title.clone(), text(body)));
    }
    let mut assets = BTreeMap::new();
    for (name, entry) in &manifest.assets {
        let bytes = opened.asset(name)?.expect("the manifest has this asset");
        assets.insert(name.to_string(), (entry.media_type.clone(), bytes));
    }
    Ok(Contents {
        audience: manifest.place.audience.to_string(),
        title: manifest.title.clone(),
        language: manifest.language.clone(),
        timezone: manifest.timezone.clone(),
        frame: text(opened.frame()?),
        search: opened.search()?,
        pages,
        assets,
    })
}

/// The style sheets, scripts and pictures that a page of ours refers to.
pub(crate) fn references(index: &str) -> Vec<String> {
    let names = ["href=\"", "src=\""].into_iter().flat_map(|attribute| {
        index.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned)
    });
    names.filter(|name| !name.contains(':') && !name.starts_with('#')).collect()
}

/// Which of the files that `index.html` refers to, directly or through a script, are not there.
pub(crate) fn missing_references<F: Files>(files: &F) -> Vec<String> {
    let fetch = |path: &str| files.fetch(path).expect("the file can be read");
    let Some(index) = fetch("index.html") else { return vec!["index.html".to_owned()] };
    let mut waiting = references(&text(index));
    let mut seen = Vec::new();
    let mut missing = Vec::new();
    while let Some(name) = waiting.pop() {
        if seen.contains(&name) {
            continue;
        }
        match fetch(&name) {
            None => missing.push(name.clone()),
            Some(script) if name.ends_with(".js") => waiting.extend(imports(&text(script))),
            Some(_) => {}
        }
        seen.push(name);
    }
    missing
}

/// The modules that a script imports.
fn imports(script: &str) -> Vec<String> {
    let imports = script.split("'./").skip(1).filter_map(|rest| rest.split('\'').next());
    imports.filter(|name| name.ends_with(".js")).map(str::to_owned).collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("pages are text")
}
