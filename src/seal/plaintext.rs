//! What a client is to read, before it is sealed. These types give their contents to the sealing module alone: a stage
//! that writes files cannot take them, so forgetting to seal does not compile.

use std::fmt;
use std::sync::Arc;

/// Bytes that must be sealed before they go anywhere: a page, a frame, an asset. Cloning shares them.
#[derive(Clone)]
pub struct Plaintext(Arc<dyn AsRef<[u8]> + Send + Sync>);

impl Plaintext {
    /// How many bytes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bytes().len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes().is_empty()
    }

    pub(in crate::seal) fn bytes(&self) -> &[u8] {
        (*self.0).as_ref()
    }
}

impl From<String> for Plaintext {
    fn from(text: String) -> Self {
        Self(Arc::new(text))
    }
}

impl From<Vec<u8>> for Plaintext {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Arc::new(bytes))
    }
}

impl From<Arc<[u8]>> for Plaintext {
    fn from(bytes: Arc<[u8]>) -> Self {
        Self(Arc::new(bytes))
    }
}

impl fmt::Debug for Plaintext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Plaintext({} bytes)", self.len())
    }
}

/// The title of a portal or a page: a short text that is sealed with the manifest.
#[derive(Clone, PartialEq, Eq)]
pub struct Title(String);

impl Title {
    pub(in crate::seal) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Title {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Title {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Title {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Title({} bytes)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_content() {
        assert_eq!(format!("{:?}", Plaintext::from("roadmap".to_owned())), "Plaintext(7 bytes)");
        assert_eq!(format!("{:?}", Title::from("roadmap")), "Title(7 bytes)");
    }
}
