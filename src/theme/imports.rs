//! Imports of scripts of one's own that lead nowhere.

use std::collections::BTreeSet;

use crate::check;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;
use crate::spelling::nearest;

const FORM: &str = "import a file of the theme's `js` folder, in single quotes: `from './name.js'`";

/// What is wrong with the imports of a script. `modules` are the names of those that there are.
pub(super) fn problems(file: &SourceFile, text: &str, modules: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let problem = |(at, imported): (usize, &str)| {
        let quoted = &text[at..=at];
        let name = imported.strip_prefix("./");
        let (message, help) = match name {
            Some(name) if modules.contains(name) && quoted == "'" => return None,
            Some(name) if modules.contains(name) => {
                ("an import in such quotes leads nowhere".to_owned(), format!("write `'./{name}'`"))
            }
            Some(name) => (
                format!("there is no script `{name}`"),
                match nearest(name, modules.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => FORM.to_owned(),
                },
            ),
            None => (format!("an import from `{imported}` leads nowhere"), FORM.to_owned()),
        };
        let place = file.place(Span::new(at..at + imported.len() + 2));
        Some(check::TEMPLATE.at(place, message).help(help))
    };
    imports(text).filter_map(problem).collect()
}

/// What a script imports, and where the quotes around it begin. Only lines that look like code are looked at: what
/// stands in comments is for readers.
fn imports(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let begins = text.split_inclusive('\n').scan(0, |at, line| {
        let begin = *at;
        *at += line.len();
        Some((begin, line))
    });
    begins.flat_map(|(begin, line)| {
        let code = line.trim_start();
        let is_comment = ["//", "/*", "*"].iter().any(|mark| code.starts_with(mark));
        let code = if is_comment { "" } else { line.split(" //").next().unwrap_or(line) };
        let marks: &[&str] = match ["import ", "import'", "import\"", "export ", "}"]
            .iter()
            .any(|mark| code.trim_start().starts_with(mark))
        {
            true => &[" from ", " from", "import ", "import(", "import"],
            false => &["import("],
        };
        quoted(code, marks).into_iter().map(move |(at, name)| (begin + at, name))
    })
}

/// The texts in quotes that directly follow one of `marks`.
fn quoted<'l>(code: &'l str, marks: &[&str]) -> Vec<(usize, &'l str)> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    for mark in marks {
        for (at, _) in code.match_indices(mark) {
            let behind = at + mark.len();
            let rest = code[behind..].trim_start();
            let quote = behind + (code[behind..].len() - rest.len());
            let Some(kind) = rest.chars().next().filter(|c| ['\'', '"'].contains(c)) else { continue };
            let Some(end) = rest[1..].find(kind) else { continue };
            if found.iter().all(|(known, _)| *known != quote) {
                found.push((quote, &rest[1..=end]));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_found_and_comments_are_not() {
        let text = "// from './no.js'\nimport './a.js';\nimport { b,\n  c } from \"./b.js\"; // from './no.js'\n\
                    /** @type {import('./no.js').No} */\nconst later = () => import( './c.js');\n\
                    const text = \"from './no.js'\";\nexport * from './d.js';\n} from 'e';\n";
        let found: Vec<&str> = imports(text).map(|(_, name)| name).collect();
        assert_eq!(found, ["./a.js", "./c.js", "./d.js", "e"]);
        let line = "import { b } from \"./b.js\"; // from './no.js'\n";
        assert_eq!(imports(line).collect::<Vec<_>>(), [(18, "./b.js")]);
    }
}
