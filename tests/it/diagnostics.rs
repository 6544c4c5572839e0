//! What is said about content that is wrong: every word of it, and where.

#[cfg(unix)]
mod disk;
mod few;
mod fields;
mod folders;
mod formats;
mod hostile;
mod items;
#[cfg(unix)]
mod kinds;
mod links;
mod names;
mod places;
mod properties;
mod quotes;
mod shared;
mod syntax;
mod theme;
mod values;

use vestibule::check::BASE;

use crate::checks::{example, found};

/// A workspace and all that is wrong with it.
struct Case {
    name: &'static str,
    /// Files put over the base that the examples of the checks have, too.
    files: &'static [(&'static str, &'static str)],
    /// `file:line:column severity[code] message | help`, sorted.
    found: &'static [&'static str],
}

#[track_caller]
fn compare(cases: &[Case]) {
    let mut wrong = String::new();
    for case in cases {
        let workspace = example(BASE);
        case.files.iter().for_each(|(path, text)| workspace.write(path, text));
        let found = found(&workspace);
        if found != case.found {
            wrong.push_str(&format!("{}\n  expected {:#?}\n  found {found:#?}\n", case.name, case.found));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
