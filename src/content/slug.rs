//! From a title to an id that can stand in an address.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

/// NFKC, lower case, letters and digits of any script kept, each run of anything else one `-`, none at the ends.
/// May be empty, for a title without any letter.
pub fn slug(title: &str) -> String {
    match title.is_ascii() {
        // There is but one way to write plain letters.
        true => joined(title.chars().map(|c| c.to_ascii_lowercase()), title.len()),
        false => joined(title.nfkc().flat_map(char::to_lowercase), title.len()),
    }
}

/// About `length` letters, and one `-` for each run of anything else between them.
fn joined(letters: impl Iterator<Item = char>, length: usize) -> String {
    let mut slug = String::with_capacity(length);
    for c in letters {
        // Marks that a normal form leaves behind a letter belong to that letter.
        if c.is_alphanumeric() || !c.is_ascii() && unicode_normalization::char::is_combining_mark(c) {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Gives every heading of a page an anchor of its own: the second `setup` becomes `setup-2`.
#[derive(Debug, Default)]
pub struct Anchors {
    taken: HashSet<String>,
    /// The last number that was tried for a name, so that a thousand headings of one name do not each try them all.
    last: HashMap<String, usize>,
}

impl Anchors {
    /// The anchor for a heading with this text.
    pub fn for_title(&mut self, title: &str) -> String {
        let slug = slug(title);
        self.free(if slug.is_empty() { "section".to_owned() } else { slug })
    }

    /// `wanted` itself if it is free, otherwise with the next free number.
    pub fn free(&mut self, wanted: String) -> String {
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let last = self.last.entry(wanted.clone()).or_insert(1);
        loop {
            *last += 1;
            let anchor = format!("{wanted}-{last}");
            if self.taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_slugs() {
        for (title, expected) in [
            ("Set up the shop", "set-up-the-shop"),
            ("  What?! Now… ", "what-now"),
            ("Überblick № 2", "überblick-no-2"),
            ("Дорожня карта", "дорожня-карта"),
            ("日本語 ガイド", "日本語-ガイド"),
            ("हिन्दी", "हिन्दी"),
            ("ﬁle Ⅳ", "file-iv"),
            ("🙂", ""),
        ] {
            assert_eq!(slug(title), expected, "{title}");
        }
    }

    #[test]
    fn a_second_heading_of_the_same_name_is_numbered() {
        let mut anchors = Anchors::default();
        let made: Vec<_> = ["Setup", "Setup", "Setup 2", "!", "Setup"].map(|t| anchors.for_title(t)).into();
        assert_eq!(made, ["setup", "setup-2", "setup-2-2", "section", "setup-3"]);
    }
}
