//! Wrong in the manifest.

use serde_json::{Value, json};
use vestibule::names::AudienceId;
use vestibule::seal::ad::{BoxKind, associated_data};
use vestibule::seal::frame::Framer;

use super::super::forge::Forge;
use super::wrong;

pub(super) fn cases() -> Vec<Value> {
    let mut cases = texts();
    cases.extend(members());
    cases.extend(removed());
    cases.extend(names());
    cases.extend(places());
    cases
}

fn texts() -> Vec<Value> {
    let text = |code: &str, name: &str, text: &[u8]| {
        wrong(code, &format!("a manifest that is {name}"), |forge| forge.put_manifest(text))
    };
    vec![
        text("not-json", "empty", b""),
        text("not-json", "a list", b"[]"),
        text("not-json", "HTML", b"<p>"),
        text("manifest-version", "of another version and shape", b"{\"v\":2}"),
        wrong("not-json", "a manifest that is not UTF-8", |forge| {
            let mut json = forge.manifest_json();
            json.splice(1..1, *b"\"note\":\"\xff\",");
            forge.put_manifest(&json);
        }),
    ]
}

/// One member replaced, by a JSON pointer.
fn members() -> Vec<Value> {
    let r = |name: &str, key: &str| json!([name, key]);
    let (name, key) = ("0".repeat(32), "A".repeat(43));
    let replaced = [
        ("not-json", "/title", json!(1)),
        ("not-json", "/language", json!(null)),
        ("not-json", "/timezone", json!([])),
        ("not-json", "/frame", json!({})),
        ("not-json", "/frame", json!([name])),
        ("not-json", "/frame", json!([name, key, key])),
        ("not-json", "/frame", json!([1, key])),
        ("not-json", "/frame", json!([name, 1])),
        ("not-json", "/frame", r(&name, &key[..42])),
        ("not-json", "/search", json!({})),
        ("not-json", "/search", json!([1])),
        ("not-json", "/pages", json!([])),
        ("not-json", "/pages/~1", json!("Home")),
        ("not-json", "/pages/~1/title", json!(null)),
        ("not-json", "/pages/~1/ref", json!("b")),
        ("not-json", "/assets", json!(null)),
        ("not-json", "/assets/docs~1diagram.png/type", json!(1)),
        ("not-json", "/assets/docs~1diagram.png/size", json!("300")),
        ("not-json", "/assets/docs~1diagram.png/size", json!(-1)),
        ("not-json", "/assets/docs~1diagram.png/size", json!(300.5)),
        ("not-json", "/assets/docs~1diagram.png/parts", json!({})),
        ("base64", "/frame/1", json!(format!("{key}="))),
        ("base64", "/frame/1", json!(format!("{}B", &key[..42]))),
        ("base64", "/pages/~1/ref/1", json!(format!("+{}", &key[..42]))),
        ("base64", "/assets/docs~1diagram.png/parts/0/1", json!(format!("{key} "))),
        ("manifest-version", "/v", json!(2)),
        ("manifest-version", "/v", json!("1")),
        ("manifest-portal", "/portal", json!("00".repeat(16))),
        ("manifest-portal", "/portal", json!("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF")),
        ("manifest-portal", "/portal", json!(1)),
        ("manifest-epoch", "/epoch", json!(2)),
        ("manifest-epoch", "/epoch", json!(4)),
        ("manifest-epoch", "/epoch", json!("3")),
        ("manifest-audience", "/audience", json!("sponsor")),
        ("manifest-audience", "/audience", json!("Client")),
        ("manifest-audience", "/audience", json!(["client"])),
        ("name", "/frame/0", json!("0".repeat(31))),
        ("name", "/frame/0", json!("A".repeat(32))),
        ("name", "/pages/~1/ref/0", json!("../access.json")),
        ("name", "/assets/docs~1diagram.png/parts/0/0", json!("")),
        ("parts", "/assets/docs~1diagram.png/parts", json!([])),
        ("parts", "/assets/docs~1diagram.png/size", json!(299)),
        ("parts", "/assets/docs~1diagram.png/size", json!(301)),
        ("parts", "/assets/files~1long.bin/size", json!(4_194_299)),
    ];
    let replaced = replaced.into_iter().map(|(code, pointer, value)| {
        let shown = format!("{pointer} of the manifest is {}", value.to_string().chars().take(60).collect::<String>());
        wrong(code, &shown, |forge| {
            forge.manifest(|manifest| {
                if pointer == "/search" {
                    manifest["search"] = json!([]);
                }
                *manifest.pointer_mut(pointer).expect("it is there") = value;
            });
        })
    });
    replaced.collect()
}

fn removed() -> Vec<Value> {
    let gone = [
        ("manifest-version", "", "v"),
        ("manifest-portal", "", "portal"),
        ("manifest-epoch", "", "epoch"),
        ("manifest-audience", "", "audience"),
        ("not-json", "", "title"),
        ("not-json", "", "language"),
        ("not-json", "", "timezone"),
        ("not-json", "", "frame"),
        ("not-json", "", "pages"),
        ("not-json", "", "assets"),
        ("not-json", "/pages/~1", "title"),
        ("not-json", "/pages/~1", "ref"),
        ("not-json", "/assets/docs~1diagram.png", "type"),
        ("not-json", "/assets/docs~1diagram.png", "size"),
        ("not-json", "/assets/docs~1diagram.png", "parts"),
    ];
    let gone = gone.into_iter().map(|(code, pointer, key)| {
        wrong(code, &format!("no {pointer}/{key} in the manifest"), |forge| {
            forge.manifest(|manifest| {
                let object = manifest.pointer_mut(pointer).and_then(Value::as_object_mut).expect("an object");
                object.shift_remove(key).expect("it is there");
            });
        })
    });
    gone.collect()
}

/// Page paths and asset names outside the grammar.
fn names() -> Vec<Value> {
    let pages = [
        "",
        "roadmap",
        "//",
        "/a//b",
        "/a/",
        "/.",
        "/..",
        "/../x",
        "/a/../b",
        "/a/./b",
        "/a\\b",
        "/C:/x",
        "/a:b",
        "/a\u{0}",
        "/a\nb",
        "/\u{7f}",
        "/\u{9f}",
        "/u\u{308}ber",
        "\u{212b}",
        "__proto__",
        "constructor",
    ];
    let assets = [
        "",
        "/etc/passwd",
        "../x",
        "a/../x",
        "a//b",
        "a/",
        ".",
        "..",
        "./a",
        "C:\\x",
        "c:x",
        "a\\b",
        "a\u{1b}b",
        "a\u{85}b",
        "u\u{308}.pdf",
    ];
    let pages = pages.map(|path| {
        wrong("name", &format!("page {path:?}"), |forge| {
            forge.manifest(|manifest| manifest["pages"][path] = manifest["pages"]["/"].clone());
        })
    });
    let assets = assets.map(|name| {
        wrong("name", &format!("asset {name:?}"), |forge| {
            forge.manifest(|manifest| manifest["assets"][name] = manifest["assets"]["docs/diagram.png"].clone());
        })
    });
    pages.into_iter().chain(assets).collect()
}

/// Manifests that belong somewhere else, were changed, or are not there.
fn places() -> Vec<Value> {
    let sealed_as = |name: &str, ad: fn(&Forge) -> String| {
        wrong("seal", &format!("a manifest of {name}"), |forge| {
            let frame = Framer::for_manifests().frame(&forge.manifest_json());
            let sealed = forge.audience_root().seal(&ad(forge), &frame).bytes;
            forge.files.insert(forge.manifest_file(), sealed);
        })
    };
    let changed = |name: &str, change: fn(&mut Vec<u8>)| {
        wrong("seal", &format!("a manifest {name}"), |forge| {
            let path = forge.manifest_file();
            change(forge.files.get_mut(&path).expect("it is there"));
        })
    };
    vec![
        sealed_as("another audience", |forge| forge.ad(BoxKind::Manifest, "sponsor")),
        sealed_as("another kind", |forge| forge.ad(BoxKind::Page, "client")),
        sealed_as("another epoch", |forge| associated_data(forge.keys.portal(), 2, BoxKind::Manifest, "client")),
        wrong("seal", "the manifest of the other audience", |forge| {
            let sponsor = AudienceId::parse("sponsor").expect("an audience");
            let other = forge.keys.audience(&forge.epoch, &sponsor).manifest_file();
            let other = forge.files[&other].clone();
            forge.files.insert(forge.manifest_file(), other);
        }),
        changed("with its first byte changed", |bytes| bytes[0] ^= 1),
        changed("with its last byte changed", |bytes| *bytes.last_mut().expect("not empty") ^= 0x80),
        changed("cut short", |bytes| bytes.truncate(60)),
        changed("that is empty", Vec::clear),
        changed("that is HTML", |bytes| {
            *bytes = b"<!doctype html><title>404</title><p>There is nothing here.</p>".to_vec()
        }),
        wrong("missing", "no manifest", |forge| {
            let path = forge.manifest_file();
            forge.files.remove(&path).expect("it is there");
        }),
        wrong("flags", "in the manifest", |forge| {
            let mut frame = Framer::for_manifests().frame(&forge.manifest_json());
            frame[0] |= 0x40;
            let sealed = forge.audience_root().seal(&forge.ad(BoxKind::Manifest, "client"), &frame).bytes;
            forge.files.insert(forge.manifest_file(), sealed);
        }),
    ]
}
