//! `vestibule.yml`: who publishes the portals.
//!
//! `name` (required), `contact {name, email, phone}`, `language`, `timezone`, `base_url`, `brand {logo, accent}`,
//! `theme`, `closed_days[]`, `allow[]`.

use chrono::NaiveDate;

use super::allow::{Allowed, read_allowed};
use super::attachment::dimensions;
use super::contact::{Contact, email, phone};
use super::date::dates;
use super::language::{Language, read_timezone};
use crate::check;
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::yaml::{self, Fields, Located, Refused, Unknown};

/// The agency, as every client meets it.
#[derive(Debug, Clone)]
pub struct Agency {
    /// `vestibule.yml`.
    pub file: SourceFile,
    /// What it is called.
    pub name: String,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// The same as written: its name, the name of whom to ask, their mail address.
    pub said: Vec<Located<String>>,
    /// Its own language: the gate's where the browser's is not known, and a client's that has none.
    pub language: Language,
    /// Its time zone, and a client's that has none.
    pub timezone: chrono_tz::Tz,
    /// Where the portals are published, without a `/` at the end.
    pub base_url: Option<String>,
    /// The picture that stands for it, a path in the workspace.
    pub logo: Option<Located<String>>,
    /// Its colour, `#rrggbb` in lower case.
    pub accent: Option<Located<String>>,
    /// Days on which nobody works there, beside weekends.
    pub closed_days: Vec<NaiveDate>,
    /// Warnings that are switched off for all clients.
    pub allow: Vec<Allowed>,
}

impl Agency {
    /// Stands in for an agency whose settings cannot be used, so that the clients can be checked all the same.
    pub(crate) fn unknown() -> Self {
        Agency {
            file: SourceFile::new("vestibule.yml", []),
            name: String::new(),
            contact: None,
            said: Vec::new(),
            language: Language::english(),
            timezone: chrono_tz::UTC,
            base_url: None,
            logo: None,
            accent: None,
            closed_days: Vec::new(),
            allow: Vec::new(),
        }
    }

    /// Where the portal at `address` is published, as far as that is known.
    pub fn url_of(&self, address: &str) -> Option<String> {
        self.base_url.as_ref().map(|base| format!("{base}/{address}/"))
    }
}

/// Reads `vestibule.yml`. `None` where it is too broken to go on; the diagnostics say why.
///
/// `languages` are the locales there are words for.
pub fn parse_agency(file: &SourceFile, languages: &[String], diagnostics: &mut Diagnostics) -> Option<Agency> {
    let node = yaml::read(file, diagnostics)?;
    let mut fields = Fields::of(file, node, diagnostics)?;
    let name = fields.required_text("name", "Linden Studio");
    let (contact, contact_said) = fields.group("contact", read_contact).unwrap_or_default();
    let language = fields.parsed("language", |text| Language::read(text, languages));
    let timezone = fields.parsed("timezone", read_timezone);
    let base_url = fields.parsed("base_url", read_base_url);
    let (logo, accent) = fields
        .group("brand", |brand| (brand.parsed("logo", read_logo), brand.parsed("accent", read_colour)))
        .unwrap_or_default();
    let closed_days = dates(&mut fields, "closed_days");
    let allow = read_allowed(&mut fields);
    // Which folder it is was read before this: a theme brings languages.
    fields.text("theme");
    fields.finish(Unknown::Error);
    let said = name.iter().cloned().chain(contact_said).collect();
    Some(Agency {
        file: file.clone(),
        name: name?.value,
        contact,
        said,
        language: language.map_or_else(Language::english, |language| language.value),
        timezone: timezone.map_or(chrono_tz::UTC, |zone| zone.value),
        base_url: base_url.map(|url| url.value),
        logo,
        accent,
        closed_days,
        allow,
    })
}

/// The folder of the theme that `vestibule.yml` names, read ahead of everything else: a theme brings languages.
/// Whatever is wrong with the file is reported by [`parse_agency`].
pub fn theme_folder(file: &SourceFile) -> Option<Located<String>> {
    ahead(file, |fields| fields.text("theme"))
}

/// The picture that stands for the agency, a path in the workspace, read ahead in the same way.
pub fn logo_file(file: &SourceFile) -> Option<Located<String>> {
    ahead(file, |fields| fields.group("brand", |brand| brand.parsed("logo", read_logo))?)
}

fn ahead<T>(file: &SourceFile, read: impl FnOnce(&mut Fields<'_>) -> Option<T>) -> Option<T> {
    let mut unheard = Diagnostics::new();
    let node = yaml::read(file, &mut unheard)?;
    read(&mut Fields::of(file, node, &mut unheard)?)
}

/// Why the file at `path` cannot be the logo, in words. A logo is published in the clear, at an address of its own: it
/// must be nothing of a client's, and nothing that a browser would run there.
pub fn logo_problem(path: &str, file: &SourceFile, clients: &[String]) -> Option<String> {
    let folder = path.split('/').next().unwrap_or_default();
    if folder == "shared" || clients.iter().any(|client| client == folder) {
        return Some(format!("`{path}` lies with a client's own files, and everybody can see the logo"));
    }
    if path.to_ascii_lowercase().ends_with(".svg") {
        let text = String::from_utf8_lossy(file.bytes()).to_ascii_lowercase();
        if !text.contains("<svg") {
            return Some(format!("`{path}` is not a picture, although its name says so"));
        }
        let active =
            ["<script", "<foreignobject", "javascript:", "<iframe", "<!entity"].iter().any(|word| text.contains(word));
        if active || has_handler(&text) {
            return Some(format!("`{path}` is a picture that runs a script, and a logo must not"));
        }
        return None;
    }
    match dimensions(file) {
        Some(_) => None,
        None => Some(format!("`{path}` is not a picture, although its name says so")),
    }
}

/// Whether an attribute such as `onload=` stands in the text.
fn has_handler(text: &str) -> bool {
    text.match_indices("on").any(|(at, _)| {
        let starts = text[..at].ends_with(|c: char| c.is_whitespace() || "\"'/".contains(c));
        let name = text[at..].find(|c: char| !c.is_ascii_alphabetic()).map_or("", |end| &text[at + end..]);
        starts && name.trim_start().starts_with('=')
    })
}

/// Whom to ask, and name and mail address as written.
fn read_contact(fields: &mut Fields<'_>) -> (Option<Contact>, Vec<Located<String>>) {
    let name = fields.required_text("name", "Mira Vos");
    let (email, phone) = (email(fields), phone(fields));
    let said = name.iter().chain(&email).cloned().collect();
    (name.map(|name| Contact { name: name.value, email: email.map(|email| email.value), phone }), said)
}

fn read_base_url(text: &str) -> Result<String, Refused> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://localhost"));
    let host = rest.unwrap_or_default();
    let is_host = match text.starts_with("https://") {
        true => host.starts_with(|c: char| c.is_alphanumeric() || c == '['),
        false => host.is_empty() || host.starts_with([':', '/']),
    };
    match rest.filter(|_| is_host) {
        Some(rest) if !rest.contains(|c: char| c.is_whitespace() || "?#\"<>".contains(c)) => {
            Ok(text.trim_end_matches('/').to_owned())
        }
        _ => Err(Refused::new(
            &check::WRONG_VALUE,
            format!("`{text}` is not an address that portals can be published at"),
            "write the whole address, such as `https://portal.example.com`; without HTTPS a browser cannot open a portal",
        )),
    }
}

/// A path to a picture. What it names is published for everybody to read, so nothing else is taken.
fn read_logo(text: &str) -> Result<String, Refused> {
    const ENDINGS: [&str; 7] = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"];
    let name = text.to_ascii_lowercase();
    let is_private = text.split('/').any(|part| part.starts_with(['.', '_']));
    if ENDINGS.iter().any(|ending| name.ends_with(ending)) && !is_private {
        return Ok(text.to_owned());
    }
    Err(Refused::new(
        &check::BROKEN_IMAGE,
        format!("`{text}` cannot be the logo: everybody can see it, so it is a picture outside the clients' folders"),
        "name an SVG, PNG, JPEG, WebP, GIF or AVIF file, such as `logo: brand/mark.svg`",
    ))
}

fn read_colour(text: &str) -> Result<String, Refused> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Ok(text.to_ascii_lowercase());
    }
    Err(Refused::new(
        &check::WRONG_VALUE,
        format!("`{text}` is not a colour"),
        "write it with six digits and in quotes, such as `accent: \"#1d5a6b\"`",
    ))
}
