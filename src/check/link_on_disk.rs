//! The check `link-on-disk`.

use super::Check;
use super::Contents::{Bytes, LinkTo};
use crate::diagnostic::Severity;

/// There is a link on disk where a file should be.
pub static LINK_ON_DISK: Check = Check {
    code: "link-on-disk",
    severity: Severity::Error,
    title: "There is a link on disk where a file should be.",
    about: "A file or folder is only a pointer (a symbolic link) to something elsewhere on this computer. Links are \
            not followed, so that nothing from outside the client's folder is published by accident. Put a copy in \
            its place.",
    bad: &[("acme/files/plan.pdf", LinkTo("../../plan.pdf"))],
    expect: &[
        "acme/files/plan.pdf:1:1 error[link-on-disk] this is a link to a file elsewhere, and links are not followed | put a copy of the file here, or remove the link",
    ],
    good: &[("acme/files/plan.pdf", Bytes(b"%PDF"))],
};
