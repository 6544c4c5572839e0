//! Addresses in running text that nobody marked as links, as GitHub finds them.

use std::ops::Range;

use memchr::memchr3;

/// An address in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// The bytes of the text that are the address.
    pub(super) range: Range<usize>,
    /// Where it leads.
    pub(super) to: String,
}

/// Endings of picture files: `logo@2x.png` is no mail address.
const PICTURES: [&str; 7] = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"];

/// Characters of an address behind which nothing is looked at any more.
const LONGEST: usize = 2_000;

/// Web and mail addresses in `text`, in their order.
pub(super) fn addresses(text: &str) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::new();
    let mut from = 0;
    while let Some(at) = memchr3(b':', b'.', b'@', &text.as_bytes()[from..]) {
        let at = from + at;
        let free = found.last().map_or(0, |last| last.range.end);
        let address = match text.as_bytes()[at] {
            b':' => web(text, at, free),
            b'.' => without_scheme(text, at, free),
            _ => mail(text, at, free),
        };
        from = at + 1;
        if let Some(address) = address {
            from = from.max(address.range.end);
            found.push(address);
        }
    }
    found
}

/// `https://` and `http://`, whose `:` stands at byte `at`.
fn web(text: &str, at: usize, free: usize) -> Option<Address> {
    let rest = text[at..].strip_prefix("://")?;
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        at.checked_sub(scheme.len())
            .and_then(|start| text.get(start..at))
            .is_some_and(|written| written.eq_ignore_ascii_case(scheme))
    })?;
    let start = at - scheme.len();
    let is_own_word = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
    let length = length(rest);
    let is_host = has_host(&rest[..length]);
    (start >= free && is_own_word && is_host).then(|| address(text, start..at + 3 + length, ""))
}

/// `www.`, whose `.` stands at byte `at`.
fn without_scheme(text: &str, at: usize, free: usize) -> Option<Address> {
    let start = at.checked_sub(3)?;
    if !text.get(start..at)?.eq_ignore_ascii_case("www") || start < free {
        return None;
    }
    let is_own_word =
        text[..start].chars().next_back().is_none_or(|c| c.is_whitespace() || "*_~([{\"'“„‘‚«‹".contains(c));
    if !is_own_word {
        return None;
    }
    let rest = &text[at + 1..];
    let length = length(rest);
    has_host(&rest[..length]).then(|| address(text, start..at + 1 + length, "http://"))
}

/// A mail address, whose `@` stands at byte `at`.
fn mail(text: &str, at: usize, free: usize) -> Option<Address> {
    let is_local = |c: char| c.is_ascii_alphanumeric() || ".+_-".contains(c);
    let start = text[free..at]
        .rfind(|c| !is_local(c))
        .map_or(free, |before| free + before + text[free + before..].chars().next().map_or(1, char::len_utf8));
    let before = text[..start].chars().next_back();
    let rest = &text[at + 1..];
    let host = &rest[..rest.find(|c: char| !(c.is_alphanumeric() || "-_.".contains(c))).unwrap_or(rest.len())];
    let host = host.trim_end_matches(['.', '-', '_']);
    let (name, ending) = host.rsplit_once('.')?;
    let is_ending = ending.chars().count() > 1 && ending.chars().all(char::is_alphabetic);
    let is_picture = PICTURES.contains(&ending.to_ascii_lowercase().as_str());
    let is_whole = !text[at + 1 + host.len()..].starts_with('@') && before.is_none_or(|c| !"/:@".contains(c));
    let is_mail = start < at && !text[start..].starts_with('.') && !name.split('.').any(str::is_empty);
    (is_mail && is_ending && !is_picture && is_whole).then(|| address(text, start..at + 1 + host.len(), "mailto:"))
}

fn address(text: &str, range: Range<usize>, prefix: &str) -> Address {
    Address { to: format!("{prefix}{}", &text[range.clone()]), range }
}

/// How much of `text` belongs to an address that begins it: up to a space, without the marks that end a sentence.
fn length(text: &str) -> usize {
    let is_end = |c: char| c.is_whitespace() || c.is_control() || "<>\"“”„«»`|，。、；：（）「」".contains(c);
    let end = text.char_indices().take(LONGEST).find(|(_, c)| is_end(*c)).map(|(at, _)| at);
    let longest = || text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let mut address = &text[..end.unwrap_or_else(longest)];
    let count = |c: char| address.matches(c).count();
    // Brackets that close what the address does not open.
    let mut alone =
        [('(', ')'), ('[', ']'), ('{', '}')].map(|(open, end)| (end, count(end).saturating_sub(count(open))));
    while let Some(last) = address.chars().next_back() {
        match alone.iter_mut().find(|(end, _)| *end == last) {
            Some((_, left)) if *left > 0 => *left -= 1,
            None if "?!.,:;*_~'’‘…".contains(last) => {}
            _ => break,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address.len()
}

/// Whether an address begins with the name of a host, which says nothing about a user.
fn has_host(address: &str) -> bool {
    let host = &address[..address.find(['/', '?', '#']).unwrap_or(address.len())];
    let host = match host.split_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        Some(_) => return false,
        None => host,
    };
    let mut parts = host.rsplit('.');
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let last_have_underscore = host.rsplit('.').take(2).any(|part| part.contains('_'));
    parts.all(is_part) && !last_have_underscore
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        addresses(text).into_iter().map(|address| format!("{} {}", &text[address.range], address.to)).collect()
    }

    #[test]
    fn addresses_are_found_and_end_with_the_sentence() {
        for (text, expected) in [
            ("see https://a.example/b_c.", "https://a.example/b_c https://a.example/b_c"),
            ("(http://a.example/x(1))", "http://a.example/x(1) http://a.example/x(1)"),
            ("HTTPS://A.example?x=1&y=2!", "HTTPS://A.example?x=1&y=2 HTTPS://A.example?x=1&y=2"),
            ("„https://a.example“", "https://a.example https://a.example"),
            ("访问https://a.example。", "https://a.example https://a.example"),
            ("http://localhost:4000/acme/,", "http://localhost:4000/acme/ http://localhost:4000/acme/"),
            ("www.a.example/x, and", "www.a.example/x http://www.a.example/x"),
            ("mail m.vos+x@linden.example.", "m.vos+x@linden.example mailto:m.vos+x@linden.example"),
            ("https://müller.example", "https://müller.example https://müller.example"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_address_is_text() {
        for text in [
            "https://",
            "https://.",
            "xhttps://a.example",
            "ftp://a.example",
            "javascript://a.example",
            "https://user:word@a.example",
            "www.",
            "awww.nice.example",
            "@linden",
            "logo@2x.png",
            "npm@5.0",
            "a@b",
            "a@@b.example",
            "a@b..example",
            "10:30",
            "://@.www",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn several_addresses_do_not_run_into_each_other() {
        assert_eq!(
            found("https://a.example/m@x.example a@b.example,c@d.example"),
            [
                "https://a.example/m@x.example https://a.example/m@x.example",
                "a@b.example mailto:a@b.example",
                "c@d.example mailto:c@d.example",
            ]
        );
    }
}
