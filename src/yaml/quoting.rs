//! How a text is written in quotes, for advice, and what only looks like quotes.

/// The longest text that is repeated in a piece of advice.
const LONGEST: usize = 72;

/// `text` as a quoted YAML text that stands for exactly this, or `None` where it is too long to be repeated.
pub(super) fn quoted(text: &str) -> Option<String> {
    let text = without_wrong_quotes(text.trim());
    if text.chars().count() > LONGEST || text.contains(|c: char| c.is_control()) {
        return None;
    }
    Some(match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
    })
}

/// Advice to put the value of `name` in quotes, with the line as it should be where it is short.
pub(super) fn advice(name: &str, text: &str) -> String {
    let wrong = wrong_quotes(text.trim());
    match (quoted(text), wrong) {
        (Some(text), None) => format!("put the text in quotes: `{name}{text}`"),
        (Some(text), Some((open, close))) => {
            format!("`{open}` and `{close}` do not count as quotes here: write `{name}{text}`")
        }
        (None, None) => "put the whole text in quotes".to_owned(),
        (None, Some((open, close))) => {
            format!("`{open}` and `{close}` do not count as quotes here: put the whole text in `\"`")
        }
    }
}

/// The typographic quotes that a text begins and ends with.
fn wrong_quotes(text: &str) -> Option<(char, char)> {
    let open = text.chars().next()?;
    let close = text.chars().next_back()?;
    let is_pair = matches!(
        (open, close),
        ('“' | '„' | '”', '”' | '“') | ('‘' | '‚' | '’', '’' | '‘') | ('«', '»') | ('»', '«') | ('「', '」')
    );
    (is_pair && text.chars().count() > 1).then_some((open, close))
}

fn without_wrong_quotes(text: &str) -> &str {
    match wrong_quotes(text) {
        Some((open, close)) => &text[open.len_utf8()..text.len() - close.len_utf8()],
        None => text,
    }
}

/// Whether a bracket or a quote begins in a text and does not end, and with what it would end.
pub(super) fn left_open(text: &str) -> Option<char> {
    let count = |c: char| text.matches(c).count();
    let mut before = ' ';
    let mut round = 0_usize;
    let mut straight = 0_usize;
    for c in text.chars() {
        match c {
            // `:(` is a face.
            '(' if !matches!(before, ':' | ';') => round += 1,
            ')' => round = round.saturating_sub(1),
            // 19" is a length.
            '"' if !before.is_ascii_digit() || straight % 2 == 1 => straight += 1,
            _ => {}
        }
        before = c;
    }
    if round > 0 {
        Some(')')
    } else if straight % 2 == 1 {
        Some('"')
    } else if text.contains(['“', '„']) && count('“') + count('„') > count('”') && !(count('„') == 1 && count('“') == 1)
    {
        Some('”')
    } else if count('«') > count('»') {
        Some('»')
    } else {
        None
    }
}

/// Whether what is open from before ends in `text`.
pub(super) fn closes(text: &str, end: char) -> bool {
    match end {
        ')' => text.matches(')').count() > text.matches('(').count(),
        '"' => text.matches('"').count() % 2 == 1,
        '”' => text.contains(['”', '“']),
        end => text.contains(end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_put_in_the_quotes_that_it_does_not_contain() {
        for (text, expected) in [
            ("Shop: two", "\"Shop: two\""),
            ("say \"x\": y", "'say \"x\": y'"),
            ("it's \"x\": y", "\"it's \\\"x\\\": y\""),
            ("“Shop: two”", "\"Shop: two\""),
        ] {
            assert_eq!(quoted(text).as_deref(), Some(expected));
        }
        assert_eq!(quoted(&"x".repeat(73)), None);
    }

    #[test]
    fn what_begins_and_does_not_end_is_open() {
        for (text, expected) in [
            ("Payments (card", Some(')')),
            ("Payments (card)", None),
            ("a) first", None),
            ("sad :(", None),
            ("19\" screen", None),
            ("say \"yes", Some('"')),
            ("„Acme“", None),
            ("“Acme", Some('”')),
            ("«Acme", Some('»')),
        ] {
            assert_eq!(left_open(text), expected, "{text}");
        }
    }
}
