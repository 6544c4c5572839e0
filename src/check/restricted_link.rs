//! The check `restricted-link`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A link would give away an item that only some may see.
pub static RESTRICTED_LINK: Check = Check {
    code: "restricted-link",
    severity: Severity::Error,
    title: "A link would give away an item that only some may see.",
    about: "A page that everybody reads links to one that only some may see. The link alone would tell everybody \
            that it exists. Take the link out, or let the same people see both with `audience`.",
    bad: &[
        ("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42", "audiences: [sponsor]"])),
        ("acme/docs/start.md", Lines(&["See also the [costs](costs.md)."])),
        ("acme/docs/costs.md", Lines(&["---", "audience: sponsor", "---", "", "# Costs"])),
    ],
    expect: &[
        "acme/docs/start.md:1:14 error[restricted-link] this link would give away `Costs` (`docs/costs.md`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
    ],
    good: &[
        ("acme/client.yml", Lines(&["name: Acme", "project: New shop", "address: harbour-42", "audiences: [sponsor]"])),
        ("acme/docs/start.md", Lines(&["---", "audience: sponsor", "---", "", "See also the [costs](costs.md)."])),
        ("acme/docs/costs.md", Lines(&["---", "audience: sponsor", "---", "", "# Costs"])),
    ],
};
