//! The checks: which mistakes Vestibule knows, under which code.
//!
//! Each has a file of its own with its code, its severity, a paragraph for whoever meets it, and two small workspaces:
//! one with the mistake, one without. `docs/checks.md` is made from them, and the tests hold the program to them.

mod access_lock;
mod broken_anchor;
mod broken_image;
mod broken_link;
mod duplicate_address;
mod duplicate_field;
mod duplicate_id;
mod duplicate_portal;
mod external_image;
mod file_name;
mod link_on_disk;
mod merge_conflict;
mod misplaced_front_matter;
mod missing_field;
mod no_client_file;
mod nobody_can_open;
mod not_utf8;
mod nul_byte;
mod removed_html;
mod restricted_link;
mod space_in_link;
mod telling_address;
mod template;
mod unclosed_front_matter;
mod unknown_audience;
mod unknown_field;
mod unknown_front_matter;
mod unknown_language;
mod unknown_theme_file;
mod unknown_timezone;
mod unreadable;
mod unsafe_link;
mod wrong_address;
mod wrong_shape;
mod wrong_value;
mod yaml_syntax;
mod yaml_tab;

pub use access_lock::ACCESS_LOCK;
pub use broken_anchor::BROKEN_ANCHOR;
pub use broken_image::BROKEN_IMAGE;
pub use broken_link::BROKEN_LINK;
pub use duplicate_address::DUPLICATE_ADDRESS;
pub use duplicate_field::DUPLICATE_FIELD;
pub use duplicate_id::DUPLICATE_ID;
pub use duplicate_portal::DUPLICATE_PORTAL;
pub use external_image::EXTERNAL_IMAGE;
pub use file_name::FILE_NAME;
pub use link_on_disk::LINK_ON_DISK;
pub use merge_conflict::MERGE_CONFLICT;
pub use misplaced_front_matter::MISPLACED_FRONT_MATTER;
pub use missing_field::MISSING_FIELD;
pub use no_client_file::NO_CLIENT_FILE;
pub use nobody_can_open::NOBODY_CAN_OPEN;
pub use not_utf8::NOT_UTF8;
pub use nul_byte::NUL_BYTE;
pub use removed_html::REMOVED_HTML;
pub use restricted_link::RESTRICTED_LINK;
pub use space_in_link::SPACE_IN_LINK;
pub use telling_address::TELLING_ADDRESS;
pub use template::TEMPLATE;
pub use unclosed_front_matter::UNCLOSED_FRONT_MATTER;
pub use unknown_audience::UNKNOWN_AUDIENCE;
pub use unknown_field::UNKNOWN_FIELD;
pub use unknown_front_matter::UNKNOWN_FRONT_MATTER;
pub use unknown_language::UNKNOWN_LANGUAGE;
pub use unknown_theme_file::UNKNOWN_THEME_FILE;
pub use unknown_timezone::UNKNOWN_TIMEZONE;
pub use unreadable::UNREADABLE;
pub use unsafe_link::UNSAFE_LINK;
pub use wrong_address::WRONG_ADDRESS;
pub use wrong_shape::WRONG_SHAPE;
pub use wrong_value::WRONG_VALUE;
pub use yaml_syntax::YAML_SYNTAX;
pub use yaml_tab::YAML_TAB;

use crate::diagnostic::{Diagnostic, Place, Severity};

/// One kind of mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// The stable name, such as `broken-link`: what other tools refer to.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it is, in a sentence.
    pub title: &'static str,
    /// What it means, why it matters and what to do, for somebody who writes content.
    pub about: &'static str,
    /// Files that make the mistake, put over [`BASE`].
    pub bad: Files,
    /// What is said about them: `file:line:column severity[code] message | help`.
    pub expect: &'static [&'static str],
    /// Files put over [`BASE`] that say the same without the mistake.
    pub good: Files,
}

/// Files by their path in a workspace.
pub type Files = &'static [(&'static str, Contents)];

/// What lies at a path in an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contents {
    /// A text, line by line.
    Lines(&'static [&'static str]),
    /// A file that is no text, or no proper one.
    Bytes(&'static [u8]),
    /// A folder.
    Folder,
    /// A link on disk to another path.
    LinkTo(&'static str),
}

/// An `access.lock` that lets one person in, for examples.
const LOCK: &[&str] = &[
    "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1",
    "epoch: 1",
    "epoch_id: 00112233445566778899aabbccddeeff",
    "salt: AAECAwQFBgcICQoLDA0ODw",
    "iterations: 600000",
    "people:",
    "  - name: Tom Baert",
    "    id: 0f1e2d3c4b5a6978",
    "    audience: client",
    "    kind: passphrase",
    "    serial: 1",
    "    created: 2026-11-21",
    "    tag: 00112233445566778899aabbccddeeff",
    "    escrow: AAECAwQFBgcICQoLDA0ODw",
];

/// The workspace that every example changes: an agency with one client.
pub static BASE: Files = &[
    ("vestibule.yml", Contents::Lines(&["name: Linden Studio"])),
    ("acme/client.yml", Contents::Lines(&["name: Acme", "project: New shop", "address: harbour-42"])),
];

impl Check {
    /// This mistake, found at `place`. `message` is lower case without a full stop.
    pub fn at(&self, place: Place, message: impl Into<String>) -> Diagnostic {
        Diagnostic { code: self.code, severity: self.severity, message: message.into(), place, help: None }
    }
}

/// Every check, sorted by code.
pub static ALL: &[&Check] = &[
    &ACCESS_LOCK,
    &BROKEN_ANCHOR,
    &BROKEN_IMAGE,
    &BROKEN_LINK,
    &DUPLICATE_ADDRESS,
    &DUPLICATE_FIELD,
    &DUPLICATE_ID,
    &DUPLICATE_PORTAL,
    &EXTERNAL_IMAGE,
    &FILE_NAME,
    &LINK_ON_DISK,
    &MERGE_CONFLICT,
    &MISPLACED_FRONT_MATTER,
    &MISSING_FIELD,
    &NO_CLIENT_FILE,
    &NOBODY_CAN_OPEN,
    &NOT_UTF8,
    &NUL_BYTE,
    &REMOVED_HTML,
    &RESTRICTED_LINK,
    &SPACE_IN_LINK,
    &TELLING_ADDRESS,
    &TEMPLATE,
    &UNCLOSED_FRONT_MATTER,
    &UNKNOWN_AUDIENCE,
    &UNKNOWN_FIELD,
    &UNKNOWN_FRONT_MATTER,
    &UNKNOWN_LANGUAGE,
    &UNKNOWN_THEME_FILE,
    &UNKNOWN_TIMEZONE,
    &UNREADABLE,
    &UNSAFE_LINK,
    &WRONG_ADDRESS,
    &WRONG_SHAPE,
    &WRONG_VALUE,
    &YAML_SYNTAX,
    &YAML_TAB,
];
