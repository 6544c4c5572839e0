//! What was said to come next, as a list.

/// The lines of a Markdown text as a list: every paragraph becomes an entry; lists, quotes, tables and the like stay what
/// they are. Boxes that are ticked or not are left out.
pub(super) fn list_of(source: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut kind = Kind::Entry;
    let mut fence: Option<String> = None;
    let mut after_free_line = true;
    for line in source.lines().map(str::trim_end) {
        if let Some(mark) = &fence {
            out.push(line.to_owned());
            if line.trim_start().starts_with(mark.as_str()) {
                fence = None;
            }
            continue;
        }
        if line.is_empty() {
            after_free_line = true;
            continue;
        }
        let before = kind;
        kind = Kind::of(line, before, after_free_line);
        let apart = kind != Kind::Entry && kind != Kind::Inside || before == Kind::Other && kind == Kind::Entry;
        // A list is one block; a second paragraph of an entry, and what is no list, stands apart.
        if after_free_line && !out.is_empty() && (apart || kind == Kind::Inside) {
            out.push(String::new());
        }
        if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            fence = Some(line.trim_start()[..3].to_owned());
        }
        out.push(match kind {
            Kind::Entry if is_entry(line) => without_box(line),
            Kind::Entry => format!("- {}", line.trim_start()),
            Kind::Text => format!("  {}", line.trim_start()),
            Kind::Inside => line.to_owned(),
            Kind::Other => deeper(line),
        });
        if kind == Kind::Text {
            kind = Kind::Entry;
        }
        after_free_line = false;
    }
    out
}

/// What a line is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The beginning of an entry.
    Entry,
    /// A further line of a paragraph that becomes an entry.
    Text,
    /// What lies inside an entry.
    Inside,
    /// Something that is no entry: a quote, a table, code, a heading.
    Other,
}

impl Kind {
    fn of(line: &str, before: Kind, after_free_line: bool) -> Kind {
        let plain = line.trim_start();
        let indented = line.len() - plain.len();
        if indented >= 2 && before != Kind::Other {
            return if is_entry(line) || after_free_line { Kind::Inside } else { Kind::Text };
        }
        if is_entry(line) {
            return Kind::Entry;
        }
        let is_definition = plain.starts_with('[') && plain.contains("]:");
        if plain.starts_with(['`', '~', '|', '>', '#', '<']) && is_block(plain) || is_definition {
            return Kind::Other;
        }
        match (after_free_line, before) {
            (true, _) => Kind::Entry,
            (false, Kind::Other) => Kind::Other,
            (false, _) => Kind::Text,
        }
    }
}

/// Whether a line that begins with a sign begins something other than a paragraph.
fn is_block(plain: &str) -> bool {
    match plain.as_bytes().first() {
        Some(b'`') => plain.starts_with("```"),
        Some(b'~') => plain.starts_with("~~~"),
        _ => true,
    }
}

/// Whether a line begins an entry of a list.
fn is_entry(line: &str) -> bool {
    let plain = line.trim_start();
    let rest = match plain.strip_prefix(['-', '*', '+']) {
        Some(rest) => Some(rest),
        None => {
            let number = plain.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = plain.len() - number.len();
            (1..=9).contains(&digits).then(|| number.strip_prefix(['.', ')'])).flatten()
        }
    };
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

fn without_box(line: &str) -> String {
    for mark in ["[ ] ", "[x] ", "[X] "] {
        if let Some((before, after)) = line.split_once(mark)
            && is_entry(before)
            && before.trim().len() <= 10
        {
            return format!("{before}{after}");
        }
    }
    line.to_owned()
}

/// A heading inside a part lies below the heading of that part.
fn deeper(line: &str) -> String {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    if level == 0 || level > 2 { line.to_owned() } else { format!("{}{line}", "#".repeat(3 - level)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(source: &str) -> String {
        list_of(source).join("\n")
    }

    #[test]
    fn a_list_stays_a_list() {
        assert_eq!(lines("\n- One\n  more\n- Two\n\n"), "- One\n  more\n- Two");
        assert_eq!(lines("1. One\n2. Two\n   - a\n   - b\n"), "1. One\n2. Two\n   - a\n   - b");
        assert_eq!(lines("- One\n\n  And more of it.\n\n- Two\n"), "- One\n\n  And more of it.\n- Two");
        assert_eq!(
            lines("- [ ] One [ ] x\n- [x] Two\n* [not a box](a.md)\n"),
            "- One [ ] x\n- Two\n* [not a box](a.md)"
        );
    }

    #[test]
    fn paragraphs_become_entries() {
        assert_eq!(lines("We paint the\n*boat*.\n\nThen we sail.\n"), "- We paint the\n  *boat*.\n- Then we sail.");
        assert_eq!(lines("We will:\n- paint\n- sail\n"), "- We will:\n- paint\n- sail");
        assert_eq!(lines("`code` first\n"), "- `code` first");
    }

    #[test]
    fn what_is_no_list_stays_what_it_is() {
        assert_eq!(
            lines("One.\n\n> A quote\n> of two lines\n\nTwo.\n"),
            "- One.\n\n> A quote\n> of two lines\n\n- Two."
        );
        assert_eq!(lines("## Sub\n\nText\n"), "### Sub\n\n- Text");
        assert_eq!(lines("```\n- a\n\nb\n```\n"), "```\n- a\n\nb\n```");
        assert_eq!(lines("| a | b |\n|---|---|\n| 1 | 2 |\n"), "| a | b |\n|---|---|\n| 1 | 2 |");
        assert_eq!(lines("[plan]: ../docs/plan.md\n"), "[plan]: ../docs/plan.md");
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(lines(" \n\n"), "");
    }
}
