//! `client.yml`: one client and the project.
//!
//! `name` and `project` (required), `address`, `language`, `timezone`, `audiences[]`.

use super::agency::Agency;
use super::language::{Language, read_timezone};
use super::slug::slug;
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::names::AudienceId;
use crate::source::SourceFile;
use crate::yaml::{Fields, Located, Refused, Unknown, parse};
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
    /// The folder in the output, which everybody can see: `[a-z0-9-]`, and where it was said.
    pub address: Located<String>,
    /// The language of the portal.
    pub language: Language,
    /// The time zone of the portal.
    pub timezone: chrono_tz::Tz,
    /// Who can be told apart: `client` first, then those declared.
    pub audiences: Vec<AudienceId>,
}

/// Reads `client.yml` of the client `id`.
pub fn parse_client(
    id: &str,
    file: &SourceFile,
    agency: &Agency,
    languages: &[String],
    diagnostics: &mut Diagnostics,
) -> Option<Client> {
    let text = match file.text() {
        Ok(text) => text,
        Err(problem) => {
            diagnostics.push(*problem);
            return None;
        }
    };
    let node = parse(file, text, Span::new(0..text.len()), diagnostics)?;
    let mut fields = Fields::of(file, node, diagnostics)?;
    let name = fields.required_text("name", "Korenbloem Bakeries");
    let project = fields.required_text("project", "New web shop");
    let address = read_address(&mut fields, id);
    let language = fields.parsed("language", |text| Language::read(text, languages));
    let timezone = fields.parsed("timezone", read_timezone);
    let audiences = read_audiences(&mut fields);
    fields.finish(Unknown::Error);
    Some(Client {
        id: id.to_owned(),
        name: name?.value,
        project: project?.value,
        address: address?,
        language: language.map_or_else(|| agency.language.clone(), |language| language.value),
        timezone: timezone.map_or(agency.timezone, |zone| zone.value),
        audiences,
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

fn read_audiences(fields: &mut Fields<'_>) -> Vec<AudienceId> {
    let mut audiences = vec![AudienceId::client()];
    for word in fields.texts("audiences") {
        match AudienceId::parse(&word.value) {
            Ok(audience) if !audiences.contains(&audience) => audiences.push(audience),
            Ok(_) => {}
            Err(_) => {
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
    audiences
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
