//! `vestibule new`: what it makes, exactly, and that `check` has nothing to say about it.

mod like;
mod refusals;
mod titles;
mod update;

use std::os::unix::fs::PermissionsExt;

use crate::reader::tree;
use crate::workspace::{Ran, Workspace};

/// Settings in Dutch and one client, with an address of its own.
fn dutch() -> Workspace {
    let workspace = Workspace::new().file("acme/client.yml", "name: Acme\nproject: Winkel\naddress: quay-7\n");
    let settings = String::from_utf8(workspace.read("vestibule.yml")).expect("it is text");
    workspace.file("vestibule.yml", format!("{settings}language: nl\n"))
}

/// Settings and one client, with an address of its own.
fn english() -> Workspace {
    Workspace::new().file("acme/client.yml", "name: Acme\nproject: Shop\naddress: quay-7\n")
}

/// Runs `new`, which makes `path` and says what comes next in one line.
#[track_caller]
fn makes(workspace: &Workspace, arguments: &[&str], path: &str) -> Ran {
    let ran = workspace.run([&["new"], arguments].concat()).ended_with(0);
    assert_eq!(ran.stdout, format!("{path}\n"), "{arguments:?}");
    let said = ran.stderr.lines().filter(|line| line.starts_with("Next: ")).count();
    assert_eq!(said, 1, "{}", ran.stderr);
    ran
}

#[track_caller]
fn text(workspace: &Workspace, path: &str) -> String {
    String::from_utf8(workspace.read(path)).expect("it is text")
}

/// That nothing at all is wrong, not even a little.
#[track_caller]
fn is_clean(workspace: &Workspace) {
    let checked = workspace.run(["check", "--strict", "--today", "2026-11-22", "--format", "json"]).ended_with(0);
    assert_eq!(checked.stdout.trim(), "[]");
}

#[test]
fn a_client_is_a_folder_with_an_address_that_says_nothing() {
    let workspace = Workspace::new();
    makes(&workspace, &["client", "harbour-works"], "harbour-works");
    let made = text(&workspace, "harbour-works/client.yml");
    let (head, address) = made.rsplit_once("address: ").expect("it has an address");
    assert_eq!(
        head,
        "name: Harbour works\nproject: Project\n\
         # Everybody can see the address of a portal, so it does not say whose it is.\n"
    );
    let (word, number) = address.trim_end().split_once('-').expect("a word and a number");
    assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()) && word != "harbour", "{address}");
    assert!(number.parse::<u8>().is_ok_and(|number| (10..100).contains(&number)), "{address}");
    assert_eq!(tree(&workspace.path("harbour-works")).len(), 1, "one file is all a client needs");
    makes(&workspace, &["client", "ölhandel"], "ölhandel");
    makes(&workspace, &["client", "міст-2"], "міст-2");
    assert!(text(&workspace, "ölhandel/client.yml").starts_with("name: Ölhandel\n"));
    assert!(text(&workspace, "міст-2/client.yml").starts_with("name: Міст 2\n"));
    is_clean(&workspace);
    let workspace = workspace.people("harbour-works", &[("Tom", "client")]);
    let checked = workspace.run(["check", "--today", "2026-11-22", "--format", "github"]).ended_with(0).stdout;
    let said = "::warning file=harbour-works/client.yml,line=2,col=10,title=placeholder::`Project` was only put here to begin with, and somebody can open the portal already%0Awrite what the project is called\n";
    assert_eq!(checked, said);
}

#[test]
fn a_decision_is_proposed_and_asks_its_question() {
    let workspace = english();
    makes(&workspace, &["decision", "acme", "Which booking system?"], "acme/decisions/0001-which-booking-system.md");
    assert_eq!(
        text(&workspace, "acme/decisions/0001-which-booking-system.md"),
        "---\ntitle: Which booking system?\nstatus: proposed\ndraft: true\n---\n\n\
         ## Question\n\nWhich booking system?\n\n\
         ## Options\n\n- A: …\n- B: …\n\n\
         <!--\nOnce it is decided: `status: accepted` and `date:` above, and here:\n\n## Chosen\n\n## Why\n-->\n"
    );
    workspace.write("acme/decisions/0041-old.md", "# Old\n\n## Chosen\n\nThis.\n\n## Why\n\nBecause.\n");
    makes(&workspace, &["decision", "acme", "C#: yes or *no*"], "acme/decisions/0042-c-yes-or-no.md");
    let made = text(&workspace, "acme/decisions/0042-c-yes-or-no.md");
    assert!(made.contains("title: \"C#: yes or *no*\"\n"), "{made}");
    assert!(made.contains("\n\nC\\#: yes or \\*no\\*\n\n"), "{made}");
    is_clean(&workspace);
    workspace.write("acme/decisions/0042-c-yes-or-no.md", made.replace("draft: true\n", ""));
    let checked = workspace.run(["check", "--strict"]).ended_with(1).stdout;
    assert_eq!(checked.matches("[placeholder]").count(), 2, "nobody publishes two options called A and B: {checked}");
}

#[test]
fn a_decision_has_headings_in_the_language_of_the_client() {
    let workspace = dutch();
    makes(&workspace, &["decision", "acme", "Welk systeem"], "acme/decisions/0001-welk-systeem.md");
    let made = text(&workspace, "acme/decisions/0001-welk-systeem.md");
    let headings: Vec<&str> = made.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(headings, ["## Vraag", "## Opties", "## Gekozen", "## Waarom"]);
    let remark = "<!--\nZodra het beslist is: hierboven `status: accepted` en `date:`, en hier:\n";
    assert!(made.contains(remark), "{made}");
    is_clean(&workspace);
}

#[test]
fn a_document_has_a_title_and_lies_where_it_should() {
    let workspace = english();
    makes(&workspace, &["doc", "acme", "Start here"], "acme/docs/start-here.md");
    assert_eq!(text(&workspace, "acme/docs/start-here.md"), "---\ntitle: Start here\ndraft: true\n---\n\n…\n");
    makes(
        &workspace,
        &["doc", "acme", "Prices: how to", "--in", "guides/For staff"],
        "acme/docs/guides/For staff/prices-how-to.md",
    );
    makes(&workspace, &["doc", "acme", "Prices", "--in", "docs/guides/"], "acme/docs/guides/prices.md");
    is_clean(&workspace);
    workspace.write("acme/docs/start-here.md", "---\ntitle: Start here\n---\n\nWelcome.\n");
    workspace.build();
}

#[test]
fn entries_come_at_the_end_of_their_lists() {
    let workspace = english();
    makes(&workspace, &["task", "acme", "Send the photos"], "acme/tasks.yml");
    makes(&workspace, &["task", "acme", "Texts: check them"], "acme/tasks.yml");
    assert_eq!(text(&workspace, "acme/tasks.yml"), "- title: Send the photos\n- title: \"Texts: check them\"\n");
    makes(&workspace, &["milestone", "acme", "Design approved"], "acme/milestones.yml");
    assert_eq!(text(&workspace, "acme/milestones.yml"), "- title: Design approved\n");
    makes(&workspace, &["term", "acme", "Go-live"], "acme/glossary.yml");
    assert_eq!(text(&workspace, "acme/glossary.yml"), "Go-live:\n  short: …\n  draft: true\n");
    is_clean(&workspace);
}

#[test]
fn what_a_list_says_already_stays_byte_for_byte() {
    let before = "# Ours\r\n  - title: One  # first\r\n    due: 2026-12-01\r\n\r\n  - title: 'Two'";
    let workspace = english()
        .file("acme/tasks.yml", before)
        .file("acme/glossary.yml", "\u{feff}One:\n    short: x\n    aka: [a,\n     b]\n");
    let mode = std::fs::Permissions::from_mode(0o640);
    std::fs::set_permissions(workspace.path("acme/tasks.yml"), mode).expect("it is ours");
    makes(&workspace, &["task", "acme", "Three"], "acme/tasks.yml");
    assert_eq!(text(&workspace, "acme/tasks.yml"), format!("{before}\r\n\r\n  - title: Three\r\n"));
    let mode = std::fs::metadata(workspace.path("acme/tasks.yml")).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let glossary = workspace.read("acme/glossary.yml");
    makes(&workspace, &["term", "acme", "Two"], "acme/glossary.yml");
    let added = "Two:\n    short: …\n    draft: true\n";
    assert_eq!(workspace.read("acme/glossary.yml"), [&glossary, added.as_bytes()].concat());
    assert_eq!(tree(&workspace.path("acme")).len(), 3, "nothing is left beside the files");
}
