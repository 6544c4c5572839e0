//! Which byte of a file a byte of a value stems from, where the value is not written as it is read: over several lines,
//! indented, in quotes.

/// Stretches of a value that stand in the file as they are: where each begins in the value, and where in what is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aligned {
    stretches: Vec<(usize, usize)>,
    written: usize,
}

impl Aligned {
    /// Finds `value` in `written`, its place in a file. `None` where it is not there, as behind a `*name`.
    pub(super) fn new(written: &str, value: &str) -> Option<Self> {
        if written == value {
            return Some(Aligned { stretches: vec![(0, 0)], written: written.len() });
        }
        let mut reading = Reading { written, at: 0, quote: written.chars().next().filter(|c| matches!(c, '"' | '\'')) };
        if reading.quote.is_some() {
            reading.at = 1;
        }
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        for (at, c) in value.char_indices().filter(|(_, c)| !c.is_ascii_whitespace()) {
            let begin = reading.find(c)?;
            match stretches.last() {
                Some((value, written)) if begin - written == at - value => {}
                _ => stretches.push((at, begin)),
            }
        }
        Some(Aligned { stretches, written: written.len() })
    }

    /// Where byte `at` of the value stands in what is written.
    pub(super) fn written(&self, at: usize) -> usize {
        let next = self.stretches.partition_point(|(value, _)| *value <= at);
        let end = self.stretches.get(next).map_or(self.written, |(_, written)| *written);
        match next.checked_sub(1) {
            Some(last) => (self.stretches[last].1 + (at - self.stretches[last].0)).min(end),
            None => end,
        }
    }
}

struct Reading<'w> {
    written: &'w str,
    at: usize,
    quote: Option<char>,
}

impl Reading<'_> {
    /// Where the next character stands, which must be `c`.
    fn find(&mut self, c: char) -> Option<usize> {
        loop {
            let rest = &self.written[self.at..];
            let next = rest.chars().next()?;
            let begin = self.at;
            if next.is_ascii_whitespace() {
                self.at += 1;
            } else if next == '\\' && self.quote == Some('"') {
                let escaped = rest[1..].chars().next()?;
                self.at += match escaped {
                    'x' => 4,
                    'u' => 6,
                    'U' => 10,
                    escaped => 1 + escaped.len_utf8(),
                };
                self.written.get(self.at..)?;
                if !matches!(escaped, 'n' | 't' | 'r' | '\t' | '\n' | '\r' | ' ') {
                    return Some(begin);
                }
            } else if next == c {
                let is_doubled = c == '\'' && self.quote == Some('\'');
                self.at += if is_doubled { 2 } else { c.len_utf8() };
                self.written.get(self.at..)?;
                return Some(begin);
            } else {
                return None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stands(written: &str, value: &str, word: &str) -> Option<usize> {
        let aligned = Aligned::new(written, value)?;
        Some(aligned.written(value.find(word).expect("the word is in the value")))
    }

    #[test]
    fn words_are_found_where_they_are_written() {
        for (written, value) in [
            ("one two", "one two"),
            ("one\n\n    two [x](y)\n", "one\n\ntwo [x](y)\n"),
            ("one\r\n  [x](y)\r\n", "one\n[x](y)\n"),
            ("\"a \\\"q\\\" é\\\n   [x](y)\"", "a \"q\" é[x](y)"),
            ("\"\\u00e9\\n[x](y)\"", "é\n[x](y)"),
            ("'it''s [x](y)'", "it's [x](y)"),
        ] {
            let word = if value.contains("[x]") { "[x]" } else { "two" };
            assert_eq!(stands(written, value, word), written.find(word), "{written}");
        }
    }

    #[test]
    fn what_stands_elsewhere_is_not_found() {
        assert_eq!(Aligned::new("*name", "one two"), None);
        assert_eq!(Aligned::new("", "one"), None);
    }

    #[test]
    fn no_place_lies_behind_the_end() {
        let aligned = Aligned::new("a\n b", "a b").expect("it is there");
        assert_eq!((0..9).map(|at| aligned.written(at)).max(), Some(4));
    }
}
