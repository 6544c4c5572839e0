//! The check `not-a-link`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Brackets that should be a link, and are text.
pub static NOT_A_LINK: Check = Check {
    code: "not-a-link",
    severity: Severity::Warning,
    title: "Brackets that should be a link, and are text.",
    about: "In Markdown a link is written `[text](address)`: first the square brackets, then the round ones, and no space between them. Otherwise the reader sees the brackets.",
    bad: &[
        ("acme/docs/start.md", Lines(&["See [the prices] (prices.md) or (all of them)[prices.md]."])),
        ("acme/docs/prices.md", Lines(&["# Prices"])),
    ],
    expect: &[
        "acme/docs/start.md:1:18 warning[not-a-link] this is no link, because there is a space in front of `(prices.md)` | take the space out: `[…](prices.md)`",
        "acme/docs/start.md:1:46 warning[not-a-link] this is no link, because the brackets around `prices.md` are swapped | write `[all of them](prices.md)`",
    ],
    good: &[
        ("acme/docs/start.md", Lines(&["See [the prices](prices.md) [or not] (e.g. later)."])),
        ("acme/docs/prices.md", Lines(&["# Prices"])),
    ],
};
