//! Making styles small: comments and white space are for whoever reads the source.

/// Styles without comments, without white space where it never has a meaning (at the ends of lines, around braces,
/// semicolons and commas), and without the last semicolon of a block. Strings are kept as they are.
pub(super) fn styles(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
        } else if c == '"' || c == '\'' {
            let end = string_end(rest, c);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if c.is_whitespace() {
            rest = rest.trim_start();
            let meaningless = |c: char| "{};,".contains(c);
            if !out.ends_with(meaningless) && !out.is_empty() && !rest.starts_with(meaningless) {
                out.push(' ');
            }
        } else {
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// Where the string that `text` begins with ends; a backslash keeps the next character from ending it.
pub(super) fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\\' if !escaped => escaped = true,
            c if c == quote && !escaped => return at + 1,
            _ => escaped = false,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_lose_what_has_no_meaning() {
        for (source, expected) in [
            ("/* a */ @layer a, b;\n\na  >  b {\n  color: red;\n}\n", "@layer a,b;a > b{color: red}"),
            ("a { width: calc(1px + 2px) }", "a{width: calc(1px + 2px)}"),
            ("a :hover, a:hover {}", "a :hover,a:hover{}"),
            ("a::before { content: \"  /* ; */ \\\" \"; }", "a::before{content: \"  /* ; */ \\\" \"}"),
            ("a { b: c }/* d", "a{b: c}"),
        ] {
            assert_eq!(styles(source), expected, "{source}");
        }
    }
}
