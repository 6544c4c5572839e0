//! Texts in parts: those of decisions and updates, known by their headings and put in order.

use super::links::page_href;
use super::site::Site;
use super::text;
use super::view::parts::{PartHeading, PartView};
use crate::content::markdown::{Document, Piece};
use crate::content::section::{Role, Section, Sections};
use crate::names::PagePath;

impl Site<'_> {
    /// The parts of a text that has the page `page` to itself: first those of the roles in `order`, then all others as
    /// they stand in the text. Parts with nothing in them are left out.
    pub(super) fn parts<'i>(
        &self,
        body: &'i Document,
        sections: &Sections,
        page: &PagePath,
        order: &[Role],
    ) -> Vec<PartView<'i>> {
        let rank = |part: &&Section| order.iter().position(|role| *role == part.role).unwrap_or(order.len());
        let mut parts: Vec<&Section> = sections.parts.iter().collect();
        parts.sort_by_key(rank);
        let parts = parts.into_iter().map(|part| PartView {
            role: word(part.role),
            heading: part.heading.map(|index| {
                let heading = &body.headings[index];
                PartHeading { id: &heading.id, href: page_href(page, Some(&heading.id)), title: &heading.title }
            }),
            body: text::part(body, part.pieces.clone(), self.setting(page, "")),
        });
        parts.filter(|part| !part.body.trim().is_empty()).collect()
    }

    /// How a text begins: the first paragraph of what stands before its headings, or else of what was done, or else of
    /// its first part. `prefix` stands before the anchors in it.
    pub(super) fn beginning(
        &self,
        body: &Document,
        sections: &Sections,
        page: &PagePath,
        prefix: &str,
    ) -> Option<String> {
        let part = sections.get(Role::Opening).or(sections.get(Role::Done)).or(sections.parts.first())?;
        let html = text::beginning(body, part.pieces.clone(), self.setting(page, prefix));
        (!html.trim().is_empty()).then_some(html)
    }
}

/// The first words of the part that [`Site::beginning`] begins with, without markup, for a line of a list.
pub(super) fn first_words(body: &Document, sections: &Sections) -> Option<String> {
    let part = sections.get(Role::Opening).or(sections.get(Role::Done)).or(sections.parts.first())?;
    let mut words = String::new();
    let mut heading = false;
    for piece in &body.pieces[part.pieces.clone()] {
        match piece {
            Piece::Heading(_) => heading = true,
            Piece::EndHeading(_) => heading = false,
            Piece::Text(text) if !heading => words.push_str(text),
            // A paragraph or an entry of a list is over.
            Piece::Html(html)
                if !words.trim().is_empty()
                    && ["</p>", "</li>", "<ul>", "<ol>"].iter().any(|end| html.contains(end)) =>
            {
                break;
            }
            Piece::Html(html) if !heading && html.contains(char::is_whitespace) => words.push(' '),
            _ => {}
        }
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    let shown: String = words.iter().take(WORDS).copied().collect::<Vec<_>>().join(" ");
    match words.len() {
        0 => None,
        1..=WORDS => Some(shown),
        _ => Some(format!("{}\u{a0}…", shown.trim_end_matches([',', ';', ':', '.']))),
    }
}

/// How many words of a text stand for it in a line.
const WORDS: usize = 10;

/// The word for a role in class names and views.
pub(super) fn word(role: Role) -> &'static str {
    let named = Role::NAMED.iter().find(|(_, named)| *named == role);
    named.map_or(if role == Role::Opening { "opening" } else { "other" }, |(word, _)| word)
}
