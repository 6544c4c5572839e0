//! What a decision is called.

use super::file_name::FileName;
use crate::content::markdown::Document;
use crate::diagnostic::Span;
use crate::yaml::Located;

/// What a decision is called, and its number.
pub(super) struct Title {
    pub(super) title: Located<String>,
    pub(super) number: Option<String>,
}

/// Finds the title: the field, the heading that the text begins with, or the file's name in words. The heading is taken out
/// of the text where it is the title, and a number in front of it out of the title. `at` is where the text begins.
pub(super) fn take_title(
    given: Option<Located<String>>,
    body: &mut Document,
    name: &FileName<'_>,
    stem: &str,
    at: Span,
) -> Title {
    let says_the_same = |given: &Located<String>| {
        let heading = body.headings.first().map_or("", |heading| heading.title.as_str());
        let (_, words) = split_number(heading, name.number);
        words == given.value.trim()
    };
    let heading = match &given {
        Some(given) if !says_the_same(given) => None,
        _ => body.take_title(None),
    };
    let (digits, heading) = match heading {
        Some(heading) => {
            let (digits, words) = split_number(&heading.value, name.number);
            (digits.map(str::to_owned), Some(Located { value: words.to_owned(), span: heading.span }))
        }
        None => (None, None),
    };
    let title = given.or(heading).unwrap_or_else(|| Located { value: name.title(stem), span: at });
    if let Some(heading) = &mut body.title {
        heading.title.clone_from(&title.value);
    }
    Title { title, number: name.number.map(str::to_owned).or(digits) }
}

/// Takes `2. Use X`, `ADR-0002: Use X` apart. A number counts as one if it is the file's, or where the file has none.
fn split_number<'t>(title: &'t str, of_file: Option<&str>) -> (Option<&'t str>, &'t str) {
    let bare = match title.get(..3) {
        Some(adr) if adr.eq_ignore_ascii_case("adr") => title[3..].trim_start_matches(['-', '_', ' ', '#']),
        _ => title,
    };
    let end = bare.find(|c: char| !c.is_ascii_digit()).unwrap_or(bare.len());
    let (digits, rest) = bare.split_at(end);
    let words = rest.trim_start_matches([' ', '.', ')', ':', '-', '–', '—']);
    let parted = rest.starts_with(['.', ')', ':']) && rest[1..].starts_with(' ')
        || [" - ", " – ", " — "].iter().any(|dash| rest.starts_with(dash))
        || bare.len() < title.len() && rest.starts_with(' ');
    let value = |digits: &str| digits.trim_start_matches('0').to_owned();
    let is_files = of_file.is_none_or(|number| value(number) == value(digits));
    match !digits.is_empty() && digits.len() <= 4 && parted && is_files && !words.is_empty() {
        true => (Some(digits), words),
        false => (None, title),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_front_of_a_title_is_no_part_of_it() {
        for (title, of_file, number, words) in [
            ("2. Use X", Some("0002"), Some("2"), "Use X"),
            ("2) Use X", None, Some("2"), "Use X"),
            ("ADR-0002: Use X", Some("2"), Some("0002"), "Use X"),
            ("ADR 2 – Use X", None, Some("2"), "Use X"),
            ("0002 - Use X", None, Some("0002"), "Use X"),
            ("2. Use X", Some("0003"), None, "2. Use X"),
            ("2 languages", Some("0002"), None, "2 languages"),
            ("3.5 tonnes", None, None, "3.5 tonnes"),
            ("2026: the year of the shop", Some("0001"), None, "2026: the year of the shop"),
            ("Adrenaline", None, None, "Adrenaline"),
            ("2.", None, None, "2."),
        ] {
            assert_eq!(split_number(title, of_file), (number, words), "{title}");
        }
    }
}
