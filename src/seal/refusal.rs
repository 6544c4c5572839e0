//! Why an opener refuses: one list for Rust and JavaScript. `docs/sealed-format.md`, "Every opener refuses".

use std::fmt;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        /// Why a published portal is not opened. The order of the variants is the order of the checks within one file.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Refusal {
            $($(#[$doc])* $name,)*
            /// The slot says that this person's access has ended, and on which day (`YYYY-MM-DD`).
            Ended(String),
        }

        impl Refusal {
            /// The stable code, the same in every opener.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                    Self::Ended(_) => "ended",
                }
            }

            /// Every code there is, for tests that have to cover them all.
            pub const CODES: &'static [&'static str] = &[$($code,)* "ended"];
        }
    };
}

refusals! {
    /// `access.json` or a manifest is not JSON of the expected shape.
    NotJson = "not-json";
    /// `access.json` is of another version.
    Version = "version";
    /// The portal id is not 32 lower-case hex digits.
    Portal = "portal";
    /// The epoch is not a plain JSON integer from 1 to 2³²−1, or its id is not 32 lower-case hex digits.
    Epoch = "epoch";
    /// Not one or two key derivations, or one of an unknown name.
    Kdf = "kdf";
    /// The iterations are not a plain JSON integer, or out of bounds.
    Iterations = "iterations";
    /// The salt is not 16 bytes.
    Salt = "salt";
    /// A base64url text is not in its canonical spelling.
    Base64 = "base64";
    /// A slot's tag is not 32 lower-case hex digits.
    SlotTag = "slot-tag";
    /// Two slots have the same tag.
    DuplicateTag = "duplicate-tag";
    /// More slots than an opener accepts.
    SlotCount = "slot-count";
    /// A slot's box is not 176 bytes.
    SlotSize = "slot-size";
    /// The passphrase is empty once it is normal.
    EmptyPassphrase = "empty-passphrase";
    /// No slot belongs to the passphrase.
    WrongPassphrase = "wrong-passphrase";
    /// The slot opens, and what is in it is not as specified.
    Slot = "slot";
    /// A file that should be there is not.
    Missing = "missing";
    /// A box whose name is not its hash.
    BoxName = "box-name";
    /// The tag of AES-GCM or the siv does not match.
    Seal = "seal";
    /// A frame with flags of unknown meaning.
    Flags = "flags";
    /// A frame whose length points beyond its end.
    Length = "length";
    /// A frame that is not of the padded size of its contents.
    FrameSize = "frame-size";
    /// A frame with padding other than zeros.
    Padding = "padding";
    /// Compressed contents that are not exactly one gzip member.
    Gzip = "gzip";
    /// More contents than an opener accepts.
    Inflated = "inflated";
    /// A manifest of another version.
    ManifestVersion = "manifest-version";
    /// A manifest of another portal.
    ManifestPortal = "manifest-portal";
    /// A manifest of another epoch.
    ManifestEpoch = "manifest-epoch";
    /// A manifest of another audience.
    ManifestAudience = "manifest-audience";
    /// An audience, a page path, an asset name or the name of a box outside the grammar.
    Name = "name";
    /// An asset without parts, or with parts that do not add up to its size.
    Parts = "parts";
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ended(day) => return write!(f, "this access ended on {day}"),
            Self::WrongPassphrase => "the passphrase does not belong to this portal",
            Self::EmptyPassphrase => "the passphrase is empty",
            Self::Version | Self::ManifestVersion => {
                "it was written in a version of the format that this program does not know"
            }
            Self::Missing => "it is missing",
            Self::BoxName | Self::Seal => "it was changed or damaged",
            Self::ManifestPortal | Self::ManifestEpoch | Self::ManifestAudience => "it belongs to something else",
            _ => return write!(f, "it is not as the sealed format wants it ({})", self.code()),
        })
    }
}

impl std::error::Error for Refusal {}
