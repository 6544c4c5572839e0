//! The output is a function of content, key and `access.lock`: the same bytes wherever and whenever it is built, and no
//! more different than what was written differently.

pub(crate) mod files;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::time::{Duration, SystemTime};

use vestibule::names::{AssetName, PagePath};
use vestibule::seal::{Manifest, pbkdf2_runs};

use crate::reader::{Tree, changes, on_disk, open, tree};
use crate::workspace::{Ran, Workspace};
use files::{MILESTONES, files, png};

const PEOPLE: [(&str, &str); 3] = [("Tom", "client"), ("Ada", "client"), ("Els", "sponsor")];

fn workspace(files: impl IntoIterator<Item = (&'static str, Vec<u8>)>) -> Workspace {
    let workspace = files.into_iter().fold(Workspace::new(), |workspace, (path, bytes)| workspace.file(path, bytes));
    workspace.people("harbour", &PEOPLE).people("quay", &[])
}

fn built(workspace: &Workspace) -> Tree {
    workspace.build();
    tree(&workspace.path("dist"))
}

#[test]
fn where_it_is_built_makes_no_difference() {
    let first = built(&workspace(files()));
    let surroundings = [
        ("another time zone", vec![("TZ", "Pacific/Kiritimati")]),
        ("another language", vec![("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("LANGUAGE", "tr")]),
        ("another home", vec![("HOME", "/nowhere"), ("XDG_CONFIG_HOME", "/nowhere"), ("USER", "nobody")]),
        ("one thread", vec![("RAYON_NUM_THREADS", "1")]),
        ("many threads", vec![("RAYON_NUM_THREADS", "9")]),
        ("another folder for temporary files", vec![("TMPDIR", "/nowhere")]),
    ];
    for (what, variables) in surroundings {
        let workspace = workspace(files().into_iter().rev());
        let ran = Ran::of(workspace.command(["build"]).envs(variables));
        ran.ended_with(0);
        assert_eq!(changes(&first, &tree(&workspace.path("dist"))), [""; 0], "{what}");
    }
}

#[test]
fn when_it_is_built_makes_no_difference() {
    let first = built(&workspace(files()));
    let old = workspace(files());
    for (path, _) in files() {
        let file = fs::File::open(old.path(path)).expect("the file is there");
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400);
        file.set_times(fs::FileTimes::new().set_modified(long_ago)).expect("a file's time can be set");
    }
    assert_eq!(changes(&first, &built(&old)), [""; 0], "files of another age");

    let masked = workspace(files());
    run_through(&["sh", "-c", "umask 077; exec \"$0\" \"$@\""], &masked);
    assert_eq!(changes(&first, &tree(&masked.path("dist"))), [""; 0], "another umask");

    Command::new("faketime").arg("--version").output().expect("the package `faketime` is there; tests/run installs it");
    for day in ["1999-12-31 23:59:59", "2037-06-01 12:00:00"] {
        let later = workspace(files());
        run_through(&["faketime", day], &later);
        assert_eq!(changes(&first, &tree(&later.path("dist"))), [""; 0], "{day}");
    }
}

/// Builds a workspace by way of another program.
fn run_through(program: &[&str], workspace: &Workspace) {
    let build = workspace.command(["build"]);
    let mut command = Command::new(program[0]);
    command.args(&program[1..]).arg(build.get_program()).args(build.get_args());
    Ran::of(&mut command).ended_with(0);
}

#[test]
fn building_again_changes_nothing() {
    let workspace = workspace(files());
    let first = built(&workspace);
    let again = workspace.build();
    assert!(again.stderr.contains("harbour: 0 files written"), "{}", again.stderr);
    assert!(again.stderr.contains("0 removed"), "{}", again.stderr);
    assert_eq!(changes(&first, &tree(&workspace.path("dist"))), [""; 0]);
}

/// A build before and after a change, and what of it the two readers see.
struct Change {
    files: Vec<String>,
    before: [Manifest; 2],
    after: [Manifest; 2],
}

impl Change {
    /// Builds, changes, builds again.
    fn of(change: impl FnOnce(&Workspace)) -> Self {
        let workspace = workspace(files());
        let manifests = || {
            ["Tom", "Els"].map(|person| {
                let portal = workspace.path("dist/harbour-42");
                open(on_disk(&portal), person).expect("the portal opens").manifest().clone()
            })
        };
        let old = built(&workspace);
        let before = manifests();
        change(&workspace);
        let new = built(&workspace);
        Self { files: changes(&old, &new), before, after: manifests() }
    }

    /// The boxes of some pages and assets, before and after, for both readers.
    fn boxes(&self, pages: &[&str], assets: &[&str]) -> BTreeSet<String> {
        let mut boxes = BTreeSet::new();
        for manifest in self.before.iter().chain(&self.after) {
            for page in pages {
                let page = PagePath::parse(page).expect("a path");
                boxes.extend(manifest.pages.get(&page).map(|page| page.reference.name.file()));
            }
            for asset in assets {
                let asset = AssetName::parse(asset).expect("a name");
                let parts = manifest.assets.get(&asset).into_iter().flat_map(|asset| &asset.parts);
                boxes.extend(parts.map(|part| part.name.file()));
            }
        }
        boxes
    }

    /// The boxes of the search index of each reader for whom it differs, before and after.
    fn indexes(&self) -> Vec<BTreeSet<String>> {
        let boxes =
            |manifest: &Manifest| manifest.search.iter().map(|shard| shard.name.file()).collect::<BTreeSet<_>>();
        let both = self.before.iter().zip(&self.after).map(|(before, after)| (boxes(before), boxes(after)));
        both.filter(|(before, after)| before != after).map(|(before, after)| &before ^ &after).collect()
    }

    /// Asserts which files differ: these boxes, those of so many readers' search indexes, and so many manifests.
    #[track_caller]
    fn is_exactly_with_indexes(&self, boxes: BTreeSet<String>, indexes: usize, manifests: usize) {
        let of_indexes = self.indexes();
        assert_eq!(of_indexes.len(), indexes, "whose index differs");
        self.differ(boxes.into_iter().chain(of_indexes.into_iter().flatten()).collect(), manifests);
    }

    /// Asserts which files differ: these boxes, and so many manifests.
    #[track_caller]
    fn is_exactly(&self, boxes: BTreeSet<String>, manifests: usize) {
        self.is_exactly_with_indexes(boxes, 0, manifests);
    }

    #[track_caller]
    fn differ(&self, boxes: BTreeSet<String>, manifests: usize) {
        let in_portal = self.files.iter().map(|path| path.strip_prefix("harbour-42/").expect("nothing else changes"));
        let (others, changed): (BTreeSet<&str>, BTreeSet<&str>) = in_portal.partition(|path| !path.starts_with("b/"));
        assert_eq!(changed, boxes.iter().map(String::as_str).collect());
        assert!(others.iter().all(|path| path.starts_with("m/")), "{others:?}");
        assert_eq!(others.len(), manifests, "{others:?}");
    }
}

#[test]
fn a_changed_page_changes_its_box_and_the_manifests() {
    let change = Change::of(|workspace| {
        workspace.write("harbour/docs/guides/first.md", "---\norder: 1\n---\n# First steps\n\nMore.\n")
    });
    let boxes = change.boxes(&["/docs/guides/first"], &[]);
    assert_eq!(boxes.len(), 2, "one before, one after, for both readers");
    change.is_exactly_with_indexes(boxes, 2, 2);
}

#[test]
fn a_changed_page_for_one_audience_leaves_the_other_manifest_alone() {
    let text = "---\naudience: sponsor\n---\n# Costs\n\nMore. [Sheet](../files/costs.csv)\n";
    let change = Change::of(|workspace| workspace.write("harbour/docs/costs.md", text));
    let boxes = change.boxes(&["/docs/costs"], &[]);
    assert_eq!(boxes.len(), 2);
    change.is_exactly_with_indexes(boxes, 1, 1);
}

#[test]
fn a_changed_picture_changes_its_box_and_the_manifests() {
    let change = Change::of(|workspace| workspace.write("harbour/docs/plan.png", png(2)));
    let boxes = change.boxes(&[], &["docs/plan.png"]);
    assert_eq!(boxes.len(), 2);
    change.is_exactly(boxes, 2);
}

#[test]
fn of_a_large_file_only_the_changed_part_differs() {
    let change = Change::of(|workspace| {
        let mut bytes = workspace.read("harbour/files/plan.pdf");
        *bytes.last_mut().expect("the file is large") ^= 1;
        workspace.write("harbour/files/plan.pdf", bytes);
    });
    let boxes = change.boxes(&[], &["files/plan.pdf"]);
    assert_eq!(boxes.len(), 3, "the first part is the same before and after");
    let first = AssetName::parse("files/plan.pdf").expect("a name");
    let first = change.before[0].assets[&first].parts[0].name.file();
    change.is_exactly(boxes.into_iter().filter(|part| *part != first).collect(), 2);
}

#[test]
fn a_moved_milestone_changes_the_pages_that_show_its_day() {
    let change = Change::of(|workspace| {
        workspace.write("harbour/milestones.yml", MILESTONES.replace("to: 2026-12-15", "to: 2026-12-17"))
    });
    // Home and the roadmap show the day, the list of changes how it moved, and the decision what it moved.
    let pages = ["/", "/roadmap", "/about", "/decisions/0001-colour"];
    let boxes = change.boxes(&pages, &[]);
    // Home and the roadmap differ for the two audiences, the other two pages do not.
    assert_eq!(boxes.len(), 2 * (2 + 2 + 1 + 1));
    change.is_exactly(boxes, 2);
}

#[test]
fn a_note_at_a_milestone_changes_the_roadmap_and_the_index_alone() {
    let change = Change::of(|workspace| {
        workspace.write("harbour/milestones.yml", MILESTONES.replace("Bring cake.", "Bring bread."))
    });
    let boxes = change.boxes(&["/roadmap"], &[]);
    assert_eq!(boxes.len(), 2 * 2);
    change.is_exactly_with_indexes(boxes, 2, 2);
}

#[test]
fn a_milestone_for_one_audience_leaves_the_other_manifest_alone() {
    let change = Change::of(|workspace| {
        workspace.write("harbour/milestones.yml", MILESTONES.replace("due: 2026-11-30", "due: 2026-11-29"))
    });
    let open = &change.before[0].pages;
    assert_eq!(open.len(), change.after[0].pages.len());
    assert!(open.iter().all(|(path, page)| change.after[0].pages[path].reference.name == page.reference.name));
    let both = change.boxes(&["/", "/roadmap"], &[]);
    let others = ["/", "/roadmap"].map(|path| open[&PagePath::parse(path).expect("a path")].reference.name.file());
    change.is_exactly(both.into_iter().filter(|name| !others.contains(name)).collect(), 1);
}

#[test]
fn a_renamed_page_changes_what_names_it() {
    let change = Change::of(|workspace| {
        let text = workspace.read("harbour/docs/guides/setup.md");
        workspace.remove("harbour/docs/guides/setup.md");
        workspace.write("harbour/docs/guides/installing.md", text);
    });
    let itself = ["/docs/guides/setup", "/docs/guides/installing"];
    let neighbours = ["/docs/guides/first", "/docs/guides/last"];
    let lists = ["/", "/documents"];
    let boxes = change.boxes(&[itself, neighbours, lists].concat(), &[]);
    // Before and after: itself, two neighbours, and two lists, which differ for the two audiences.
    assert_eq!(boxes.len(), 2 * (1 + 2 + 2 * 2));
    change.is_exactly_with_indexes(boxes, 2, 2);
}

#[test]
fn a_new_person_changes_the_slots_alone() {
    let change = Change::of(|workspace| {
        let people = [&PEOPLE[..], &[("Jan", "client")]].concat();
        let lock = vestibule::access::write_lock(&crate::workspace::access("harbour", 1, &people));
        workspace.write("harbour/access.lock", lock);
    });
    assert_eq!(change.files, ["harbour-42/access.json"]);
}

#[test]
fn a_theme_changes_the_gate_alone() {
    let workspace = workspace(files());
    let old = built(&workspace);
    workspace.write(
        "vestibule.yml",
        "name: Linden Studio\ntheme: look\ncontact:\n  name: Mira Vos\n  email: mira@linden.example\n",
    );
    workspace.write("look/css/print.css", "@media print { body { color: black } }\n");
    let changed = changes(&old, &built(&workspace));
    let sealed = |path: &String| path.contains("/b/") || path.contains("/m/") || path.ends_with("access.json");
    assert!(!changed.iter().any(sealed), "{changed:?}");
    assert_eq!(changed.len(), 2 * 3, "for each client the page, the old styles and the new: {changed:?}");
}

/// Counted in a process of its own, because other tests open portals meanwhile.
#[test]
fn a_build_runs_no_password_hashing() {
    let this = std::env::current_exe().expect("a test knows its program");
    let name = "same_bytes::password_hashing_is_counted";
    let mut command = Command::new(this);
    command.args([name, "--exact", "--ignored", "--nocapture", "--test-threads=1"]);
    let ran = Ran::of(&mut command).ended_with(0);
    assert!(ran.stdout.contains("1 passed"), "{}", ran.stdout);
}

#[test]
#[ignore = "run by the test above"]
fn password_hashing_is_counted() {
    use vestibule::build::{KeptPages, SettingsSource, prepare, resolve_client, seal_portal};
    use vestibule::content::doc::parse_doc;
    use vestibule::diagnostic::Diagnostics;
    use vestibule::portal::Drafts;
    use vestibule::seal::{PortalKeys, WorkspaceKey};

    let workspace = workspace(files());
    let mut diagnostics = Diagnostics::new();
    let scanned = vestibule::source::scan(&workspace.path("")).expect("it is a workspace");
    let settings = prepare(SettingsSource::read(&scanned), &mut diagnostics).expect("the settings are fine");
    let client = resolve_client(
        &settings,
        &scanned.read_client("harbour"),
        Drafts::LeftOut,
        chrono::NaiveDate::MIN,
        &parse_doc,
        &mut diagnostics,
    )
    .expect("it is fine");
    let access = client.access.expect("people have access");
    assert_eq!(access.people.len(), PEOPLE.len());
    let key = WorkspaceKey::from_b64(crate::workspace::KEY).expect("the key is one");
    let keys = PortalKeys::new(&key, access.portal);
    let sealed =
        seal_portal(&settings, &client.portal, &keys, &access, |_| KeptPages::new(), &()).expect("it can be sealed");
    assert_eq!(sealed.manifests().len(), 2);
    assert_eq!(pbkdf2_runs(), 0, "a build hashes no password");

    let enrolment = vestibule::seal::enrol(&keys, &access, "correct horse", &access.people[0].audience);
    assert!(enrolment.is_ok());
    assert_eq!(pbkdf2_runs(), 1, "the count counts");
}
