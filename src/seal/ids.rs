//! The public identifiers of the format: portal, epoch, salt, person, slot tag. None of them is a secret.

use std::fmt;

use super::encoding::{from_b64, from_hex, to_b64, to_hex};
use super::entropy::{Entropy, draw};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $size:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $size]);

        impl $name {
            /// A new one, at random.
            pub fn generate(entropy: &mut dyn Entropy) -> Self {
                Self(draw(entropy))
            }

            /// Out of lower-case hex of exactly the right length; `None` for anything else.
            #[must_use]
            pub fn from_hex(text: &str) -> Option<Self> {
                from_hex(text).map(Self)
            }

            /// As lower-case hex.
            #[must_use]
            pub fn to_hex(&self) -> String {
                to_hex(&self.0)
            }

            /// Out of canonical base64url without padding, of exactly the right length; `None` for anything else.
            #[must_use]
            pub fn from_b64(text: &str) -> Option<Self> {
                from_b64(text)?.try_into().ok().map(Self)
            }

            /// As base64url without padding.
            #[must_use]
            pub fn to_b64(&self) -> String {
                to_b64(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.to_hex())
            }
        }
    };
}

id! {
    /// What a portal is called in keys and associated data: 16 random bytes, made once per portal.
    PortalId, 16
}

id! {
    /// What makes two epochs of the same number different: 16 bytes drawn anew at every raise.
    EpochId, 16
}

id! {
    /// The salt of PBKDF2: 16 random bytes, made once per portal.
    Salt, 16
}

id! {
    /// The id of a person with access: 8 random bytes.
    PersonId, 8
}

id! {
    /// The tag by which a person's slot is found: 16 bytes derived from their passphrase.
    Tag, 16
}

/// One generation of a portal's keys: a number from 1 up, and the random id that belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Epoch {
    number: u32,
    id: EpochId,
}

impl Epoch {
    /// The epoch with this number and id; `None` for number 0.
    #[must_use]
    pub fn new(number: u32, id: EpochId) -> Option<Self> {
        (number >= 1).then_some(Self { number, id })
    }

    /// The first epoch of a new portal.
    pub fn first(entropy: &mut dyn Entropy) -> Self {
        Self { number: 1, id: EpochId::generate(entropy) }
    }

    /// The number, at least 1.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The random id.
    #[must_use]
    pub fn id(&self) -> EpochId {
        self.id
    }
}
