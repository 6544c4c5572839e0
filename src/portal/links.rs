//! Where links and pictures lead.

use std::collections::{BTreeMap, HashMap};

use unicode_normalization::UnicodeNormalization;

use super::missing::Missing;
use crate::check::{self, Check};
use crate::content::attachment::Attachment;
use crate::content::item::Audience;
use crate::content::markdown::{Document, Reference};
use crate::diagnostic::Diagnostic;
use crate::names::{AssetName, PagePath};

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

/// All that can be linked to in one client's folder.
#[derive(Debug)]
pub(super) struct Map<'c> {
    /// Pages by the file they are made from.
    pub(super) pages: HashMap<&'c str, LinkedPage<'c>>,
    /// Pages that are made from many files, by path.
    pub(super) places: HashMap<&'static str, LinkedPage<'c>>,
    /// Files by name.
    pub(super) files: &'c BTreeMap<AssetName, Attachment>,
}

/// A page that can be linked to.
#[derive(Debug)]
pub(super) struct LinkedPage<'c> {
    pub(super) path: PagePath,
    pub(super) anchors: Vec<Anchor<'c>>,
    /// `None` for a page that is made from many files: it exists for everybody, with what they may see.
    pub(super) standing: Option<Standing<'c>>,
}

/// A place on a page.
#[derive(Debug)]
pub(super) struct Anchor<'c> {
    pub(super) id: &'c str,
    /// An item of its own, such as a term of the glossary; `None` for a heading.
    pub(super) standing: Option<Standing<'c>>,
}

/// Whether an item may be linked to, and from where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'c> {
    pub(super) title: &'c str,
    pub(super) audience: &'c Audience,
    /// A draft that is left out of this portal.
    pub(super) left_out: bool,
}

/// The item that refers to something.
#[derive(Debug, Clone, Copy)]
pub(super) struct From<'c> {
    /// The folder of its file in the client's folder, without `/` at the end.
    pub(super) folder: &'c str,
    /// Its page.
    pub(super) page: &'c LinkedPage<'c>,
    /// Who sees it.
    pub(super) audience: &'c Audience,
}

impl Standing<'_> {
    /// Whether everybody in `audience` may know of the item. `written` is how the reference names it.
    fn admit(self, audience: &Audience, written: &str) -> Result<(), Missing> {
        if self.left_out {
            return Err(Missing::draft(written));
        }
        match audience.is_within(self.audience) {
            true => Ok(()),
            false => Err(Missing::restricted(written, self.title)),
        }
    }
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
        // A browser drops these characters before it reads an address, so they must not hide what an address is.
        let written: String = reference.to.value.chars().filter(|c| !c.is_control()).collect();
        let written = written.trim();
        if let Some(scheme) = scheme(written) {
            return external(written, &scheme, reference.embedded, problem);
        }
        let (path, anchor) = match written.split_once('#') {
            Some((path, anchor)) => (path, Some(decode(anchor))),
            None => (written, None),
        };
        let path = path.split('?').next().unwrap_or_default();
        let found = if path.is_empty() && !reference.embedded {
            heading(from.page, anchor, from)
        } else {
            match join(from.folder, &decode(path)) {
                Some(path) => {
                    let found = self.look_up(&path, anchor, reference.embedded, from);
                    found.map_err(|missing| missing.or_unfinished(written))
                }
                None => Err(Missing::outside(written)),
            }
        };
        found.map_err(|missing| {
            let check = match missing.check {
                Some(check) => check,
                None if reference.embedded => &check::BROKEN_IMAGE,
                None => &check::BROKEN_LINK,
            };
            Box::new(problem(check, missing.message).maybe_help(missing.help))
        })
    }

    fn look_up(&self, path: &str, anchor: Option<String>, embedded: bool, from: From<'_>) -> Result<Target, Missing> {
        if let Some(page) = self.page(path).filter(|_| !embedded) {
            if let Some(standing) = page.standing {
                standing.admit(from.audience, path)?;
            }
            return heading(page, anchor, from);
        }
        if let Ok(name) = AssetName::parse(path)
            && self.files.contains_key(&name)
        {
            return Ok(Target::Asset(name));
        }
        Err(self.missing(path, embedded, from.folder))
    }

    /// A page by the file it is made from, or by its path in the portal.
    fn page(&self, path: &str) -> Option<&LinkedPage<'_>> {
        // Without a term there is no glossary to go to.
        let place = self.places.get(path).filter(|page| path != "glossary" || !page.anchors.is_empty());
        self.pages.get(path).or(place).or_else(|| {
            let file = format!("{path}.md");
            self.pages.get(file.as_str())
        })
    }
}

/// The page itself, or a place on it.
fn heading(page: &LinkedPage<'_>, anchor: Option<String>, from: From<'_>) -> Result<Target, Missing> {
    let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) else {
        return Ok(Target::Page(page.path.clone(), None));
    };
    if let Some(found) = page.anchors.iter().find(|known| known.id == anchor) {
        if let Some(standing) = found.standing {
            standing.admit(from.audience, &format!("#{anchor}"))?;
        }
        return Ok(Target::Page(page.path.clone(), Some(anchor)));
    }
    Err(Missing::heading(page, &anchor))
}

fn external(
    written: &str,
    scheme: &str,
    embedded: bool,
    problem: impl Fn(&Check, String) -> Diagnostic,
) -> Result<Target, Box<Diagnostic>> {
    let refuse = |check, message, help: &str| Err(Box::new(problem(check, message).help(help)));
    match scheme {
        "http" | "https" if embedded => refuse(
            &check::EXTERNAL_IMAGE,
            format!("`{written}` lies on another site, and a portal asks no other site for anything"),
            "save the picture in the client's folder and refer to that",
        ),
        "http" | "https" | "mailto" | "tel" if !embedded => Ok(Target::External(written.to_owned())),
        "//" => refuse(
            &check::UNSAFE_LINK,
            "a link cannot begin with two slashes".to_owned(),
            "write the whole address of another site, with `https://` in front",
        ),
        _ if embedded => refuse(
            &check::UNSAFE_LINK,
            format!("the address of a picture cannot begin with `{scheme}:`"),
            "save the picture in the client's folder and refer to that",
        ),
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
fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> =
        if path.starts_with('/') || folder.is_empty() { Vec::new() } else { folder.split('/').collect() };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/").nfc().collect())
}

/// Percent-decoding, as far as it gives text.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match hex {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}
