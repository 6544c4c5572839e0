//! The preview never lies: whatever is written, in whatever order, what it holds in memory is what a preview that has
//! just begun would hold, and what a build writes.

mod edits;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use vestibule::access::load_key;
use vestibule::diagnostic::Diagnostics;
use vestibule::live::{Choice, Hurried, Live};
use vestibule::output::PortalFiles;

use crate::asked::asked;
use crate::reader::{Tree, changes, open, tree};
use crate::workspace::{KEY, Workspace};
use edits::{READERS, Writer};

#[test]
fn memory_is_what_a_clean_build_makes() {
    let mut seen = Seen::default();
    for seed in 0..asked("VESTIBULE_SEQUENCES", 12) as u64 {
        follow(seed, &mut seen);
    }
    // What is never tried is not shown.
    let Seen { ahead, broken, built, days } = seen;
    assert!(ahead > 0 && broken > 0 && built > 0 && days > 0, "{seen:?}");
}

#[test]
fn only_what_follows_for_certain_is_shown_ahead() {
    let before = "# Page\n\nA margin, see [the words](/glossary) and [the other](other.md).\n\n## Part\n";
    for (after, hurried) in [
        ("# Page\n\nMore of it, see [another](other.md).\n\n## Part\n", Hurried::All),
        ("# Page\n\nA wireframe.\n\n## Part\n", Hurried::All),
        // What it said.
        (before, Hurried::Nothing),
        // Others lead to it by its title and its headings.
        ("# Another page\n\n## Part\n", Hurried::Nothing),
        ("# Page\n\n## Another part\n", Hurried::Nothing),
        ("---\norder: 1\n---\n# Page\n\n## Part\n", Hurried::Nothing),
        // Where a new link leads is not known.
        ("# Page\n\nSee [the third](third.md).\n\n## Part\n", Hurried::Nothing),
        // The glossary may be gone together with the last word of it.
        ("# Page\n\nSee [the words](/glossary).\n\n## Part\n", Hurried::Nothing),
        // The glossary has this word as soon as it is used.
        ("# Page\n\nA dough.\n\n## Part\n", Hurried::Nothing),
        ("---\ntitle: [\n---\n# Page\n", Hurried::Nothing),
    ] {
        let workspace = Workspace::new()
            .file("harbour/client.yml", "name: Korenbloem\nproject: Shop\naddress: harbour-42\n")
            .file("harbour/docs/page.md", before)
            .file("harbour/docs/other.md", "# Other\n")
            .file("harbour/docs/third.md", "# Third\n")
            .file("harbour/glossary.yml", "Wireframe: A drawing.\nMargin: What is left.\n")
            .file("shared/glossary.yml", "Dough: What is baked.\n");
        let mut live = begun(&workspace, NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is a day"));
        assert!(!live.problems().has_errors(), "{:?}", said(&live.problems()));
        workspace.write("harbour/docs/page.md", after);
        assert_eq!(live.hurry(["harbour/docs/page.md".to_owned()].into()), hurried, "{after}");
    }
}

/// How often something happened.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    ahead: usize,
    broken: usize,
    built: usize,
    days: usize,
}

fn follow(seed: u64, seen: &mut Seen) {
    let mut writer = Writer::new(seed);
    let workspace = writer.workspace();
    let mut day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is a day");
    let mut live = begun(&workspace, day);
    // What each portal was when it was last without errors.
    let mut good: BTreeMap<String, Tree> = trees(&live);
    // Whether all that was written is shown, at least on its own page.
    let mut shows_all = true;
    for step in 0..writer.steps() {
        let written = writer.write(&workspace);
        let at = format!("sequence {seed}, step {step}: {written:?}");
        let before = boxes(&live);
        shows_all &= writer.is_hurried() && live.hurry(written) == Hurried::All;
        if shows_all {
            seen.ahead += usize::from(is_as_it_will_be(&before, &boxes(&live), &begun(&workspace, day), &at));
        }
        if !writer.is_looked_at() {
            continue;
        }
        if writer.is_next_day() {
            day = day.succ_opt().expect("it is not the last day");
            seen.days += 1;
        }
        live.refresh(day);
        shows_all = true;
        let fresh = begun(&workspace, day);
        if fresh.portals().next().is_some() {
            assert_eq!(said(&live.problems()), said(&fresh.problems()), "{at}");
        } else {
            // With what all have in common broken, nothing is known of clients but what was found in them before.
            assert!(said(&fresh.problems()).iter().all(|one| said(&live.problems()).contains(one)), "{at}");
        }
        good.extend(trees(&fresh));
        let now = trees(&live);
        for (address, files) in &now {
            assert_eq!(changes(&good[address], files), [""; 0], "{at}: {address}");
        }
        assert!(trees(&fresh).keys().all(|address| now.contains_key(address)), "{at}");
        if fresh.problems().has_errors() {
            seen.broken += 1;
            if writer.is_helped() {
                writer.mend(&workspace);
                shows_all = false;
            }
        } else {
            assert!(now.keys().eq(trees(&fresh).keys()), "{at}: what is gone is not shown");
        }
    }
    writer.mend(&workspace);
    live.refresh(day);
    workspace.run(["build", "--today", &day.to_string()]).ended_with(0);
    seen.built += 1;
    for (address, files) in trees(&live) {
        let built = tree(&workspace.path("dist").join(&address));
        assert_eq!(changes(&built, &files), [""; 0], "sequence {seed}: {address}");
    }
    // And so is what begins with what that build left.
    assert_eq!(trees(&begun(&workspace, day)), trees(&live), "sequence {seed}");
}

/// Holds the pages that were just put ahead of the rest against those of a preview that has just begun; says whether there
/// was anything to compare.
fn is_as_it_will_be(before: &Boxes, now: &Boxes, fresh: &Live, at: &str) -> bool {
    // Found out with all that follows: then the page goes back to what it was.
    if fresh.problems().has_errors() {
        return false;
    }
    let fresh = boxes(fresh);
    let ahead = now.iter().filter(|(page, name)| before.get(*page) != Some(name));
    ahead.inspect(|(page, name)| assert_eq!(fresh.get(*page), Some(*name), "{at}: {page:?}")).count() > 0
}

/// The names of the boxes that pages lie in, by address, who reads them, and path.
type Boxes = BTreeMap<(String, &'static str, String), String>;

fn boxes(live: &Live) -> Boxes {
    let mut all = Boxes::new();
    for (address, files) in trees(live) {
        for reader in READERS {
            let fetch = |path: &str| Ok(files.get(path).cloned());
            // The others have no access to this portal.
            let Ok(opened) = open(fetch, reader) else { continue };
            let pages = opened.manifest().pages.iter();
            all.extend(
                pages.map(|(path, page)| ((address.clone(), reader, path.to_string()), page.reference.name.file())),
            );
        }
    }
    all
}

/// A preview that has just begun.
fn begun(workspace: &Workspace, day: NaiveDate) -> Live {
    let choice = Choice { clients: Vec::new(), audience: "client".to_owned(), gated: false };
    let key = load_key(&workspace.path(""), Some(KEY)).expect("the key is one");
    let mut live = Live::new(&workspace.path(""), choice, Some(key));
    live.refresh(day);
    live
}

/// The files of all portals that can be shown, by address.
fn trees(live: &Live) -> BTreeMap<String, Tree> {
    let tree = |files: &PortalFiles| files.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    live.portals().filter_map(|(address, files)| Some((address, tree(files?)))).collect()
}

fn said(problems: &Diagnostics) -> Vec<String> {
    problems.sorted().into_iter().map(|one| format!("{one:?}")).collect()
}
