//! Files that lie where nothing reads them, and files that nobody meant to publish.

mod shared;

pub(super) use shared::misplaced_in_shared;

use std::collections::BTreeSet;

use super::Content;
use super::attachment::Attachment;
use crate::check;
use crate::diagnostic::{Diagnostic, Place};
use crate::percent::decoded;
use crate::source::{ClientSource, SHARED};
use crate::spelling::nearest;

/// The files beside `client.yml` that are read.
const SETTINGS: [&str; 7] =
    ["access.lock", "files.yml", "glossary.yml", "milestones.yml", "people.yml", "roadmap.yml", "tasks.yml"];

/// Files that are planned for and not read yet.
const LATER: [&str; 4] = ["agreement.yml", "feedback.yml", "meetings.yml", "risks.yml"];

/// The folders that are read.
const FOLDERS: [&str; 4] = ["decisions", "docs", "files", "updates"];

/// Where portals are written to, if nobody says otherwise.
const OUTPUT: &str = "dist";

/// What would be left out without a word, or published without anybody having meant it.
pub(super) fn misplaced(source: &ClientSource) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = reserved(source).into_iter().collect();
    let mut folders = BTreeSet::new();
    for (path, file) in &source.files {
        let problem = match path.split_once('/') {
            None => beside(path, file.whole()),
            Some(("files", rest)) => left_behind(rest, file.whole()),
            Some(("docs" | "decisions" | "updates", rest)) => in_pages(rest, file.whole()),
            Some((folder, _)) if folders.insert(folder) => elsewhere(source, folder),
            Some(_) => None,
        };
        found.extend(problem.or_else(|| unread(path, file.whole())));
    }
    found
}

/// What lies beside updates and decisions and is seen by nobody, because nothing links to it.
pub(super) fn unlinked(content: &Content) -> Vec<Diagnostic> {
    let beside = |name: &str| name.starts_with("updates/") || name.starts_with("decisions/");
    let mut left: Vec<&Attachment> = content.attachments.values().filter(|one| beside(one.name.as_str())).collect();
    left.retain(|one| is_written(last_part(one.name.as_str())));
    if left.is_empty() {
        return Vec::new();
    }
    let links = content.texts().flat_map(|text| &text.references).map(|reference| &reference.to.value);
    let photos = content.people.iter().filter_map(|person| Some(&person.photo.as_ref()?.path.value));
    for to in links.chain(photos).map(|to| decoded(to)) {
        left.retain(|one| !to.contains(last_part(one.name.as_str())));
    }
    let unseen = |one: &&Attachment| {
        let help = "link to it from a text, or put it into the folder `files`";
        check::MISPLACED_FILE.at(one.file.whole(), "nothing links to this file, so nobody will see it").help(help)
    };
    left.iter().map(unseen).collect()
}

/// The names of folders that cannot be a client's, or had better not be.
fn reserved(source: &ClientSource) -> Option<Diagnostic> {
    let place = Place::whole_file(format!("{}/client.yml", source.id).into());
    let help = "give the folder of this client another name";
    match source.id.as_str() {
        SHARED => {
            let message = "the folder `shared` holds what all clients share, so it cannot be a client's";
            Some(check::FILE_NAME.at(place, message).help(help))
        }
        OUTPUT => {
            let message = "portals are written to the folder `dist`, unless another is named";
            Some(check::MISPLACED_FILE.at(place, message).help(help))
        }
        _ => None,
    }
}

/// A file beside `client.yml`.
fn beside(name: &str, place: Place) -> Option<Diagnostic> {
    if name == "client.yml" || SETTINGS.contains(&name) || !is_written(name) {
        return None;
    }
    if let Some(known) = settings_name(name, &SETTINGS) {
        return Some(nearly(place, "file", known));
    }
    let plain = name.to_lowercase().replace(".yaml", ".yml");
    if LATER.contains(&plain.as_str()) {
        let help = format!("call it `_{name}` until then: names that begin with `_` are left alone");
        return Some(check::MISPLACED_FILE.at(place, format!("this version does not read `{plain}` yet")).help(help));
    }
    if plain.ends_with(".md") || has_second_ending(&plain) {
        let help = format!("put it into the folder `docs`, or call it `_{name}` if it is a note of your own");
        return Some(left_out(place, "no page is read here").help(help));
    }
    if !plain.ends_with(".yml") {
        let help = format!("put it into the folder `files`, or call it `_{name}` if it is a file of your own");
        return Some(left_out(place, "it lies beside `client.yml`").help(help));
    }
    let stems = SETTINGS.into_iter().chain(["client.yml"]).filter_map(|known| known.strip_suffix(".yml"));
    let help = match nearest(plain.trim_end_matches(".yml"), stems) {
        Some(near) => format!("did you mean `{near}.yml`?"),
        None => format!("call it `_{name}` if it is a file of your own: names that begin with `_` are left alone"),
    };
    Some(left_out(place, "nothing has this name").help(help))
}

/// A file in a folder of pages. `rest` is its path in there.
fn in_pages(rest: &str, place: Place) -> Option<Diagnostic> {
    if let Some(name) = page_name(rest) {
        return Some(nearly(place, "file", &name));
    }
    let name = last_part(rest);
    has_second_ending(name).then(|| {
        let (page, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        left_out(place, &format!("its name ends in `.{ending}`")).help(format!("call it `{page}`"))
    })
}

/// A folder that is none of those that are read: pictures may lie in it, so it is odd only if it is nearly one of them.
fn elsewhere(source: &ClientSource, folder: &str) -> Option<Diagnostic> {
    if let Some(name) = folder_name(folder) {
        return Some(nearly(Place::whole_file(format!("{}/{folder}", source.id).into()), "folder", name));
    }
    nearest(folder, FOLDERS).map(|near| nearly_read(source, folder, near))
}

/// A folder that is called nearly like `near`, one that is read. Pages in a folder `doc` would vanish; but one of pictures
/// may well be called `films`.
fn nearly_read(source: &ClientSource, folder: &str, near: &str) -> Diagnostic {
    let place = Place::whole_file(format!("{}/{folder}", source.id).into());
    let inside = |path: &String| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let is_text = |path: &String| path.ends_with(".md") || path.ends_with(".yml");
    let has_text = source.files.keys().any(|path| inside(path) && is_text(path));
    let is_plural = folder.to_lowercase().trim_end_matches('s') == near.trim_end_matches('s');
    let check = if has_text && is_plural { &check::FILE_NAME } else { &check::MISPLACED_FILE };
    let message = match has_text {
        true => format!("this folder would be left out: nothing reads a folder `{folder}`"),
        false => format!("of a folder `{folder}` nothing is read but pictures that a text shows"),
    };
    check.at(place, message).help(format!("did you mean `{near}`?"))
}

/// A page or settings in a folder where neither is read.
fn unread(path: &str, place: Place) -> Option<Diagnostic> {
    let (folder, rest) = path.split_once('/')?;
    let is_page = path.ends_with(".md");
    let is_read = folder == "files" || (is_page && FOLDERS.contains(&folder));
    let is_told = !FOLDERS.contains(&folder) && (folder_name(folder).is_some() || nearest(folder, FOLDERS).is_some());
    if is_read || is_told || !(is_page || path.ends_with(".yml")) {
        return None;
    }
    let name = last_part(rest);
    let (why, help) = match (is_page, SETTINGS.contains(&name)) {
        (true, _) => {
            let help = format!("put it into the folder `docs`, or call the folder `_{folder}` if it is your own");
            (format!("no page is read in the folder `{folder}`"), help)
        }
        (false, true) => ("settings are read beside `client.yml` only".to_owned(), "put it there".to_owned()),
        (false, false) => {
            let help = format!("put it into the folder `files`, or call it `_{name}` if it is a file of your own");
            ("settings are read beside `client.yml` only".to_owned(), help)
        }
    };
    Some(left_out(place, &why).help(help))
}

/// What a program or a system leaves behind in `files`, where everything is published.
fn left_behind(rest: &str, place: Place) -> Option<Diagnostic> {
    let name = last_part(rest);
    (!is_written(name)).then(|| {
        let message = format!("`{name}` was left behind by another program, and would be published");
        check::MISPLACED_FILE.at(place, message).help("delete it, or move it out of the folder `files`")
    })
}

/// Whether a person made the file, as far as its name tells.
fn is_written(name: &str) -> bool {
    let plain = name.to_lowercase();
    let is_system = ["thumbs.db", "ehthumbs.db", "desktop.ini"].contains(&plain.as_str());
    let endings = [".tmp", ".temp", ".bak", ".swp", ".part", ".crdownload", "~"];
    !is_system && !plain.starts_with("~$") && !endings.iter().any(|ending| plain.ends_with(ending))
}

fn left_out(place: Place, why: &str) -> Diagnostic {
    check::MISPLACED_FILE.at(place, format!("this file would be left out: {why}"))
}

fn nearly(place: Place, what: &str, name: &str) -> Diagnostic {
    let message = format!("this {what} would be left out: capital letters and endings count");
    check::FILE_NAME.at(place, message).help(format!("call it `{name}`"))
}

/// Which of the `known` files of settings this one should be called, if that is not what it is called.
fn settings_name(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let plain = name.to_lowercase().replace(".yaml", ".yml");
    let plain = plain.strip_suffix(".txt").filter(|plain| plain.ends_with(".yml")).unwrap_or(&plain);
    known.iter().copied().find(|known| *known == plain && *known != name)
}

/// The same of a folder.
fn folder_name(name: &str) -> Option<&'static str> {
    let plain = name.to_lowercase();
    FOLDERS.into_iter().find(|known| *known == plain && *known != name)
}

/// The same of a page.
fn page_name(path: &str) -> Option<String> {
    let (stem, ending) = last_part(path).rsplit_once('.')?;
    (ending != "md" && ["md", "markdown"].contains(&ending.to_lowercase().as_str())).then(|| format!("{stem}.md"))
}

/// Whether an editor put its own ending behind that of a page: `start.md.txt`.
fn has_second_ending(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(page, ending)| page.ends_with(".md") && is_written(name) && ending != "md")
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
