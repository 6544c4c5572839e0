//! Why a link or a picture leads nowhere, and what was most likely meant.

use super::links::{LinkedPage, Map};
use crate::check::{self, Check};
use crate::names::AssetName;
use crate::yaml::nearest;

/// A reference that leads nowhere.
pub(super) struct Missing {
    /// `None` for the usual one: a broken link or picture.
    pub(super) check: Option<&'static Check>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl Missing {
    /// What looks like a web or mail address is one whose beginning was left out.
    pub(super) fn or_unfinished(mut self, written: &str) -> Self {
        let begin = match written {
            _ if self.check.is_some() => return self,
            _ if written.starts_with("www.") => "https://",
            _ if written.contains('@') && !written.contains('/') => "mailto:",
            _ => return self,
        };
        self.help = Some(format!("if another site or a mail address is meant, write `{begin}{written}`"));
        self
    }

    pub(super) fn outside(written: &str) -> Self {
        Missing {
            check: None,
            message: format!("`{written}` leads out of the client's folder"),
            help: Some("put a copy of the file into the client's folder".to_owned()),
        }
    }

    pub(super) fn restricted(path: &str, title: &str) -> Self {
        Missing {
            check: Some(&check::RESTRICTED_LINK),
            message: format!(
                "this link would give away `{title}` (`{path}`): not everybody who reads this page may see that one"
            ),
            help: Some("take the link out, or give both the same `audience`".to_owned()),
        }
    }
}

impl Missing {
    pub(super) fn draft(path: &str) -> Self {
        Missing {
            check: None,
            message: format!("`{path}` is a draft, and drafts are not published"),
            help: Some("publish it by removing `draft: true`, or take the link out until then".to_owned()),
        }
    }

    pub(super) fn heading(page: &LinkedPage<'_>, anchor: &str) -> Self {
        let anchors: Vec<&str> = page.anchors.iter().map(|anchor| anchor.id).collect();
        let help = match nearest(anchor, anchors.iter().copied()) {
            Some(near) => format!("did you mean `#{near}`?"),
            None if anchors.is_empty() => "that page has no headings".to_owned(),
            None => {
                let known: Vec<_> = anchors.iter().take(8).map(|anchor| format!("`#{anchor}`")).collect();
                format!("its headings are {}", known.join(", "))
            }
        };
        Missing {
            check: Some(&check::BROKEN_ANCHOR),
            message: format!("there is no heading `#{anchor}` on the page `{}`", page.path),
            help: Some(help),
        }
    }
}

const NOT_PUBLISHED: &str = "link to a file in `docs` or `files`";

impl Map<'_> {
    /// Why nothing is found at `path`. The reference stands in a file of `folder`.
    pub(super) fn missing(&self, path: &str, embedded: bool, folder: &str) -> Missing {
        if let Some(missing) = self.there_but_no_target(path, embedded) {
            return missing;
        }
        let files = self.files.keys().map(AssetName::as_str);
        let mut known: Vec<&str> = self
            .pages
            .iter()
            .filter(|(_, page)| !embedded && !page.standing.is_some_and(|standing| standing.left_out))
            .map(|(file, _)| *file)
            .chain(files)
            .collect();
        known.sort_unstable();
        let wanted = file_name(path).to_lowercase();
        let elsewhere = known.iter().copied().find(|file| file_name(file).to_lowercase() == wanted);
        let alike = || {
            let name = nearest(&wanted, known.iter().map(|file| file_name(file)))?;
            known.iter().copied().find(|file| file_name(file) == name)
        };
        let help = match elsewhere.or_else(alike) {
            Some(near) => format!("did you mean `{}`?", way(folder, near)),
            None => "write the way from this file to that one, such as `../files/plan.pdf`".to_owned(),
        };
        Missing { check: None, message: format!("there is no file `{path}` in the client's folder"), help: Some(help) }
    }

    /// What is there, and is nothing that can be referred to.
    fn there_but_no_target(&self, path: &str, embedded: bool) -> Option<Missing> {
        let missing = |message: String, help: &str| Some(Missing { check: None, message, help: Some(help.to_owned()) });
        let inside = format!("{path}/");
        let is_folder = self.pages.keys().any(|file| file.starts_with(&inside))
            || self.files.keys().any(|file| file.as_str().starts_with(&inside));
        if path.split('/').any(|part| part.starts_with(['.', '_'])) {
            let help = "take the `_` or `.` at the beginning of the name away";
            return missing(format!("`{path}` is not published: names like this one are your own"), help);
        }
        if path.ends_with(".yml") || path == "access.lock" {
            return missing(format!("`{path}` is not published"), NOT_PUBLISHED);
        }
        if is_folder {
            return missing(format!("`{path}` is a folder, and not a file"), NOT_PUBLISHED);
        }
        if embedded && self.pages.contains_key(path) {
            return missing(format!("`{path}` is a page, and not a picture"), "to link to it, leave out the `!`");
        }
        None
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// How `path` is written in a link that stands in a file of `folder`.
fn way(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to[..to.len() - 1]).take_while(|(from, to)| from == to).count();
    let mut parts = vec![".."; from.len() - shared];
    parts.extend(&to[shared..]);
    parts.join("/")
}
