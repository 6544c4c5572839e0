//! What a file of the default theme is for: the first sentence of the comment it begins with.

/// The first sentence of a file's first comment, on one line and without its full stop; empty where it begins with none.
pub(super) fn purpose(text: &str) -> String {
    let text = text.strip_prefix("// @ts-check\n").unwrap_or(text).trim_start();
    let comment = if let Some(rest) = text.strip_prefix("{#") {
        rest.split("#}").next().unwrap_or_default().trim_matches('-').to_owned()
    } else if let Some(rest) = text.strip_prefix("/*") {
        rest.split("*/").next().unwrap_or_default().to_owned()
    } else {
        let mark = if text.starts_with("//") { "//" } else { "#" };
        let lines = text.lines().map_while(|line| line.strip_prefix(mark));
        lines.collect::<Vec<_>>().join(" ")
    };
    let words: Vec<&str> = comment.split_whitespace().collect();
    let words = words.join(" ");
    words.split_once(". ").map_or(words.as_str(), |(first, _)| first).trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::purpose;

    #[test]
    fn the_first_sentence_of_the_first_comment_is_taken() {
        for (text, expected) in [
            (
                "/* Home: the first screen,\n   and what happened. More. */\na {}\n",
                "Home: the first screen, and what happened",
            ),
            ("// @ts-check\n// The day, in UTC. No clock.\n\nimport './a.js';\n", "The day, in UTC"),
            ("// @ts-check\n// One\n// two.\nconst a = 1;\n// Three.\n", "One two"),
            ("{#- Small parts (./parts.html). -#}\n<p>\n", "Small parts (./parts.html)"),
            ("# English. `gate` is public.\ngate:\n", "English"),
            ("<p>\n", ""),
        ] {
            assert_eq!(purpose(text), expected, "{text}");
        }
    }
}
