//! `vestibule build`.

use std::path::Path;

use chrono::NaiveDate;

use super::args::Build;
use super::{Failure, Outcome, key, lock, open, report, today};
use crate::access::{LOCK_FILE, new_access, write_lock};
use crate::build::{Settings, check_together, nobody_can_open, prepare, resolve_client, seal_portal};
use crate::content::agency::theme_folder;
use crate::diagnostic::Diagnostics;
use crate::output::{Changes, Destination, PortalFiles, has_portal, other_portals, write_portal, write_root};
use crate::portal::Drafts;
use crate::seal::{Access, Iterations, PortalKeys, SystemEntropy, WorkspaceKey};
use crate::source::Workspace;

/// Writes the portals of all clients without errors; those with errors keep what was published before.
pub(super) fn run(root: &Path, arguments: &Build) -> Result<Outcome, Failure> {
    let (workspace, clients) = open(root, &arguments.client)?;
    let theme = theme_folder(workspace.settings()).map(|folder| folder.value);
    let destination = Destination::new(&root.join(&arguments.out), &workspace, theme.as_deref())?;
    let mut diagnostics = Diagnostics::new();
    let Some(settings) = prepare(&workspace, &mut diagnostics) else {
        report::to_stderr(&diagnostics);
        return Ok(Outcome::ContentErrors);
    };
    let addresses = check_together(&workspace, &settings, &mut diagnostics);
    if diagnostics.has_errors() {
        report::to_stderr(&diagnostics);
        return Ok(Outcome::ContentErrors);
    }
    let key = key(&workspace)?;
    let _lock = lock(workspace.root());
    for name in write_root(&destination)? {
        report::say(&format!(
            "left alone: `{name}`, which Vestibule did not write; what the portals need is in its docs\n"
        ));
    }
    let today = today(arguments.today);
    let run = Run { workspace: &workspace, settings: &settings, key: &key, destination: &destination, today };
    // A folder of one client that cannot be written to does not keep the others from being published.
    let written: Vec<Result<(), Failure>> = clients.iter().map(|id| run.client(id, &mut diagnostics)).collect();
    report::to_stderr(&diagnostics);
    Failure::all(written)?;
    // With errors it may be that not every address is known.
    if !diagnostics.has_errors() {
        say_what_is_left(&addresses, &destination)?;
    }
    Ok(if diagnostics.has_errors() { Outcome::ContentErrors } else { Outcome::Fine })
}

struct Run<'r> {
    workspace: &'r Workspace,
    settings: &'r Settings,
    key: &'r WorkspaceKey,
    destination: &'r Destination,
    today: NaiveDate,
}

impl Run<'_> {
    fn client(&self, id: &str, diagnostics: &mut Diagnostics) -> Result<(), Failure> {
        let Some(client) = resolve_client(self.workspace, self.settings, id, Drafts::LeftOut, self.today, diagnostics)
        else {
            return Ok(());
        };
        let access = match client.access {
            Some(access) => access,
            None => {
                diagnostics.push(nobody_can_open(id));
                self.first_access(id, &client.portal.client().address.value)?
            }
        };
        let keys = PortalKeys::new(self.key, access.portal);
        let sealed = match seal_portal(self.settings, &client.portal, &keys, &access) {
            Ok(sealed) => sealed,
            Err(problems) => {
                diagnostics.append(problems);
                return Ok(());
            }
        };
        let address = &client.portal.client().address.value;
        let files = PortalFiles::new(&self.settings.gate, &sealed);
        let changes = write_portal(self.destination, address, &files)?;
        report::result(&format!("{}\n", self.destination.folder().join(address).display()))?;
        let at = self.settings.agency.url_of(address).map(|url| format!("; its address is {url}")).unwrap_or_default();
        report::say(&format!("{id}: {}{at}\n", words(&changes)));
        Ok(())
    }

    /// Who may open a portal that was never built before: nobody yet.
    fn first_access(&self, id: &str, address: &str) -> Result<Access, Failure> {
        if has_portal(self.destination, address) {
            let portal = self.destination.folder().join(address);
            return Err(Failure(format!(
                "`{}` was built with the file `{id}/{LOCK_FILE}`, which is gone, and a new one would lock everybody out (put the \
                 file back, or remove that folder if everybody is to get a new passphrase)",
                portal.display()
            )));
        }
        let access = new_access(Iterations::DEFAULT, &mut SystemEntropy);
        let path = self.workspace.root().join(id).join(LOCK_FILE);
        super::access::save(&path, &write_lock(&access))?;
        report::say(&format!(
            "{id}: made `{id}/{LOCK_FILE}`, which says who may open this portal; keep it with the content\n"
        ));
        Ok(access)
    }
}

/// Portals that are published with the others although no client has them any more.
fn say_what_is_left(addresses: &[String], destination: &Destination) -> Result<(), Failure> {
    for name in other_portals(destination, addresses)? {
        report::say(&format!(
            "`{}` is a portal that no client has any more; remove it, here and where it is published, if nobody is to read it\n",
            destination.folder().join(name).display()
        ));
    }
    Ok(())
}

fn words(changes: &Changes) -> String {
    let files = |n: usize| if n == 1 { "1 file".to_owned() } else { format!("{n} files") };
    let mut words =
        format!("{} written, {} unchanged, {} removed", files(changes.written), changes.kept, changes.removed);
    if let Some(first) = changes.foreign.first() {
        words.push_str(&format!(
            "; left alone: {} that Vestibule did not write, such as `{first}`",
            files(changes.foreign.len())
        ));
    }
    words
}
