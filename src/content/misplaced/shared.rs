//! The same for `shared/`, where people, words and documents are read, and pictures that belong to them.

use std::collections::BTreeSet;

use super::{
    FOLDERS, LATER, SETTINGS, folder_name, has_second_ending, in_pages, is_written, last_part, left_out, nearly,
    nearly_read, settings_name,
};
use crate::check;
use crate::diagnostic::{Diagnostic, Place};
use crate::source::ClientSource;
use crate::spelling::nearest;

/// The files of `shared/` that are read.
const SHARED_SETTINGS: [&str; 2] = ["glossary.yml", "people.yml"];

/// Why something is left out that a client's own folder may have.
const ONLY: &str = "only people, words and documents are shared";

/// What would be left out of `shared/` without a word.
pub(in crate::content) fn misplaced_in_shared(source: &ClientSource) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut folders = BTreeSet::new();
    for (path, file) in &source.files {
        let place = file.whole();
        let problem = match path.split_once('/') {
            None => beside(path, place),
            Some(("docs", rest)) => in_pages(rest, place).or_else(|| unread(path, file.whole())),
            Some((folder, _)) => match elsewhere(source, folder) {
                Some(problem) => folders.insert(folder).then_some(problem),
                None => unread(path, place),
            },
        };
        found.extend(problem);
    }
    found
}

/// A file in `shared/` itself.
fn beside(name: &str, place: Place) -> Option<Diagnostic> {
    // Where there is a `client.yml`, the folder is a client's, and that is said.
    if name == "client.yml" || SHARED_SETTINGS.contains(&name) || !is_written(name) {
        return None;
    }
    if let Some(known) = settings_name(name, &SHARED_SETTINGS) {
        return Some(nearly(place, "file", known));
    }
    let own = format!("call it `_{name}` if it is a file of your own");
    let plain = name.to_lowercase().replace(".yaml", ".yml");
    if plain.ends_with(".md") || has_second_ending(&plain) {
        let help = format!("put it into the folder `docs`, or call it `_{name}` if it is a note of your own");
        return Some(left_out(place, "no page is read here").help(help));
    }
    if SETTINGS.contains(&plain.as_str()) || LATER.contains(&plain.as_str()) {
        let help = format!("put it into the folder of the client that it is about, or {own}");
        return Some(left_out(place, ONLY).help(help));
    }
    if !plain.ends_with(".yml") {
        let help = format!("put it into a folder beside it, such as `photos`, or {own}");
        return Some(left_out(place, "no file is published from here").help(help));
    }
    let stems = SHARED_SETTINGS.into_iter().filter_map(|known| known.strip_suffix(".yml"));
    let help = match nearest(plain.trim_end_matches(".yml"), stems) {
        Some(near) => format!("did you mean `{near}.yml`?"),
        None => format!("{own}: names that begin with `_` are left alone"),
    };
    Some(left_out(place, "nothing has this name").help(help))
}

/// A folder that is not `docs`: pictures may lie in it, so it is odd only if it is one of those that clients have.
fn elsewhere(source: &ClientSource, folder: &str) -> Option<Diagnostic> {
    let place = Place::whole_file(format!("{}/{folder}", source.id).into());
    let known = FOLDERS.into_iter().find(|known| *known == folder).or_else(|| folder_name(folder));
    match known {
        Some("docs") => return Some(nearly(place, "folder", "docs")),
        Some("files") => {
            let message = "this folder would be left out: the files of all clients are listed nowhere";
            let help =
                "put them into the folder `files` of each client; or link to them, and call the folder otherwise";
            return Some(check::MISPLACED_FILE.at(place, message).help(help));
        }
        Some(_) => {
            let message = format!("this folder would be left out: {ONLY}");
            let help = "put what is in it into the folder of the client that it is about";
            return Some(check::MISPLACED_FILE.at(place, message).help(help));
        }
        None => {}
    }
    nearest(folder, ["docs"]).map(|near| nearly_read(source, folder, near))
}

/// A page or settings in a folder where neither is read.
fn unread(path: &str, place: Place) -> Option<Diagnostic> {
    let (folder, rest) = path.split_once('/')?;
    let name = last_part(rest);
    if path.ends_with(".md") && folder != "docs" {
        let help = format!("put it into the folder `docs`, or call the folder `_{folder}` if it is your own");
        return Some(left_out(place, &format!("no page is read in the folder `{folder}`")).help(help));
    }
    if !path.ends_with(".yml") {
        return None;
    }
    let help = match SHARED_SETTINGS.contains(&name) {
        true => "put it there".to_owned(),
        false => format!("call it `_{name}` if it is a file of your own"),
    };
    Some(left_out(place, "settings are read in `shared` itself only").help(help))
}
