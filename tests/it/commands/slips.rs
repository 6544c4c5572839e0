//! Slips on the command line, and what is said about them.

use super::*;

/// What is said, in the workspace of one client.
#[track_caller]
fn says(arguments: &[&str], words: &str) {
    let workspace = Workspace::new().client("seaview");
    let ran = workspace.run(arguments).ended_with(2).saying(words);
    assert_eq!(ran.stdout, "", "{arguments:?}");
}

#[test]
fn what_new_does_not_make_is_told_where_to_write() {
    says(&["new", "person", "seaview", "Anna"], "People are written in the client's `people.yml`.");
    says(&["new", "phase", "seaview", "Design"], "Phases are written in the client's `roadmap.yml`.");
    says(&["new", "word", "seaview", "Go-live"], "A word to be explained is a `term`.");
    says(&["new", "file", "seaview", "x.pdf"], "A file is put into the client's folder `files`.");
    says(
        &["new", "boat", "seaview"],
        "`vestibule new` makes a client, decision, update, doc, task, milestone or term.",
    );
}

#[test]
fn a_title_without_quotes_is_told_of_them() {
    says(
        &["new", "task", "seaview", "Send", "the", "photos"],
        "Put a title of several words in quotes: `vestibule new task seaview \"Send the photos\"`",
    );
    says(
        &["access", "add", "seaview", "Tom", "Baert"],
        "Put a name of several words in quotes: `vestibule access add seaview \"Tom Baert\"`",
    );
}

#[test]
fn a_client_is_named_with_an_option() {
    for command in ["check", "build", "serve"] {
        says(&[command, "seaview"], &format!("Did you mean `vestibule {command} --client seaview`?"));
    }
}

#[test]
fn in_the_folder_of_a_client_the_way_out_is_told() {
    let workspace = Workspace::new().client("seaview");
    let folder = workspace.path("seaview");
    let inside = folder.to_str().expect("it is text");
    workspace
        .run(["check", "-C", inside])
        .ended_with(2)
        .saying("is a folder in a workspace, and not the workspace itself (add `-C ")
        .saying("seaview/..`)");
}

#[test]
fn one_title_is_not_taken_twice() {
    let workspace = Workspace::new().client("seaview").file("seaview/tasks.yml", "- title: Send photos\n");
    workspace
        .run(["new", "task", "seaview", "Send Photos"])
        .ended_with(2)
        .saying("`Send photos` is in `tasks.yml` already (nothing was added; give the new one another title)");
    assert_eq!(workspace.read("seaview/tasks.yml"), b"- title: Send photos\n");
}

#[test]
fn a_passphrase_for_nobody_in_particular_says_so() {
    let workspace = Workspace::new().client("seaview");
    let whose = |name: &str| {
        format!(
            "This is the passphrase of {name} for `seaview`. It is shown once and written nowhere; it works once the portal is built and published.\n"
        )
    };
    let example = "`vestibule access add seaview \"Tom Baert\"`";
    let first = workspace.run(["access", "add", "seaview"]).ended_with(0);
    let said = format!(
        "No name was given, so the list of who may open the portal says `client`. For a passphrase that is one person's own, name them: {example}.\n{}",
        whose("client")
    );
    assert_eq!(first.stderr, said);
    let second = workspace.run(["access", "add", "seaview"]).ended_with(2);
    let said = format!(
        "error: a name is missing: without one the passphrase is for `client`, who has access to `seaview` already (say who this one is for, such as {example})\n"
    );
    assert_eq!((second.stdout.as_str(), second.stderr), ("", said));
    let third = workspace.run(["access", "add", "seaview", "Tom"]).ended_with(0);
    assert_eq!(third.stderr, whose("Tom"));
    let nobody = workspace.run(["access", "add"]).ended_with(2);
    let said = "\nSay whose portal it is and who the passphrase is for: `vestibule access add acme \"Tom Baert\"`\n";
    assert!(nobody.stderr.ends_with(said), "{}", nobody.stderr);
}

#[test]
fn where_the_portals_are_published_is_said_where_it_is_known() {
    let settings = "name: Linden Studio\nbase_url: https://clients.linden.example/\n";
    let workspace = Workspace::new().client("seaview").file("vestibule.yml", settings);
    let url = "https://clients.linden.example/seaview/";
    let said = format!("it works once the portal is built and published at {url}.\n");
    let added = workspace.run(["access", "add", "seaview", "Tom"]).ended_with(0);
    assert!(added.stderr.ends_with(&said), "{}", added.stderr);
    let built = workspace.build();
    assert!(built.stderr.contains(&format!(" unchanged, 0 removed; its address is {url}\n")), "{}", built.stderr);
    workspace.write("vestibule.yml", "name: Linden Studio\n");
    let built = workspace.build();
    assert!(!built.stderr.contains("its address"), "{}", built.stderr);
}
