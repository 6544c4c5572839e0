//! What can be found: one entry for each page, and for each item that has a place of its own on one.

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// The page's path.
    pub(super) path: String,
    /// The name of the file; empty for all else.
    pub(super) asset: String,
    /// What it is called.
    pub(super) title: String,
    /// Its parts, the first of which is what stands below the title.
    pub(super) units: Vec<Unit>,
}

/// What an entry is. The numbers are those of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Page = 0,
    Decision = 1,
    Update = 2,
    Doc = 3,
    Term = 4,
    Milestone = 5,
    Task = 6,
    File = 7,
}

/// A part of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Unit {
    /// Where on the page it is; empty for the top of the page.
    pub(super) anchor: String,
    /// Its heading; of a term, what it is also called.
    pub(super) heading: String,
    /// What it says.
    pub(super) text: String,
    /// So many bytes of it were cut off.
    pub(super) cut: usize,
    /// What else it is found by, and what is not shown: numbers, names, former titles.
    pub(super) beside: String,
}

impl Entry {
    /// An entry with a page of its own.
    pub(super) fn page(kind: Kind, path: &str, title: impl Into<String>) -> Self {
        let (path, title) = (path.to_owned(), title.into());
        Entry { kind, path, asset: String::new(), title, units: vec![Unit::default()] }
    }

    /// An entry at a place of a page.
    pub(super) fn place(kind: Kind, path: &str, anchor: String, title: impl Into<String>) -> Self {
        let mut entry = Entry::page(kind, path, title);
        entry.units[0].anchor = anchor;
        entry
    }

    /// Says something more below the title.
    pub(super) fn say(&mut self, text: &str) {
        self.units[0].text.extend([" ", text]);
    }

    /// Is found by something more.
    pub(super) fn know(&mut self, words: &str) {
        self.units[0].beside.extend([" ", words]);
    }
}
