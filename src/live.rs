//! All portals of a workspace in memory, brought up to what its files say whenever these may have changed.
//!
//! What has errors stays as it was when it last had none.

mod guest;
mod overview;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

pub use guest::Guest;

use crate::build::{
    KeptPages, Settings, address_of, audiences, check_together, prepare, resolve_client, review_client, seal_portal,
};
use crate::check;
use crate::diagnostic::{Diagnostics, Place};
use crate::names::AudienceId;
use crate::output::PortalFiles;
use crate::portal::{Drafts, Portal};
use crate::preview::{Overview, Preview, PreviewPortal};
use crate::seal::{Access, AudienceKey, PortalKeys, Refusal, WorkspaceKey};
use crate::source::{ClientSource, SourceFile, Workspace, scan};

/// What is to be shown.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Only these clients; all where none is named.
    pub clients: Vec<String>,
    /// As whom portals are read.
    pub audience: String,
    /// Whether one goes through the gate, as a client does.
    pub gated: bool,
}

/// The portals of a workspace.
pub struct Live {
    root: PathBuf,
    choice: Choice,
    key: Option<WorkspaceKey>,
    guest: Guest,
    settings: Option<Settings>,
    /// What is wrong beside the clients' own content.
    common: Diagnostics,
    clients: BTreeMap<String, Client>,
}

/// A client, as it was read last.
struct Client {
    source: ClientSource,
    today: NaiveDate,
    /// What was found in its own files.
    found: Diagnostics,
    address: String,
    title: String,
    audiences: Vec<String>,
    files: Option<Arc<PortalFiles>>,
    unlocked: Vec<(AudienceId, AudienceKey)>,
    overview: Arc<Overview>,
}

impl Live {
    /// Those of the workspace in `root`; nothing is read yet. Without a `key`, portals are sealed with one that ends with
    /// the preview.
    pub fn new(root: &Path, choice: Choice, key: Option<WorkspaceKey>) -> Live {
        let (settings, common, clients) = (None, Diagnostics::new(), BTreeMap::new());
        Live { root: root.to_owned(), choice, key, guest: Guest::new(), settings, common, clients }
    }

    /// Reads everything, and makes again what changed.
    ///
    /// # Errors
    /// Where nobody can be let in through the gate.
    pub fn refresh(&mut self, today: NaiveDate) -> Result<(), Refusal> {
        let mut common = Diagnostics::new();
        let workspace = match scan(&self.root) {
            Ok(workspace) => workspace,
            Err(error) => {
                let place = Place::whole_file("vestibule.yml".into());
                common.push(check::UNREADABLE.at(place, error.to_string()).help("put it back, or end the preview"));
                self.common = common;
                return Ok(());
            }
        };
        let settings = prepare(&workspace, &mut common);
        if let Some(settings) = settings {
            check_together(&workspace, &settings, &mut common);
            // Of two clients at one address, one would be shown as the other.
            if !common.has_errors() {
                let is_new = self.settings.as_ref().is_none_or(|before| !same_files(&before.files, &settings.files));
                self.settings = Some(settings);
                self.read_clients(&workspace, today, is_new)?;
            }
        }
        self.common = common;
        Ok(())
    }

    /// Whether there is anything to show: settings, and clients beside each other, that were without errors at least once.
    pub fn is_ready(&self) -> bool {
        self.settings.is_some()
    }

    /// Everything that is wrong.
    pub fn problems(&self) -> Diagnostics {
        let mut all = self.common.clone();
        self.clients.values().for_each(|client| all.append(client.found.clone()));
        all
    }

    /// What the server is to show.
    pub fn preview(&self) -> Preview {
        let name = self.settings.as_ref().map_or("", |settings| settings.agency.name.as_str());
        let mut preview = Preview::new(name, self.common.clone());
        // Where a client that cannot be shown yet would lie is a guess: it does not take the place of another.
        let (shown, unseen): (Vec<_>, Vec<_>) = self.clients.values().partition(|client| client.files.is_some());
        for client in unseen.into_iter().chain(shown) {
            let portal = PreviewPortal {
                title: client.title.clone(),
                files: client.files.clone(),
                unlocked: client.unlocked.clone(),
                gated: self.choice.gated,
                problems: client.found.clone(),
                overview: client.overview.clone(),
            };
            preview.add(client.address.clone(), portal);
        }
        preview
    }

    /// The audiences that any client has.
    pub fn audiences(&self) -> BTreeSet<&str> {
        let all = self.clients.values().flat_map(|client| &client.audiences).map(String::as_str);
        all.chain([AudienceId::CLIENT]).collect()
    }

    /// Who is let in where nobody has a passphrase yet.
    pub fn guest(&self) -> &Guest {
        &self.guest
    }

    fn read_clients(&mut self, workspace: &Workspace, today: NaiveDate, all: bool) -> Result<(), Refusal> {
        let chosen = |id: &&String| self.choice.clients.is_empty() || self.choice.clients.contains(id);
        let ids: Vec<&String> = workspace.clients().iter().filter(chosen).collect();
        let sources: Vec<ClientSource> = ids.par_iter().map(|id| workspace.read_client(id)).collect();
        let mut before = std::mem::take(&mut self.clients);
        for source in sources {
            let known = before.remove(&source.id);
            let is_same = |known: &Client| !all && known.today == today && same_source(&known.source, &source);
            let client = match known {
                Some(known) if is_same(&known) => known,
                known => self.read(source, today, known)?,
            };
            self.clients.insert(client.source.id.clone(), client);
        }
        Ok(())
    }

    /// Makes a client's portal. Where its content has errors, what was made `before` stays.
    fn read(&mut self, source: ClientSource, today: NaiveDate, before: Option<Client>) -> Result<Client, Refusal> {
        let settings = self.settings.as_ref().expect("clients are read behind the settings");
        let mut found = Diagnostics::new();
        if let Some(resolved) = resolve_client(settings, &source, Drafts::Shown, today, &mut found) {
            found.append(review_client(settings, &resolved, today));
            let known = resolved.access.filter(|access| !access.people.is_empty());
            let guest;
            let own;
            let (keys, access) = match self.key.as_ref().zip(known.as_ref()) {
                Some((key, access)) => {
                    own = PortalKeys::new(key, access.portal);
                    (&own, access)
                }
                None => {
                    guest = self.guest.let_in(&source.id, self.choice.gated)?;
                    (&guest.0, &guest.1)
                }
            };
            match seal_portal(settings, &resolved.portal, keys, access, |_| KeptPages::new(), &()) {
                Ok(sealed) => {
                    let files = Arc::new(PortalFiles::new(&settings.gate, &sealed));
                    let keys = self.choice.keys(&resolved.portal, keys, access);
                    let overview = overview::of(&resolved.portal, settings, &found, today);
                    return Ok(Client::of(source, today, found, &resolved.portal, files, keys, overview));
                }
                Err(problems) => found.append(problems),
            }
        }
        Ok(match before {
            Some(before) => Client { source, today, found, ..before },
            None => Client::unseen(source, today, found, settings),
        })
    }
}

impl Client {
    fn of(
        source: ClientSource,
        today: NaiveDate,
        found: Diagnostics,
        portal: &Portal,
        files: Arc<PortalFiles>,
        unlocked: Vec<(AudienceId, AudienceKey)>,
        overview: Overview,
    ) -> Client {
        let client = portal.client();
        Client {
            source,
            today,
            found,
            address: client.address.value.clone(),
            title: format!("{} · {}", client.name, client.project),
            audiences: audiences(portal).iter().map(AudienceId::to_string).collect(),
            files: Some(files),
            unlocked,
            overview: Arc::new(overview),
        }
    }

    /// A client of whom nothing can be shown yet.
    fn unseen(source: ClientSource, today: NaiveDate, found: Diagnostics, settings: &Settings) -> Client {
        let address = address_of(settings, &source).unwrap_or_else(|| source.id.clone());
        let title = source.id.clone();
        let (audiences, unlocked, overview) = (Vec::new(), Vec::new(), Arc::default());
        Client { source, today, found, address, title, audiences, files: None, unlocked, overview }
    }
}

impl Choice {
    /// The keys that a page gets without a passphrase, that of the chosen audience first. A client without it is shown as
    /// everybody there sees it.
    fn keys(&self, portal: &Portal, keys: &PortalKeys, access: &Access) -> Vec<(AudienceId, AudienceKey)> {
        let all = audiences(portal).iter().filter(|_| !self.gated);
        let mut all: Vec<&AudienceId> = all.collect();
        all.sort_by_key(|audience| audience.as_str() != self.audience);
        all.into_iter().map(|audience| (audience.clone(), keys.audience(&access.epoch, audience))).collect()
    }
}

fn same_source(one: &ClientSource, other: &ClientSource) -> bool {
    one.problems == other.problems
        && one.files.len() == other.files.len()
        && one.files.values().zip(other.files.values()).all(|(one, other)| same_file(one, other))
}

fn same_files(some: &[SourceFile], others: &[SourceFile]) -> bool {
    some.len() == others.len() && some.iter().zip(others).all(|(one, other)| same_file(one, other))
}

fn same_file(one: &SourceFile, other: &SourceFile) -> bool {
    one.path() == other.path() && one.bytes() == other.bytes()
}
