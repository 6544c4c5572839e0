//! Templates. The one place that knows the template library.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::defaults::default_text;
use super::overlay::ThemeFiles;
use super::report::{Report, Spot, reports};
use super::wording::{Known, plain};
use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Span};
use crate::html::write_escaped;
use crate::source::SourceFile;

/// The parsed templates of a theme.
pub struct Templates {
    tera: Tera,
    files: BTreeMap<String, SourceFile>,
    own: BTreeSet<String>,
}

/// What a template calls the words of its language.
const WORDS: &str = "words";

/// The words of a language as the library has them: they are the same on every page, and copies share them.
#[derive(Debug, Clone)]
pub struct WordsForTemplates(tera::Value);

impl WordsForTemplates {
    /// `words` are groups of words inside groups.
    pub(super) fn new(words: &serde_json::Value) -> Self {
        WordsForTemplates(tera::Value::from_serializable(words))
    }
}

/// Parses every `templates/*.html`. In the place of those that cannot be used, which are reported, the program's own
/// are taken, so that what is wrong with the others is found, too.
pub(super) fn load(files: &ThemeFiles, diagnostics: &mut Diagnostics) -> Templates {
    let found = files.folder("templates/", diagnostics);
    let is_own = |name: &&str| !files.is_default(&format!("templates/{name}"));
    let mut templates = Templates {
        tera: Tera::new(),
        files: found.iter().map(|(name, (file, _))| ((*name).to_owned(), (*file).clone())).collect(),
        own: found.keys().copied().filter(is_own).map(str::to_owned).collect(),
    };
    templates.tera.set_escape_fn(write_escaped);
    let mut texts: BTreeMap<&str, &str> = found.iter().map(|(name, (_, text))| (*name, *text)).collect();
    let mut aside: Vec<&str> = Vec::new();
    for name in found.keys().copied().filter(is_own) {
        if let Err(error) = Tera::new().add_raw_template(name, texts[name])
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            diagnostics.extend(templates.reports(name, &error).iter().map(|report| templates.problem(report)));
            aside.push(name);
        }
    }
    aside.iter().for_each(|name| set_aside(name, &mut texts));
    // Each round finds something in a template of one's own and takes it out, until there are none left.
    while let Err(error) = templates.tera.add_raw_templates(&texts) {
        let reports = templates.reports("", &error);
        let news = reports.iter().filter(|report| !follows(report, &aside, &templates)).collect();
        diagnostics.extend(templates.problems(news));
        let culprits: BTreeSet<String> = reports.iter().map(|report| templates.culprit(report)).collect();
        let left = || found.keys().copied().filter(is_own).filter(|name| !aside.contains(name));
        let broken: Vec<&str> = left().filter(|name| culprits.contains(*name)).collect();
        let broken = if broken.is_empty() { left().collect() } else { broken };
        if broken.is_empty() {
            break;
        }
        broken.iter().for_each(|name| set_aside(name, &mut texts));
        aside.extend(broken);
    }
    templates
}

/// Takes the program's own template in the place of one that cannot be used.
fn set_aside<'t>(name: &'t str, texts: &mut BTreeMap<&'t str, &'t str>) {
    match default_text(&format!("templates/{name}")) {
        Some(text) => texts.insert(name, text),
        None => texts.remove(name),
    };
}

/// Whether nothing is wrong but that a template is missing which was set aside, or what stands in one.
fn follows(report: &Report, aside: &[&str], templates: &Templates) -> bool {
    let name = report.said.split('`').nth(1).unwrap_or_default();
    let text = |template: &&str| templates.files.get(*template).and_then(|file| file.text().ok()).unwrap_or_default();
    match report.said.split(' ').nth(1) {
        Some("component") => aside.iter().any(|template| components(text(template)).any(|(_, known)| known == name)),
        Some("template") => aside.contains(&name),
        _ => false,
    }
}

/// The components that a template defines, and where their names stand.
fn components(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("component ").filter_map(|(at, mark)| {
        let begun = text[..at].trim_end().trim_end_matches('-').ends_with("{%");
        let name = text[at + mark.len()..].split('(').next()?;
        begun.then_some((at + mark.len(), name.trim()))
    })
}

impl Templates {
    /// Fills the template `name` with a view and, as `words`, those of a language.
    ///
    /// # Errors
    /// Where the template asks for something that the view does not have: what to tell whoever wrote it.
    pub fn render(
        &self,
        name: &str,
        view: &impl Serialize,
        words: &WordsForTemplates,
    ) -> Result<String, Box<Diagnostic>> {
        let first = |error: &tera::Error| Box::new(self.problem(&self.reports(name, error)[0]));
        let mut context = Context::from_serialize(view).map_err(|error| first(&error))?;
        context.insert_value(WORDS, words.0.clone());
        if self.own.contains(name)
            && let Some(report) = self.misspelt(name, view, &context)
        {
            return Err(Box::new(self.problem(&report)));
        }
        self.tera.render(name, &context).map_err(|error| first(&error))
    }

    /// The first name in a template that stands for nothing, also where it is only asked for on other days.
    fn misspelt(&self, name: &str, view: &impl Serialize, context: &Context) -> Option<Report> {
        let text = self.files.get(name)?.text().ok()?;
        let names = self.tera.get_template_variables(name).ok()?;
        let missing = names.into_iter().filter(|name| !context.contains_key(name));
        let (at, missing) = missing.filter_map(|name| Some((named(text, name)?, name))).min()?;
        let view = serde_json::to_value(view).unwrap_or_default();
        let there = view.as_object().into_iter().flat_map(|view| view.keys()).map(String::as_str);
        let there: Vec<&str> = there.chain([WORDS]).collect::<BTreeSet<_>>().into_iter().collect();
        let said = format!("Variable `{missing}` is not defined. Available variables: {}", there.join(", "));
        Some(Report { said, spot: spot_at(name, text, at, missing), called: Vec::new() })
    }

    /// An error of the library as data; there is always one.
    fn reports(&self, name: &str, error: &tera::Error) -> Vec<Report> {
        let found = reports(&error.to_string());
        if found.is_empty() { vec![self.placeless(name, error)] } else { found }
    }

    /// What the library says without a place: mostly how templates go together.
    fn placeless(&self, name: &str, error: &tera::Error) -> Report {
        let said = error.to_string();
        let report = |said: String, template: &str, needle: &str| {
            let text = self.files.get(template).and_then(|file| file.text().ok()).unwrap_or_default();
            let spot = spot_at(template, text, text.find(needle).unwrap_or(0), needle);
            Report { said, spot, called: Vec::new() }
        };
        match error.kind() {
            ErrorKind::CircularInclude { tpl, include_chain: chain }
            | ErrorKind::CircularExtend { tpl, inheritance_chain: chain } => {
                let template = chain.iter().find(|name| self.own.contains(*name)).unwrap_or(tpl);
                let next = chain.iter().cycle().skip_while(|name| *name != template).nth(1).unwrap_or(tpl);
                report(format!("this template includes itself, by way of `{next}`"), template, &format!("\"{next}\""))
            }
            ErrorKind::MissingParent { current, parent } => {
                report(format!("Unknown template `{parent}`"), current, &format!("\"{parent}\""))
            }
            ErrorKind::Msg(_) if said.starts_with("Component ") => {
                let mut names = said.split('`').skip(1).step_by(2);
                let mut next = || names.next().unwrap_or(name);
                let (component, one, other) = (next(), next(), next());
                let (own, other) = if self.own.contains(other) { (other, one) } else { (one, other) };
                let said = format!("the component `{component}` is defined in `{other}` as well");
                report(said, own, &format!("component {component}("))
            }
            _ => report(said.clone(), name, ""),
        }
    }

    /// The template of one's own that has to be mended; the one that was reported where none is.
    fn culprit(&self, report: &Report) -> String {
        self.spot(report).map_or_else(|| report.spot.template.clone(), |spot| spot.template)
    }

    /// The place in a template of one's own that an error is about, if it is about one: a component of the program's
    /// own is in order, and fails because of what it was given, or it is missing because its file was replaced.
    fn spot(&self, report: &Report) -> Option<Spot> {
        let called = std::iter::once(&report.spot).chain(&report.called);
        if let Some(own) = called.into_iter().find(|spot| self.own.contains(&spot.template)) {
            return Some(own.clone());
        }
        let missing = report.said.strip_prefix("Unknown component `")?.trim_end_matches('`');
        let defined = |name: &&String| {
            let text = default_text(&format!("templates/{name}")).unwrap_or_default();
            components(text).any(|(_, known)| known == missing)
        };
        let template = self.own.iter().find(defined)?.clone();
        Some(Spot { template, line: 0, column: 0, width: 0 })
    }

    /// What to tell; of a file that lacks components which others use, only once.
    fn problems(&self, reports: Vec<&Report>) -> Vec<Diagnostic> {
        let is_lacking = |report: &&Report| self.spot(report).is_some_and(|spot| spot.line == 0);
        let (lacking, others): (Vec<&Report>, Vec<&Report>) = reports.into_iter().partition(is_lacking);
        let mut missing: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for report in lacking {
            let name = report.said.split('`').nth(1).unwrap_or_default();
            missing.entry(self.culprit(report)).or_default().insert(name);
        }
        let lacking = missing.iter().filter_map(|(template, names)| {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            let message = format!("this file lacks components that other templates use: {}", names.join(", "));
            let help = "keep the components of the file that yours takes the place of, and change what is in them";
            Some(check::TEMPLATE.at(self.files.get(template)?.whole(), message).help(help))
        });
        others.iter().map(|report| self.problem(report)).chain(lacking).collect()
    }

    fn problem(&self, report: &Report) -> Diagnostic {
        let spot = self.spot(report).unwrap_or_else(|| report.spot.clone());
        let file = self.files.get(&spot.template);
        let (place, at) = match file {
            Some(file) => self.place(file, &spot),
            None => (Place::whole_file(format!("templates/{}", spot.template).into()), ""),
        };
        let texts: Vec<&str> = self.files.values().filter_map(|file| file.text().ok()).collect();
        let known = Known {
            components: texts.iter().flat_map(|text| components(text).map(|(_, name)| name)).collect(),
            templates: self.files.keys().map(String::as_str).collect(),
        };
        let text = file.and_then(|file| file.text().ok()).unwrap_or_default();
        if let (Some(file), Some((span, tag))) = (file, unclosed(text))
            && report.said.starts_with("Unexpected end of")
        {
            let message = format!("this `{tag}` is never closed");
            return check::TEMPLATE.at(file.place(span), message).help(format!("close it with `{{% end{tag} %}}`"));
        }
        let wording = plain(&report.said, at, &known);
        let message = match spot == report.spot {
            true => wording.message,
            false => format!("`{}`, used here, cannot be filled in: {}", called(at), wording.message),
        };
        let help = "mend the template; without it, the one that comes with the program is used";
        check::TEMPLATE.at(place, message).help(wording.help.unwrap_or_else(|| help.to_owned()))
    }

    /// A place in a file, and the text from there on.
    fn place<'f>(&self, file: &'f SourceFile, spot: &Spot) -> (Place, &'f str) {
        let text = file.text().unwrap_or_default();
        if spot.line == 0 {
            return (file.whole(), text);
        }
        let line: usize = text.split_inclusive('\n').take(spot.line - 1).map(str::len).sum();
        let start = line + chars(&text[line..], spot.column.saturating_sub(1));
        // An end of the file is shown at its last line that says something.
        let start = if start == text.len() { text.trim_end().len() } else { start };
        let end = start + chars(text[start..].split('\n').next().unwrap_or_default().trim_end(), spot.width);
        (file.place(Span::new(start..end)), &text[start..])
    }
}

/// The innermost tag of a template that is opened and never closed, with its name.
fn unclosed(text: &str) -> Option<(Span, &str)> {
    let mut open: Vec<(Span, &str)> = Vec::new();
    for (at, _) in text.match_indices("{%") {
        if text[..at].rfind("{#") > text[..at].rfind("#}") {
            continue;
        }
        let tag = &text[at..text[at..].find("%}").map_or(text.len(), |end| at + end + 2)];
        let name = tag[2..].trim_start_matches(['-', ' ']).split(|c: char| !c.is_alphanumeric()).next()?;
        if ["block", "component", "filter", "for", "if"].contains(&name) {
            open.push((Span::new(at..at + tag.len()), name));
        } else if let Some(closed) = name.strip_prefix("end") {
            open.pop_if(|(_, name)| *name == closed);
        }
    }
    open.pop()
}

/// How many bytes the first `count` characters of a text have.
fn chars(text: &str, count: usize) -> usize {
    text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)
}

/// What is used at a place: the name of the component, or of the template in quotes.
fn called(at: &str) -> &str {
    let at = at.trim_start_matches(['{', '%', '-', '<', '(', ' ']);
    let at = at.strip_prefix("include ").unwrap_or(at).trim_start_matches('"');
    at.split(|c: char| c.is_whitespace() || "\"/>)}%".contains(c)).next().unwrap_or_default()
}

fn spot_at(template: &str, text: &str, at: usize, marked: &str) -> Spot {
    let before = &text[..at];
    Spot {
        template: template.to_owned(),
        line: before.matches('\n').count() + 1,
        column: before.rsplit('\n').next().unwrap_or_default().chars().count() + 1,
        width: marked.chars().count(),
    }
}

/// Where a name stands first in a template that is not a field of something else.
fn named(text: &str, name: &str) -> Option<usize> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '"';
    text.match_indices(name).map(|(at, _)| at).find(|at| {
        let (before, after) = (&text[..*at], &text[at + name.len()..]);
        let opened = before.rfind("{{").max(before.rfind("{%"));
        let closed = before.rfind("}}").max(before.rfind("%}"));
        let is_name = !before.ends_with(is_part) && !before.ends_with('.') && !after.starts_with(is_part);
        opened.is_some() && opened > closed && is_name && !after.starts_with('=')
    })
}

impl fmt::Debug for Templates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.files.keys()).finish()
    }
}
