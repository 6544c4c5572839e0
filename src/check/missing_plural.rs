//! The check `missing-plural`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// Words for numbers that lack one of the forms which their language has.
pub static MISSING_PLURAL: Check = Check {
    code: "missing-plural",
    severity: Severity::Warning,
    title: "Words for numbers that lack one of the forms which their language has.",
    about: "Languages differ in how many forms a word has beside numbers: English has `one` day and `other` days, \
            Ukrainian has three. A file of words in your theme lacks one of them, so that readers will see the wrong \
            form beside some numbers. Write all that the language has.",
    bad: &[
        ("vestibule.yml", Lines(&["name: Linden Studio", "theme: theme"])),
        (
            "theme/locales/uk.yml",
            Lines(&[
                "portal:",
                "  earlier: { one: \"{count} one\", few: \"{count} few\", many: \"{count} many\", other: \"{count} other\" }",
                "  later: { one: \"{count} one\", other: \"{count} other\" }",
            ]),
        ),
    ],
    expect: &[
        "theme/locales/uk.yml:3:10 warning[missing-plural] this language has other words for some numbers: `few`, `many` are missing | write one for each: `one`, `few`, `many`, `other`",
    ],
    good: &[
        ("vestibule.yml", Lines(&["name: Linden Studio", "theme: theme"])),
        ("theme/locales/nl.yml", Lines(&["portal:", "  later: { one: 1 dag later, other: \"{count} dagen later\" }"])),
    ],
};
