//! The client that something is made for, and what may be made for it.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use super::append::{Entry, Refusal, append};
use super::{disk, trial};
use crate::build::{Settings, SettingsSource, prepare, read_source};
use crate::cli::{Failure, Outcome, lock, open, report};
use crate::content::Content;
use crate::content::client::Client;
use crate::content::section::Role;
use crate::diagnostic::Diagnostics;
use crate::source::{ClientSource, SourceFile, Workspace};

/// A client with all that was written for it so far.
pub(super) struct Subject {
    pub(super) workspace: Workspace,
    pub(super) settings: Settings,
    pub(super) source: ClientSource,
    pub(super) client: Client,
    pub(super) content: Content,
    /// What is wrong with it so far.
    pub(super) found: Diagnostics,
    /// Two commands that take the same number, or add to the same file, would undo each other's work.
    _lock: Option<File>,
}

/// A workspace whose settings can be read; `None` where they cannot, which is said.
pub(super) fn settings(workspace: &Workspace) -> Option<Settings> {
    let mut found = Diagnostics::new();
    let settings = prepare(SettingsSource::read(workspace), &mut found);
    if settings.is_none() {
        report::to_stderr(&found);
    }
    settings
}

impl Subject {
    /// The client that somebody calls `name`. `None` where the settings or `client.yml` cannot be read, which is said.
    ///
    /// # Errors
    /// Where there is no such client, or no workspace.
    pub(super) fn open(root: &Path, name: &str) -> Result<Option<Subject>, Failure> {
        let (workspace, chosen) = open(root, &[name.to_owned()])?;
        let Some(settings) = settings(&workspace) else { return Ok(None) };
        let lock = lock(workspace.root());
        let source = workspace.read_client(&chosen[0]);
        let mut found = Diagnostics::new();
        let content = read_source(&settings, &source, &mut found);
        let client = content.as_ref().and_then(|content| content.client.clone());
        let (Some(content), Some(client)) = (content, client) else {
            report::to_stderr(&found);
            return Ok(None);
        };
        Ok(Some(Subject { workspace, settings, source, client, content, found, _lock: lock }))
    }

    /// The heading that stands for a part of a text, in the client's language.
    pub(super) fn heading(&self, role: Role) -> String {
        let name = Role::NAMED.iter().find(|(_, named)| *named == role).map_or("", |(name, _)| name);
        let path = format!("portal.headings.{name}");
        let words = self.settings.theme.locale(self.client.language.locale()).word(&path);
        words.split('|').next().unwrap_or_default().trim().to_owned()
    }

    /// A remark for whoever writes on, in the client's language: `decided` or `planned`.
    pub(super) fn remark(&self, name: &str) -> String {
        let path = format!("new.{name}");
        self.settings.theme.locale(self.client.language.locale()).word(&path).trim().to_owned()
    }

    /// Says why a file of `contents` at `path` would be a mistake; nothing where it would not be.
    pub(super) fn objection(&self, path: &str, contents: &str) -> Option<Failure> {
        let file = SourceFile::new(format!("{}/{path}", self.source.id), contents.as_bytes().to_vec());
        let mut files: BTreeMap<String, SourceFile> = self.source.files.clone();
        files.insert(path.to_owned(), file);
        let after = ClientSource { files, ..self.source.clone() };
        trial::objection(&self.settings, &self.source, &after)
    }

    /// Makes a file in the client's folder and says where, and what comes next.
    ///
    /// # Errors
    /// Where a file of that name is there, or where `check` would object to it.
    pub(super) fn create(&self, path: &str, contents: &str, next: &str) -> Result<Outcome, Failure> {
        let in_workspace = self.free(path)?;
        if let Some(objection) = self.objection(path, contents) {
            return Err(objection);
        }
        disk::create(self.workspace.root(), &in_workspace, contents.as_bytes())?;
        made(&in_workspace, next)
    }

    /// The path in the workspace of a file that is to be made in the client's folder.
    ///
    /// # Errors
    /// Where a file of that name is there, also where only capital letters tell the two apart.
    pub(super) fn free(&self, path: &str) -> Result<String, Failure> {
        let in_workspace = format!("{}/{path}", self.source.id);
        let same = |known: &&String| known.to_lowercase() == path.to_lowercase();
        match self.source.files.keys().find(same) {
            Some(known) => {
                Err(Failure(format!("`{}/{known}` is there already, and nothing is written over", self.source.id)))
            }
            None => Ok(in_workspace),
        }
    }

    /// Puts an entry at the end of a file of the client's folder, and makes the file where there is none.
    ///
    /// # Errors
    /// Where nothing can be added to the file, or where `check` would object to the entry.
    pub(super) fn add(&self, path: &str, entry: &Entry, next: &str) -> Result<Outcome, Failure> {
        let Some(file) = self.source.files.get(path) else {
            let nothing = SourceFile::new(path, Vec::new());
            let contents = append(&nothing, entry).map_err(|_| Failure(format!("nothing can be added to `{path}`")))?;
            return self.create(path, &contents, next);
        };
        let contents = match append(file, entry) {
            Ok(contents) => contents,
            Err(Refusal::Broken(problems)) => {
                report::to_stderr(&problems);
                return Ok(Outcome::ContentErrors);
            }
            Err(Refusal::Form(what)) => {
                return Err(Failure(format!(
                    "nothing can be added at the end of `{}`: {what} not leave room for a line (add it by hand: `{}`)",
                    file.path(),
                    entry.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("` `"),
                )));
            }
        };
        if let Some(objection) = self.objection(path, &contents) {
            return Err(objection);
        }
        let in_workspace = format!("{}/{path}", self.source.id);
        disk::replace(self.workspace.root(), &in_workspace, file.bytes(), &contents)?;
        made(&in_workspace, next)
    }
}

/// Says what was made, and what comes next.
///
/// # Errors
/// Where it cannot be printed.
pub(super) fn made(path: &str, next: &str) -> Result<Outcome, Failure> {
    report::result(&format!("{path}\n"))?;
    report::say(&format!("{next}\n"));
    Ok(Outcome::Fine)
}
