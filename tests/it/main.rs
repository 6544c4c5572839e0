//! What the program as a whole does: built, run and read from outside.

mod asked;
mod cache;
mod checks;
mod commands;
mod decisions;
mod diagnostics;
mod docs;
mod fields;
mod glossary;
mod leaks;
mod markdown;
mod pages;
mod reader;
mod review;
mod safe_output;
mod same_bytes;
mod theme_contract;
mod themes;
mod tidy;
mod truth;
mod vectors;
mod workspace;
