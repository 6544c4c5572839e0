//! `client.yml`: one client and the project.
//!
//! `name` and `project` (required), `address`, `language`, `timezone`, `audiences[]`, `working_hours`, `focus[]`, `currency`,
//! `health`, `because`, `comms`, `closed`, `allow[]`.

use super::agency::Agency;
use super::allow::{Allowed, read_allowed};
use super::closed::{Closed, read_closed};
use super::comms::{Comms, read_comms};
use super::health::Health;
use super::language::{Language, read_timezone};
use super::markdown::Document;
use super::prose::prose;
use super::slug::slug;
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::money::Currency;
use crate::names::AudienceId;
use crate::source::SourceFile;
use crate::spelling::nearest;
use crate::yaml::{self, Fields, Located, Refused, Unknown};
use unicode_normalization::UnicodeNormalization;

/// One client.
#[derive(Debug, Clone)]
pub struct Client {
    /// The name of the client's folder.
    pub id: String,
    /// Who they are.
    pub name: String,
    /// What is being done for them.
    pub project: String,
    /// The same as written: name, project.
    pub said: Vec<Located<String>>,
    /// The folder in the output, which everybody can see: `[a-z0-9-]`, and where it was said.
    pub address: Located<String>,
    /// The language of the portal.
    pub language: Language,
    /// The time zone of the portal.
    pub timezone: chrono_tz::Tz,
    /// Who can be told apart: `client` first, then those declared.
    pub audiences: Vec<AudienceId>,
    /// When their people work, in words.
    pub working_hours: Option<String>,
    /// What matters to them most, first things first.
    pub focus: Vec<Focus>,
    /// What money is counted in.
    pub currency: Option<Currency>,
    /// How the project is doing, before the first update says it.
    pub health: Option<Located<Health>>,
    /// Why.
    pub because: Option<Document>,
    /// How the agency keeps in touch.
    pub comms: Comms,
    /// That the project is over.
    pub closed: Option<Closed>,
    /// Warnings that are switched off for this client.
    pub allow: Vec<Allowed>,
}

/// What matters to a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// That it is ready in time.
    Date,
    /// That it costs what was agreed.
    Budget,
    /// That it is good.
    Quality,
}

impl Focus {
    const ALL: [(&'static str, Focus); 3] =
        [("date", Focus::Date), ("budget", Focus::Budget), ("quality", Focus::Quality)];

    /// The word in `client.yml` and in locale files.
    pub fn word(self) -> &'static str {
        Focus::ALL.iter().find(|(_, focus)| *focus == self).map_or("", |(word, _)| word)
    }
}

impl Client {
    /// Whether there is anything to say about working together, beside who does it.
    pub fn says_how_we_work(&self) -> bool {
        let comms = &self.comms;
        let agreed = comms.updates.is_some() || comms.channel.is_some() || comms.answer_within.is_some();
        agreed || comms.escalation.is_some() || self.working_hours.is_some() || !self.focus.is_empty()
    }

    /// The texts of `client.yml`.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.texts_of_home().chain(&self.comms.escalation)
    }

    /// Those that stand on Home. The other one stands on About.
    pub fn texts_of_home(&self) -> impl Iterator<Item = &Document> {
        self.because.iter().chain(self.closed.iter().flat_map(Closed::texts))
    }
}

/// Reads `client.yml` of the client `id`.
pub fn parse_client(
    id: &str,
    file: &SourceFile,
    agency: &Agency,
    languages: &[String],
    diagnostics: &mut Diagnostics,
) -> Option<Client> {
    let node = yaml::read(file, diagnostics)?;
    let mut fields = Fields::of(file, node, diagnostics)?;
    let name = fields.required_text("name", "Korenbloem Bakeries");
    let project = fields.required_text("project", "New web shop");
    let address = read_address(&mut fields, id);
    let language = fields.parsed("language", |text| Language::read(text, languages));
    let timezone = fields.parsed("timezone", read_timezone);
    let (audiences, are_known) = read_audiences(&mut fields);
    let is_sure = are_known && !fields.is_cut("address");
    let working_hours = fields.text("working_hours").map(|hours| hours.value);
    let focus = read_focus(&mut fields);
    let mut currency = fields.parsed("currency", read_currency).map(|currency| currency.value);
    if currency.is_none() && fields.is_lost("currency") {
        currency = stand_in();
    }
    let health = fields.parsed("health", Health::read);
    let because = prose(&mut fields, "because");
    if let Some(health) = health.as_ref().filter(|health| health.value.needs_reason() && because.is_none())
        && !fields.is_lost("because")
    {
        let message = format!("the project is {}, and nothing says why", health.value.word().replace('-', " "));
        let help = "add `because:` with the reason in a sentence";
        fields.refuse(health.span, Refused::new(&check::HEALTH_WITHOUT_REASON, message, help));
    }
    let comms = read_comms(&mut fields);
    let closed = read_closed(&mut fields);
    let allow = read_allowed(&mut fields);
    fields.finish(Unknown::Error);
    // Where these could not be read, others would be taken for them.
    is_sure.then_some(())?;
    let said = name.iter().chain(&project).cloned().collect();
    Some(Client {
        id: id.to_owned(),
        name: name?.value,
        project: project?.value,
        said,
        address: address?,
        language: language.map_or_else(|| agency.language.clone(), |language| language.value),
        timezone: timezone.map_or(agency.timezone, |zone| zone.value),
        audiences,
        working_hours,
        focus,
        currency,
        health,
        because,
        comms,
        closed,
        allow,
    })
}

fn read_address(fields: &mut Fields<'_>, id: &str) -> Option<Located<String>> {
    let at = fields.span();
    if let Some(written) = fields.text("address") {
        if is_address(&written.value) {
            return Some(written);
        }
        let help =
            format!("use lower-case letters, digits and `-`, such as `address: {}`", address_like(&written.value));
        fields.refuse(written.span, no_address(&format!("`{}`", written.value), &written.value, help));
        return None;
    }
    if is_address(id) {
        let span = Span::new(at.start..at.start);
        return Some(Located { value: id.to_owned(), span });
    }
    let help = format!("add a line such as `address: {}`", address_like(id));
    fields.refuse(Span::new(at.start..at.start), no_address(&format!("the folder's name `{id}`"), id, help));
    None
}

/// `text`, said as `what`, is no address.
fn no_address(what: &str, text: &str, help: String) -> Refused {
    let why = if is_device(text) { ": Windows can make no folder of this name" } else { "" };
    Refused::new(&check::WRONG_ADDRESS, format!("{what} cannot be the address of a portal{why}"), help)
}

/// An address that is as near to `text` as can be.
fn address_like(text: &str) -> String {
    const FALLBACK: &str = "harbour-42";
    let near = suggestion(text, 63, FALLBACK);
    if is_device(&near) { FALLBACK.to_owned() } else { near }
}

/// `[a-z0-9-]`, 1 to 63 characters, no `-` at the ends: fit for a host name, and for a folder on every computer.
fn is_address(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !is_device(text)
}

/// What Windows takes for a device wherever it stands. An address, in lower case, is all that is asked about.
fn is_device(text: &str) -> bool {
    let numbered = |name: &str| text.strip_prefix(name).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']));
    ["con", "prn", "aux", "nul"].contains(&text) || numbered("com") || numbered("lpt")
}

/// The nearest that fits, or `fallback` where nothing of `text` does.
fn suggestion(text: &str, longest: usize, fallback: &str) -> String {
    // Accents are left out, and their letters kept.
    let letters = slug(text);
    let plain = letters.nfd().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(longest).collect::<String>();
    let plain = plain.trim_matches('-');
    if plain.is_empty() { fallback.to_owned() } else { plain.to_owned() }
}

/// The audiences, and whether these are all.
fn read_audiences(fields: &mut Fields<'_>) -> (Vec<AudienceId>, bool) {
    let mut audiences = vec![AudienceId::client()];
    let mut are_known = true;
    for word in fields.texts("audiences") {
        match AudienceId::parse(&word.value) {
            Ok(audience) if !audiences.contains(&audience) => audiences.push(audience),
            Ok(_) => {}
            Err(_) => {
                are_known = false;
                let refused = Refused::new(
                    &check::WRONG_VALUE,
                    format!("`{}` cannot be the name of an audience", word.value),
                    format!(
                        "use up to 32 lower-case letters, digits and `-`, such as `{}`",
                        suggestion(&word.value, 32, "sponsor")
                    ),
                );
                fields.refuse(word.span, refused);
            }
        }
    }
    (audiences, are_known && !fields.is_lost("audiences"))
}

fn read_focus(fields: &mut Fields<'_>) -> Vec<Focus> {
    let mut focus = Vec::new();
    for word in fields.texts("focus") {
        match Focus::ALL.iter().find(|(known, _)| *known == word.value) {
            Some((_, one)) if !focus.contains(one) => focus.push(*one),
            Some(_) => {}
            None => {
                let help = match nearest(&word.value, Focus::ALL.iter().map(|(known, _)| *known)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "what matters is `date`, `budget` or `quality`, in the client's own order".to_owned(),
                };
                let message = format!("`{}` is nothing that a portal can put first", word.value);
                fields.refuse(word.span, Refused::new(&check::WRONG_VALUE, message, help));
            }
        }
    }
    focus
}

/// What amounts are read with where the client's currency cannot be read: that is an error, and that every amount has
/// no currency would be the same error again.
pub(super) fn stand_in() -> Option<Currency> {
    Currency::from_code("EUR")
}

fn read_currency(text: &str) -> Result<Currency, Refused> {
    Currency::from_code(text).ok_or_else(|| {
        let help = match Currency::nearest(text) {
            Some(near) => format!("did you mean `{}`?", near),
            None => "write its three capital letters, such as `EUR`".to_owned(),
        };
        Refused::new(&check::WRONG_VALUE, format!("there is no currency `{text}`"), help)
    })
}

#[cfg(test)]
mod tests {
    use super::{address_like, is_address};

    #[test]
    fn an_address_can_be_a_folder_everywhere() {
        for good in ["harbour-42", "a", "7", "com", "com0", "com10", "lpt", "console", "con-1", &"x".repeat(63)] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["", "-a", "a-", "A", "a.b", "a b", "é", "con", "prn", "aux", "nul", "com1", "lpt9", &"x".repeat(64)]
        {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn what_is_suggested_is_an_address() {
        for text in ["", "Café Noir", "con", "NUL", "com1", "-", "日本", &"é".repeat(80), "Lpt 1"] {
            assert!(is_address(&address_like(text)), "{text}: {}", address_like(text));
        }
    }
}
