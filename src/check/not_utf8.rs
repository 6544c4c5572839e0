//! The check `not-utf8`.

use super::Check;
use super::Contents::{Bytes, Lines};
use crate::diagnostic::Severity;

/// A file is no UTF-8 text.
pub static NOT_UTF8: Check = Check {
    code: "not-utf8",
    severity: Severity::Error,
    title: "A file is no UTF-8 text.",
    about: "The file is stored in an old encoding, in which accented letters look different on every computer. It \
            often comes from an older program or an export. Open it in your editor and save it as UTF-8.",
    bad: &[("acme/docs/start.md", Bytes(b"# Caf\xe9\n"))],
    expect: &[
        "acme/docs/start.md:1:6 error[not-utf8] from here on this file is not UTF-8 text | open it in your editor and save it with the encoding UTF-8",
    ],
    good: &[("acme/docs/start.md", Lines(&["# Café"]))],
};
