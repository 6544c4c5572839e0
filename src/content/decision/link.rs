//! Other decisions, as the text of one names them: by a link, a number or a title.

use std::ops::Range;

/// A decision that is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// The name of its file without `.md`, its number or its title.
    pub(super) name: String,
    /// Where it stands in the text.
    pub(super) at: Range<usize>,
}

/// The decisions named at `range` of `text`: each link there, or else the words behind `by`.
pub(super) fn targets(text: &str, range: Range<usize>) -> Vec<Target> {
    let links = links(text, range.clone());
    if !links.is_empty() {
        return links;
    }
    let spoken = text[range.clone()].trim_start_matches([' ', ':', ',', '-', '(']);
    let Some(names) = spoken.strip_prefix("by").filter(|rest| rest.starts_with([' ', ':'])) else { return Vec::new() };
    let names = names.trim_matches([' ', ':', ')', '.', '"', '`', '*']);
    if names.is_empty() {
        return Vec::new();
    }
    // A title may have a comma in it: only numbers are taken apart.
    let parts: Vec<&str> = names.split([',', '&']).flat_map(|part| part.split(" and ")).map(str::trim).collect();
    let all_numbers = parts.iter().all(|part| number(part).is_some_and(|number| number.rest.is_empty()));
    let parts = if all_numbers { parts } else { vec![names] };
    let end = range.end;
    let mut from = range.start;
    let mut found = Vec::with_capacity(parts.len());
    for part in parts {
        let start = text[from..end].find(part).map_or(from, |at| from + at);
        from = start + part.len();
        found.push(Target { name: in_words(part), at: start..from });
    }
    found
}

/// The links at `range` of `text`.
pub(super) fn links(text: &str, range: Range<usize>) -> Vec<Target> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(middle) = text[at..range.end].find("](").map(|i| at + i) {
        let Some(end) = text[middle..range.end].find(')').map(|i| middle + i) else { break };
        let start = text[at..middle].find('[').map_or(middle, |i| at + i);
        let words = text.get(start + 1..middle).unwrap_or_default();
        let name = file(&text[middle + 2..end]).unwrap_or(words).trim();
        if !name.is_empty() {
            found.push(Target { name: name.to_owned(), at: start..end + 1 });
        }
        at = end + 1;
    }
    found
}

/// The name of the decision's file that a link leads to.
fn file(address: &str) -> Option<&str> {
    let path = address.split([' ', '#', '?']).next().unwrap_or(address).trim_matches(['<', '>']);
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").filter(|name| !name.is_empty() && !address.contains("://"))
}

/// `ADR 5` is `ADR-5`; of `ADR-0005: Two languages` the number is enough.
fn in_words(written: &str) -> String {
    let bare = written.starts_with(|c: char| c.is_ascii_digit());
    match number(written) {
        Some(Number { digits, rest: "" }) if bare => digits.to_owned(),
        Some(Number { digits, rest }) if !bare && !rest.starts_with(char::is_alphanumeric) => format!("ADR-{digits}"),
        _ => written.to_owned(),
    }
}

struct Number<'t> {
    digits: &'t str,
    rest: &'t str,
}

/// The number that `text` begins with, with or without `ADR` or `#` in front of it.
fn number(text: &str) -> Option<Number<'_>> {
    let bare = match text.get(..3) {
        Some(adr) if adr.eq_ignore_ascii_case("adr") => text[3..].trim_start_matches(['-', '_', ' ', '#']),
        _ => text.trim_start_matches('#'),
    };
    let end = bare.find(|c: char| !c.is_ascii_digit()).unwrap_or(bare.len());
    (end > 0).then(|| Number { digits: &bare[..end], rest: &bare[end..] })
}
