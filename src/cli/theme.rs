//! `vestibule theme`: which files the theme of the program has, and copies of them to change.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

use super::args::{Theme as Arguments, ThemeCommand};
use super::new::disk::{create, is_taken, replace};
use super::{Failure, Outcome, lock, open, report};
use crate::content::agency::theme_folder;
use crate::source::{SHARED, SourceFile, Workspace};
use crate::spelling::nearest;
use crate::theme::{Copied, LOCK_FILE, ThemeLock, default_contents, default_theme};

/// Runs the command.
pub(super) fn run(root: &Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    match &arguments.command {
        ThemeCommand::List => list(root),
        ThemeCommand::Show { file } => show(file),
        ThemeCommand::Copy { files, to } => copy(root, files, to.as_deref()),
        ThemeCommand::Accept { files } => accept(root, files),
    }
}

/// The theme of one's own: its folder, and its files by path.
struct Own {
    folder: Option<String>,
    files: BTreeMap<String, SourceFile>,
}

impl Own {
    fn of(workspace: &Workspace) -> Own {
        let folder = theme_folder(workspace.settings()).map(|folder| folder.value);
        Own::in_folder(workspace, folder)
    }

    fn in_folder(workspace: &Workspace, folder: Option<String>) -> Own {
        let files = folder.iter().flat_map(|folder| workspace.read_folder(folder).0).collect();
        Own { folder, files }
    }

    fn lock(&self) -> ThemeLock {
        self.files.get(LOCK_FILE).map(ThemeLock::read).unwrap_or_default()
    }

    /// The files that are part of the theme: neither notes nor what this program writes down.
    fn parts(&self) -> impl Iterator<Item = &str> {
        let is_part = |path: &&str| *path != LOCK_FILE && !path.ends_with(".md");
        self.files.keys().map(String::as_str).filter(is_part)
    }
}

fn list(root: &Path) -> Result<Outcome, Failure> {
    let (workspace, _) = open(root, &[])?;
    let own = Own::of(&workspace);
    let lock = own.lock();
    let defaults: BTreeMap<String, String> =
        default_theme().into_iter().map(|file| (file.path, file.purpose)).collect();
    let paths: BTreeSet<&str> = defaults.keys().map(String::as_str).chain(own.parts()).collect();
    let widest = paths.iter().map(|path| path.chars().count()).max().unwrap_or_default();
    let (mut replaced, mut added, mut older) = (0, 0, 0);
    for path in paths {
        let copied = lock.copied(path);
        let state = match (own.files.contains_key(path), defaults.contains_key(path)) {
            (false, _) => "",
            (true, _) if matches!(copied, Some(Copied::Changed | Copied::Gone)) => {
                older += 1;
                "outdated"
            }
            (true, true) => "yours",
            (true, false) => "added",
        };
        match (state, defaults.contains_key(path)) {
            ("", _) => {}
            (_, true) => replaced += 1,
            (_, false) => added += 1,
        }
        let purpose = defaults.get(path).map_or("", String::as_str);
        let line = format!("{path:widest$}  {state:8}  {purpose}");
        report::result(&format!("{}\n", line.trim_end()))?;
    }
    report::say(&summary(own.folder.as_deref(), replaced, added, older));
    Ok(Outcome::Fine)
}

fn summary(folder: Option<&str>, replaced: usize, added: usize, older: usize) -> String {
    let Some(folder) = folder else {
        return "there is no theme of your own: `theme: look` in `vestibule.yml` would name its folder\n".to_owned();
    };
    let files = |n: usize| if n == 1 { "1 file".to_owned() } else { format!("{n} files") };
    let mut words = format!("`{folder}` replaces {} and adds {}", files(replaced), files(added));
    if older > 0 {
        words.push_str("; what is outdated was copied from a file that has changed since: compare it with `vestibule theme show FILE`, then run `vestibule theme accept FILE`");
    }
    words.push('\n');
    words
}

fn show(file: &str) -> Result<Outcome, Failure> {
    let path = known(file)?;
    let text = String::from_utf8_lossy(default_contents(&path).unwrap_or_default());
    report::result(&text)?;
    Ok(Outcome::Fine)
}

fn copy(root: &Path, files: &[String], to: Option<&str>) -> Result<Outcome, Failure> {
    let (workspace, _) = open(root, &[])?;
    let mut paths = files.iter().map(|file| known(file)).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    paths.dedup();
    let settings = Own::of(&workspace).folder;
    let folder = match to {
        Some(to) => to.trim_end_matches('/').to_owned(),
        None => settings.clone().ok_or_else(|| {
            Failure(
                "`vestibule.yml` names no folder for a theme (write `theme: look` there, or say `--to look`)"
                    .to_owned(),
            )
        })?,
    };
    refuse(&folder, &workspace)?;
    let _lock = lock(workspace.root());
    let targets: Vec<String> = paths.iter().map(|path| format!("{folder}/{path}")).collect();
    let taken: Vec<Result<(), Failure>> = targets
        .iter()
        .filter(|target| is_taken(workspace.root(), target))
        .map(|target| Err(Failure(format!("`{target}` is there already, and nothing is written over"))))
        .collect();
    Failure::all(taken)?;
    let own = Own::in_folder(&workspace, Some(folder.clone()));
    let mut noted = own.lock();
    for (path, target) in paths.iter().zip(&targets) {
        create(workspace.root(), target, default_contents(path).unwrap_or_default())?;
        noted.note(path);
        report::result(&format!("{target}\n"))?;
    }
    save(&workspace, &folder, &own, &noted)?;
    if settings.as_deref() != Some(folder.as_str()) {
        report::say(&format!("write `theme: {folder}` in `vestibule.yml`, so that it is used\n"));
    }
    Ok(Outcome::Fine)
}

/// Refuses a folder that cannot be a theme's: outside the workspace, or with what is a client's.
fn refuse(folder: &str, workspace: &Workspace) -> Result<(), Failure> {
    let inside = !folder.is_empty() && Path::new(folder).components().all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return Err(Failure(format!("`{folder}` is no folder in the workspace (name one, such as `look`)")));
    }
    let first = folder.split('/').next().unwrap_or_default();
    if first == SHARED || workspace.clients().iter().any(|client| client == first) {
        return Err(Failure(format!(
            "`{folder}` is for what clients read, and a theme is public (name another folder)"
        )));
    }
    if folder.split('/').any(|part| part.starts_with(['.', '_'])) {
        return Err(Failure(format!("`{folder}` would not be read: names beginning with `.` or `_` are not")));
    }
    Ok(())
}

fn accept(root: &Path, files: &[String]) -> Result<Outcome, Failure> {
    let (workspace, _) = open(root, &[])?;
    let _lock = lock(workspace.root());
    let own = Own::of(&workspace);
    let Some(folder) = &own.folder else {
        return Err(Failure("`vestibule.yml` names no theme, so there is nothing to accept".to_owned()));
    };
    let mut noted = own.lock();
    for file in files {
        let path = one_of(file, own.parts()).map_err(|help| Failure(format!("`{folder}` has no `{file}` ({help})")))?;
        noted.note(&path);
        let with = if default_contents(&path).is_some() { "goes with the program's" } else { "is your own" };
        report::say(&format!("`{folder}/{path}` {with}, from now on\n"));
    }
    save(&workspace, folder, &own, &noted)?;
    Ok(Outcome::Fine)
}

/// Writes down what was copied, where that has changed.
fn save(workspace: &Workspace, folder: &str, own: &Own, noted: &ThemeLock) -> Result<(), Failure> {
    let path = format!("{folder}/{LOCK_FILE}");
    match own.files.get(LOCK_FILE) {
        Some(before) if before.bytes()[..] == *noted.text().as_bytes() => Ok(()),
        Some(before) => replace(workspace.root(), &path, before.bytes(), &noted.text()),
        None => create(workspace.root(), &path, noted.text().as_bytes()),
    }
}

/// The path of a file of the program's theme, from how somebody writes it.
fn known(written: &str) -> Result<String, Failure> {
    let paths: Vec<String> = default_theme().into_iter().map(|file| file.path).collect();
    one_of(written, paths.iter().map(String::as_str))
        .map_err(|help| Failure(format!("the program's theme has no `{written}` ({help})")))
}

/// The one of `paths` that is `written`, or whose name is; or else what to do.
fn one_of<'p>(written: &str, paths: impl Iterator<Item = &'p str>) -> Result<String, String> {
    let paths: Vec<&str> = paths.collect();
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    if paths.contains(&written) {
        return Ok(written.to_owned());
    }
    let named: Vec<&str> = paths.iter().copied().filter(|path| name(path) == written).collect();
    match named[..] {
        [] => {}
        [path] => return Ok(path.to_owned()),
        _ => return Err(format!("write the whole of it: `{}`", named.join("` or `"))),
    }
    let names: Vec<String> = paths.iter().map(|path| name(path)).collect();
    let near = nearest(written, paths.iter().copied().chain(names.iter().map(String::as_str)));
    Err(match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`vestibule theme list` says which files there are".to_owned(),
    })
}
