//! The check `broken-image`.

use super::Check;
use super::Contents::{Bytes, Lines};
use crate::diagnostic::Severity;

/// A picture, or the agency's mark, is not where it should be.
pub static BROKEN_IMAGE: Check = Check {
    code: "broken-image",
    severity: Severity::Error,
    title: "A picture, or the agency's mark, is not where it should be.",
    about: "A page shows a picture that is not in the client's folder or is no picture, or `logo` in `vestibule.yml` \
            names one that is not in the workspace. The reader would see a gap. Mostly a file was renamed or never \
            saved. Put the picture beside the page, or correct its name; capital letters count. Other files, such as \
            a PDF, can be linked to: `[The plan](plan.pdf)`, without the `!`.",
    bad: &[
        ("acme/docs/start.md", Lines(&["![The route](route-map.pgn)"])),
        ("acme/docs/route-map.png", Bytes(b"\x89PNG")),
    ],
    expect: &[
        "acme/docs/start.md:1:1 error[broken-image] there is no file `docs/route-map.pgn` in the client's folder | did you mean `route-map.png`?",
    ],
    good: &[
        ("acme/docs/start.md", Lines(&["![The route](route-map.png)"])),
        ("acme/docs/route-map.png", Bytes(b"\x89PNG")),
    ],
};
