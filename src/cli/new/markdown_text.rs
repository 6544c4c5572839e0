//! Words as Markdown.

/// A text on one line as Markdown that means nothing but these words.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let begins_list = match c {
            '-' | '+' | '=' => at == 0,
            '.' | ')' => at > 0 && text[..at].bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        if begins_list || "\\`*_[]<>#|~!&$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn signs_of_markdown_stand_for_themselves() {
        for (text, markdown) in [
            ("Two languages, or one?", "Two languages, or one?"),
            ("1. Paint", "1\\. Paint"),
            ("1) Paint", "1\\) Paint"),
            ("Version 1.2", "Version 1.2"),
            ("- a", "\\- a"),
            ("a-b (c)", "a-b (c)"),
            ("C# & *all* <b>", "C\\# \\& \\*all\\* \\<b\\>"),
        ] {
            assert_eq!(plain(text), markdown);
        }
    }
}
