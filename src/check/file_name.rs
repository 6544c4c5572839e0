//! The check `file-name`.

use super::Check;
use super::Contents::{Bytes, Lines};
use crate::diagnostic::Severity;

/// The name of a file cannot be used.
pub static FILE_NAME: Check = Check {
    code: "file-name",
    severity: Severity::Error,
    title: "The name of a file cannot be used.",
    about: "The name of a file has a character that not every computer can store or no address can have, such as `:` \
            or a line break, and whoever opens the folder on another computer would miss the file. Or it is nearly \
            what Vestibule reads, such as a folder `Docs` or `doc`, or a page `start.MD`, and would be left out. Rename it; \
            letters, digits, spaces and `-` are safe, and capital letters count.",
    bad: &[("acme/files/offer: final.pdf", Bytes(b"%PDF")), ("acme/docs/start.MD", Lines(&["# Start"]))],
    expect: &[
        "acme/docs/start.MD:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `start.md`",
        "acme/files/offer: final.pdf:1:1 error[file-name] the name of this file has a character that not every computer can store | leave out `\\`, `:` and control characters",
    ],
    good: &[("acme/files/offer - final.pdf", Bytes(b"%PDF")), ("acme/docs/start.md", Lines(&["# Start"]))],
};
