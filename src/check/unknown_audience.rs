//! The check `unknown-audience`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// An audience that the client does not have.
pub static UNKNOWN_AUDIENCE: Check = Check {
    code: "unknown-audience",
    severity: Severity::Error,
    title: "An audience that the client does not have.",
    about: "Besides `client`, which everybody belongs to, a client has the audiences that its `client.yml` lists. \
            This one is not among them, so it is not clear who may see the item. Correct the word, or add it to \
            `audiences`.",
    bad: &[
        ("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42", "audiences: [sponsor]"])),
        ("acme/docs/start.md", Lines(&["---", "audience: sponsors", "---", "", "# Costs"])),
    ],
    expect: &[
        "acme/docs/start.md:2:11 error[unknown-audience] there is no audience `sponsors` | did you mean `sponsor`?",
    ],
    good: &[
        ("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42", "audiences: [sponsor]"])),
        ("acme/docs/start.md", Lines(&["---", "audience: sponsor", "---", "", "# Costs"])),
    ],
};
