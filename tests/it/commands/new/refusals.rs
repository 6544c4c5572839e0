//! What is not made: over something else, behind a link, from a slip.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::process::Command;

use super::english;
use crate::reader::tree;
use crate::workspace::{KEY, Ran, Workspace};

/// Runs `new`, which makes nothing and says why.
#[track_caller]
fn refused(workspace: &Workspace, arguments: &[&str], code: i32, words: &str) {
    let before = tree(&workspace.path(""));
    let ran = workspace.run([&["new"], arguments].concat()).ended_with(code).saying(words);
    assert_eq!(ran.stdout, "", "{arguments:?}");
    let after = tree(&workspace.path(""));
    let ours = |path: &&String| path.as_str() != ".vestibule/lock";
    assert!(
        after.iter().filter(|(path, _)| ours(path)).eq(before.iter().filter(|(path, _)| ours(path))),
        "{arguments:?}"
    );
}

#[test]
fn nothing_is_written_over() {
    let workspace = english()
        .file("acme/docs/start.md", "# Mine\n")
        .file("acme/docs/Readme.md", "# Mine\n")
        .file("acme/updates/2026-11-20.md", "# Mine\n")
        .file("acme/docs/folder.md/kept.txt", "x")
        .file("taken/anything.txt", "x")
        .file("file", "x");
    refused(&workspace, &["doc", "acme", "Start"], 2, "`acme/docs/start.md` is there already");
    refused(&workspace, &["doc", "acme", "README"], 2, "`acme/docs/Readme.md` is there already");
    refused(&workspace, &["doc", "acme", "Folder"], 2, "`acme/docs/folder.md` is there already");
    refused(
        &workspace,
        &["update", "acme", "--today", "2026-11-20"],
        2,
        "`acme/updates/2026-11-20.md` is there already",
    );
    refused(&workspace, &["client", "acme"], 2, "`acme` is there already");
    refused(&workspace, &["client", "taken"], 2, "`taken` is there already");
    refused(&workspace, &["client", "file"], 2, "`file` is there already");
}

#[test]
fn a_file_in_the_place_of_a_folder_stays() {
    let workspace = english().file("acme/decisions", "x").file("acme/docs/guides", "x");
    refused(
        &workspace,
        &["decision", "acme", "One"],
        2,
        "cannot make `acme/decisions/0001-one.md`: `decisions` is no folder",
    );
    refused(&workspace, &["doc", "acme", "One", "--in", "guides"], 2, "`guides` is no folder");
    let workspace = english();
    fs::create_dir(workspace.path("acme/tasks.yml")).expect("a folder can be made");
    refused(&workspace, &["task", "acme", "One"], 2, "`acme/tasks.yml` is there already");
}

#[test]
fn nothing_is_written_behind_a_link() {
    let elsewhere = Workspace::empty().file("tasks.yml", "- title: One\n").file("inside/x", "x");
    let workspace = english();
    for (name, to) in [("tasks.yml", "tasks.yml"), ("glossary.yml", "nowhere.yml"), ("docs", "inside")] {
        symlink(elsewhere.path(to), workspace.path("acme").join(name)).expect("a link can be made");
    }
    symlink(elsewhere.path("inside"), workspace.path("quay")).expect("a link can be made");
    symlink(elsewhere.path("nowhere"), workspace.path("jetty")).expect("a link can be made");
    let before = tree(&elsewhere.path(""));
    for (arguments, words) in [
        (&["task", "acme", "Two"][..], "`acme/tasks.yml` is there already"),
        (&["term", "acme", "Two"], "`acme/glossary.yml` is there already"),
        (&["doc", "acme", "Two"], "cannot make `acme/docs/two.md`: `docs` is a link, and links are not followed"),
        (&["client", "quay"], "`quay` is there already"),
        (&["client", "jetty"], "`jetty` is there already"),
    ] {
        let ran = workspace.run([&["new"], arguments].concat()).ended_with(2).saying(words);
        assert_eq!(ran.stdout, "");
    }
    assert_eq!(tree(&elsewhere.path("")), before);
    assert!(!elsewhere.path("nowhere").exists() && !elsewhere.path("nowhere.yml").exists());
}

/// Runs `new` as somebody who may read the workspace and not write to it.
fn as_a_guest(workspace: &Workspace, program: &Workspace, arguments: &[&str]) -> Ran {
    let mut command = Command::new(program.path("vestibule"));
    command.arg("-C").arg(workspace.path("")).arg("new").args(arguments).env("VESTIBULE_KEY", KEY);
    if fs::metadata("/proc/self").expect("a process has an owner").uid() == 0 {
        command.uid(65_534).gid(65_534);
    }
    Ran::of(&mut command)
}

#[test]
fn a_folder_that_may_not_be_written_to_is_said() {
    let workspace = english().file("acme/tasks.yml", "- title: One\n");
    let program = Workspace::empty();
    fs::copy(env!("CARGO_BIN_EXE_vestibule"), program.path("vestibule")).expect("the program can be copied");
    let mode = |path: &std::path::Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("the folder is ours");
    };
    mode(&program.path(""), 0o755);
    mode(&workspace.path("acme"), 0o555);
    mode(&workspace.path(""), 0o555);
    let before = tree(&workspace.path("acme"));
    for (arguments, words) in [
        (&["task", "acme", "Two"][..], "cannot write `acme/tasks.yml`"),
        (&["milestone", "acme", "Two"], "cannot write `acme/milestones.yml`"),
        (&["decision", "acme", "Two"], "cannot write `acme/decisions/0001-two.md`"),
        (&["client", "quay"], "cannot write `quay`"),
    ] {
        let ran = as_a_guest(&workspace, &program, arguments);
        mode(&workspace.path(""), 0o755);
        let ran = ran.ended_with(2).saying(words);
        mode(&workspace.path(""), 0o555);
        assert_eq!(ran.stdout, "");
    }
    mode(&workspace.path(""), 0o755);
    mode(&workspace.path("acme"), 0o755);
    assert_eq!(tree(&workspace.path("acme")), before);
    assert!(!workspace.path("quay").exists());
}

#[test]
fn a_write_protected_list_stays() {
    let workspace = english().file("acme/tasks.yml", "- title: One\n");
    let path = workspace.path("acme/tasks.yml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("it is ours");
    refused(&workspace, &["task", "acme", "Two"], 2, "cannot add to `acme/tasks.yml`: it is write-protected");
}

#[test]
fn lists_without_room_for_a_line_stay() {
    for list in ["[]\n", "[{title: One}]\n", "- title: One\n...\n", "~\n"] {
        let workspace = english().file("acme/tasks.yml", list);
        let words = "nothing can be added at the end of `acme/tasks.yml`: ";
        refused(&workspace, &["task", "acme", "Two"], 2, words);
        refused(&workspace, &["task", "acme", "Two"], 2, "(add it by hand: `- title: Two`)");
    }
}

#[test]
fn broken_lists_are_mended_first() {
    let workspace = english().file("acme/tasks.yml", "- title: One\n---\n- title: Two\n");
    refused(&workspace, &["task", "acme", "Three"], 1, "acme/tasks.yml:2:1");
    let workspace = english().file("acme/milestones.yml", "- title: One\n  due: soon\n");
    refused(&workspace, &["update", "acme", "--today", "2026-11-20"], 1, "acme/milestones.yml:2:8");
    let workspace = Workspace::new().file("acme/client.yml", "name: Acme\n");
    refused(&workspace, &["decision", "acme", "Three"], 1, "`project` is missing");
    let workspace = english().file("vestibule.yml", "language: klingon\n");
    refused(&workspace, &["client", "quay"], 1, "vestibule.yml:1:11");
}

#[test]
fn slips_are_said() {
    let workspace = english().file("acme/tasks.yml", "- title: One\n").file("acme/glossary.yml", "Go-live: x\n");
    for (arguments, words) in [
        (&["task", "acmee", "Two"][..], "there is no client `acmee` (did you mean `acme`?)"),
        (&["task", "acme", "one"], "`One` is in `tasks.yml` already"),
        (&["task", "acme", "…"], "nothing can be named after `…`: it has no letter and no digit"),
        (&["doc", "acme", " "], "nothing can be named after ``"),
        (&["doc", "acme", "Two\nlines"], "a title stands on one line"),
        (&["doc", "acme", "Nul"], "Windows can store nothing of the name `nul`"),
        (&["doc", "acme", "Two", "--in", "../docs"], "`../docs` cannot be a folder for documents"),
        (&["doc", "acme", "Two", "--in", "/tmp"], "`/tmp` cannot be a folder for documents"),
        (
            &["doc", "acme", "Two", "--in", "guides.md"],
            "`guides.md` cannot be a folder for documents: it has the name of a file (leave out the ending)",
        ),
        (&["doc", "acme", "Two", "--in", "_mine"], "what begins with `.` or `_` is never read"),
        (&["term", "acme", "go live"], "`Go-live` is in the glossary already"),
        (&["client", "Harbour Works"], "use lower-case letters, digits and `-`, such as `harbour-works`"),
        (&["client", "../x"], "use lower-case letters, digits and `-`, such as `x`"),
        (&["client", ""], "such as `harbour-works`"),
        (&["client", "shared"], "the workspace has a folder of that name for something else"),
        (&["client", "dist"], "the workspace has a folder of that name for something else"),
        (&["client", "com1"], "Windows can store nothing of the name `com1`"),
        (&["client", "quay", "--like", "akme"], "there is no client `akme` (did you mean `acme`?)"),
        (&["update", "acme", "--today", "friday"], "write the day as 2026-11-21"),
        (&["decision", "acme"], "TITLE"),
    ] {
        refused(&workspace, arguments, 2, words);
    }
    let long = "a".repeat(61);
    refused(&workspace, &["client", &long], 2, "it is longer than 60 characters");
}
