//! One client, as its folder was read last.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::earlier::EarlierPortal;
use super::guest::Guest;
use super::made::{Entry, Made};
use super::making::Making;
use super::{Choice, Common, overview};
use crate::build::{ResolvedClient, Settings, address_of, audiences, resolve_client, review_client};
use crate::cache::KnownDocs;
use crate::content::item::Declared;
use crate::diagnostic::Diagnostics;
use crate::letters::composed;
use crate::names::AudienceId;
use crate::output::PortalFiles;
use crate::portal::Drafts;
use crate::preview::{Overview, PreviewPortal};
use crate::seal::{AudienceKey, PortalKeys, WorkspaceKey};
use crate::source::{ClientSource, SourceFile, Workspace};

/// A client.
pub(super) struct Client {
    source: ClientSource,
    today: NaiveDate,
    /// What was found in its own files.
    found: Diagnostics,
    address: String,
    title: String,
    docs: KnownDocs,
    /// What whoever writes is told of it.
    overview: Arc<Overview>,
    /// `None` where nothing can be shown yet.
    made: Option<Made>,
}

impl Client {
    /// Makes a client's portal on the day `today`. Where its content has errors, what was made `before` stays. Where nobody
    /// has a passphrase, or there is no `key` of the workspace, the `guest` is let in.
    pub(super) fn read(
        common: &Common,
        source: ClientSource,
        today: NaiveDate,
        mut before: Option<Client>,
        key: Option<&WorkspaceKey>,
        guest: impl FnOnce() -> Entry,
    ) -> Client {
        let settings = &common.settings;
        let mut found = Diagnostics::new();
        let docs = before.as_mut().map(|before| std::mem::take(&mut before.docs)).unwrap_or_default();
        let read_doc = |path: &str, file: &SourceFile, declared: Declared<'_>, found: &mut Diagnostics| {
            docs.read(path, file, declared, found)
        };
        let resolved = resolve_client(settings, &source, Drafts::Shown, today, &read_doc, &mut found);
        docs.keep(&source);
        let Some(resolved) = resolved else {
            return Client::broken(settings, source, today, found, before, docs);
        };
        let entry = entry(&resolved, key).unwrap_or_else(guest);
        let state = common.cache.state(&source, today);
        let making = Making { settings, cache: &common.cache, state: &state, keys: &entry.0, access: &entry.1 };
        let built = before.is_none().then(|| common.built(&source.id)).flatten();
        let earlier = EarlierPortal::of(before.as_ref().and_then(|before| before.made.as_ref()), built.as_ref());
        let (sealed, reviewed) =
            rayon::join(|| making.seal(&resolved.portal, &earlier), || review_client(settings, &resolved, today));
        found.append(reviewed);
        match sealed {
            Ok(sealed) => {
                let client = resolved.portal.client();
                let address = client.address.value.clone();
                let title = format!("{} · {}", client.name, client.project);
                let overview = Arc::new(overview::of(&resolved.portal, settings, &found, today));
                let made = Some(Made::of(resolved.portal, entry.clone(), sealed));
                Client { source, today, found, address, title, docs, overview, made }
            }
            Err(problems) => {
                found.append(problems);
                Client::broken(settings, source, today, found, before, docs)
            }
        }
    }

    /// A client with errors. What was made of it when it had none stays.
    fn broken(
        settings: &Settings,
        source: ClientSource,
        today: NaiveDate,
        found: Diagnostics,
        before: Option<Client>,
        docs: KnownDocs,
    ) -> Client {
        if let Some(Client { address, title, overview, made: Some(mut made), .. }) = before {
            made.fall_back();
            return Client { source, today, found, address, title, docs, overview, made: Some(made) };
        }
        let address = address_of(settings, &source).unwrap_or_else(|| source.id.clone());
        let title = source.id.clone();
        Client { source, today, found, address, title, docs, overview: Arc::default(), made: None }
    }

    /// Shows the portal as it was when it was last whole.
    pub(super) fn fall_back(&mut self) {
        self.made.iter_mut().for_each(Made::fall_back);
    }

    /// Whether it would come out the same.
    pub(super) fn follows_from(&self, source: &ClientSource, today: NaiveDate) -> bool {
        let is_rewritten = self.made.as_ref().is_some_and(Made::is_rewritten);
        !is_rewritten && self.today == today && self.source == *source
    }

    /// Shows what some documents say now; `files` are paths in the workspace, of which it takes away those that it deals
    /// with. Whether there is anything new to be shown.
    pub(super) fn hurry(&mut self, settings: &Settings, workspace: &Workspace, files: &mut BTreeSet<String>) -> bool {
        if self.found.has_errors() {
            return false;
        }
        let Some(made) = &mut self.made else { return false };
        let folder = format!("{}/", self.source.id);
        let mut pages = BTreeSet::new();
        files.retain(|path| {
            let inside = path.strip_prefix(&folder).map(|inside| composed(inside.to_owned()));
            let known = inside.filter(|inside| self.source.files.contains_key(inside));
            let file = known.and_then(|inside| Some((inside, workspace.read_named(path).ok()?)));
            let page = file.and_then(|(inside, file)| made.rewrite(&inside, &file));
            let is_left = page.is_none();
            pages.extend(page);
            is_left
        });
        !pages.is_empty() && made.hurry(settings, &pages)
    }

    /// The name of its folder.
    pub(super) fn id(&self) -> &str {
        &self.source.id
    }

    /// Whether its portal opens with the passphrase of the guest.
    pub(super) fn is_open_to(&self, guest: &Guest) -> bool {
        self.made.as_ref().is_some_and(|made| guest.let_in_with(self.id(), made.entry()))
    }

    /// Where its portal is.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// What was found in its own files.
    pub(super) fn found(&self) -> &Diagnostics {
        &self.found
    }

    /// The files of its portal, where it was ever without errors; at its own address alone.
    pub(super) fn files_at(&self, address: &str) -> Option<&Arc<PortalFiles>> {
        self.made.as_ref().filter(|_| address == self.address).map(Made::files)
    }

    /// Whether there is anything to show.
    pub(super) fn is_made(&self) -> bool {
        self.made.is_some()
    }

    /// The audiences that its portal has.
    pub(super) fn audiences(&self) -> impl Iterator<Item = &AudienceId> {
        self.made.iter().flat_map(|made| audiences(made.portal()))
    }

    /// What the server is to show of it at `address`, with what is wrong with its content.
    pub(super) fn preview(&self, address: &str, choice: &Choice, problems: Diagnostics) -> PreviewPortal {
        PreviewPortal {
            title: self.title.clone(),
            files: self.files_at(address).cloned(),
            unlocked: self.made.iter().flat_map(|made| keys(made, choice)).collect(),
            problems,
            overview: self.overview.clone(),
        }
    }
}

/// The keys that a page gets without a passphrase, that of the chosen audience first. A client without it is shown as
/// everybody there sees it.
fn keys(made: &Made, choice: &Choice) -> Vec<(AudienceId, AudienceKey)> {
    let mut all: Vec<&AudienceId> = audiences(made.portal()).iter().filter(|_| !choice.gated).collect();
    all.sort_by_key(|audience| audience.as_str() != choice.audience);
    all.into_iter().map(|audience| (audience.clone(), made.key(audience))).collect()
}

/// The keys of a portal that somebody has a passphrase for.
fn entry(client: &ResolvedClient, key: Option<&WorkspaceKey>) -> Option<Entry> {
    let access = client.access.as_ref().filter(|access| !access.people.is_empty())?;
    Some(Arc::new((PortalKeys::new(key?, access.portal), access.clone())))
}
