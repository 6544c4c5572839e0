//! What the files of one client are called, to say what a reference that leads nowhere was most likely meant to be.

use std::collections::{BTreeMap, HashSet};

use crate::content::attachment::Attachment;
use crate::names::AssetName;
use crate::spelling::Guesser;

/// The files of one client by name, made once for all references.
#[derive(Debug)]
pub(super) struct Known<'c> {
    folders: HashSet<&'c str>,
    targets: Names<'c>,
    pictures: Names<'c>,
    guesser: Guesser,
}

/// Paths by the file name in lower case; of several with one name the first of the alphabet.
type Names<'c> = BTreeMap<String, &'c str>;

impl<'c> Known<'c> {
    /// `pages` can be linked to; `hidden` ones are in the folder and cannot.
    pub(super) fn of(
        pages: Vec<&'c str>,
        hidden: impl Iterator<Item = &'c str>,
        files: &'c BTreeMap<AssetName, Attachment>,
    ) -> Self {
        let pictures = files.iter().filter(|(_, file)| is_picture(file)).map(|(name, _)| name.as_str()).collect();
        let targets: Vec<&str> = pages.into_iter().chain(files.keys().map(AssetName::as_str)).collect();
        Known {
            folders: targets.iter().copied().chain(hidden).flat_map(folders_above).collect(),
            targets: by_name(targets),
            pictures: by_name(pictures),
            guesser: Guesser::new(),
        }
    }

    /// Whether something lies in a folder of this path.
    pub(super) fn is_folder(&self, path: &str) -> bool {
        self.folders.contains(path)
    }

    /// The file that is called like the one at `path`, in another folder or with other capital letters, or nearly so.
    pub(super) fn meant(&self, path: &str, picture: bool) -> Option<&'c str> {
        let names = if picture { &self.pictures } else { &self.targets };
        let wanted = file_name(path).to_lowercase();
        // The address of a page does without `.md`.
        let page = (!picture && !wanted.contains('.')).then(|| format!("{wanted}.md"));
        let spellings = || std::iter::once(&wanted).chain(&page);
        let guessed = |one: &String| names.get(self.guess(one, names.keys().map(String::as_str))?).copied();
        spellings().find_map(|one| names.get(one).copied()).or_else(|| spellings().find_map(guessed))
    }

    /// The word that `word` was most likely meant to be, as long as there are guesses left.
    pub(super) fn guess<'w>(&self, word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
        self.guesser.guess(word, words)
    }
}

/// Whether a browser shows the file as a picture.
pub(super) fn is_picture(file: &Attachment) -> bool {
    file.media_type.starts_with("image/")
}

fn by_name(mut paths: Vec<&str>) -> Names<'_> {
    paths.sort_unstable();
    let mut names = Names::new();
    for path in paths {
        names.entry(file_name(path).to_lowercase()).or_insert(path);
    }
    names
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// `docs/guides` and `docs` for `docs/guides/setup.md`.
fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
