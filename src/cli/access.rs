//! `vestibule access add` and `list`.

use std::io::{self, Write};
use std::path::Path;

use zeroize::Zeroizing;

use super::args::{Access as Arguments, AccessCommand};
use super::{Failure, Outcome, key, lock, open, report};
use crate::access::{LOCK_FILE, add_person, new_access, parse_lock, write_lock};
use crate::build::{SettingsSource, check_together, prepare};
use crate::check;
use crate::content::client::parse_client;
use crate::diagnostic::{Diagnostics, Place};
use crate::names::AudienceId;
use crate::output::WriteError;
use crate::seal::{Access, Iterations, Person, PortalKeys, SystemEntropy, check_keys};
use crate::source::{SourceFile, Workspace};

/// Whom a passphrase is for where nobody is named.
const NOBODY: &str = "client";

/// Runs the command.
pub(super) fn run(root: &Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    match &arguments.command {
        AccessCommand::Add { client, name, audience, today } => {
            let today = super::today(*today).to_string();
            add(root, client, name.as_deref(), audience, &today)
        }
        AccessCommand::List { client } => list(root, client.as_deref()),
    }
}

fn add(root: &Path, client: &str, given: Option<&str>, audience: &str, today: &str) -> Result<Outcome, Failure> {
    let (workspace, clients) = open(root, &[client.to_owned()])?;
    let client = clients[0].as_str();
    let name = given.unwrap_or(NOBODY);
    if name.trim().is_empty() || name.chars().any(char::is_control) {
        return Err(Failure("say who the passphrase is for: a name on one line".to_owned()));
    }
    // Somebody else who is added meanwhile would be written over.
    let _lock = lock(workspace.root());
    let mut diagnostics = Diagnostics::new();
    let portal = portal(&workspace, client, &mut diagnostics);
    let access = read(&workspace, client, &mut diagnostics);
    let (Some(portal), Some(access), false) = (portal, access, diagnostics.has_errors()) else {
        report::to_stderr(&diagnostics);
        return Ok(Outcome::ContentErrors);
    };
    let known = &portal.audiences;
    let audience = known.iter().find(|known| known.as_str() == audience).ok_or_else(|| unknown(audience, known))?;
    let mut access = access.unwrap_or_else(|| new_access(Iterations::DEFAULT, &mut SystemEntropy));
    if access.people.iter().any(|person| person.name == name) {
        return Err(taken(client, given));
    }
    let keys = PortalKeys::new(&key(workspace.root())?, access.portal);
    // People added with two keys could not be let in by a build with either.
    check_keys(&keys, &access)
        .map_err(|error| Failure(format!("{error} (use the key with which the others were given access)")))?;
    let passphrase = add_person(&mut access, &keys, name, audience, today, &mut SystemEntropy)
        .map_err(|refusal| Failure(refusal.to_string()))?;
    // Written first: a passphrase that was shown must work, and one that was not shown can be made again.
    save(&workspace.root().join(client).join(LOCK_FILE), &write_lock(&access))?;
    let line = Zeroizing::new(format!("{}\n", *passphrase));
    report::delivered_result(&line)?;
    if given.is_none() {
        report::say(&format!(
            "No name was given, so the list of who may open the portal says `{name}`. For a passphrase that is one person's own, name them: {}.\n",
            example(client)
        ));
    }
    let at = portal.url.map(|url| format!(" at {url}")).unwrap_or_default();
    report::say(&format!(
        "This is the passphrase of {name} for `{client}`. It is shown once and written nowhere; it works once the portal is built and published{at}.\n"
    ));
    Ok(Outcome::Fine)
}

/// Why nobody more is added: the name is there already, or none was given and it is the second time.
fn taken(client: &str, given: Option<&str>) -> Failure {
    Failure(match given {
        Some(name) => format!("{name} has access to `{client}` already (give the second person another name)"),
        None => format!(
            "a name is missing: without one the passphrase is for `{NOBODY}`, who has access to `{client}` already (say who this one is for, such as {})",
            example(client)
        ),
    })
}

fn example(client: &str) -> String {
    format!("`vestibule access add {client} \"Tom Baert\"`")
}

fn list(root: &Path, client: Option<&str>) -> Result<Outcome, Failure> {
    let only: Vec<String> = client.map(str::to_owned).into_iter().collect();
    let (workspace, clients) = open(root, &only)?;
    let mut diagnostics = Diagnostics::new();
    if let Some(settings) = prepare(SettingsSource::read(&workspace), &mut diagnostics) {
        check_together(&workspace, &settings, &mut diagnostics);
    }
    for id in &clients {
        // Of a list that cannot be read, nobody knows whether it is empty.
        let Some(access) = read(&workspace, id, &mut diagnostics) else { continue };
        let people = access.map(|access| access.people).unwrap_or_default();
        if people.is_empty() {
            report::say(&format!("{id}: nobody can open this portal yet\n"));
        }
        for person in people {
            let Person { name, audience, created, .. } = person;
            report::result(&format!("{id}\t{name}\t{audience}\tsince {created}\n"))?;
        }
    }
    report::to_stderr(&diagnostics);
    Ok(if diagnostics.has_errors() { Outcome::ContentErrors } else { Outcome::Fine })
}

/// What giving access needs to know of a client's portal.
struct Portal {
    audiences: Vec<AudienceId>,
    /// Where it is published, as far as that is known.
    url: Option<String>,
}

fn portal(workspace: &Workspace, client: &str, diagnostics: &mut Diagnostics) -> Option<Portal> {
    let settings = prepare(SettingsSource::read(workspace), diagnostics)?;
    check_together(workspace, &settings, diagnostics);
    let file = named(workspace, &format!("{client}/client.yml"), diagnostics)?;
    let client = parse_client(client, &file, &settings.agency, &settings.theme.languages(), diagnostics)?;
    Some(Portal { url: settings.agency.url_of(&client.address.value), audiences: client.audiences })
}

/// What is written down of who may open the portal: `Some(None)` where nothing is yet, `None` where it is broken.
fn read(workspace: &Workspace, client: &str, diagnostics: &mut Diagnostics) -> Option<Option<Access>> {
    let name = format!("{client}/{LOCK_FILE}");
    let found = workspace.root().join(&name).symlink_metadata();
    if found.is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return Some(None);
    }
    parse_lock(&named(workspace, &name, diagnostics)?, diagnostics).map(Some)
}

fn named(workspace: &Workspace, path: &str, diagnostics: &mut Diagnostics) -> Option<SourceFile> {
    match workspace.read_named(path) {
        Ok(file) => Some(file),
        Err(why) => {
            let help = "put an ordinary file in its place that you may open";
            diagnostics.push(check::UNREADABLE.at(Place::whole_file(path.into()), why).help(help));
            None
        }
    }
}

fn unknown(audience: &str, known: &[AudienceId]) -> Failure {
    let known: Vec<String> = known.iter().map(|audience| format!("`{audience}`")).collect();
    Failure(format!("there is no audience `{audience}` here (client.yml knows {})", known.join(", ")))
}

/// Writes `access.lock` in one step: half a file would lock everybody out.
pub(super) fn save(path: &Path, text: &str) -> Result<(), WriteError> {
    let failed = |error| WriteError::Io(path.to_owned(), error);
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".access-").tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644)).map_err(failed)?;
    }
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
