//! What every item of a client's content has: an id, a title, an audience, whether it is a draft or was dropped.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::date::date;
use super::markdown::Document;
use super::prose::prose;
use super::slug::slug;
use crate::check;
use crate::diagnostic::{Place, Span};
use crate::names::AudienceId;
use crate::source::SourceFile;
use crate::spelling::nearest;
use crate::yaml::{Fields, Located, Refused};

/// Who may know that an item exists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Audience {
    /// Everybody who can open the portal.
    #[default]
    Everyone,
    /// Only the people of these audiences.
    Only(BTreeSet<AudienceId>),
    /// It could not be read, which is an error: nobody sees the item, and nothing is said about who may know of it.
    Unknown,
}

impl Audience {
    /// Whether people of `audience` may see the item.
    pub fn includes(&self, audience: &AudienceId) -> bool {
        match self {
            Audience::Everyone => true,
            Audience::Only(only) => only.contains(audience),
            Audience::Unknown => false,
        }
    }

    /// The same among those there are: whoever names all of them means everybody.
    pub fn among(self, declared: &[AudienceId]) -> Audience {
        match self {
            Audience::Only(only) if !declared.is_empty() && declared.iter().all(|one| only.contains(one)) => {
                Audience::Everyone
            }
            audience => audience,
        }
    }

    /// Nobody at all.
    pub fn nobody() -> Audience {
        Audience::Only(BTreeSet::new())
    }

    /// Whether nobody is let in.
    pub fn is_nobody(&self) -> bool {
        matches!(self, Audience::Only(only) if only.is_empty())
    }

    /// Everybody whom one of the two lets in. Where that may be all there are, [`Audience::among`] has to say so.
    pub fn or(&self, other: &Audience) -> Audience {
        match (self, other) {
            (Audience::Only(one), Audience::Only(other)) => Audience::Only(one.union(other).cloned().collect()),
            (Audience::Unknown, known) | (known, Audience::Unknown) => known.clone(),
            _ => Audience::Everyone,
        }
    }

    /// Whether everybody who sees an item of this audience also sees one of `other`.
    pub fn is_within(&self, other: &Audience) -> bool {
        match (self, other) {
            (_, Audience::Everyone | Audience::Unknown) | (Audience::Unknown, _) => true,
            (Audience::Everyone, Audience::Only(_)) => false,
            (Audience::Only(own), Audience::Only(other)) => own.is_subset(other),
        }
    }
}

/// Which audiences a client has, as far as that is known.
#[derive(Debug, Clone, Copy)]
pub enum Declared<'c> {
    /// All of them.
    These(&'c [AudienceId]),
    /// `client.yml` cannot be read: any audience may be one of them.
    Unknown,
}

impl Declared<'_> {
    /// The audience that `word` names.
    fn find(self, word: &str) -> Option<AudienceId> {
        match self {
            Declared::These(declared) => declared.iter().find(|audience| audience.as_str() == word).cloned(),
            Declared::Unknown => AudienceId::parse(word).ok(),
        }
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        let declared = match self {
            Declared::These(declared) => *declared,
            Declared::Unknown => &[],
        };
        declared.iter().map(AudienceId::as_str)
    }
}

/// The fields that any item may carry.
#[derive(Debug, Clone)]
pub struct Item {
    /// Where it was read from.
    pub file: SourceFile,
    /// Names the item in references and addresses.
    pub id: Located<String>,
    /// What it is called.
    pub title: Located<String>,
    /// What it was called before: references by an old title still find it.
    pub was: Vec<Located<String>>,
    /// Who may see it.
    pub audience: Audience,
    /// Seen in the preview only.
    pub draft: bool,
    /// Given up: it stays visible, struck through.
    pub dropped: Option<Dropped>,
}

/// That something was given up.
#[derive(Debug, Clone)]
pub struct Dropped {
    /// When.
    pub on: Option<Located<NaiveDate>>,
    /// Why.
    pub why: Document,
}

impl Item {
    /// Takes `id`, `was`, `audience`, `draft` and `dropped`. The id is the slug of `title` if none is given; an item
    /// without a title is read all the same, so that whatever else is wrong with it is said.
    pub fn read(fields: &mut Fields<'_>, title: Option<&Located<String>>, declared: Declared<'_>) -> Item {
        let at = fields.span();
        let nameless = Located { value: String::new(), span: Span::new(at.start..at.start) };
        let title = title.cloned().unwrap_or(nameless);
        let id = Located { value: slug(&title.value), span: title.span };
        if id.value.is_empty() && !title.value.trim().is_empty() && fields.name("id").is_none() {
            let message = format!("`{}` has no letter and no digit, so nothing can be named after it", title.value);
            let help = "use words, or add an `id:` such as `id: first-release`";
            fields.refuse(title.span, Refused::new(&check::WRONG_VALUE, message, help));
        }
        Item::with_id(fields, title, id, declared)
    }

    /// The same with an id of its own where none is given.
    pub fn with_id(
        fields: &mut Fields<'_>,
        title: Located<String>,
        fallback: Located<String>,
        declared: Declared<'_>,
    ) -> Item {
        let id = fields.parsed("id", read_id).unwrap_or(fallback);
        Item {
            file: fields.file().clone(),
            id,
            title,
            was: fields.texts("was"),
            audience: read_audience(fields, declared),
            draft: fields.flag("draft"),
            dropped: read_dropped(fields),
        }
    }

    /// Where its title stands.
    pub fn place(&self) -> Place {
        self.file.place(self.title.span)
    }

    /// Its texts.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.dropped.iter().map(|dropped| &dropped.why)
    }
}

fn read_id(text: &str) -> Result<String, Refused> {
    if !text.is_empty() && slug(text) == text {
        return Ok(text.to_owned());
    }
    Err(Refused::new(
        &check::WRONG_VALUE,
        format!("`{text}` cannot be an id"),
        format!("use lower-case letters, digits and `-`, such as `{}`", or(slug(text), "first-release")),
    ))
}

fn read_dropped(fields: &mut Fields<'_>) -> Option<Dropped> {
    fields
        .group("dropped", |dropped| {
            dropped.required("on", "2026-11-20");
            dropped.required("why", "it is done another way");
            let on = date(dropped, "on");
            prose(dropped, "why").map(|why| Dropped { on, why })
        })
        .flatten()
}

fn or(text: String, fallback: &str) -> String {
    if text.is_empty() { fallback.to_owned() } else { text }
}

fn read_audience(fields: &mut Fields<'_>, declared: Declared<'_>) -> Audience {
    let written = fields.name("audience");
    let words = fields.texts("audience");
    let Some(written) = written else {
        return if fields.is_lost("audience") { Audience::Unknown } else { Audience::Everyone };
    };
    if words.is_empty() && !fields.is_refused("audience") {
        // A value that was taken away must not open the item to everybody.
        let help = "name who may see it, such as `audience: [sponsor]`, or leave the line out if everybody may";
        fields.refuse(written, Refused::new(&check::WRONG_VALUE, "`audience` names nobody", help));
    }
    let mut only = BTreeSet::new();
    let mut is_known = !fields.is_refused("audience");
    for word in words {
        match declared.find(&word.value) {
            Some(audience) => {
                only.insert(audience);
            }
            None => {
                is_known = false;
                fields.refuse(word.span, unknown(&word.value, declared));
            }
        }
    }
    if is_known && !only.is_empty() { Audience::Only(only) } else { Audience::Unknown }
}

fn unknown(word: &str, declared: Declared<'_>) -> Refused {
    let help = match nearest(word, declared.words()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("declare it in client.yml: `audiences: [{}]`", or(slug(word), "sponsor")),
    };
    Refused::new(&check::UNKNOWN_AUDIENCE, format!("there is no audience `{word}`"), help)
}
