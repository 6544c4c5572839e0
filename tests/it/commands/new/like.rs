//! A client after another: the structure, and nothing that was somebody's.

use std::collections::BTreeSet;

use super::{is_clean, makes, text};
use crate::reader::tree;
use crate::workspace::Workspace;

const CLIENT: &str = "\
# CANARY
name: Canarybird Bakeries
project: CANARY shop
address: canary-42
language: nl
timezone: Europe/Brussels
audiences: [sponsor]
working_hours: CANARY 9 to 5
focus: [date, budget]
currency: EUR
health: at risk
because: CANARY
comms:
  updates: every Friday
  channel: Mail, and Els Canary reads it
  answer_within: 1 working day
  escalation: Ring our office.
closed: {on: 2026-11-01, summary: CANARY}
allow:
  - check: unknown-front-matter
    why: CANARY
";

const PEOPLE: &str = "\
- name: Mira Vos
  side: us
  role: Designer
  email: mira@linden.example
  primary: true
  photo: people/mira.svg
  away: {from: 2026-12-24, to: 2027-01-02}
  responsible_for: [Drawings, Calling Els Canary]
  bio: |
    Draws.

    Sails.
- {name: Tom Left CANARY, side: us, left: 2026-01-01}
- {name: Ada Mol, side: us, backup: true}
- name: Els Canary
  side: client
  email: els@canary.example
  phone: +32 470 00 00 00
  photo: people/els.svg
";

const MILESTONES: &str = "\
- title: Design approved  # CANARY
  was: CANARY sketches
  id: design
  phase: Design
  due: 2026-02-01
  moves: {to: 2026-03-01, why: CANARY, on: 2026-01-15}
  buffer_days: 5
  approval: {by: Els Canary, until: 2026-02-20, on: 2026-02-21, via: CANARY}
  kind: approval
  note: CANARY
  done: 2026-03-01
- title: \"Opening: the day\"
  due: 2026-05-01
  needs: [design, Send the photos, Given up CANARY]
  kind: go-live
  buffer_days: 3
  steps: [Move, {title: Switch, done: 2026-04-01}]
  audience: [sponsor]
- title: Party at Canarybird Bakeries
- title: Given up CANARY
  dropped: {on: 2026-01-01, why: CANARY}
";

fn original() -> Workspace {
    let page = "---\ntitle: \"Guide: one\"\nkind: how-to\norder: 2\nwas: CANARY\napproval: {by: Els Canary, on: 2026-01-02, until: 2026-02-01}\naudience: sponsor\ndraft: true\n---\n\nRead this before go-live. ![A drawing](drawing.svg)\n";
    let workspace = Workspace::new()
        .file("acme/client.yml", CLIENT)
        .file("acme/people.yml", PEOPLE)
        .file("acme/roadmap.yml", "- title: Design\n  start: 2026-01-01\n  end: 2026-03-01\n  summary: CANARY\n  status: done\n")
        .file("acme/milestones.yml", MILESTONES)
        .file("acme/tasks.yml", "- title: Send the photos\n  owner: Els Canary\n  due: 2026-01-20\n  why: CANARY\n  done: true\n")
        .file("acme/glossary.yml", "Go-live:\n  short: The day it opens.\n  aka: [going live]\n  was: CANARY\nElsword: What Els CANARY calls it\nLinked: See [it](decisions/0001-x.md) CANARYLINK\n")
        .file("acme/docs/guide.md", page)
        .file("acme/docs/drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file("acme/docs/unused.svg", "<svg>CANARY</svg>")
        .file("acme/docs/named.md", "# For els  canary\n")
        .file("acme/docs/leads-away.md", "# Away\n\nCANARY, <a href=\"../decisions/0001-x.md\">decided</a>\n")
        .file("acme/docs/leads-there.md", "---\naudience: [sponsor]\n---\n# There\n\nFrom [here](leads-away.md) to ![](drawing.svg) [here](guide.md), [two](../decisions/0001-x.md)\n[of](../files/offer.pdf) *them*.\n")
        .file("acme/people/mira.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file("acme/people/els.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>CANARY</title></svg>")
        .file("acme/decisions/0001-x.md", "---\ndate: 2026-01-01\n---\n# CANARY\n\n## Chosen\n\nCANARY\n\n## Why\n\nCANARY\n")
        .file("acme/updates/2026-01-09.md", "## Next\n\nCANARY\n")
        .file("acme/files/offer.pdf", "CANARY")
        .file("acme/files.yml", "offer.pdf: CANARY\n")
        .file("acme/ledger.jsonl", "{\"CANARY\":1}\n")
        .file("acme/_internal/notes.md", "CANARY")
        .file("acme/.secret", "CANARY");
    workspace.people("acme", &[("CANARY", "client")])
}

#[test]
fn the_structure_is_taken_over() {
    let workspace = original();
    let ran = makes(&workspace, &["client", "quay-hotel", "--like", "acme"], "quay-hotel");
    let left_out: Vec<&str> = ran.stderr.lines().filter_map(|line| line.strip_prefix("left out: ")).collect();
    assert_eq!(
        left_out,
        [
            "client.yml: `channel`, which names `acme` or somebody there",
            "docs/leads-away.md, which cannot stand without what was not taken along",
            "docs/leads-there.md: links to what was not taken along (their words stay)",
            "docs/named.md, which names `acme` or somebody there",
            "glossary.yml: `Elsword`, which names `acme` or somebody there",
            "glossary.yml: `Linked`, which leads to what was not taken along",
            "milestones.yml: `Party at Canarybird Bakeries`, which names `acme` or somebody there",
        ]
    );
    let first: Vec<&str> = ran.stderr.lines().filter_map(|line| line.strip_prefix("read first: ")).collect();
    assert_eq!(
        first,
        [
            "docs/guide.md, written for `acme` (a draft until then)",
            "docs/leads-there.md, written for `acme` (a draft until then)",
        ]
    );
    let paths: BTreeSet<String> = tree(&workspace.path("quay-hotel")).into_keys().collect();
    let expected = [
        "client.yml",
        "docs/drawing.svg",
        "docs/guide.md",
        "docs/leads-there.md",
        "glossary.yml",
        "milestones.yml",
        "people.yml",
        "people/mira.svg",
        "roadmap.yml",
        "tasks.yml",
    ];
    assert_eq!(paths, expected.map(str::to_owned).into());
    let client = text(&workspace, "quay-hotel/client.yml");
    let (head, settings) = client.split_at(client.find("language:").expect("it is there"));
    assert!(head.starts_with("name: Quay hotel\nproject: Project\n#"), "{head}");
    assert_eq!(
        settings,
        "language: nl\ntimezone: Europe/Brussels\naudiences:\n  - sponsor\nfocus:\n  - date\n  - budget\ncurrency: EUR\n\
         comms:\n  updates: every Friday\n  answer_within: 1 working day\n  escalation: Ring our office.\n"
    );
    for (path, contents) in [
        (
            "docs/leads-there.md",
            "---\naudience:\n  - sponsor\ndraft: true\n---\n# There\n\nFrom here to ![](drawing.svg) [here](guide.md), two\nof *them*.\n",
        ),
        (
            "people.yml",
            "- name: Mira Vos\n  side: us\n  role: Designer\n  email: mira@linden.example\n  primary: true\n  photo: people/mira.svg\n  bio: |\n    Draws.\n\n    Sails.\n- name: Ada Mol\n  side: us\n  backup: true\n",
        ),
        ("roadmap.yml", "- title: Design\n"),
        (
            "milestones.yml",
            "- title: Design approved\n  id: design\n  phase: Design\n  buffer_days: 5\n  kind: approval\n\
          - title: \"Opening: the day\"\n  needs:\n    - design\n    - Send the photos\n  kind: go-live\n  buffer_days: 3\n  steps:\n    - Move\n    - Switch\n  audience:\n    - sponsor\n",
        ),
        ("tasks.yml", "- title: Send the photos\n"),
        ("glossary.yml", "Go-live:\n  short: The day it opens.\n  aka:\n    - going live\n"),
        (
            "docs/guide.md",
            "---\ntitle: \"Guide: one\"\nkind: how-to\norder: 2\naudience: sponsor\ndraft: true\n---\n\nRead this before go-live. ![A drawing](drawing.svg)\n",
        ),
    ] {
        assert_eq!(text(&workspace, &format!("quay-hotel/{path}")), contents, "{path}");
    }
    workspace.write("quay-hotel/client.yml", client.replace("project: Project", "project: Shop"));
    let checked = workspace.run(["check", "--strict", "--client", "quay-hotel", "--format", "json"]).ended_with(0);
    assert_eq!(checked.stdout.trim(), "[]");
}

#[test]
fn nothing_of_the_other_client_comes_along() {
    let workspace = original();
    let before = tree(&workspace.path("acme"));
    makes(&workspace, &["client", "quay-hotel", "--like", "acme"], "quay-hotel");
    assert_eq!(tree(&workspace.path("acme")), before);
    for (path, contents) in tree(&workspace.path("quay-hotel")) {
        let text = String::from_utf8_lossy(&contents).to_lowercase();
        assert!(!path.to_lowercase().contains("canary") && !text.contains("canary"), "{path}: {text}");
        for gone in ["2026-", "els ", "+32", "approval:", "was:", "due:", "done", "moves", "left:", "away"] {
            assert!(!text.contains(gone), "`{gone}` in {path}: {text}");
        }
    }
}

#[test]
fn after_a_client_that_is_a_client_alone_there_is_one_more() {
    let workspace = Workspace::new().client("harbour");
    makes(&workspace, &["client", "quay", "--like", "harbour"], "quay");
    assert_eq!(tree(&workspace.path("quay")).len(), 1);
    let client = text(&workspace, "quay/client.yml").replace("project: Project", "project: Shop");
    workspace.write("quay/client.yml", client);
    is_clean(&workspace);
}

#[test]
fn a_client_with_mistakes_is_nobodys_example() {
    let workspace = Workspace::new().client("harbour").file("harbour/tasks.yml", "- titel: One\n");
    let ran = workspace.run(["new", "client", "quay", "--like", "harbour"]).ended_with(1);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("harbour/tasks.yml:1:3") && !workspace.path("quay").exists(), "{}", ran.stderr);
}

#[test]
fn a_text_that_may_speak_of_the_other_client_is_named() {
    let client = "name: Acme Hotels\nproject: Shop\naddress: quay-7\n";
    let workspace = Workspace::new()
        .file("acme/client.yml", client)
        .file("acme/docs/one.md", "# One\n\nFor hotels by the sea.\n")
        .file("acme/docs/two.md", "# Two\n\nFor a hotel by the sea.\n");
    let ran = makes(&workspace, &["client", "harbour", "--like", "acme"], "harbour");
    let first: Vec<&str> = ran.stderr.lines().filter(|line| !line.starts_with("Next: ")).collect();
    assert_eq!(
        first,
        [
            "read first: docs/one.md, written for `acme` (a draft until then)",
            "read first: docs/two.md, written for `acme` (a draft until then)",
        ]
    );
}

#[test]
fn a_document_that_something_leads_to_is_no_draft() {
    let workspace = Workspace::new()
        .file("acme/client.yml", "name: Acme\nproject: Shop\naddress: quay-7\n")
        .file("acme/glossary.yml", "Basket:\n  short: What you buy.\n  means: See [the guide](docs/one.md).\n")
        .file("acme/docs/one.md", "# One\n\nIt costs 500 euros, by 1 May.\n");
    let ran = makes(&workspace, &["client", "harbour", "--like", "acme"], "harbour");
    let said = "read first: docs/one.md, written for `acme` (no draft, because something leads to it)\n";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    assert_eq!(text(&workspace, "harbour/docs/one.md"), "# One\n\nIt costs 500 euros, by 1 May.\n");
}

#[test]
fn the_project_and_the_address_of_the_other_client_stay_behind() {
    let client = "name: Acme\nproject: Croissant shop\naddress: linden-12\nfocus: [date]\ncomms:\n  updates: weekly\n  \
                  channel: Mail, and croissants on Friday\n  escalation: Ring Mira about the Croissant shop.\n";
    let glossary = "Shopfront: At linden-12.\nCroissant: A bun.\nCounter:\n  short: Where the croissant lies.\n  draft: false\nSea: Water.\n";
    let workspace = Workspace::new()
        .file("acme/client.yml", client)
        .file("acme/glossary.yml", glossary)
        .file("acme/milestones.yml", "- title: The croissant shop opens\n- title: Sea trial\n")
        .file("acme/docs/one.md", "---\ntitle: One\ndraft: false\n---\n\nBy the sea.\n")
        .file("acme/docs/two.md", "# Two\n\nSee linden-12.\n");
    let ran = makes(&workspace, &["client", "harbour", "--like", "acme"], "harbour");
    let said: Vec<&str> = ran.stderr.lines().filter(|line| !line.starts_with("Next: ")).collect();
    assert_eq!(
        said,
        [
            "left out: client.yml: `escalation`, which names `acme` or somebody there",
            "left out: docs/two.md, which names `acme` or somebody there",
            "left out: glossary.yml: `Shopfront`, which names `acme` or somebody there",
            "left out: milestones.yml: `The croissant shop opens`, which names `acme` or somebody there",
            "read first: glossary.yml, which may speak of `acme`",
            "read first: docs/one.md, written for `acme` (a draft until then)",
        ]
    );
    let settings = text(&workspace, "harbour/client.yml");
    let taken = "focus:\n  - date\ncomms:\n  updates: weekly\n  channel: Mail, and croissants on Friday\n";
    assert!(settings.ends_with(taken), "{settings}");
    for (path, contents) in [
        (
            "glossary.yml",
            "Croissant:\n  short: A bun.\n  draft: true\nCounter:\n  short: Where the croissant lies.\n  draft: true\nSea: Water.\n",
        ),
        ("milestones.yml", "- title: Sea trial\n"),
        ("docs/one.md", "---\ntitle: One\ndraft: true\n---\n\nBy the sea.\n"),
    ] {
        assert_eq!(text(&workspace, &format!("harbour/{path}")), contents, "{path}");
    }
}

#[test]
fn settings_that_may_speak_of_the_other_client_are_named() {
    let client =
        "name: Acme\nproject: Croissants\naddress: quay-7\ncomms:\n  channel: Mail, and croissants on Friday\n";
    let workspace = Workspace::new().file("acme/client.yml", client);
    let ran = makes(&workspace, &["client", "harbour", "--like", "acme"], "harbour");
    let said: Vec<&str> = ran.stderr.lines().filter(|line| !line.starts_with("Next: ")).collect();
    assert_eq!(said, ["read first: client.yml, which may speak of `acme`"]);
}

#[test]
fn a_draft_stays_one_where_something_leads_to_a_document() {
    let workspace = Workspace::new()
        .file("acme/client.yml", "name: Acme\nproject: Croissants\naddress: quay-7\n")
        .file("acme/glossary.yml", "Basket:\n  short: What you buy.\n  means: See [the guide](docs/one.md).\n")
        .file("acme/docs/one.md", "---\ndraft: false\n---\n# One\n")
        .file("acme/docs/two.md", "---\ndraft: true\n---\n# Two\n");
    makes(&workspace, &["client", "harbour", "--like", "acme"], "harbour");
    assert_eq!(text(&workspace, "harbour/docs/one.md"), "# One\n");
    assert_eq!(text(&workspace, "harbour/docs/two.md"), "---\ndraft: true\n---\n# Two\n");
}

#[test]
fn who_is_still_to_leave_comes_along() {
    let people = "- {name: Ada Mol, side: us, left: 2199-01-01}\n- {name: Tom Baert, side: us, left: 2026-01-01}\n";
    let workspace = Workspace::new()
        .file("acme/client.yml", "name: Acme\nproject: Croissants\naddress: quay-7\n")
        .file("acme/people.yml", people);
    makes(&workspace, &["client", "harbour", "--like", "acme"], "harbour");
    assert_eq!(text(&workspace, "harbour/people.yml"), "- name: Ada Mol\n  side: us\n");
}
