//! Which places of a text a reader is shown a term's explanation at.

use super::{Around, Match, Matcher, TermSet};
use crate::content::markdown::Piece;

/// A place where a text uses a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The number of the piece among those of the text; it is a [`Piece::Text`].
    pub piece: usize,
    /// Where in it, and which term.
    pub found: Match,
}

/// Every place where a text uses a term, in reading order; not in code.
pub fn all_uses(pieces: &[Piece], matcher: &Matcher) -> Vec<Use> {
    let mut uses = Vec::new();
    if matcher.is_empty() {
        return uses;
    }
    for (piece, what) in pieces.iter().enumerate() {
        if let Piece::Text(text) = what {
            uses.extend(matcher.find(text, || around(pieces, piece)).map(|found| Use { piece, found }));
        }
    }
    uses
}

/// The first use of each term in each section of a text, or of some of its pieces, in reading order. A section begins at
/// each heading, and with the footnotes. Code, links and headings are passed over, as are the words that one clicks on
/// to unfold something. `uses` are all of these pieces.
pub fn first_uses(pieces: &[Piece], uses: impl IntoIterator<Item = Use>) -> Vec<Use> {
    let mut uses = uses.into_iter().peekable();
    let mut first = Vec::new();
    let mut seen = TermSet::default();
    let mut passed_over = 0_usize;
    for (piece, what) in pieces.iter().enumerate() {
        if uses.peek().is_none() {
            break;
        }
        match what {
            Piece::Heading(_) => {
                seen.clear();
                passed_over += 1;
            }
            Piece::Notes => seen.clear(),
            Piece::Link(..) => passed_over += 1,
            Piece::EndHeading(_) | Piece::EndLink(_) => passed_over = passed_over.saturating_sub(1),
            Piece::Html(html) => passed_over = opened(html, passed_over),
            Piece::Text(_) => {
                while let Some(one) = uses.next_if(|one| one.piece == piece) {
                    if passed_over == 0 && seen.insert(one.found.term) {
                        first.push(one);
                    }
                }
            }
            _ => {}
        }
    }
    first
}

/// Elements that are passed over.
const PASSED_OVER: [&str; 5] = ["code", "kbd", "pre", "samp", "summary"];

/// How many elements that are passed over are open behind this HTML, if so many are before it.
fn opened(html: &str, before: usize) -> usize {
    tag_names(html).fold(before, |open, tag| match tag.strip_prefix('/') {
        None if is_passed_over(tag) => open + 1,
        Some(tag) if is_passed_over(tag) => open.saturating_sub(1),
        _ => open,
    })
}

fn is_passed_over(tag: &str) -> bool {
    tag.len() >= 3 && PASSED_OVER.contains(&tag)
}

/// Elements that format a part of a line: a word goes on through their tags.
const FORMATTING: [&str; 19] = [
    "abbr", "b", "bdi", "cite", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub",
    "sup", "u", "var",
];

/// The texts directly before and behind a piece, with nothing but formatting in between.
fn around(pieces: &[Piece], at: usize) -> Around<'_> {
    Around { before: nearest_text(pieces[..at].iter().rev()), behind: nearest_text(pieces[at + 1..].iter()) }
}

fn nearest_text<'p>(pieces: impl Iterator<Item = &'p Piece>) -> &'p str {
    for piece in pieces {
        match piece {
            Piece::Text(text) => return text,
            Piece::Link(..) | Piece::EndLink(_) => {}
            Piece::Html(html) if is_formatting(html) => {}
            _ => break,
        }
    }
    ""
}

fn is_formatting(html: &str) -> bool {
    let mut tags = html.split('<');
    let nothing_before = tags.next() == Some("");
    let is_one = |tag: &str| tag.ends_with('>') && FORMATTING.contains(&tag_name(tag).trim_start_matches('/'));
    nothing_before && tags.all(is_one)
}

/// The names of the tags in HTML of our own making, where no `<` stands in a text or a value: `p`, `/p`.
fn tag_names(html: &str) -> impl Iterator<Item = &str> {
    let begins = html.bytes().enumerate().filter(|(_, byte)| *byte == b'<');
    begins.map(|(at, _)| tag_name(&html[at + 1..]))
}

fn tag_name(tag: &str) -> &str {
    &tag[..tag.bytes().position(|byte| matches!(byte, b' ' | b'>')).unwrap_or(tag.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::markdown::{self, Origin};
    use crate::diagnostic::Diagnostics;
    use crate::source::SourceFile;

    /// What is marked in a text, each with the piece of text that it stands in.
    fn uses(markdown: &str) -> Vec<String> {
        let file = SourceFile::new("a.md".to_owned(), markdown.as_bytes());
        let document = markdown::parse(markdown, Origin::at(&file, 0), &mut Diagnostics::new());
        let matcher = Matcher::new(["go-live", "go", "live", "site"].into_iter().enumerate());
        let marked = |found: Use| match &document.pieces[found.piece] {
            Piece::Text(text) => {
                let range = found.found.range;
                format!("{}[{}]{}", &text[..range.start], &text[range.clone()], &text[range.end..])
            }
            piece => panic!("only texts are marked, and not {piece:?}"),
        };
        let all = all_uses(&document.pieces, &matcher);
        first_uses(&document.pieces, all).into_iter().map(marked).collect()
    }

    #[test]
    fn a_term_is_marked_once_in_each_section() {
        assert_eq!(uses("Go, go. **Go** live.\n\n- go"), ["[Go], go. ", " [live]."]);
        assert_eq!(uses("Go.\n\n## A\n\ngo\n\ngo\n\n### B\n\ngo"), ["[Go].", "[go]", "[go]"]);
        assert_eq!(uses("Go[^1], go.\n\n[^1]: go, go"), ["[Go]", "[go], go"]);
    }

    #[test]
    fn code_links_headings_and_summaries_are_passed_over() {
        for nothing in [
            "# Go\n\n## *Go* live",
            "`go` <code>go</code> <kbd>go</kbd> <samp>*go*</samp>",
            "```\ngo\n```\n\n    go",
            "[go](a.md) [*go*](a.md) <a href=\"a.md\">go</a> <https://go.example/live>",
            "![go](a.png) <img src=\"a.png\" alt=\"go\">",
            "<pre>go\n<b>live</b></pre>",
            "<details title=\"go\"><summary>go <b>live</b></summary></details>",
            "<h2>a</h2><button>b</button>",
        ] {
            assert_eq!(uses(nothing), [""; 0], "{nothing}");
        }
        assert_eq!(uses("[go](a.md) `go` go, <kbd>go</kbd> live"), [" [go], ", " [live]"]);
        assert_eq!(uses("<details><summary>go</summary>\n\ngo\n\n</details>"), ["[go]"]);
        assert_eq!(uses("| go | live |\n|--|--|\n| go | site |"), ["[go]", "[live]", "[site]"]);
        assert_eq!(uses("> [!TIP]\n> go\n\n- [x] live"), ["[go]", "[live]"]);
    }

    #[test]
    fn a_word_goes_on_through_formatting_and_nothing_else() {
        for whole in
            ["**n**go", "go**ne**", "*[n](b.md)*<u title='x'>go</u>", "go-*lives*", "*g*o-live", "go<sub>2</sub>"]
        {
            assert_eq!(uses(whole), [""; 0], "{whole}");
        }
        for apart in [
            "n<br>go",
            "n`x`go",
            "n  \ngo",
            "n\n\ngo",
            "go[^1]\n\n[^1]: x",
            "- n\n- go",
            "n<kbd></kbd>go",
            "|n|go|\n|-|-|",
        ] {
            assert_eq!(uses(apart), ["[go]"], "{apart}");
        }
    }
}
