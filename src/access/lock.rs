//! `access.lock`: who may open a portal, one person per block, to be reviewed line by line.
//!
//! It holds nothing that opens anything, and is written by `vestibule access` alone.

use std::fmt::Write as _;

use crate::check;
use crate::diagnostic::{Diagnostics, Place};
use crate::names::AudienceId;
use crate::seal::encoding::{from_b64, to_b64};
use crate::seal::{Access, Epoch, EpochId, Iterations, Kind, Person, PersonId, PortalId, Salt, Tag};
use crate::source::SourceFile;
use crate::yaml::{self, Fields, Located, Node, Refused, Unknown, Value};

/// The file in a client's folder.
pub const LOCK_FILE: &str = "access.lock";

const HEAD: &str = "# Who may open this portal. Written by `vestibule access`, not by hand.\n\
                    # Safe to commit to a private repository: no passphrase stands in here, and nothing that opens anything.\n";

/// Reads `access.lock`. `None` where it is broken; the diagnostics say where.
pub fn parse_lock(file: &SourceFile, diagnostics: &mut Diagnostics) -> Option<Access> {
    let node = yaml::read(file, diagnostics).filter(Node::is_whole)?;
    let mut fields = Fields::of(file, node, diagnostics)?;
    let portal = required(&mut fields, "portal", PortalId::from_hex);
    let number = required(&mut fields, "epoch", |text| text.parse::<u32>().ok().filter(|number| *number > 0));
    let epoch_id = required(&mut fields, "epoch_id", EpochId::from_hex);
    let salt = required(&mut fields, "salt", Salt::from_b64);
    let iterations = required(&mut fields, "iterations", |text| Iterations::new(text.parse().ok()?));
    let people = fields.node("people");
    fields.finish(Unknown::Error);
    let people = read_people(file, people, diagnostics)?;
    let epoch = Epoch::new(number?, epoch_id?)?;
    Some(Access { portal: portal?, epoch, salt: salt?, iterations: iterations?, people })
}

/// Where `access.lock` says what its people read as, in their order; nothing where it is broken.
pub fn places_of_audiences(file: &SourceFile) -> Vec<Place> {
    let mut unheard = Diagnostics::new();
    let Some(Value::Map(fields)) = yaml::read(file, &mut unheard).map(|node| node.value) else { return Vec::new() };
    let people = fields.into_iter().find(|(name, _)| name.value == "people");
    let Some(Value::List(people)) = people.map(|(_, node)| node.value) else { return Vec::new() };
    let audience = |person: Node| {
        let mut fields = Fields::of(file, person, &mut unheard)?;
        fields.text("audience").map(|audience| file.place(audience.span))
    };
    people.into_iter().map_while(audience).collect()
}

/// The text of `access.lock`: the same people in any order give the same text.
pub fn write_lock(access: &Access) -> String {
    let mut out = HEAD.to_owned();
    let mut line =
        |name: &str, value: String| writeln!(out, "{name}: {value}").expect("writing to a string does not fail");
    line("portal", access.portal.to_hex());
    line("epoch", access.epoch.number().to_string());
    line("epoch_id", access.epoch.id().to_hex());
    line("salt", quoted(&access.salt.to_b64()));
    line("iterations", access.iterations.get().to_string());
    let mut people: Vec<&Person> = access.people.iter().collect();
    people.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    out.push_str(if people.is_empty() { "people: []\n" } else { "people:\n" });
    for person in people {
        write_person(&mut out, person);
    }
    out
}

fn write_person(out: &mut String, person: &Person) {
    let mut line = |name: &str, value: String| {
        let indent = if name == "name" { "  - " } else { "    " };
        writeln!(out, "{indent}{name}: {value}").expect("writing to a string does not fail");
    };
    line("name", quoted(&person.name));
    line("id", person.id.to_hex());
    line("audience", person.audience.to_string());
    line("kind", kind_word(person.kind).to_owned());
    line("serial", person.serial.to_string());
    line("created", person.created.clone());
    if let Some(expires) = &person.expires {
        line("expires", expires.clone());
    }
    line("tag", person.tag.to_hex());
    line("escrow", quoted(&to_b64(&person.escrow)));
}

/// JSON's quoted strings are YAML's, too.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string is always JSON")
}

fn read_people(file: &SourceFile, node: Option<Node>, diagnostics: &mut Diagnostics) -> Option<Vec<Person>> {
    let items = match node.map(|node| (node.span, node.value)) {
        None => Vec::new(),
        Some((_, Value::List(items))) => items,
        Some((span, _)) => {
            diagnostics.push(check::ACCESS_LOCK.at(file.place(span), "`people` should be a list").help(RESTORE));
            return None;
        }
    };
    // All of them are read before any is missed, so that every mistake is reported.
    let people: Vec<Option<Person>> = items.into_iter().map(|item| read_person(file, item, diagnostics)).collect();
    people.into_iter().collect()
}

fn read_person(file: &SourceFile, node: Node, diagnostics: &mut Diagnostics) -> Option<Person> {
    let mut fields = Fields::of(file, node, diagnostics)?;
    let name = required(&mut fields, "name", |text| (!text.chars().any(char::is_control)).then(|| text.to_owned()));
    let id = required(&mut fields, "id", PersonId::from_hex);
    let audience = required(&mut fields, "audience", |text| AudienceId::parse(text).ok());
    let kind = required(&mut fields, "kind", read_kind);
    let serial = required(&mut fields, "serial", |text| text.parse::<u32>().ok());
    let created = required(&mut fields, "created", read_date);
    let expires = optional(&mut fields, "expires", read_date);
    let tag = required(&mut fields, "tag", Tag::from_hex);
    let escrow = required(&mut fields, "escrow", from_b64);
    fields.finish(Unknown::Error);
    Some(Person {
        name: name?,
        id: id?,
        audience: audience?,
        kind: kind?,
        serial: serial?,
        created: created?,
        expires: expires?,
        ended: None,
        tag: tag?,
        escrow: escrow?,
    })
}

const RESTORE: &str =
    "this file is written by `vestibule access`: put back the version from before it was changed by hand";

/// A field without which nobody could be let in.
fn required<T>(fields: &mut Fields<'_>, name: &'static str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let Some(Located { value, span }) = fields.text(name) else {
        let refused = Refused::new(&check::ACCESS_LOCK, format!("`{name}` is missing"), RESTORE);
        fields.refuse(fields.span(), refused);
        return None;
    };
    let read = read(&value);
    if read.is_none() {
        let refused = Refused::new(&check::ACCESS_LOCK, format!("this cannot be the `{name}`"), RESTORE);
        fields.refuse(span, refused);
    }
    read
}

/// A field that may be missing: `None` where it is there and wrong, `Some(None)` where it is not there.
fn optional<T>(fields: &mut Fields<'_>, name: &'static str, read: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
    let Some(text) = fields.text(name) else { return Some(None) };
    let read = read(&text.value);
    if read.is_none() {
        fields.refuse(text.span, Refused::new(&check::ACCESS_LOCK, format!("this cannot be the `{name}`"), RESTORE));
    }
    read.map(Some)
}

fn read_kind(text: &str) -> Option<Kind> {
    [Kind::Passphrase, Kind::Link].into_iter().find(|kind| kind_word(*kind) == text)
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Passphrase => "passphrase",
        Kind::Link => "link",
    }
}

fn read_date(text: &str) -> Option<String> {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(|date| date.to_string())
}
