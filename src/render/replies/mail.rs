//! A mail that is written already, as a `mailto:` link (RFC 6068).
//!
//! What stands in it was written by people: it is cut to a length that every mail program takes, and nothing in it can
//! become a line, a header or an address of its own.

/// A mail without its addressee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mail {
    /// On one line.
    pub(super) subject: String,
    /// The lines of the text.
    pub(super) lines: Vec<String>,
}

impl Mail {
    /// The link that opens it in a mail program, to `address`.
    pub(super) fn link(&self, address: &str) -> String {
        let at = address.split('@').map(encoded).collect::<Vec<_>>().join("@");
        let lines: Vec<String> = self.lines.iter().map(|line| encoded(line)).collect();
        format!("mailto:{at}?subject={}&body={}", encoded(&self.subject), lines.join("%0D%0A"))
    }

    /// The text, to be copied.
    pub(super) fn text(&self) -> String {
        self.lines.join("\n")
    }
}

/// Everything but letters, digits and `-._~` as `%` and two digits, byte by byte.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

/// `words` with each `{name}` in it filled in: each value on one line and of at most `limit` characters. What looks like
/// a `{name}` in a value stays as it is.
pub(super) fn filled(words: &str, values: &[(&str, &str)], limit: usize) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        let known = behind.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        rest = match known {
            Some((value, after)) => {
                out.push_str(&cut(value, limit));
                after
            }
            None => {
                out.push('{');
                behind
            }
        };
    }
    out + rest
}

/// A text on one line, and of at most `limit` characters: cut behind a word, where it is longer, with `…` for the rest.
fn cut(text: &str, limit: usize) -> String {
    let apart = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let line = apart.collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(limit) else { return line };
    let fits = line.char_indices().nth(limit.saturating_sub(1)).map_or(end, |(at, _)| at);
    let (kept, rest) = line.split_at(fits);
    let kept = if rest.starts_with(' ') { kept } else { kept.rsplit_once(' ').map_or(kept, |(words, _)| words) };
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '.', '–', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(subject: &str, lines: &[&str]) -> Mail {
        Mail { subject: subject.to_owned(), lines: lines.iter().map(|&line| line.to_owned()).collect() }
    }

    #[test]
    fn a_link_is_made_of_characters_that_have_no_meaning_in_it() {
        let mail = mail("50 % & more? Größe, + naïve", &["Hi,", "", "a=b#c"]);
        assert_eq!(
            mail.link("mira+shop@linden.example"),
            "mailto:mira%2Bshop@linden.example?subject=50%20%25%20%26%20more%3F%20Gr%C3%B6%C3%9Fe%2C%20%2B%20na%C3%AFve\
             &body=Hi%2C%0D%0A%0D%0Aa%3Db%23c"
        );
        assert_eq!(mail.text(), "Hi,\n\na=b#c");
    }

    #[test]
    fn nothing_that_is_written_becomes_a_header_or_an_address() {
        for evil in ["a&cc=eve@x", "a?bcc=eve@x", "a%0D%0ABcc:eve@x", "a\r\nBcc: eve@x", "a,eve@x", "a\" onclick=\"x"] {
            let subject = filled("{title}", &[("title", evil)], 99);
            let link = mail(&subject, &[&subject]).link("m@l.example");
            let (to, fields) = link.split_once('?').expect("it has fields");
            assert_eq!(to, "mailto:m@l.example");
            let names: Vec<&str> = fields.split('&').filter_map(|field| field.split('=').next()).collect();
            assert_eq!(names, ["subject", "body"], "{link}");
            assert!(!link.contains("%0D") && !link.contains("%0A") && !link.contains('"'), "{link}");
        }
        assert_eq!(mail("a", &[]).link("a,b?c&d@x"), "mailto:a%2Cb%3Fc%26d@x?subject=a&body=");
    }

    #[test]
    fn words_are_filled_in_once() {
        let values = [("title", "{option} { {title}"), ("option", "a\n b\u{a0}c")];
        assert_eq!(filled("{title}: {option} {other} {", &values, 99), "{option} { {title}: a b c {other} {");
    }

    #[test]
    fn a_long_text_is_cut_behind_a_word() {
        for (text, limit, expected) in [
            ("one two three", 13, "one two three"),
            ("one two three", 12, "one two…"),
            ("one two three", 8, "one two…"),
            ("one two three", 7, "one…"),
            ("one, two three", 6, "one…"),
            ("onetwothree", 4, "one…"),
            ("größer überaus", 8, "größer…"),
            ("größerüberaus", 8, "größerü…"),
            ("  a \n\t b  ", 9, "a b"),
            ("", 3, ""),
        ] {
            assert_eq!(cut(text, limit), expected, "{text}, {limit}");
        }
    }
}
