//! The check `broken-link`.

use super::Check;
use super::Contents::{Bytes, Lines};
use crate::diagnostic::Severity;

/// A link leads to a file that is not there.
pub static BROKEN_LINK: Check = Check {
    code: "broken-link",
    severity: Severity::Error,
    title: "A link leads to a file that is not there.",
    about: "A link leads to a page or file that is not in this client's folder, or to a draft, which is not \
            published. Your client would tap on it and get nowhere. Write the way from the file with the link to the \
            other one, as folders lie on your disk: `../files/plan.pdf`. Capital letters count. Nothing outside the \
            client's folder can be linked to, since it is not part of the portal.",
    bad: &[
        ("acme/docs/start.md", Lines(&["Here is the [plan](../files/plan.pdf)."])),
        ("acme/files/Plan.pdf", Bytes(b"%PDF")),
    ],
    expect: &[
        "acme/docs/start.md:1:13 error[broken-link] there is no file `files/plan.pdf` in the client's folder | did you mean `../files/Plan.pdf`?",
    ],
    good: &[
        ("acme/docs/start.md", Lines(&["Here is the [plan](../files/plan.pdf)."])),
        ("acme/files/plan.pdf", Bytes(b"%PDF")),
    ],
};
