//! All portals of a workspace in memory, brought up to what its files say whenever these may have changed.
//!
//! What has errors stays as it was when it last had none. A document of which the text alone changed is shown ahead of all
//! that follows from it.

mod client;
mod earlier;
mod guest;
mod made;
mod making;
mod overview;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use client::Client;
use guest::Guest;

use crate::build::{Settings, SettingsSource, check_together, prepare};
use crate::cache::{Before, Cache, PROGRAM, Records};
use crate::check;
use crate::content::agency::theme_folder;
use crate::diagnostic::{Diagnostics, Place};
use crate::names::AudienceId;
use crate::output::{Destination, PortalFiles};
use crate::preview::Preview;
use crate::seal::WorkspaceKey;
use crate::source::{ClientSource, Workspace, scan};

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

/// The folder that builds write portals to where nothing else is said.
const BUILT: &str = "dist";

/// More documents than these are not looked at ahead of the rest.
const FEW: usize = 8;

/// The portals of a workspace.
pub struct Live {
    root: PathBuf,
    choice: Choice,
    key: Option<WorkspaceKey>,
    guest: Guest,
    /// What all clients have in common, when it was last without errors.
    common: Option<Common>,
    /// Whether there is a key that portals are not sealed with yet.
    is_rekeyed: bool,
    workspace: Option<Workspace>,
    /// What is wrong beside the clients' own content.
    found: Diagnostics,
    clients: BTreeMap<String, Client>,
}

/// What came of showing documents ahead of the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hurried {
    /// Nothing of it can be shown without all that follows.
    Nothing,
    /// Some can, and some of what was written can not.
    Some,
    /// All that was written is shown.
    All,
}

/// What all clients have in common.
struct Common {
    settings: Settings,
    /// What was found in what they were read from.
    found: Diagnostics,
    cache: Cache,
    /// Where builds leave their portals.
    destination: Option<Destination>,
}

impl Live {
    /// Those of the workspace in `root`; nothing is read yet. Without a `key`, portals are sealed with one that ends with
    /// the preview.
    pub fn new(root: &Path, choice: Choice, key: Option<WorkspaceKey>) -> Live {
        Live {
            root: root.to_owned(),
            choice,
            key,
            guest: Guest::new(),
            common: None,
            is_rekeyed: false,
            workspace: None,
            found: Diagnostics::new(),
            clients: BTreeMap::new(),
        }
    }

    /// Reads everything, and makes again what changed.
    pub fn refresh(&mut self, today: NaiveDate) {
        self.found = self.read(today);
        if self.found.has_errors() {
            // No client was read: what was shown ahead of the rest may never follow.
            self.clients.values_mut().for_each(Client::fall_back);
        }
    }

    /// Shows what documents say now, as far as that needs nothing but their own pages: `files` are those that were just
    /// written, paths in the workspace. A [refresh](Live::refresh) brings all that follows.
    pub fn hurry(&mut self, mut files: BTreeSet<String>) -> Hurried {
        let (Some(common), Some(workspace)) = (&self.common, &self.workspace) else { return Hurried::Nothing };
        if files.is_empty() || files.len() > FEW || self.found.has_errors() {
            return Hurried::Nothing;
        }
        let mut shown = false;
        for client in self.clients.values_mut() {
            shown |= client.hurry(&common.settings, workspace, &mut files);
        }
        match (shown, files.is_empty()) {
            (false, _) => Hurried::Nothing,
            (true, false) => Hurried::Some,
            (true, true) => Hurried::All,
        }
    }

    /// Whether there is anything to show: settings, and clients beside each other, that were without errors at least once.
    pub fn is_ready(&self) -> bool {
        self.common.is_some()
    }

    /// Everything that is wrong. Where that is something that all clients have in common, none of them was read since, and
    /// what was wrong with them may be.
    pub fn problems(&self) -> Diagnostics {
        let mut all = self.found.clone();
        self.clients.values().for_each(|client| all.append(client.found().clone()));
        all
    }

    /// What the server is to show.
    pub fn preview(&self) -> Preview {
        let name = self.common.as_ref().map_or("", |common| common.settings.agency.name.as_str());
        let mut preview = Preview::new(name, self.found.clone());
        for (address, client) in self.by_address() {
            // With something wrong that all have in common, no client was read since.
            let problems = if self.found.has_errors() { Diagnostics::new() } else { client.found().clone() };
            let portal = client.preview(&address, &self.choice, problems);
            preview.add(address.into_owned(), portal);
        }
        preview
    }

    /// Every portal's address, and its files, where it has been without errors.
    pub fn portals(&self) -> impl Iterator<Item = (String, Option<&Arc<PortalFiles>>)> {
        self.by_address().into_iter().map(|(address, client)| {
            let files = client.files_at(&address);
            (address.into_owned(), files)
        })
    }

    /// The audiences that any client has, as far as they can be known; `None` where a client has errors that hide them.
    pub fn audiences(&self) -> Option<BTreeSet<&str>> {
        let all = self.clients.values().flat_map(Client::audiences).map(AudienceId::as_str);
        self.clients.values().all(Client::is_made).then(|| all.chain([AudienceId::CLIENT]).collect())
    }

    /// Each client where it is shown.
    fn by_address(&self) -> BTreeMap<Cow<'_, str>, &Client> {
        let mut clients: Vec<&Client> = self.clients.values().collect();
        // Where a client with errors lies is what it said before, or a guess: it does not take the place of another.
        clients.sort_by_key(|client| (client.found().has_errors(), !client.is_made()));
        let mut all = BTreeMap::new();
        for client in clients {
            // No client can ask for an address with this sign.
            let others = (0..).map(|more| Cow::from(client.id().to_owned() + &"~".repeat(more)));
            let mut addresses = std::iter::once(Cow::from(client.address())).chain(others);
            let free = addresses.find(|address| !all.contains_key(address)).expect("there is no end of them");
            all.insert(free, client);
        }
        all
    }

    /// The passphrase that is good until the preview ends, and the clients whose portals it opens; `None` where there are
    /// none.
    pub fn for_now(&self) -> Option<(&str, Vec<&str>)> {
        let passphrase = self.guest.passphrase()?;
        let opened = self.clients.values().filter(|client| client.is_open_to(&self.guest));
        let opened: Vec<&str> = opened.map(Client::id).collect();
        (!opened.is_empty()).then_some((passphrase, opened))
    }

    /// Whether portals are sealed with a key of the workspace.
    pub fn has_key(&self) -> bool {
        self.key.is_some()
    }

    /// Seals all portals with this key from now on, where people have access to them.
    pub fn take_key(&mut self, key: WorkspaceKey) {
        self.key = Some(key);
        self.is_rekeyed = true;
    }

    /// What is wrong beside the clients' own content.
    fn read(&mut self, today: NaiveDate) -> Diagnostics {
        let workspace = match scan(&self.root) {
            Ok(workspace) => workspace,
            Err(error) => {
                let place = Place::whole_file("vestibule.yml".into());
                let mut found = Diagnostics::new();
                found.push(check::UNREADABLE.at(place, error.to_string()).help("put it back, or end the preview"));
                return found;
            }
        };
        let newer = match self.read_common(&workspace) {
            Ok(newer) => newer,
            Err(found) => return found,
        };
        let common = newer.as_ref().or(self.common.as_ref()).expect("it is known if it is not new");
        let mut found = common.found.clone();
        check_together(&workspace, &common.settings, &mut found);
        // Of two clients at one address, one would be shown as the other.
        if !found.has_errors() {
            let is_new = newer.is_some();
            self.common = newer.or(self.common.take());
            self.is_rekeyed = false;
            self.read_clients(&workspace, today, is_new);
        }
        self.workspace = Some(workspace);
        found
    }

    /// What all clients have in common, if it is not what is known; or what is wrong with it.
    fn read_common(&self, workspace: &Workspace) -> Result<Option<Common>, Diagnostics> {
        let source = SettingsSource::read(workspace);
        if !self.is_rekeyed && self.common.as_ref().is_some_and(|common| common.settings.follow_from(&source)) {
            return Ok(None);
        }
        let mut found = Diagnostics::new();
        match prepare(source, &mut found) {
            Some(settings) => {
                let key = self.key.as_ref().unwrap_or(self.guest.key());
                Ok(Some(Common::of(workspace, settings, found, key)))
            }
            None => Err(found),
        }
    }

    fn read_clients(&mut self, workspace: &Workspace, today: NaiveDate, all: bool) {
        let Live { common, choice, key, guest, clients, .. } = self;
        let common = common.as_ref().expect("clients are read behind the settings");
        let chosen = |id: &&String| choice.clients.is_empty() || choice.clients.contains(id);
        let ids: Vec<&String> = workspace.clients().iter().filter(chosen).collect();
        let sources: Vec<ClientSource> = ids.par_iter().map(|id| workspace.read_client(id)).collect();
        let mut before = std::mem::take(clients);
        for source in sources {
            let id = source.id.clone();
            let client = match before.remove(&id) {
                Some(known) if !all && known.follows_from(&source, today) => known,
                known => {
                    let guest = || guest.let_in(&id, choice.gated);
                    Client::read(common, source, today, known, key.as_ref(), guest)
                }
            };
            clients.insert(id, client);
        }
    }
}

impl Common {
    fn of(workspace: &Workspace, settings: Settings, found: Diagnostics, key: &WorkspaceKey) -> Common {
        let cache = Cache::new(Records::new(workspace.root(), key), PROGRAM, &settings);
        let theme = theme_folder(workspace.settings()).map(|folder| folder.value);
        let destination = Destination::new(&workspace.root().join(BUILT), workspace, theme.as_deref()).ok();
        Common { settings, found, cache, destination }
    }

    /// What a build left of a client's portal, and where.
    fn built(&self, id: &str) -> Option<(Before, &Destination)> {
        let destination = self.destination.as_ref()?;
        Some((self.cache.records().before(id, destination)?, destination))
    }
}
