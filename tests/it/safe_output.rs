//! What a build may do to the portals that are published already, whatever happens to it.

mod broken_file;
mod destination;
mod full_disk;
mod killed;

use std::process::Stdio;

use crate::reader::{below, changes, on_disk, read_all, tree};
use crate::workspace::Workspace;

#[test]
fn one_clients_error_stops_no_other() {
    let workspace = Workspace::new()
        .client("a-harbour")
        .people("a-harbour", &[("Tom", "client")])
        .client("b-quay")
        .people("b-quay", &[("Ada", "client")])
        .client("c-pier")
        .people("c-pier", &[("Els", "client")]);
    workspace.build();
    let before = tree(&workspace.path("dist"));
    for client in ["a-harbour", "b-quay", "c-pier"] {
        workspace.write(&format!("{client}/docs/news.md"), "# News\n");
    }
    workspace.write("b-quay/docs/broken.md", "[nowhere](gone.md)\n");
    let ran = workspace.run(["build"]).ended_with(1).saying("b-quay/docs/broken.md");
    let written: Vec<&str> = ran.stdout.lines().filter_map(|line| line.rsplit('/').next()).collect();
    assert_eq!(written, ["a-harbour", "c-pier"]);
    let after = tree(&workspace.path("dist"));
    assert_eq!(below(&before, "b-quay"), below(&after, "b-quay"));
    for (client, person) in [("a-harbour", "Tom"), ("c-pier", "Els")] {
        let portal = workspace.path(&format!("dist/{client}"));
        let contents = read_all(on_disk(&portal), person).expect("the portal opens");
        assert!(contents.pages.contains_key("/docs/news"), "{client}");
    }
    workspace.remove("b-quay/docs/broken.md");
    workspace.build();
    let contents = read_all(on_disk(&workspace.path("dist/b-quay")), "Ada").expect("the portal opens");
    assert!(contents.pages.contains_key("/docs/news"));
}

#[test]
fn what_was_found_is_said_also_where_the_machine_fails() {
    let workspace = Workspace::new()
        .client("a-harbour")
        .file("a-harbour/docs/broken.md", "[nowhere](gone.md)\n")
        .client("b-quay")
        .people("b-quay", &[("Ada", "client")])
        .file("dist/b-quay/letter.txt", "mine");
    let ran = workspace.run(["build"]).ended_with(2).saying("a-harbour/docs/broken.md");
    ran.saying("dist/b-quay` holds files that are no portal");
}

#[test]
fn builds_at_the_same_time_end_well() {
    let workspace = (0..40).fold(Workspace::new().client("harbour"), |workspace, page| {
        workspace.file(&format!("harbour/docs/page-{page}.md"), format!("# Page {page}\n"))
    });
    // The first of them also makes `access.lock`.
    for round in 0..4 {
        let builds: Vec<_> = (0..3)
            .map(|_| {
                let mut build = workspace.command(["build"]);
                build.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it can be started")
            })
            .collect();
        for build in builds {
            let output = build.wait_with_output().expect("it ends");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        let together = tree(&workspace.path("dist"));
        assert!(together.keys().all(|path| !path.starts_with(".vestibule-")), "nothing is left over");
        workspace.build();
        assert_eq!(changes(&together, &tree(&workspace.path("dist"))), [""; 0], "round {round}");
        workspace.write("harbour/docs/page-0.md", format!("# Round {round}\n"));
    }
}

#[test]
fn of_a_themes_script_with_dots_in_its_name_only_the_newest_stays() {
    let workspace = Workspace::new()
        .file("vestibule.yml", "name: Linden Studio\ntheme: theme\n")
        .file("theme/js/my.widget.js", "export const one = 1;\n")
        .client("harbour-42")
        .people("harbour-42", &[("Tom", "client")]);
    workspace.build();
    workspace.write("dist/harbour-42/my.1.js", "not ours");
    workspace.write("theme/js/my.widget.js", "export const one = 2;\n");
    workspace.build();
    let portal = tree(&workspace.path("dist/harbour-42"));
    let own: Vec<&[u8]> =
        portal.iter().filter(|(name, _)| name.starts_with("my.")).map(|(_, text)| &text[..]).collect();
    assert_eq!(own, [&b"not ours"[..], b"export const one = 2;\n"]);
}

#[test]
fn two_people_with_one_passphrase_are_named() {
    let workspace = Workspace::new().client("harbour-42").people("harbour-42", &[("Tom", "client"), ("Ada", "client")]);
    let lock = String::from_utf8(workspace.read("harbour-42/access.lock")).expect("it is text");
    let tags: Vec<&str> = lock.lines().filter(|line| line.trim_start().starts_with("tag:")).collect();
    workspace.write("harbour-42/access.lock", lock.replace(tags[1], tags[0]));
    workspace
        .run(["build"])
        .ended_with(1)
        .saying("error[access-lock]: Ada and Tom have the same passphrase")
        .saying("take Ada out, and give them a passphrase of their own with `vestibule access add`");
}
