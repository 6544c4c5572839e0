//! Where links and pictures lead.

use std::collections::{BTreeMap, HashMap};

use unicode_normalization::UnicodeNormalization;

use crate::check::{self, Check};
use crate::content::attachment::Attachment;
use crate::content::item::Audience;
use crate::content::markdown::{Document, Reference};
use crate::diagnostic::Diagnostic;
use crate::names::{AssetName, PagePath};
use crate::yaml::nearest;

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
    /// Pages that are made from no single file, by path, with their anchors.
    pub(super) fixed: HashMap<String, Vec<&'c str>>,
    /// Files by name.
    pub(super) files: &'c BTreeMap<AssetName, Attachment>,
}

/// A page that a file is made into.
#[derive(Debug)]
pub(super) struct LinkedPage<'c> {
    pub(super) path: &'c PagePath,
    pub(super) anchors: Vec<&'c str>,
    pub(super) audience: &'c Audience,
    pub(super) title: &'c str,
    /// A draft that is left out of this portal.
    pub(super) left_out: bool,
}

/// The item that refers to something.
#[derive(Debug, Clone, Copy)]
pub(super) struct From<'c> {
    /// The folder of its file in the client's folder, without `/` at the end.
    pub(super) folder: &'c str,
    /// Its page.
    pub(super) page: &'c PagePath,
    /// The anchors of its page.
    pub(super) anchors: &'c [&'c str],
    /// Who sees it.
    pub(super) audience: &'c Audience,
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
            return external(written, &scheme, reference.embedded, problem).map_err(Box::new);
        }
        let (path, anchor) = match written.split_once('#') {
            Some((path, anchor)) => (path, Some(decode(anchor))),
            None => (written, None),
        };
        let path = path.split('?').next().unwrap_or_default();
        let found = if path.is_empty() && !reference.embedded {
            self.heading(from.page, from.anchors, anchor)
        } else {
            match join(from.folder, &decode(path)) {
                Some(path) => self.look_up(&path, anchor, reference.embedded, from),
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
        if let Some(page) = self.pages.get(path).filter(|_| !embedded) {
            if page.left_out {
                return Err(Missing {
                    check: None,
                    message: format!("`{path}` is a draft, and drafts are not published"),
                    help: Some("publish it by removing `draft: true`, or take the link out until then".to_owned()),
                });
            }
            if !from.audience.is_within(page.audience) {
                return Err(Missing::restricted(path, page.title));
            }
            return self.heading(page.path, &page.anchors, anchor);
        }
        if let Ok(name) = AssetName::parse(path)
            && self.files.contains_key(&name)
        {
            return Ok(Target::Asset(name));
        }
        let page = format!("/{path}");
        if let (Some(anchors), Ok(page), false) = (self.fixed.get(&page), PagePath::parse(&page), embedded) {
            return self.heading(&page, anchors, anchor);
        }
        Err(self.missing(path, embedded))
    }

    fn heading(&self, page: &PagePath, anchors: &[&str], anchor: Option<String>) -> Result<Target, Missing> {
        let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) else {
            return Ok(Target::Page(page.clone(), None));
        };
        if anchors.contains(&anchor.as_str()) {
            return Ok(Target::Page(page.clone(), Some(anchor)));
        }
        let help = match nearest(&anchor, anchors.iter().copied()) {
            Some(near) => Some(format!("did you mean `#{near}`?")),
            None if anchors.is_empty() => Some("that page has no headings".to_owned()),
            None => {
                let known: Vec<_> = anchors.iter().take(8).map(|anchor| format!("`#{anchor}`")).collect();
                Some(format!("its headings are {}", known.join(", ")))
            }
        };
        let message = format!("there is no heading `#{anchor}` on the page it should stand on");
        Err(Missing { check: Some(&check::BROKEN_ANCHOR), message, help })
    }

    fn missing(&self, path: &str, embedded: bool) -> Missing {
        let file_name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_lowercase();
        let files = self.files.keys().map(AssetName::as_str);
        let mut known: Vec<&str> = self
            .pages
            .iter()
            .filter(|(_, page)| !embedded && !page.left_out)
            .map(|(file, _)| *file)
            .chain(files)
            .collect();
        known.sort_unstable();
        let elsewhere = known.iter().copied().find(|file| file_name(file) == file_name(path));
        let help = match elsewhere.or_else(|| nearest(path, known.iter().copied())) {
            Some(near) => Some(format!("did you mean `{near}`?")),
            None => Some("write the way from this file to that one, such as `../files/plan.pdf`".to_owned()),
        };
        Missing { check: None, message: format!("there is no file `{path}` in the client's folder"), help }
    }
}

/// A reference that leads nowhere.
struct Missing {
    /// `None` for the usual one: a broken link or picture.
    check: Option<&'static Check>,
    message: String,
    help: Option<String>,
}

impl Missing {
    fn outside(written: &str) -> Self {
        Missing {
            check: None,
            message: format!("`{written}` leads out of the client's folder"),
            help: Some("put a copy of the file into the client's folder".to_owned()),
        }
    }

    fn restricted(path: &str, title: &str) -> Self {
        Missing {
            check: Some(&check::RESTRICTED_LINK),
            message: format!("this link would tell everybody about `{title}` (`{path}`), which only some may see"),
            help: Some("take the link out, or give both the same `audience`".to_owned()),
        }
    }
}

fn external(
    written: &str,
    scheme: &str,
    embedded: bool,
    problem: impl Fn(&Check, String) -> Diagnostic,
) -> Result<Target, Diagnostic> {
    match scheme {
        "http" | "https" if embedded => Err(problem(
            &check::EXTERNAL_IMAGE,
            format!("`{written}` lies on another site, and a portal asks no other site for anything"),
        )
        .help("save the picture in the client's folder and refer to that")),
        "http" | "https" | "mailto" | "tel" if !embedded => Ok(Target::External(written.to_owned())),
        _ => Err(problem(&check::UNSAFE_LINK, format!("a link cannot begin with `{scheme}:`"))
            .help("a link leads to a file, to `https:`, `mailto:` or `tel:`")),
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
