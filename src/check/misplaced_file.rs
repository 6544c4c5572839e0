//! The check `misplaced-file`.

use super::Check;
use super::Contents::{Bytes, Lines};
use crate::diagnostic::Severity;

/// A file that is left out, or published by accident.
pub static MISPLACED_FILE: Check = Check {
    code: "misplaced-file",
    severity: Severity::Warning,
    title: "A file that is left out, or published by accident.",
    about: "Pages are read in `docs`, `decisions` and `updates`, files in `files`, and settings beside `client.yml` under \
            their own names. What lies elsewhere is left out, and nobody would be told. The other way round, everything in \
            `files` is published, also what a program left behind there, such as `~$plan.docx`, `plan.bak` or \
            `Thumbs.db`. In `shared` only people, words and documents are read. A file or folder whose name begins with `_` or `.` is your own and is left alone.",
    bad: &[
        ("acme/offer.pdf", Bytes(b"%PDF")),
        ("acme/milestone.yml", Lines(&["- title: Design approved"])),
        ("acme/risks.yml", Lines(&["- title: The bank takes longer"])),
        ("acme/start.md", Lines(&["# Start"])),
        ("acme/files/~$plan.docx", Bytes(b"Mira")),
        ("acme/updates/basket.png", Bytes(b"PNG")),
    ],
    expect: &[
        "acme/files/~$plan.docx:1:1 warning[misplaced-file] `~$plan.docx` was left behind by another program, and would be published | delete it, or move it out of the folder `files`",
        "acme/milestone.yml:1:1 warning[misplaced-file] this file would be left out: nothing has this name | did you mean `milestones.yml`?",
        "acme/offer.pdf:1:1 warning[misplaced-file] this file would be left out: it lies beside `client.yml` | put it into the folder `files`, or call it `_offer.pdf` if it is a file of your own",
        "acme/risks.yml:1:1 warning[misplaced-file] this version does not read `risks.yml` yet | call it `_risks.yml` until then: names that begin with `_` are left alone",
        "acme/start.md:1:1 warning[misplaced-file] this file would be left out: no page is read here | put it into the folder `docs`, or call it `_start.md` if it is a note of your own",
        "acme/updates/basket.png:1:1 warning[misplaced-file] nothing links to this file, so nobody will see it | link to it from a text, or put it into the folder `files`",
    ],
    good: &[
        ("acme/files/offer.pdf", Bytes(b"%PDF")),
        ("acme/milestones.yml", Lines(&["- title: Design approved"])),
        ("acme/_risks.yml", Lines(&["- title: The bank takes longer"])),
        ("acme/docs/start.md", Lines(&["# Start"])),
        ("acme/updates/2026-11-20.md", Lines(&["## Done", "", "![The basket](basket.png)"])),
        ("acme/updates/basket.png", Bytes(b"PNG")),
    ],
};
