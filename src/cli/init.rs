//! `vestibule init`.

use std::fs;
use std::io;
use std::path::Path;

use super::args::Init;
use super::{Failure, Outcome, report};
use crate::access::{MadeKey, make_key};
use crate::output::WriteError;
use crate::seal::SystemEntropy;

const IGNORED: &str = include_str!("init/gitignore");

/// The files of a new workspace: path and contents. The last one makes it a workspace.
const FILES: [(&str, &str); 5] = [
    (".gitignore", IGNORED),
    ("first-client/client.yml", include_str!("init/client.yml")),
    ("first-client/glossary.yml", include_str!("init/glossary.yml")),
    ("first-client/docs/start-here.md", include_str!("init/start-here.md")),
    ("vestibule.yml", include_str!("init/vestibule.yml")),
];

/// Makes a new workspace. Nothing that is there is overwritten.
pub(super) fn run(root: &Path, arguments: &Init) -> Result<Outcome, Failure> {
    let folder = root.join(&arguments.dir);
    if folder.join("vestibule.yml").exists() {
        // Without this file the key would go into version control with everything else.
        write(&folder.join(".gitignore"), IGNORED)?;
        let made = make_key(&folder, &mut SystemEntropy)?;
        let key = if made == MadeKey::New { "it has a key now" } else { "its key stays" };
        report::say(&format!("`{}` is a workspace already; {key}\n", folder.display()));
        return Ok(Outcome::Fine);
    }
    refuse_full(&folder)?;
    for (name, contents) in FILES {
        write(&folder.join(name), contents)?;
    }
    make_key(&folder, &mut SystemEntropy)?;
    report::result(&format!("{}\n", folder.display()))?;
    report::say(&format!(
        "A new workspace. Look at it with `vestibule -C {} serve`.\n\
         Keep a copy of `.vestibule/key` in a safe place: without it, nobody can publish these portals again.\n",
        arguments.dir.display()
    ));
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

/// Writes a file that is not there yet. Where that fails, nothing is left of it.
fn write(path: &Path, contents: &str) -> Result<(), WriteError> {
    let failed = |error| WriteError::Io(path.to_owned(), error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    match fs::OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => io::Write::write_all(&mut file, contents.as_bytes()).map_err(|error| {
            let _ = fs::remove_file(path);
            failed(error)
        }),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(failed(error)),
    }
}
