use serde_json::Value;

use super::*;

/// The scripts are held to the same file.
const VECTORS: &str = include_str!("../../../tests/vectors/search-words.json");

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word| words.push(word.to_owned()));
    words
}

#[test]
fn the_words_of_the_vectors() {
    let vectors: Value = serde_json::from_str(VECTORS).expect("vectors are JSON");
    let cases = vectors["cases"].as_array().expect("a list of cases");
    assert!(cases.len() > 25);
    for case in cases {
        let expected: Vec<&str> =
            case["words"].as_array().into_iter().flatten().map(|word| word.as_str().expect("a word")).collect();
        assert_eq!(words(case["text"].as_str().expect("a text")), expected, "{}", case["text"]);
    }
}

#[test]
fn a_folded_word_stays_as_it_is() {
    for word in words("Übergabe Maßstab œuvre об'єкт ΣΊΣΥΦΟΣ İstanbul ﬁne 東") {
        assert_eq!(words(&word), [word.as_str()]);
    }
}
