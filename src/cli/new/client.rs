//! `vestibule new client`.

use std::collections::BTreeMap;
use std::path::Path;

use super::address::free_address;
use super::subject::{made, settings};
use super::{disk, like, name, trial, yaml_text};
use crate::build::{Settings, check_together, read_source};
use crate::cli::{Failure, Outcome, lock, open, report, today};
use crate::content::agency::theme_folder;
use crate::content::slug::slug;
use crate::diagnostic::{Diagnostics, Severity};
use crate::portal::Drafts;
use crate::seal::SystemEntropy;
use crate::source::{ClientSource, SourceFile, Workspace};

/// Names of folders that a workspace has for something else.
const RESERVED: [&str; 4] = ["dist", "node_modules", "shared", "target"];

/// The longest id, in characters.
const LONGEST: usize = 60;

/// Makes the folder of a client, after another client's where one is named.
pub(super) fn run(root: &Path, id: &str, like: Option<&str>) -> Result<Outcome, Failure> {
    let (workspace, chosen) = open(root, &like.map(str::to_owned).into_iter().collect::<Vec<_>>())?;
    refuse_id(&workspace, id)?;
    let Some(settings) = settings(&workspace) else { return Ok(Outcome::ContentErrors) };
    let _lock = lock(workspace.root());
    let files = match like {
        None => BTreeMap::from([(like::CLIENT_FILE.to_owned(), opening(&workspace, &settings, id).into_bytes())]),
        Some(_) => match copied(&workspace, &settings, id, &chosen[0]) {
            Some(files) => files,
            None => return Ok(Outcome::ContentErrors),
        },
    };
    if let Some(objection) = trial::objection(&settings, &nobody(id), &source(id, &files)) {
        return Err(objection);
    }
    // The file that makes the folder a client's comes last: half a folder is none.
    let mut files: Vec<(String, Vec<u8>)> = files.into_iter().collect();
    files.sort_by_key(|(path, _)| path == like::CLIENT_FILE);
    disk::create_folder(workspace.root(), id, &files)?;
    let next = format!(
        "Next: write the client's name and the project into `{id}/{}`, then `vestibule serve`.",
        like::CLIENT_FILE
    );
    made(id, &next)
}

/// Refuses what cannot be the name of a client's folder.
fn refuse_id(workspace: &Workspace, id: &str) -> Result<(), Failure> {
    let refused = |why: String| Err(Failure(format!("`{id}` cannot be the id of a client: {why}")));
    let like = slug(id);
    if like != id || id.is_empty() {
        let example = if like.is_empty() { "harbour-works" } else { &like };
        return refused(format!("use lower-case letters, digits and `-`, such as `{example}`"));
    }
    if id.chars().count() > LONGEST {
        return refused(format!("it is longer than {LONGEST} characters"));
    }
    name::refuse_device(id)?;
    let theme = theme_folder(workspace.settings()).map(|folder| folder.value);
    let theme = theme.as_deref().and_then(|folder| folder.split('/').next());
    if RESERVED.contains(&id) || theme == Some(id) {
        return refused("the workspace has a folder of that name for something else".to_owned());
    }
    if disk::is_taken(workspace.root(), id) || workspace.client(id).is_some() {
        return Err(Failure(format!("`{id}` is there already, and nothing is written over")));
    }
    Ok(())
}

/// The first lines of `client.yml`, with which it can be read: name, project and address.
fn opening(workspace: &Workspace, settings: &Settings, id: &str) -> String {
    let name = name::in_words(id);
    // What is wrong with the other clients is none of this one's business.
    let taken = check_together(workspace, settings, &mut Diagnostics::new());
    let address = free_address(&taken, &format!("{id} {name}"), &mut SystemEntropy);
    format!(
        "name: {}\n\
         project: Project\n\
         # Everybody can see the address of a portal, so it does not say whose it is.\n\
         address: {address}\n",
        yaml_text::scalar(&name)
    )
}

/// The files of a client after `other`. `None` where that one has mistakes, which are said.
fn copied(workspace: &Workspace, settings: &Settings, id: &str, other: &str) -> Option<BTreeMap<String, Vec<u8>>> {
    let original = workspace.read_client(other);
    let mut found = Diagnostics::new();
    let content = read_source(settings, &original, &mut found);
    found.extend(trial::problems(settings, &original));
    let Some(content) = content.filter(|_| !found.has_errors()) else {
        report::to_stderr(&found);
        return None;
    };
    let mut copy = like::Copy::of(&original, &content, opening(workspace, settings, id), today(None));
    let is_known = |code: &str| found.sorted().iter().any(|problem| problem.code == code);
    loop {
        let files = copy.files();
        let problems = trial::problems(settings, &source(id, &files));
        let new = problems.iter().filter(|one| one.severity != Severity::Hint && !is_known(one.code));
        let places = new.filter_map(|one| Some((in_folder(id, &one.place.file)?, one.place.line, one.place.column)));
        // What points at something that was not taken along stays behind, too.
        if !copy.leave_out(places) {
            return Some(said(settings, id, other, copy, &is_known));
        }
    }
}

/// Says what to look at before anything is published, and makes drafts of the documents where nothing but drafts leads to
/// them.
fn said(
    settings: &Settings,
    id: &str,
    other: &str,
    mut copy: like::Copy,
    is_known: &dyn Fn(&str) -> bool,
) -> BTreeMap<String, Vec<u8>> {
    copy.make_drafts(true);
    let files = copy.files();
    let published = trial::problems_with(settings, &source(id, &files), Drafts::LeftOut);
    let is_linked = published.iter().any(|one| one.severity != Severity::Hint && !is_known(one.code));
    copy.make_drafts(!is_linked);
    for line in copy.left_out() {
        report::say(&format!("left out: {line}\n"));
    }
    let documents: Vec<&str> = copy.documents().collect();
    for path in copy.to_be_read().iter().filter(|path| !documents.contains(&path.as_str())) {
        report::say(&format!("read first: {path}, which may speak of `{other}`\n"));
    }
    for path in documents {
        let how = if is_linked { "no draft, because something leads to it" } else { "a draft until then" };
        report::say(&format!("read first: {path}, written for `{other}` ({how})\n"));
    }
    copy.files()
}

fn in_folder<'p>(id: &str, path: &'p str) -> Option<&'p str> {
    path.strip_prefix(id)?.strip_prefix('/')
}

fn nobody(id: &str) -> ClientSource {
    source(id, &BTreeMap::from([(like::CLIENT_FILE.to_owned(), b"name: x\nproject: x\naddress: x-1\n".to_vec())]))
}

fn source(id: &str, files: &BTreeMap<String, Vec<u8>>) -> ClientSource {
    let files =
        files.iter().map(|(path, bytes)| (path.clone(), SourceFile::new(format!("{id}/{path}"), bytes.clone())));
    ClientSource { id: id.to_owned(), files: files.collect(), problems: Diagnostics::new() }
}
