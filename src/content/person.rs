//! `people.yml`: who works on the project, on both sides.
//!
//! A list of `name` and `side` (required), `role`, `email`, `phone`, `photo`, `primary`, `backup`, `away {from, to}`,
//! `left`, `responsible_for[]`, `bio`, `public`, and what every item has. Somebody who is also in the agency's own
//! `shared/people.yml` has from there what is not written here; but `primary` and `backup` are of one project only.

use chrono::NaiveDate;

use super::contact::{email, phone};
use super::date::date;
use super::done::Done;
use super::item::{Audience, Declared, Item};
use super::list::items;
use super::markdown::Document;
use super::prose::prose;
use crate::check;
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::spelling::nearest;
use crate::yaml::{Fields, Located, Refused};

/// Somebody who works on the project.
#[derive(Debug, Clone)]
pub struct Person {
    /// Id, name as the title, audience, draft.
    pub item: Item,
    /// For whom they work.
    pub side: Side,
    /// What they do.
    pub role: Option<String>,
    /// Their mail address.
    pub email: Option<String>,
    /// Their telephone number as people write it.
    pub phone: Option<String>,
    /// A picture of them.
    pub photo: Option<Photo>,
    /// Whether they are the one to turn to on their side.
    pub primary: bool,
    /// Whether they stand in for that one.
    pub backup: bool,
    /// When they cannot be reached.
    pub away: Option<Away>,
    /// Whether they work on the project no more.
    pub left: Done,
    /// What they see to.
    pub responsible_for: Vec<String>,
    /// Something about them.
    pub bio: Option<Document>,
    /// Whether clients may be told of them.
    pub public: bool,
    /// Whether they stand in `shared/people.yml` only: then they are part of a portal only where something names them.
    pub shared: bool,
}

/// A picture of somebody.
#[derive(Debug, Clone)]
pub struct Photo {
    /// A path in the client's folder.
    pub path: Located<String>,
    /// Where it is named: what the agency's own people have in common for all clients stands in another file.
    pub file: SourceFile,
}

/// For whom somebody works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The agency.
    Us,
    /// The client.
    Client,
}

impl Side {
    fn read(text: &str) -> Result<Side, Refused> {
        match text {
            "us" => Ok(Side::Us),
            "client" => Ok(Side::Client),
            other => {
                let help = match nearest(other, ["us", "client"]) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "write `us` for your own people and `client` for the client's".to_owned(),
                };
                Err(Refused::new(&check::WRONG_VALUE, format!("`{other}` is neither your side nor the client's"), help))
            }
        }
    }
}

/// When somebody cannot be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// The agency's own people, who are the same for all clients.
#[derive(Debug, Clone, Copy)]
pub struct KnownPeople<'k> {
    /// Those that could be read.
    pub people: &'k [Person],
    /// Whether there may be more.
    pub lost: bool,
}

/// Reads `people.yml`. `known` are those who stand in the shared one already; nobody while that is read itself.
pub fn parse_people(
    file: &SourceFile,
    known: KnownPeople<'_>,
    declared: Declared<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Person> {
    items(file, "- name: Mira Vos", diagnostics, |fields| read_person(fields, known, declared))
}

fn read_person(fields: &mut Fields<'_>, shared: KnownPeople<'_>, declared: Declared<'_>) -> Option<Person> {
    let name = fields.required_text("name", "Mira Vos");
    let item = Item::read(fields, name.as_ref(), declared);
    let known = shared.people.iter().find(|person| person.item.id.value == item.id.value);
    // Somebody may stand in the part of the shared file that could not be read.
    if known.is_none() && !shared.lost {
        fields.required("side", "us");
    }
    let side = fields.parsed("side", Side::read).map(|side| side.value);
    let person = Person {
        item,
        side: side.or(known.map(|known| known.side)).unwrap_or(Side::Us),
        role: fields.text("role").map(|role| role.value),
        email: email(fields).map(|email| email.value),
        phone: phone(fields),
        photo: fields.text("photo").map(|path| Photo { path, file: fields.file().clone() }),
        primary: fields.flag("primary"),
        backup: fields.flag("backup"),
        away: fields.group("away", read_away).flatten(),
        left: Done::read(fields, "left"),
        responsible_for: fields.texts("responsible_for").into_iter().map(|what| what.value).collect(),
        bio: prose(fields, "bio"),
        public: fields.switch("public").unwrap_or(true),
        shared: false,
    };
    name?;
    Some(match known {
        Some(known) => person.with_what_is_known(known),
        None => person,
    })
}

fn read_away(fields: &mut Fields<'_>) -> Option<Away> {
    fields.required("from", "2026-12-24");
    fields.required("to", "2027-01-02");
    let (from, to) = (date(fields, "from"), date(fields, "to"));
    let (from, to) = (from?, to?);
    if to.value < from.value {
        let message = format!("this ends on {} and begins on {}", to.value, from.value);
        fields.refuse(to.span, Refused::new(&check::END_BEFORE_START, message, "write the later day behind `to:`"));
    }
    Some(Away { from: from.value, to: to.value })
}

impl Person {
    /// The same, and what `known` says about them where this says nothing. Who is for few, or not to be published, in one
    /// of the two is so altogether, unless this names others who may see them.
    fn with_what_is_known(mut self, known: &Person) -> Person {
        if self.item.audience == Audience::Everyone {
            self.item.audience = known.item.audience.clone();
        }
        self.item.draft |= known.item.draft;
        self.item.dropped = self.item.dropped.or_else(|| known.item.dropped.clone());
        if self.item.was.is_empty() {
            self.item.was = known.item.was.clone();
        }
        self.role = self.role.or_else(|| known.role.clone());
        self.email = self.email.or_else(|| known.email.clone());
        self.phone = self.phone.or_else(|| known.phone.clone());
        self.photo = self.photo.or_else(|| known.photo.clone());
        self.away = self.away.or(known.away);
        self.bio = self.bio.or_else(|| known.bio.clone());
        self.public &= known.public;
        if self.left == Done::No {
            self.left = known.left;
        }
        if self.responsible_for.is_empty() {
            self.responsible_for = known.responsible_for.clone();
        }
        self
    }

    /// What they are called.
    pub fn name(&self) -> &str {
        &self.item.title.value
    }

    /// Their texts.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.item.texts().chain(&self.bio)
    }
}
