//! The check `unknown-word`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A word in a theme that no page uses.
pub static UNKNOWN_WORD: Check = Check {
    code: "unknown-word",
    severity: Severity::Warning,
    title: "A word in a theme that no page uses.",
    about: "A file of words in your theme has a name that is not one of the program's, so that what stands there is \
            shown nowhere; or a word has a gap such as `{name}` into which nothing is put. Mostly it is misspelt. Words \
            that only your own templates use need no other reason.",
    bad: &[
        ("vestibule.yml", Lines(&["name: Linden Studio", "theme: theme"])),
        (
            "theme/locales/en.yml",
            Lines(&[
                "portal:",
                "  plases:",
                "    home: Start",
                "  costs: costs {sum}",
                "  later: { ones: a day later, one: a day later, other: later }",
            ]),
        ),
    ],
    expect: &[
        "theme/locales/en.yml:2:3 warning[unknown-word] no page has a word called `plases` here | did you mean `places`?",
        "theme/locales/en.yml:4:10 warning[unknown-word] nothing is put in the place of `{sum}` here | filled in here: `{amount}`",
        "theme/locales/en.yml:5:12 warning[unknown-word] there is no form `ones` for numbers | did you mean `one`?",
    ],
    good: &[
        ("vestibule.yml", Lines(&["name: Linden Studio", "theme: theme"])),
        (
            "theme/locales/en.yml",
            Lines(&["portal:", "  slogan: Boats, on time", "  places:", "    home: Start", "  costs: costs {amount}"]),
        ),
        ("theme/templates/slogan.html", Lines(&["<p>{{ words.portal.slogan }}</p>"])),
    ],
};
