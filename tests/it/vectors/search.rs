//! Indexes that the program makes, for the scripts to read.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use vestibule::seal::encoding::to_b64;

use crate::reader::{on_disk, open, tree};
use crate::workspace::Workspace;

/// Everybody who may open these portals.
const READER: &str = "Petra";

/// The corpus of `tests/search`, and documents that are too many for one shard.
pub(super) fn cases() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search/corpus");
    let mut corpus = Workspace::new();
    for (path, bytes) in tree(&folder) {
        corpus = corpus.file(&format!("corpus/{path}"), bytes);
    }
    vec![case("corpus", "tests/search/corpus", &corpus), case("many", "150 documents, in several shards", &many())]
}

/// Of 150 documents each has a word that no other has, a heading that each tenth has, and words that all have.
fn many() -> Workspace {
    let mut many = Workspace::new().client("many");
    for number in 0..150 {
        let (code, part) = (code(number), number % 10);
        let text = format!(
            "# Report {number}\n\nEverybody reads this {code}.\n\n## Part {part}\n\n{}\n\n## Part {part}\n\nOnce more.\n",
            format!("What {code} means to part {part}, in several words and on {number} days. ").repeat(6),
        );
        many = many.file(&format!("many/docs/d{number:03}.md"), text);
    }
    many
}

/// A word of letters that stands for a number.
fn code(number: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from((number * 7 / at + at) % 26).expect("a letter"));
    [1, 3, 10, 35].into_iter().map(letter).collect()
}

fn case(client: &str, name: &str, workspace: &Workspace) -> Value {
    let people = [(READER, "client")];
    workspace.write(
        &format!("{client}/access.lock"),
        vestibule::access::write_lock(&crate::workspace::access(client, 1, &people)),
    );
    workspace.build();
    let address = fs::read_dir(workspace.path("dist")).expect("it was built");
    let mut folders = address.map(|entry| entry.expect("it can be read").path()).filter(|path| path.is_dir());
    let portal = folders.next().expect("one portal");
    let opened = open(on_disk(&portal), READER).expect("the reader is let in");
    let shards = opened.search().expect("every shard opens");
    json!({"name": name, "shards": shards.iter().map(|shard| to_b64(shard)).collect::<Vec<_>>()})
}

/// That they are of several shards, and of one.
pub(super) fn check(cases: &[Value]) {
    let counts: Vec<usize> = cases.iter().map(|case| case["shards"].as_array().map_or(0, Vec::len)).collect();
    assert!(matches!(counts[..], [1, many] if many > 4), "{counts:?}");
}
