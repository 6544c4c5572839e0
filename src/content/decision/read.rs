//! Reading a decision.

use std::ops::Range;

use chrono::NaiveDate;

use super::file_name::FileName;
use super::foreign::{self, Told, split_names};
use super::link::Target;
use super::options::options;
use super::rejection::check_rejection;
use super::status::{Reading, Status, is_placeholder};
use super::title::{Title, take_title};
use super::{Decision, Effect};
use crate::check;
use crate::content::approval::Approval;
use crate::content::date::date;
use crate::content::front_matter;
use crate::content::item::{Declared, Item};
use crate::content::markdown::{self, Document, Origin};
use crate::content::prose::prose;
use crate::content::reference::Reference;
use crate::content::section::{Role, SectionWords, Sections};
use crate::diagnostic::{Diagnostics, Span};
use crate::money::{Currency, Money};
use crate::names::PagePath;
use crate::source::SourceFile;
use crate::yaml::{Fields, Located, Refused, Unknown, Value};

/// Reads one Markdown file below `decisions/`. `source` is its path in the client's folder, `currency` what money is
/// counted in where the text does not say it. `None` for a file that is no decision, which is said.
pub fn parse_decision(
    source: &str,
    file: &SourceFile,
    words: &SectionWords,
    currency: Option<Currency>,
    declared: Declared<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Decision> {
    let stem = source.strip_prefix("decisions/")?.strip_suffix(".md")?;
    if FileName::of(stem).is_no_decision() {
        pass_over(file, "this name is a template's or a list's, not a decision's", diagnostics);
        return None;
    }
    let Ok(path) = PagePath::parse(&format!("/decisions/{stem}")) else {
        let message = "the name of this file cannot be the address of a page";
        diagnostics.push(check::FILE_NAME.at(file.whole(), message).help("use letters, digits and `-`"));
        return None;
    };
    // What is wrong with a template is nobody's business.
    let mut found = Diagnostics::new();
    let decision = read(source, stem, path, file, words, Defaults { currency, declared }, &mut found);
    let is_template = decision.as_ref().is_some_and(|decision| is_untitled(&decision.item.title.value));
    if is_template {
        pass_over(file, "the title of this file is still that of a template", diagnostics);
        return None;
    }
    diagnostics.append(found);
    decision
}

fn pass_over(file: &SourceFile, why: &str, diagnostics: &mut Diagnostics) {
    let message = format!("{why}, so it is left out");
    let help = "nothing needs to be done; if it is a decision, give the file and its title names of their own";
    diagnostics.push(check::NOT_A_DECISION.at(file.whole(), message).help(help));
}

/// Whether a title is still what a template has in its place.
fn is_untitled(title: &str) -> bool {
    is_placeholder(title) || matches!(title, "NUMBER. TITLE" | "TITLE")
}

/// What holds where a decision does not say it.
struct Defaults<'d> {
    currency: Option<Currency>,
    declared: Declared<'d>,
}

fn read(
    source: &str,
    stem: &str,
    path: PagePath,
    file: &SourceFile,
    words: &SectionWords,
    defaults: Defaults<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Decision> {
    let (front, text) = front_matter::read(file, diagnostics)?;
    let start = front.body.start;
    let (mut body, told) = read_text(text, Origin::at(file, start), diagnostics);
    let mut fields = Fields::of(file, front.fields, diagnostics)?;
    let at = Span::new(start..start);
    let name = FileName::of(stem);
    let given = fields.text("title").filter(|title| !title.value.trim().is_empty());
    let Title { title, number } = take_title(given, &mut body, &name, stem, at);
    let id = Located { value: stem.to_owned(), span: at };
    let item = Item::with_id(&mut fields, title, id, defaults.declared);
    let said = Said::read(&mut fields, told, start);
    let needed_by = date(&mut fields, "needed_by");
    let effect = read_effect(&mut fields, defaults.currency);
    let supersedes = Reference::many(&mut fields, "supersedes").into_iter().chain(said.supersedes).collect();
    let approval = Approval::read(&mut fields);
    let sections = Sections::of(&body, words);
    let status = said.status.unwrap_or_else(|| {
        let status = guess(&body, &sections, needed_by.is_some());
        if let Some(span) = said.silent {
            fields.refuse(span, no_status(&status));
        }
        Located { value: status, span: at }
    });
    let options = options(&body, &sections);
    check_rejection(&mut fields, &status, &body, &sections, &item.title.value, &options);
    fields.finish(Unknown::Warning);
    Some(Decision {
        source: source.to_owned(),
        path,
        item,
        number,
        status,
        date: said.date.or(name.date),
        makers: said.makers,
        consulted: said.consulted,
        informed: said.informed,
        needed_by,
        effect,
        supersedes,
        superseded_by: said.superseded_by,
        approval,
        body,
        sections,
        options,
    })
}

/// Reads the text, and what it says in the manner of other tools, which is then no part of it.
fn read_text(text: &str, origin: Origin, diagnostics: &mut Diagnostics) -> (Document, Told) {
    let mut found = Diagnostics::new();
    let whole = markdown::parse(text, origin.clone(), &mut found);
    let told = foreign::told(text, &whole);
    if !told.is_part_of_text() {
        diagnostics.append(found);
        return (whole, told);
    }
    (markdown::parse(&told.blanked(text), origin, diagnostics), told)
}

/// What a decision says about itself, in its fields or else in its text.
struct Said {
    status: Option<Located<Status>>,
    date: Option<NaiveDate>,
    makers: Vec<Reference>,
    consulted: Vec<Reference>,
    informed: Vec<Reference>,
    supersedes: Vec<Reference>,
    superseded_by: Vec<Reference>,
    /// A field `status` in which nothing is said.
    silent: Option<Span>,
}

impl Said {
    /// `start` is where the text begins in the file.
    fn read(fields: &mut Fields<'_>, told: Told, start: usize) -> Said {
        let place = |at: Range<usize>| Span::new(at).shifted(start);
        let named = |targets: Vec<Target>| -> Vec<Reference> {
            let located = targets.into_iter().map(|one| Located { value: one.name, span: place(one.at) });
            located.map(Reference::new).collect()
        };
        for (at, mistake) in told.mistakes {
            fields.refuse(place(at), mistake);
        }
        let name = fields.name("status");
        let field = fields.text("status");
        let is_refused = fields.is_refused("status");
        let reading = field.as_ref().and_then(|text| Some((Reading::of(&text.value)?, text.span)));
        let day = date(fields, "date").map(|day| day.value);
        let mut makers = people(fields, "decision-makers");
        makers.extend(people(fields, "deciders"));
        let (consulted, informed) = (people(fields, "consulted"), people(fields, "informed"));
        let mut said = Said {
            status: told.status.map(|(status, at)| Located { value: status, span: place(at) }),
            date: day.or(told.date),
            makers: or(makers, named(told.makers)),
            consulted: or(consulted, named(told.consulted)),
            informed: or(informed, named(told.informed)),
            supersedes: named(told.supersedes),
            superseded_by: named(told.superseded_by),
            silent: name.filter(|_| reading.is_none() && !is_refused),
        };
        if let Some((reading, span)) = reading {
            if reading.says_more && reading.mistake.is_none() {
                let word = reading.status.word().replace('-', " ");
                let message = format!("of this status only `{word}` counts, and the rest is shown nowhere");
                let help = format!("write `status: {word}`, and what else there is to say into the text");
                fields.refuse(span, Refused::new(&check::UNKNOWN_STATUS, message, help));
            }
            said.status = Some(Located { value: reading.status, span });
            let by = reading.superseded_by.into_iter();
            said.superseded_by = by.map(|one| Reference::new(Located { value: one.name, span })).collect();
            said.date = said.date.or(reading.date);
            if let Some(mistake) = reading.mistake {
                fields.refuse(span, mistake);
            }
        }
        said
    }
}

/// What is wrong with a field `status` in which nothing is said.
fn no_status(counts_as: &Status) -> Refused {
    let message = format!("`status` says nothing, so this decision counts as {}", counts_as.word());
    let help = format!("write `status: {}`, or the word that is right", counts_as.word());
    Refused::new(&check::UNKNOWN_STATUS, message, help)
}

fn or(fields: Vec<Reference>, text: Vec<Reference>) -> Vec<Reference> {
    if fields.is_empty() { text } else { fields }
}

/// Takes a field that names people: a list, or one text with commas as other tools write it.
fn people(fields: &mut Fields<'_>, name: &'static str) -> Vec<Reference> {
    let Some(node) = fields.node(name) else { return Vec::new() };
    let (nodes, is_list) = match node.value {
        Value::List(nodes) => (nodes, true),
        _ => (vec![node], false),
    };
    let mut found = Vec::new();
    for node in nodes {
        let shape = node.shape();
        match node.value {
            Value::Scalar { text, .. } if is_list => found.push(Located { value: text, span: node.span }),
            Value::Scalar { text, .. } => found.extend(names_in(&text, node.span, fields.file())),
            Value::List(_) | Value::Map(_) => {
                let message = format!("`{name}` are names, but this is {shape}");
                let help = format!("write them with commas between them: `{name}: [Ana Ruiz, Tom Baert]`");
                fields.refuse(node.span, Refused::new(&check::WRONG_SHAPE, message, help));
            }
            _ => {}
        }
    }
    found.retain(|name| !name.value.trim().is_empty());
    found.into_iter().map(Reference::new).collect()
}

/// The names in the text at `span`.
fn names_in(text: &str, span: Span, file: &SourceFile) -> Vec<Located<String>> {
    // Inside quotes the text may not be byte for byte what stands there.
    let is_plain = file.bytes().get(span.start..span.end) == Some(text.as_bytes());
    let place = |at: Range<usize>| if is_plain { Span::new(at).shifted(span.start) } else { span };
    split_names(text).into_iter().map(|one| Located { value: one.name, span: place(one.at) }).collect()
}

fn read_effect(fields: &mut Fields<'_>, currency: Option<Currency>) -> Option<Effect> {
    fields.group("effect", |effect| {
        let days = effect.parsed("days", read_days).map(|days| days.value);
        let cost = effect.parsed("cost", |text| {
            Money::read(text, currency)
                .map_err(|mistake| Refused::new(&check::WRONG_VALUE, mistake.message, mistake.help))
        });
        Effect { days, cost: cost.map(|cost| cost.value), recovery: prose(effect, "recovery") }
    })
}

/// Ten years either way are more than any honest decision moves.
const MOST_DAYS: i64 = 3660;

fn read_days(text: &str) -> Result<i64, Refused> {
    text.parse().ok().filter(|days: &i64| days.abs() <= MOST_DAYS).ok_or_else(|| {
        let help = "write a whole number, such as `days: 5`, or `days: -5` where it is earlier";
        Refused::new(&check::WRONG_VALUE, format!("`{text}` is not a number of days"), help)
    })
}

/// How far a decision is that does not say so.
fn guess(body: &Document, sections: &Sections, has_date: bool) -> Status {
    let asks = sections.get(Role::Question).is_some() || sections.get(Role::Options).is_some();
    match has_date || asks && sections.is_empty(Role::Chosen, body) {
        true => Status::Proposed,
        false => Status::Accepted,
    }
}
