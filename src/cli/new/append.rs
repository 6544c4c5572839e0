//! Adding an entry at the end of a YAML file that a person wrote. What is there stays as it is, byte for byte; the entry
//! takes after it.

use super::yaml_text::STEP;
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::yaml::{self, Located, Node, Value};

/// What is added: its lines, each with how deep it lies in the entry.
pub(super) type Entry = Vec<(usize, String)>;

/// Why nothing can be added.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The file has mistakes.
    Broken(Diagnostics),
    /// The file is written in a way that leaves no room for an entry at its end; what is in the way.
    Form(&'static str),
}

/// The whole file with `entry` at its end.
///
/// # Errors
/// Where the file cannot be read, or where nothing can be put at its end without changing what it says.
pub(super) fn append(file: &SourceFile, entry: &Entry) -> Result<String, Refusal> {
    let mut diagnostics = Diagnostics::new();
    let (before, text) = match (yaml::read(file, &mut diagnostics), file.text()) {
        (Some(node), Ok(text)) if !diagnostics.has_errors() => (node, text),
        _ => return Err(Refusal::Broken(diagnostics)),
    };
    let style = Style::of(text, &before)?;
    let whole = style.put(text, entry);
    match is_one_longer(&before, &whole) {
        true => Ok(whole),
        false => Err(Refusal::Form("something at its end does")),
    }
}

/// How the file is written.
struct Style {
    /// The columns in front of an entry.
    indent: usize,
    /// The columns that a part of an entry lies further to the right.
    step: usize,
    /// Whether a line is left free between entries.
    apart: bool,
    line_break: &'static str,
}

impl Style {
    fn of(text: &str, node: &Node) -> Result<Style, Refusal> {
        let begins: Vec<usize> = match &node.value {
            Value::Empty => Vec::new(),
            Value::List(items) => items.iter().filter_map(|item| dash_before(text, item.span.start)).collect(),
            Value::Map(entries) => entries.iter().map(|(key, _)| key.span.start).collect(),
            Value::Scalar { .. } | Value::Broken => return Err(Refusal::Form("a text alone does")),
        };
        let count = match &node.value {
            Value::List(items) => items.len(),
            Value::Map(entries) => entries.len(),
            _ => 0,
        };
        let is_empty = node.value == Value::Empty;
        if begins.len() != count || (count == 0 && !is_empty) {
            return Err(Refusal::Form("brackets do"));
        }
        let columns: Option<Vec<usize>> = begins.iter().map(|at| column(text, *at)).collect();
        // Inside brackets, entries stand wherever there is room.
        let columns = columns.ok_or(Refusal::Form("brackets, or signs in front of the first entry, do"))?;
        let indent = columns.first().copied().unwrap_or(0);
        if columns.iter().any(|column| *column != indent) {
            return Err(Refusal::Form("brackets do"));
        }
        let apart = begins.len() > 1 && begins.last().is_some_and(|at| line_above_is_free(text, *at));
        Ok(Style { indent, step: step(text, node, indent).unwrap_or(STEP), apart, line_break: line_break(text) })
    }

    fn put(&self, text: &str, entry: &Entry) -> String {
        let mut whole = text.to_owned();
        let body = text.trim_start_matches('\u{feff}');
        if !body.is_empty() && !body.ends_with(['\n', '\r']) {
            whole.push_str(self.line_break);
        }
        let last = lines(body).last().unwrap_or_default();
        if self.apart && !last.trim().is_empty() {
            whole.push_str(self.line_break);
        }
        for (depth, line) in entry {
            whole.push_str(&" ".repeat(self.indent + depth * self.step));
            whole.push_str(line);
            whole.push_str(self.line_break);
        }
        whole
    }
}

/// Where the dash of a list's entry stands whose contents begin at `at`.
fn dash_before(text: &str, at: usize) -> Option<usize> {
    let above = text.get(..at)?;
    let mut end = above.len();
    loop {
        let begin = above[..end].rfind(['\n', '\r']).map_or(0, |i| i + 1);
        let line = above[begin..end].trim_start_matches('\u{feff}');
        let plain = line.trim_start_matches(' ');
        let dash = end - plain.len();
        match plain.strip_prefix('-') {
            Some(rest) if rest.is_empty() || rest.starts_with(' ') => return Some(dash),
            // Remarks and free lines may stand between a dash and what belongs to it.
            _ if plain.trim().is_empty() || plain.starts_with('#') => end = begin.checked_sub(1)?,
            _ => return None,
        }
    }
}

/// The spaces in front of `at`; `None` where there is something else.
fn column(text: &str, at: usize) -> Option<usize> {
    let above = text.get(..at)?;
    let begin = above.rfind(['\n', '\r']).map_or(0, |i| i + 1);
    let before = above[begin..].trim_start_matches('\u{feff}');
    before.bytes().all(|byte| byte == b' ').then_some(before.len())
}

/// How much further to the right the fields of an entry stand, where any entry shows it.
fn step(text: &str, node: &Node, indent: usize) -> Option<usize> {
    let Value::Map(entries) = &node.value else { return None };
    let inside = entries.iter().find_map(|(_, value)| match &value.value {
        Value::Map(fields) => column(text, fields.first()?.0.span.start),
        _ => None,
    });
    inside?.checked_sub(indent).filter(|step| *step > 0)
}

/// Whether a free line stands above the entry that begins in the line of `at`, and above the remarks that belong to it.
fn line_above_is_free(text: &str, at: usize) -> bool {
    let begin = text[..at].rfind(['\n', '\r']).map_or(0, |i| i + 1);
    let above: Vec<&str> = lines(&text[..begin]).collect();
    let above = above.iter().rev().find(|line| !line.trim_start().starts_with('#'));
    above.is_some_and(|line| line.trim().is_empty())
}

/// The lines of a text, whatever breaks them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let text = text.strip_suffix(['\n', '\r']).map(|text| text.strip_suffix('\r').unwrap_or(text)).unwrap_or(text);
    let by_line_feed = text.contains('\n');
    text.split(move |c| if by_line_feed { c == '\n' } else { c == '\r' })
}

fn line_break(text: &str) -> &'static str {
    match (text.contains("\r\n"), text.contains('\n'), text.contains('\r')) {
        (true, _, _) => "\r\n",
        (false, false, true) => "\r",
        _ => "\n",
    }
}

/// Whether `whole` says what `before` says, and one entry more.
fn is_one_longer(before: &Node, whole: &str) -> bool {
    let mut diagnostics = Diagnostics::new();
    let file = SourceFile::new("", whole.as_bytes().to_vec());
    let after = yaml::read(&file, &mut diagnostics);
    let Some(after) = after.filter(|_| !diagnostics.has_errors()) else { return false };
    match (&before.value, &after.value) {
        (Value::Empty, Value::List(items)) => items.len() == 1,
        (Value::Empty, Value::Map(entries)) => entries.len() == 1,
        (Value::List(old), Value::List(new)) => new.len() == old.len() + 1 && are_same_items(old, new),
        (Value::Map(old), Value::Map(new)) => new.len() == old.len() + 1 && are_same_fields(old, new),
        _ => false,
    }
}

fn is_same(old: &Node, new: &Node) -> bool {
    match (&old.value, &new.value) {
        (Value::Empty, Value::Empty) => true,
        // Where the last line had no break, a text of several lines gets one at its end.
        (Value::Scalar { text: old, .. }, Value::Scalar { text: new, .. }) => old.trim_end() == new.trim_end(),
        (Value::List(old), Value::List(new)) => old.len() == new.len() && are_same_items(old, new),
        (Value::Map(old), Value::Map(new)) => old.len() == new.len() && are_same_fields(old, new),
        _ => false,
    }
}

/// Whether the entries of `old` stand at the beginning of `new`.
fn are_same_items(old: &[Node], new: &[Node]) -> bool {
    old.iter().zip(new).all(|(old, new)| is_same(old, new))
}

/// The same of fields.
fn are_same_fields(old: &[(Located<String>, Node)], new: &[(Located<String>, Node)]) -> bool {
    old.iter().zip(new).all(|((a, old), (b, new))| a.value == b.value && is_same(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn appended(text: &str, entry: &[(usize, &str)]) -> Result<String, String> {
        let entry = entry.iter().map(|(depth, line)| (*depth, (*line).to_owned())).collect();
        let file = SourceFile::new("acme/tasks.yml", text.as_bytes().to_vec());
        append(&file, &entry).map_err(|refusal| match refusal {
            Refusal::Broken(problems) => problems.sorted().iter().map(|one| one.code).collect::<Vec<_>>().join(" "),
            Refusal::Form(what) => what.to_owned(),
        })
    }

    #[track_caller]
    fn adds(text: &str, entry: &[(usize, &str)], added: &str) {
        let whole = appended(text, entry);
        assert_eq!(whole, Ok(format!("{text}{added}")), "what is there stays as it is");
    }

    const TASK: &[(usize, &str)] = &[(0, "- title: New")];
    const TERM: &[(usize, &str)] = &[(0, "New:"), (1, "short: New")];

    #[test]
    fn an_entry_takes_after_those_above_it() {
        adds("- title: One\n  due: 2026-01-01\n", TASK, "- title: New\n");
        adds("  - title: One\n    due: 2026-01-01\n", TASK, "  - title: New\n");
        adds("-\n  title: One\n", TASK, "- title: New\n");
        adds("- # a remark\n\n  title: One\n", TASK, "- title: New\n");
        adds("- title: One\n\n- title: Two\n", TASK, "\n- title: New\n");
        adds("- title: One\n\n# about two\n- title: Two\n", TASK, "\n- title: New\n");
        adds("- title: One\n\n- title: Two\n\n", TASK, "- title: New\n");
        adds("One: x\nTwo:\n    short: y\n", TERM, "New:\n    short: New\n");
        adds("  One: x\n", TERM, "  New:\n    short: New\n");
        adds("\"One\": x\n\nTwo: y\n", TERM, "\nNew:\n  short: New\n");
    }

    #[test]
    fn breaks_of_lines_are_those_of_the_file() {
        adds("- title: One", TASK, "\n- title: New\n");
        adds("- title: One\r\n- title: Two", TASK, "\r\n- title: New\r\n");
        adds("- title: One\r\n\r\n- title: Two\r\n", TASK, "\r\n- title: New\r\n");
        adds("- title: One\r- title: Two\r", TASK, "- title: New\r");
        adds("\u{feff}- title: One\n", TASK, "- title: New\n");
        adds("\u{feff}One: x\n", TERM, "New:\n  short: New\n");
    }

    #[test]
    fn a_file_without_entries_gets_its_first() {
        adds("", TASK, "- title: New\n");
        adds("# What you are to do", TASK, "\n- title: New\n");
        adds("---\n", TASK, "- title: New\n");
        adds("\n\n", TERM, "New:\n  short: New\n");
    }

    #[test]
    fn the_end_of_the_last_entry_does_not_change() {
        adds("- title: One\n  why: |\n    Text\n\n", TASK, "- title: New\n");
        adds("- title: One\n  why: >\n    Text", TASK, "\n- title: New\n");
        adds("- title: One\n  needs: [a,\n    b]\n# the end\n", TASK, "- title: New\n");
        adds("- title: One # a remark", TASK, "\n- title: New\n");
        adds("One: |+\n  Text\n\n\n", TERM, "New:\n  short: New\n");
    }

    #[test]
    fn what_leaves_no_room_is_left_alone() {
        for text in [
            "[]",
            "[{title: One}]\n",
            "- title: One\n...\n",
            "--- [a]\n",
            "~\n",
            "null",
            "One\n",
            "&all\n- title: One\n...\n",
        ] {
            let refused = appended(text, TASK);
            assert!(
                refused.as_ref().is_err_and(|why| why.ends_with("do") || why.ends_with("does")),
                "{text:?}: {refused:?}"
            );
        }
        for text in ["{}", "{One: x}\n", "One: x\n...\n", "- One\n"] {
            assert!(appended(text, TERM).is_err(), "{text:?}");
        }
        assert!(appended("One: x\n", TASK).is_err());
    }

    #[test]
    fn what_is_broken_is_said() {
        assert_eq!(appended("- title: One\n---\n- title: Two\n", TASK), Err("yaml-syntax".to_owned()));
        assert_eq!(appended("- title: [One\n", TASK), Err("yaml-syntax".to_owned()));
        assert_eq!(appended("- title: One\n  title: Two\n", TASK), Err("duplicate-field".to_owned()));
    }
}
