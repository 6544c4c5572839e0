//! What the agency keeps so that people can get in: the workspace key and each portal's `access.lock`.

mod key;
mod lock;
mod portals;

pub use key::{KeyProblem, MadeKey, load_key, make_key};
pub use lock::{LOCK_FILE, parse_lock, places_of_audiences, write_lock};
pub use portals::check_portals;

use zeroize::Zeroizing;

use crate::names::AudienceId;
use crate::seal::{Access, Entropy, Epoch, Iterations, Kind, Person, PersonId, PortalId, PortalKeys, Refusal, Salt};
use crate::seal::{enrol, passphrase};

/// A portal that nobody can open yet.
pub fn new_access(iterations: Iterations, entropy: &mut dyn Entropy) -> Access {
    Access {
        portal: PortalId::generate(entropy),
        epoch: Epoch::first(entropy),
        salt: Salt::generate(entropy),
        iterations,
        people: Vec::new(),
    }
}

/// Gives `name` access with a new passphrase, which is returned to be shown once. `today` is `YYYY-MM-DD`.
///
/// # Errors
/// Never for a passphrase that this function made; the sealing module may refuse one of somebody else's.
pub fn add_person(
    access: &mut Access,
    keys: &PortalKeys,
    name: &str,
    audience: &AudienceId,
    today: &str,
    entropy: &mut dyn Entropy,
) -> Result<Zeroizing<String>, Refusal> {
    let passphrase = passphrase::generate(entropy);
    add_person_with(access, keys, name, audience, today, &passphrase, entropy)?;
    Ok(passphrase)
}

/// Gives `name` access with a passphrase that exists already.
///
/// # Errors
/// Where nothing is left of the passphrase once it is normalised.
pub fn add_person_with(
    access: &mut Access,
    keys: &PortalKeys,
    name: &str,
    audience: &AudienceId,
    today: &str,
    passphrase: &str,
    entropy: &mut dyn Entropy,
) -> Result<(), Refusal> {
    let enrolment = enrol(keys, access, passphrase, audience)?;
    access.people.push(Person {
        name: name.to_owned(),
        id: PersonId::generate(entropy),
        audience: audience.clone(),
        kind: Kind::Passphrase,
        serial: 1,
        created: today.to_owned(),
        expires: None,
        ended: None,
        tag: enrolment.tag,
        escrow: enrolment.escrow,
    });
    access.people.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(())
}
