//! The check `not-a-table`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A table without the line below its head.
pub static NOT_A_TABLE: Check = Check {
    code: "not-a-table",
    severity: Severity::Warning,
    title: "Lines that look like a table are plain text.",
    about: "A table has a line of dashes below its first line, with as many cells as that: `| --- | --- |`. Without it the reader sees the bars, in one long line.",
    bad: &[("acme/docs/start.md", Lines(&["| Phase | Days |", "| Design | 12 |"]))],
    expect: &[
        "acme/docs/start.md:1:1 warning[not-a-table] this is no table, because the line of dashes below its first line is missing | add `| --- | --- |` below this line",
    ],
    good: &[("acme/docs/start.md", Lines(&["| Phase | Days |", "| --- | --- |", "| Design | 12 |"]))],
};
