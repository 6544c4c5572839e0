//! The checks: which mistakes Vestibule knows, under which code.
//!
//! Each has a file of its own with its code, its severity, a paragraph for whoever meets it, and two small workspaces:
//! one with the mistake, one without. `docs/checks.md` is made from them, and the tests hold the program to them.

mod access_lock;
mod ambiguous_term;
mod approval_without_until;
mod blame;
mod broken_anchor;
mod broken_image;
mod broken_link;
mod broken_link_in_decision;
mod circular_needs;
mod colon_in_value;
mod covered_file;
mod decision_overdue;
mod duplicate_address;
mod duplicate_field;
mod duplicate_id;
mod duplicate_number;
mod duplicate_portal;
mod empty_link;
mod end_before_start;
mod external_image;
mod file_name;
mod future_date;
mod go_live_without_buffer;
mod green_while_overdue;
mod hash_in_value;
mod health_without_reason;
mod invisible_character;
mod link_on_disk;
mod list_without_brackets;
mod long_sentence;
mod long_summary;
mod merge_conflict;
mod misplaced_file;
mod misplaced_front_matter;
mod missing_field;
mod missing_plural;
mod misspelt_status;
mod move_from_nowhere;
mod move_without_reason;
mod moves_out_of_order;
mod needs_too_late;
mod no_backup;
mod no_client_file;
mod no_primary;
mod no_solution;
mod nobody_can_open;
mod not_a_decision;
mod not_a_field;
mod not_a_heading;
mod not_a_link;
mod not_a_list;
mod not_a_table;
mod not_utf8;
mod nul_byte;
mod outdated_theme_file;
mod owner_left;
mod pale_accent;
mod person_not_known;
mod person_not_public;
mod placeholder;
mod rejected_without_why;
mod removed_html;
mod restricted_link;
mod second_primary;
mod space_in_link;
mod split_by_comma;
mod telling_address;
mod template;
mod unclosed_front_matter;
mod unexplained_acronym;
mod unknown_audience;
mod unknown_field;
mod unknown_front_matter;
mod unknown_language;
mod unknown_reference;
mod unknown_status;
mod unknown_theme_file;
mod unknown_timezone;
mod unknown_word;
mod unreadable;
mod unsafe_link;
mod unused_term;
mod update_name;
mod update_overdue;
mod wrong_address;
mod wrong_date;
mod wrong_shape;
mod wrong_value;
mod yaml_syntax;
mod yaml_tab;

pub use access_lock::ACCESS_LOCK;
pub use ambiguous_term::AMBIGUOUS_TERM;
pub use approval_without_until::APPROVAL_WITHOUT_UNTIL;
pub use blame::BLAME;
pub use broken_anchor::BROKEN_ANCHOR;
pub use broken_image::BROKEN_IMAGE;
pub use broken_link::BROKEN_LINK;
pub use broken_link_in_decision::BROKEN_LINK_IN_DECISION;
pub use circular_needs::CIRCULAR_NEEDS;
pub use colon_in_value::COLON_IN_VALUE;
pub use covered_file::COVERED_FILE;
pub use decision_overdue::DECISION_OVERDUE;
pub use duplicate_address::DUPLICATE_ADDRESS;
pub use duplicate_field::DUPLICATE_FIELD;
pub use duplicate_id::DUPLICATE_ID;
pub use duplicate_number::DUPLICATE_NUMBER;
pub use duplicate_portal::DUPLICATE_PORTAL;
pub use empty_link::EMPTY_LINK;
pub use end_before_start::END_BEFORE_START;
pub use external_image::EXTERNAL_IMAGE;
pub use file_name::FILE_NAME;
pub use future_date::FUTURE_DATE;
pub use go_live_without_buffer::GO_LIVE_WITHOUT_BUFFER;
pub use green_while_overdue::GREEN_WHILE_OVERDUE;
pub use hash_in_value::HASH_IN_VALUE;
pub use health_without_reason::HEALTH_WITHOUT_REASON;
pub use invisible_character::INVISIBLE_CHARACTER;
pub use link_on_disk::LINK_ON_DISK;
pub use list_without_brackets::LIST_WITHOUT_BRACKETS;
pub use long_sentence::LONG_SENTENCE;
pub use long_summary::LONG_SUMMARY;
pub use merge_conflict::MERGE_CONFLICT;
pub use misplaced_file::MISPLACED_FILE;
pub use misplaced_front_matter::MISPLACED_FRONT_MATTER;
pub use missing_field::MISSING_FIELD;
pub use missing_plural::MISSING_PLURAL;
pub use misspelt_status::MISSPELT_STATUS;
pub use move_from_nowhere::MOVE_FROM_NOWHERE;
pub use move_without_reason::MOVE_WITHOUT_REASON;
pub use moves_out_of_order::MOVES_OUT_OF_ORDER;
pub use needs_too_late::NEEDS_TOO_LATE;
pub use no_backup::NO_BACKUP;
pub use no_client_file::NO_CLIENT_FILE;
pub use no_primary::NO_PRIMARY;
pub use no_solution::NO_SOLUTION;
pub use nobody_can_open::NOBODY_CAN_OPEN;
pub use not_a_decision::NOT_A_DECISION;
pub use not_a_field::NOT_A_FIELD;
pub use not_a_heading::NOT_A_HEADING;
pub use not_a_link::NOT_A_LINK;
pub use not_a_list::NOT_A_LIST;
pub use not_a_table::NOT_A_TABLE;
pub use not_utf8::NOT_UTF8;
pub use nul_byte::NUL_BYTE;
pub use outdated_theme_file::OUTDATED_THEME_FILE;
pub use owner_left::OWNER_LEFT;
pub use pale_accent::PALE_ACCENT;
pub use person_not_known::PERSON_NOT_KNOWN;
pub use person_not_public::PERSON_NOT_PUBLIC;
pub use placeholder::PLACEHOLDER;
pub use rejected_without_why::REJECTED_WITHOUT_WHY;
pub use removed_html::REMOVED_HTML;
pub use restricted_link::RESTRICTED_LINK;
pub use second_primary::SECOND_PRIMARY;
pub use space_in_link::SPACE_IN_LINK;
pub use split_by_comma::SPLIT_BY_COMMA;
pub use telling_address::TELLING_ADDRESS;
pub use template::TEMPLATE;
pub use unclosed_front_matter::UNCLOSED_FRONT_MATTER;
pub use unexplained_acronym::UNEXPLAINED_ACRONYM;
pub use unknown_audience::UNKNOWN_AUDIENCE;
pub use unknown_field::UNKNOWN_FIELD;
pub use unknown_front_matter::UNKNOWN_FRONT_MATTER;
pub use unknown_language::UNKNOWN_LANGUAGE;
pub use unknown_reference::UNKNOWN_REFERENCE;
pub use unknown_status::UNKNOWN_STATUS;
pub use unknown_theme_file::UNKNOWN_THEME_FILE;
pub use unknown_timezone::UNKNOWN_TIMEZONE;
pub use unknown_word::UNKNOWN_WORD;
pub use unreadable::UNREADABLE;
pub use unsafe_link::UNSAFE_LINK;
pub use unused_term::UNUSED_TERM;
pub use update_name::UPDATE_NAME;
pub use update_overdue::UPDATE_OVERDUE;
pub use wrong_address::WRONG_ADDRESS;
pub use wrong_date::WRONG_DATE;
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

/// A `people.yml` with whoever examples need: those whom clients turn to, one of whom clients are not told, and two of
/// the client's, of whom one left.
const PEOPLE: &[&str] = &[
    "- name: Mira Vos",
    "  side: us",
    "  primary: true",
    "- name: Joost Linden",
    "  side: us",
    "  backup: true",
    "- name: Ada Quill",
    "  side: us",
    "  public: false",
    "- name: Tom Baert",
    "  side: client",
    "- name: Noor Claes",
    "  side: client",
    "  left: true",
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
    &AMBIGUOUS_TERM,
    &APPROVAL_WITHOUT_UNTIL,
    &BLAME,
    &BROKEN_ANCHOR,
    &BROKEN_IMAGE,
    &BROKEN_LINK,
    &BROKEN_LINK_IN_DECISION,
    &CIRCULAR_NEEDS,
    &COLON_IN_VALUE,
    &COVERED_FILE,
    &DECISION_OVERDUE,
    &DUPLICATE_ADDRESS,
    &DUPLICATE_FIELD,
    &DUPLICATE_ID,
    &DUPLICATE_NUMBER,
    &DUPLICATE_PORTAL,
    &EMPTY_LINK,
    &END_BEFORE_START,
    &EXTERNAL_IMAGE,
    &FILE_NAME,
    &FUTURE_DATE,
    &GO_LIVE_WITHOUT_BUFFER,
    &GREEN_WHILE_OVERDUE,
    &HASH_IN_VALUE,
    &HEALTH_WITHOUT_REASON,
    &INVISIBLE_CHARACTER,
    &LINK_ON_DISK,
    &LIST_WITHOUT_BRACKETS,
    &LONG_SENTENCE,
    &LONG_SUMMARY,
    &MERGE_CONFLICT,
    &MISPLACED_FILE,
    &MISPLACED_FRONT_MATTER,
    &MISSING_FIELD,
    &MISSING_PLURAL,
    &MISSPELT_STATUS,
    &MOVE_FROM_NOWHERE,
    &MOVE_WITHOUT_REASON,
    &MOVES_OUT_OF_ORDER,
    &NEEDS_TOO_LATE,
    &NO_BACKUP,
    &NO_CLIENT_FILE,
    &NO_PRIMARY,
    &NO_SOLUTION,
    &NOBODY_CAN_OPEN,
    &NOT_A_DECISION,
    &NOT_A_FIELD,
    &NOT_A_HEADING,
    &NOT_A_LINK,
    &NOT_A_LIST,
    &NOT_A_TABLE,
    &NOT_UTF8,
    &NUL_BYTE,
    &OUTDATED_THEME_FILE,
    &OWNER_LEFT,
    &PALE_ACCENT,
    &PERSON_NOT_KNOWN,
    &PERSON_NOT_PUBLIC,
    &PLACEHOLDER,
    &REJECTED_WITHOUT_WHY,
    &REMOVED_HTML,
    &RESTRICTED_LINK,
    &SECOND_PRIMARY,
    &SPACE_IN_LINK,
    &SPLIT_BY_COMMA,
    &TELLING_ADDRESS,
    &TEMPLATE,
    &UNCLOSED_FRONT_MATTER,
    &UNEXPLAINED_ACRONYM,
    &UNKNOWN_AUDIENCE,
    &UNKNOWN_FIELD,
    &UNKNOWN_FRONT_MATTER,
    &UNKNOWN_LANGUAGE,
    &UNKNOWN_REFERENCE,
    &UNKNOWN_STATUS,
    &UNKNOWN_THEME_FILE,
    &UNKNOWN_TIMEZONE,
    &UNKNOWN_WORD,
    &UNREADABLE,
    &UNSAFE_LINK,
    &UNUSED_TERM,
    &UPDATE_NAME,
    &UPDATE_OVERDUE,
    &WRONG_ADDRESS,
    &WRONG_DATE,
    &WRONG_SHAPE,
    &WRONG_VALUE,
    &YAML_SYNTAX,
    &YAML_TAB,
];
