//! Writes a corpus of documents for one tool or another: the same text for all, the same bytes every time.
//!
//! ```text
//! cargo run --release --example corpus -- vestibule 1000 FOLDER           # a workspace with one client
//! cargo run --release --example corpus -- vestibule 1000 FOLDER --plain   # … whose code is not coloured
//! cargo run --release --example corpus -- hugo 1000 FOLDER
//! cargo run --release --example corpus -- agency 1000 FOLDER              # clients of 20 items each
//! ```

mod agency;
mod hugo;
mod picture;
mod random;
mod text;
mod workspace;

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [kind, count, folder, rest @ ..] = words.as_slice() else {
        return usage();
    };
    let (Ok(count), coloured) = (count.parse(), !rest.contains(&"--plain".to_owned())) else {
        return usage();
    };
    let folder = Path::new(folder);
    let written = match kind.as_str() {
        "vestibule" => workspace::write(folder, count, coloured),
        "hugo" => hugo::write(folder, count, coloured),
        "agency" => agency::write(folder, count),
        _ => return usage(),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write `{}`: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("corpus vestibule|hugo|agency COUNT FOLDER [--plain]");
    ExitCode::FAILURE
}

/// How many documents lie in one folder.
const SECTION: usize = 50;

/// Where document `number` lies, without its ending.
fn place(number: usize) -> String {
    format!("{}/page-{number:05}", section(number / SECTION))
}

fn section(number: usize) -> String {
    format!("sec-{number:03}")
}

/// Writes a file, and the folders it lies in.
fn save(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().unwrap_or(folder))?;
    fs::write(file, bytes)
}
