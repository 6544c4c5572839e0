//! Where the words of the glossary stand in a text.
//!
//! A text is taken apart into words, runs of white space and single signs, and so is every form of a term. A form
//! stands where the text has the same parts in the same order, and where no word goes on before or behind them. Of the
//! forms that begin at one place the longest counts, and none begins inside another.

mod beginnings;
mod set;
mod uses;

pub use set::TermSet;
pub use uses::{Use, all_uses, first_uses};

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::letters::{plain_letters, plain_word};
use beginnings::Beginnings;

/// The forms of all terms that a reader may know of, ready to be looked for.
#[derive(Debug, Default)]
pub struct Matcher {
    /// The forms that begin alike, in the order in which they are tried.
    alike: Vec<Vec<Form>>,
    /// Which of these, by their first part in small letters.
    by_part: HashMap<String, usize>,
    /// Which of these, by what stands for a plain word. Several words may have them in common: it is for [`longest`] to
    /// find out what really stands in a text.
    beginnings: Beginnings,
    /// Whether a form begins with something else than a word, such as ".NET".
    signs: bool,
}

/// Where a term stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The bytes of the text that are the term.
    pub range: Range<usize>,
    /// The number that the term was given.
    pub term: usize,
}

/// What stands directly beside a text. A word may go on there: in `Go<b>ne</b>` the text `Go` is not the word "go".
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'t> {
    /// The text before; empty where nothing is.
    pub before: &'t str,
    /// The text behind; empty where nothing is.
    pub behind: &'t str,
}

#[derive(Debug)]
struct Form {
    term: usize,
    /// Written entirely in capitals, and found only like this: `IT` is not "it".
    capitals: bool,
    /// Folded.
    parts: Vec<String>,
    /// All parts together.
    whole: String,
}

impl Matcher {
    /// Takes terms, by a number, with each of their forms. Where two terms have the same form, the first has it. Forms
    /// without any letter or digit are left out.
    pub fn new<'f>(forms: impl IntoIterator<Item = (usize, &'f str)>) -> Self {
        let mut matcher = Matcher::default();
        for (term, text) in forms {
            let text = text.trim();
            if !text.contains(is_word) {
                continue;
            }
            let capitals = in_capitals(text);
            let parts: Vec<String> = parts(text).map(|part| folded(part, capitals)).collect();
            let first = folded(&parts[0], false);
            matcher.signs |= !first.starts_with(is_word);
            let known = matcher.by_part.get(&first).copied();
            let at = matcher.beginnings.add(&first, known.unwrap_or(matcher.alike.len()));
            if at == matcher.alike.len() {
                matcher.alike.push(Vec::new());
            }
            matcher.by_part.insert(first, at);
            matcher.alike[at].push(Form { term, capitals, whole: parts.concat(), parts });
        }
        for forms in &mut matcher.alike {
            forms.sort_by_key(|form| (Reverse(form.length()), !form.capitals));
        }
        matcher
    }

    /// Whether there is nothing to be found.
    pub fn is_empty(&self) -> bool {
        self.alike.is_empty()
    }

    /// The terms in `text`, from left to right, none inside another. `around` is asked for where a term may go on beyond
    /// the text.
    pub fn find<'f>(&'f self, text: &'f str, around: impl Fn() -> Around<'f> + 'f) -> impl Iterator<Item = Match> + 'f {
        let mut here = String::new();
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some((begin, known)) = self.next_beginning(text.as_bytes(), at) {
                let alike = match known {
                    Some((length, alike)) => {
                        at = begin + length;
                        Some(alike)
                    }
                    None => {
                        at = begin + part_length(&text[begin..]);
                        fold(&text[begin..at], false, &mut here);
                        self.by_part.get(&here).copied()
                    }
                };
                let Some(forms) = alike.map(|alike| &self.alike[alike]) else { continue };
                if let Some(found) = longest(forms, text, begin..at, &around, &mut here) {
                    at = found.range.end;
                    return Some(found);
                }
            }
            at = text.len();
            None
        })
    }

    /// Where, from byte `at` on, the next part begins that a form may begin with; where that is a plain word, with its
    /// length and the forms. Most words are plain letters up to a space, and most of them begin no form: they are passed
    /// over here, which is what makes looking for terms fast.
    fn next_beginning(&self, text: &[u8], mut at: usize) -> Option<(usize, Option<(usize, usize)>)> {
        while at < text.len() {
            let (length, number) = plain_word(&text[at..]);
            match text.get(at + length) {
                Some(next) if !next.is_ascii() => return Some((at, None)),
                _ if length > 0
                    && let Some(alike) = self.beginnings.get(number) =>
                {
                    return Some((at, Some((length, alike))));
                }
                // The sign behind a word is passed over with it, unless forms may begin with a sign.
                _ if !self.signs => at += length + 1,
                _ if length > 0 => at += length,
                _ => return Some((at, None)),
            }
        }
        None
    }
}

/// The first of `forms` that stands in `text` and begins with the part `first`, by which they were looked up. What is in
/// `scratch` does not matter.
fn longest<'t>(
    forms: &[Form],
    text: &str,
    first: Range<usize>,
    around: &impl Fn() -> Around<'t>,
    scratch: &mut String,
) -> Option<Match> {
    forms.iter().find_map(|form| {
        let range = first.start..form.end_in(text, first.clone(), scratch)?;
        stands_alone(text, &range, around, form.capitals).then_some(Match { range, term: form.term })
    })
}

impl Form {
    fn length(&self) -> usize {
        self.whole.chars().count()
    }

    /// Where the form ends, if it begins with the part `first`, by which it was looked up. What is in `scratch` does not
    /// matter.
    fn end_in(&self, text: &str, first: Range<usize>, scratch: &mut String) -> Option<usize> {
        if let Some(is_same) = self.is_plainly_in(&text.as_bytes()[first.start..]) {
            return is_same.then_some(first.start + self.whole.len());
        }
        let mut at = first.start;
        for part in &self.parts {
            let end = at + part_length(&text[at..]);
            fold(&text[at..end], self.capitals, scratch);
            if scratch != part {
                return None;
            }
            at = end;
        }
        Some(at)
    }

    /// Whether a text begins with the form, as far as comparing byte by byte can tell. Where they part at something that
    /// may be written in several ways, at white space or another sign than the plain ones, it cannot.
    fn is_plainly_in(&self, text: &[u8]) -> Option<bool> {
        let form = self.whole.as_bytes();
        let is_same =
            |(here, wanted): &(&u8, &u8)| here == wanted || !self.capitals && here.eq_ignore_ascii_case(wanted);
        let length = text.iter().zip(form).take_while(is_same).count();
        let (Some(here), Some(wanted)) = (text.get(length), form.get(length)) else {
            return Some(length == form.len());
        };
        let both_have_space = *wanted == b' ' || form[..length].ends_with(b" ");
        let differ = here.is_ascii() && wanted.is_ascii() && !(is_space(*here) && both_have_space);
        differ.then_some(false)
    }
}

fn stands_alone<'t>(text: &str, range: &Range<usize>, around: &impl Fn() -> Around<'t>, capitals: bool) -> bool {
    let form = &text[range.clone()];
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let near_an_edge = before.len().min(behind.len()) < NEAR;
    let around = if near_an_edge { around() } else { Around::default() };
    let before = before.chars().rev().chain(around.before.chars().rev());
    let behind = behind.chars().chain(around.behind.chars());
    let (Some(first), Some(last)) = (form.chars().next(), form.chars().next_back()) else { return false };
    !goes_on(first, before, capitals) && !goes_on(last, behind, capitals)
}

/// Two characters, in bytes: as much as [`goes_on`] looks at.
const NEAR: usize = 8;

/// Whether a word goes on beyond its first or last letter.
///
/// A hyphen between letters joins them to one word, but for forms in capitals: there is an API in a Dutch
/// "API-koppeling". An apostrophe is part of a word in Cyrillic; in other scripts it sets off an ending or an article
/// ("the API's", "l'API").
fn goes_on(edge: char, mut beyond: impl Iterator<Item = char>, capitals: bool) -> bool {
    let Some(next) = beyond.next() else { return false };
    if is_word(next) {
        return true;
    }
    let Some(letter) = beyond.next().filter(|c| is_word(*c)).filter(|_| is_word(edge)) else { return false };
    match next {
        hyphen if is_hyphen(hyphen) => !capitals,
        apostrophe if is_apostrophe(apostrophe) => is_cyrillic(edge) && is_cyrillic(letter),
        _ => false,
    }
}

fn in_capitals(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic() && !is_apostrophe(*c));
    letters().count() >= 2 && letters().all(char::is_uppercase)
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (part, behind) = rest.split_at(part_length(rest));
        rest = behind;
        (!part.is_empty()).then_some(part)
    })
}

/// How long the first word, run of white space or single sign of a text is, in bytes.
fn part_length(text: &str) -> usize {
    // Most parts are plain words, or the one space between them.
    let bytes = text.as_bytes();
    let plain = match bytes {
        [b' ', ..] => 1,
        _ => plain_letters(bytes),
    };
    let ends = bytes.get(plain).is_none_or(|next| next.is_ascii() && !(bytes[0] == b' ' && is_space(*next)));
    if plain > 0 && ends {
        return plain;
    }
    let Some(first) = text.chars().next() else { return 0 };
    let same = match first {
        c if is_word(c) => is_word,
        c if c.is_whitespace() => char::is_whitespace,
        c => return c.len_utf8(),
    };
    text.find(|c| !same(c)).unwrap_or(text.len())
}

fn folded(part: &str, keep_case: bool) -> String {
    let mut out = String::new();
    fold(part, keep_case, &mut out);
    out
}

/// Writes a part to `out` in the one way in which all that is the same is written: in small letters, unless the case is
/// kept; accents as parts of their letters; one kind of space, apostrophe and hyphen; no soft hyphens.
fn fold(part: &str, keep_case: bool, out: &mut String) {
    out.clear();
    if part.is_ascii() {
        match part.starts_with(char::is_whitespace) {
            true => out.push(' '),
            false => out.push_str(part),
        }
        if !keep_case {
            out.make_ascii_lowercase();
        }
        return;
    }
    let mut accents = false;
    for c in part.chars() {
        match c {
            SOFT_HYPHEN => {}
            c if c.is_whitespace() => {
                out.push(' ');
                return;
            }
            c if is_apostrophe(c) => out.push('\''),
            c if is_hyphen(c) => out.push('-'),
            c => {
                accents |= is_combining_mark(c);
                if keep_case { out.push(c) } else { out.extend(c.to_lowercase()) }
            }
        }
    }
    if accents {
        *out = out.nfc().collect();
    }
}

/// Says where a word may be parted at the end of a line, and is part of it.
const SOFT_HYPHEN: char = '\u{ad}';

/// Whether a plain character is white space, as [`char::is_whitespace`] sees it.
fn is_space(c: u8) -> bool {
    char::from(c).is_whitespace()
}

/// Whether a character is part of a word: a letter, a digit, or an accent.
fn is_word(c: char) -> bool {
    match c {
        c if c.is_ascii() => return c.is_ascii_alphanumeric(),
        // The Cyrillic letters of today: they need no looking up.
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => return true,
        _ => {}
    }
    (c.is_alphanumeric() || c == SOFT_HYPHEN || is_combining_mark(c)) && !is_apostrophe(c)
}

/// The straight one, the typographic one, and the one that is a letter.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

/// The one on every keyboard, the typographic one, and the one that does not part.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a character may be part of a Cyrillic word: a letter, or an accent on one.
fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}') || is_combining_mark(c)
}

#[cfg(test)]
mod tests;
