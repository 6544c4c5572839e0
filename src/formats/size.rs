//! Sizes of files.

/// A size in decimal units, with at most one place: `230 kB`, `1.4 MB`. A non-breaking space joins the two.
pub fn size(bytes: usize, decimal_mark: &str) -> String {
    match bytes {
        0..1_000 => format!("{bytes}\u{a0}B"),
        1_000..999_500 => format!("{}\u{a0}kB", (bytes + 500) / 1_000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}{decimal_mark}{}\u{a0}MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_in_words() {
        let words = [0, 999, 1_000, 1_499, 229_600, 999_499, 999_500, 1_449_999, 12_000_000].map(|n| size(n, ","));
        let expected = ["0 B", "999 B", "1 kB", "1 kB", "230 kB", "999 kB", "1,0 MB", "1,4 MB", "12,0 MB"];
        assert_eq!(words, expected.map(|word| word.replace(' ', "\u{a0}")));
    }
}
