use proptest::prelude::*;

use super::*;

/// Counts up, two bytes at a time, from a number.
struct Counting(u16);

impl Entropy for Counting {
    fn fill(&mut self, bytes: &mut [u8]) {
        for pair in bytes.chunks_mut(2) {
            pair.copy_from_slice(&self.0.to_be_bytes()[..pair.len()]);
            self.0 = self.0.wrapping_add(1);
        }
    }
}

fn normal_text(text: &str) -> String {
    normal(text).expect("not empty").expose().to_owned()
}

#[test]
fn the_list_is_whole_and_every_word_can_be_typed() {
    assert_eq!(LIST.len(), 7_776);
    let distinct: std::collections::BTreeSet<_> = LIST.iter().collect();
    assert_eq!(distinct.len(), 7_776);
    assert!(LIST.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
}

#[test]
fn no_two_words_make_a_third() {
    let distinct: std::collections::BTreeSet<_> = LIST.iter().copied().collect();
    for word in LIST.iter().filter(|word| word.contains('-')) {
        assert!(!word.split('-').all(|part| distinct.contains(part)), "{word} can be drawn in two ways");
    }
}

#[test]
fn five_words_joined_by_hyphens() {
    assert_eq!(*generate(&mut Counting(0)), "abacus-abdomen-abdominal-abide-abiding");
}

#[test]
fn numbers_that_would_favour_early_words_are_drawn_again() {
    assert_eq!(below(7_776, &mut Counting(62_207)), 7_775);
    assert_eq!(below(7_776, &mut Counting(62_208)), 0, "62,208 to 65,535 are passed over, then comes 0");
}

#[test]
fn debug_shows_no_content() {
    assert!(!format!("{:?}", normal("abacus abdomen")).contains("abacus"));
}

/// Any text, or one out of what `normal` looks at.
const ANYTHING: &str =
    concat!(r"\PC*|", "[a-zA-Z \t\u{a0}\u{2010}-\u{2015}\u{2212}\u{ad}\u{200b}-\u{200d}\u{301}\u{212a}-]*");

/// What a phone may put between two words.
const JOINT: &str = "[ \t\u{a0}\u{2010}-\u{2015}\u{2212}\u{ff0d}\u{200b}]{0,2}[ -][ \u{2011}\u{ad}]{0,2}";

proptest! {
    #[test]
    fn normal_is_idempotent(text in ANYTHING) {
        if let Ok(once) = normal(&text) {
            prop_assert_eq!(normal_text(once.expose()), once.expose());
        }
    }

    #[test]
    fn generated_ones_are_normal_and_forgive_what_phones_do(
        start: u16,
        capital: [bool; 5],
        joints in prop::collection::vec(JOINT, 4),
        end in "[ \n]{0,2}",
    ) {
        let made = generate(&mut Counting(start));
        prop_assert_eq!(normal_text(&made), made.as_str());
        let mut typed = String::new();
        for (place, word) in made.splitn(5, '-').enumerate() {
            if place > 0 {
                typed.push_str(&joints[place - 1]);
            }
            let (first, rest) = word.split_at(1);
            typed.push_str(&if capital[place] { first.to_uppercase() } else { first.to_owned() });
            typed.push_str(rest);
        }
        prop_assert_eq!(normal_text(&format!("{end}{typed}{end}")), made.as_str());
    }
}
