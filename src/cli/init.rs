//! `vestibule init`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::args::Init;
use super::{Failure, Outcome};
use crate::access::make_key;
use crate::seal::SystemEntropy;

/// The files of a new workspace: path and contents.
const FILES: [(&str, &str); 5] = [
    ("vestibule.yml", include_str!("init/vestibule.yml")),
    (".gitignore", include_str!("init/gitignore")),
    ("first-client/client.yml", include_str!("init/client.yml")),
    ("first-client/glossary.yml", include_str!("init/glossary.yml")),
    ("first-client/docs/start-here.md", include_str!("init/start-here.md")),
];

/// Makes a new workspace. Nothing that is there is overwritten.
pub(super) fn run(root: &Path, arguments: &Init) -> Result<Outcome, Failure> {
    let folder = root.join(&arguments.dir);
    if folder.join("vestibule.yml").exists() {
        make_key(&folder, &mut SystemEntropy)?;
        eprintln!("`{}` is a workspace already; it has a key now if it had none", folder.display());
        return Ok(Outcome::Fine);
    }
    refuse_full(&folder)?;
    for (name, contents) in FILES {
        write(&folder.join(name), contents)?;
    }
    make_key(&folder, &mut SystemEntropy)?;
    println!("{}", folder.display());
    eprintln!("A new workspace. Look at it with `vestibule -C {} serve`.", arguments.dir.display());
    eprintln!("Keep a copy of `.vestibule/key` in a safe place: without it, nobody can publish these portals again.");
    Ok(Outcome::Fine)
}

fn refuse_full(folder: &Path) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure(format!("cannot use `{}`: {error}", folder.display()));
    match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failed(error)),
        Ok(entries) => {
            for entry in entries {
                let name = entry.map_err(failed)?.file_name();
                if !name.to_string_lossy().starts_with(".git") {
                    return Err(Failure(format!(
                        "`{}` is not empty (name a new folder, or an empty one)",
                        folder.display()
                    )));
                }
            }
            Ok(())
        }
    }
}

fn write(path: &PathBuf, contents: &str) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure(format!("cannot write `{}`: {error}", path.display()));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    match fs::OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => io::Write::write_all(&mut file, contents.as_bytes()).map_err(failed),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(failed(error)),
    }
}
