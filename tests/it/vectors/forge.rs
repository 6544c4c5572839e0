//! A small portal that can be taken apart and put together again, rightly or wrongly, piece by piece.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::LazyLock;

use flate2::{Compression, GzBuilder};
use hkdf::Hkdf;
use serde_json::{Value, json};
use sha2::Sha256;
use vestibule::names::{AssetName, AudienceId, PagePath};
use vestibule::seal::access_json::Kdf;
use vestibule::seal::ad::{BoxKind, associated_data};
use vestibule::seal::boxes::BoxName;
use vestibule::seal::encoding::to_b64;
use vestibule::seal::escrow::deposit;
use vestibule::seal::frame::{Framer, Limit, unframe};
use vestibule::seal::kdf::Stretched;
use vestibule::seal::padme::padme;
use vestibule::seal::passphrase::normal;
use vestibule::seal::primitive::Root;
use vestibule::seal::secret::Secret;
use vestibule::seal::slot::{SLOT_MESSAGE, SlotPlace};
use vestibule::seal::{
    Access, AssetContents, AudienceContents, Epoch, EpochId, Iterations, Kind, PageContents, Person, PersonId,
    Plaintext, PortalId, PortalKeys, Salt, WorkspaceKey, seal,
};

use super::check::stretch;
use super::pieces;

pub(super) const PASSPHRASE: &str = "abacus-abdomen-abdominal-abide-abiding";
pub(super) const SPONSOR: &str = "unisexual unit universe unknotted unlatch";
pub(super) const ENDED: &str = "yarn-yeah-yearbook-yelling-yen";
pub(super) const SALT: Salt = Salt([0x53; 16]);
pub(super) const HOME: &str = "<h1>Acme shop</h1><p>On track. Next: data migrated, 12 January.</p>";

/// Two people's audiences of one portal, its files in the open, and the keys to all of it.
pub(super) struct Forge {
    pub(super) keys: PortalKeys,
    pub(super) epoch: Epoch,
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

impl Forge {
    /// The sample portal: audiences `client` (two pages, a picture, a cut file) and `sponsor`; one person each, and one
    /// ended.
    pub(super) fn new() -> Self {
        static FILES: LazyLock<BTreeMap<String, Vec<u8>>> =
            LazyLock::new(|| Forge::sealing(epoch(), &[client_contents(), sponsor_contents()]).files);
        Self { keys: keys(), epoch: epoch(), files: FILES.clone() }
    }

    /// A portal with the people of the sample, these contents and this epoch.
    pub(super) fn sealing(epoch: Epoch, contents: &[AudienceContents]) -> Self {
        let keys = keys();
        let access = Access {
            portal: keys.portal(),
            epoch,
            salt: SALT,
            iterations: Iterations::MIN,
            people: vec![
                person("Mara", PASSPHRASE, "client", None),
                person("Otto", SPONSOR, "sponsor", None),
                person("Yann", ENDED, "client", Some("2026-11-20")),
            ],
        };
        let portal = seal(&keys, &access, contents).expect("the sample is in order");
        let files = portal.files().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
        Self { keys, epoch, files }
    }

    /// The files as vectors have them.
    pub(super) fn written(&self) -> Value {
        self.files.iter().map(|(path, bytes)| (path.clone(), pieces::write(bytes))).collect()
    }

    /// What differs from the sample: changed and added files, and `null` for those taken away.
    pub(super) fn written_over_sample(&self) -> Value {
        let sample = Self::new().files;
        let gone = sample.keys().filter(|path| !self.files.contains_key(*path)).map(|path| (path.clone(), Value::Null));
        let changed = self.files.iter().filter(|(path, bytes)| sample.get(*path) != Some(bytes));
        gone.chain(changed.map(|(path, bytes)| (path.clone(), pieces::write(bytes)))).collect()
    }

    /// `access.json` as text, to be changed.
    pub(super) fn access_text(&mut self, change: impl FnOnce(String) -> String) {
        let file = self.files.get_mut("access.json").expect("it is there");
        let text = String::from_utf8(std::mem::take(file)).expect("JSON");
        let changed = change(text.clone());
        assert_ne!(changed, text, "the change finds what it changes");
        *file = changed.into_bytes();
    }

    /// `access.json` as JSON, to be changed.
    pub(super) fn access(&mut self, change: impl FnOnce(&mut Value)) {
        self.access_text(|text| changed(text.as_bytes(), change));
    }

    /// The manifest of `client`, to be changed.
    pub(super) fn manifest(&mut self, change: impl FnOnce(&mut Value)) {
        let json = changed(&self.manifest_json(), change);
        self.put_manifest(json.as_bytes());
    }

    /// The text of the manifest of `client`.
    pub(super) fn manifest_json(&self) -> Vec<u8> {
        let sealed = &self.files[&self.manifest_file()];
        let frame = self.audience_root().open(&self.ad(BoxKind::Manifest, "client"), sealed).expect("our own manifest");
        unframe(frame, Limit::Whole).expect("our own manifest")
    }

    /// Any bytes in place of the text of the manifest of `client`.
    pub(super) fn put_manifest(&mut self, json: &[u8]) {
        let sealed =
            self.audience_root().seal(&self.ad(BoxKind::Manifest, "client"), &Framer::for_manifests().frame(json));
        self.files.insert(self.manifest_file(), sealed.bytes);
    }

    pub(super) fn manifest_file(&self) -> String {
        self.keys.audience(&self.epoch, &AudienceId::client()).manifest_file()
    }

    pub(super) fn audience_root(&self) -> Root {
        self.keys.audience(&self.epoch, &AudienceId::client()).root()
    }

    pub(super) fn ad(&self, kind: BoxKind, name: &str) -> String {
        associated_data(self.keys.portal(), self.epoch.number(), kind, name)
    }

    /// Any text in the slot of the client's person.
    pub(super) fn put_slot(&mut self, message: &[u8]) {
        let mut message = message.to_vec();
        message.resize(SLOT_MESSAGE, b' ');
        let place = self.slot_place();
        let sealed = slot_root().seal(&place.ad(), &message).bytes;
        self.put_slot_box(&sealed);
    }

    /// Any bytes as the box of the slot of the client's person.
    pub(super) fn put_slot_box(&mut self, sealed: &[u8]) {
        let tag = self.slot_place().tag.to_hex();
        self.access(|access| {
            let slots = access["slots"].as_array_mut().expect("slots");
            let slot = slots.iter_mut().find(|slot| slot["tag"] == json!(tag)).expect("the person's slot");
            slot["box"] = json!(to_b64(sealed));
        });
    }

    /// Where the slot of the client's person belongs.
    pub(super) fn slot_place(&self) -> SlotPlace {
        SlotPlace {
            portal: self.keys.portal(),
            epoch: self.epoch.number(),
            iterations: Iterations::MIN,
            tag: stretched(PASSPHRASE).tag(),
        }
    }

    /// Makes a box out of any frame, and gives the REF to it.
    pub(super) fn put_box(&mut self, kind: BoxKind, name: &str, frame: &[u8]) -> Value {
        let sealed = self.keys.files(&self.epoch).seal(&self.ad(kind, name), frame);
        let reference = json!([BoxName::of(&sealed.bytes).to_hex(), to_b64(sealed.key.expose())]);
        self.files.insert(BoxName::of(&sealed.bytes).file(), sealed.bytes);
        reference
    }

    /// Puts a page with any frame in place of Home.
    pub(super) fn put_home(&mut self, frame: &[u8]) {
        self.remove_box_of("/pages/~1/ref");
        let reference = self.put_box(BoxKind::Page, "/", frame);
        self.manifest(|manifest| manifest["pages"]["/"]["ref"] = reference);
    }

    /// The path of the box behind the REF at a JSON pointer into the manifest of `client`.
    pub(super) fn box_of(&self, pointer: &str) -> String {
        let manifest: Value = serde_json::from_slice(&self.manifest_json()).expect("JSON");
        let name = manifest.pointer(pointer).and_then(|reference| reference[0].as_str()).expect("a REF");
        format!("b/{name}")
    }

    pub(super) fn remove_box_of(&mut self, pointer: &str) {
        let path = self.box_of(pointer);
        self.files.remove(&path).expect("it is there");
    }
}

/// JSON text with a change made to it.
fn changed(text: &[u8], change: impl FnOnce(&mut Value)) -> String {
    let mut value: Value = serde_json::from_slice(text).expect("our own JSON");
    change(&mut value);
    value.to_string()
}

pub(super) fn keys() -> PortalKeys {
    let workspace = WorkspaceKey::from_b64(&to_b64(&[0x57; 32])).expect("32 bytes");
    PortalKeys::new(&workspace, PortalId(std::array::from_fn(|place| 0xa0 + place as u8)))
}

pub(super) fn epoch() -> Epoch {
    Epoch::new(3, EpochId([0xe3; 16])).expect("3 is an epoch")
}

pub(super) fn stretched(passphrase: &str) -> Stretched {
    let kdf = Kdf { iterations: Iterations::MIN, salt: SALT };
    stretch(&normal(passphrase).expect("not empty"), &kdf)
}

/// The key of the slot of the client's person, as a root.
pub(super) fn slot_root() -> Root {
    Root::new(Secret::new(*stretched(PASSPHRASE).slot_key().expose()))
}

pub(super) fn person(name: &str, passphrase: &str, audience: &str, ended: Option<&str>) -> Person {
    let audience = AudienceId::parse(audience).expect("an audience");
    let stretched = stretched(passphrase);
    let tag = stretched.tag();
    Person {
        name: name.to_owned(),
        id: PersonId([name.as_bytes()[0]; 8]),
        escrow: deposit(&keys(), &audience, tag, &stretched.slot_key()),
        audience,
        kind: Kind::Passphrase,
        serial: 1,
        created: "2026-01-05".to_owned(),
        expires: ended.map(str::to_owned),
        ended: ended.map(str::to_owned),
        tag,
    }
}

pub(super) fn client_contents() -> AudienceContents {
    let about = "<h1>About</h1>".to_owned() + &"<p>People, and how we work.</p>".repeat(20);
    let mut contents = contents("client", &[("/", "Home", HOME), ("/docs/über-uns", "Über uns", &about)]);
    contents.assets =
        [asset("docs/diagram.png", "image/png", &noise(300)), asset("files/long.bin", "x/y", &[0; 4_194_300])].into();
    contents
}

pub(super) fn sponsor_contents() -> AudienceContents {
    contents("sponsor", &[("/", "Home", HOME), ("/budget", "Budget", "<h1>Budget</h1>")])
}

/// Contents with these pages (path, title, text) and no assets.
pub(super) fn contents(audience: &str, pages: &[(&str, &str, &str)]) -> AudienceContents {
    let page = |title: &str, text: &str| PageContents::new(title.into(), text, &mut Framer::for_contents());
    AudienceContents {
        audience: AudienceId::parse(audience).expect("an audience"),
        title: "Acme shop".into(),
        language: "en-GB".to_owned(),
        timezone: "Europe/Amsterdam".to_owned(),
        frame: Plaintext::from("<header>Acme</header><main id=\"page\" tabindex=\"-1\"></main>".to_owned()),
        search: Vec::new(),
        kept: BTreeMap::new(),
        pages: pages
            .iter()
            .map(|(path, title, text)| (PagePath::parse(path).expect("a path"), page(title, text)))
            .collect(),
        assets: BTreeMap::new(),
    }
}

pub(super) fn asset(name: &str, media_type: &str, bytes: &[u8]) -> (AssetName, AssetContents) {
    let contents = AssetContents { media_type: media_type.to_owned(), bytes: Plaintext::from(bytes.to_vec()) };
    (AssetName::parse(name).expect("a name"), contents)
}

/// Bytes that do not compress, the same every time.
pub(super) fn noise(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length.next_multiple_of(32)];
    for (number, chunk) in bytes.chunks_mut(32).enumerate() {
        chunk.copy_from_slice(&hkdf::<32>(b"noise", b"", &number.to_be_bytes()));
    }
    bytes.truncate(length);
    bytes
}

/// A frame with exactly this flag byte and this payload, padded rightly.
pub(super) fn frame_of(flags: u8, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("short");
    let mut frame = [&[flags][..], &length.to_be_bytes(), payload].concat();
    frame.resize(usize::try_from(padme(frame.len() as u64)).expect("short"), 0);
    frame
}

/// One gzip member, as small as it gets.
pub(super) fn gzip(payload: &[u8]) -> Vec<u8> {
    gzip_with(GzBuilder::new(), payload)
}

/// One gzip member with a header of one's own.
pub(super) fn gzip_with(header: GzBuilder, payload: &[u8]) -> Vec<u8> {
    let mut encoder = header.operating_system(255).write(Vec::new(), Compression::best());
    encoder.write_all(payload).expect("memory can be written to");
    encoder.finish().expect("memory can be written to")
}

/// HKDF, independent of the code under test.
pub(super) fn hkdf<const N: usize>(ikm: &[u8], salt: &[u8], info: &[u8]) -> [u8; N] {
    let mut out = [0; N];
    Hkdf::<Sha256>::new(Some(salt), ikm).expand(info, &mut out).expect("short");
    out
}

/// The key of a box with this siv under this root.
pub(super) fn root_key_of(root: &[u8; 32], siv: &[u8; 32]) -> [u8; 32] {
    hkdf(root, siv, b"vestibule/1/key")
}
