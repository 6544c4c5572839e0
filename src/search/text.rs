//! What a text says, without markup, by its headings.

use crate::content::markdown::{Document, Piece};

/// A part of a text: what stands before its first heading, or one heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section<'d> {
    /// The heading's anchor, and what it says; none for the beginning.
    pub(super) heading: Option<(&'d str, &'d str)>,
    /// The words, with any white space between them.
    pub(super) text: String,
}

/// The parts of a text, in reading order; the beginning is always there, and may be empty.
pub(super) fn sections(document: &Document) -> Vec<Section<'_>> {
    let mut sections = vec![Section { heading: None, text: String::new() }];
    let mut text = String::new();
    let mut in_heading = false;
    for piece in &document.pieces {
        match piece {
            Piece::Heading(index) => {
                finish(&mut sections, &mut text);
                let heading = &document.headings[*index];
                sections.push(Section { heading: Some((&heading.id, &heading.title)), text: String::new() });
                in_heading = true;
            }
            Piece::EndHeading(_) => {
                in_heading = false;
                text.clear();
            }
            _ if in_heading => {}
            Piece::Text(words) => text.push_str(words),
            Piece::Html(html) => say_html(html, &mut text),
            Piece::Code { source, .. } => text.extend([" ", source, " "]),
            Piece::Image(_, picture) => text.extend([" ", &picture.description, " "]),
            Piece::Table { .. } | Piece::EndTable | Piece::Alert(_) | Piece::Note(_) | Piece::EndNote(..) => {
                text.push(' ')
            }
            _ => {}
        }
    }
    finish(&mut sections, &mut text);
    sections
}

/// All that a text says.
pub(super) fn whole(document: &Document) -> String {
    let mut whole = String::new();
    for section in sections(document) {
        let heading = section.heading.map_or("", |(_, title)| title);
        whole.extend([" ", heading, " ", &section.text]);
    }
    whole
}

fn finish(sections: &mut [Section<'_>], text: &mut String) {
    sections.last_mut().expect("the beginning is there").text = std::mem::take(text);
}

/// What stands between the tags: inline code is finished HTML. Emphasis is inside a word, paragraphs and cells are not.
fn say_html(html: &str, text: &mut String) {
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        unescape(before, text);
        let (tag, behind) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if !INSIDE_WORDS.contains(&name) {
            text.push(' ');
        }
        rest = behind;
    }
    unescape(rest, text);
}

/// The text that was escaped: see [`crate::html::escape`].
fn unescape(html: &str, text: &mut String) {
    let mut rest = html;
    while let Some((before, behind)) = rest.split_once('&') {
        text.push_str(before);
        let sign = ESCAPED.iter().find_map(|(name, sign)| Some((*sign, behind.strip_prefix(name)?)));
        let (sign, behind) = sign.unwrap_or(('&', behind));
        text.push(sign);
        rest = behind;
    }
    text.push_str(rest);
}

const ESCAPED: [(&str, char); 5] = [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("#39;", '\'')];

/// Elements that may stand in the middle of a word.
const INSIDE_WORDS: [&str; 19] = [
    "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "s", "samp", "small", "span",
    "strong", "u", "var",
];

#[cfg(test)]
mod tests;
