//! Who may open a portal: the contents of `access.lock`, without its file format, and how somebody is added.
//! `docs/sealed-format.md`, "What the agency keeps: access.lock".

use super::error::SealError;
use super::escrow::{deposit, withdraw};
use super::ids::{Epoch, PersonId, PortalId, Salt, Tag};
use super::kdf::{Iterations, Stretched};
use super::keys::PortalKeys;
use super::passphrase::normal;
use super::refusal::Refusal;
use crate::names::AudienceId;

/// Who may open a portal, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// The portal.
    pub portal: PortalId,
    /// The epoch its keys are of.
    pub epoch: Epoch,
    /// The salt of PBKDF2.
    pub salt: Salt,
    /// The rounds of PBKDF2.
    pub iterations: Iterations,
    /// Everybody with a slot, in any order.
    pub people: Vec<Person>,
}

/// How somebody gets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// With a passphrase of words, shown once.
    Passphrase,
    /// With a link, which the builder can print again.
    Link,
}

/// One person with access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// What the agency calls them.
    pub name: String,
    /// Their id.
    pub id: PersonId,
    /// What they read as.
    pub audience: AudienceId,
    /// How they get in.
    pub kind: Kind,
    /// Counts their passphrases or links, so that a new link differs from the last.
    pub serial: u32,
    /// The day they were added, `YYYY-MM-DD`.
    pub created: String,
    /// The last day of their access, `YYYY-MM-DD`, if it has one.
    pub expires: Option<String>,
    /// The day on which their access ended, `YYYY-MM-DD`, if it has: their slot then says so in place of a key. Whoever
    /// knows the day of the build fills this in from `expires`; it is not part of `access.lock`.
    pub ended: Option<String>,
    /// The tag of their slot.
    pub tag: Tag,
    /// Their slot key, sealed for the builder.
    pub escrow: Vec<u8>,
}

/// What is written down of a passphrase: enough to make slots for it in every epoch, not enough to find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The tag of the slot.
    pub tag: Tag,
    /// The slot key, sealed for the builder.
    pub escrow: Vec<u8>,
}

/// Makes the enrolment of a passphrase (or of the passphrase in a link). The only place on the builder's side that runs
/// PBKDF2.
///
/// # Errors
/// [`Refusal::EmptyPassphrase`] if nothing is left of the passphrase in its normal form.
pub fn enrol(
    keys: &PortalKeys,
    access: &Access,
    passphrase: &str,
    audience: &AudienceId,
) -> Result<Enrolment, Refusal> {
    let stretched = Stretched::from_passphrase(&normal(passphrase)?, access.salt, access.iterations);
    let tag = stretched.tag();
    let escrow = deposit(keys, audience, tag, &stretched.slot_key());
    Ok(Enrolment { tag, escrow })
}

/// Whether these are the keys with which everybody was given access.
///
/// # Errors
/// [`SealError::Escrow`] with the first person whose slot key does not open.
pub fn check_keys(keys: &PortalKeys, access: &Access) -> Result<(), SealError> {
    let stranger = |person: &&Person| withdraw(keys, &person.audience, person.tag, &person.escrow).is_err();
    match access.people.iter().find(stranger) {
        None => Ok(()),
        Some(person) => Err(SealError::Escrow { person: person.name.clone() }),
    }
}
