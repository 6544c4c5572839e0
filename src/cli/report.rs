//! Printing what was found.

use std::io::IsTerminal;

use super::args::Format;
use crate::diagnostic::human::Style;
use crate::diagnostic::{Diagnostics, github, human, json};

/// The problems on standard error, for a person.
pub(super) fn to_stderr(diagnostics: &Diagnostics) {
    let colour = std::io::stderr().is_terminal() && colours();
    eprint!("{}", human::render(diagnostics, Style { colour, hints: false }));
}

/// The problems on standard output, as the result of a command.
pub(super) fn to_stdout(diagnostics: &Diagnostics, format: Format) {
    let terminal = std::io::stdout().is_terminal();
    let text = match format {
        Format::Human => human::render(diagnostics, Style { colour: terminal && colours(), hints: !terminal }),
        Format::Json => json::render(diagnostics),
        Format::Github => github::render(diagnostics),
    };
    print!("{text}");
}

/// Whether colours are welcome; see no-color.org.
fn colours() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
