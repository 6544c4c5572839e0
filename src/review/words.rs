//! Words in a text, whole ones.

/// Where `word` stands in `text` with no letter or digit going on before or behind it, in bytes.
pub(super) fn whole_word(text: &str, word: &str) -> Option<usize> {
    let goes_on = |edge: Option<char>, next: Option<char>| {
        edge.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let (before, behind) = (text[..*at].chars().next_back(), text[at + word.len()..].chars().next());
        !goes_on(word.chars().next(), before) && !goes_on(word.chars().next_back(), behind)
    })
}

#[cfg(test)]
mod tests {
    use super::whole_word;

    #[test]
    fn a_word_inside_another_is_not_found() {
        assert_eq!(whole_word("forgotten", "forgot"), None);
        assert_eq!(whole_word("unforgotten, forgot", "forgot"), Some(13));
        assert_eq!(whole_word("Mira's mistake", "'s mistake"), Some(4));
    }
}
