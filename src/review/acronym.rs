//! Which words of a text are abbreviations, and whether the text explains them itself.

use std::ops::Range;

/// An abbreviation in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'t> {
    /// Without the `s` of a plural.
    pub acronym: &'t str,
    /// Where it begins, in bytes.
    pub at: usize,
    /// Whether an `s` follows.
    pub is_plural: bool,
}

/// How many capitals an abbreviation has at most; more are a word that is loud.
const LONGEST: usize = 6;

/// The abbreviations of a text, from left to right. What is all in capitals is a loud heading, and has none.
pub(super) fn acronyms(text: &str) -> Vec<Found<'_>> {
    if !may_have_some(text) || (!text.contains(char::is_lowercase) && text.split_whitespace().nth(2).is_some()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let chunk = part.trim_end();
        if !is_address(chunk) {
            found.extend(in_chunk(chunk).into_iter().map(|one| Found { at: at + one.at, ..one }));
        }
        at += part.len();
    }
    found
}

/// Whether a capital or a digit follows a capital anywhere: most texts are done with this one look.
fn may_have_some(text: &str) -> bool {
    if text.is_ascii() {
        // To look at all of it, and never to stop, lets many letters be looked at together.
        let pairs = text.bytes().zip(text.bytes().skip(1));
        return pairs.fold(false, |found, (first, next)| {
            found | (first.is_ascii_uppercase() & (next.is_ascii_uppercase() | next.is_ascii_digit()))
        });
    }
    let mut after_capital = false;
    text.chars().any(|c| {
        let found = after_capital && (c.is_uppercase() || c.is_ascii_digit());
        after_capital = c.is_uppercase();
        found
    })
}

/// Addresses, names of files and the like are no language.
fn is_address(chunk: &str) -> bool {
    let inner_stop =
        || chunk.char_indices().any(|(at, c)| c == '.' && chunk[at + 1..].starts_with(char::is_alphanumeric));
    chunk.contains("://")
        || chunk.starts_with("www.")
        || chunk.contains(['@', '_', '\\', '{', '}', '#', '$'])
        || (chunk.contains(char::is_lowercase) && (chunk.contains('/') || inner_stop()))
}

fn in_chunk(chunk: &str) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    for part in chunk.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        let acronym = word.strip_suffix('s').unwrap_or(word);
        if is_acronym(acronym) && !is_numbered(chunk, at..at + word.len()) {
            found.push(Found { acronym, at, is_plural: acronym.len() < word.len() });
        }
        at += part.len();
    }
    found
}

/// Two to six capitals, and a digit between them at most: `B2B`, and not the booking `K7M2QP`.
fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    (2..=LONGEST).contains(&capitals)
        && digits <= 1
        && capitals + digits == word.chars().count()
        && !word.starts_with(|c: char| c.is_ascii_digit())
        && !word.ends_with(|c: char| c.is_ascii_digit())
        && !is_roman(word)
}

/// A small Roman number. Those with other letters are rarer than abbreviations of the same letters.
fn is_roman(word: &str) -> bool {
    let ones = word.trim_start_matches('X');
    word.len() - ones.len() <= 3 && ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(&ones)
}

/// Whether a hyphen and a digit stand beside it, as in `INV-2026-001`.
fn is_numbered(chunk: &str, word: Range<usize>) -> bool {
    let mut before = chunk[..word.start].chars().rev();
    let mut behind = chunk[word.end..].chars();
    let joined = |one: Option<char>, next: Option<char>| one == Some('-') && next.is_some_and(|c| c.is_ascii_digit());
    joined(before.next(), before.next()) || joined(behind.next(), behind.next())
}

/// Whether the text around an abbreviation says what it means: "Content Management System (CMS)", "CMS (the program …)",
/// or "CMS: the program …".
pub(super) fn is_explained(text: &str, acronym: Range<usize>) -> bool {
    let (before, behind) = (&text[..acronym.start], &text[acronym.end..]);
    if let Some(before) = before.strip_suffix('(') {
        return behind.starts_with([')', ',', ';']) && has_initial(before, &text[acronym]);
    }
    if let Some(inside) = behind.strip_prefix(" (") {
        let inside = &inside[..inside.find(')').unwrap_or(inside.len())];
        return inside.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() >= 2;
    }
    before.trim().is_empty() && behind.strip_prefix(':').is_some_and(|behind| behind.contains(char::is_alphabetic))
}

/// Whether one of the words just before begins as the abbreviation does.
fn has_initial(before: &str, acronym: &str) -> bool {
    let Some(initial) = acronym.chars().next() else { return false };
    let words = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut near = words.take(2 * acronym.chars().count());
    near.any(|word| word.chars().next().is_some_and(|first| first.to_uppercase().eq(initial.to_uppercase())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        acronyms(text).into_iter().map(|one| one.acronym).collect()
    }

    #[test]
    fn capitals_are_abbreviations() {
        assert_eq!(read("The CMS, two APIs and an SSO-login (B2B)."), ["CMS", "API", "SSO", "B2B"]);
        assert_eq!(read("HTML/CSS"), ["HTML", "CSS"]);
        assert_eq!(read("De API's"), ["API"]);
        assert_eq!(read("CMS"), ["CMS"]);
    }

    #[test]
    fn other_capitals_are_none() {
        for nothing in [
            "A plan B, no. 5",
            "Booking K7M2QP, room A4, file MP3",
            "Part II, chapter XIV",
            "INV-2026 and COVID-19",
            "https://example.com/CMS me@CMS.example www.CMS.example",
            "file plan.CMS and docs/CMS",
            "PLEASE READ THIS",
            "IMPORTANT things, IJsselmeer, iPhone, McDONALD",
            "MAX_LENGTH {IBAN}",
        ] {
            assert_eq!(read(nothing), [""; 0], "{nothing}");
        }
    }

    #[test]
    fn places_count_in_bytes() {
        let found = acronyms("Één, twee CMSs");
        assert_eq!(found, [Found { acronym: "CMS", at: 12, is_plural: true }]);
    }

    #[test]
    fn an_abbreviation_is_explained_before_behind_or_in_front() {
        for (text, explained) in [
            ("A content management system (CMS) helps", true),
            ("Our content system (CMS, since 2020)", true),
            ("CMS (the program that you write in)", true),
            ("CMS: the program that you write in", true),
            ("The price (CMS)", false),
            ("The price (CMS included)", false),
            ("CMS (21 %)", false),
            ("The CMS: see below", false),
        ] {
            let at = text.find("CMS").expect("it is there");
            assert_eq!(is_explained(text, at..at + 3), explained, "{text}");
        }
    }
}
