//! The check `removed-html`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// HTML in a text that a portal does not take.
pub static REMOVED_HTML: Check = Check {
    code: "removed-html",
    severity: Severity::Warning,
    title: "HTML in a text that a portal does not take.",
    about: "HTML in a text may format it and nothing else. Scripts, styles, forms and embedded pages are left out, \
            since they could show a reader something that you did not write, or tell others that the portal was \
            read. Write it in Markdown, or put the file in `files` and link to it.",
    bad: &[("acme/docs/start.md", Lines(&["Watch this:", "", "<iframe src=\"https://video.example\"></iframe>"]))],
    expect: &[
        "acme/docs/start.md:3:1 warning[removed-html] `<iframe>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
    ],
    good: &[("acme/docs/start.md", Lines(&["Watch [this](https://video.example)."]))],
};
