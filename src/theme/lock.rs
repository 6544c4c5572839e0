//! `theme.lock`: what the files of a theme of one's own were copied from, so that it can be said when the program's own
//! have changed since.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::defaults::default_bytes;
use crate::digest::digest;
use crate::source::SourceFile;

/// The file in the theme's folder.
pub const LOCK_FILE: &str = "theme.lock";

const HEAD: &str = "\
# Which version of the program's own file each of these was copied from. Written by `vestibule theme`; keep it with the
# theme.
";

/// What was copied, by path in the theme's folder: the digest of the program's file at that time.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct ThemeLock {
    copied: BTreeMap<String, String>,
}

/// How a file of one's own stands to the program's file of the same path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// Nobody wrote down what it was made from, or it was made from what the program has now.
    Current,
    /// It was made from what the program had before.
    Changed,
    /// It was made from a file that the program has no more.
    Gone,
}

impl ThemeLock {
    /// What a file says. Lines that say nothing are left out: at worst, a warning stays away until a file is copied again.
    pub fn read(file: &SourceFile) -> Self {
        let mut lock = ThemeLock::default();
        let text = String::from_utf8_lossy(file.bytes());
        for (path, digest) in text.lines().filter_map(|line| line.trim_end().split_once(": ")) {
            let is_digest = digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
            // Where two people have brought a copy up to date, a merge may leave a line from each: either will do.
            if is_digest && !path.starts_with('#') && lock.copied(path) != Some(Copied::Current) {
                lock.copied.insert(path.to_owned(), digest.to_owned());
            }
        }
        lock
    }

    /// Writes down that the file at `path` goes with what the program has there now, or nothing where it has none.
    pub fn note(&mut self, path: &str) {
        match default_bytes(path) {
            Some(file) => self.copied.insert(path.to_owned(), digest(file)),
            None => self.copied.remove(path),
        };
    }

    /// How the file at `path` stands to the program's; `None` where nothing is written down about it.
    pub fn copied(&self, path: &str) -> Option<Copied> {
        let noted = self.copied.get(path)?;
        Some(match default_bytes(path) {
            Some(file) if digest(file) == *noted => Copied::Current,
            Some(_) => Copied::Changed,
            None => Copied::Gone,
        })
    }

    /// The paths that something is written down about.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.copied.keys().map(String::as_str)
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (path, digest) in &self.copied {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{path}: {digest}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> ThemeLock {
        ThemeLock::read(&SourceFile::new("look/theme.lock", text.as_bytes()))
    }

    #[test]
    fn what_is_written_down_is_read_again() {
        let mut lock = ThemeLock::default();
        lock.note("css/home.css");
        lock.note("js/main.js");
        lock.note("css/never-was.css");
        assert_eq!(lock.paths().collect::<Vec<_>>(), ["css/home.css", "js/main.js"]);
        assert_eq!(read(&lock.text()), lock);
        assert_eq!(lock.copied("css/home.css"), Some(Copied::Current));
    }

    #[test]
    fn a_file_that_has_changed_or_is_gone_is_told_from_one_that_has_not() {
        let lock = read("css/home.css: 0123456789abcdef\r\ncss/former.css: 0123456789abcdef\n");
        assert_eq!(lock.copied("css/home.css"), Some(Copied::Changed));
        assert_eq!(lock.copied("css/former.css"), Some(Copied::Gone));
        assert_eq!(lock.copied("css/tokens.css"), None);
    }

    #[test]
    fn what_says_nothing_is_left_out_and_of_two_lines_the_one_that_holds_counts() {
        let mut lock = ThemeLock::default();
        lock.note("css/home.css");
        let line = lock.text().lines().last().expect("a line").to_owned();
        let old = "css/home.css: 0123456789abcdef";
        for text in [format!("<<<<<<< ours\n{line}\n=======\n{old}\n>>>>>>> theirs\n"), format!("{old}\n{line}\n")] {
            assert_eq!(read(&text), lock, "{text}");
        }
        assert_eq!(read("css/home.css: yesterday\nnothing\n\u{fffd}"), ThemeLock::default());
    }
}
