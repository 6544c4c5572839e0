//! Nothing that a client is to read stands in a published file, and all of it is there for whoever has the passphrase.

mod closed;
mod index;
mod items;
mod search;
mod shared;
mod texts;
mod trace;
mod words;

use std::collections::BTreeSet;

use vestibule::names::PagePath;
use vestibule::seal::encoding::from_b64;
use vestibule::seal::{Files, Opened, Opener};

use crate::reader::{Contents, below, contents, on_disk, tree};
use crate::workspace::{KEY, Workspace};
use search::Search;
use texts::full_of;
use words::{Canaries, Who};

#[test]
fn nothing_stands_in_what_is_published_and_everything_opens() {
    let words = Canaries::default();
    let (workspace, client, board) = full_of(&words);
    let (reader, member) = (words.nobody("person"), words.nobody("person of the board"));
    let add = |arguments: &[&str]| {
        let added = workspace.run([&["access", "add", client.as_str()], arguments].concat()).ended_with(0);
        added.stdout.trim_end().to_owned()
    };
    let passphrase = add(&[reader.as_str()]);
    let board_passphrase = add(&[member.as_str(), "--audience", &board]);
    workspace.build();

    let published = tree(&workspace.path("dist"));
    let mut search = words.search();
    search.add_bytes("the workspace key", &from_b64(KEY).expect("the key is base64"));
    search.add_bytes("the time zone", b"Europe/Tallinn");
    for (name, secret) in [("the passphrase", &passphrase), ("the other passphrase", &board_passphrase)] {
        search.add_bytes(name, secret.as_bytes());
    }
    for (path, bytes) in &published {
        for (place, bytes) in [("name", path.as_bytes()), ("contents", bytes)] {
            let found = search.find(bytes);
            assert!(found.is_empty(), "{path}: its {place} has {found:?}: {:?}", words.meaning(&found));
        }
    }
    for file in ["index.html", "access.json"] {
        assert!(published.contains_key(&format!("harbour-42/{file}")), "{file} is published");
    }

    let portal = workspace.path("dist/harbour-42");
    let opened = Opener::new(on_disk(&portal)).unlock(&passphrase).expect("the passphrase opens the portal");
    assert_eq!(found_in(&opened, &search, &words), words.of(&[Who::All]), "what the client finds");
    assert_eq!(opened.manifest().timezone, "Europe/Tallinn");
    let all = Opener::new(on_disk(&portal)).unlock(&board_passphrase).expect("the other passphrase opens it, too");
    assert_eq!(found_in(&all, &search, &words), words.of(&[Who::All, Who::Board]), "what the board finds");
    no_key_to_what_is_restricted(&opened, &all);

    let [index, whole] = [&opened, &all]
        .map(|opened| words.meaning(&found_in_index(&contents(opened).expect("everything opens"), &search)));
    assert!(index.is_subset(&words.of(&[Who::All])), "what the client can look for");
    let restricted: BTreeSet<&str> = whole.difference(&index).copied().collect();
    assert!(restricted.is_subset(&words.of(&[Who::Board])), "what the board alone can look for: {restricted:?}");
    for what in ["body text", "heading", "inline code", "code comment", "table cell", "footnote", "doc title"] {
        assert!(index.contains(what), "the client can look for the {what}");
    }
    assert!(restricted.len() > 20, "{restricted:?}");
}

/// What the words that occur anywhere in an opened portal stand for.
fn found_in<F: Files>(opened: &Opened<F>, search: &Search, words: &Canaries) -> BTreeSet<&'static str> {
    let contents = contents(opened).expect("everything opens");
    let mut found = search.find(&opened.manifest().to_json());
    found.extend(search.find(contents.frame.as_bytes()));
    found.extend(found_in_index(&contents, search));
    for (path, (title, body)) in &contents.pages {
        [path, title, body].into_iter().for_each(|text| found.extend(search.find(text.as_bytes())));
    }
    for (name, (_, bytes)) in &contents.assets {
        found.extend(search.find(name.as_bytes()));
        found.extend(search.find(bytes));
    }
    found.remove("the time zone");
    words.meaning(&found)
}

/// What a reader can look for.
fn found_in_index(contents: &Contents, search: &Search) -> BTreeSet<String> {
    assert!(!contents.search.is_empty(), "there is an index");
    let mut found = search.find(index::words(&contents.search).join(" ").as_bytes());
    found.extend(contents.search.iter().flat_map(|shard| search.find(shard)));
    found
}

/// Of what only one of two readers sees, the manifest of the other has neither name nor key.
fn no_key_to_what_is_restricted<F: Files>(reader: &Opened<F>, board: &Opened<F>) {
    let json = String::from_utf8(reader.manifest().to_json()).expect("JSON is text");
    let mut restricted = 0;
    for (path, page) in &board.manifest().pages {
        if !reader.manifest().pages.contains_key(path) {
            assert!(!json.contains(&page.reference.name.to_hex()), "{path}");
            restricted += 1;
        }
    }
    for (name, asset) in &board.manifest().assets {
        if !reader.manifest().assets.contains_key(name) {
            asset.parts.iter().for_each(|part| assert!(!json.contains(&part.name.to_hex()), "{name}"));
            restricted += 1;
        }
    }
    assert_eq!(restricted, 11, "five pages, four pictures and two files");
    let documents = PagePath::parse("/documents").expect("a path");
    let [one, other] = [reader, board].map(|opened| opened.manifest().pages[&documents].reference.name.to_hex());
    assert_ne!(one, other, "the list of documents differs");
}

#[test]
fn the_gate_of_two_clients_is_the_same() {
    let workspace = Workspace::new()
        .file("brand/mark.svg", "<svg/>")
        .file("vestibule.yml", "name: Linden Studio\nbrand:\n  logo: brand/mark.svg\n  accent: \"#1d5a6b\"\n")
        .client("harbour-42")
        .file("quay-7/client.yml", "name: Somebody\nproject: Shop\nlanguage: nl\ntimezone: Europe/Tallinn\n")
        .file("quay-7/docs/page.md", "# Page\n");
    workspace.build();
    let published = tree(&workspace.path("dist"));
    let gate = |address: &str| {
        let mut files = below(&published, address);
        files.retain(|path, _| !path.starts_with("b/") && !path.starts_with("m/") && path != "access.json");
        files
    };
    let gates = ["harbour-42", "quay-7"].map(gate);
    assert!(gates[0].len() > 5 && gates[0].keys().any(|name| name.starts_with("mark.")), "{:?}", gates[0].keys());
    assert_eq!(gates[0], gates[1]);
    let names: BTreeSet<&str> = published.keys().filter_map(|path| path.split('/').next()).collect();
    assert_eq!(names, BTreeSet::from(["harbour-42", "quay-7", "_headers", ".nojekyll", "robots.txt"]));
    for root in ["_headers", ".nojekyll", "robots.txt"] {
        let text = String::from_utf8_lossy(&published[root]).into_owned();
        assert!(!text.contains("harbour") && !text.contains("quay"), "{root} names no portal");
    }
}
