//! Where links and pictures lead.

use std::borrow::Cow;

use super::known::is_picture;
use super::map::{From, LinkedPage, Map, Standing};
use super::missing::{Missing, Room, SAVE_IT};
use crate::check::{self, Check};
use crate::content::item::Audience;
use crate::content::markdown::{Document, Reference};
use crate::diagnostic::Diagnostic;
use crate::letters::composed;
use crate::names::{AssetName, PagePath};
use crate::percent::decoded;
use crate::source::SourceFile;

/// Where a link or a picture leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Another site, a mail address, a telephone number.
    External(String),
    /// A page of this portal, and a heading on it.
    Page(PagePath, Option<String>),
    /// A file of this portal.
    Asset(AssetName),
    /// Nowhere: reported, and left out.
    Nowhere,
}

impl Map<'_> {
    /// Where `reference`, written in `document`, leads.
    ///
    /// # Errors
    /// Where it leads nowhere, or to what some readers may not know of.
    pub(super) fn follow(
        &self,
        document: &Document,
        reference: &Reference,
        from: From<'_>,
    ) -> Result<Target, Box<Diagnostic>> {
        let problem = |check: &Check, message: String| check.at(document.origin.place(reference.to.span), message);
        let written = without_control_characters(&reference.to.value);
        let written = written.trim();
        if let Some(scheme) = scheme(written) {
            return external(written, &scheme, reference.embedded, from.lenient, problem);
        }
        let (path, anchor) = apart(written);
        let found = if path.is_empty() && !reference.embedded {
            self.heading(from.page, anchor, from)
        } else if path.contains('\\') {
            Err(Missing::backslash(written))
        } else {
            let room = Room::of(document.origin.file(), written, reference.embedded);
            match join(from.folder, &path) {
                // Why the file could not be read has been said.
                Some(path) if self.is_unread(&path) => Ok(Target::Nowhere),
                Some(path) => {
                    let found = self.look_up(&path, anchor, reference.embedded, from, room);
                    found.map_err(|missing| missing.or_unfinished(written))
                }
                None => Err(Missing::outside(written)),
            }
        };
        found.map_err(|missing| {
            let check = match missing.check {
                Some(check) if !from.lenient || check.code == check::RESTRICTED_LINK.code => check,
                _ if from.lenient => &check::BROKEN_LINK_IN_DECISION,
                Some(check) => check,
                None if reference.embedded => &check::BROKEN_IMAGE,
                None => &check::BROKEN_LINK,
            };
            Box::new(problem(check, missing.message).maybe_help(missing.help))
        })
    }

    /// The picture at `path` in the client's folder, named by `file`, for an item that `audience` sees.
    pub(super) fn picture(&self, path: &str, file: &SourceFile, audience: &Audience) -> Result<AssetName, Missing> {
        let from = From { folder: "", page: &self.places["about"], audience, left_out: false, lenient: false };
        let path = path.trim();
        if scheme(path).is_some_and(|scheme| ["http", "https", "//"].contains(&scheme.as_str())) {
            return Err(Missing::elsewhere(path));
        }
        let found = match join("", path) {
            Some(joined) => self.look_up(&joined, None, true, from, Room::of(file, path, true))?,
            None => return Err(Missing::outside(path)),
        };
        match found {
            Target::Asset(name) => Ok(name),
            _ => Err(Missing::no_picture(path)),
        }
    }

    /// Whether there is something at `path` that could not be read, and nothing else in its place.
    fn is_unread(&self, path: &str) -> bool {
        let is_unread = self.unread.contains(path) || self.unread.contains(&format!("{path}.md"));
        is_unread && self.page(path).is_none()
    }

    fn look_up(
        &self,
        path: &str,
        anchor: Option<String>,
        embedded: bool,
        from: From<'_>,
        room: Room,
    ) -> Result<Target, Missing> {
        if let Some(page) = self.page(path).filter(|_| !embedded) {
            admit(&page.standing, from.audience, path)?;
            return self.heading(page, anchor, from);
        }
        if let Ok(name) = AssetName::parse(path)
            && let Some(file) = self.files.get(&name)
        {
            if let Some(item) = &file.item {
                admit(&Standing::of(&file.title, item, self.drafts), from.audience, path)?;
            }
            return if embedded && !is_picture(file) {
                Err(Missing::no_picture(path))
            } else {
                Ok(Target::Asset(name))
            };
        }
        Err(self.missing(path, embedded, from, room))
    }

    /// The page itself, or a place on it.
    fn heading(&self, page: &LinkedPage<'_>, anchor: Option<String>, from: From<'_>) -> Result<Target, Missing> {
        let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) else {
            return Ok(Target::Page(page.path.clone(), None));
        };
        let Some(found) = page.anchors.iter().find(|known| known.id == anchor) else {
            return Err(self.missing_heading(page, &anchor, from));
        };
        if let Some(standing) = &found.standing {
            admit(standing, from.audience, &format!("#{anchor}"))?;
        }
        Ok(Target::Page(page.path.clone(), Some(anchor)))
    }
}

/// The path in the client's folder that a link of `text` names, and the heading; `None` where it leads out of the folder
/// or to another site. Whether anything is there is another question.
pub(super) fn meant(text: &Document, reference: &Reference) -> Option<(String, Option<String>)> {
    let written = without_control_characters(&reference.to.value);
    let written = written.trim();
    if reference.embedded || scheme(written).is_some() {
        return None;
    }
    let (path, anchor) = apart(written);
    // Every file lies in the folder of a client, or in the shared one.
    let (_, file) = text.origin.file().path().split_once('/')?;
    if path.is_empty() {
        return Some((file.trim_end_matches(".yml").to_owned(), anchor));
    }
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some((join(folder, &path)?, anchor))
}

/// The path and the heading that a link within the portal names.
fn apart(written: &str) -> (String, Option<String>) {
    let (path, anchor) = match written.split_once('#') {
        Some((path, anchor)) => (path, Some(decoded(anchor))),
        None => (written, None),
    };
    (decoded(path.split('?').next().unwrap_or_default()), anchor)
}

/// Whether everybody in `audience` may know of an item. `written` is how the reference names it.
fn admit(item: &Standing<'_>, audience: &Audience, written: &str) -> Result<(), Missing> {
    if item.left_out {
        return Err(Missing::draft(written));
    }
    match audience.is_within(&item.audience) {
        true => Ok(()),
        false => Err(Missing::restricted(written, item.title)),
    }
}

fn external(
    written: &str,
    scheme: &str,
    embedded: bool,
    lenient: bool,
    problem: impl Fn(&Check, String) -> Diagnostic,
) -> Result<Target, Box<Diagnostic>> {
    let refuse = |check, message, help: &str| {
        let check = if lenient { &check::BROKEN_LINK_IN_DECISION } else { check };
        Err(Box::new(problem(check, message).help(help)))
    };
    match scheme {
        "http" | "https" if embedded => refuse(
            &check::EXTERNAL_IMAGE,
            format!("`{written}` lies on another site, and a portal asks no other site for anything"),
            SAVE_IT,
        ),
        "http" | "https" | "mailto" | "tel" if !embedded => Ok(Target::External(written.to_owned())),
        "//" => refuse(
            &check::UNSAFE_LINK,
            "a link cannot begin with two slashes".to_owned(),
            "write the whole address of another site, with `https://` in front",
        ),
        _ if embedded => {
            refuse(&check::UNSAFE_LINK, format!("the address of a picture cannot begin with `{scheme}:`"), SAVE_IT)
        }
        _ => refuse(
            &check::UNSAFE_LINK,
            format!("a link cannot begin with `{scheme}:`"),
            "a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
        ),
    }
}

/// The part before the first `:`, in lower case, if it can be a scheme; `//` counts as one too.
fn scheme(written: &str) -> Option<String> {
    if written.starts_with("//") || written.starts_with("\\\\") {
        return Some("//".to_owned());
    }
    let (scheme, _) = written.split_once(':')?;
    let scheme: String = scheme.chars().filter(|c| !c.is_whitespace()).collect();
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// `path` as seen from `folder`, or from the client's folder where it begins with `/`. `None` where it leads out.
///
/// What is shared counts as lying in the client's own folder: `../shared/docs/x.md` is `docs/x.md`.
fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> =
        if path.starts_with('/') || folder.is_empty() { Vec::new() } else { folder.split('/').collect() };
    let mut outside = false;
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.is_empty() && !outside => outside = true,
            ".." => {
                parts.pop()?;
            }
            "shared" if outside => outside = false,
            _ if outside => return None,
            part => parts.push(part),
        }
    }
    (!outside).then(|| composed(parts.join("/")))
}

/// A browser drops these characters before it reads an address, so they must not hide what an address is.
fn without_control_characters(written: &str) -> Cow<'_, str> {
    match written.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_control()) {
        true => Cow::Borrowed(written),
        false => written.chars().filter(|c| !c.is_control()).collect(),
    }
}
