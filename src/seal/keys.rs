//! The keys of the agency: from the workspace key down to one audience. `docs/sealed-format.md`, "Keys".

use std::fmt;

use zeroize::Zeroizing;

use super::encoding::{to_b64, to_hex};
use super::entropy::{Entropy, draw};
use super::hkdf::{derive, derive_public, derive_secret};
use super::ids::{Epoch, PersonId, PortalId, Tag};
use super::primitive::Root;
use super::secret::{Secret, SecretError, key};
use crate::names::AudienceId;

/// Why a text is not a workspace key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyError {
    /// Not base64url without padding, in its canonical spelling.
    Spelling,
    /// Not 32 bytes.
    Length,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Spelling => "the key is not base64url without padding",
            Self::Length => "the key is not 32 bytes (43 characters) long",
        })
    }
}

impl std::error::Error for KeyError {}

impl From<SecretError> for KeyError {
    fn from(error: SecretError) -> Self {
        match error {
            SecretError::Spelling => Self::Spelling,
            SecretError::Length => Self::Length,
        }
    }
}

/// WK: the one secret of an agency, from which all keys of its portals follow.
#[derive(Debug, Clone)]
pub struct WorkspaceKey(Secret<32>);

impl WorkspaceKey {
    /// A new one.
    pub fn generate(entropy: &mut dyn Entropy) -> Self {
        Self(Secret::new(draw(entropy)))
    }

    /// Out of the 43 characters of the key file or of `VESTIBULE_KEY`.
    ///
    /// # Errors
    /// Anything but the canonical base64url of 32 bytes. White space around it is not stripped here.
    pub fn from_b64(text: &str) -> Result<Self, KeyError> {
        Ok(Self(Secret::from_b64(text)?))
    }

    /// As 43 characters, for the key file.
    #[must_use]
    pub fn to_b64(&self) -> Zeroizing<String> {
        self.0.to_b64()
    }

    /// A key for something that is no portal.
    pub(super) fn derive(&self, info: &[u8]) -> Secret<32> {
        derive_secret(self.0.expose(), b"", &[info])
    }
}

/// PMK and what follows from it: everything the builder needs to seal one portal.
pub struct PortalKeys {
    portal: PortalId,
    master: Secret<32>,
    escrow: Root,
}

impl PortalKeys {
    /// The keys of this portal in the workspace with this key.
    #[must_use]
    pub fn new(workspace: &WorkspaceKey, portal: PortalId) -> Self {
        let master = derive_secret(workspace.0.expose(), &portal.0, &[b"vestibule/1/portal"]);
        let escrow = Root::new(derive_secret(master.expose(), b"", &[b"vestibule/1/escrow"]));
        Self { portal, master, escrow }
    }

    /// The portal these keys belong to.
    #[must_use]
    pub fn portal(&self) -> PortalId {
        self.portal
    }

    /// AK: the key of one audience in one epoch.
    #[must_use]
    pub fn audience(&self, epoch: &Epoch, audience: &AudienceId) -> AudienceKey {
        let info: &[&[u8]] = &[b"vestibule/1/audience", &epoch.number().to_be_bytes(), audience.as_str().as_bytes()];
        AudienceKey(derive_secret(self.master.expose(), &epoch.id().0, info))
    }

    /// FK: the root under which all contents of one epoch are sealed.
    #[must_use]
    pub fn files(&self, epoch: &Epoch) -> Root {
        let info: &[&[u8]] = &[b"vestibule/1/files", &epoch.number().to_be_bytes()];
        Root::new(derive_secret(self.master.expose(), &epoch.id().0, info))
    }

    /// EK: the root under which people's slot keys are kept for the builder.
    #[must_use]
    pub fn escrow(&self) -> &Root {
        &self.escrow
    }

    /// The seed of the Ed25519 key that signs what is published.
    #[must_use]
    pub fn signing_seed(&self) -> Secret<32> {
        derive_secret(self.master.expose(), b"", &[b"vestibule/1/sign"])
    }

    /// The passphrase in a person's link: 22 characters, the same every time, stored nowhere.
    #[must_use]
    pub fn link_passphrase(&self, person: PersonId, serial: u32) -> Zeroizing<String> {
        let info: &[&[u8]] = &[b"vestibule/1/link", &person.0, &serial.to_be_bytes()];
        let bytes: Secret<16> = derive_secret(self.master.expose(), b"", info);
        bytes.to_b64()
    }

    /// The tag of decoy `number` (from 0): the same in every epoch, as a person's is.
    #[must_use]
    pub fn decoy_tag(&self, number: u32) -> Tag {
        Tag(derive_public(self.master.expose(), b"", &[b"vestibule/1/decoy-tag", &number.to_be_bytes()]))
    }

    /// The bytes in place of a box in decoy `number` (from 0): as many as the box of a slot has.
    #[must_use]
    pub fn decoy_box(&self, epoch: &Epoch, number: u32, length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length];
        let info: &[&[u8]] = &[b"vestibule/1/decoy-box", &number.to_be_bytes()];
        derive(self.master.expose(), &epoch.id().0, info, &mut bytes);
        bytes
    }
}

impl fmt::Debug for PortalKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PortalKeys").field("portal", &self.portal).finish_non_exhaustive()
    }
}

key! {
    /// AK: what opens the manifest of one audience, and is handed to its people in their slots.
    AudienceKey
}

impl AudienceKey {
    /// The key as a root to seal the manifest with, and to open it.
    #[must_use]
    pub fn root(&self) -> Root {
        Root::new(self.0.clone())
    }

    /// Where the manifest is: `m/<hex>`.
    #[must_use]
    pub fn manifest_file(&self) -> String {
        let name: [u8; 16] = derive_public(self.0.expose(), b"", &[b"vestibule/1/manifest-name"]);
        format!("m/{}", to_hex(&name))
    }

    /// As 43 characters, as it stands in a slot.
    #[must_use]
    pub fn to_b64(&self) -> Zeroizing<String> {
        Zeroizing::new(to_b64(self.0.expose()))
    }
}
