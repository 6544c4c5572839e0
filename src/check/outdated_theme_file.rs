//! The check `outdated-theme-file`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A file of your own theme was copied from one that has changed since.
pub static OUTDATED_THEME_FILE: Check = Check {
    code: "outdated-theme-file",
    severity: Severity::Warning,
    title: "A file of your own theme was copied from one that has changed since.",
    about: "With a new version of the program its own theme may change. A file that you copied with `vestibule theme \
            copy` stays as it is, so it lacks what was mended or added since, and may not go with the other files any \
            more. Compare the two, take over what you want, and say with `vestibule theme accept` that you have.",
    bad: &[
        ("vestibule.yml", Lines(&["name: Linden Studio", "theme: theme"])),
        ("theme/theme.lock", Lines(&["js/fold.js: 0123456789abcdef", "templates/former.html: 0123456789abcdef"])),
        ("theme/js/fold.js", Lines(&["export const fold = (text) => text;"])),
        ("theme/templates/former.html", Lines(&["<p>Once used by another template.</p>"])),
    ],
    expect: &[
        "theme/js/fold.js:1:1 warning[outdated-theme-file] the program's own `js/fold.js` has changed since this one was copied from it | compare it with what `vestibule theme show js/fold.js` prints, then run `vestibule theme accept js/fold.js`",
        "theme/templates/former.html:1:1 warning[outdated-theme-file] the program has no `templates/former.html` any more, which this one was copied from | remove this file if nothing of yours needs it; if it is needed, run `vestibule theme accept templates/former.html`",
    ],
    good: &[
        ("vestibule.yml", Lines(&["name: Linden Studio", "theme: theme"])),
        ("theme/js/fold.js", Lines(&["export const fold = (text) => text;"])),
        ("theme/templates/former.html", Lines(&["<p>Used by another template.</p>"])),
    ],
};
