//! One file of one client is broken: that client's portal stays as it was published, and no other's waits for it.

use crate::reader::{below, tree};
use crate::workspace::{Ran, Workspace};

const DECISION: &str = "## Question\n\nWhich?\n\n## Options\n\n- One\n- Two\n";

/// A client with a file of every kind, and one beside it.
fn workspace() -> Workspace {
    Workspace::new()
        .client("quay")
        .people("quay", &[("Ada", "client")])
        .file("harbour/client.yml", "name: Nobody in particular\nproject: Website\n")
        .file(
            "harbour/people.yml",
            "- { name: Mira Vos, side: us, primary: true }\n- { name: Ben Tal, side: us, backup: true }\n",
        )
        .file("harbour/roadmap.yml", "- { title: Design, start: 2026-10-05, end: 2026-11-21 }\n")
        .file("harbour/milestones.yml", "- { title: Drawn, phase: Design, due: 2026-11-19, done: 2026-11-19 }\n")
        .file("harbour/tasks.yml", "- { title: Send the prices, why: They are shown., done: 2026-11-19 }\n")
        .file("harbour/glossary.yml", "Pier: Where the boat lies.\n")
        .file("harbour/files.yml", "plan.txt: The plan\n")
        .file("harbour/files/plan.txt", "x")
        .file("harbour/decisions/0001-which.md", DECISION)
        .file("harbour/updates/2026-11-13.md", "---\nhealth: on track\n---\nAll is well.\n")
        .file(
            "harbour/docs/pier.md",
            "# Pier\n\nThe [plan](../files/plan.txt) of the pier, and [how](../../shared/docs/how.md).\n",
        )
        .file("shared/people.yml", "- { name: Mira Vos, side: us }\n")
        .file("shared/glossary.yml", "Quay: Where the boat lies, too.\n")
        .file("shared/docs/how.md", "# How\n")
        .people("harbour", &[("Tom", "client")])
}

/// Every file that is read as text, and something in its own grammar that it cannot be.
const BROKEN: [(&str, &str); 14] = [
    ("harbour/client.yml", "name: Nobody\nproject: Website\nlangauge: nl\n"),
    ("harbour/people.yml", "- { name: Mira Vos, side: uss }\n"),
    ("harbour/roadmap.yml", "- { title: Design, start: 2026-13-05 }\n"),
    ("harbour/milestones.yml", "- { title: Drawn, due: tomorrow }\n"),
    ("harbour/tasks.yml", "- { title: Send the prices, needs: [nothing] }\n"),
    ("harbour/glossary.yml", "Pier: {aka: [jetty]}\n"),
    ("harbour/files.yml", "gone.txt: Gone\n"),
    ("harbour/decisions/0001-which.md", "---\nneeded_by: tomorrow\n---\n## Question\n\nWhich?\n"),
    ("harbour/updates/2026-11-13.md", "---\nhealth: at risk\n---\nNobody says why.\n"),
    ("harbour/docs/pier.md", "# Pier\n\n[gone](gone.md)\n"),
    ("harbour/access.lock", "portal: 1\n"),
    ("shared/people.yml", "- { name: Mira Vos, side: uss }\n"),
    ("shared/glossary.yml", "Quay: {aka: [jetty]}\n"),
    ("shared/docs/how.md", "---\nkind: how too\n---\n# How\n"),
];

/// Builds, with news for both clients, while `path` is broken.
fn build_broken(workspace: &Workspace, path: &str, broken: &[u8]) -> Ran {
    let news = format!("# News\n\nOf {path}: {broken:?}.\n");
    workspace.write("quay/docs/news.md", &news);
    workspace.write("harbour/docs/news.md", &news);
    workspace.write(path, broken);
    workspace.run(["build"]).ended_with(1).saying(&format!("--> {path}"))
}

#[test]
fn a_broken_file_of_any_kind_leaves_its_portal_alone() {
    let workspace = workspace();
    workspace.build();
    for (path, broken) in BROKEN {
        for broken in [broken.as_bytes(), b"a: b\nc: \xff\n", b"a: d, e\0\n"] {
            let whole = workspace.read(path);
            let before = tree(&workspace.path("dist"));
            let ran = build_broken(&workspace, path, broken);
            let after = tree(&workspace.path("dist"));
            assert_eq!(below(&before, "harbour"), below(&after, "harbour"), "{path}");
            // What is shared is every client's.
            let written: &[&str] = if path.starts_with("shared/") { &[] } else { &["./dist/quay"] };
            let said: Vec<&str> = ran.stdout.lines().collect();
            assert_eq!(said.len(), written.len(), "{path}: {said:?}");
            assert_eq!(below(&before, "quay") == below(&after, "quay"), written.is_empty(), "{path}");
            workspace.write(path, whole);
            workspace.remove("harbour/docs/news.md");
            workspace.build();
        }
    }
}
