//! Every check: its bad example is found, its good one is not, and `docs/checks.md` is made from both.

mod docs;

use std::collections::BTreeSet;
use std::fs;

use chrono::NaiveDate;
use vestibule::build;
use vestibule::check::{ALL, BASE, Contents, Files};
use vestibule::diagnostic::Diagnostics;
use vestibule::source::scan;

use crate::workspace::Workspace;

/// The day on which all examples are looked at.
pub(crate) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");

/// The workspace of an example.
pub(crate) fn example(files: Files) -> Workspace {
    let workspace = Workspace::empty();
    for (path, contents) in BASE.iter().chain(files) {
        match contents {
            Contents::Lines(lines) => {
                workspace.write(path, lines.iter().map(|line| format!("{line}\n")).collect::<String>())
            }
            Contents::Bytes(bytes) => workspace.write(path, bytes),
            Contents::Folder => fs::create_dir_all(workspace.path(path)).expect("a folder can be made"),
            Contents::LinkTo(target) => link(&workspace, target, path),
        }
    }
    workspace
}

#[cfg(unix)]
fn link(workspace: &Workspace, target: &str, path: &str) {
    let path = workspace.path(path);
    fs::create_dir_all(path.parent().expect("a link lies in a folder")).expect("a folder can be made");
    std::os::unix::fs::symlink(target, path).expect("a link can be made");
}

#[cfg(not(unix))]
fn link(workspace: &Workspace, _: &str, path: &str) {
    workspace.write(path, "");
}

/// All that is wrong with a workspace, as `file:line:column severity[code] message | help`.
pub(crate) fn found(workspace: &Workspace) -> Vec<String> {
    let scanned = scan(&workspace.path("")).expect("this is a workspace");
    let mut diagnostics = Diagnostics::new();
    build::check(&scanned, scanned.clients(), TODAY, &mut diagnostics);
    lines(&diagnostics)
}

/// One line for each problem.
fn lines(diagnostics: &Diagnostics) -> Vec<String> {
    let line = |d: &&vestibule::diagnostic::Diagnostic| {
        let help = d.help.as_deref().map(|help| format!(" | {help}")).unwrap_or_default();
        format!("{}:{}:{} {}[{}] {}{help}", d.place.file, d.place.line, d.place.column, d.severity, d.code, d.message)
    };
    diagnostics.sorted().iter().map(line).collect()
}

#[test]
fn a_bad_example_says_what_is_written_beside_it() {
    for check in ALL {
        assert_eq!(found(&example(check.bad)), check.expect, "{}", check.code);
    }
}

#[test]
fn a_bad_example_is_about_its_own_check_alone() {
    for check in ALL {
        let own = format!(" {}[{}] ", check.severity, check.code);
        assert!(!check.expect.is_empty() && check.expect.iter().all(|line| line.contains(&own)), "{}", check.code);
    }
}

#[test]
fn a_good_example_says_nothing() {
    for check in ALL {
        assert_eq!(found(&example(check.good)), [""; 0], "{}", check.code);
    }
}

#[test]
fn every_file_of_the_folder_is_listed_under_its_code() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/check");
    let names = fs::read_dir(folder).expect("the folder is there");
    let mut files: BTreeSet<String> =
        names.map(|entry| entry.expect("the folder can be read").file_name().to_string_lossy().into_owned()).collect();
    assert!(files.remove("mod.rs"));
    let listed: Vec<String> = ALL.iter().map(|check| format!("{}.rs", check.code.replace('-', "_"))).collect();
    assert_eq!(listed, files.into_iter().collect::<Vec<_>>());
    assert!(ALL.is_sorted_by_key(|check| check.code));
}

#[test]
fn messages_are_written_alike() {
    for check in ALL {
        for line in check.expect {
            let message = line.split_once("] ").expect("a code stands in front of the message").1;
            let (message, help) = message.split_once(" | ").unwrap_or_else(|| panic!("{}: no way out", check.code));
            for text in [message, help] {
                assert!(!text.starts_with(char::is_uppercase) && !text.ends_with('.'), "{line}");
            }
        }
        assert!(check.title.ends_with('.') && check.about.ends_with('.'), "{}", check.code);
    }
}
