//! Putting text into HTML.

use std::convert::Infallible;
use std::io::{self, Write};

/// The text with `&`, `<`, `>` and both quotes written as references: safe between tags and inside a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    escape_into(&mut out, text);
    out
}

/// Like [`escape`], at the end of `out`.
pub fn escape_into(out: &mut String, text: &str) {
    let Ok(()) = each_piece(text, |piece| {
        out.push_str(piece);
        Ok::<_, Infallible>(())
    });
}

/// Like [`escape`], to whatever takes bytes.
///
/// # Errors
/// Where `out` does not take them.
pub fn write_escaped(text: &str, out: &mut dyn Write) -> io::Result<()> {
    each_piece(text, |piece| out.write_all(piece.as_bytes()))
}

fn each_piece<E>(text: &str, mut take: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    let mut rest = text;
    while let Some(at) = next_special(rest.as_bytes()) {
        take(&rest[..at])?;
        take(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    take(rest)
}

/// Where the first sign is that has a reference.
fn next_special(text: &[u8]) -> Option<usize> {
    let is_special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    // To look at all of some, and only then for the first, lets many letters be looked at together.
    let some = text.chunks(SOME).position(|some| some.iter().fold(false, |found, byte| found | is_special(byte)))?;
    text[some * SOME..].iter().position(is_special).map(|at| some * SOME + at)
}

/// So many bytes are looked at together.
const SOME: usize = 32;
