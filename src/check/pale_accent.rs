//! The check `pale-accent`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// The agency's colour is too light for text.
pub static PALE_ACCENT: Check = Check {
    code: "pale-accent",
    severity: Severity::Hint,
    title: "The agency's colour is too light for text.",
    about: "Links and buttons have your colour, and people with weaker eyes must be able to read them, too. Yours is too \
            light for that, so portals use a darker one of the same hue. Take a darker colour of your house style if you \
            have one; otherwise there is nothing to do. For dark screens, a light colour is worked out from any.",
    bad: &[("vestibule.yml", Lines(&["name: Linden Studio", "brand:", "  accent: \"#f2a900\""]))],
    expect: &[
        "vestibule.yml:3:11 hint[pale-accent] `#f2a900` is too light for text, so portals use `#8e6200` in its place | take a darker colour, or leave it if `#8e6200` will do",
    ],
    good: &[("vestibule.yml", Lines(&["name: Linden Studio", "brand:", "  accent: \"#1d5a6b\""]))],
};
