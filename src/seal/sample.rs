//! Small portals for the tests of this module. Nobody here runs PBKDF2: a passphrase is stretched by repeating its
//! first byte.

use std::collections::BTreeMap;

use super::access::{Access, Kind, Person};
use super::contents::{AssetContents, AudienceContents, PageContents};
use super::entropy::Entropy;
use super::escrow::deposit;
use super::frame::Framer;
use super::ids::{Epoch, EpochId, PersonId, PortalId, Salt};
use super::kdf::{Iterations, Stretched};
use super::keys::{PortalKeys, WorkspaceKey};
use super::open::{OpenError, Opened, Opener};
use super::plaintext::Plaintext;
use crate::names::{AssetName, AudienceId, PagePath};

/// Fills with one byte, the next byte the next time.
pub(super) struct Counting(pub(super) u8);

impl Entropy for Counting {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(self.0);
        self.0 += 1;
    }
}

pub(super) fn keys() -> PortalKeys {
    PortalKeys::new(&WorkspaceKey::generate(&mut Counting(1)), PortalId([2; 16]))
}

pub(super) fn access() -> Access {
    Access {
        portal: PortalId([2; 16]),
        epoch: Epoch::new(3, EpochId([4; 16])).expect("3 is an epoch"),
        salt: Salt([5; 16]),
        iterations: Iterations::MIN,
        people: vec![person("mara", "client"), person("otto", "sponsor")],
    }
}

/// Somebody whose passphrase is their name.
pub(super) fn person(name: &str, audience: &str) -> Person {
    let audience = AudienceId::parse(audience).expect("an audience");
    let stretched = stretch(name);
    let tag = stretched.tag();
    Person {
        name: name.to_owned(),
        id: PersonId([name.as_bytes()[0]; 8]),
        escrow: deposit(&keys(), &audience, tag, &stretched.slot_key()),
        audience,
        kind: Kind::Passphrase,
        serial: 1,
        created: "2026-01-05".to_owned(),
        expires: None,
        ended: None,
        tag,
    }
}

pub(super) fn stretch(passphrase: &str) -> Stretched {
    Stretched::new([passphrase.as_bytes()[0]; 32])
}

pub(super) fn contents(audience: &str) -> AudienceContents {
    let page = |title: &str, body: &str| PageContents::new(title.into(), body, &mut Framer::for_contents());
    let asset =
        |bytes: &str| AssetContents { media_type: "text/plain".to_owned(), bytes: Plaintext::from(bytes.to_owned()) };
    AudienceContents {
        audience: AudienceId::parse(audience).expect("an audience"),
        title: "Acme shop".into(),
        language: "en".to_owned(),
        timezone: "Europe/Amsterdam".to_owned(),
        frame: Plaintext::from("<main id=\"page\"></main>".to_owned()),
        search: Vec::new(),
        kept: BTreeMap::new(),
        pages: [("/", page("Home", "<h1>Home</h1>")), ("/about", page("About", audience))]
            .map(|(path, page)| (PagePath::parse(path).expect("a path"), page))
            .into(),
        assets: [("a.txt", asset("same")), ("b.txt", asset("same")), ("empty.txt", asset(""))]
            .map(|(name, asset)| (AssetName::parse(name).expect("a name"), asset))
            .into(),
    }
}

/// A way to files in memory.
pub(super) type Fetch<'a> = Box<dyn Fn(&str) -> std::io::Result<Option<Vec<u8>>> + 'a>;

/// Opens a portal that lies in memory with the passphrase of a [`person`].
pub(super) fn unlock<'a>(
    fetch: impl Fn(&str) -> Option<Vec<u8>> + 'a,
    passphrase: &str,
) -> Result<Opened<Fetch<'a>>, OpenError> {
    let fetch: Fetch<'a> = Box::new(move |path| Ok(fetch(path)));
    Opener::new(fetch).unlock_stretching(passphrase, |normal, _| stretch(normal.expose()))
}
