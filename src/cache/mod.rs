//! What a build keeps for the next one, in `.vestibule/cache`: what it need not do again.
//!
//! For each client there is one record, sealed under the workspace's key: digests under that key of all that the portal
//! followed from, of what was written, and what was found wrong. No text of a client is in it. Where anything at all is
//! not as a record says, it counts for nothing, so that a portal comes out the same with and without it; the folder may
//! be removed at any time.
//!
//! No stage of the pipeline knows of it: whoever runs the pipeline asks here first.

mod folder;
mod followed;
mod record;

use std::path::Path;

use chrono::NaiveDate;

use crate::build::{KeptPages, Settings};
use crate::diagnostic::Diagnostics;
use crate::names::AudienceId;
use crate::output::{Destination, PortalFiles, Standing, standing};
use crate::portal::AudiencePortal;
use crate::seal::{Access, CacheKeys, KeyedDigest, Manifest, PortalKeys, WorkspaceKey};
use crate::source::ClientSource;
use folder::Folder;
use record::{PageDigests, Record};

/// The cache of a workspace, as one build uses it.
pub struct Cache {
    keys: CacheKeys,
    folder: Folder,
    /// Of all that the clients have in common.
    common: KeyedDigest,
}

/// What the cache knows of a client whose portal stands as the last build left it.
pub struct Before {
    record: Record,
    /// Files in the portal's folder that are none of ours.
    foreign: Vec<String>,
}

/// A client of which nothing changed.
pub struct Unchanged {
    /// Where its portal is.
    pub address: String,
    /// How many pages all audiences together have.
    pub pages: usize,
    /// How many files the portal has.
    pub files: usize,
    /// Files in the portal's folder that are none of ours.
    pub foreign: Vec<String>,
    /// What is wrong with its content.
    pub diagnostics: Diagnostics,
}

/// What a new record is made of, besides the files.
pub struct Outcome<'o> {
    /// The digest of what the portal followed from: see [`Cache::state`].
    pub state: KeyedDigest,
    /// Where it is.
    pub address: &'o str,
    /// How many pages all audiences together have.
    pub pages: usize,
    /// What is wrong with the content.
    pub diagnostics: &'o Diagnostics,
}

impl Cache {
    /// The cache of the workspace in `root`. `program` tells one version of the program from another.
    pub fn new(root: &Path, key: &WorkspaceKey, program: &str, settings: &Settings) -> Cache {
        let keys = CacheKeys::new(key);
        let common = followed::common(&keys, program, settings);
        Cache { keys, folder: Folder::of(root), common }
    }

    /// The digest of all that a client's portal and what is said of it follow from.
    pub fn state(&self, source: &ClientSource, today: NaiveDate) -> KeyedDigest {
        followed::state(&self.keys, &self.common, source, today)
    }

    /// What is known of a client, if its portal stands as the last build left it.
    pub fn before(&self, id: &str, destination: &Destination) -> Option<Before> {
        let name = self.name(id);
        let record = Record::read(&self.keys.open(&name, &self.folder.read(&name)?)?)?;
        let standing = standing(destination, &record.address, |bytes| self.keys.digest([bytes]))?;
        (self.written(&standing) == record.written).then_some(Before { record, foreign: standing.foreign })
    }

    /// The pages of documents that an audience has already, and that would come out the same. `digests` takes what the
    /// record of this build needs.
    pub fn kept(
        &self,
        before: Option<&Before>,
        destination: &Destination,
        source: &ClientSource,
        portal: &AudiencePortal<'_>,
        (keys, access): (&PortalKeys, &Access),
        digests: &mut PagesMade,
    ) -> KeptPages {
        let audience = portal.audience();
        let now = followed::pages(&self.keys, &self.common, source, portal, access);
        let known = before.and_then(|before| before.record.pages.get(audience.as_str()));
        let manifest = before
            .zip(known)
            .and_then(|(before, _)| manifest(destination, &before.record.address, audience, keys, access));
        let kept = match (known, manifest) {
            (Some(known), Some(mut manifest)) => {
                let same = now.iter().filter(|(path, digest)| known.get(path.as_str()) == Some(digest));
                same.filter_map(|(path, _)| manifest.pages.remove_entry(path)).collect()
            }
            _ => KeptPages::new(),
        };
        let by_text = now.into_iter().map(|(path, digest)| (path.as_str().to_owned(), digest)).collect();
        digests.0.insert(audience.as_str().to_owned(), by_text);
        kept
    }

    /// Keeps what a build made for the next one. Where it cannot be written, the next build does more.
    pub fn keep(&self, id: &str, outcome: &Outcome<'_>, files: &PortalFiles, pages: PagesMade) {
        let digest = |path: &str, bytes: &[u8]| (!path.starts_with("b/")).then(|| self.keys.digest([bytes]));
        let made = files.iter().map(|(path, bytes)| (path.to_owned(), digest(path, bytes)));
        let kept = files.kept().iter().map(|path| (path.clone(), None));
        let mut all: Vec<_> = made.chain(kept).collect();
        all.sort_by(|one, other| one.0.cmp(&other.0));
        let record = Record {
            state: outcome.state,
            written: self.written(&Standing { files: all, foreign: Vec::new() }),
            files: files.iter().count() + files.kept().len(),
            address: outcome.address.to_owned(),
            page_count: outcome.pages,
            pages: pages.0,
            diagnostics: outcome.diagnostics.clone(),
        };
        let name = self.name(id);
        self.folder.write(&name, &self.keys.seal(&name, &record.to_bytes()));
    }

    /// Removes the records of all clients but these.
    pub fn forget_all_but<'i>(&self, ids: impl Iterator<Item = &'i str>) {
        self.folder.remove_all_but(&ids.map(|id| self.name(id)).collect());
    }

    /// What the record of a client is called: the names of clients say nothing to whoever finds it.
    fn name(&self, id: &str) -> String {
        self.keys.digest([&b"record"[..], id.as_bytes()]).to_hex()
    }

    fn written(&self, standing: &Standing<KeyedDigest>) -> KeyedDigest {
        let file = |(path, digest): &(String, Option<KeyedDigest>)| {
            let digest = digest.map_or(Vec::new(), |digest| digest.bytes().to_vec());
            [path.as_bytes().to_vec(), digest]
        };
        let parts: Vec<Vec<u8>> = standing.files.iter().flat_map(file).collect();
        self.keys.digest(parts.iter().map(Vec::as_slice))
    }
}

/// The digests of the pages of documents that a build made or kept, for the record.
#[derive(Default)]
pub struct PagesMade(PageDigests);

impl Before {
    /// What to say of a client of which nothing changed; `None` where something did.
    pub fn unchanged(&self, state: KeyedDigest) -> Option<Unchanged> {
        (self.record.state == state).then(|| Unchanged {
            address: self.record.address.clone(),
            pages: self.record.page_count,
            files: self.record.files,
            foreign: self.foreign.clone(),
            diagnostics: self.record.diagnostics.clone(),
        })
    }
}

/// The manifest of an audience, as it was published last.
fn manifest(
    destination: &Destination,
    address: &str,
    audience: &AudienceId,
    keys: &PortalKeys,
    access: &Access,
) -> Option<Manifest> {
    let portal = destination.folder().join(address);
    let opened = crate::seal::Opener::new(|path: &str| folder::read(&portal.join(path)));
    let key = keys.audience(&access.epoch, audience);
    Some(opened.with_key(audience.clone(), &key).ok()?.manifest().clone())
}
