//! The shared test vectors in `tests/vectors`: that this program makes exactly the committed ones, and that they open,
//! or are refused, as they say. The JavaScript opener is held to the same files. Their shapes are described in their
//! README.
//!
//! `VESTIBULE_WRITE_VECTORS=1 cargo test --test it vectors` writes them anew.

mod check;
mod forge;
mod frames;
mod hostile;
mod parts;
mod pieces;
mod portals;
mod search;

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

/// A file of vectors as text: one case a line, so that a change shows as the line it is.
fn to_text(about: &str, base: Option<&Value>, cases: &[Value]) -> String {
    let base = base.map_or_else(String::new, |base| format!("\"base\":{base},\n"));
    let lines: Vec<String> = cases.iter().map(Value::to_string).collect();
    format!("{{\"about\":{},\n{base}\"cases\":[\n{}\n]}}\n", json!(about), lines.join(",\n"))
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

/// The cases of a file, each with all its files; none if there is no such file.
fn cases_of(file: &str) -> Vec<Value> {
    let Ok(text) = fs::read_to_string(folder().join(file)) else {
        return Vec::new();
    };
    let mut file: Value = serde_json::from_str(&text).expect("vectors are JSON");
    let Value::Array(mut cases) = file["cases"].take() else {
        panic!("vectors have a list of cases");
    };
    if let Some(base) = file.get("base") {
        cases.iter_mut().for_each(|case| put_over(base, case));
    }
    cases
}

/// Completes the files of a case with those of `base`, and leaves out what the case takes away.
fn put_over(base: &Value, case: &mut Value) {
    let mut files = base.as_object().expect("files").clone();
    for (path, bytes) in case["files"].as_object().expect("files") {
        files.insert(path.clone(), bytes.clone());
    }
    files.retain(|_, bytes| !bytes.is_null());
    case["files"] = Value::Object(files);
}

/// Compares a file with what this program makes, or writes it.
fn compare(file: &str, about: &str, base: Option<&Value>, cases: &[Value]) {
    let text = to_text(about, base, cases);
    let path = folder().join(file);
    if std::env::var_os("VESTIBULE_WRITE_VECTORS").is_some_and(|value| value == "1") {
        fs::write(&path, text).expect("the folder of vectors can be written to");
        return;
    }
    let committed = fs::read_to_string(&path).expect("the file is committed");
    let differs = committed.lines().zip(text.lines()).position(|(committed, made)| committed != made);
    assert!(
        committed == text,
        "{file} differs from what this program makes, first in line {:?}",
        differs.map(|line| line + 1)
    );
}

#[test]
fn padme() {
    compare("padme.json", "padme(length) == padded", None, &parts::padme());
    cases_of("padme.json").iter().for_each(check::padme);
}

#[test]
fn passphrases() {
    compare("passphrases.json", "normal(input), or why it is refused", None, &parts::passphrases());
    cases_of("passphrases.json").iter().for_each(check::passphrase);
}

#[test]
fn keys() {
    compare("keys.json", "every derived key of one portal at one epoch", None, &parts::keys());
    cases_of("keys.json").iter().for_each(check::keys);
}

#[test]
fn boxes() {
    compare("boxes.json", "the one primitive", None, &parts::boxes());
    cases_of("boxes.json").iter().for_each(check::sealed_box);
}

#[test]
fn frames() {
    compare("frames.json", "what a frame holds, or why it is refused", None, &frames::cases());
    cases_of("frames.json").iter().for_each(check::frame);
}

#[test]
fn portals() {
    compare("portals.json", "whole portals that open, and what is in them", None, &portals::cases());
    for file in ["portals.json", "js-portals.json"] {
        cases_of(file).iter().for_each(check::portal);
    }
}

#[test]
fn hostile_portals() {
    let about = "whole portals with one thing wrong each, and the code with which they are refused";
    compare("hostile.json", about, Some(&hostile::base()), &hostile::cases());
    for file in ["hostile.json", "js-hostile.json"] {
        cases_of(file).iter().for_each(check::hostile);
    }
    check::every_code_occurs(&cases_of("hostile.json"));
}

#[test]
fn search_indexes() {
    compare("search-indexes.json", "indexes, shard by shard", None, &search::cases());
    search::check(&cases_of_indexes());
}

/// Cases without files of their own.
fn cases_of_indexes() -> Vec<Value> {
    let text = fs::read_to_string(folder().join("search-indexes.json")).expect("the file is committed");
    let file: Value = serde_json::from_str(&text).expect("vectors are JSON");
    file["cases"].as_array().expect("a list of cases").clone()
}
