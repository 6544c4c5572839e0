//! How the lines of a block lie: which of them begin an entry, as far as can be told from the outside.

use std::ops::Range;

/// What the entries of a block are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Lines that begin with `- `.
    List,
    /// Lines that begin with `name:`.
    Map,
}

/// A block of lines.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) kind: Kind,
    /// The spaces in front of its entries.
    column: usize,
    /// Where the lines that begin an entry start, in bytes, rising.
    begins: Vec<usize>,
    end: usize,
}

impl Layout {
    /// The layout of `text`; `None` where there is no line that says anything.
    pub(super) fn of(text: &str) -> Option<Self> {
        let said = || lines(text).filter(|(_, line)| says_something(line));
        let (_, first) = said().next()?;
        // `-title:` in the first line is a slip where other lines begin with `- `.
        let is_dash = |line: &str| line.trim_start_matches(' ').starts_with('-');
        let is_list = is_item(first.trim_start_matches(' '))
            || (is_dash(first) && said().any(|(_, line)| indent(line) == indent(first) && is_item(line.trim_start())));
        let kind = if is_list { Kind::List } else { Kind::Map };
        let is_entry = |line: &str| match kind {
            Kind::List => is_dash(line),
            Kind::Map => key_end(line.trim_start_matches(' ')).is_some(),
        };
        let column = said().filter(|(_, line)| is_entry(line)).map(|(_, line)| indent(line)).min();
        let column = column.unwrap_or_else(|| indent(first));
        let begins = said().filter(|(_, line)| indent(line) == column && is_entry(line)).map(|(start, _)| start);
        Some(Layout { kind, column, begins: begins.collect(), end: text.len() })
    }

    /// The entry of `text` that byte `at` belongs to: from its line to the next entry's, nothing of it before `from`. The
    /// line of a mistake is an entry of its own where it stands in the column of the others.
    pub(super) fn entry(&self, text: &str, at: usize, from: usize) -> Range<usize> {
        let next = self.begins.partition_point(|begin| *begin <= at);
        let start = next.checked_sub(1).map_or(from, |last| self.begins[last]);
        let line_start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let line = text[line_start..].split(['\n', '\r']).next().unwrap_or_default();
        let is_own = indent(line) == self.column && !line[self.column..].starts_with(['-', ']', '}']);
        let start = if is_own && says_something(line) { start.max(line_start) } else { start };
        start.max(from)..self.begins.get(next).copied().unwrap_or(self.end)
    }
}

/// The lines with where each begins, without their line breaks.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(['\n', '\r']).map(move |line| {
        at += line.len();
        (at - line.len(), line.trim_end_matches(['\n', '\r']))
    })
}

/// Whether there is more on a line than a remark or a mark of the document.
pub(super) fn says_something(line: &str) -> bool {
    let said = line.trim_start_matches([' ', '\t']);
    !said.is_empty() && !said.starts_with('#') && !line.starts_with('%') && line.trim_end() != "---"
}

pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn is_item(line: &str) -> bool {
    line.strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Where the `:` behind the name of a field stands, if the line begins with a field.
pub(super) fn key_end(line: &str) -> Option<usize> {
    if is_item(line)
        || line.starts_with(char::is_whitespace)
        || line.starts_with(['#', '[', ']', '{', '}', ',', '|', '>', '%', '@', '`', '?'])
    {
        return None;
    }
    let quoted = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    let from = match quoted {
        Some(quote) => line[1..].find(quote)? + 2,
        None => 0,
    };
    let colon = |at: &usize| {
        let behind = &line[at + 1..];
        behind.is_empty() || behind.starts_with([' ', '\t'])
    };
    let at = line[from..].match_indices(':').map(|(at, _)| from + at).find(colon)?;
    let remark = line[from..].find(" #").is_some_and(|remark| from + remark < at);
    (at > 0 && !remark && (quoted.is_none() || line[from..at].trim().is_empty())).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_begins_with_a_name_and_a_colon_is_a_field() {
        for (line, expected) in [
            ("name: Acme", Some(4)),
            ("name:", Some(4)),
            ("Go-live day: x: y", Some(11)),
            ("\"a: b\": c", Some(6)),
            ("name:Acme", None),
            ("- name: x", None),
            ("[a: b]", None),
            ("word # a: b", None),
            ("https://x.example/a", None),
            ("\tname: Acme", None),
            ("\u{a0}name: Acme", None),
            ("", None),
        ] {
            assert_eq!(key_end(line), expected, "{line}");
        }
    }

    #[test]
    fn an_entry_goes_to_the_next_line_that_begins_one() {
        let text = "# people\n- a: 1\n  b: 2\n\n- c: 3\n";
        let layout = Layout::of(text).expect("there are entries");
        assert_eq!(
            (layout.kind, layout.entry(text, 18, 0), layout.entry(text, text.len(), 0)),
            (Kind::List, 9..24, 24..31)
        );
    }
}
