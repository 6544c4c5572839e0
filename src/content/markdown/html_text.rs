//! Where the text between the tags of raw HTML was written: there, `&amp;` is read as `&`.

use std::ops::Range;

/// The parts of `text`, and where in `html` each of them was written. `html` begins with the text as it is written, and
/// goes on with something else. No part goes on behind the end of a line.
pub(super) fn parts<'t>(text: &'t str, html: &str) -> Vec<(&'t str, Range<usize>)> {
    let mut parts = Vec::new();
    let (mut at, mut behind) = (0, 0);
    while at < text.len() {
        let (rest, written) = (&text[at..], html.get(behind..).unwrap_or_default());
        let (read, wrote) = match written.chars().next() {
            Some('&') => reference(rest, written),
            Some('\r') if written[1..].starts_with('\n') => (1, 2),
            Some('\r') => (1, 1),
            _ => {
                let line = written.find(['&', '\r', '\n']).unwrap_or(written.len());
                let line = line + usize::from(written[line..].starts_with('\n'));
                let same = line.min(rest.len());
                if rest.as_bytes()[..same] == written.as_bytes()[..same] { (same, same) } else { (0, 0) }
            }
        };
        if read == 0 || !rest.is_char_boundary(read) {
            // The rest is not written as it is read, and counts as a whole.
            parts.push((rest, behind..html.len()));
            break;
        }
        parts.push((&rest[..read], behind..behind + wrote));
        (at, behind) = (at + read, behind + wrote);
    }
    parts
}

/// What stands for `&`.
const AMPERSANDS: [&str; 7] = ["&amp;", "&#38;", "&#x26;", "&#X26;", "&AMP;", "&amp", "&AMP"];

/// The signs that a reference has for its second, if it stands for two: strokes, and forms of letters and spaces.
const SECOND: [char; 7] = ['\u{338}', '\u{20d2}', '\u{20e5}', '\u{fe00}', '\u{331}', '\u{333}', '\u{200a}'];

/// How many bytes of `text` are written with the reference that `html` begins with, and how many that has. A `&` that
/// begins none is itself.
fn reference(text: &str, html: &str) -> (usize, usize) {
    let Some(sign) = text.chars().next().filter(|sign| *sign != '&') else {
        return (1, AMPERSANDS.iter().find(|written| html.starts_with(**written)).map_or(1, |written| written.len()));
    };
    let name = html[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#').map_or(html.len(), |end| 1 + end);
    let end = name + usize::from(html[name..].starts_with(';'));
    let more =
        text[sign.len_utf8()..].chars().next().filter(|more| SECOND.contains(more) && !html[end..].starts_with(*more));
    (sign.len_utf8() + more.map_or(0, char::len_utf8), end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_ends_of_lines_are_read_as_one_sign() {
        for (text, html, expected) in [
            ("one", "one</p>", vec![("one", 0..3)]),
            ("a & b", "a &amp; b<", vec![("a ", 0..2), ("&", 2..7), (" b", 7..9)]),
            (
                "AT&T; &amp",
                "AT&T; &amp;amp",
                vec![("AT", 0..2), ("&", 2..3), ("T; ", 3..6), ("&", 6..11), ("amp", 11..14)],
            ),
            ("é©x", "&eacute;&#169;x", vec![("é", 0..8), ("©", 8..14), ("x", 14..15)]),
            ("a\nb\nc", "a\r\nb\nc", vec![("a", 0..1), ("\n", 1..3), ("b\n", 3..5), ("c", 5..6)]),
            (
                "≫\u{20d2}≫\u{20d2}\u{338}",
                "&nGt;&nGt;\u{338}",
                vec![("≫\u{20d2}", 0..5), ("≫\u{20d2}", 5..10), ("\u{338}", 10..12)],
            ),
            // What cannot be followed counts as a whole.
            ("\u{a9}right now", "&copyright now", vec![("\u{a9}", 0..10), ("right now", 10..14)]),
            ("ab", "é", vec![("ab", 0..2)]),
            ("ab", "", vec![("ab", 0..0)]),
        ] {
            assert_eq!(parts(text, html), expected, "{html}");
        }
    }
}
