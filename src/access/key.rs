//! The workspace key: `VESTIBULE_KEY`, or `.vestibule/key` where that is not set.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::seal::{Entropy, WorkspaceKey};

/// Where the key lies in a workspace.
const KEY_FILE: &str = ".vestibule/key";

/// The key of the workspace in `root`. `environment` is the value of `VESTIBULE_KEY`, which comes first.
///
/// # Errors
/// Where there is no key, or where it cannot be read.
pub fn load_key(root: &Path, environment: Option<&str>) -> Result<WorkspaceKey, KeyProblem> {
    // A secret that was never set reaches a program as an empty text.
    if let Some(text) = environment.filter(|text| !text.trim().is_empty()) {
        return WorkspaceKey::from_b64(text.trim()).map_err(|_| KeyProblem::NotAKey("VESTIBULE_KEY".to_owned()));
    }
    let path = root.join(KEY_FILE);
    match fs::read_to_string(&path) {
        Ok(text) => WorkspaceKey::from_b64(text.trim()).map_err(|_| KeyProblem::NotAKey(path.display().to_string())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(KeyProblem::Missing(path)),
        Err(error) => Err(KeyProblem::Unreadable(path, error)),
    }
}

/// Keeps everything beside the key, and itself, out of version control, whatever the ignore file of the workspace says.
const IGNORE_FILE: &str = ".vestibule/.gitignore";

/// What [`make_key`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MadeKey {
    /// A new key was written.
    New,
    /// There was one; it is untouched.
    Old,
}

/// Writes a new key into the workspace in `root`, readable by its owner only and kept out of version control. One that is
/// there stays.
///
/// # Errors
/// Where it cannot be written.
pub fn make_key(root: &Path, entropy: &mut dyn Entropy) -> Result<MadeKey, KeyProblem> {
    let path = root.join(KEY_FILE);
    let failed = |error| KeyProblem::Unwritable(path.clone(), error);
    let folder = root.join(".vestibule");
    fs::create_dir_all(&folder).map_err(failed)?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        options.mode(0o600);
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).map_err(failed)?;
    }
    ignore(root).map_err(|error| KeyProblem::Unwritable(root.join(IGNORE_FILE), error))?;
    let mut file = match options.open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(MadeKey::Old),
        Err(error) => return Err(failed(error)),
    };
    let text = WorkspaceKey::generate(entropy).to_b64();
    let written = file.write_all(text.as_bytes()).and_then(|()| file.write_all(b"\n")).and_then(|()| file.sync_all());
    written.map_err(|error| {
        // Half a key would pass for one that is there already.
        let _ = fs::remove_file(&path);
        failed(error)
    })?;
    Ok(MadeKey::New)
}

/// Comes before the key: there is no moment in which it could be taken along.
fn ignore(root: &Path) -> io::Result<()> {
    let path = root.join(IGNORE_FILE);
    match fs::OpenOptions::new().write(true).create_new(true).open(&path) {
        Ok(mut file) => file.write_all(b"*\n").inspect_err(|_| {
            // Half of it would keep nothing out, and would not be written again.
            let _ = fs::remove_file(&path);
        }),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

/// Why there is no key.
#[derive(Debug)]
pub enum KeyProblem {
    /// Neither the file nor the variable is there.
    Missing(PathBuf),
    /// What is there is no key; the file or the variable.
    NotAKey(String),
    /// The file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The file cannot be written.
    Unwritable(PathBuf, io::Error),
}

impl fmt::Display for KeyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KeyProblem::Missing(path) => write!(
                f,
                "this workspace has no key: neither `{}` nor VESTIBULE_KEY is there (if colleagues have built these \
                 portals before, get the key from them; `vestibule init .` makes a new one)",
                path.display()
            ),
            KeyProblem::NotAKey(place) => {
                write!(f, "what stands in {place} is not a key: 43 letters, digits, `-` and `_`")
            }
            KeyProblem::Unreadable(path, error) => write!(f, "cannot read `{}`: {error}", path.display()),
            KeyProblem::Unwritable(path, error) => write!(f, "cannot write `{}`: {error}", path.display()),
        }
    }
}

impl std::error::Error for KeyProblem {}
