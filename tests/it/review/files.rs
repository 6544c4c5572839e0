//! Files that nobody reads, or that nobody meant to publish.

use vestibule::check::BASE;

use super::says;
use crate::checks::{example, found};

#[test]
fn files_are_found_that_lie_where_nothing_reads_them() {
    let own = "call it `_budget.yml` if it is a file of your own: names that begin with `_` are left alone";
    says(
        &[
            ("budget.yml", "a: 1\n"),
            ("people.yml.txt", "- name: Mira Vos\n"),
            ("README.md", "# Ours\n"),
            ("doc/start.md", "# Start\n"),
            ("notes/monday.md", "# Monday\n"),
            ("docs/tasks.yml", "- title: Photos\n"),
            ("docs/start.md.txt", "# Start\n"),
            ("agreement.yaml", "a: 1\n"),
            ("files/Thumbs.db", "x"),
            ("files/old/plan.docx~", "x"),
            ("people/mira.png", "x"),
        ],
        &[
            "README.md:1:1 warning[misplaced-file] this file would be left out: no page is read here | put it into the folder `docs`, or call it `_README.md` if it is a note of your own",
            "agreement.yaml:1:1 warning[misplaced-file] this version does not read `agreement.yml` yet | call it `_agreement.yaml` until then: names that begin with `_` are left alone",
            &format!(
                "budget.yml:1:1 warning[misplaced-file] this file would be left out: nothing has this name | {own}"
            ),
            "doc:1:1 error[file-name] this folder would be left out: nothing reads a folder `doc` | did you mean `docs`?",
            "docs/start.md.txt:1:1 warning[misplaced-file] this file would be left out: its name ends in `.txt` | call it `start.md`",
            "docs/tasks.yml:1:1 warning[misplaced-file] this file would be left out: settings are read beside `client.yml` only | put it there",
            "files/Thumbs.db:1:1 warning[misplaced-file] `Thumbs.db` was left behind by another program, and would be published | delete it, or move it out of the folder `files`",
            "files/old/plan.docx~:1:1 warning[misplaced-file] `plan.docx~` was left behind by another program, and would be published | delete it, or move it out of the folder `files`",
            "notes/monday.md:1:1 warning[misplaced-file] this file would be left out: no page is read in the folder `notes` | put it into the folder `docs`, or call the folder `_notes` if it is your own",
            "people.yml.txt:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `people.yml`",
        ],
    );
}

#[test]
fn a_folder_of_pictures_may_be_called_nearly_like_one_that_is_read() {
    let nothing = |folder: &str, near: &str| {
        format!(
            "{folder}:1:1 warning[misplaced-file] of a folder `{folder}` nothing is read but pictures that a text shows | did you mean `{near}`?"
        )
    };
    let left_out = |folder: &str, level: &str, near: &str| {
        format!(
            "{folder}:1:1 {level} this folder would be left out: nothing reads a folder `{folder}` | did you mean `{near}`?"
        )
    };
    says(
        &[
            ("doc/a.png", "x"),
            ("file/a.md", "# A\n"),
            ("films/a.png", "x"),
            ("tiles/a.md", "# A\n"),
            ("photos/a.png", "x"),
        ],
        &[
            &nothing("doc", "docs"),
            &left_out("file", "error[file-name]", "files"),
            &nothing("films", "files"),
            &left_out("tiles", "warning[misplaced-file]", "files"),
        ],
    );
}

#[test]
fn files_that_are_read_linked_or_private_are_not_misplaced() {
    says(
        &[
            ("_notes.md", "# Ours\n"),
            ("_old/plan.md", "# Ours\n"),
            ("Thumbs.db", "x"),
            ("docs/desktop.ini", "x"),
            ("files/notes.md", "# A file\n"),
            ("files/settings.yml", "a: 1\n"),
            ("updates/2026-11-20.md", "## Done\n\n![The new basket](the%20basket.png) and [a plan](plan.pdf).\n"),
            ("updates/the basket.png", "x"),
            ("updates/plan.pdf", "x"),
            ("images/unused.png", "x"),
        ],
        &[],
    );
}

#[test]
fn some_folders_cannot_be_a_clients() {
    let workspace = example(BASE);
    for folder in ["shared", "dist"] {
        workspace.write(&format!("{folder}/client.yml"), format!("name: X\nproject: Y\naddress: {folder}-1\n"));
    }
    assert_eq!(
        found(&workspace),
        [
            "dist/client.yml:1:1 warning[misplaced-file] portals are written to the folder `dist`, unless another is named | give the folder of this client another name",
            "shared/client.yml:1:1 error[file-name] the folder `shared` holds what all clients share, so it cannot be a client's | give the folder of this client another name",
        ]
    );
}
