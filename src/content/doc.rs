//! `docs/**.md`: documentation.
//!
//! Front matter: `title`, `kind` (tutorial, how-to, reference, explanation), `order`, `approval`, and what every item has. The
//! title may also be the first heading. The path below `docs/` without `.md` is the page's address.

use std::sync::Arc;

use super::approval::Approval;
use super::front_matter;
use super::item::{Declared, Item};
use super::markdown::{self, Document, Origin};
use super::reference::{Reference, Wanted};
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::names::PagePath;
use crate::source::SourceFile;
use crate::spelling::nearest;
use crate::yaml::{Fields, Located, Refused, Unknown};

/// One page of documentation.
#[derive(Debug, Clone)]
pub struct Doc {
    /// Its path in the client's folder, such as `docs/guides/setup.md`.
    pub source: String,
    /// Where it is found in the portal, such as `/docs/guides/setup`.
    pub path: PagePath,
    /// Id, title, audience, draft.
    pub item: Item,
    /// What it is for.
    pub kind: Option<Kind>,
    /// Its place among its neighbours; those without come after, by title.
    pub order: Option<i64>,
    /// The client's agreement to it, where it needs one.
    pub approval: Option<Approval>,
    /// The text; copies share it.
    pub body: Arc<Document>,
    /// Whether it lies in `shared/docs`: then it is part of a portal only where something links to it.
    pub shared: bool,
}

impl Doc {
    /// Its texts.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.item.texts().chain([&*self.body])
    }

    /// The items it names.
    pub fn named(&self) -> impl Iterator<Item = &Reference> {
        self.approval.iter().filter_map(|approval| approval.by.as_ref())
    }

    /// The items it names, and what each must be.
    pub(crate) fn references(&mut self) -> Vec<(Wanted, &mut Reference)> {
        self.approval.iter_mut().filter_map(|approval| Some((Wanted::Name, approval.by.as_mut()?))).collect()
    }
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
    let (front, text) = front_matter::read(file, diagnostics)?;
    let mut body = markdown::parse(text, Origin::at(file, front.body.start), diagnostics);
    let mut fields = Fields::of(file, front.fields, diagnostics)?;
    let given = fields.text("title").filter(|title| !title.value.trim().is_empty());
    let heading = body.take_title(given.as_ref().map(|title| title.value.as_str()));
    let start = Span::new(front.body.start..front.body.start);
    let title = given.or(heading).unwrap_or_else(|| Located { value: name_in_words(source), span: start });
    let kind = fields.parsed("kind", Kind::read);
    let order = fields.number("order");
    // Two folders may each have an "Overview": what tells documents apart is where they lie.
    let id = Located { value: path.as_str().trim_start_matches("/docs/").to_owned(), span: title.span };
    let item = Item::with_id(&mut fields, title, id, declared);
    let approval = Approval::read(&mut fields);
    fields.finish(Unknown::Warning);
    Some(Doc {
        source: source.to_owned(),
        path,
        item,
        kind: kind.map(|kind| kind.value),
        order: order.map(|order| order.value),
        approval,
        body: Arc::new(body),
        shared: false,
    })
}

/// What a file without any title is called, after the file: `docs/roll-out_plan.md` is "Roll out plan".
pub(super) fn name_in_words(source: &str) -> String {
    let name = source.rsplit('/').next().unwrap_or(source).trim_end_matches(".md");
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words.clone(),
    }
}
