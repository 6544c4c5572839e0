//! Wrong in boxes: frame, pages, assets.

use serde_json::{Value, json};
use vestibule::seal::ad::{BoxKind, associated_data};
use vestibule::seal::boxes::BoxName;
use vestibule::seal::encoding::to_b64;
use vestibule::seal::frame::Framer;

use super::super::forge::{Forge, HOME, frame_of, gzip, noise};
use super::wrong;

const HOME_REF: &str = "/pages/~1/ref";
const LONG_PART: &str = "/assets/files~1long.bin/parts/1";

pub(super) fn cases() -> Vec<Value> {
    let mut cases = files();
    cases.extend(swaps());
    cases.extend(frames());
    cases.extend(parts());
    cases
}

fn files() -> Vec<Value> {
    let gone = |name: &str, pointer: &str| wrong("missing", name, |forge| forge.remove_box_of(pointer));
    let changed = |name: &str, change: fn(&mut Vec<u8>)| {
        wrong("box-name", name, |forge| {
            let path = forge.box_of(HOME_REF);
            change(forge.files.get_mut(&path).expect("it is there"));
        })
    };
    vec![
        gone("no box of a page", HOME_REF),
        gone("no box of the frame", "/frame"),
        gone("no second part of an asset", LONG_PART),
        changed("the first byte of a page's box", |bytes| bytes[0] ^= 1),
        changed("the last byte of a page's box", |bytes| *bytes.last_mut().expect("not empty") ^= 1),
        changed("a byte behind a page's box", |bytes| bytes.push(0)),
        changed("an empty box", Vec::clear),
        wrong("box-name", "two boxes with their names exchanged", |forge| {
            let (home, frame) = (forge.box_of(HOME_REF), forge.box_of("/frame"));
            let (first, second) = (forge.files[&home].clone(), forge.files[&frame].clone());
            forge.files.extend([(home, second), (frame, first)]);
        }),
    ]
}

/// The right boxes in wrong places.
fn swaps() -> Vec<Value> {
    let manifest = |name: &str, change: fn(&mut Value)| wrong("seal", name, |forge| forge.manifest(change));
    let elsewhere = |name: &str, ad: fn(&Forge) -> String| {
        wrong("seal", &format!("a page sealed for {name}"), |forge| {
            let sealed =
                forge.keys.files(&forge.epoch).seal(&ad(forge), &Framer::for_contents().frame(HOME.as_bytes()));
            let name = BoxName::of(&sealed.bytes);
            let reference = json!([name.to_hex(), to_b64(sealed.key.expose())]);
            forge.files.insert(name.file(), sealed.bytes);
            forge.manifest(|manifest| manifest["pages"]["/"]["ref"] = reference);
        })
    };
    vec![
        manifest("two pages with their REFs exchanged", |manifest| {
            let home = manifest["pages"]["/"]["ref"].clone();
            manifest["pages"]["/"]["ref"] = manifest["pages"]["/docs/über-uns"]["ref"].take();
            manifest["pages"]["/docs/über-uns"]["ref"] = home;
        }),
        manifest("a page under another path", |manifest| {
            let pages = manifest["pages"].as_object_mut().expect("pages");
            let home = pages.shift_remove("/").expect("it is there");
            pages.insert("/elsewhere".to_owned(), home);
        }),
        manifest("the frame in place of a page", |manifest| manifest["pages"]["/"]["ref"] = manifest["frame"].clone()),
        manifest("another key", |manifest| manifest["pages"]["/"]["ref"][1] = json!("A".repeat(43))),
        manifest("another media type", |manifest| manifest["assets"]["docs/diagram.png"]["type"] = json!("text/html")),
        manifest("two parts in the wrong order", |manifest| {
            manifest["assets"]["files/long.bin"]["parts"].as_array_mut().expect("parts").reverse();
        }),
        manifest("a part left out", |manifest| {
            let asset = &mut manifest["assets"]["files/long.bin"];
            asset["parts"].as_array_mut().expect("parts").pop();
            asset["size"] = json!(4_194_299);
        }),
        elsewhere("another epoch", |forge| associated_data(forge.keys.portal(), 2, BoxKind::Page, "/")),
        elsewhere("another portal", |_| associated_data(vestibule::seal::PortalId([1; 16]), 3, BoxKind::Page, "/")),
        elsewhere("another path", |forge| forge.ad(BoxKind::Page, "/roadmap")),
        elsewhere("another kind", |forge| forge.ad(BoxKind::Frame, "/")),
        wrong("seal", "a box too short to be one, under its right name", |forge| {
            let sealed = vec![7; 47];
            let name = BoxName::of(&sealed);
            forge.files.insert(name.file(), sealed);
            forge.manifest(|manifest| manifest["pages"]["/"]["ref"][0] = json!(name.to_hex()));
        }),
    ]
}

/// Boxes that open to frames that are wrong. `frames.json` has more of them.
fn frames() -> Vec<Value> {
    let home = |code: &str, name: &str, frame: Vec<u8>| {
        wrong(code, &format!("a page with {name}"), |forge| forge.put_home(&frame))
    };
    let good = frame_of(0, HOME.as_bytes());
    let (mut longer, mut dirty) = (good.clone(), frame_of(0, &noise(100)));
    longer.extend([0; 8]);
    *dirty.last_mut().expect("not empty") = 1;
    let beyond = [&[0][..], &100_u32.to_be_bytes(), &[b' '; 91]].concat();
    let member = gzip(HOME.as_bytes());
    vec![
        home("flags", "flag bit 1", frame_of(2, HOME.as_bytes())),
        home("flags", "flag bit 7", frame_of(0x80, HOME.as_bytes())),
        home("length", "a length beyond its frame", beyond),
        home("length", "an empty frame", Vec::new()),
        home("frame-size", "too much padding", longer),
        home("frame-size", "no padding", [&[0][..], &100_u32.to_be_bytes(), &noise(100)].concat()),
        home("padding", "padding that is not zero", dirty),
        home("gzip", "two members", frame_of(1, &[member.clone(), member.clone()].concat())),
        home("gzip", "something behind the member", frame_of(1, &[&member[..], b"more"].concat())),
        home("gzip", "a zero behind the member", frame_of(1, &[&member[..], b"\0"].concat())),
        home("gzip", "half a member", frame_of(1, &member[..member.len() / 2])),
        home("gzip", "no member", frame_of(1, HOME.as_bytes())),
        home("inflated", "64 MiB and 1 inflated", frame_of(1, &gzip(&vec![0; (64 << 20) + 1]))),
        wrong("padding", "the frame with padding that is not zero", |forge| {
            let mut frame = frame_of(0, &noise(100));
            *frame.last_mut().expect("not empty") = 1;
            let reference = forge.put_box(BoxKind::Frame, "", &frame);
            forge.manifest(|manifest| manifest["frame"] = reference);
        }),
    ]
}

fn parts() -> Vec<Value> {
    let asset = |code: &str, name: &str, size: usize, frames: fn() -> Vec<Vec<u8>>| {
        wrong(code, name, |forge| {
            let frames = frames();
            let parts: Vec<Value> = frames
                .iter()
                .enumerate()
                .map(|(place, frame)| {
                    let name = vestibule::seal::ad::part_name("x/y", place + 1, frames.len());
                    forge.put_box(BoxKind::Asset, &name, frame)
                })
                .collect();
            forge.manifest(|manifest| {
                manifest["assets"]["files/long.bin"] = json!({ "type": "x/y", "size": size, "parts": parts })
            });
        })
    };
    vec![
        asset("inflated", "a part of 4 MiB and 1 inflated", (4 << 20) + 1, || {
            vec![frame_of(1, &gzip(&vec![0; (4 << 20) + 1]))]
        }),
        asset("parts", "two parts that add up to one byte more", 10, || {
            vec![frame_of(0, b"hello"), frame_of(0, b"world!")]
        }),
        asset("parts", "two parts that add up to one byte less", 12, || {
            vec![frame_of(0, b"hello"), frame_of(0, b"world!")]
        }),
        wrong("seal", "an asset in one piece whose name says part 1 of 1", |forge| {
            let reference = forge.put_box(BoxKind::Asset, "x/y#1/1", &frame_of(0, b"hello"));
            forge.manifest(|manifest| {
                manifest["assets"]["files/long.bin"] = json!({ "type": "x/y", "size": 5, "parts": [reference] })
            });
        }),
    ]
}
