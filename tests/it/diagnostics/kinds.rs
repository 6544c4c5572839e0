//! What lies on disk and cannot be taken in, in each of the places that are read.

use std::fs;
use std::os::unix::fs::symlink;

use vestibule::check::BASE;

use super::disk::{as_nobody, set_mode};
use crate::checks::{example, found};
use crate::workspace::Workspace;

/// A file of each kind in a client's folder, and in that of all clients.
const FILES: [&str; 12] = [
    "acme/decisions/0001-which.md",
    "acme/docs/start.md",
    "acme/files.yml",
    "acme/glossary.yml",
    "acme/milestones.yml",
    "acme/people.yml",
    "acme/roadmap.yml",
    "acme/tasks.yml",
    "acme/updates/2026-11-20.md",
    "shared/docs/start.md",
    "shared/glossary.yml",
    "shared/people.yml",
];

/// The folders in which any number of files may lie.
const FOLDERS: [&str; 5] = ["acme/decisions", "acme/docs", "acme/files", "acme/updates", "shared/docs"];

#[test]
fn files_of_any_kind_that_are_no_text() {
    for path in FILES {
        let workspace = example(BASE).file(path, b"a: b\nc: \xff\n");
        let place = format!("{path}:2:4 error[not-utf8] from here on this file is not UTF-8 text");
        let way_out = "open it in your editor and save it with the encoding UTF-8";
        assert_eq!(found(&workspace), [format!("{place} | {way_out}")]);
        workspace.write(path, b"a: b\nc: d\0\n");
        let place = format!("{path}:2:5 error[nul-byte] this file holds a NUL character, so it is not a text file");
        assert_eq!(found(&workspace), [format!("{place} | save it again as plain text (UTF-8)")]);
    }
}

#[test]
fn folders_with_the_name_of_any_file() {
    for path in FILES {
        let workspace = example(BASE);
        fs::create_dir_all(workspace.path(path)).expect("a folder can be made");
        let message = "this is a folder, but it has the name of a file";
        let way_out = "give the folder another name, or put the file in its place";
        assert_eq!(found(&workspace), [format!("{path}:1:1 error[unreadable] {message} | {way_out}")]);
    }
}

#[test]
fn links_out_of_the_workspace_in_the_place_of_any_file() {
    let outside = Workspace::empty().file("secret.md", "# Secret\n");
    for path in FILES {
        let workspace = example(BASE).file(path, "");
        workspace.remove(path);
        symlink(outside.path("secret.md"), workspace.path(path)).expect("a link can be made");
        assert_eq!(found(&workspace), [linked(path)]);
    }
}

#[test]
fn links_that_lead_back_are_not_followed_in_any_folder() {
    for folder in FOLDERS {
        let workspace = example(BASE);
        fs::create_dir_all(workspace.path(folder)).expect("a folder can be made");
        let links = [("itself", "itself"), ("loop", "."), ("up", ".."), ("workspace", "../..")];
        for (name, target) in links {
            symlink(target, workspace.path(folder).join(name)).expect("a link can be made");
        }
        assert_eq!(found(&workspace), links.map(|(name, _)| linked(&format!("{folder}/{name}"))));
    }
}

#[test]
fn a_folder_for_all_clients_that_lies_elsewhere_is_not_read() {
    let outside = Workspace::empty().file("people.yml", "- { name: Mira Vos, side: uss }\n");
    let workspace = example(BASE);
    symlink(outside.path(""), workspace.path("shared")).expect("a link can be made");
    let message = "this is a link to a folder elsewhere, and links are not followed";
    let way_out = "put a copy of the folder here, or remove the link";
    assert_eq!(found(&workspace), [format!("shared:1:1 error[link-on-disk] {message} | {way_out}")]);
}

#[test]
fn files_and_folders_of_any_kind_that_may_not_be_read() {
    for path in FILES.iter().chain(&FOLDERS) {
        let is_folder = FOLDERS.contains(path);
        let workspace = example(BASE);
        match is_folder {
            true => fs::create_dir_all(workspace.path(path)).expect("a folder can be made"),
            false => workspace.write(path, "a: b\n"),
        }
        set_mode(&workspace, path, 0o000);
        let ran = as_nobody(&workspace, &["check", "--format", "github"]);
        set_mode(&workspace, path, 0o755);
        let (what, out_of) = if is_folder { ("folder", "workspace") } else { ("file", "client's folder") };
        let expected = format!(
            "::error file={path},line=1,col=1,title=unreadable::this {what} cannot be read: you may not open it%0Amake it readable for yourself, or move it out of the {out_of}\n"
        );
        assert_eq!((ran.stdout, ran.code), (expected, Some(1)));
    }
}

#[test]
fn two_spellings_of_one_name_in_any_folder() {
    for folder in FOLDERS {
        let file = |name: &str| format!("{folder}/{name}.md");
        let text = "# Which?\n\n## Options\n\n- One\n- Two\n";
        let workspace = example(BASE).file(&file("caf\u{e9}"), text).file(&file("cafe\u{301}"), text);
        if fs::read_dir(workspace.path(folder)).expect("the folder is there").count() < 2 {
            return; // This disk knows that they are one.
        }
        let problem = format!(
            "{folder}/caf\u{e9}.md:1:1 error[file-name] there are two files of this name: its accents are stored in two ways | rename one of the two"
        );
        assert!(found(&workspace).contains(&problem), "{:#?}", found(&workspace));
    }
}

/// What is said of a link to somewhere else.
fn linked(path: &str) -> String {
    let message = "this is a link to a file elsewhere, and links are not followed";
    format!("{path}:1:1 error[link-on-disk] {message} | put a copy of the file here, or remove the link")
}
