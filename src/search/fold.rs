//! Words as they are looked for: small letters without accents, the same here and in `themes/default/js/fold.js`.
//! `docs/search.md`, "Words".

use std::mem::take;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::letters::plain_letters;

/// Longer words are not looked for: they are keys and addresses.
const LONGEST: usize = 40;

/// Gives every word of `text` to `word`, folded, in reading order; then, behind the last of several words with hyphens
/// between them, all of them as one.
pub(super) fn each_word(text: &str, mut word: impl FnMut(&str)) {
    let mut words = Words { out: &mut word, folded: String::new(), compound: Compound::default() };
    // Plain letters all at once, so that most words are given away just as they stand here.
    let text = &text.to_ascii_lowercase();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let end = at + plain_letters(&bytes[at..]);
        // Most words are plain letters with a plain sign behind them.
        match bytes.get(end) {
            Some(next) if !next.is_ascii() => at = words.long_way(text, at),
            Some(b'-') if end > at => at = words.plain(&text[at..end], end),
            _ if end > at && words.compound.open => at = words.plain(&text[at..end], end),
            _ if end > at => {
                words.finish_compound();
                words.alone(&text[at..end]);
                at = end;
            }
            Some(b'-') => {
                words.compound.hyphen();
                at += 1;
            }
            Some(_) => {
                words.finish_compound();
                at += 1;
            }
            None => break,
        }
    }
    words.finish_compound();
}

struct Words<'w, F> {
    out: &'w mut F,
    /// The word that is being read.
    folded: String,
    compound: Compound,
}

/// Words with one hyphen between each two.
#[derive(Default)]
struct Compound {
    whole: String,
    parts: usize,
    /// Whether a hyphen is the last that was read.
    open: bool,
    /// Two hyphens join nothing.
    broken: bool,
}

impl Compound {
    fn hyphen(&mut self) {
        self.broken |= self.open || self.parts == 0;
        self.open = true;
    }
}

impl<F: FnMut(&str)> Words<'_, F> {
    /// Reads on from `at`, where a word begins that is not plain, or a sign that is not. Returns where to go on.
    fn long_way(&mut self, text: &str, at: usize) -> usize {
        let mut chars = text[at..].char_indices().peekable();
        let mut last = None;
        while let Some(&(place, c)) = chars.peek() {
            if is_apostrophe(c) {
                let next = text[at + place + c.len_utf8()..].chars().next();
                if !(last.is_some_and(is_cyrillic) && next.is_some_and(is_cyrillic)) {
                    break;
                }
            } else if is_ideograph(c) {
                if last.is_none() {
                    // It is part of no compound.
                    self.finish_compound();
                    self.fold(c);
                    self.finish();
                    self.finish_compound();
                    return at + place + c.len_utf8();
                }
                break;
            } else if is_word(c) {
                self.fold(c);
                last = Some(c);
            } else if !(is_invisible(c) && last.is_some()) {
                break;
            }
            chars.next();
        }
        let Some((place, c)) = chars.next() else {
            self.finish();
            return text.len();
        };
        if last.is_some() {
            self.finish();
            return at + place;
        }
        match is_hyphen(c) {
            true => self.compound.hyphen(),
            false => self.finish_compound(),
        }
        at + place + c.len_utf8()
    }

    /// A word of plain letters that is no part of a compound.
    fn alone(&mut self, word: &str) {
        if word.len() <= LONGEST {
            (self.out)(word);
        }
    }

    /// A word of plain letters beside a hyphen. Returns where it ends.
    fn plain(&mut self, word: &str, end: usize) -> usize {
        self.folded.push_str(word);
        self.finish();
        end
    }

    fn fold(&mut self, c: char) {
        let lower = std::iter::once(c).nfkd().flat_map(char::to_lowercase).nfkd();
        for c in lower.filter(|c| !is_combining_mark(*c)) {
            match plain(c) {
                Some(plain) => self.folded.push_str(plain),
                // U+0149 has an apostrophe in it that counts as a letter.
                None if c.is_alphanumeric() && !is_apostrophe(c) => self.folded.push(c),
                None => {}
            }
        }
    }

    /// The word is over.
    fn finish(&mut self) {
        let word = take(&mut self.folded);
        if !self.compound.open {
            self.finish_compound();
        }
        let length = word.chars().count();
        if (1..=LONGEST).contains(&length) {
            (self.out)(&word);
        }
        self.compound.open = false;
        self.compound.parts += 1;
        self.compound.broken |= length == 0 || word.chars().any(char::is_numeric);
        self.compound.whole.push_str(&word);
        self.folded = word;
        self.folded.clear();
    }

    fn finish_compound(&mut self) {
        let compound = &mut self.compound;
        if compound.parts == 0 && !compound.open {
            return;
        }
        if compound.parts > 1 && !compound.broken && !compound.open && compound.whole.chars().count() <= LONGEST {
            (self.out)(&compound.whole);
        }
        compound.whole.clear();
        (compound.parts, compound.open, compound.broken) = (0, false, false);
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// `об'єкт`, `об’єкт` and `обʼєкт` are one word; `l'offre` is two.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2bc}' | '\u{2018}' | '\u{2019}')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Where a line may or may not be broken; no part of the word.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Written without spaces: each is a word of its own.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Letters that no normal form takes apart.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'å' => "a",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ґ' => "г",
        'ς' => "σ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
