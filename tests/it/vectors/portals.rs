//! Makes the vectors of whole portals that open.

use serde_json::{Value, json};
use vestibule::names::AssetName;
use vestibule::seal::ad::BoxKind;
use vestibule::seal::frame::Framer;
use vestibule::seal::{AssetContents, AudienceContents, Epoch, EpochId};

use super::check::sha256;
use super::forge::{
    Forge, HOME, PASSPHRASE, SPONSOR, asset, client_contents, contents, epoch, frame_of, sponsor_contents,
};

pub(super) fn cases() -> Vec<Value> {
    let mut cases = people();
    cases.extend(names());
    cases.extend(spellings());
    cases.extend(boxes());
    cases
}

/// A case, out of files and of what is expected, which is told apart from the files on purpose.
fn case(name: &str, passphrase: &str, files: Value, expected: Value) -> Value {
    let mut case = json!({ "name": name, "passphrase": passphrase, "files": files });
    for (key, value) in expected.as_object().expect("an object") {
        case[key] = value.clone();
    }
    case
}

fn expected(audience: &str, pages: Value, assets: Value) -> Value {
    json!({
        "audience": audience,
        "title": "Acme shop",
        "language": "en-GB",
        "timezone": "Europe/Amsterdam",
        "frame": "<header>Acme</header><main id=\"page\" tabindex=\"-1\"></main>",
        "pages": pages,
        "assets": assets,
    })
}

fn client() -> Value {
    let about = "<h1>About</h1>".to_owned() + &"<p>People, and how we work.</p>".repeat(20);
    let pages =
        json!({ "/": { "title": "Home", "text": HOME }, "/docs/über-uns": { "title": "Über uns", "text": about } });
    let picture = super::forge::noise(300);
    let assets = json!({
        "docs/diagram.png": { "type": "image/png", "size": 300, "sha256": sha256(&picture) },
        "files/long.bin": { "type": "x/y", "size": 4_194_300, "sha256": sha256(&[0; 4_194_300]) },
    });
    expected("client", pages, assets)
}

fn sponsor() -> Value {
    let pages =
        json!({ "/": { "title": "Home", "text": HOME }, "/budget": { "title": "Budget", "text": "<h1>Budget</h1>" } });
    expected("sponsor", pages, json!({}))
}

fn people() -> Vec<Value> {
    let files = Forge::new().written();
    let last = Epoch::new(u32::MAX, EpochId([0xff; 16])).expect("an epoch");
    let last = Forge::sealing(last, &[client_contents(), sponsor_contents()]);
    vec![
        case("the sample, for the client; one asset has two parts", PASSPHRASE, files.clone(), client()),
        case(
            "the sample, as a phone types it",
            " Abacus Abdomen\u{2013}abdominal  Abide\u{ad} abiding ",
            files.clone(),
            client(),
        ),
        case("the sample, for the sponsor", SPONSOR, files, sponsor()),
        case("the last epoch there is", PASSPHRASE, last.written(), client()),
        case("two key derivations, the second is ours", PASSPHRASE, two_derivations(), client()),
        case("as many slots as are allowed", PASSPHRASE, slots_to_the_brim(), client()),
    ]
}

/// The person's iterations were not raised yet; everybody else's were.
fn two_derivations() -> Value {
    let mut forge = Forge::new();
    forge.access(|access| {
        let new = json!({ "name": "PBKDF2-HMAC-SHA-256", "iterations": 600_000, "salt": "VFRUVFRUVFRUVFRUVFRUVA" });
        access["kdf"].as_array_mut().expect("a list").insert(0, new);
    });
    forge.written()
}

fn slots_to_the_brim() -> Value {
    let mut files = Forge::new().written();
    files["access.json"] = many_slots(8_192);
    files
}

/// `access.json` of the sample with made-up slots in front, `count` in all.
pub(super) fn many_slots(count: usize) -> Value {
    let text = String::from_utf8(Forge::new().files["access.json"].clone()).expect("JSON");
    let at = text.find("\"slots\":[").expect("slots") + "\"slots\":[".len();
    let own = text.matches("\"tag\"").count();
    let encoded = |text: &str| vestibule::seal::encoding::to_b64(text.as_bytes());
    json!([encoded(&text[..at]), { "slots": count - own }, encoded(&format!(",{}", &text[at..]))])
}

/// Names that are allowed, and that a careless reader of JSON stumbles over.
fn names() -> Vec<Value> {
    let paths = ["/__proto__", "/constructor", "/a b/#?&%41", "/...", "/日本語/페이지", "/hasOwnProperty", "/toString"];
    let pages: Vec<(&str, &str, &str)> =
        paths.iter().map(|path| (*path, "Title \"<&>\" \u{1f600}", "<p>\u{0}text\r\n</p>")).collect();
    let assets = ["__proto__", "constructor", "toString", "files/naïve plan (1).pdf", "files/=cmd|' /C calc'!A0"];
    let mut contents: AudienceContents = contents("client", &pages);
    contents.assets = assets.iter().map(|name| asset(name, "application/pdf", name.as_bytes())).collect();
    let wanted_pages: Value = pages
        .iter()
        .map(|(path, title, text)| (path.to_string(), json!({ "title": title, "text": text })))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let wanted_assets: Value = assets
        .iter()
        .map(|name| {
            (
                name.to_string(),
                json!({ "type": "application/pdf", "size": name.len(), "sha256": sha256(name.as_bytes()) }),
            )
        })
        .collect::<serde_json::Map<_, _>>()
        .into();
    let bare_contents = contents_of(Vec::new());
    let files = Forge::sealing(epoch(), &[contents, sponsor_contents()]).written();
    let bare = Forge::sealing(epoch(), &[bare_contents, sponsor_contents()]).written();
    vec![
        case(
            "names that are also something in JavaScript",
            PASSPHRASE,
            files,
            expected("client", wanted_pages, wanted_assets),
        ),
        case("no pages and no assets", PASSPHRASE, bare, expected("client", json!({}), json!({}))),
    ]
}

fn contents_of(assets: Vec<(AssetName, AssetContents)>) -> AudienceContents {
    AudienceContents { assets: assets.into_iter().collect(), ..contents("client", &[]) }
}

/// Other spellings of the same JSON.
fn spellings() -> Vec<Value> {
    let mut spaced = Forge::new();
    spaced.access_text(|text| text.replace(':', " :\t").replace(',', " ,\r\n ") + "\n");
    let mut more = Forge::new();
    more.access_text(|text| {
        let note = concat!(
            r#"{"note":"\"epoch\":1.0,\"iterations\":1e6","#,
            r#""__proto__":{"v":2,"epoch":0},"more":{"epoch":"x","iterations":1.0},"#,
        );
        let text = text.replacen('{', note, 1);
        let text = text.replacen("\"name\":", "\"memory\":null,\"name\":", 1);
        text.replacen("\"tag\":", "\"for\":[],\"tag\":", 1)
    });
    let mut manifest = Forge::new();
    manifest.manifest(|manifest| {
        manifest["later"] = json!({ "epoch": 1.5 });
        manifest["pages"]["/"]["order"] = json!(1);
    });
    let mut slot = Forge::new();
    let key = slot.keys.audience(&slot.epoch, &vestibule::names::AudienceId::client()).to_b64();
    slot.put_slot(format!(r#" {{"n":1, "key" : "{}","audience":"\u0063lient"}}"#, *key).as_bytes());
    let all = [
        ("access.json with white space", spaced),
        ("access.json with members nobody knows", more),
        ("a manifest with members nobody knows", manifest),
        ("a slot in another spelling", slot),
    ];
    all.into_iter().map(|(name, forge)| case(name, PASSPHRASE, forge.written(), client())).collect()
}

/// Boxes as another writer might make them.
fn boxes() -> Vec<Value> {
    let mut search = Forge::new();
    let shards = ["{\"shard\":1}", "{\"shard\":2}"];
    let refs: Vec<Value> = shards
        .iter()
        .enumerate()
        .map(|(place, shard)| {
            search.put_box(BoxKind::Search, &(place + 1).to_string(), &Framer::for_contents().frame(shard.as_bytes()))
        })
        .collect();
    search.manifest(|manifest| manifest["search"] = json!(refs));
    let mut with_search = client();
    with_search["search"] = json!(shards);

    let mut plain = Forge::new();
    plain.put_home(&frame_of(0, HOME.as_bytes()));
    let json = plain.manifest_json();
    let sealed = plain.audience_root().seal(&plain.ad(BoxKind::Manifest, "client"), &frame_of(0, &json)).bytes;
    plain.files.insert(plain.manifest_file(), sealed);

    let empty = contents_of(vec![
        asset("empty.txt", "text/plain", b""),
        asset("a.txt", "text/plain", b"same"),
        asset("b.txt", "text/plain", b"same"),
    ]);
    let files = Forge::sealing(epoch(), &[empty, sponsor_contents()]).written();
    let same = json!({ "type": "text/plain", "size": 4, "sha256": sha256(b"same") });
    let none = json!({ "type": "text/plain", "size": 0, "sha256": sha256(b"") });
    let assets = json!({ "empty.txt": none, "a.txt": same, "b.txt": same });
    vec![
        case("two shards of search", PASSPHRASE, search.written(), with_search),
        case("nothing is compressed", PASSPHRASE, plain.written(), client()),
        case("an empty asset, and one box for two names", PASSPHRASE, files, expected("client", json!({}), assets)),
    ]
}
