//! The check `placeholder`.

use super::Check;
use super::Contents::Lines;
use super::LOCK;
use crate::diagnostic::Severity;

/// Words that `vestibule new` or `vestibule init` wrote still stand there.
pub static PLACEHOLDER: Check = Check {
    code: "placeholder",
    severity: Severity::Warning,
    title: "Words that `vestibule new` or `vestibule init` wrote still stand there.",
    about: "A new decision, document, word or client comes with a few words in place of those that only you know, such as `…`, two options `A: …` and `B: …`, or a project called `Project`. They are not meant for a client's eyes. What the settings begin with, such as an agency called `Your agency`, is told as soon as somebody can open a portal.",
    bad: &[
        ("acme/access.lock", Lines(LOCK)),
        ("acme/client.yml", Lines(&["name: Acme", "project: Project", "address: harbour-42"])),
        ("acme/docs/start.md", Lines(&["# Start", "", "…"])),
    ],
    expect: &[
        "acme/client.yml:2:10 warning[placeholder] `Project` was only put here to begin with, and somebody can open the portal already | write what the project is called",
        "acme/docs/start.md:3:1 warning[placeholder] `…` stands here until somebody writes the text | write what belongs here, or take it out",
    ],
    good: &[("acme/docs/start.md", Lines(&["# Start", "", "This is your project's own place."]))],
};
