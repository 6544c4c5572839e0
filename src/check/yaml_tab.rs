//! The check `yaml-tab`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A line indented with a tab.
pub static YAML_TAB: Check = Check {
    code: "yaml-tab",
    severity: Severity::Error,
    title: "A line indented with a tab.",
    about: "Tabs look different in every program, so they cannot say which lines belong together. Indent with two \
            spaces. Most editors can be told to do that when you press the tab key.",
    bad: &[("vestibule.yml", Lines(&["name: Linden Studio", "contact:", "\tname: Mira Vos"]))],
    expect: &[
        "vestibule.yml:3:1 error[yaml-tab] this line is indented with a tab | indent with spaces: two for each level",
    ],
    good: &[("vestibule.yml", Lines(&["name: Linden Studio", "contact:", "  name: Mira Vos"]))],
};
