//! Problems as one JSON array, for editors and scripts.

use serde::Serialize;

use super::Diagnostics;

/// One array of `{"code","severity","message","file","line","column","help"}`, sorted by place, with a line break
/// at the end. `help` is left out where there is none.
pub fn render(diagnostics: &Diagnostics) -> String {
    let rows: Vec<Row<'_>> = diagnostics
        .sorted()
        .into_iter()
        .map(|d| Row {
            code: d.code,
            severity: d.severity.word(),
            message: &d.message,
            file: &d.place.file,
            line: d.place.line,
            column: d.place.column,
            help: d.help.as_deref(),
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&rows).expect("strings and numbers are always JSON");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    file: &'a str,
    line: u32,
    column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}
