//! The check `unreadable`.

use super::Check;
use super::Contents::{Folder, Lines};
use crate::diagnostic::Severity;

/// A file or folder that cannot be opened.
pub static UNREADABLE: Check = Check {
    code: "unreadable",
    severity: Severity::Error,
    title: "A file or folder that cannot be opened.",
    about: "Something lies where a file should be, and it cannot be opened: you may not read it, or it is a folder \
            with the name of a file. What cannot be read would silently be missing from the portal, so nothing is \
            built. Make it readable, rename it, or move it out of the client's folder.",
    bad: &[("acme/glossary.yml", Folder)],
    expect: &[
        "acme/glossary.yml:1:1 error[unreadable] this is a folder, but it has the name of a file | give the folder another name, or put the file in its place",
    ],
    good: &[
        ("acme/glossary.yml", Lines(&["Go-live: The day on which the new shop opens."])),
        ("acme/docs/start.md", Lines(&["# Start", "", "What we do until the go-live."])),
    ],
};
