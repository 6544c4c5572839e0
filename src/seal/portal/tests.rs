use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::names::{AssetName, PagePath};
use crate::seal::contents::{AssetContents, PageContents};
use crate::seal::frame::{Framer, PART};
use crate::seal::ids::{Epoch, EpochId};
use crate::seal::keys::WorkspaceKey;
use crate::seal::open::OpenError;
use crate::seal::plaintext::Plaintext;
use crate::seal::refusal::Refusal;
use crate::seal::sample::{Counting, access, contents, keys, person, unlock};

fn sealed() -> SealedPortal {
    seal(&keys(), &access(), &[contents("client"), contents("sponsor")]).expect("the sample is in order")
}

fn files_of(portal: &SealedPortal) -> BTreeMap<String, Vec<u8>> {
    portal.files().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
}

/// Everything the owner of a passphrase can read, or the first refusal.
fn read_all(files: &BTreeMap<String, Vec<u8>>, passphrase: &str) -> Result<Vec<(String, Vec<u8>)>, OpenError> {
    let opened = unlock(|path| files.get(path).cloned(), passphrase)?;
    let mut all = vec![("frame".to_owned(), opened.frame()?)];
    for path in opened.manifest().pages.keys() {
        all.push((path.to_string(), opened.page(path)?.expect("it is in the manifest")));
    }
    for name in opened.manifest().assets.keys() {
        all.push((name.to_string(), opened.asset(name)?.expect("it is in the manifest")));
    }
    Ok(all)
}

fn text_of(all: &[(String, Vec<u8>)], name: &str) -> String {
    let (_, bytes) = all.iter().find(|(found, _)| found == name).expect("it is there");
    String::from_utf8(bytes.clone()).expect("text")
}

#[test]
fn each_reads_what_is_theirs() {
    let files = files_of(&sealed());
    for (passphrase, audience) in [("mara", "client"), ("otto", "sponsor")] {
        let all = read_all(&files, passphrase).expect("it opens");
        assert_eq!(text_of(&all, "/about"), audience);
        assert_eq!(text_of(&all, "a.txt"), "same");
        assert_eq!(text_of(&all, "empty.txt"), "");
    }
    let refused = read_all(&files, "zoe").expect_err("nobody by that passphrase");
    assert_eq!(refused.refusal(), Some(&Refusal::WrongPassphrase));
}

#[test]
fn the_shards_of_an_index_open_in_their_order() {
    let mut all = [contents("client"), contents("sponsor")];
    for (audience, shards) in all.iter_mut().zip([&["same", "the second"][..], &["same"]]) {
        audience.search = shards.iter().map(|shard| Plaintext::from((*shard).to_owned())).collect();
    }
    let files = files_of(&seal(&keys(), &access(), &all).expect("the sample is in order"));
    let search = |passphrase: &str| {
        let opened = unlock(|path| files.get(path).cloned(), passphrase).expect("it opens");
        let shards = opened.search().expect("every shard opens");
        (shards, opened.manifest().search[0].name.to_hex())
    };
    let ((shards, first), (fewer, same)) = (search("mara"), search("otto"));
    assert_eq!(shards, [&b"same"[..], b"the second"]);
    assert_eq!(fewer, [b"same"]);
    assert_eq!(first, same, "the same first shard is one box");
}

#[test]
fn the_manifest_says_what_was_given() {
    let files = files_of(&sealed());
    let opened = unlock(|path| files.get(path).cloned(), "mara").expect("it opens");
    let manifest = opened.manifest();
    assert_eq!((&*manifest.title, &*manifest.language, &*manifest.timezone), ("Acme shop", "en", "Europe/Amsterdam"));
    assert_eq!(manifest.pages[&PagePath::parse("/").expect("a path")].title, "Home");
    assert_eq!(manifest.assets[&AssetName::parse("a.txt").expect("a name")].size, 4);
}

#[test]
fn what_is_shared_is_one_box() {
    // Frame, "/", "/about" of each audience, the text asset, the empty asset.
    assert_eq!(sealed().box_count(), 6);
    assert_eq!(sealed().manifests().len(), 2);
}

#[test]
fn the_same_twice() {
    assert_eq!(sealed(), sealed());
}

#[test]
fn contents_do_not_show_in_the_files() {
    for (path, bytes) in files_of(&sealed()) {
        for word in ["Home", "main", "client", "sponsor", "Acme", "a.txt"] {
            let shows = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!shows, "{word} in {path}");
        }
    }
}

#[test]
fn slots_come_by_the_eight_and_decoys_stay() {
    let slots_with = |people: usize| {
        let mut access = access();
        access.people = ["anna", "bert", "carl", "dora", "emil", "fien", "gerd", "hans", "inge"][..people]
            .iter()
            .map(|name| person(name, "client"))
            .collect();
        access_json(&keys(), &access).expect("in order").slots
    };
    assert_eq!([0, 1, 7, 8, 9].map(|people| slots_with(people).len()), [8, 8, 8, 8, 16]);
    let (one, two) = (slots_with(1), slots_with(2));
    assert_eq!(one.iter().filter(|slot| two.contains(slot)).count(), 7, "a decoy makes room, the rest stays");
    assert!(one.is_sorted_by_key(|slot| slot.tag));
}

#[test]
fn a_new_epoch_changes_every_file_and_needs_no_passphrase() {
    let mut access = access();
    access.epoch = Epoch::new(4, EpochId([9; 16])).expect("4 is an epoch");
    let raised = seal(&keys(), &access, &[contents("client"), contents("sponsor")]).expect("in order");
    let before = files_of(&sealed());
    let shared: Vec<_> = raised.files().filter(|(path, _)| before.contains_key(*path)).map(|(path, _)| path).collect();
    assert_eq!(shared, ["access.json"]);
    let all = read_all(&files_of(&raised), "mara").expect("the passphrase stays");
    assert_eq!(text_of(&all, "/about"), "client");
}

#[test]
fn two_branches_with_the_same_number_share_no_keys() {
    let epoch = |id| Epoch::new(4, EpochId([id; 16])).expect("4 is an epoch");
    let client = AudienceId::client();
    assert_ne!(keys().audience(&epoch(1), &client).expose(), keys().audience(&epoch(2), &client).expose());
}

#[test]
fn an_ended_access_says_when() {
    let mut access = access();
    access.people[0].ended = Some("2026-11-20".to_owned());
    let portal = seal(&keys(), &access, &[contents("client"), contents("sponsor")]).expect("in order");
    let refused = read_all(&files_of(&portal), "mara").expect_err("it has ended");
    assert_eq!(refused.refusal(), Some(&Refusal::Ended("2026-11-20".to_owned())));
    assert!(read_all(&files_of(&portal), "otto").is_ok());
}

#[test]
fn what_cannot_be_sealed() {
    let both = [contents("client"), contents("sponsor")];
    let other = PortalKeys::new(&WorkspaceKey::generate(&mut Counting(77)), access().portal);
    assert_eq!(seal(&other, &access(), &both), Err(SealError::Escrow { person: "mara".to_owned() }));
    let missing = SealError::NoSuchAudience { person: "otto".to_owned(), audience: both[1].audience.clone() };
    assert_eq!(seal(&keys(), &access(), &both[..1]), Err(missing));
    let twice = [contents("client"), contents("client")];
    assert_eq!(seal(&keys(), &access(), &twice), Err(SealError::AudienceTwice(AudienceId::client())));
    let mut same = access();
    same.people.push(person("mia", "client"));
    let error = SealError::SameTag { person: "mara".to_owned(), other: "mia".to_owned() };
    assert_eq!(seal(&keys(), &same, &both), Err(error));
}

#[test]
fn a_page_that_is_too_long_is_refused_by_its_length_unpacked() {
    for (length, is_sealed) in [(Limit::Whole.bytes(), true), (Limit::Whole.bytes() + 1, false)] {
        let mut client = contents("client");
        let page = PageContents::new("Log".into(), &"a".repeat(length), &mut Framer::for_contents());
        assert_eq!(format!("{:?}", page.body), format!("Framed({length} bytes)"));
        client.pages.insert(PagePath::parse("/log").expect("a path"), page);
        let sealed = seal(&keys(), &access(), &[client, contents("sponsor")]);
        let refused = SealError::TooLong { what: "/log".to_owned() };
        assert_eq!(sealed.err(), (!is_sealed).then_some(refused), "{length}");
    }
}

#[test]
fn long_assets_are_cut() {
    for (length, parts) in [(PART - 1, 1), (PART, 1), (PART + 1, 2), (2 * PART, 2), (2 * PART + 1, 3)] {
        let mut client = contents("client");
        let name = AssetName::parse("long.bin").expect("a name");
        let bytes: Vec<u8> = (0..length).map(|place| (place / 1000 % 251) as u8).collect();
        let asset = AssetContents { media_type: "x/y".to_owned(), bytes: Plaintext::from(bytes.clone()) };
        client.assets.insert(name.clone(), asset);
        let portal = seal(&keys(), &access(), &[client, contents("sponsor")]).expect("in order");
        let opened = unlock(|path| portal.file(path).map(|bytes| bytes.as_bytes().to_vec()), "mara").expect("it opens");
        assert_eq!(opened.manifest().assets[&name].parts.len(), parts);
        assert!(opened.asset(&name).expect("it opens") == Some(bytes), "{length} bytes come back");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(512)))]

    #[test]
    fn any_flipped_bit_in_any_file_but_access_is_refused(
        file: prop::sample::Index,
        place: prop::sample::Index,
        bit in 0..8u8,
    ) {
        let mut files = files_of(&sealed());
        files.remove("access.json");
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        let mut files = files_of(&sealed());
        let bytes = files.get_mut(&path).expect("it is there");
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        let refused = ["mara", "otto"].iter().any(|passphrase| read_all(&files, passphrase).is_err());
        prop_assert!(refused, "{path}");
    }

    #[test]
    fn a_changed_access_file_opens_to_the_same_or_not_at_all(place: prop::sample::Index, byte: u8) {
        let whole = files_of(&sealed());
        let mut files = whole.clone();
        let bytes = files.get_mut("access.json").expect("it is there");
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(all) = read_all(&files, "mara") {
            prop_assert_eq!(all, read_all(&whole, "mara").expect("it opens"));
        }
    }
}
