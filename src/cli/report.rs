//! Printing: results, what was found, and what else there is to say.

use std::io::{self, ErrorKind, IsTerminal, Write};

use super::Failure;
use super::args::Format;
use crate::diagnostic::human::Style;
use crate::diagnostic::{Diagnostics, github, human, json};

/// The problems on standard error, for a person.
pub(super) fn to_stderr(diagnostics: &Diagnostics) {
    let colour = std::io::stderr().is_terminal() && colours();
    say(&human::render(diagnostics, Style { colour, hints: false }));
}

/// The problems on standard output, as the result of a command.
///
/// On a terminal hints are a count, unless `hints` asks for them.
pub(super) fn to_stdout(diagnostics: &Diagnostics, format: Format, hints: bool) -> Result<(), Failure> {
    let terminal = std::io::stdout().is_terminal();
    let hints = hints || !terminal;
    let text = match format {
        Format::Human => human::render(diagnostics, Style { colour: terminal && colours(), hints }),
        Format::Json => json::render(diagnostics),
        Format::Github => github::render(diagnostics),
    };
    result(&text)
}

/// Prints the result of a command, or a part of it, on standard output. Whoever reads it may stop reading.
pub(super) fn result(text: &str) -> Result<(), Failure> {
    match delivered(text) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => printed.map_err(cannot_print),
    }
}

/// Prints a result that must not get lost: that nobody reads it is an error, too.
pub(super) fn delivered_result(text: &str) -> Result<(), Failure> {
    delivered(text).map_err(cannot_print)
}

/// Says something beside the result, on standard error. Nothing can be done where even this cannot be printed.
pub(super) fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

fn delivered(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

fn cannot_print(error: io::Error) -> Failure {
    Failure(format!("cannot print the result: {error}"))
}

/// Whether colours are welcome; see no-color.org.
fn colours() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
