//! How much of each text is shown beside what was found. `docs/search.md`, "Entries".

use super::entry::Entry;

/// Texts are kept whole where all of them are no longer than this, in bytes.
const WHOLE_TEXTS: usize = 256 << 10;
/// Otherwise their beginnings are, all of them no longer than this, in bytes.
const BEGINNINGS: usize = 128 << 10;
/// How long a beginning may be, in characters.
const LENGTHS: [usize; 3] = [320, 160, 80];
/// How long the beginnings of pages are where there is no room for those of sections, in characters.
const SHORTEST: usize = 60;

/// Cuts the texts of some entries as far as nobody will be shown them, once their words are known: together they would be
/// as long as all pages.
pub(super) fn leave_beginnings(entries: &mut [Entry]) {
    // That they are too long is known only where they are so alone.
    if length(entries) <= WHOLE_TEXTS {
        return;
    }
    for unit in entries.iter_mut().flat_map(|entry| &mut entry.units).filter(|unit| unit.text.len() > LENGTHS[0]) {
        let end = longest_shown(&unit.text);
        unit.cut = unit.text.len() - end;
        unit.text.truncate(end);
        unit.text.shrink_to_fit();
    }
}

/// Where the longest beginning ends that is ever shown, and behind it some of the word that there is no room for.
fn longest_shown(text: &str) -> usize {
    // A few more bytes than there may be letters are enough of most texts, and quick to count.
    let begin = &text.as_bytes()[..text.len().min(LENGTHS[0] * 5 / 4)];
    let is_letter = |byte: &&u8| !matches!(byte, b'\t'..=b'\r' | b' ');
    if begin.is_ascii() && begin.iter().filter(is_letter).count() > LENGTHS[0] {
        return begin.len();
    }
    let mut words = text.split_whitespace();
    // No space stands before the first.
    let mut left = LENGTHS[0] + 1;
    let end_of = |word: &str| word.as_ptr().addr() - text.as_ptr().addr() + word.len();
    let last = words.find(|word| {
        let letters = word.chars().count() + 1;
        let fits = letters <= left;
        left = left.saturating_sub(letters);
        !fits
    });
    last.map_or(text.len(), end_of)
}

/// How long the whole texts of some entries are, in bytes.
fn length(entries: &[Entry]) -> usize {
    entries.iter().flat_map(|entry| &entry.units).map(|unit| unit.text.len() + unit.cut).sum()
}

/// How much of the texts is kept, in characters: of those below a title, and of those below headings.
pub(super) struct Kept {
    pub(super) titles: usize,
    pub(super) headings: usize,
}

impl Kept {
    /// The same for the same texts, whether or not [`leave_beginnings`] has been there before.
    pub(super) fn of(entries: &[Entry]) -> Self {
        let texts = || entries.iter().flat_map(|entry| &entry.units).map(|unit| unit.text.as_str());
        if length(entries) <= WHOLE_TEXTS {
            return Kept { titles: usize::MAX, headings: usize::MAX };
        }
        let bytes = |text: &str, most: usize| text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
        // Most often the first few texts are too long already.
        let fit =
            |most: &usize| texts().try_fold(BEGINNINGS, |left, text| left.checked_sub(bytes(text, *most))).is_some();
        match LENGTHS.into_iter().find(fit) {
            Some(most) => Kept { titles: most, headings: most },
            None => Kept { titles: BEGINNINGS.checked_div(entries.len()).unwrap_or(0).min(SHORTEST), headings: 0 },
        }
    }
}

/// The text in one line, or its first words and `…`; the beginning of the first word where that alone is too long, as in
/// languages that part none.
pub(super) fn beginning(text: &str, length: usize) -> String {
    let mut line = String::new();
    let mut left = length;
    for word in text.split_whitespace() {
        let space = usize::from(!line.is_empty());
        let letters = if length == usize::MAX { 0 } else { word.chars().count() + space };
        if letters > left {
            if line.is_empty() {
                line.extend(word.chars().take(left));
            }
            if !line.is_empty() {
                line.push('…');
            }
            break;
        }
        left -= letters;
        if space > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests;
