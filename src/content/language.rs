//! Languages and time zones, as far as content names them.

use crate::check;
use crate::spelling::nearest;
use crate::yaml::Refused;

/// A language that there are words for, such as `nl` or `nl-BE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    tag: String,
    locale: String,
}

impl Language {
    /// Reads a BCP 47 tag. `available` are the languages there are words for, by their main tag.
    ///
    /// # Errors
    /// Where it is no tag, or where there are no words for it.
    pub fn read(text: &str, available: &[String]) -> Result<Self, Refused> {
        let main = text.split('-').next().unwrap_or_default();
        let locale =
            available.iter().find(|locale| *locale == text).or_else(|| available.iter().find(|locale| *locale == main));
        match locale {
            Some(locale) if is_tag(text) => Ok(Language { tag: text.to_owned(), locale: locale.clone() }),
            _ => Err(refuse(text, available)),
        }
    }

    /// The language that every theme has words for.
    pub fn english() -> Self {
        Language { tag: "en".to_owned(), locale: "en".to_owned() }
    }

    /// The tag as it was written, for `lang` attributes and for formatting dates and numbers.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The locale whose words are used.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        match self.tag.split('-').next().unwrap_or_default() {
            "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "sd" | "ug" | "dv" => "rtl",
            _ => "ltr",
        }
    }
}

fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let main = parts.next().unwrap_or_default();
    (2..=3).contains(&main.len())
        && main.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

fn refuse(text: &str, available: &[String]) -> Refused {
    let known: Vec<String> = available.iter().map(|locale| format!("`{locale}`")).collect();
    let help = match language_of_name(text).filter(|tag| available.iter().any(|locale| locale == tag)) {
        Some(tag) => format!("write `{tag}`"),
        None => format!(
            "there are words for {}; another language is one file, `locales/<language>.yml`, in a theme",
            known.join(", ")
        ),
    };
    Refused::new(&check::UNKNOWN_LANGUAGE, format!("there are no words for the language `{text}`"), help)
}

/// What people write when they mean a tag.
fn language_of_name(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "english" | "eng" | "en_gb" | "en_us" => Some("en"),
        "dutch" | "nederlands" | "nld" | "nl_nl" | "nl_be" => Some("nl"),
        _ => None,
    }
}

/// Reads an IANA time zone such as `Europe/Amsterdam`.
///
/// # Errors
/// Where there is no such zone; with the one most likely meant.
pub fn read_timezone(text: &str) -> Result<chrono_tz::Tz, Refused> {
    text.parse().map_err(|_| {
        let words = text.replace(' ', "_");
        // Abbreviations are zones, too, but hardly ever the ones that are meant.
        let zones = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).filter(|zone| zone.contains('/'));
        let help = match zones
            .clone()
            .find(|zone| zone.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(&words)))
        {
            Some(zone) => format!("did you mean `{zone}`?"),
            None => match nearest(&words, zones) {
                Some(zone) => format!("did you mean `{zone}`?"),
                None => "write the zone as continent and city, such as `Europe/Amsterdam`".to_owned(),
            },
        };
        Refused::new(&check::UNKNOWN_TIMEZONE, format!("there is no time zone `{text}`"), help)
    })
}
