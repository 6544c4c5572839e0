//! Templates. The one place that knows the template library.

use std::fmt;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::overlay::ThemeFiles;
use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::source::SourceFile;

/// The parsed templates of a theme.
pub struct Templates {
    tera: Tera,
    files: Vec<(String, SourceFile)>,
}

/// Parses every `templates/*.html`. `None` where one cannot be read.
pub(super) fn load(files: &ThemeFiles, diagnostics: &mut Diagnostics) -> Option<Templates> {
    let found = files.folder("templates/", diagnostics);
    let mut templates = Templates {
        tera: Tera::new(),
        files: found.iter().map(|(name, (file, _))| ((*name).to_owned(), (*file).clone())).collect(),
    };
    match templates.tera.add_raw_templates(found.iter().map(|(name, (_, text))| (*name, *text))) {
        Ok(()) => Some(templates),
        Err(error) => {
            diagnostics.push(templates.explain("", &error));
            None
        }
    }
}

impl Templates {
    /// Fills the template `name` with a view.
    ///
    /// # Errors
    /// Where the template asks for something that the view does not have: what to tell whoever wrote it.
    pub fn render(&self, name: &str, view: &impl Serialize) -> Result<String, Box<Diagnostic>> {
        let rendered = Context::from_serialize(view).and_then(|context| self.tera.render(name, &context));
        rendered.map_err(|error| Box::new(self.explain(name, &error)))
    }

    fn explain(&self, name: &str, error: &tera::Error) -> Diagnostic {
        let report = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
            _ => None,
        };
        let name = report.map_or(name, |report| report.filename());
        let file = self.files.iter().find(|(known, _)| known == name).map(|(_, file)| file);
        let place = match (file, report) {
            (Some(file), Some(report)) => line_of(file, report.span().start_line, report.span().start_col),
            (Some(file), None) => file.whole(),
            (None, _) => Place::whole_file(format!("templates/{name}").into()),
        };
        let message = match report {
            Some(report) => report.message().trim_end_matches('.').to_owned(),
            None => error.to_string(),
        };
        let mut letters = message.chars();
        let message: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
        check::TEMPLATE
            .at(place, format!("this template cannot be used: {message}"))
            .help("mend the template; without it, the one that comes with the program is used")
    }
}

/// The rest of a line from a column on. `line` counts from 1, `column` from 0, in characters.
fn line_of(file: &SourceFile, line: usize, column: usize) -> Place {
    let text = file.text().unwrap_or_default();
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text[start..].split('\n').next().unwrap_or_default();
    let skip = rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at);
    file.place(crate::diagnostic::Span::new(start + skip..start + rest.trim_end().len()))
}

impl fmt::Debug for Templates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.files.iter().map(|(name, _)| name)).finish()
    }
}
