//! What the pages of the preview are told, as JSON.

use serde_json::{Value, json};

use super::{Preview, PreviewPortal, Run, shell};
use crate::diagnostic::{Diagnostic, Severity};

/// What a page has to know: which run and generation of the preview it is shown by, what its public page looks like, as
/// whom it can be read, and what is wrong. Whoever has to go through the gate is told nothing of what lies behind it.
pub(super) fn state(preview: &Preview, address: &str, run: &Run, generation: u64) -> String {
    let portal = preview.portals.get(address);
    let page = portal.and_then(|portal| portal.files.as_ref()).and_then(|files| files.get("index.html"));
    let (shell, styles) = page.map(|page| (shell::name(page), shell::styles(page))).unzip();
    let open = portal.filter(|_| !run.gated);
    let audiences: Vec<&str> = open.iter().flat_map(|portal| portal.audiences()).collect();
    let problems: Vec<Value> = open.map_or_else(Vec::new, |portal| {
        let all = [&preview.problems, &portal.problems].into_iter().flat_map(|some| some.sorted());
        all.filter(|one| one.severity == Severity::Error).map(|one| problem(one, run)).collect()
    });
    json!({
        "run": run.name,
        "generation": generation,
        "gone": portal.is_none() && !address.is_empty(),
        "shell": shell,
        "styles": styles.unwrap_or_default(),
        "audience": audiences.first(),
        "audiences": audiences,
        "problems": problems,
    })
    .to_string()
}

/// The files that the page at `path` is made from, of which a page that is not there has none, and what is said about these
/// that is no error; `None` where one goes through the gate.
pub(super) fn page(portal: &PreviewPortal, path: &str, run: &Run) -> Option<String> {
    if run.gated {
        return None;
    }
    let files = portal.overview.pages.get(path).map_or(&[][..], Vec::as_slice);
    let advice = || portal.problems.sorted().into_iter().filter(|one| one.severity != Severity::Error);
    let (mine, others): (Vec<_>, Vec<_>) = advice().partition(|one| files.contains(&one.place.file));
    let sources: Vec<Value> = files.iter().map(|file| source(file, None, run)).collect();
    let notes: Vec<Value> = mine.into_iter().map(|one| problem(one, run)).collect();
    Some(json!({ "sources": sources, "notes": notes, "elsewhere": others.len() }).to_string())
}

/// The key of an audience; that of the one that a page begins with, where none is named or the portal has no such audience.
pub(super) fn key(portal: &PreviewPortal, audience: Option<&str>) -> Option<String> {
    let wanted = portal.unlocked.iter().find(|(one, _)| Some(one.as_str()) == audience);
    let (audience, key) = wanted.or(portal.unlocked.first())?;
    Some(json!({ "audience": audience.as_str(), "key": *key.to_b64() }).to_string())
}

fn problem(problem: &Diagnostic, run: &Run) -> Value {
    let place = &problem.place;
    let mut told = source(&place.file, Some(place.line), run);
    told["severity"] = problem.severity.word().into();
    told["message"] = problem.message.as_str().into();
    told["line"] = place.line.into();
    told["excerpt"] = place.excerpt.as_ref().map(|excerpt| excerpt.line.as_str()).into();
    told["help"] = problem.help.as_deref().into();
    told
}

fn source(file: &str, line: Option<u32>, run: &Run) -> Value {
    json!({ "file": file, "path": run.editor.path(file), "open": run.editor.address(file, line) })
}
