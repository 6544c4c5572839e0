//! The check `template`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A template, style sheet or script of your own theme cannot be used.
pub static TEMPLATE: Check = Check {
    code: "template",
    severity: Severity::Error,
    title: "A template, style sheet or script of your own theme cannot be used.",
    about: "A file in the theme of your workspace has a mistake, or asks for something that pages do not have. No \
            portal can be made until it is mended. If you did not write it, ask whoever did; without the line \
            `theme` in `vestibule.yml` the theme that comes with the program is used.",
    bad: &[
        ("vestibule.yml", Lines(&["name: Linden Studio", "theme: theme"])),
        ("theme/templates/doc.html", Lines(&["<h1>{{ title }</h1>"])),
    ],
    expect: &["theme/templates/doc.html:1:14 error[template] here stands `}` where `}}` should be | put `}}` here"],
    good: &[
        ("vestibule.yml", Lines(&["name: Linden Studio", "theme: theme"])),
        ("theme/templates/doc.html", Lines(&["<h1>{{ title }}</h1>"])),
    ],
};
