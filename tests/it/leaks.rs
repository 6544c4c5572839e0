//! Nothing that a client is to read stands in a published file, and all of it is there for whoever has the passphrase.

mod search;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use sha2::{Digest, Sha256};
use vestibule::names::PagePath;
use vestibule::seal::encoding::from_b64;
use vestibule::seal::{Files, Opened, Opener};

use crate::reader::{below, contents, on_disk, tree};
use crate::workspace::{KEY, Workspace, noise};
use search::Search;

/// Who may find a word in an opened portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// Everybody who can open it.
    All,
    /// Only the second audience.
    Board,
    /// Nobody: it is not part of the portal.
    Nobody,
}

/// Words that occur nowhere else, each standing for one kind of content.
#[derive(Default)]
struct Canaries(RefCell<BTreeMap<String, (&'static str, Who)>>);

impl Canaries {
    fn all(&self, what: &'static str) -> String {
        self.word(what, Who::All)
    }

    fn board(&self, what: &'static str) -> String {
        self.word(what, Who::Board)
    }

    fn nobody(&self, what: &'static str) -> String {
        self.word(what, Who::Nobody)
    }

    fn word(&self, what: &'static str, who: Who) -> String {
        let letters = Sha256::digest(what).iter().take(14).map(|byte| char::from(b'a' + byte % 26)).collect::<String>();
        let before = self.0.borrow_mut().insert(letters.clone(), (what, who));
        assert!(before.is_none(), "`{what}` is used twice");
        letters
    }

    fn search(&self) -> Search {
        Search::new(self.0.borrow().keys().map(String::as_str))
    }

    /// What these words stand for.
    fn meaning(&self, words: &BTreeSet<String>) -> BTreeSet<&'static str> {
        words.iter().map(|word| self.0.borrow().get(word).map_or("a secret", |(what, _)| what)).collect()
    }

    /// What words for these readers stand for.
    fn of(&self, readers: &[Who]) -> BTreeSet<&'static str> {
        self.0.borrow().values().filter(|(_, who)| readers.contains(who)).map(|(what, _)| *what).collect()
    }
}

/// A workspace in which every kind of content is there once, with a word of its own.
fn full_of(words: &Canaries) -> (Workspace, String, String) {
    let client = words.nobody("client folder");
    let board = words.board("audience");
    let in_client = |path: String| format!("{client}/{path}");
    let folder = words.all("docs folder");
    let page = words.all("doc file name");
    let picture = words.all("picture name");
    let board_page = words.board("restricted doc file name");
    let board_file = words.board("restricted file name");
    let board_folder = words.board("restricted folder");

    let client_yml = format!(
        "# {}\nname: {}\nproject: {}\naddress: harbour-42\ntimezone: Europe/Tallinn\nlanguage: nl-BE\n\
         audiences: [{board}] # {}\n",
        words.nobody("comment in client.yml"),
        words.all("client name"),
        words.all("project name"),
        words.nobody("comment behind a value"),
    );
    let doc = format!(
        "---\ntitle: {}\nkind: how-to\norder: 3 # {}\nid: {}\nreviewer: {}\n---\n\n{} **{}** *{}* ~~{}~~ `{}`\n\n\
         # {}\n\n## Second {{#{}}}\n\n- {}\n- [ ] {}\n\n| {} | b |\n|---|---|\n| {} | d |\n\n> [!NOTE]\n> {}\n\n\
         ```rust\nlet {} = \"{}\"; // {}\n```\n\n    {}\n\nA note[^1].\n\n[^1]: {}\n\n\
         [{}](https://{}.example/{}?q={} \"{}\")\n<{}@mail.example>\n![{}](pictures/{picture}.png \"{}\")\n\n\
         <abbr title=\"{}\">x</abbr> <details><summary>{}</summary>{}</details>\n\n\
         <!-- {} -->\n\n<script>{}</script>\n\n<b data-x=\"{}\">y</b>\n\n[unused]: https://{}.example\n\n\
         [file](../../files/plan.bin) [by reference][used]\n\n[used]: https://{}.example\n",
        words.all("doc title"),
        words.nobody("comment in front matter"),
        words.nobody("id of a doc"),
        words.nobody("unknown front matter"),
        words.all("body text"),
        words.all("strong text"),
        words.all("emphasis"),
        words.all("struck text"),
        words.all("inline code"),
        words.all("heading"),
        words.all("anchor"),
        words.all("list item"),
        words.all("task"),
        words.all("table head"),
        words.all("table cell"),
        words.all("alert"),
        words.all("code word"),
        words.all("code text"),
        words.all("code comment"),
        words.all("indented code"),
        words.all("footnote"),
        words.all("link text"),
        words.all("link host"),
        words.all("link path"),
        words.all("link query"),
        words.all("link title"),
        words.all("mail address"),
        words.all("picture description"),
        words.all("picture title"),
        words.all("title attribute"),
        words.all("raw HTML"),
        words.all("text in raw HTML"),
        words.nobody("HTML comment"),
        words.nobody("script"),
        words.nobody("removed attribute"),
        words.nobody("unused reference"),
        words.all("reference"),
    );
    let glossary = format!(
        "# {}\n{}: {}\n{}:\n  short: {}\n  aka: [{}]\n  means: {}\n{}:\n  short: {}\n  aka: [{}]\n  \
         audience: [{board}]\n{}:\n  short: {}\n  draft: true\n",
        words.nobody("comment in the glossary"),
        words.all("term"),
        words.all("explanation"),
        words.all("long term"),
        words.all("short explanation"),
        words.all("other form"),
        words.all("long explanation"),
        words.board("restricted term"),
        words.board("restricted explanation"),
        words.board("restricted form"),
        words.nobody("draft term"),
        words.nobody("draft explanation"),
    );
    let board_doc = format!(
        "---\ntitle: {}\naudience: [{board}]\n---\n{}\n\n## {}\n\n[figures](../../files/{board_file}.csv) \
         ![{}](chart.svg)\n",
        words.board("restricted title"),
        words.board("restricted text"),
        words.board("restricted heading"),
        words.board("restricted description"),
    );
    let draft = format!(
        "---\ntitle: {}\ndraft: true\n---\n{}\n\n![x](draft.svg)\n",
        words.nobody("draft title"),
        words.nobody("draft text"),
    );
    // A word that lies across the cut between the two parts of a large file.
    let (in_part, across) = (words.all("word in the second part"), words.all("word across two parts"));
    let mut large = noise(7, 4_194_292);
    large.extend_from_slice(format!("{across} {in_part}").as_bytes());
    let picture_bytes = [&noise(3, 700), words.all("text in a picture").as_bytes(), &noise(4, 300)].concat();

    let workspace = Workspace::new()
        .file(&in_client("client.yml".into()), client_yml)
        .file(&in_client(format!("docs/{folder}/{page}.md")), doc)
        .file(&in_client(format!("docs/{folder}/pictures/{picture}.png")), picture_bytes)
        .file(&in_client(format!("docs/{board_folder}/{board_page}.md")), board_doc)
        .file(
            &in_client(format!("docs/{board_folder}/chart.svg")),
            format!("<svg>{}</svg>", words.board("restricted picture")),
        )
        .file(&in_client(format!("docs/{}.md", words.nobody("draft file name"))), draft)
        .file(&in_client("docs/draft.svg".into()), format!("<svg>{}</svg>", words.nobody("picture of a draft")))
        .file(&in_client("docs/unlinked.svg".into()), format!("<svg>{}</svg>", words.nobody("unlinked picture")))
        .file(&in_client(format!("docs/_{}.md", words.nobody("private doc"))), words.nobody("private text"))
        .file(&in_client("glossary.yml".into()), glossary)
        .file(&in_client(format!("files/{}.txt", words.all("file name"))), words.all("text file"))
        .file(&in_client("files/old/minutes.gz".into()), gzip(&words.all("compressed file")))
        .file(&in_client(format!("files/{}/a.txt", words.all("folder of files"))), "a")
        .file(&in_client("files/plan.bin".into()), large)
        .file(&in_client(format!("files/{board_file}.csv")), words.board("restricted file"))
        .file(&in_client(format!("files/.{}.txt", words.nobody("dot file"))), words.nobody("text in a dot file"))
        .file(&in_client(format!("files/_{}.txt", words.nobody("underscore file"))), words.nobody("underscore text"))
        .file(&in_client("_internal/margins.md".into()), words.nobody("internal text"))
        .file(&in_client("_internal/files/x.txt".into()), words.nobody("internal file"))
        .file(&in_client(".git/config".into()), words.nobody("version control"))
        .file(&in_client("notes.txt".into()), words.nobody("file beside client.yml"))
        .file(&in_client("unheard-of.yml".into()), format!("x: {}", words.nobody("YAML of an unknown kind")))
        .file(&in_client("elsewhere/page.md".into()), words.nobody("Markdown of an unknown kind"))
        .file(&in_client("elsewhere/sketch.svg".into()), words.nobody("picture that nothing links to"))
        .file("shared/people.yml", words.nobody("shared file"))
        .file("README.md", words.nobody("file beside vestibule.yml"))
        .file(".vestibule/notes", words.nobody("file beside the key"))
        .file(
            "other/client.yml",
            format!(
                "name: {}\nproject: {}\naddress: quay-7\n",
                words.nobody("other client's name"),
                words.nobody("other client's project")
            ),
        )
        .file("other/docs/page.md", words.nobody("other client's text"))
        .file(
            &format!("other/files/{}.txt", words.nobody("other client's file")),
            words.nobody("other client's file text"),
        );
    (workspace, client, board)
}

fn gzip(text: &str) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(text.as_bytes()).and_then(|()| writer.finish()).expect("memory takes everything")
}

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
}

/// What the words that occur anywhere in an opened portal stand for.
fn found_in<F: Files>(opened: &Opened<F>, search: &Search, words: &Canaries) -> BTreeSet<&'static str> {
    let contents = contents(opened).expect("everything opens");
    let mut found = search.find(&opened.manifest().to_json());
    found.extend(search.find(contents.frame.as_bytes()));
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
    assert_eq!(restricted, 3, "a page, a picture and a file");
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
