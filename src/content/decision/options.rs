//! The options of a decision, by name.

use crate::content::markdown::{Document, Piece};
use crate::content::section::{Role, Section, Sections};

/// A name may be as long as this, in letters; of a longer one the explanation is cut off.
const LONGEST: usize = 60;

/// What parts a name from its explanation.
const EXPLAINED_BEHIND: [&str; 6] = [" – ", " — ", " - ", ": ", ". ", " ("];

/// Stands on both sides of code while a name is read; no text has it, since no file may.
const CODE: char = '\0';

/// The names of what can be chosen: the items of the first list of the first part with options, or the headings there,
/// whichever comes first.
pub(super) fn options(body: &Document, sections: &Sections) -> Vec<String> {
    let parts = sections.parts.iter().filter(|part| part.role == Role::Options);
    parts.map(|part| named_in(body, part)).find(|names| !names.is_empty()).unwrap_or_default()
}

fn named_in(body: &Document, part: &Section) -> Vec<String> {
    let pieces = &body.pieces[part.pieces.clone()];
    let heading = pieces.iter().find_map(|piece| match piece {
        Piece::Heading(index) if !body.headings[*index].nested => Some(body.headings[*index].level),
        _ => None,
    });
    let names: Vec<String> = match heading.filter(|_| !Lists::come_first(pieces)) {
        Some(level) => pieces.iter().filter_map(|piece| heading_of(body, piece, level)).collect(),
        None => Lists::first_items(pieces),
    };
    names.iter().map(|name| shortened(name)).filter(|name| name.chars().any(char::is_alphanumeric)).collect()
}

fn heading_of(body: &Document, piece: &Piece, level: u8) -> Option<String> {
    let Piece::Heading(index) = piece else { return None };
    let heading = &body.headings[*index];
    (heading.level == level && !heading.nested).then(|| heading.title.clone())
}

fn shortened(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = name.replace(CODE, "");
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    // What stands in code is no punctuation of the sentence.
    let mut inside = false;
    let end = name.char_indices().find_map(|(at, c)| {
        inside ^= c == CODE;
        let ends = !inside && EXPLAINED_BEHIND.iter().any(|mark| name[at..].starts_with(mark));
        ends.then_some(at)
    });
    name[..end.unwrap_or(name.len())].replace(CODE, "")
}

/// Reads the lists among the pieces of a text.
#[derive(Default)]
struct Lists {
    names: Vec<String>,
    /// How many lists the current place is in.
    depth: usize,
    /// Whether the name of an item is being read, which ends with its first line or paragraph.
    reading: bool,
}

impl Lists {
    /// Whether a list comes before any heading.
    fn come_first(pieces: &[Piece]) -> bool {
        let first = pieces.iter().find_map(|piece| match piece {
            Piece::Heading(_) => Some(false),
            Piece::Html(html) if html.contains("<li>") => Some(true),
            _ => None,
        });
        first == Some(true)
    }

    /// The first lines of the items of the first list, without markup.
    fn first_items(pieces: &[Piece]) -> Vec<String> {
        let mut lists = Lists::default();
        for piece in pieces {
            match piece {
                Piece::Html(html) if lists.html(html) => break,
                Piece::Text(text) => lists.text(text),
                Piece::Image(_, picture) => lists.text(&picture.description),
                _ => {}
            }
        }
        lists.names
    }

    /// Goes through finished HTML; `true` where the list ends.
    fn html(&mut self, html: &str) -> bool {
        let mut rest = html;
        while let Some(open) = rest.find('<') {
            self.text(&unescaped(&rest[..open]));
            let Some(close) = rest[open..].find('>').map(|i| open + i) else { return false };
            if self.tag(&rest[open + 1..close]) {
                return true;
            }
            rest = &rest[close + 1..];
        }
        self.text(&unescaped(rest));
        false
    }

    fn tag(&mut self, tag: &str) -> bool {
        match tag.split(' ').next().unwrap_or(tag) {
            "ul" | "ol" => {
                self.depth += 1;
                self.reading = false;
            }
            "/ul" | "/ol" => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            "li" if self.depth == 1 => {
                self.names.push(String::new());
                self.reading = true;
            }
            "code" | "/code" => self.text(&CODE.to_string()),
            "/li" | "/p" | "br" => self.reading = false,
            _ => {}
        }
        false
    }

    fn text(&mut self, text: &str) {
        if self.reading
            && let Some(name) = self.names.last_mut()
        {
            name.push_str(text);
        }
    }
}

/// The text behind [`crate::html::escape`].
fn unescaped(html: &str) -> String {
    let plain = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&amp;", "&")
}
