//! Makes the vectors of frames.

use flate2::GzBuilder;
use serde_json::{Value, json};
use vestibule::seal::frame::{Framer, PART};

use super::check::sha256;
use super::forge::{frame_of, gzip, gzip_with, noise};
use super::pieces;

pub(super) fn cases() -> Vec<Value> {
    let mut cases = plain();
    cases.extend(compressed());
    cases.extend(limits());
    cases.extend(refused());
    cases
}

fn opens(name: &str, frame: &[u8], payload: &[u8], limit: &str) -> Value {
    json!({
        "name": name,
        "frame": pieces::write(frame),
        "limit": limit,
        "size": payload.len(),
        "sha256": sha256(payload),
    })
}

fn refuse(name: &str, frame: &[u8], limit: &str, code: &str) -> Value {
    json!({ "name": name, "frame": pieces::write(frame), "limit": limit, "refuse": code })
}

/// Frames as this program makes them of payloads that do not compress.
fn plain() -> Vec<Value> {
    [0, 1, 2, 3, 4, 5, 10, 11, 12, 27, 28, 59, 60, 61, 100, 123, 124, 251, 252, 507, 508, 1019, 1020, 1500]
        .into_iter()
        .map(|length| {
            let payload = noise(length);
            let mut case =
                opens(&format!("{length} bytes of noise"), &Framer::for_contents().frame(&payload), &payload, "whole");
            case["seals"] = json!(true);
            case
        })
        .collect()
}

fn compressed() -> Vec<Value> {
    let text = b"On track. ".repeat(50);
    let header =
        || GzBuilder::new().filename("page.html").comment("by hand").extra(vec![1, 2, 3, 4]).mtime(1_700_000_000);
    vec![
        opens("gzip", &frame_of(1, &gzip(&text)), &text, "whole"),
        opens(
            "gzip with name, comment, extra field and time",
            &frame_of(1, &gzip_with(header(), &text)),
            &text,
            "whole",
        ),
        opens("gzip of nothing", &frame_of(1, &gzip(b"")), b"", "whole"),
        opens("gzip although it is longer so", &frame_of(1, &gzip(b"a")), b"a", "part"),
        opens("not compressed although it could be", &frame_of(0, &text), &text, "part"),
    ]
}

fn limits() -> Vec<Value> {
    let zeros = |length: usize| vec![0; length];
    let part = 4 << 20;
    vec![
        opens("a full part", &frame_of(0, &zeros(PART)), &zeros(PART), "part"),
        opens("a full part, gzip", &frame_of(1, &gzip(&zeros(PART))), &zeros(PART), "part"),
        opens("a part of 4 MiB, gzip", &frame_of(1, &gzip(&zeros(part))), &zeros(part), "part"),
        opens("a part of 4 MiB", &frame_of(0, &zeros(part)), &zeros(part), "part"),
        refuse("a part of 4 MiB and 1, gzip", &frame_of(1, &gzip(&zeros(part + 1))), "part", "inflated"),
        refuse("a part of 4 MiB and 1", &frame_of(0, &zeros(part + 1)), "part", "inflated"),
        opens("4 MiB and 1 of a page", &frame_of(1, &gzip(&zeros(part + 1))), &zeros(part + 1), "whole"),
        refuse("64 MiB and 1 of a page", &frame_of(1, &gzip(&zeros((64 << 20) + 1))), "whole", "inflated"),
    ]
}

fn refused() -> Vec<Value> {
    bad_heads()
        .into_iter()
        .chain(bad_sizes())
        .chain(bad_members())
        .map(|(name, frame, code)| refuse(&name, &frame, "whole", code))
        .collect()
}

type Bad = (String, Vec<u8>, &'static str);

fn bad_heads() -> Vec<Bad> {
    let mut bad: Vec<Bad> =
        (1..8).map(|bit| (format!("flag bit {bit}"), frame_of(1 << bit, b"payload"), "flags")).collect();
    bad.push(("flag bit 1 beside gzip".to_owned(), frame_of(3, &gzip(b"payload")), "flags"));
    bad.push(("nothing".to_owned(), vec![], "length"));
    bad.push(("four bytes".to_owned(), vec![0; 4], "length"));
    bad.push(("one byte with flag bit 1".to_owned(), vec![2], "flags"));
    let said = |length: u32| [&[0][..], &length.to_be_bytes(), &[0; 27]].concat();
    bad.push(("length one beyond".to_owned(), said(28), "length"));
    bad.push(("length 2^32-1".to_owned(), said(u32::MAX), "length"));
    bad.push(("length 2^31".to_owned(), said(1 << 31), "length"));
    bad
}

fn bad_sizes() -> Vec<Bad> {
    let good = frame_of(0, &noise(100));
    let longer = [good.as_slice(), &[0; 8]].concat();
    let mut padding = good.clone();
    *padding.last_mut().expect("not empty") = 1;
    let mut first = good.clone();
    first[105] = 0x80;
    vec![
        ("not padded".to_owned(), good[..105].to_vec(), "frame-size"),
        ("padding one short".to_owned(), good[..good.len() - 1].to_vec(), "frame-size"),
        ("padding one long".to_owned(), [good.as_slice(), &[0]].concat(), "frame-size"),
        ("padded to the next size but one".to_owned(), longer, "frame-size"),
        ("empty payload with padding".to_owned(), vec![0; 6], "frame-size"),
        ("last byte of padding".to_owned(), padding, "padding"),
        ("first byte of padding".to_owned(), first, "padding"),
    ]
}

fn bad_members() -> Vec<Bad> {
    let text = b"On track. ".repeat(50);
    let member = gzip(&text);
    let changed = |from_end: usize| {
        let mut member = member.clone();
        let place = member.len() - from_end;
        member[place] ^= 1;
        member
    };
    let head = |place: usize, byte: u8| {
        let mut member = member.clone();
        member[place] = byte;
        member
    };
    let members = [
        ("two members", [member.clone(), member.clone()].concat()),
        ("a member and an empty one", [member.clone(), gzip(b"")].concat()),
        ("a byte behind the member", [member.as_slice(), b"x"].concat()),
        ("a zero behind the member", [member.as_slice(), b"\0"].concat()),
        ("a member cut short by one", member[..member.len() - 1].to_vec()),
        ("a member without its trailer", member[..member.len() - 8].to_vec()),
        ("a member cut in the middle", member[..member.len() / 2].to_vec()),
        ("only the header of a member", member[..10].to_vec()),
        ("another checksum", changed(8)),
        ("another size", changed(4)),
        ("another first byte", head(0, 0x1e)),
        ("another method", head(2, 7)),
        ("reserved header flag", head(3, 0x20)),
        ("no member at all", text),
        ("nothing", Vec::new()),
        ("raw deflate", member[10..member.len() - 8].to_vec()),
    ];
    members.into_iter().map(|(name, member)| (format!("gzip: {name}"), frame_of(1, &member), "gzip")).collect()
}
