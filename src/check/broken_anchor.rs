//! The check `broken-anchor`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A link leads to a heading that is not on its page.
pub static BROKEN_ANCHOR: Check = Check {
    code: "broken-anchor",
    severity: Severity::Error,
    title: "A link leads to a heading that is not on its page.",
    about: "A link can lead to a heading of a page: `setup.md#backup`. Here the page is there and the heading is \
            not, most often because the heading was reworded after the link was written. The reader would land at \
            the top of the page and search. Take the name of the heading as it is now, or give the heading a fixed \
            name, which stays when its words change: `## Backup {#backup}`.",
    bad: &[
        ("acme/docs/start.md", Lines(&["# Start", "", "Read about the [backup](setup.md#back-up)."])),
        ("acme/docs/setup.md", Lines(&["# Setup", "", "## Backup"])),
    ],
    expect: &[
        "acme/docs/start.md:3:16 error[broken-anchor] there is no heading `#back-up` on the page `/docs/setup` | did you mean `#backup`?",
    ],
    good: &[
        ("acme/docs/start.md", Lines(&["# Start", "", "Read about the [backup](setup.md#backup)."])),
        ("acme/docs/setup.md", Lines(&["# Setup", "", "## Backup"])),
    ],
};
