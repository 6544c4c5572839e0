//! Associated data: what binds a box to its place. `docs/sealed-format.md`, "The one primitive".

use super::ids::PortalId;

/// What a box is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoxKind {
    /// A person's way to the key of their audience; name: `<iterations>/<hex tag>`.
    Slot,
    /// A person's slot key, kept for the builder; name: `<audience>/<hex tag>`, and 0 in place of the epoch.
    Escrow,
    /// The list of what an audience may read; name: the audience.
    Manifest,
    /// The HTML around every page; name: empty.
    Frame,
    /// One page; name: its path.
    Page,
    /// A shard of the search index; name: its number, from 1.
    Search,
    /// An asset or a part of one; name: its media type, and `#<part>/<parts>` where it was cut.
    Asset,
}

impl BoxKind {
    /// The word for it in associated data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Slot => "slot",
            Self::Escrow => "escrow",
            Self::Manifest => "manifest",
            Self::Frame => "frame",
            Self::Page => "page",
            Self::Search => "search",
            Self::Asset => "asset",
        }
    }
}

/// The associated data of one box: `vestibule/1/<hex portal_id>/<epoch>/<kind>/<name>`.
#[must_use]
pub fn associated_data(portal: PortalId, epoch: u32, kind: BoxKind, name: &str) -> String {
    format!("vestibule/1/{}/{epoch}/{}/{name}", portal.to_hex(), kind.as_str())
}

/// The name of part `part` (from 1) of an asset cut into `parts`; an asset in one piece was not cut, and its name is
/// the media type alone.
#[must_use]
pub fn part_name(media_type: &str, part: usize, parts: usize) -> String {
    if parts == 1 { media_type.to_owned() } else { format!("{media_type}#{part}/{parts}") }
}
