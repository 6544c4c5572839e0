//! Names of files that few people give, in each of the folders that are read.

use vestibule::check::BASE;

use crate::checks::{example, found};

/// A decision that says nothing wrong.
const DECISION: &str = "## Question\n\nWhich?\n\n## Options\n\n- One\n- Two\n";

#[test]
fn names_as_long_as_a_disk_takes_them() {
    let [folder, page, file] = ["a".repeat(255), format!("{}.md", "b".repeat(252)), "ü".repeat(127)];
    let workspace = example(BASE)
        .file(&format!("acme/docs/{folder}/{page}"), format!("[file](../../files/{file})\n"))
        .file(&format!("acme/docs/{page}"), format!("[page]({folder}/{page}) [decision](../decisions/{page})\n"))
        .file(&format!("acme/decisions/{page}"), DECISION)
        .file(&format!("acme/files/{file}"), "x")
        .file("acme/files.yml", format!("{file}: Long\n"));
    assert_eq!(found(&workspace), [""; 0]);
    workspace.write(&format!("acme/updates/{page}"), "News.\n");
    assert_eq!(
        found(&workspace),
        [format!(
            "acme/updates/{page}:1:1 error[update-name] `{}` is not a day, and an update is called after its day | call it after the day it is of, such as `2026-11-20.md`: year, month and day",
            "b".repeat(252)
        )]
    );
}

#[test]
fn pictures_and_writing_from_right_to_left() {
    let workspace = example(BASE)
        .file("acme/decisions/0001-קפה 🥐.md", DECISION)
        .file("acme/docs/התחלה 🎉.md", "[קפה](<../decisions/0001-קפה 🥐.md>) [🥐](<../files/مرحبا 🥐.txt>)\n")
        .file("acme/files/مرحبا 🥐.txt", "x")
        .file("acme/files.yml", "\"مرحبا 🥐.txt\": שלום 🥐\n")
        .file("acme/files/\u{202e}fdp.exe", "x");
    assert_eq!(found(&workspace), [""; 0]);
    for day in ["🥐", "٢٠٢٦-١١-٢٠"] {
        let workspace = example(BASE).file(&format!("acme/updates/{day}.md"), "News.\n");
        assert_eq!(
            found(&workspace),
            [format!(
                "acme/updates/{day}.md:1:1 error[update-name] `{day}` is not a day, and an update is called after its day | call it after the day it is of, such as `2026-11-20.md`: year, month and day"
            )]
        );
    }
}

#[test]
fn names_that_one_system_keeps_for_itself_are_names_in_every_folder() {
    let workspace = example(BASE)
        .file("acme/decisions/con.md", DECISION)
        .file("acme/decisions/0001-nul.md", DECISION)
        .file("acme/files/aux", "x")
        .file("acme/files/prn.txt", "x")
        .file("acme/files.yml", "aux: A file\nprn.txt: Another\n")
        .file("acme/docs/lpt9/com1.md", "# A\n")
        .file("shared/docs/nul.md", "# B\n");
    assert_eq!(found(&workspace), [""; 0]);
}

#[test]
fn names_that_scripts_have_a_use_for_are_names() {
    let names = ["constructor", "hasOwnProperty", "toString", "valueOf"];
    let workspace = names.iter().fold(example(BASE), |workspace, name| {
        workspace
            .file(&format!("acme/docs/{name}.md"), "# A\n")
            .file(&format!("acme/decisions/{name}.md"), DECISION)
            .file(&format!("acme/files/{name}"), "x")
    });
    assert_eq!(found(&workspace), [""; 0]);
}
