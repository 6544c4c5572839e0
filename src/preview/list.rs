//! A plain page for whoever runs the preview: all portals, how they stand, and what is wrong with them.

use super::editor::encoded;
use super::{PREFIX, Preview, PreviewPortal, Run};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::html::escape;

/// So many problems of a client are shown; the terminal has all of them.
const FIRST: usize = 10;

/// The page.
pub(super) fn page(preview: &Preview, run: &Run) -> String {
    let common = Some(&preview.problems).filter(|problems| !run.gated && !problems.sorted().is_empty());
    let common = common.map(|problems| format!("<div class=\"common\">{}</div>\n", unfolding("", problems, run)));
    let mut portals: Vec<(&String, &PreviewPortal)> = preview.portals.iter().collect();
    portals.sort_by_key(|(_, portal)| portal.title.to_lowercase());
    let rows: String = portals.into_iter().map(|(address, portal)| row(address, portal, run)).collect();
    let rows = match rows.as_str() {
        "" => "<p>There is no client yet: <code>vestibule new client NAME</code> makes one.</p>\n".to_owned(),
        rows => format!("<ul class=\"portals\">\n{rows}</ul>\n"),
    };
    let agency = escape(&preview.agency);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>Preview · {agency}</title>\n\
         <link rel=\"stylesheet\" href=\"{PREFIX}list.css\">\n<link rel=\"icon\" href=\"{PREFIX}list.css\">\n\
         <script type=\"module\" src=\"{PREFIX}list.js\"></script>\n</head>\n\
         <body>\n<main>\n<h1><small>Preview</small> {agency}</h1>\n{}{rows}</main>\n</body>\n</html>\n",
        common.unwrap_or_default(),
    )
}

fn row(address: &str, portal: &PreviewPortal, run: &Run) -> String {
    // Whoever has to go through the gate is told nothing of what lies behind it, nor whose portal it is.
    let title = if run.gated { address } else { &portal.title };
    let link = format!("<h2><a href=\"/{}/\">{}</a></h2>", escape(&encoded(address)), escape(title));
    if run.gated {
        return format!("<li>{link}</li>\n");
    }
    let class = if portal.problems.has_errors() { " class=\"broken\"" } else { "" };
    let problems = unfolding(address, &portal.problems, run);
    format!("<li{class}><div class=\"head\">{link}{}</div>{problems}</li>\n", facts(portal))
}

/// How the project is doing, and how long ago anything was heard of it.
fn facts(portal: &PreviewPortal) -> String {
    let Some(standing) = &portal.overview.standing else {
        return "<p class=\"facts\"><span>It is shown once it is mended.</span></p>".to_owned();
    };
    let health = standing.health.as_ref().map(|health| {
        let (class, language) = (escape(health.class), escape(&health.language));
        format!("<span class=\"health {class}\" lang=\"{language}\">{}</span>", escape(&health.word))
    });
    let late = if standing.late { " class=\"late\"" } else { "" };
    format!("<p class=\"facts\">{}<span{late}>{}</span></p>", health.unwrap_or_default(), escape(&standing.heard))
}

/// How much is wrong, and what, for whoever wants to know.
fn unfolding(address: &str, problems: &Diagnostics, run: &Run) -> String {
    let mut all = problems.sorted();
    if all.is_empty() {
        return String::new();
    }
    // What keeps a portal back comes first.
    all.sort_by_key(|one| one.severity);
    let first: String = all.iter().take(FIRST).map(|one| item(one, run)).collect();
    let rest = match all.len().saturating_sub(FIRST) {
        0 => String::new(),
        more => format!("<p>And {more} more, which <code>vestibule check</code> shows.</p>"),
    };
    let (address, summary) = (escape(address), summary(problems));
    format!("<details data-part=\"problems {address}\"><summary>{summary}</summary><ol>{first}</ol>{rest}</details>")
}

/// `1 error, 2 warnings, 1 hint`
fn summary(problems: &Diagnostics) -> String {
    let counted = |severity: Severity| {
        let count = problems.count(severity);
        let words = severity.counted(count);
        let words = if severity == Severity::Error { format!("<span class=\"errors\">{words}</span>") } else { words };
        (count > 0).then_some(words)
    };
    let parts = [Severity::Error, Severity::Warning, Severity::Hint].into_iter().filter_map(counted);
    parts.collect::<Vec<_>>().join(", ")
}

fn item(problem: &Diagnostic, run: &Run) -> String {
    let place = &problem.place;
    let name = format!("<code>{}:{}</code>", escape(&place.file), place.line);
    let name = match run.editor.address(&place.file, Some(place.line)) {
        Some(address) => format!("<a href=\"{}\" title=\"Open in the editor\">{name}</a>", escape(&address)),
        None => name,
    };
    let line = place.excerpt.as_ref().map(|excerpt| format!("<pre>{}</pre>", escape(&excerpt.line)));
    let help = problem.help.as_ref().map(|help| format!("<p>{}</p>", escape(help)));
    let (severity, message) = (problem.severity.word(), escape(&problem.message));
    let (line, help) = (line.unwrap_or_default(), help.unwrap_or_default());
    format!("<li><p><strong>{severity}:</strong> {message}</p>{name}{line}{help}</li>")
}
