//! The check `unknown-theme-file`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A file in a theme that nothing uses.
pub static UNKNOWN_THEME_FILE: Check = Check {
    code: "unknown-theme-file",
    severity: Severity::Warning,
    title: "A file in a theme that nothing uses.",
    about: "Your theme has a file where no file of a theme lies, so it changes nothing. Mostly it is misspelt or in \
            the wrong folder. Move or rename it.",
    bad: &[
        ("vestibule.yml", Lines(&["name: Linden Studio", "theme: theme"])),
        ("theme/template/doc.html", Lines(&["<h1>{{ title }}</h1>"])),
    ],
    expect: &[
        "theme/template/doc.html:1:1 warning[unknown-theme-file] a theme makes no use of this file | did you mean `templates/doc.html`?",
    ],
    good: &[
        ("vestibule.yml", Lines(&["name: Linden Studio", "theme: theme"])),
        ("theme/templates/doc.html", Lines(&["<h1>{{ title }}</h1>"])),
    ],
};
