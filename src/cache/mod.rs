//! What a build keeps for the next one, in `.vestibule/cache`: what it need not do again.
//!
//! For each client there is one record, sealed under the workspace's key: digests under that key of all that the portal
//! followed from and of what was written, and what was found wrong. Where anything at all is not as a record says, it
//! counts for nothing, so that a portal comes out the same with and without it; the folder may be removed at any time.
//!
//! The preview keeps pages by the same digests, in memory ([`PagesMade::earlier`]), and documents as they were read
//! ([`KnownDocs`]); of the disk it only reads what the last build left.
//!
//! No stage of the pipeline knows of it: whoever runs the pipeline asks here first.

mod docs;
mod folder;
mod followed;
mod record;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::build::{KeptPages, Settings};
use crate::content::doc::Doc;
use crate::diagnostic::Diagnostics;
use crate::names::{AudienceId, PagePath};
use crate::output::{Destination, PortalFiles, Standing, published, standing};
use crate::portal::AudiencePortal;
use crate::seal::frame::Limit;
use crate::seal::{Access, AudienceKey, CacheKeys, KeyedDigest, Manifest, Opener, PortalKeys, WorkspaceKey};
use crate::source::ClientSource;
pub use docs::KnownDocs;
use folder::Folder;
pub use followed::State;
use record::{KnownPage, KnownPages, Record};

/// What tells this program from any other that would make something else of the same content: `build/main.rs` works it out.
pub const PROGRAM: &str = env!("VESTIBULE_PROGRAM");

/// What earlier builds of a workspace left.
pub struct Records {
    keys: CacheKeys,
    folder: Folder,
}

/// The cache of a workspace, as one build uses it.
pub struct Cache {
    records: Records,
    /// Of all that the clients have in common.
    common: KeyedDigest,
}

/// What the cache knows of a client whose portal stands as the last build left it.
pub struct Before {
    record: Record,
    standing: Standing<KeyedDigest>,
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
    /// What the portal followed from: see [`Cache::state`].
    pub state: &'o State,
    /// Where it is.
    pub address: &'o str,
    /// How many pages all audiences together have.
    pub pages: usize,
    /// What is wrong with the content.
    pub diagnostics: &'o Diagnostics,
}

impl Records {
    /// Those of the workspace in `root`.
    pub fn new(root: &Path, key: &WorkspaceKey) -> Records {
        Records { keys: CacheKeys::new(key), folder: Folder::of(root) }
    }

    /// What is known of a client, if its portal stands as the last build left it.
    pub fn before(&self, id: &str, destination: &Destination) -> Option<Before> {
        let name = self.name(id);
        let record = Record::read(&self.keys.open(&name, &self.folder.read(&name)?)?)?;
        let standing = standing(destination, &record.address, |bytes| self.keys.digest([bytes]))?;
        (self.written(&standing) == record.written).then_some(Before { record, standing })
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

impl Cache {
    /// The cache of the workspace that has these records. `program` tells one version of the program from another.
    pub fn new(records: Records, program: &str, settings: &Settings) -> Cache {
        let common = followed::common(&records.keys, program, settings);
        Cache { records, common }
    }

    /// What earlier builds left.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The digests of all that a client's portal and what is said of it follow from.
    pub fn state(&self, source: &ClientSource, today: NaiveDate) -> State {
        State::of(&self.records.keys, &self.common, source, today)
    }

    /// The pages of documents that an audience has `earlier` already, and that would come out the same. `pages` takes what
    /// is to be known of them all afterwards.
    pub fn kept(
        &self,
        earlier: Option<&Earlier<'_>>,
        state: &State,
        portal: &AudiencePortal<'_>,
        (keys, access): (&PortalKeys, &Access),
        pages: &mut PagesMade,
    ) -> KeptPages {
        let audience = portal.audience();
        let now = followed::pages(&self.records.keys, &self.common, state, portal, access);
        let known = earlier.and_then(|earlier| earlier.pages.get(audience.as_str()));
        let manifest = earlier.zip(known).and_then(|(earlier, _)| {
            let key = keys.audience(&access.epoch, audience);
            (earlier.manifest)(audience, &key)
        });
        let same = |doc: &Doc, digest| known?.get(doc.path.as_str()).filter(|known| known.digest == digest);
        let kept = manifest.map_or_else(KeptPages::new, |mut manifest| {
            let same = now.iter().filter(|(doc, digest)| same(doc, *digest).is_some());
            same.filter_map(|(doc, _)| manifest.pages.remove_entry(&doc.path)).collect()
        });
        let made = now.into_par_iter().map(|(doc, digest)| {
            if let Some(known) = same(doc, digest) {
                portal.know_terms_in(doc, known.terms.clone());
            }
            (doc.path.as_str().to_owned(), KnownPage { digest, terms: portal.terms_in(doc).clone() })
        });
        pages.0.insert(audience.as_str().to_owned(), made.collect());
        kept
    }

    /// The portal that the last build left on the disk, for its pages to be kept.
    pub fn published<'b>(&'b self, before: &'b Before, destination: &'b Destination) -> Earlier<'b> {
        let manifest =
            move |audience: &AudienceId, key: &AudienceKey| self.manifest(before, destination, audience, key);
        Earlier { pages: &before.record.pages, manifest: Box::new(manifest) }
    }

    /// The manifest of an audience, as the last build wrote it: it may have been replaced since it was looked at.
    fn manifest(
        &self,
        before: &Before,
        destination: &Destination,
        audience: &AudienceId,
        key: &AudienceKey,
    ) -> Option<Manifest> {
        let is_same = |path: &str, bytes: &[u8]| {
            let files = &before.standing.files;
            let known = files.binary_search_by(|(known, _)| known.as_str().cmp(path)).ok();
            known.is_some_and(|at| files[at].1 == Some(self.records.keys.digest([bytes])))
        };
        let fetch = |path: &str| {
            let bytes = published(destination, &before.record.address, path)?;
            Ok(bytes.filter(|bytes| is_same(path, bytes)))
        };
        Some(Opener::new(fetch).with_key(audience.clone(), key).ok()?.manifest().clone())
    }

    /// Keeps what a build made for the next one. Where it cannot be written, the next build does more.
    pub fn keep(&self, id: &str, outcome: &Outcome<'_>, files: &PortalFiles, pages: PagesMade) {
        let digest = |path: &str, bytes: &[u8]| (!path.starts_with("b/")).then(|| self.records.keys.digest([bytes]));
        let made = files.iter().map(|(path, bytes)| (path.to_owned(), digest(path, bytes)));
        let kept = files.kept().iter().map(|path| (path.clone(), None));
        let mut all: Vec<_> = made.chain(kept).collect();
        all.sort_by(|one, other| one.0.cmp(&other.0));
        let record = Record {
            state: outcome.state.whole,
            written: self.records.written(&Standing { files: all, foreign: Vec::new() }),
            files: files.iter().count() + files.kept().len(),
            address: outcome.address.to_owned(),
            page_count: outcome.pages,
            pages: pages.0,
            diagnostics: outcome.diagnostics.clone(),
        };
        let (name, bytes) = (self.records.name(id), record.to_bytes());
        // More would not open again.
        if bytes.len() <= Limit::Whole.bytes() {
            self.records.folder.write(&name, &self.records.keys.seal(&name, &bytes));
        }
    }

    /// Removes the records of all clients but these.
    pub fn forget_all_but<'i>(&self, ids: impl Iterator<Item = &'i str>) {
        self.records.folder.remove_all_but(&ids.map(|id| self.records.name(id)).collect());
    }
}

/// What is known of the pages of documents that were made or kept, for the record.
#[derive(Default)]
pub struct PagesMade(KnownPages);

impl PagesMade {
    /// Knows nothing of a page any more.
    pub fn forget(&mut self, page: &PagePath) {
        for known in self.0.values_mut() {
            known.remove(page.as_str());
        }
    }

    /// The portal whose pages these are, for those to be kept. `manifests` are its own.
    pub fn earlier<'m>(&'m self, manifests: &'m BTreeMap<AudienceId, Manifest>) -> Earlier<'m> {
        Earlier { pages: &self.0, manifest: Box::new(|audience, _| manifests.get(audience).cloned()) }
    }
}

/// A portal that was made earlier, as far as pages may be kept of it.
pub struct Earlier<'e> {
    pages: &'e KnownPages,
    /// What it says of its pages, by audience and the audience's key.
    manifest: Box<ManifestOf<'e>>,
}

type ManifestOf<'e> = dyn Fn(&AudienceId, &AudienceKey) -> Option<Manifest> + Sync + 'e;

impl Before {
    /// Where the portal is, in the folder of all portals.
    pub fn address(&self) -> &str {
        &self.record.address
    }

    /// What to say of a client of which nothing changed; `None` where something did.
    pub fn unchanged(&self, state: &State) -> Option<Unchanged> {
        (self.record.state == state.whole).then(|| Unchanged {
            address: self.record.address.clone(),
            pages: self.record.page_count,
            files: self.record.files,
            foreign: self.standing.foreign.clone(),
            diagnostics: self.record.diagnostics.clone(),
        })
    }
}
