//! The check `nul-byte`.

use super::Check;
use super::Contents::{Bytes, Lines};
use crate::diagnostic::Severity;

/// A text file holds a character that no text has.
pub static NUL_BYTE: Check = Check {
    code: "nul-byte",
    severity: Severity::Error,
    title: "A text file holds a character that no text has.",
    about: "There is a NUL character in the file: it is damaged, or it is no text at all but a picture or a program \
            with the wrong name. Restore it, or save it again as plain text. In settings, `\\0`, `\\x00` and `\\u0000` \
            in double quotes stand for the same character; between single quotes they are what you see.",
    bad: &[
        ("acme/docs/start.md", Bytes(b"# Start\n\nHello\0\n")),
        ("acme/tasks.yml", Lines(&["- title: \"Clear C:\\0\""])),
    ],
    expect: &[
        "acme/docs/start.md:3:6 error[nul-byte] this file holds a NUL character, so it is not a text file | save it again as plain text (UTF-8)",
        "acme/tasks.yml:1:19 error[nul-byte] `\\0` in double quotes stands for a NUL character, which no text has | take it out; if the signs themselves are meant, write `\\\\0` or use single quotes",
    ],
    good: &[
        ("acme/docs/start.md", Lines(&["# Start", "", "Hello"])),
        ("acme/tasks.yml", Lines(&["- title: 'Clear C:\\0'"])),
    ],
};
