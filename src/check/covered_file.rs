//! The check `covered-file`.

use super::Check;
use super::Contents::{Bytes, Lines};
use crate::diagnostic::Severity;

/// A client's file lies where a shared text expects one of its own.
pub static COVERED_FILE: Check = Check {
    code: "covered-file",
    severity: Severity::Error,
    title: "A client's file has the name of a shared one.",
    about: "A shared text shows a picture that lies beside it in `shared`, and the client's folder has another file of \
            the same name in the same place. Whoever reads the shared text would be given the client's file, which may \
            be meant for others. Give the client's file another name. Where the client is to have a text or a picture \
            of their own, put both into the client's folder.",
    bad: &[
        ("shared/docs/how-we-work.md", Lines(&["# How we work", "", "![The week](week.png)"])),
        ("shared/docs/week.png", Bytes(b"PNG of every week")),
        ("acme/docs/start.md", Lines(&["Read [how we work](../../shared/docs/how-we-work.md)."])),
        ("acme/docs/plan.md", Lines(&["# The plan", "", "![The next week](week.png)"])),
        ("acme/docs/week.png", Bytes(b"PNG of the next week")),
    ],
    expect: &[
        "acme/docs/week.png:1:1 error[covered-file] shared/docs/how-we-work.md refers to `shared/docs/week.png`, and this is another file of that name | give this file another name, and change the links to it",
    ],
    good: &[
        ("shared/docs/how-we-work.md", Lines(&["# How we work", "", "![The week](week.png)"])),
        ("shared/docs/week.png", Bytes(b"PNG of every week")),
        ("acme/docs/start.md", Lines(&["Read [how we work](../../shared/docs/how-we-work.md)."])),
        ("acme/docs/plan.md", Lines(&["# The plan", "", "![The next week](next-week.png)"])),
        ("acme/docs/next-week.png", Bytes(b"PNG of the next week")),
    ],
};
