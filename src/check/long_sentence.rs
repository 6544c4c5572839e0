//! The check `long-sentence`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A sentence that is hard to follow.
pub static LONG_SENTENCE: Check = Check {
    code: "long-sentence",
    severity: Severity::Hint,
    title: "A sentence that is hard to follow.",
    about: "More than 35 words make a reader begin again, on a telephone above all. Make two sentences of it, or a list. Items of a list count one by one, and tables do not count. At most five are named for a client, the longest ones.",
    bad: &[(
        "acme/docs/start.md",
        Lines(&[
            "# Start",
            "",
            "When the shop opens in spring, and the photos and the prices and the letters are all in their places, every visitor can choose a chair, put it into the basket, say who they are and pay for it in one go.",
        ]),
    )],
    expect: &[
        "acme/docs/start.md:3:1 hint[long-sentence] this sentence has 42 words | make two of it: more than 35 words are hard to follow",
    ],
    good: &[(
        "acme/docs/start.md",
        Lines(&[
            "# Start",
            "",
            "The shop opens in spring. Then every visitor can choose a chair, put it into the basket, say who they are and pay for it in one go.",
        ]),
    )],
};
