//! The command line: reads arguments, runs, prints, ends with an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    vestibule::cli::run(std::env::args_os())
}
