//! The command line: reads arguments, runs, prints, ends with an exit code.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use std::process::ExitCode;

fn main() -> ExitCode {
    vestibule::cli::run(std::env::args_os())
}
