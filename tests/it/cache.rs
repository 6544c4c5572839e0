//! What a build keeps for the next one: never to be seen in what comes out, and never readable.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use vestibule::build::{SettingsSource, Watch, prepare, resolve_client, seal_portal};
use vestibule::cache::{Cache, Outcome, PagesMade, Records};
use vestibule::content::doc::parse_doc;
use vestibule::diagnostic::Diagnostics;
use vestibule::output::{Destination, PortalFiles, write_portal, write_root};
use vestibule::portal::{AudiencePortal, Drafts};
use vestibule::seal::{PortalKeys, WorkspaceKey};
use vestibule::source::scan;

use crate::reader::{changes, tree};
use crate::same_bytes::files::{MILESTONES, files, png};
use crate::workspace::{KEY, Ran, Workspace, copy_folder};

const PEOPLE: [(&str, &str); 3] = [("Tom", "client"), ("Ada", "client"), ("Els", "sponsor")];
const GUIDE: &str = "harbour/docs/guides/first.md";
const OVERVIEW: &str = "harbour/docs/overview.md";

fn workspace() -> Workspace {
    let workspace = files().into_iter().fold(Workspace::new(), |workspace, (path, bytes)| workspace.file(path, bytes));
    // Large files are a matter of other tests.
    let workspace = workspace.file("harbour/files/plan.pdf", "A plan.");
    workspace.people("harbour", &PEOPLE).people("quay", &[("Jan", "client")])
}

/// What was said of the content, and how much there is of it: what was written differs from build to build.
fn said(ran: &Ran) -> Vec<String> {
    let of_build = |line: &str| ["harbour: ", "quay: "].iter().any(|client| line.starts_with(client));
    // On a slow machine a build says how far it is.
    let of_content = |line: &&str| !of_build(line) && !line.ends_with(" pages");
    let mut lines: Vec<String> = ran.stderr.lines().filter(of_content).map(str::to_owned).collect();
    if let Some(sum) = lines.last_mut().filter(|last| last.ends_with("\u{a0}s")) {
        sum.truncate(sum.find(':').expect("behind how much there is stands what was written"));
    }
    lines
}

/// Asserts that a workspace that was built before is built to what a copy of it is that never was. Returns whether it can
/// be built.
#[track_caller]
fn is_as_if_built_anew(workspace: &Workspace, what: &str) -> bool {
    let ran = workspace.run(["build"]);
    let copy = Workspace::empty();
    for entry in fs::read_dir(workspace.path("")).expect("the workspace can be read").flatten() {
        let name = entry.file_name().into_string().expect("the test's own name");
        match entry.path().is_dir() {
            true if name == "dist" => {}
            true => copy_folder(&entry.path(), &copy.path(&name)),
            false => copy.write(&name, workspace.read(&name)),
        }
    }
    fs::remove_dir_all(copy.path(".vestibule/cache")).expect("every build leaves records");
    let anew = copy.run(["build"]);
    assert_eq!((ran.code, said(&ran)), (anew.code, said(&anew)), "{what}");
    // Where there are errors, what was published before stays.
    if ran.code == Some(0) {
        assert_eq!(changes(&tree(&copy.path("dist")), &tree(&workspace.path("dist"))), [""; 0], "{what}");
    }
    ran.code == Some(0)
}

#[test]
fn whatever_changes_comes_out_as_if_built_anew() {
    let workspace = workspace();
    workspace.build();
    is_as_if_built_anew(&workspace, "nothing");
    let edits: [(&str, &str, &str); 23] = [
        ("a text", GUIDE, "---\norder: 1\n---\n# First steps\n\nMore, and [house](../../../shared/docs/house.md).\n"),
        ("a link to a heading that is not there", GUIDE, "# First steps\n\n[There](../overview.md#there)\n"),
        ("that heading", OVERVIEW, "# Overview\n\n## There\n\nDough and a wireframe.\n"),
        ("its anchor", OVERVIEW, "# Overview\n\n## Elsewhere\n\nMargin.\n"),
        ("a title, which stands on its neighbours' pages", OVERVIEW, "# Survey\n\n## There\n"),
        ("the order of documents", OVERVIEW, "---\norder: 9\n---\n# Survey\n\n## There\n"),
        ("who may read", GUIDE, "---\naudience: sponsor\n---\n# First steps\n"),
        ("a draft", GUIDE, "---\ndraft: true\n---\n# First steps\n"),
        ("no draft any more", GUIDE, "# First steps\n\nWireframe, aardvark, dough.\n"),
        ("an approval", GUIDE, "---\napproval: { by: Ada Lund, until: 2026-12-11 }\n---\n# First steps\n"),
        ("a picture", OVERVIEW, "# Survey\n\n![](plan.png)\n"),
        ("a word of the glossary", "harbour/glossary.yml", "Wireframe: A sketch.\nSteps: One by one.\n"),
        ("a shared word", "shared/glossary.yml", "Dough: What is baked.\nSetup: What comes first.\n"),
        ("a shared document", "shared/docs/house.md", "# Home\n\nDough everywhere.\n"),
        (
            "the name of the client",
            "harbour/client.yml",
            "name: Koren\nproject: Shop\naddress: harbour-42\naudiences: [sponsor]\ncurrency: EUR\n",
        ),
        (
            "the language",
            "harbour/client.yml",
            "name: Koren\nproject: Shop\naddress: harbour-42\naudiences: [sponsor]\ncurrency: EUR\nlanguage: nl\n",
        ),
        (
            "the address",
            "harbour/client.yml",
            "name: Koren\nproject: Shop\naddress: harbour-43\naudiences: [sponsor]\ncurrency: EUR\n",
        ),
        ("a milestone", "harbour/milestones.yml", &MILESTONES.replace("Shop opens", "Doors open")),
        ("an update", "harbour/updates/2026-11-13.md", "## Done\n\nAll.\n"),
        (
            "the agency's colour",
            "vestibule.yml",
            "name: Linden\nbrand: { accent: '#7a1f5c' }\ncontact: { name: Mira Vos, email: mira@linden.example }\n",
        ),
        (
            "a theme",
            "vestibule.yml",
            "name: Linden\ntheme: look\ncontact: { name: Mira Vos, email: mira@linden.example }\n",
        ),
        ("a template", "look/templates/doc.html", "<h1>{{ title }}</h1>{{ body | safe }}\n"),
        ("a warning more", "harbour/docs/guides/last.md", "# Last steps\n\n![](../plan.png)\n"),
    ];
    workspace.write("look/css/gate.css", fs::read("themes/default/css/gate.css").expect("it is there"));
    let mut broken = Vec::new();
    for (what, path, text) in edits {
        workspace.write(path, text);
        if what == "the address" {
            fs::remove_dir_all(workspace.path("dist/harbour-42")).expect("it was built");
        }
        if !is_as_if_built_anew(&workspace, what) {
            broken.push(what);
        }
    }
    assert_eq!(broken, ["a link to a heading that is not there", "its anchor"]);
    workspace.write("harbour/docs/plan.png", png(2));
    is_as_if_built_anew(&workspace, "another picture");
    workspace.remove("harbour/docs/guides/last.md");
    is_as_if_built_anew(&workspace, "a document less");
    let workspace = workspace.people("harbour", &PEOPLE[..2]);
    is_as_if_built_anew(&workspace, "a person less");
}

#[test]
fn what_was_changed_in_the_output_is_put_right() {
    let workspace = workspace();
    workspace.build();
    let portal = workspace.path("dist/harbour-42");
    let boxes: Vec<_> = fs::read_dir(portal.join("b")).expect("it was built").flatten().map(|one| one.path()).collect();
    let manifest = fs::read_dir(portal.join("m")).expect("it was built").flatten().next().expect("there is one").path();
    fs::write(&boxes[0], "half").expect("it can be written");
    is_as_if_built_anew(&workspace, "a box that is not what its name says");
    fs::remove_file(&boxes[1]).expect("it can be removed");
    is_as_if_built_anew(&workspace, "a box that is gone");
    fs::write(&manifest, fs::read(&boxes[2]).expect("it is there")).expect("it can be written");
    is_as_if_built_anew(&workspace, "a manifest that is something else");
    fs::write(portal.join("index.html"), "<h1>Hello</h1>").expect("it can be written");
    is_as_if_built_anew(&workspace, "another gate");
    fs::write(portal.join("b/0123456789abcdef0123456789abcdef"), "x").expect("it can be written");
    is_as_if_built_anew(&workspace, "a box that belongs to nothing");
    fs::write(portal.join("CNAME"), "portal.example").expect("it can be written");
    let ran = workspace.build();
    assert!(ran.stderr.contains("left alone: 1 file that Vestibule did not write, such as `CNAME`"), "{}", ran.stderr);
}

#[test]
fn a_portal_that_was_built_from_older_text_elsewhere_is_brought_up_to_date() {
    let workspace = workspace();
    let into = |folder: &str| workspace.run(["build", "--out", folder]).ended_with(0);
    into("one");
    workspace.write(GUIDE, "# First steps\n\nOther words.\n");
    into("two");
    into("one");
    assert_eq!(changes(&tree(&workspace.path("one")), &tree(&workspace.path("two"))), [""; 0]);
}

#[test]
fn records_say_nothing_to_whoever_finds_them() {
    let workspace = workspace();
    workspace.write("harbour/docs/zeppelin.md", "# Zeppelin\n\nA zeppelin. Zzyx, and ![](nothing.png)\n");
    workspace.run(["build"]);
    workspace.write("harbour/docs/zeppelin.md", "# Zeppelin\n\nA zeppelin, and ![](plan.png)\n");
    workspace.build();
    let records = tree(&workspace.path(".vestibule/cache"));
    assert_eq!(records.len(), 3, "two clients, and what keeps version control away: {:?}", records.keys());
    assert_eq!(records[".gitignore"], b"*\n");
    for (name, bytes) in &records {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for secret in ["zeppelin", "harbour", "quay", "/docs", "plan.png", "korenbloem"] {
            assert!(!name.contains(secret) && !text.contains(secret), "`{secret}` in {name}");
        }
    }
}

#[test]
fn a_record_that_is_not_whole_or_not_ours_counts_for_nothing() {
    let workspace = workspace();
    workspace.build();
    let records: Vec<String> =
        tree(&workspace.path(".vestibule/cache")).into_keys().filter(|name| name != ".gitignore").collect();
    let [one, other] = &records[..] else { panic!("there are two records: {records:?}") };
    let path = |name: &str| format!(".vestibule/cache/{name}");
    let (first, second) = (workspace.read(&path(one)), workspace.read(&path(other)));
    for (what, bytes) in [("empty", vec![]), ("half", first[..first.len() / 2].to_vec()), ("another client's", second)]
    {
        workspace.write(&path(one), bytes);
        is_as_if_built_anew(&workspace, what);
    }
}

#[test]
fn another_day_is_another_state() {
    let workspace = workspace();
    let on = |day: &str| workspace.run(["build", "--today", day]).ended_with(0);
    assert!(!on("2026-11-20").stderr.contains("is overdue"));
    let later = on("2026-11-30");
    assert!(later.stderr.contains("warning[") && later.stderr.contains("harbour: 0 files written"), "{}", later.stderr);
    assert_eq!(said(&later), said(&on("2026-11-30")), "what was found is said every time");
    assert_ne!(said(&later), said(&on("2026-11-20")));
}

#[test]
fn a_list_of_people_that_is_lost_is_missed() {
    let workspace = Workspace::new().client("harbour");
    workspace.build();
    workspace.remove("harbour/access.lock");
    let ran = workspace.run(["build"]).ended_with(2);
    assert!(ran.stderr.contains("was built with the file `harbour/access.lock`, which is gone"), "{}", ran.stderr);
}

/// What a build by way of the library does again: `None` where nothing, otherwise how many pages it makes.
fn made_again(workspace: &Workspace, today: &str) -> Option<usize> {
    let scanned = scan(&workspace.path("")).expect("it is a workspace");
    let mut found = Diagnostics::new();
    let settings = prepare(SettingsSource::read(&scanned), &mut found).expect("the settings are right");
    let key = WorkspaceKey::from_b64(KEY).expect("it is a key");
    let cache = Cache::new(Records::new(&workspace.path(""), &key), "this one", &settings);
    let destination = Destination::new(&workspace.path("dist"), &scanned, None).expect("it is a folder of its own");
    let source = scanned.read_client("harbour");
    let today = today.parse().expect("it is a day");
    let state = cache.state(&source, today);
    let before = cache.records().before("harbour", &destination);
    if before.as_ref().is_some_and(|before| before.unchanged(&state).is_some()) {
        return None;
    }
    let client = resolve_client(&settings, &source, Drafts::LeftOut, today, &parse_doc, &mut found)
        .expect("the content is right");
    let access = client.access.expect("there are people");
    let keys = PortalKeys::new(&key, access.portal);
    let (made, mut pages) = (Made::default(), PagesMade::default());
    let earlier = before.as_ref().map(|before| cache.published(before, &destination));
    let kept = |reader: &AudiencePortal<'_>| cache.kept(earlier.as_ref(), &state, reader, (&keys, &access), &mut pages);
    let sealed = seal_portal(&settings, &client.portal, &keys, &access, kept, &made).expect("it can be sealed");
    let files = PortalFiles::new(&settings.gate, &sealed);
    write_root(&destination).expect("it can be written");
    write_portal(&destination, "harbour-42", &files).expect("it can be written");
    let outcome = Outcome { state: &state, address: "harbour-42", pages: sealed.page_count(), diagnostics: &found };
    cache.keep("harbour", &outcome, &files, pages);
    Some(made.0.into_inner())
}

#[derive(Default)]
struct Made(AtomicUsize);

impl Watch for Made {
    fn pages_to_make(&self, _: usize) {}

    fn page_made(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

#[test]
fn only_what_could_have_changed_is_made_again() {
    let workspace = workspace();
    let made = |today: &str| made_again(&workspace, today);
    let all = made("2026-11-20").expect("there is nothing yet");
    assert_eq!(made("2026-11-20"), None);
    // Five documents for both audiences, one of them shared, and one more for the sponsor.
    let others = all - 11;
    assert_eq!(made("2026-11-21"), Some(others), "no document depends on the day");
    workspace.write(GUIDE, "---\norder: 1\n---\n# First steps\n\nMore.\n");
    assert_eq!(made("2026-11-21"), Some(others + 2), "one document, for two audiences");
    workspace
        .write("harbour/docs/costs.md", "---\naudience: sponsor\n---\n# Costs\n\nMore: [Sheet](../files/costs.csv)\n");
    assert_eq!(made("2026-11-21"), Some(others + 1), "one document that is for few");
    assert_eq!(made("2026-11-21"), None);
    workspace.write("harbour/updates/2026-11-13.md", "## Done\n\nAll.\n");
    assert!(made("2026-11-21").is_some_and(|made| made > all), "everything, and an update more for both");
    fs::write(workspace.path("dist/harbour-42/access.json"), "{}").expect("it can be written");
    assert!(made("2026-11-21").is_some_and(|made| made > all), "everything, where the portal is not as it was left");
}

#[test]
fn records_of_clients_that_are_gone_go_too() {
    let workspace = workspace();
    workspace.build();
    fs::remove_dir_all(workspace.path("quay")).expect("it is there");
    workspace.run(["build", "--client", "harbour"]).ended_with(0);
    assert_eq!(tree(&workspace.path(".vestibule/cache")).len(), 3, "a build of one client knows nothing of the others");
    workspace.write(".vestibule/cache/begun-x1y2z3", "by a build that was stopped");
    workspace.build();
    assert_eq!(tree(&workspace.path(".vestibule/cache")).len(), 2);
}

#[test]
fn where_records_cannot_be_kept_all_is_built_every_time() {
    let workspace = workspace().file(".vestibule/cache", "a file");
    workspace.build();
    let before = tree(&workspace.path("dist"));
    let again = workspace.build();
    assert!(again.stderr.contains("harbour: 0 files written"), "{}", again.stderr);
    assert_eq!(changes(&before, &tree(&workspace.path("dist"))), [""; 0]);
}

#[cfg(unix)]
#[test]
fn records_are_not_written_behind_a_link() {
    let workspace = workspace();
    let elsewhere = tempfile::tempdir().expect("a folder can be made");
    std::os::unix::fs::symlink(elsewhere.path(), workspace.path(".vestibule/cache")).expect("a link can be made");
    workspace.build();
    workspace.build();
    assert_eq!(tree(elsewhere.path()).len(), 0);
}
