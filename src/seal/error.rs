//! Why a portal cannot be sealed.

use std::fmt;

use super::access_json::MAX_SLOTS;
use crate::names::AudienceId;

/// Why a portal cannot be sealed. Each is something the agency can put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealError {
    /// The slot key of this person does not open: the workspace key is another one than they were added with, or their
    /// lines in `access.lock` were changed.
    Escrow {
        /// Their name.
        person: String,
    },
    /// This person reads as an audience that the portal does not have.
    NoSuchAudience {
        /// Their name.
        person: String,
        /// The audience.
        audience: AudienceId,
    },
    /// Two people have the same tag, which means the same passphrase.
    SameTag {
        /// The one.
        person: String,
        /// The other.
        other: String,
    },
    /// More people than the 8,192 slots an opener accepts.
    TooManyPeople,
    /// An audience occurs twice among the contents.
    AudienceTwice(AudienceId),
    /// A page or a frame is longer than the 64 MiB an opener accepts.
    TooLong {
        /// The path of the page, or the word `frame`.
        what: String,
    },
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Escrow { person } => write!(f, "the key kept for {person} does not open with this workspace key"),
            Self::NoSuchAudience { person, audience } => {
                write!(f, "{person} reads as `{audience}`, and there is no such audience")
            }
            Self::SameTag { person, other } => write!(f, "{person} and {other} have the same passphrase"),
            Self::TooManyPeople => write!(f, "more than {MAX_SLOTS} people have access"),
            Self::AudienceTwice(audience) => write!(f, "the audience `{audience}` occurs twice"),
            Self::TooLong { what } => write!(f, "{what} is longer than 64 MiB"),
        }
    }
}

impl std::error::Error for SealError {}
