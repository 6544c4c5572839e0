//! The check `unexplained-acronym`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// An abbreviation that is explained nowhere.
pub static UNEXPLAINED_ACRONYM: Check = Check {
    code: "unexplained-acronym",
    severity: Severity::Warning,
    title: "An abbreviation that is explained nowhere.",
    about: "Two to six capitals are a word that a client may not know and does not like to ask about. Add it to `glossary.yml`, or write it out where it stands first: `content management system (CMS)`. Each is named once, at its first place. What everybody knows, such as PDF, is left alone (`review.known` in the theme's locale files), as are names, code and addresses; and a client without a `glossary.yml` of their own is not asked for one.",
    bad: &[
        ("acme/glossary.yml", Lines(&["Basket: What a visitor means to buy."])),
        ("acme/docs/start.md", Lines(&["# Start", "", "You fill the basket with the CMS."])),
    ],
    expect: &[
        "acme/docs/start.md:3:30 warning[unexplained-acronym] `CMS` is explained nowhere | add it to `glossary.yml`, or write it out the first time: `… (CMS)`",
    ],
    good: &[
        ("acme/glossary.yml", Lines(&["Basket: What a visitor means to buy."])),
        (
            "acme/docs/start.md",
            Lines(&[
                "# Start",
                "",
                "You fill the basket with the content management system (CMS). The CMS is open at night, too.",
            ]),
        ),
    ],
};
