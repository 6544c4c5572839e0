//! Checks one case of a file of vectors, knowing nothing about how it was made.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{LazyLock, Mutex};

use serde_json::Value;
use sha2::{Digest, Sha256};
use vestibule::names::{AssetName, AudienceId, PagePath};
use vestibule::seal::access_json::Kdf;
use vestibule::seal::boxes::{BoxKey, BoxName};
use vestibule::seal::encoding::{from_hex, to_b64, to_hex};
use vestibule::seal::frame::{Framer, Limit, unframe};
use vestibule::seal::kdf::Stretched;
use vestibule::seal::passphrase::{NormalPassphrase, normal};
use vestibule::seal::primitive::{Root, open_with_key};
use vestibule::seal::secret::Secret;
use vestibule::seal::slot::SLOT_BOX;
use vestibule::seal::{
    Epoch, EpochId, Iterations, OpenError, Opened, Opener, PersonId, PortalId, PortalKeys, Salt, WorkspaceKey,
};

use super::pieces;

pub(super) fn padme(case: &Value) {
    let length = case["length"].as_u64().expect("a number");
    assert_eq!(vestibule::seal::padme::padme(length), case["padded"].as_u64().expect("a number"), "{length}");
}

pub(super) fn passphrase(case: &Value) {
    match normal(text(&case["input"])) {
        Ok(normal) => assert_eq!(normal.expose(), text(&case["normal"]), "{case}"),
        Err(refusal) => assert_eq!(refusal.code(), text(&case["refuse"]), "{case}"),
    }
}

pub(super) fn keys(case: &Value) {
    let workspace = WorkspaceKey::from_b64(&to_b64(&hex(&case["wk"]))).expect("32 bytes");
    let keys = PortalKeys::new(&workspace, PortalId(bytes(&case["portal"])));
    let number = u32::try_from(case["epoch"].as_u64().expect("a number")).expect("an epoch");
    let epoch = Epoch::new(number, EpochId(bytes(&case["epoch_id"]))).expect("an epoch");
    assert_eq!(to_hex(keys.signing_seed().expose()), text(&case["sign_seed"]));
    for audience in list(&case["audiences"]) {
        let id = AudienceId::parse(text(&audience["audience"])).expect("an audience");
        let key = keys.audience(&epoch, &id);
        assert_eq!(to_hex(key.expose()), text(&audience["ak"]));
        assert_eq!(key.manifest_file(), format!("m/{}", text(&audience["manifest_name"])));
    }
    for link in list(&case["links"]) {
        let serial = u32::try_from(link["serial"].as_u64().expect("a number")).expect("a serial");
        assert_eq!(*keys.link_passphrase(PersonId(bytes(&link["person"])), serial), text(&link["passphrase"]));
    }
    for decoy in list(&case["decoys"]) {
        let number = u32::try_from(decoy["i"].as_u64().expect("a number")).expect("a small number");
        assert_eq!(keys.decoy_tag(number).to_hex(), text(&decoy["tag"]));
        assert_eq!(to_hex(&keys.decoy_box(&epoch, number, SLOT_BOX)), text(&decoy["box"]));
    }
    // Keys that the builder does not show are told by what is sealed with them.
    let files = Root::new(Secret::new(bytes(&case["fk"])));
    assert_eq!(keys.files(&epoch).seal("ad", b"m").bytes, files.seal("ad", b"m").bytes);
    let escrow = Root::new(Secret::new(bytes(&case["ek"])));
    assert_eq!(keys.escrow().seal("ad", b"m").bytes, escrow.seal("ad", b"m").bytes);
    list(&case["people"]).iter().for_each(person);
}

fn person(case: &Value) {
    let normal = normal(text(&case["passphrase"])).expect("not empty");
    assert_eq!(normal.expose(), text(&case["normal"]));
    let iterations = Iterations::new(case["iterations"].as_u64().expect("a number")).expect("within bounds");
    let stretched = stretch(&normal, &Kdf { iterations, salt: Salt(bytes(&case["salt"])) });
    assert_eq!(to_hex(stretched.expose()), text(&case["u"]));
    assert_eq!(stretched.tag().to_hex(), text(&case["tag"]));
    assert_eq!(to_hex(stretched.slot_key().expose()), text(&case["kek"]));
}

pub(super) fn sealed_box(case: &Value) {
    let ad = text(&case["ad"]);
    let sealed = hex(&case["box"]);
    let root = case.get("root").map(|root| Root::new(Secret::new(bytes(root))));
    let key = case.get("key").map(|key| BoxKey::new(bytes(key)));
    let with_root = root.as_ref().map(|root| root.open(ad, &sealed));
    let with_key = key.as_ref().map(|key| open_with_key(key, ad, &sealed));
    if let Some(code) = case.get("refuse") {
        for opened in [with_root, with_key].into_iter().flatten() {
            assert_eq!(opened.expect_err("refused").code(), text(code), "{case}");
        }
        return;
    }
    let message = hex(&case["message"]);
    assert_eq!(with_key.expect("a key"), Ok(message.clone()), "{case}");
    if let Some(code) = case.get("root_refuse") {
        assert_eq!(with_root.expect("a root").expect_err("refused").code(), text(code), "{case}");
        return;
    }
    assert_eq!(with_root.expect("a root"), Ok(message.clone()), "{case}");
    let made = root.expect("a root").seal(ad, &message);
    assert_eq!(to_hex(&made.bytes), text(&case["box"]));
    assert_eq!(to_hex(&made.bytes[..32]), text(&case["siv"]));
    assert_eq!(to_hex(made.key.expose()), text(&case["key"]));
    assert_eq!(BoxName::of(&made.bytes).to_hex(), text(&case["name"]));
}

pub(super) fn frame(case: &Value) {
    let limit = match text(&case["limit"]) {
        "whole" => Limit::Whole,
        "part" => Limit::Part,
        other => panic!("an unknown limit {other}"),
    };
    let frame = pieces::read(&case["frame"]);
    let name = text(&case["name"]);
    match unframe(frame.clone(), limit) {
        Err(refusal) => assert_eq!(Some(refusal.code()), case["refuse"].as_str(), "{name}"),
        Ok(payload) => {
            assert_eq!(case.get("refuse"), None, "{name} is not refused");
            assert_eq!(Some(payload.len() as u64), case["size"].as_u64(), "{name}");
            assert_eq!(sha256(&payload), text(&case["sha256"]), "{name}");
            if case["seals"] == true {
                assert!(Framer::for_contents().frame(&payload) == frame, "{name} is framed otherwise");
            }
        }
    }
}

pub(super) fn portal(case: &Value) {
    let name = text(&case["name"]);
    let opened = open(case).unwrap_or_else(|error| panic!("{name}: {error}"));
    let all = read_all(&opened).unwrap_or_else(|error| panic!("{name}: {error}"));
    let manifest = opened.manifest();
    assert_eq!(manifest.place.audience.as_str(), text(&case["audience"]), "{name}");
    assert_eq!(manifest.title, text(&case["title"]), "{name}");
    assert_eq!(manifest.language, text(&case["language"]), "{name}");
    assert_eq!(manifest.timezone, text(&case["timezone"]), "{name}");
    assert_eq!(all.frame, text(&case["frame"]).as_bytes(), "{name}");
    let search: Vec<_> =
        case["search"].as_array().into_iter().flatten().map(|shard| text(shard).as_bytes().to_vec()).collect();
    assert_eq!(all.search, search, "{name}");
    assert_eq!(keys_of(&case["pages"]), all.pages.keys().map(|path| path.as_str()).collect(), "{name}");
    for (path, body) in &all.pages {
        let page = &case["pages"][path.as_str()];
        assert_eq!(manifest.pages[path].title, text(&page["title"]), "{name} {path}");
        assert_eq!(body, text(&page["text"]).as_bytes(), "{name} {path}");
    }
    assert_eq!(keys_of(&case["assets"]), all.assets.keys().map(|asset| asset.as_str()).collect(), "{name}");
    for (asset, bytes) in &all.assets {
        let wanted = &case["assets"][asset.as_str()];
        assert_eq!(manifest.assets[asset].media_type, text(&wanted["type"]), "{name} {asset}");
        assert_eq!(Some(bytes.len() as u64), wanted["size"].as_u64(), "{name} {asset}");
        assert_eq!(sha256(bytes), text(&wanted["sha256"]), "{name} {asset}");
    }
}

pub(super) fn hostile(case: &Value) {
    let name = text(&case["name"]);
    let error = open(case).and_then(|opened| read_all(&opened)).err();
    let code = error.as_ref().and_then(OpenError::refusal).map(vestibule::seal::Refusal::code);
    assert_eq!(code, case["refuse"].as_str(), "{name}");
}

/// That every code there is has a case to it.
pub(super) fn every_code_occurs(cases: &[Value]) {
    let occur: BTreeSet<&str> = cases.iter().map(|case| text(&case["refuse"])).collect();
    let codes: BTreeSet<&str> = vestibule::seal::Refusal::CODES.iter().copied().collect();
    assert_eq!(occur, codes);
}

/// Everything in a portal.
struct All {
    frame: Vec<u8>,
    search: Vec<Vec<u8>>,
    pages: BTreeMap<PagePath, Vec<u8>>,
    assets: BTreeMap<AssetName, Vec<u8>>,
}

type Fetch = Box<dyn Fn(&str) -> std::io::Result<Option<Vec<u8>>>>;

fn open(case: &Value) -> Result<Opened<Fetch>, OpenError> {
    let files = case["files"].clone();
    let fetch: Fetch = Box::new(move |path| Ok(files.get(path).map(pieces::read)));
    Opener::new(fetch).unlock_stretching(text(&case["passphrase"]), stretch)
}

fn read_all(opened: &Opened<Fetch>) -> Result<All, OpenError> {
    let manifest = opened.manifest();
    let mut all =
        All { frame: opened.frame()?, search: opened.search()?, pages: BTreeMap::new(), assets: BTreeMap::new() };
    for path in manifest.pages.keys() {
        all.pages.insert(path.clone(), opened.page(path)?.expect("it is in the manifest"));
    }
    for name in manifest.assets.keys() {
        all.assets.insert(name.clone(), opened.asset(name)?.expect("it is in the manifest"));
    }
    Ok(all)
}

/// PBKDF2, run once for each passphrase and salt in the whole of the vectors.
pub(super) fn stretch(normal: &NormalPassphrase, kdf: &Kdf) -> Stretched {
    type Key = (String, Salt, Iterations);
    static KNOWN: LazyLock<Mutex<HashMap<Key, Stretched>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().expect("no test panics while stretching");
    let key = (normal.expose().to_owned(), kdf.salt, kdf.iterations);
    let fresh = || Stretched::from_passphrase(normal, kdf.salt, kdf.iterations);
    known.entry(key).or_insert_with(fresh).clone()
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a text"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn keys_of(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn bytes<const N: usize>(value: &Value) -> [u8; N] {
    from_hex(text(value)).expect("hex of the right length")
}

fn hex(value: &Value) -> Vec<u8> {
    let digits = text(value);
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hex")).collect()
}
