//! The formats of a tag as a whole, and the order of words.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn short(tag: &str) -> String {
    Formats::new(tag).date(day("2026-11-20"), DateStyle::Short).replace('\u{a0}', " ")
}

#[test]
fn english_of_no_country_and_of_most_countries_has_the_day_first() {
    for tag in ["en", "en-001", "en-GB", "en-NL", "en-UA", "en-FR", "en-Latn", "EN"] {
        assert_eq!(short(tag), "20 Nov 2026", "{tag}");
    }
    for tag in ["en-US", "en-us", "en-PH", "en-CA"] {
        assert_eq!(short(tag), "Nov 20, 2026", "{tag}");
    }
}

#[test]
fn what_is_no_tag_or_no_known_language_is_written_in_english() {
    for tag in ["", "-", "x", "english", "nl_NL_", "tlh", "xx", "und", "../../etc"] {
        assert_eq!(short(tag), "20 Nov 2026", "{tag}");
        assert_eq!(Formats::new(tag).weekday(Weekday::Tue), "Tuesday", "{tag}");
    }
}

#[test]
fn a_country_that_the_data_do_not_know_has_the_formats_of_its_language() {
    assert_eq!(short("nl-US"), "20 nov 2026");
    assert_eq!(short("uk-NL"), "20 лист. 2026\u{202f}р.");
}

#[test]
fn a_tag_cannot_ask_for_another_calendar_or_other_digits() {
    for tag in ["nl-u-ca-buddhist", "nl-u-nu-arab", "nl-NL-u-ca-islamic-nu-thai"] {
        assert_eq!(short(tag), "20 nov 2026", "{tag}");
        assert_eq!(Formats::new(tag).number(1_234), "1.234", "{tag}");
    }
    for tag in ["th", "fa", "ar-SA", "he", "ja"] {
        let year = Formats::new(tag).date(day("2026-11-20"), DateStyle::Full);
        assert!(year.contains("2026") || year.contains("۲۰۲۶") || year.contains("٢٠٢٦"), "{tag}: {year}");
    }
}

#[test]
fn words_are_chosen_by_the_number_in_them() {
    let english = |word: &str| match word {
        "one" => Some("{count} day"),
        "other" => Some("{count} days"),
        _ => None,
    };
    let ukrainian = |word: &str| match word {
        "one" => Some("{count} день"),
        "few" => Some("{count} дні"),
        "many" => Some("{count} днів"),
        "other" => Some("{count} дня"),
        _ => None,
    };
    for (number, in_english, in_ukrainian) in [
        (0, "0 days", "0 днів"),
        (1, "1 day", "1 день"),
        (3, "3 days", "3 дні"),
        (5, "5 days", "5 днів"),
        (21, "21 days", "21 день"),
        (1_200, "1,200 days", "1\u{a0}200 днів"),
    ] {
        assert_eq!(Formats::new("en").counted(number, english).as_deref(), Some(in_english));
        assert_eq!(Formats::new("uk").counted(number, ukrainian).as_deref(), Some(in_ukrainian));
    }
}

#[test]
fn words_that_are_missing_are_those_for_other_numbers() {
    let words = |word: &str| (word == "other").then_some("{count} of {count}");
    assert_eq!(Formats::new("uk").counted(1, words).as_deref(), Some("1 of 1"));
    assert_eq!(Formats::new("uk").counted(1, |_| None), None);
}

#[track_caller]
fn is_order(tag: &str, words: &str) {
    let formats = Formats::new(tag);
    let expected: Vec<&str> = words.split(' ').collect();
    let mut sorted = expected.clone();
    sorted.sort_unstable();
    sorted.sort_by(|one, other| formats.compare(one, other));
    assert_eq!(sorted, expected, "{tag}");
}

#[test]
fn words_are_in_the_order_of_the_language() {
    is_order("en", "api API apiary café cafés go-live Zebra");
    is_order("en-US", "Äpfel apple Apple apples zoo");
    is_order("nl", "één eend ijs Ijs ik Übermensch zee");
    is_order("de", "Apfel Äpfel Ärger Azur oft Öl strasse Straße Zebra");
    is_order("fr", "cote coté côte côté élan Été zéro");
    is_order("uk", "гора ґанок дім евро єдність жито зима ива ігри їжа йод");
    is_order("sv", "apa zebra åka ärlig öl");
}

#[test]
fn words_are_found_under_a_letter_of_the_language() {
    for (tag, words) in [
        ("en", "apple/A Éclair/E e\u{301}clair/E 4G/# .NET/# окно/О"),
        ("nl", "één/E ijs/I"),
        ("sv", "åka/Å apa/A"),
        ("de", "Äpfel/A"),
        ("uk", "йод/Й їжа/Ї"),
    ] {
        let formats = Formats::new(tag);
        for (word, letter) in words.split(' ').filter_map(|pair| pair.split_once('/')) {
            assert_eq!(formats.letter(word), letter, "{tag} {word}");
        }
    }
    assert_eq!(Formats::new("en").letter(""), "#");
}

#[test]
fn different_texts_are_never_equal() {
    let formats = Formats::new("en");
    for (one, other) in [("\u{e9}", "e\u{301}"), ("a", "a\u{200d}"), ("a", "A")] {
        assert_ne!(formats.compare(one, other), Ordering::Equal, "{one:?} {other:?}");
        assert_eq!(formats.compare(one, other), formats.compare(other, one).reverse());
    }
    assert_eq!(formats.compare("same", "same"), Ordering::Equal);
}

#[test]
fn formats_are_shared_between_threads() {
    fn is_shared<T: Send + Sync>(_: &T) {}
    is_shared(&Formats::new("en"));
}

proptest! {
    #[test]
    fn no_tag_crashes(tag in "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?(-[a-z0-9]{1,8}){0,2}|\\PC{0,12}", number: i64) {
        let formats = Formats::new(&tag);
        prop_assert!(!formats.date(day("2026-11-20"), DateStyle::Weekday).is_empty());
        prop_assert!(!formats.number(number).is_empty());
        formats.plural(number);
    }
}
