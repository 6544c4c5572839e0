use super::*;
use crate::search::entry::{Kind, Unit};

fn doc(text: &str, below: &str) -> Entry {
    let mut entry = Entry::page(Kind::Doc, "/docs/a", "A");
    entry.say(text);
    entry.units.push(Unit { heading: "B".to_owned(), text: below.to_owned(), ..Unit::default() });
    entry
}

#[test]
fn long_texts_are_cut_behind_a_word() {
    assert_eq!(beginning("one two three", 9), "one two…");
    assert_eq!(beginning(" one\n\ntwo  three ", 9), "one two…");
    assert_eq!(beginning(" one\n\ntwo  three ", usize::MAX), "one two three");
    assert_eq!(beginning("one two three", 13), "one two three");
    assert_eq!(beginning("äöü äöü", 5), "äöü…");
    assert_eq!(beginning("unbreakable", 5), "unbre…");
    assert_eq!(beginning("東京都は日本の首都です。", 4), "東京都は…");
    assert_eq!(beginning("one", 0), "");
    assert_eq!(beginning("", 0), "");
}

#[test]
fn how_much_of_the_texts_is_kept() {
    let kept = |count: usize, length: usize| {
        let entry = doc(&"x".repeat(length), &"y".repeat(length));
        let Kept { titles, headings } = Kept::of(&vec![entry; count]);
        (titles, headings)
    };
    assert_eq!(kept(127, 1024), (usize::MAX, usize::MAX), "256 KiB");
    assert_eq!(kept(129, 1024), (320, 320), "a little more");
    assert_eq!(kept(400, 1024), (160, 160));
    assert_eq!(kept(800, 1024), (80, 80));
    assert_eq!(kept(1000, 1024), (60, 0));
    // Two bytes a letter: what is sent is counted in bytes, what is read in letters.
    let entry = doc(&"ж".repeat(512), &"ж".repeat(512));
    let Kept { titles, headings } = Kept::of(&vec![entry; 250]);
    assert_eq!((titles, headings), (80, 80));
}

/// Whatever is left shows the same, and counts the same, as the whole text.
#[test]
fn nothing_is_cut_that_anybody_would_be_shown() {
    let texts = [
        "one two three ".repeat(500),
        "a\u{b}b\u{c}  c\n\n".repeat(500),
        format!("{}é {}", "y ".repeat(150), "on ".repeat(900)),
        "x".repeat(9_000),
        format!("{} {}", "y".repeat(159), "z".repeat(9_000)),
        format!("{}  \n{} and so on", "y".repeat(160), "ж".repeat(400)),
        format!("{} {} {}", "y".repeat(159), "z".repeat(160), "on ".repeat(200)),
        "日本語".repeat(300),
        "short".to_owned(),
        String::new(),
    ];
    let whole: Vec<Entry> = texts.iter().cycle().take(160).map(|text| doc(text, text)).collect();
    let mut cut = whole.clone();
    leave_beginnings(&mut cut);
    let lengths: Vec<usize> = cut.iter().take(texts.len()).map(|entry| entry.units[1].text.len()).collect();
    assert_eq!(lengths, [321, 480, 323, 400, 400, 963, 400, 2_700, 5, 0]);
    for (cut, whole) in cut.iter().zip(&whole).flat_map(|(cut, whole)| cut.units.iter().zip(&whole.units)) {
        assert_eq!(cut.text.len() + cut.cut, whole.text.len());
        for most in [0, 1, SHORTEST, 80, 159, 160, 161, 319, 320] {
            assert_eq!(beginning(&cut.text, most), beginning(&whole.text, most), "{most}");
        }
    }
    for some in [1, 7, 40, 160] {
        let (cut, whole) = (Kept::of(&cut[..some]), Kept::of(&whole[..some]));
        assert_eq!((cut.titles, cut.headings), (whole.titles, whole.headings));
    }
}

#[test]
fn texts_that_may_be_shown_whole_stay_whole() {
    let mut entries = vec![doc(&"one two ".repeat(1_000), &"three ".repeat(1_000)); 10];
    let before = entries.clone();
    leave_beginnings(&mut entries);
    assert_eq!(entries, before);
}
