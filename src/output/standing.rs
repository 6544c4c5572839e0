//! A portal as it stands on the disk, to be compared with what a build wrote there.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};

use rayon::prelude::*;

use super::Destination;
use super::write::{existing, rank};
use crate::seal::BoxName;

/// What stands where a portal is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing<D> {
    /// The files of the portal by path, sorted, each with its digest; a box has none, as its name is one.
    pub files: Vec<(String, Option<D>)>,
    /// Files in the portal's folder that are none of ours.
    pub foreign: Vec<String>,
}

/// One file of the portal at `address`; `None` where it has none of this path.
///
/// # Errors
/// Where it is there and cannot be read.
pub fn published(destination: &Destination, address: &str, path: &str) -> io::Result<Option<Vec<u8>>> {
    match fs::read(destination.folder().join(address).join(path)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads the portal at `address` whole. `None` where a file cannot be read, or a box is not what its name says.
pub fn standing<D: Send>(
    destination: &Destination,
    address: &str,
    digest: impl Fn(&[u8]) -> D + Sync,
) -> Option<Standing<D>> {
    let portal = destination.folder().join(address);
    let (ours, foreign): (Vec<String>, Vec<String>) =
        existing(&portal).ok()?.into_iter().partition(|path| rank(path).is_some());
    // All files are read to one place, one after the other.
    let read = |bytes: &mut Vec<u8>, path: String| {
        bytes.clear();
        File::open(portal.join(&path)).and_then(|mut file| file.read_to_end(bytes)).ok()?;
        match path.strip_prefix("b/") {
            Some(name) => (BoxName::of(bytes).to_hex() == name).then_some((path, None)),
            None => {
                let digest = digest(bytes);
                Some((path, Some(digest)))
            }
        }
    };
    let files: Option<Vec<_>> = ours.into_par_iter().map_init(Vec::new, read).collect();
    Some(Standing { files: files?, foreign })
}
