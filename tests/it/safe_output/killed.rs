//! Builds that are stopped at any moment, and readers who read meanwhile.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use vestibule::names::PagePath;
use vestibule::seal::{OpenError, Refusal};

use crate::asked::asked;
use crate::reader::{Contents, Tree, changes, missing_references, on_disk, open, read_all, tree};
use crate::workspace::{Workspace, access, noise};

const READERS: [&str; 2] = ["Tom", "Els"];

/// One state of the content. The third has keys of another epoch, so that not one box is the same.
struct Version {
    number: usize,
}

impl Version {
    const ALL: [Version; 3] = [Version { number: 0 }, Version { number: 1 }, Version { number: 2 }];

    /// Puts the workspace into this state.
    fn write(&self, workspace: &Workspace) {
        let number = self.number;
        let client =
            format!("name: Korenbloem\nproject: Version {number}\naddress: harbour-42\naudiences: [sponsor]\n");
        workspace.write("harbour/client.yml", client);
        for page in 0..60 {
            // Some pages are the same in two versions.
            let text = if page % 4 == 0 { number / 2 } else { number };
            workspace.write(&format!("harbour/docs/page-{page}.md"), format!("# Page {page}\n\nText {text}.\n"));
        }
        let costs = format!("---\naudience: sponsor\n---\n# Costs\n\nText {number}.\n\n![Chart](chart.png)\n");
        workspace.write("harbour/docs/costs.md", costs);
        workspace.write("harbour/docs/chart.png", noise(number as u64, 20_000));
        workspace.write("harbour/files/plan.pdf", noise(9 + number as u64, 300_000));
        workspace
            .write("vestibule.yml", format!("name: Linden Studio {number}\nbrand:\n  accent: \"#00000{number}\"\n"));
        let people = [("Tom", "client"), ("Els", "sponsor")];
        let lock = vestibule::access::write_lock(&access("harbour", 1 + number as u32 / 2, &people));
        workspace.write("harbour/access.lock", lock);
    }

    /// What is published of this version where nothing was published before, and what the readers find in it.
    fn pristine(&self) -> (Tree, BTreeMap<&'static str, Contents>) {
        let workspace = Workspace::new();
        self.write(&workspace);
        workspace.build();
        let portal = workspace.path("dist/harbour-42");
        let read = |person| (person, read_all(on_disk(&portal), person).expect("a whole portal opens"));
        (tree(&workspace.path("dist")), READERS.map(read).into())
    }
}

/// Numbers that look random.
struct Dice(u64);

impl Dice {
    /// A number from 1 to `most`.
    fn roll(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        1 + (self.0 >> 33) as usize % most.max(1)
    }
}

/// The moment at which a build is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// So many microseconds after it began.
    After(usize),
    /// When so many new files are put together beside the portal.
    Staged(usize),
    /// When so many boxes have been moved into their places.
    Moved(usize),
    /// When so many old boxes have been removed.
    Removed(usize),
}

/// A folder that is built to, watched from outside.
struct Watched {
    workspace: Workspace,
}

impl Watched {
    fn out(&self) -> PathBuf {
        self.workspace.path("dist")
    }

    fn portal(&self) -> PathBuf {
        self.workspace.path("dist/harbour-42")
    }

    fn boxes(&self) -> usize {
        self.portal().join("b").read_dir().map_or(0, Iterator::count)
    }

    /// The files that a build has put together, or left behind; `None` where there is no folder for them.
    fn staged(&self) -> Option<usize> {
        let entries = self.out().read_dir().into_iter().flatten().flatten();
        let mut staging = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(".vestibule-"));
        Some(staging.next()?.path().read_dir().map_or(0, Iterator::count))
    }

    /// Somewhere in the middle of a build that brings the portal to `goal`.
    fn moment(&self, kind: usize, goal: &Tree, whole: Duration, dice: &mut Dice) -> Moment {
        let now = tree(&self.out());
        let boxes = |tree: &Tree, other: &Tree| {
            let own = tree.keys().filter(|path| path.contains("/b/") && !other.contains_key(*path));
            own.count()
        };
        match kind % 4 {
            0 => Moment::After(dice.roll(whole.as_micros() as usize)),
            1 => Moment::Staged(dice.roll(boxes(goal, &now))),
            2 => Moment::Moved(dice.roll(boxes(goal, &now))),
            _ => Moment::Removed(dice.roll(boxes(&now, goal))),
        }
    }

    /// Builds, and kills the build at that moment, if it lasts so long. Returns whether it was cut short.
    fn build_until(&self, moment: Moment) -> bool {
        let before = self.boxes();
        let mut build = self.workspace.command(["build"]);
        let mut build = build.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it can be started");
        let most = Cell::new(before);
        let boxes = || {
            let boxes = self.boxes();
            most.set(most.get().max(boxes));
            boxes
        };
        match moment {
            Moment::After(microseconds) => thread::sleep(Duration::from_micros(microseconds as u64)),
            Moment::Staged(files) => wait(&mut build, || self.staged().is_some_and(|staged| staged >= files)),
            Moment::Moved(files) => wait(&mut build, || boxes() >= before + files),
            Moment::Removed(files) => wait(&mut build, || boxes() + files <= most.get() && most.get() > before),
        }
        build.kill().expect("a child can be ended");
        !build.wait().expect("it has ended").success()
    }
}

/// Waits until something is so, or the build has ended.
fn wait(build: &mut Child, is_so: impl Fn() -> bool) {
    while !is_so() && build.try_wait().expect("a child can be asked").is_none() {}
}

#[test]
fn whoever_reads_after_a_kill_finds_a_whole_portal() {
    let pristine = Version::ALL.map(|version| version.pristine());
    let watched = Watched { workspace: Workspace::new() };
    Version::ALL[0].write(&watched.workspace);
    let begun = Instant::now();
    watched.workspace.build();
    let whole = begun.elapsed();
    let mut found: BTreeMap<&str, usize> = READERS.map(|reader| (reader, 0)).into();
    let mut dice = Dice(42);
    let (mut cut_short, mut left_over, mut between) = (0, 0, 0);
    for round in 1..=asked("VESTIBULE_KILLS", 25) {
        let next = &Version::ALL[round % 3];
        let goal = &pristine[next.number].0;
        next.write(&watched.workspace);
        let moment = watched.moment(round, goal, whole, &mut dice);
        cut_short += usize::from(watched.build_until(moment));
        left_over += usize::from(watched.staged().is_some());

        let portal = watched.portal();
        for reader in READERS {
            let contents = read_all(on_disk(&portal), reader)
                .unwrap_or_else(|error| panic!("round {round}, {moment:?}: broken for {reader}: {error}"));
            let version =
                [found[reader], next.number].into_iter().find(|version| pristine[*version].1[reader] == contents);
            let version =
                version.unwrap_or_else(|| panic!("round {round}, {moment:?}: {reader} finds neither old nor new"));
            found.insert(reader, version);
        }
        between += usize::from(found[READERS[0]] != found[READERS[1]]);
        assert_eq!(missing_references(&on_disk(&portal)), [""; 0], "round {round}, {moment:?}");

        // Every other time the next build starts from what the killed one left.
        if dice.roll(2) == 1 {
            watched.workspace.build();
            let differing = changes(goal, &tree(&watched.out()));
            assert_eq!(differing, [""; 0], "round {round}, {moment:?}: the next build mends all");
            found.values_mut().for_each(|version| *version = next.number);
        }
    }
    eprintln!(
        "{} builds of {whole:?}: {cut_short} cut short, {left_over} of them with new files left over, {between} with \
         one audience in the old portal and the other in the new",
        asked("VESTIBULE_KILLS", 25)
    );
    assert!(cut_short * 3 > asked("VESTIBULE_KILLS", 25), "enough builds were cut short");
}

/// Reads as a browser does, over and over, while builds go on; returns how many portals, and how often it had to read
/// the manifest again.
fn read_on(portal: &Path, reader: &str, pristine: &[BTreeMap<&str, Contents>], stop: &AtomicBool) -> (usize, usize) {
    let (mut portals, mut again) = (0, 0);
    while !stop.load(Ordering::Relaxed) {
        let mut opened = open(on_disk(portal), reader).or_else(|error| {
            again += 1;
            retry(error).and_then(|()| open(on_disk(portal), reader))
        });
        let paths: Vec<PagePath> = match &opened {
            Ok(opened) => opened.manifest().pages.keys().cloned().collect(),
            Err(error) => panic!("{reader} cannot open the portal: {error}"),
        };
        for path in paths {
            let current = opened.as_ref().expect("it is open");
            let body = current.page(&path).or_else(|error| {
                again += 1;
                retry(error)?;
                opened = open(on_disk(portal), reader);
                let current = opened.as_ref().unwrap_or_else(|error| panic!("{reader} is locked out: {error}"));
                current.page(&path)
            });
            let body = body.unwrap_or_else(|error| panic!("{reader} cannot read {path}: {error}"));
            let manifest = opened.as_ref().expect("it is open").manifest();
            let expected = pristine.iter().find(|version| version[reader].title == manifest.title);
            let (_, text) = &expected.expect("the title is that of a version")[reader].pages[path.as_str()];
            assert!(body.is_some_and(|body| body == text.as_bytes()), "{reader}: {path} is of another version");
        }
        portals += 1;
    }
    (portals, again)
}

/// Only what a build going on can explain is worth another try.
fn retry(error: OpenError) -> Result<(), OpenError> {
    match error.refusal() {
        Some(Refusal::Missing | Refusal::BoxName | Refusal::Seal) => Ok(()),
        _ => Err(error),
    }
}

#[test]
fn whoever_reads_during_builds_finds_a_whole_portal() {
    let pristine = Version::ALL.map(|version| version.pristine().1);
    let workspace = Workspace::new();
    Version::ALL[0].write(&workspace);
    workspace.build();
    let portal = workspace.path("dist/harbour-42");
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let (portal, pristine, stop) = (&portal, &pristine, &stop);
        let readers = READERS.map(|reader| (reader, scope.spawn(move || read_on(portal, reader, pristine, stop))));
        for round in 1..=asked("VESTIBULE_KILLS", 25) {
            Version::ALL[round % 3].write(&workspace);
            workspace.build();
            if readers.iter().any(|(_, thread)| thread.is_finished()) {
                break;
            }
        }
        stop.store(true, Ordering::Relaxed);
        for (reader, thread) in readers {
            let (portals, again) = thread.join().expect("the reader found a whole portal every time");
            eprintln!("{reader} read {portals} portals, and a manifest again {again} times");
        }
    });
}
