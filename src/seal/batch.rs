//! All boxes of a portal, each made once: what two audiences share, or an audience uses twice, becomes one box.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};

use rayon::prelude::*;

use super::ad::{BoxKind, associated_data, part_name};
use super::boxes::{BoxName, Ref};
use super::contents::{AssetContents, AudienceContents, PageContents};
use super::frame::{Framed, Framer, PART};
use super::ids::PortalId;
use super::primitive::Root;
use crate::names::PagePath;

/// Boxes to be sealed, without duplicates.
#[derive(Default)]
pub(super) struct Batch<'a> {
    jobs: Vec<Job<'a>>,
    known: HashMap<Job<'a>, usize>,
    /// The parts of the assets so far, by where their bytes are in memory: what two audiences share is read once.
    assets: HashMap<(&'a str, usize, usize), Vec<usize>>,
}

/// What a box is made from, apart from portal, epoch and root, which all in a batch share.
#[derive(Clone, PartialEq, Eq)]
struct Job<'a> {
    kind: BoxKind,
    name: Cow<'a, str>,
    payload: Payload<'a>,
}

#[derive(Clone, PartialEq, Eq)]
enum Payload<'a> {
    Whole(&'a [u8]),
    Framed(&'a Framed),
}

impl Payload<'_> {
    fn len(&self) -> usize {
        match self {
            Payload::Whole(payload) => payload.len(),
            Payload::Framed(framed) => framed.payload_len(),
        }
    }

    /// Ready to be sealed in place. `framers` are needed only for what is not framed yet.
    fn framed(&self, kind: BoxKind, framers: &mut Framers) -> Vec<u8> {
        match self {
            Payload::Whole(payload) => framers.of(kind).frame_for_sealing(payload),
            Payload::Framed(framed) => framed.for_sealing(),
        }
    }
}

impl Hash for Job<'_> {
    /// Few have the same kind, name and length: only those are compared byte by byte.
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.kind, &self.name, self.payload.len()).hash(state);
    }
}

/// What one thread frames with, each made when it is needed first.
#[derive(Default)]
struct Framers {
    contents: Option<Framer>,
    for_all_readers: Option<Framer>,
}

impl Framers {
    fn of(&mut self, kind: BoxKind) -> &mut Framer {
        match kind {
            BoxKind::Frame | BoxKind::Search => self.for_all_readers.get_or_insert_with(Framer::for_all_readers),
            _ => self.contents.get_or_insert_with(Framer::for_contents),
        }
    }
}

/// Where the boxes of one audience are in the batch, in the order of its shards, pages and assets.
pub(super) struct Layout {
    pub(super) frame: usize,
    pub(super) search: Vec<usize>,
    pub(super) pages: Vec<usize>,
    pub(super) assets: Vec<Vec<usize>>,
}

/// One box, ready to be published.
pub(super) struct SealedBox {
    pub(super) reference: Ref,
    pub(super) bytes: Vec<u8>,
}

impl<'a> Batch<'a> {
    /// Adds everything one audience reads.
    pub(super) fn add(&mut self, contents: &'a AudienceContents) -> Layout {
        let frame = self.place(BoxKind::Frame, Cow::Borrowed(""), Payload::Whole(contents.frame.bytes()));
        let search = (1..).zip(&contents.search);
        let search = search
            .map(|(shard, index)| self.place(BoxKind::Search, shard.to_string().into(), Payload::Whole(index.bytes())));
        let search = search.collect();
        let pages = self.add_pages(&contents.pages);
        let assets = contents.assets.values().map(|asset| self.add_asset(asset)).collect();
        Layout { frame, search, pages, assets }
    }

    /// Adds pages alone, and says where each is.
    pub(super) fn add_pages(&mut self, pages: &'a BTreeMap<PagePath, PageContents>) -> Vec<usize> {
        let place = |(path, page): (&'a PagePath, &'a PageContents)| {
            self.place(BoxKind::Page, path.as_str().into(), Payload::Framed(&page.body))
        };
        pages.iter().map(place).collect()
    }

    fn add_asset(&mut self, asset: &'a AssetContents) -> Vec<usize> {
        let bytes = asset.bytes.bytes();
        let here = (asset.media_type.as_str(), bytes.as_ptr().addr(), bytes.len());
        if let Some(parts) = self.assets.get(&here) {
            return parts.clone();
        }
        let parts = self.add_parts(asset);
        self.assets.insert(here, parts.clone());
        parts
    }

    /// Cuts an asset into its parts; one that is empty still has one.
    fn add_parts(&mut self, asset: &'a AssetContents) -> Vec<usize> {
        let bytes = asset.bytes.bytes();
        let parts = bytes.len().div_ceil(PART).max(1);
        (0..parts)
            .map(|part| {
                let from = part * PART;
                let payload = &bytes[from..bytes.len().min(from + PART)];
                self.place(
                    BoxKind::Asset,
                    part_name(&asset.media_type, part + 1, parts).into(),
                    Payload::Whole(payload),
                )
            })
            .collect()
    }

    fn place(&mut self, kind: BoxKind, name: Cow<'a, str>, payload: Payload<'a>) -> usize {
        let job = Job { kind, name, payload };
        *self.known.entry(job).or_insert_with_key(|job| {
            self.jobs.push(job.clone());
            self.jobs.len() - 1
        })
    }

    /// Seals all of them on all processors, in the order in which they were added.
    pub(super) fn seal(self, root: &Root, portal: PortalId, epoch: u32) -> Vec<SealedBox> {
        self.jobs
            .par_iter()
            .map_init(Framers::default, |framers, job| {
                let ad = associated_data(portal, epoch, job.kind, &job.name);
                let sealed = root.seal_in_place(&ad, job.payload.framed(job.kind, framers));
                let reference = Ref { name: BoxName::of(&sealed.bytes), key: sealed.key };
                SealedBox { reference, bytes: sealed.bytes }
            })
            .collect()
    }
}
