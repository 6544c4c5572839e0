//! The parts of a text that have a meaning of their own, known by their headings.

use std::collections::BTreeMap;
use std::ops::Range;

use super::markdown::{Document, Piece};

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Before the first heading.
    Opening,
    /// Of a decision: what is to be decided, and why it matters.
    Question,
    /// Of a decision: what it was to be good for.
    Drivers,
    /// Of a decision: what could be chosen.
    Options,
    /// Of a decision: what was chosen.
    Chosen,
    /// Of a decision: why.
    Why,
    /// Of a decision: what follows from it.
    Consequences,
    /// Of an update: what was done.
    Done,
    /// Of an update: what comes next.
    Next,
    /// Of an update: what the client is asked for.
    Needed,
    /// Anything else.
    Other,
}

impl Role {
    /// The roles that are known by a heading, by their name in locale files.
    pub const NAMED: [(&'static str, Role); 9] = [
        ("question", Role::Question),
        ("drivers", Role::Drivers),
        ("options", Role::Options),
        ("chosen", Role::Chosen),
        ("why", Role::Why),
        ("consequences", Role::Consequences),
        ("done", Role::Done),
        ("next", Role::Next),
        ("needed", Role::Needed),
    ];
}

/// Which headings stand for which role, in every language there are words for.
#[derive(Debug, Clone, Default)]
pub struct SectionWords {
    words: BTreeMap<String, Role>,
}

impl SectionWords {
    /// `words` are the headings and their roles; case does not count.
    pub fn new(words: impl IntoIterator<Item = (String, Role)>) -> Self {
        let plain = |(word, role): (String, Role)| (word.trim().to_lowercase(), role);
        SectionWords { words: words.into_iter().map(plain).filter(|(word, _)| !word.is_empty()).collect() }
    }

    /// What a heading stands for. A mark at its end does not count: `Why?` is `Why`.
    pub fn role(&self, heading: &str) -> Role {
        let plain = heading.trim_end_matches([':', '?', '!', '.', ' ']).trim().to_lowercase();
        self.words.get(&plain).copied().unwrap_or(Role::Other)
    }
}

/// The parts of one text, in reading order.
#[derive(Debug, Clone, Default)]
pub struct Sections {
    /// The parts.
    pub parts: Vec<Section>,
}

/// One part of a text: from a heading up to the next of the same level or a higher one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub role: Role,
    /// Its heading, an index into [`Document::headings`]; `None` before the first.
    pub heading: Option<usize>,
    /// Its pieces without the heading itself, a range of [`Document::pieces`].
    pub pieces: Range<usize>,
}

impl Sections {
    /// Takes `body` apart at the highest level of headings that has one of known meaning, and at those above it; where no
    /// meaning is known, at the highest level there is.
    pub fn of(body: &Document, words: &SectionWords) -> Self {
        let headings = || body.headings.iter().filter(|heading| !heading.nested);
        let known = headings().filter(|heading| words.role(&heading.title) != Role::Other);
        let level = known.map(|heading| heading.level).min().or(headings().map(|heading| heading.level).min());
        let begins = |index: usize| Some(body.headings[index].level) <= level && !body.headings[index].nested;
        let mut parts = vec![Section { role: Role::Opening, heading: None, pieces: 0..0 }];
        for (at, piece) in body.pieces.iter().enumerate() {
            match piece {
                Piece::Heading(index) if begins(*index) => {
                    parts.push(Section {
                        role: words.role(&body.headings[*index].title),
                        heading: Some(*index),
                        pieces: at..at,
                    });
                }
                Piece::EndHeading(index) if begins(*index) => {
                    let last = parts.last_mut().expect("there is always a part");
                    last.pieces = at + 1..at + 1;
                    continue;
                }
                // Notes belong to the whole text and stand at its end.
                Piece::Notes => {
                    parts.push(Section { role: Role::Other, heading: None, pieces: at..at });
                }
                _ => {}
            }
            parts.last_mut().expect("there is always a part").pieces.end = at + 1;
        }
        parts.retain(|part| part.heading.is_some() || !is_blank(&body.pieces[part.pieces.clone()]));
        Sections { parts }
    }

    /// The first part of this role.
    pub fn get(&self, role: Role) -> Option<&Section> {
        self.parts.iter().find(|part| part.role == role)
    }

    /// Whether there is no part of this role, or nothing in it.
    pub fn is_empty(&self, role: Role, body: &Document) -> bool {
        self.parts.iter().filter(|part| part.role == role).all(|part| is_blank(&body.pieces[part.pieces.clone()]))
    }
}

fn is_blank(pieces: &[Piece]) -> bool {
    let markup = |html: &str| {
        let mut inside = false;
        html.chars().all(|c| {
            let counts = !inside && c != '<' && !c.is_whitespace();
            inside = match c {
                '<' => true,
                '>' => false,
                _ => inside,
            };
            !counts
        })
    };
    pieces.iter().all(|piece| match piece {
        Piece::Html(html) => markup(html),
        Piece::Text(text) => text.trim().is_empty(),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::markdown::{Origin, parse};
    use crate::diagnostic::Diagnostics;
    use crate::source::SourceFile;

    fn parts(text: &str) -> Vec<(Role, String)> {
        let named = [("Question", Role::Question), ("Options", Role::Options), ("Why", Role::Why)];
        let words = SectionWords::new(named.map(|(word, role)| (word.to_owned(), role)));
        let file = SourceFile::new("acme/decisions/0001-x.md", text.as_bytes());
        let body = parse(text, Origin::at(&file, 0), &mut Diagnostics::new());
        let heading = |part: &Section| part.heading.map_or(String::new(), |index| body.headings[index].title.clone());
        Sections::of(&body, &words).parts.iter().map(|part| (part.role, heading(part))).collect()
    }

    fn part(role: Role, heading: &str) -> (Role, String) {
        (role, heading.to_owned())
    }

    #[test]
    fn a_text_is_taken_apart_at_its_highest_headings() {
        let found = parts("Hello.\n\n## Question\n\nWhich?\n\n### Why\n\nSo.\n\n## More\n\nText.\n");
        assert_eq!(found, [part(Role::Opening, ""), part(Role::Question, "Question"), part(Role::Other, "More")]);
    }

    #[test]
    fn a_heading_above_those_of_known_meaning_hides_none_of_them() {
        let found = parts("# Another title\n\n## Question\n\nWhich?\n\n## Why\n\nSo.\n");
        let expected = [part(Role::Other, "Another title"), part(Role::Question, "Question"), part(Role::Why, "Why")];
        assert_eq!(found, expected);
    }

    #[test]
    fn case_marks_and_remarks_of_a_heading_do_not_count() {
        let found = parts("## WHY?\n\nSo.\n\n## options: <!-- optional -->\n\n- A\n");
        assert_eq!(found, [part(Role::Why, "WHY?"), part(Role::Options, "options:")]);
    }

    #[test]
    fn a_heading_inside_a_quote_begins_no_part() {
        assert_eq!(parts("## Why\n\n> ## Question\n>\n> Which?\n"), [part(Role::Why, "Why")]);
    }
}
