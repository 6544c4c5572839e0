//! `vestibule serve`.

use std::collections::BTreeSet;
use std::path::Path;

use zeroize::Zeroizing;

use super::args::Serve;
use super::{Failure, Outcome, key, open, report, today};
use crate::access::{KeyProblem, add_person_with, new_access};
use crate::build::{
    KeptPages, Settings, audiences, check_together, prepare, resolve_client, review_client, seal_portal,
};
use crate::diagnostic::Diagnostics;
use crate::names::AudienceId;
use crate::output::PortalFiles;
use crate::portal::{Drafts, Portal};
use crate::preview::{Preview, PreviewPortal, bind};
use crate::seal::{Access, Iterations, PortalKeys, SystemEntropy, WorkspaceKey, passphrase};

/// Seals all portals in memory and shows them on this computer.
pub(super) fn run(root: &Path, arguments: &Serve) -> Result<Outcome, Failure> {
    let (workspace, clients) = open(root, &arguments.client)?;
    let mut diagnostics = Diagnostics::new();
    let Some(settings) = prepare(&workspace, &mut diagnostics) else {
        report::to_stderr(&diagnostics);
        return Ok(Outcome::ContentErrors);
    };
    check_together(&workspace, &settings, &mut diagnostics);
    if diagnostics.has_errors() {
        report::to_stderr(&diagnostics);
        return Ok(Outcome::ContentErrors);
    }
    let mut guest = Guest::default();
    let key = match key(&workspace) {
        Ok(key) => Some(key),
        Err(KeyProblem::Missing(_)) => None,
        Err(problem) => return Err(problem.into()),
    };
    // Nothing that is made here is written anywhere: it ends with the preview.
    let throw_away = WorkspaceKey::generate(&mut SystemEntropy);
    let mut known_audiences = BTreeSet::from([AudienceId::CLIENT.to_owned()]);
    let mut preview = Preview::new(&settings.agency.name, settings.agency.language.tag());
    let today = today(arguments.today);
    for id in &clients {
        let source = workspace.read_client(id);
        let Some(client) = resolve_client(&settings, &source, Drafts::Shown, today, &mut diagnostics) else {
            continue;
        };
        diagnostics.append(review_client(&settings, &client, today));
        known_audiences.extend(audiences(&client.portal).iter().map(AudienceId::to_string));
        let known = key.as_ref().zip(client.access.filter(|access| !access.people.is_empty()));
        let (keys, access) = match known {
            Some((key, access)) => (PortalKeys::new(key, access.portal), access),
            None => guest.let_in(&throw_away, id, arguments.gated)?,
        };
        match show(&settings, &client.portal, &keys, &access, arguments) {
            Ok(portal) => preview.add(client.portal.client().address.value.clone(), portal),
            Err(problems) => diagnostics.append(problems),
        }
    }
    report::to_stderr(&diagnostics);
    if !known_audiences.contains(&arguments.audience) {
        let known: Vec<String> = known_audiences.iter().map(|audience| format!("`{audience}`")).collect();
        return Err(Failure(format!(
            "no client has the audience `{}` (known are {})",
            arguments.audience,
            known.join(", ")
        )));
    }
    listen(preview, &guest, arguments.port)
}

/// Answers a browser until somebody ends the program.
fn listen(preview: Preview, guest: &Guest, port: u16) -> Result<Outcome, Failure> {
    let unreachable = |error: std::io::Error| Failure(format!("cannot listen on port {port}: {error}"));
    let server = bind(port).map_err(unreachable)?;
    let address = server.address().map_err(unreachable)?;
    if port != 0 && address.port() != port {
        report::say(&format!("port {port} is taken, so this is port {}\n", address.port()));
    }
    report::result(&format!("http://{address}/\n"))?;
    guest.announce();
    server.serve(preview).map_err(unreachable)?;
    Ok(Outcome::Fine)
}

fn show(
    settings: &Settings,
    portal: &Portal,
    keys: &PortalKeys,
    access: &Access,
    arguments: &Serve,
) -> Result<PreviewPortal, Diagnostics> {
    let sealed = seal_portal(settings, portal, keys, access, |_| KeptPages::new(), &())?;
    // A client without this audience is shown as everybody there sees it.
    let audience = audiences(portal).iter().find(|audience| audience.as_str() == arguments.audience);
    let audience = audience.cloned().unwrap_or_else(AudienceId::client);
    Ok(PreviewPortal {
        title: format!("{} · {}", portal.client().name, portal.client().project),
        files: PortalFiles::new(&settings.gate, &sealed),
        unlocked: (!arguments.gated).then(|| (audience.clone(), keys.audience(&access.epoch, &audience))),
    })
}

/// Who opens portals that nobody has a passphrase for yet: one passphrase for all of them, good until the preview ends.
#[derive(Default)]
struct Guest {
    passphrase: Option<Zeroizing<String>>,
    portals: Vec<String>,
}

impl Guest {
    /// Keys and access for a portal, with the passphrase in it if the preview goes through the gate.
    fn let_in(&mut self, key: &WorkspaceKey, id: &str, gated: bool) -> Result<(PortalKeys, Access), Failure> {
        let entropy = &mut SystemEntropy;
        let mut access = new_access(Iterations::MIN, entropy);
        let keys = PortalKeys::new(key, access.portal);
        if gated {
            let passphrase = self.passphrase.get_or_insert_with(|| passphrase::generate(entropy));
            add_person_with(&mut access, &keys, "preview", &AudienceId::client(), "2000-01-01", passphrase, entropy)
                .map_err(|refusal| Failure(refusal.to_string()))?;
            self.portals.push(id.to_owned());
        }
        Ok((keys, access))
    }

    fn announce(&self) {
        if let Some(passphrase) = &self.passphrase {
            let portals = self.portals.join(", ");
            let words =
                Zeroizing::new(format!("passphrase, until this preview ends: {}\nit opens {portals}\n", **passphrase));
            report::say(&words);
        }
    }
}
