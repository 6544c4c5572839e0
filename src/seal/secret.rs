//! Bytes that must not outlive their use or show up in a log.

use std::fmt;

use zeroize::Zeroizing;

use super::encoding::{from_b64, to_b64};

/// A type for one of the keys of the format, so that none is taken for another.
macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name(pub(in crate::seal) crate::seal::secret::Secret<32>);

        impl $name {
            /// Takes the bytes over as a key.
            #[must_use]
            pub fn new(bytes: [u8; 32]) -> Self {
                Self(crate::seal::secret::Secret::new(bytes))
            }

            /// The bytes themselves.
            #[must_use]
            pub fn expose(&self) -> &[u8; 32] {
                self.0.expose()
            }
        }
    };
}

pub(in crate::seal) use key;

/// N secret bytes: overwritten when dropped, and never printed.
#[derive(Clone)]
pub struct Secret<const N: usize>(Zeroizing<[u8; N]>);

impl<const N: usize> Secret<N> {
    /// Takes the bytes over.
    #[must_use]
    pub fn new(bytes: [u8; N]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// N bytes that `fill` writes in place, so that no second copy of them is left on the stack.
    pub fn filled_by(fill: impl FnOnce(&mut [u8; N])) -> Self {
        let mut bytes = Zeroizing::new([0; N]);
        fill(&mut bytes);
        Self(bytes)
    }

    /// Out of canonical base64url; `Err` says whether the spelling or the length is wrong.
    pub(crate) fn from_b64(text: &str) -> Result<Self, SecretError> {
        let bytes = Zeroizing::new(from_b64(text).ok_or(SecretError::Spelling)?);
        let bytes: [u8; N] = bytes.as_slice().try_into().map_err(|_| SecretError::Length)?;
        Ok(Self::new(bytes))
    }

    /// As base64url, in a string that is overwritten when dropped.
    #[must_use]
    pub fn to_b64(&self) -> Zeroizing<String> {
        Zeroizing::new(to_b64(&*self.0))
    }

    /// The bytes themselves.
    #[must_use]
    pub fn expose(&self) -> &[u8; N] {
        &self.0
    }
}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({N} bytes)")
    }
}

/// What is wrong with the base64url text of a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SecretError {
    /// Not base64url, or not in its canonical spelling.
    Spelling,
    /// Another number of bytes.
    Length,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_content() {
        assert_eq!(format!("{:?}", Secret::new([0x41; 32])), "Secret(32 bytes)");
    }
}
