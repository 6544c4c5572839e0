//! The preview never lies: whatever is written, in whatever order, what it holds in memory is what a preview that has
//! just begun would hold, and what a build writes.

mod edits;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use vestibule::access::load_key;
use vestibule::diagnostic::Diagnostics;
use vestibule::live::{Choice, Hurried, Live};
use vestibule::output::PortalFiles;

use crate::reader::{Tree, changes, tree};
use crate::workspace::{KEY, Workspace};
use edits::Writer;

/// How many sequences of edits are tried; `VESTIBULE_SEQUENCES` says another number.
fn sequences() -> u64 {
    let asked = std::env::var("VESTIBULE_SEQUENCES").ok();
    asked.map_or(12, |number| number.parse().expect("VESTIBULE_SEQUENCES is a number"))
}

#[test]
fn memory_is_what_a_clean_build_makes() {
    let mut seen = Seen::default();
    for seed in 0..sequences() {
        follow(seed, &mut seen);
    }
    // What is never tried is not shown.
    assert!(seen.hurried > 0 && seen.broken > 0 && seen.built > 0, "{seen:?}");
}

/// How often something happened.
#[derive(Debug, Default)]
struct Seen {
    hurried: usize,
    broken: usize,
    built: usize,
}

fn follow(seed: u64, seen: &mut Seen) {
    let mut writer = Writer::new(seed);
    let workspace = writer.workspace();
    let mut live = begun(&workspace);
    // What each portal was when it was last without errors.
    let mut good: BTreeMap<String, Tree> = trees(&live);
    for step in 0..writer.steps() {
        let written = writer.write(&workspace);
        let at = format!("sequence {seed}, step {step}: {written:?}");
        if writer.is_hurried() {
            seen.hurried += usize::from(live.hurry(written) != Hurried::Nothing);
        }
        if !writer.is_looked_at() {
            continue;
        }
        live.refresh(day());
        let fresh = begun(&workspace);
        assert_eq!(said(&live.problems()), said(&fresh.problems()), "{at}");
        seen.broken += usize::from(fresh.problems().has_errors());
        good.extend(trees(&fresh));
        let now = trees(&live);
        for (address, files) in &now {
            assert_eq!(changes(&good[address], files), [""; 0], "{at}: {address}");
        }
        assert!(trees(&fresh).keys().all(|address| now.contains_key(address)), "{at}");
    }
    writer.mend(&workspace);
    live.refresh(day());
    workspace.build();
    seen.built += 1;
    for (address, files) in trees(&live) {
        let built = tree(&workspace.path("dist").join(&address));
        assert_eq!(changes(&built, &files), [""; 0], "sequence {seed}: {address}");
    }
    // And so is what begins with what that build left.
    assert_eq!(trees(&begun(&workspace)), trees(&live), "sequence {seed}");
}

/// A preview that has just begun.
fn begun(workspace: &Workspace) -> Live {
    let choice = Choice { clients: Vec::new(), audience: "client".to_owned(), gated: false };
    let key = load_key(&workspace.path(""), Some(KEY)).expect("the key is one");
    let mut live = Live::new(&workspace.path(""), choice, Some(key));
    live.refresh(day());
    live
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is a day")
}

/// The files of all portals that can be shown, by address.
fn trees(live: &Live) -> BTreeMap<String, Tree> {
    let tree = |files: &PortalFiles| files.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    live.portals().filter_map(|(address, files)| Some((address.to_owned(), tree(files?)))).collect()
}

fn said(problems: &Diagnostics) -> Vec<String> {
    problems.sorted().into_iter().map(|one| format!("{one:?}")).collect()
}
