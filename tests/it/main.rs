//! What the program as a whole does: built, run and read from outside.

mod checks;
mod commands;
mod diagnostics;
mod leaks;
mod markdown;
mod reader;
mod safe_output;
mod same_bytes;
mod tidy;
mod vectors;
mod workspace;
