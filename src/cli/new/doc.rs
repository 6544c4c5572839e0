//! `vestibule new doc`.

use std::path::Path;

use super::subject::Subject;
use super::{name, yaml_text};
use crate::cli::{Failure, Outcome};
use crate::review::placeholder::TEXT;

/// Makes a document, in `folder` below `docs` where one is named.
pub(super) fn run(root: &Path, client: &str, title: &str, folder: Option<&str>) -> Result<Outcome, Failure> {
    let title = name::title(title)?;
    let mut parts = match folder {
        None => Vec::new(),
        // Who looks at the folder from outside writes it with the one around it.
        Some(folder) => match folder.strip_prefix("docs/").unwrap_or(folder) {
            "docs" => Vec::new(),
            inside => name::folders(inside)?,
        },
    };
    parts.push(name::file_stem(title)?);
    let Some(subject) = Subject::open(root, client)? else { return Ok(Outcome::ContentErrors) };
    let path = format!("docs/{}.md", parts.join("/"));
    let contents = format!("---\ntitle: {}\ndraft: true\n---\n\n{TEXT}\n", yaml_text::scalar(title));
    let next = format!("Next: write `{}/{path}`, then take out `draft: true`.", subject.source.id);
    subject.create(&path, &contents, &next)
}
