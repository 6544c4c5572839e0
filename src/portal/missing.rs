//! Why a link or a picture leads nowhere, and what was most likely meant.

use super::map::{From, LinkedPage, Map};
use crate::check::{self, Check};
use crate::diagnostic::{Diagnostic, Place};
use crate::source::SourceFile;

/// A reference that leads nowhere.
pub(super) struct Missing {
    /// `None` for the usual one: a broken link or picture.
    pub(super) check: Option<&'static Check>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// Where a file is missing.
#[derive(Debug, Clone, Copy)]
pub(super) enum Room {
    /// Among the client's own files.
    Client,
    /// Among those of all clients.
    Shared,
}

impl Room {
    /// Where `written`, in `file`, leads to. The pictures of what is shared are shared, too; a link may lead from there to
    /// a page of the client's own.
    pub(super) fn of(file: &SourceFile, written: &str, embedded: bool) -> Self {
        let is_shared = embedded && file.path().starts_with("shared/");
        if is_shared || written.contains("../shared/") { Room::Shared } else { Room::Client }
    }
}

impl Missing {
    /// The problem with a picture that a field names at `place`. Nothing can be linked to there instead.
    pub(super) fn at(self, place: Place) -> Diagnostic {
        let help = self.help.filter(|help| help != LINK_TO_IT && help != NO_WAY);
        let help = help.unwrap_or_else(|| "name a PNG, JPEG, WebP or SVG file, such as `photos/mira.jpg`".to_owned());
        self.check.unwrap_or(&check::BROKEN_IMAGE).at(place, self.message).help(help)
    }

    /// A picture of another site.
    pub(super) fn elsewhere(written: &str) -> Self {
        Missing {
            check: Some(&check::EXTERNAL_IMAGE),
            message: format!("`{written}` lies on another site, and a portal asks no other site for anything"),
            help: Some(SAVE_IT.to_owned()),
        }
    }

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
        let help = "a portal has only what lies in its own client's folder; what several clients may see goes into `shared/docs`";
        Missing {
            check: None,
            message: format!("`{written}` leads out of the client's folder"),
            help: Some(help.to_owned()),
        }
    }

    /// `written` has a `\`, which no name in a portal can have.
    pub(super) fn backslash(written: &str) -> Self {
        // In Markdown `\` in front of a sign is only that sign: `..\files` comes as `..files`.
        let slashes = written.replace("%5C", "/").replace("%5c", "/").replace('\\', "/");
        let parts = slashes.split('/').map(|part| match part.strip_prefix("....") {
            Some(rest) => format!("../../{rest}"),
            None => match part.strip_prefix("..").filter(|rest| !rest.is_empty()) {
                Some(rest) => format!("../{rest}"),
                None => part.to_owned(),
            },
        });
        let right = parts.collect::<Vec<_>>().join("/").replace("//", "/");
        Missing {
            check: None,
            message: format!("there is no file `{written}` in the client's folder"),
            help: Some(format!("write `/` between folders: `{right}`")),
        }
    }

    /// A file that a browser does not show as a picture.
    pub(super) fn no_picture(path: &str) -> Self {
        Missing {
            check: None,
            message: format!("`{path}` is not a picture that every browser shows"),
            help: Some(LINK_TO_IT.to_owned()),
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

    pub(super) fn draft(path: &str) -> Self {
        Missing {
            check: None,
            message: format!("`{path}` is a draft, and drafts are not published"),
            help: Some("publish it by removing `draft: true`, or take the link out until then".to_owned()),
        }
    }
}

const NOT_PUBLISHED: &str = "link to a file in `docs` or `files`";

const LINK_TO_IT: &str = "to link to it, leave out the `!`";

const NO_WAY: &str = "write the way from this file to that one, such as `../files/plan.pdf`";

/// What to do about a picture of another site.
pub(super) const SAVE_IT: &str = "save the picture in the client's folder and refer to that";

impl Map<'_> {
    /// Why there is nothing called `anchor` on `page`.
    pub(super) fn missing_heading(&self, page: &LinkedPage<'_>, anchor: &str, from: From<'_>) -> Missing {
        let anchors = || page.anchors.iter().map(|anchor| anchor.id.as_str());
        let near = if from.left_out { None } else { self.known.guess(anchor, anchors()) };
        let help = match near {
            Some(near) => format!("did you mean `#{near}`?"),
            None if page.anchors.is_empty() => "that page has no headings".to_owned(),
            None => {
                let known: Vec<_> = anchors().take(8).map(|anchor| format!("`#{anchor}`")).collect();
                format!("its headings are {}", known.join(", "))
            }
        };
        // The anchors of items have a `.` in them, those of headings never.
        let what = match anchor.contains('.') {
            true => "nothing called",
            false => "no heading",
        };
        Missing {
            check: Some(&check::BROKEN_ANCHOR),
            message: format!("there is {what} `#{anchor}` on the page `{}`", page.path),
            help: Some(help),
        }
    }

    /// Why nothing is found at `path`.
    pub(super) fn missing(&self, path: &str, embedded: bool, from: From<'_>, room: Room) -> Missing {
        if let Some(missing) = self.there_but_no_target(path, embedded) {
            return missing;
        }
        let near = if from.left_out { None } else { self.known.meant(path, embedded) };
        let help = match near.map(|near| (near, way(from.folder, near))) {
            // The message names the way from the client's folder; advice that looks the same helps nobody.
            Some((near, way)) if way == path => format!("did you mean `/{near}`?"),
            Some((_, way)) => format!("did you mean `{way}`?"),
            None => match path.strip_prefix("files/") {
                Some(name) => format!("put `{name}` into the folder `files`, or name a file that is there"),
                None => NO_WAY.to_owned(),
            },
        };
        let room = match room {
            Room::Client => "the client's folder",
            Room::Shared => "the folder `shared`",
        };
        Missing { check: None, message: format!("there is no file `{path}` in {room}"), help: Some(help) }
    }

    /// What is there, and is nothing that can be referred to.
    fn there_but_no_target(&self, path: &str, embedded: bool) -> Option<Missing> {
        let missing = |message: String, help: &str| Some(Missing { check: None, message, help: Some(help.to_owned()) });
        if path.split('/').any(|part| part.starts_with(['.', '_'])) {
            let help = "take the `_` or `.` at the beginning of the name away";
            return missing(format!("`{path}` is not published: names like this one are your own"), help);
        }
        if path.ends_with(".yml") || path == "access.lock" {
            return missing(format!("`{path}` is not published"), NOT_PUBLISHED);
        }
        if self.known.is_folder(path) {
            return missing(format!("`{path}` is a folder, and not a file"), NOT_PUBLISHED);
        }
        if embedded && self.pages.contains_key(path) {
            return missing(format!("`{path}` is a page, and not a picture"), LINK_TO_IT);
        }
        None
    }
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
