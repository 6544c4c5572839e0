//! The check `file-name`.

use super::Check;
use super::Contents::Bytes;
use crate::diagnostic::Severity;

/// The name of a file cannot be used everywhere.
pub static FILE_NAME: Check = Check {
    code: "file-name",
    severity: Severity::Error,
    title: "The name of a file cannot be used everywhere.",
    about: "The name of a file has a character that not every computer can store or no address can have, such as `:` \
            or a line break. Whoever opens the folder on another computer would miss the file. Rename it; letters, \
            digits, spaces and `-` are safe.",
    bad: &[("acme/files/offer: final.pdf", Bytes(b"%PDF"))],
    expect: &[
        "acme/files/offer: final.pdf:1:1 error[file-name] the name of this file has a character that not every computer can store | leave out `\\`, `:` and control characters",
    ],
    good: &[("acme/files/offer - final.pdf", Bytes(b"%PDF"))],
};
