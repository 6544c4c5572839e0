//! Where pages are taken from that need not be made again.

use super::made::Made;
use crate::cache::{Before, Cache, Earlier};
use crate::output::{Destination, published};
use crate::seal::SealedBytes;

/// A portal of the same client that was made earlier.
pub(super) enum EarlierPortal<'e> {
    /// There is none.
    Nothing,
    /// By this preview.
    Made(&'e Made),
    /// By a build, which wrote it to the disk.
    Built(&'e Before, &'e Destination),
}

impl<'e> EarlierPortal<'e> {
    /// What was made here comes first: it is newer.
    pub(super) fn of(made: Option<&'e Made>, built: Option<&'e (Before, &'e Destination)>) -> EarlierPortal<'e> {
        match (made, built) {
            (Some(made), _) => EarlierPortal::Made(made),
            (None, Some((before, destination))) => EarlierPortal::Built(before, destination),
            (None, None) => EarlierPortal::Nothing,
        }
    }

    /// What is known of its pages.
    pub(super) fn pages<'c>(&'c self, cache: &'c Cache) -> Option<Earlier<'c>> {
        match self {
            EarlierPortal::Nothing => None,
            EarlierPortal::Made(made) => Some(made.pages()),
            EarlierPortal::Built(before, destination) => Some(cache.published(before, destination)),
        }
    }

    /// One of its sealed files.
    pub(super) fn sealed(&self, path: &str) -> Option<SealedBytes> {
        match self {
            EarlierPortal::Nothing => None,
            EarlierPortal::Made(made) => made.sealed(path),
            EarlierPortal::Built(before, destination) => {
                let bytes = published(destination, before.address(), path).ok()??;
                SealedBytes::published(path, bytes)
            }
        }
    }
}
