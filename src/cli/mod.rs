//! Commands. Results go to standard output, all else to standard error.
//!
//! Exit codes: 0 fine (warnings included), 1 the content has errors, 2 the command line or the machine.

mod access;
mod args;
mod browser;
mod build;
mod check;
mod init;
mod new;
mod progress;
mod report;
mod serve;
mod side_by_side;
mod slip;
mod theme;

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::access::{KeyProblem, load_key};
use crate::output::{DestinationError, WriteError};
use crate::seal::{Refusal, WorkspaceKey};
use crate::source::{ScanError, Workspace, scan};
use args::{Arguments, Command};

/// Runs one command line.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = arguments.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&words) {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            // Nothing can be done where even this cannot be printed.
            let _ = error.print();
            if let Some(advice) = slip::advice(&error, &words) {
                report::say(&format!("\n{advice}\n"));
            }
            return ExitCode::from(code);
        }
    };
    match command(&arguments) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::ContentErrors) => ExitCode::from(1),
        Err(failure) => {
            report::say(&format!("error: {failure}\n"));
            ExitCode::from(2)
        }
    }
}

fn command(arguments: &Arguments) -> Result<Outcome, Failure> {
    let root = &arguments.workspace;
    match &arguments.command {
        Command::Init(init) => init::run(root, init),
        Command::New(new) => new::run(root, new),
        Command::Check(check) => check::run(root, check),
        Command::Build(build) => build::run(root, build),
        Command::Serve(serve) => serve::run(root, serve),
        Command::Access(access) => access::run(root, access),
        Command::Theme(theme) => theme::run(root, theme),
    }
}

/// How a command ended that did what it could.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Fine,
    ContentErrors,
}

/// Why a command could not do its work: the command line or the machine.
#[derive(Debug)]
struct Failure(String);

impl Failure {
    /// All failures among `results` as one, each on a line of its own.
    fn all(results: Vec<Result<(), Failure>>) -> Result<(), Failure> {
        let failures: Vec<String> = results.into_iter().filter_map(Result::err).map(|failure| failure.0).collect();
        if failures.is_empty() { Ok(()) } else { Err(Failure(failures.join("\nerror: "))) }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// These errors say what they are about; others are given words where they happen.
macro_rules! failures {
    ($($error:ty),*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Failure(error.to_string())
            }
        }
    )*};
}

failures!(ScanError, KeyProblem, DestinationError, WriteError, Refusal);

/// The workspace, and which of its clients the command is about: those named, or all.
fn open(root: &Path, only: &[String]) -> Result<(Workspace, Vec<String>), Failure> {
    let workspace = scan(root).map_err(|error| not_here(root, &error))?;
    if only.is_empty() {
        let all = workspace.clients().to_vec();
        return Ok((workspace, all));
    }
    let mut chosen = Vec::new();
    for name in only {
        let id = workspace.client(name).ok_or_else(|| no_client(name, &workspace))?;
        chosen.push(id.to_owned());
    }
    chosen.sort();
    chosen.dedup();
    Ok((workspace, chosen))
}

/// Why there is no workspace. Most often somebody is in a client's folder, one too deep.
fn not_here(root: &Path, error: &ScanError) -> Failure {
    let mut above = root.to_owned();
    for up in ["..", "../..", "../../.."] {
        above.push("..");
        if matches!(error, ScanError::NotAWorkspace(_)) && above.join("vestibule.yml").is_file() {
            let path = if root == Path::new(".") { up.to_owned() } else { root.join(up).display().to_string() };
            return Failure(format!(
                "`{}` is a folder in a workspace, and not the workspace itself (add `-C {path}`)",
                root.display()
            ));
        }
    }
    Failure(error.to_string())
}

/// The day that dates are compared with: the one that was given, or the computer's.
fn today(given: Option<chrono::NaiveDate>) -> chrono::NaiveDate {
    given.unwrap_or_else(|| chrono::Local::now().date_naive())
}

fn no_client(name: &str, workspace: &Workspace) -> Failure {
    let clients = workspace.clients();
    let help = match crate::spelling::nearest(name, clients.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None if clients.is_empty() => {
            "the workspace has no client: a client is a folder with a `client.yml`".to_owned()
        }
        None => {
            let known: Vec<String> = clients.iter().map(|id| format!("`{id}`")).collect();
            format!("the clients are {}", known.join(", "))
        }
    };
    Failure(format!("there is no client `{name}` ({help})"))
}

/// The key of the workspace.
fn key(root: &Path) -> Result<WorkspaceKey, KeyProblem> {
    let environment = std::env::var_os("VESTIBULE_KEY");
    load_key(root, environment.as_ref().map(|value| value.to_string_lossy()).as_deref())
}

/// Lets one command at a time change a workspace or its portals: two builds would clear away each other's half-written
/// files, and of two people added at the same time one would get lost. Where the lock cannot be had (a workspace that
/// cannot be written to), the command goes on without.
fn lock(root: &Path) -> Option<File> {
    let folder = root.join(".vestibule");
    fs::create_dir_all(&folder).ok()?;
    let path = folder.join("lock");
    // A link or a pipe of this name is nobody's lock, and opening it could do harm elsewhere.
    let is_ours = |path: &Path, file: bool| {
        path.symlink_metadata().map_or(true, |found| if file { found.is_file() } else { found.is_dir() })
    };
    if !is_ours(&folder, false) || !is_ours(&path, true) {
        return None;
    }
    let file = File::options().create(true).truncate(false).write(true).open(&path).ok()?;
    file.lock().ok()?;
    Some(file)
}
