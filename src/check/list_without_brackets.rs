//! The check `list-without-brackets`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Words with commas where a list is expected.
pub static LIST_WITHOUT_BRACKETS: Check = Check {
    code: "list-without-brackets",
    severity: Severity::Error,
    title: "A list is written as one text.",
    about: "Words with commas between them are one text unless they stand in brackets. Write `[first, second]`, or each on a line of its own with `- ` in front. If it is one text with a comma in it, put it in quotes.",
    bad: &[(
        "acme/client.yml",
        Lines(&["name: Acme", "project: New shop", "address: harbour-42", "audiences: sponsor, board"]),
    )],
    expect: &[
        "acme/client.yml:4:12 error[list-without-brackets] `audiences` is a list, but this is one text with commas in it | write `audiences: [sponsor, board]`, or put it in quotes if it is one text",
    ],
    good: &[(
        "acme/client.yml",
        Lines(&["name: Acme", "project: New shop", "address: harbour-42", "audiences: [sponsor, board]"]),
    )],
};
