//! Links that lead nowhere any more, as the words they stand for.

/// The text with the link or picture that begins at this place replaced by its words. `None` where none begins there that
/// is written with brackets. `line` and `column` count from 1, in characters.
pub(super) fn without_link(text: &str, line: u32, column: u32) -> Option<String> {
    let begin = offset(text, line, column)?;
    let link = &text[begin..];
    let words = link.strip_prefix('!').unwrap_or(link).strip_prefix('[')?;
    let words = &words[..closing(words, '[', ']')?];
    let after = begin + (link.len() - link.strip_prefix('!').unwrap_or(link).len()) + 1 + words.len() + 1;
    let rest = &text[after..];
    let end = match rest.chars().next() {
        Some('(') => after + 1 + closing(&rest[1..], '(', ')')? + 1,
        Some('[') => after + 1 + closing(&rest[1..], '[', ']')? + 1,
        _ => after,
    };
    Some(format!("{}{words}{}", &text[..begin], &text[end..]))
}

/// Where a place lies in the text, in bytes.
fn offset(text: &str, line: u32, column: u32) -> Option<usize> {
    let above: usize = text.split_inclusive('\n').take(usize::try_from(line.checked_sub(1)?).ok()?).map(str::len).sum();
    let mut columns = text.get(above..)?.char_indices();
    let (at, _) = columns.nth(usize::try_from(column.checked_sub(1)?).ok()?)?;
    Some(above + at)
}

/// Where the bracket is closed that was opened in front of the text. Between quotation marks, angle brackets and behind
/// a backslash, brackets do not count.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 1;
    let mut until = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if let Some(end) = until {
            until = (c != end).then_some(end);
        } else if open == '(' && (c == '"' || c == '<') {
            until = Some(if c == '<' { '>' } else { c });
        } else if open == '[' && c == '`' {
            until = Some(c);
        } else if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::without_link;

    #[test]
    fn the_words_of_a_link_stay() {
        for (before, column, after) in [
            ("See [the plan](../files/plan.pdf).", 5, "See the plan."),
            ("Dé [plan (new)](<a (b).md> \"x ) y\") here", 4, "Dé plan (new) here"),
            ("![A [nested] picture](x.png)", 1, "A [nested] picture"),
            ("[![alt](a.png)](b.md)", 1, "![alt](a.png)"),
            ("[a\\]b](c.md)", 1, "a\\]b"),
            ("[`]`](c.md)", 1, "`]`"),
            ("[plan][p] and", 1, "plan and"),
            ("[plan] and", 1, "plan and"),
            ("[a](b(c).md)(d)", 1, "a(d)"),
        ] {
            assert_eq!(without_link(before, 1, column).as_deref(), Some(after));
        }
        assert_eq!(without_link("One\nTwo [x](y)\nz", 2, 5).as_deref(), Some("One\nTwo x\nz"));
    }

    #[test]
    fn what_is_no_link_with_brackets_is_left_alone() {
        for (text, line, column) in [("<a href=\"x\">", 1, 1), ("[a](b", 1, 1), ("x", 3, 1), ("x", 1, 9)] {
            assert_eq!(without_link(text, line, column), None, "{text}");
        }
    }
}
