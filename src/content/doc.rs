//! `docs/**.md`: documentation.
//!
//! Front matter: `title`, `kind` (tutorial, how-to, reference, explanation), `order`, and what every item has. The
//! title may also be the first heading. The path below `docs/` without `.md` is the page's address.

use super::front_matter;
use super::item::{Declared, Item};
use super::markdown::{self, Document, Origin};
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::names::PagePath;
use crate::source::SourceFile;
use crate::spelling::nearest;
use crate::yaml::{Fields, Located, Refused, Unknown};

/// One page of documentation.
#[derive(Debug, Clone)]
pub struct Doc {
    /// Where it was read from.
    pub file: SourceFile,
    /// Its path in the client's folder, such as `docs/guides/setup.md`.
    pub source: String,
    /// Where it is found in the portal, such as `/docs/guides/setup`.
    pub path: PagePath,
    /// Id, audience, draft.
    pub item: Item,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub kind: Option<Kind>,
    /// Its place among its neighbours; those without come after, by title.
    pub order: Option<i64>,
    /// The text.
    pub body: Document,
}

/// What a page of documentation is for, after the four needs of a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Learning by doing.
    Tutorial,
    /// Getting one thing done.
    HowTo,
    /// Looking something up.
    Reference,
    /// Understanding.
    Explanation,
}

impl Kind {
    const ALL: [(&'static str, Kind); 4] = [
        ("tutorial", Kind::Tutorial),
        ("how-to", Kind::HowTo),
        ("reference", Kind::Reference),
        ("explanation", Kind::Explanation),
    ];

    /// The word in front matter and in locale files.
    pub fn word(self) -> &'static str {
        Kind::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    fn read(text: &str) -> Result<Kind, Refused> {
        if let Some((_, kind)) = Kind::ALL.iter().find(|(word, _)| *word == text) {
            return Ok(*kind);
        }
        let help = match nearest(text, Kind::ALL.iter().map(|(word, _)| *word)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "a kind is `tutorial`, `how-to`, `reference` or `explanation`".to_owned(),
        };
        Err(Refused::new(&check::WRONG_VALUE, format!("there is no kind of document called `{text}`"), help))
    }
}

/// Reads one Markdown file below `docs/`. `source` is its path in the client's folder.
pub fn parse_doc(
    source: &str,
    file: &SourceFile,
    declared: Declared<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Doc> {
    let path = match PagePath::parse(&format!("/{}", source.strip_suffix(".md")?)) {
        Ok(path) => path,
        Err(_) => {
            diagnostics.push(
                check::FILE_NAME
                    .at(file.whole(), "the name of this file cannot be the address of a page")
                    .help("use letters, digits and `-`"),
            );
            return None;
        }
    };
    let text = match file.text() {
        Ok(text) => text,
        Err(problem) => {
            diagnostics.push(*problem);
            return None;
        }
    };
    if let Some(at) = conflict(text) {
        diagnostics.push(
            check::MERGE_CONFLICT
                .at(file.place(at), "two versions of this text stand beside each other, and nobody has chosen yet")
                .help("keep what is right and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`"),
        );
    }
    let front = front_matter::split(file, text, diagnostics);
    let mut body =
        markdown::parse(&text[front.body.start..front.body.end], Origin::at(file, front.body.start), diagnostics);
    let mut fields = Fields::of(file, front.fields, diagnostics)?;
    let given = fields.text("title").filter(|title| !title.value.trim().is_empty());
    let heading = body.take_title(given.as_ref().map(|title| title.value.as_str()));
    let title = given.or(heading).unwrap_or_else(|| named_after_file(source, front.body));
    let kind = fields.parsed("kind", Kind::read);
    let order = fields.number("order");
    // Two folders may each have an "Overview": what tells documents apart is where they lie.
    let id = Located { value: path.as_str().trim_start_matches("/docs/").to_owned(), span: title.span };
    let item = Item::read(&mut fields, id, declared);
    fields.finish(Unknown::Warning);
    Some(Doc {
        file: file.clone(),
        source: source.to_owned(),
        path,
        item,
        title: title.value,
        kind: kind.map(|kind| kind.value),
        order: order.map(|order| order.value),
        body,
    })
}

/// The line that a version control begins two versions of the same lines with, if their end is there, too.
fn conflict(text: &str) -> Option<Span> {
    let begins = |mark: &str| match text.starts_with(mark) {
        true => Some(0),
        false => text.find(&format!("\n{mark}")).map(|at| at + 1),
    };
    let (start, _) = begins("<<<<<<< ").zip(begins(">>>>>>> "))?;
    Some(Span::new(start..start + "<<<<<<<".len()))
}

/// A file without any title is called what the file is called: `roll-out_plan.md` is "Roll out plan".
fn named_after_file(source: &str, body: Span) -> Located<String> {
    let name = source.rsplit('/').next().unwrap_or(source).trim_end_matches(".md");
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    let value = match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words.clone(),
    };
    Located { value, span: Span::new(body.start..body.start) }
}
