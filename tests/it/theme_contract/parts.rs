//! What the default theme has that another may use: components, custom properties, classes.

use std::collections::{BTreeMap, BTreeSet};

/// A component of the default theme.
#[derive(Debug)]
pub(super) struct Component {
    pub(super) name: String,
    /// What it takes, as it is written there, without what it takes by itself.
    pub(super) takes: Vec<String>,
    /// The comment above it.
    pub(super) about: String,
}

/// The components that a template defines, in their order.
pub(super) fn components(text: &str) -> Vec<Component> {
    let mut found = Vec::new();
    for (at, mark) in text.match_indices("{% component ") {
        let head = text[at + mark.len()..].split(" -%}").next().unwrap_or_default();
        let Some((name, takes)) = head.trim_end_matches(')').split_once('(') else { continue };
        let takes = takes.split(", ").filter(|one| !one.is_empty() && !one.starts_with('@')).map(plain_argument);
        found.push(Component { name: name.to_owned(), takes: takes.collect(), about: comment_before(&text[..at]) });
    }
    found
}

/// The comment that stands right above; one that begins the file is about the file.
fn comment_before(text: &str) -> String {
    let text = text.trim_end();
    let Some(text) = text.strip_suffix("#}") else { return String::new() };
    let Some(start) = text.rfind("{#") else { return String::new() };
    if start == 0 {
        return String::new();
    }
    text[start + 2..].trim_matches('-').split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `open: bool = true` in plain words.
fn plain_argument(argument: &str) -> String {
    let (argument, default) = argument.split_once(" = ").map_or((argument, None), |(one, other)| (one, Some(other)));
    let (name, kind) = argument.split_once(": ").unwrap_or((argument, ""));
    let kind = match kind {
        "string" => "text",
        "map" => "group of fields",
        "array" => "list",
        "bool" => "yes or no",
        "integer" | "float" | "number" => "number",
        _ => "anything, or nothing",
    };
    match default {
        Some(_) => format!("`{name}` ({kind}; may be left out)"),
        None => format!("`{name}` ({kind})"),
    }
}

/// The custom properties of a style sheet by the comment above them, in the order of the file. Only those that are set
/// for everything: what stands in `@media` says them once more.
pub(super) fn properties(text: &str) -> Vec<(String, Vec<String>)> {
    let mut groups: Vec<(String, Vec<String>)> = vec![(String::new(), Vec::new())];
    let mut seen = BTreeSet::new();
    let inside = text.split_once(":root {").map_or(text, |(_, inside)| inside);
    for line in inside.lines().map(str::trim) {
        if let Some(comment) = line.strip_prefix("/*") {
            groups.push((comment.trim_end_matches("*/").trim().to_owned(), Vec::new()));
        } else if line.is_empty() {
            groups.push((String::new(), Vec::new()));
        } else if let Some((name, _)) = line.split_once(": ").filter(|(name, _)| name.starts_with("--"))
            && seen.insert(name.to_owned())
            && let Some((_, names)) = groups.last_mut()
        {
            names.push(name.to_owned());
        }
    }
    groups.retain(|(_, names)| !names.is_empty());
    groups
}

/// The classes that style sheets have rules for: by class, the files.
pub(super) fn classes<'f>(files: impl Iterator<Item = (&'f str, String)>) -> BTreeMap<&'f str, BTreeSet<String>> {
    files.map(|(name, text)| (name, classes_of(&text))).filter(|(_, found)| !found.is_empty()).collect()
}

fn classes_of(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut text = text.to_owned();
    while let Some(start) = text.find("/*") {
        let end = text[start..].find("*/").map_or(text.len(), |end| start + end + 2);
        text.replace_range(start..end, "");
    }
    // What stands in front of a `{` is a selector; what stands in front of a `;` is none.
    for part in text.split(['{', '}', ';']).filter(|part| !part.contains('@')) {
        for (at, _) in part.match_indices('.') {
            let name: String =
                part[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
            let is_property = part.trim_start().split_once(':').is_some_and(|(name, value)| {
                value.starts_with(' ') && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            });
            if name.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_property {
                found.insert(name);
            }
        }
    }
    found
}
