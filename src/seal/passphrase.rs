//! Passphrases: how they are made, and what is the same passphrase typed another way. `docs/sealed-format.md`, "Keys".

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::entropy::{Entropy, draw};
use super::refusal::Refusal;

/// How many words a passphrase is made of: five out of 7,776 are 64 bits.
pub const WORDS: usize = 5;

static LIST: LazyLock<Vec<&'static str>> = LazyLock::new(|| include_str!("words/eff_large.txt").lines().collect());

/// A passphrase in its normal form, the one that is hashed. Overwritten when dropped, never printed.
#[derive(Clone)]
pub struct NormalPassphrase(Zeroizing<String>);

impl NormalPassphrase {
    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for NormalPassphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NormalPassphrase(…)")
    }
}

/// `normal(text)`: without invisible characters, in NFKC, without white space around it; and if it is five words or
/// more, with single hyphens between them and in lower case, because that is what phones change.
///
/// # Errors
/// [`Refusal::EmptyPassphrase`] if nothing is left.
pub fn normal(text: &str) -> Result<NormalPassphrase, Refusal> {
    let visible = text.chars().filter(|&c| !is_invisible(c));
    let composed: Zeroizing<String> = Zeroizing::new(visible.nfkc().collect());
    let stripped = composed.trim_matches(is_space);
    if stripped.is_empty() {
        return Err(Refusal::EmptyPassphrase);
    }
    let normal = as_words(stripped).unwrap_or_else(|| Zeroizing::new(stripped.to_owned()));
    Ok(NormalPassphrase(normal))
}

/// A new passphrase: [`WORDS`] words, joined by hyphens, which is already its normal form.
pub fn generate(entropy: &mut dyn Entropy) -> Zeroizing<String> {
    let mut passphrase = Zeroizing::new(String::with_capacity(WORDS * 10));
    for place in 0..WORDS {
        if place > 0 {
            passphrase.push('-');
        }
        passphrase.push_str(LIST[below(LIST.len(), entropy)]);
    }
    passphrase
}

/// A number below `bound`, each as likely as the other: draws again what would favour the small ones.
fn below(bound: usize, entropy: &mut dyn Entropy) -> usize {
    let fair = (1 << 16) / bound * bound;
    loop {
        let drawn = usize::from(u16::from_be_bytes(draw(entropy)));
        if drawn < fair {
            return drawn % bound;
        }
    }
}

/// The text as words in lower case, joined by single hyphens, if it is five words or more and nothing else.
fn as_words(text: &str) -> Option<Zeroizing<String>> {
    let mut words = Zeroizing::new(String::with_capacity(text.len()));
    let mut between = false;
    for c in text.chars() {
        match c {
            _ if is_space(c) || is_dash(c) => between = true,
            'a'..='z' | 'A'..='Z' => {
                if between {
                    words.push('-');
                }
                between = false;
                words.push(c.to_ascii_lowercase());
            }
            _ => return None,
        }
    }
    let hyphens = words.bytes().filter(|&b| b == b'-').count();
    let whole = !between && !words.starts_with('-') && hyphens >= 4;
    whole.then_some(words)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_space(c: char) -> bool {
    matches!(c, '\u{9}'..='\u{d}' | ' ')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests;
