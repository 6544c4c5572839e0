//! What every item of a client's content has: an id, an audience, and whether it is a draft.

use std::collections::BTreeSet;

use super::slug::slug;
use crate::check;
use crate::names::AudienceId;
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
}

impl Audience {
    /// Whether people of `audience` may see the item.
    pub fn includes(&self, audience: &AudienceId) -> bool {
        match self {
            Audience::Everyone => true,
            Audience::Only(only) => only.contains(audience),
        }
    }

    /// Whether everybody who sees an item of this audience also sees one of `other`.
    pub fn is_within(&self, other: &Audience) -> bool {
        match (self, other) {
            (_, Audience::Everyone) => true,
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
    /// Names the item in references and addresses.
    pub id: Located<String>,
    /// Who may see it.
    pub audience: Audience,
    /// Seen in the preview only.
    pub draft: bool,
}

impl Item {
    /// Takes `id`, `audience` and `draft`; `fallback` is the id if none is given.
    pub fn read(fields: &mut Fields<'_>, fallback: Located<String>, declared: Declared<'_>) -> Item {
        let id = fields
            .parsed("id", |text| {
                if !text.is_empty() && slug(text) == text {
                    return Ok(text.to_owned());
                }
                Err(Refused::new(
                    &check::WRONG_VALUE,
                    format!("`{text}` cannot be an id"),
                    format!("use lower-case letters, digits and `-`, such as `{}`", or(slug(text), "first-release")),
                ))
            })
            .unwrap_or(fallback);
        Item { id, audience: read_audience(fields, declared), draft: fields.flag("draft") }
    }
}

fn or(text: String, fallback: &str) -> String {
    if text.is_empty() { fallback.to_owned() } else { text }
}

fn read_audience(fields: &mut Fields<'_>, declared: Declared<'_>) -> Audience {
    let written = fields.name("audience");
    let words = fields.texts("audience");
    let Some(written) = written else { return Audience::Everyone };
    if words.is_empty() {
        // A value that was taken away must not open the item to everybody.
        let help = "name who may see it, such as `audience: [sponsor]`, or leave the line out if everybody may";
        fields.refuse(written, Refused::new(&check::WRONG_VALUE, "`audience` names nobody", help));
    }
    let mut only = BTreeSet::new();
    for word in words {
        match declared.find(&word.value) {
            Some(audience) => {
                only.insert(audience);
            }
            None => fields.refuse(word.span, unknown(&word.value, declared)),
        }
    }
    Audience::Only(only)
}

fn unknown(word: &str, declared: Declared<'_>) -> Refused {
    let help = match nearest(word, declared.words()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("declare it in client.yml: `audiences: [{}]`", or(slug(word), "sponsor")),
    };
    Refused::new(&check::UNKNOWN_AUDIENCE, format!("there is no audience `{word}`"), help)
}
