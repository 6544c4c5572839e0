//! The check `split-by-comma`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A text in a list in brackets that its comma takes apart.
pub static SPLIT_BY_COMMA: Check = Check {
    code: "split-by-comma",
    severity: Severity::Error,
    title: "A comma takes a text apart.",
    about: "Inside `[ ]` and `{ }` every comma ends an entry, also one that stands between brackets or quotes within a text. Put such a text in double quotes, or write the list with one `- ` on a line for each entry.",
    bad: &[
        ("acme/docs/start.md", Lines(&["Customers pay at the checkout."])),
        (
            "acme/glossary.yml",
            Lines(&["Checkout:", "  short: Where customers pay.", "  aka: [Payments (card, Vipps), till]"]),
        ),
    ],
    expect: &[
        "acme/glossary.yml:3:9 error[split-by-comma] a comma inside `[ ]` ends an entry, so this text is taken for several | put it in quotes: `[\"Payments (card, Vipps)\"]`",
    ],
    good: &[
        ("acme/docs/start.md", Lines(&["Customers pay at the checkout."])),
        (
            "acme/glossary.yml",
            Lines(&["Checkout:", "  short: Where customers pay.", "  aka: [\"Payments (card, Vipps)\", till (shop)]"]),
        ),
    ],
};
