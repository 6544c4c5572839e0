//! Words that occur nowhere else, and who may read each.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::search::Search;

/// Who may find a word in an opened portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// Everybody who can open it.
    All,
    /// Only the second audience.
    Board,
    /// Nobody: it is not part of the portal.
    Nobody,
}

/// Words that occur nowhere else, each standing for one kind of content.
#[derive(Default)]
pub(super) struct Canaries(RefCell<BTreeMap<String, (&'static str, Who)>>);

impl Canaries {
    pub(super) fn all(&self, what: &'static str) -> String {
        self.word(what, Who::All)
    }

    pub(super) fn board(&self, what: &'static str) -> String {
        self.word(what, Who::Board)
    }

    pub(super) fn nobody(&self, what: &'static str) -> String {
        self.word(what, Who::Nobody)
    }

    fn word(&self, what: &'static str, who: Who) -> String {
        let letters = Sha256::digest(what).iter().take(14).map(|byte| char::from(b'a' + byte % 26)).collect::<String>();
        let before = self.0.borrow_mut().insert(letters.clone(), (what, who));
        assert!(before.is_none(), "`{what}` is used twice");
        letters
    }

    /// A text with words of its own for every `«who: what»`: who may read it, and what it stands for. `same` is a word
    /// that was asked for before.
    pub(super) fn fill(&self, text: &'static str) -> String {
        let mut parts = text.split('«');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (place, rest) = part.split_once('»').expect("a mark ends");
            let (who, what) = place.split_once(": ").expect("a mark says who and what");
            filled.push_str(&match who {
                "all" => self.all(what),
                "board" => self.board(what),
                "nobody" => self.nobody(what),
                "same" => self.known(what),
                _ => panic!("nobody is called `{who}`"),
            });
            filled.push_str(rest);
        }
        filled
    }

    /// A word that was asked for before.
    pub(super) fn known(&self, what: &str) -> String {
        let words = self.0.borrow();
        let known = words.iter().find(|(_, (known, _))| *known == what).map(|(word, _)| word.clone());
        known.unwrap_or_else(|| panic!("`{what}` was not asked for"))
    }

    /// Something that is no word, such as an amount or a day: `text` is looked for as it stands.
    pub(super) fn exact(&self, what: &'static str, text: &str, who: Who) {
        self.0.borrow_mut().insert(text.to_owned(), (what, who));
    }

    pub(super) fn search(&self) -> Search {
        let is_word = |text: &&String| text.bytes().all(|byte| byte.is_ascii_lowercase());
        let words = self.0.borrow();
        let mut search = Search::new(words.keys().filter(is_word).map(String::as_str));
        for text in words.keys().filter(|text| !is_word(text)) {
            search.add_bytes(text, text.as_bytes());
        }
        search
    }

    /// What these words stand for.
    pub(super) fn meaning(&self, words: &BTreeSet<String>) -> BTreeSet<&'static str> {
        words.iter().map(|word| self.0.borrow().get(word).map_or("a secret", |(what, _)| what)).collect()
    }

    /// What words for these readers stand for.
    pub(super) fn of(&self, readers: &[Who]) -> BTreeSet<&'static str> {
        self.0.borrow().values().filter(|(_, who)| readers.contains(who)).map(|(what, _)| *what).collect()
    }
}
