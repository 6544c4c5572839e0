//! Names that more than one stage uses: audiences, page paths, asset names.
//!
//! The grammar is that of `docs/sealed-format.md`, "Published files"; the sealed format refuses every
//! other name when it is opened, so a name is checked here once, when it is made, and is right from then on.

use std::fmt;

use unicode_normalization::is_nfc;

/// Why a text is not a name. It says what is wrong, not where; the caller knows where the text came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameError {
    /// An audience is not 1 to 32 characters out of `a-z`, `0-9` and `-`.
    Audience,
    /// A page path does not begin with `/`.
    NoLeadingSlash,
    /// A segment is empty, `.` or `..`.
    Segment,
    /// A backslash, a colon or a control character.
    Character(char),
    /// The text is not in Unicode normal form C.
    NotNfc,
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Audience => f.write_str("an audience is 1 to 32 characters: a to z, 0 to 9 and -"),
            Self::NoLeadingSlash => f.write_str("the path of a page begins with /"),
            Self::Segment => f.write_str("a part between slashes is empty, . or .."),
            Self::Character(c) => write!(f, "the character {c:?} is not possible in a name"),
            Self::NotNfc => f.write_str("the name is not in Unicode normal form C"),
        }
    }
}

impl std::error::Error for NameError {}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $check:path) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as a name, or says what is wrong with it. Nothing is corrected on the way.
            ///
            /// # Errors
            /// The first thing in which the text departs from the grammar.
            pub fn parse(text: &str) -> Result<Self, NameError> {
                $check(text)?;
                Ok(Self(text.to_owned()))
            }

            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name! {
    /// The id of an audience: `[a-z0-9-]{1,32}`.
    AudienceId, check_audience
}

name! {
    /// The path of a page inside a portal: `/`, `/roadmap`, `/docs/setup`. Begins with `/`, has no trailing one.
    PagePath, check_page
}

name! {
    /// The name of an asset inside a portal: `files/plan.pdf`. Does not begin with `/`.
    AssetName, check_segments
}

impl AudienceId {
    /// The audience that every portal has.
    pub const CLIENT: &'static str = "client";

    /// The audience that every portal has, as an id.
    #[must_use]
    pub fn client() -> Self {
        Self(Self::CLIENT.to_owned())
    }
}

fn check_audience(text: &str) -> Result<(), NameError> {
    let known = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if (1..=32).contains(&text.len()) && text.bytes().all(known) { Ok(()) } else { Err(NameError::Audience) }
}

fn check_page(text: &str) -> Result<(), NameError> {
    match text.strip_prefix('/').ok_or(NameError::NoLeadingSlash)? {
        "" => Ok(()),
        rest => check_segments(rest),
    }
}

fn check_segments(text: &str) -> Result<(), NameError> {
    if let Some(c) = text.chars().find(|&c| c == '\\' || c == ':' || c.is_control()) {
        return Err(NameError::Character(c));
    }
    if text.split('/').any(|segment| matches!(segment, "" | "." | "..")) {
        return Err(NameError::Segment);
    }
    if is_nfc(text) { Ok(()) } else { Err(NameError::NotNfc) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audiences() {
        for good in ["client", "a", "0", "-", "board-2", &"x".repeat(32)] {
            assert_eq!(AudienceId::parse(good).map(|name| name.to_string()), Ok(good.to_owned()));
        }
        for bad in ["", "Client", "a b", "ä", "a_b", "a/b", &"x".repeat(33)] {
            assert_eq!(AudienceId::parse(bad), Err(NameError::Audience), "{bad}");
        }
        assert_eq!(AudienceId::parse(AudienceId::CLIENT), Ok(AudienceId::client()));
    }

    #[test]
    fn pages() {
        for good in ["/", "/roadmap", "/docs/a/b", "/döc", "/a b", "/...", "/.a", "/__proto__", "/a#b"] {
            assert!(PagePath::parse(good).is_ok(), "{good}");
        }
        for bad in
            ["", "roadmap", "//", "/a/", "/a//b", "/.", "/..", "/a/../b", "/a\\b", "/a:b", "/a\n", "/\u{7f}", "/\u{85}"]
        {
            assert!(PagePath::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(PagePath::parse("/do\u{308}c"), Err(NameError::NotNfc));
    }

    #[test]
    fn assets() {
        for good in ["plan.pdf", "files/plan.pdf", "__proto__", "constructor", "a/__proto__"] {
            assert!(AssetName::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "/plan.pdf", "files/", "../x", "a//b", "C:\\x", "c:x", "a/./b", "a\0b"] {
            assert!(AssetName::parse(bad).is_err(), "{bad}");
        }
    }
}
