use proptest::prelude::*;

use super::*;

/// The text with what is found in square brackets, each with its term's number.
fn marked(forms: &[&str], text: &str) -> String {
    marked_between(forms, text, Around::default())
}

fn marked_between(forms: &[&str], text: &str, around: Around<'_>) -> String {
    let matcher = Matcher::new(forms.iter().copied().enumerate());
    let mut out = String::new();
    let mut at = 0;
    for Match { range, term } in matcher.find(text, || around) {
        out.push_str(&format!("{}[{}:{term}]", &text[at..range.start], &text[range.clone()]));
        at = range.end;
    }
    out + &text[at..]
}

/// Forms, a text, and the same text marked.
#[track_caller]
fn all_are_marked(cases: &[(&[&str], &str)]) {
    for (forms, expected) in cases {
        let mut text = expected.replace('[', "");
        for number in 0..forms.len() {
            text = text.replace(&format!(":{number}]"), "");
        }
        assert_eq!(marked(forms, &text), *expected, "{forms:?}");
    }
}

#[test]
fn words_are_found_whole_and_whatever_their_case() {
    all_are_marked(&[
        (&["deploy"], "[Deploy:0], then [deploy:0] again: ([DEPLOY:0])"),
        (&["deploy"], "redeploy deploys deploy2 2deploy"),
        (&["deploy"], "_[deploy:0]_ \"[deploy:0]\" [deploy:0]/[deploy:0]"),
        (&["Staging site"], "the [staging site:0]. Staging sites, staging, site"),
        (&["Qualität", "é"], "[qualität:0] qualitäten [É:1]"),
        (&["C++", ".Net", "24/7"], "[c++:0], [.net:1] and [24/7:2], but not ASP.NET, C++11 or 124/7"),
    ]);
}

#[test]
fn the_longest_wins_and_none_begins_inside_another() {
    all_are_marked(&[
        (&["window", "booking window", "booking"], "a [booking window:1], a [window:0], a [booking:2]"),
        (&["a b", "b c d", "d"], "[a b:0] c [d:2]"),
        (&["a b c", "a b"], "[a b:1] d, [a b c:0]"),
        (&["a b", "a b!"], "[a b!:1] [a b:0]?"),
    ]);
}

#[test]
fn a_form_in_capitals_is_found_only_in_capitals() {
    all_are_marked(&[
        (&["IT", "API"], "[IT:0] is it: an [API:1], not an api or an Api"),
        (&["ПДВ"], "[ПДВ:0] і пдв"),
        (&["it", "IT"], "[it:0] [It:0] [IT:1]"),
        (&["A", "CO2"], "[a:0] [A:0] [CO2:1] co2"),
        (&["UTF-8"], "[UTF-8:0] utf-8"),
    ]);
}

#[test]
fn a_hyphen_joins_a_word_but_not_to_a_form_in_capitals() {
    all_are_marked(&[
        (
            &["live", "go-live"],
            "the [go-live:1], [Go\u{2011}live:1] and [go\u{2010}live:1] of a pre-go-live or go-lives",
        ),
        (&["live", "go"], "go-live, \u{ad}go-\u{ad}live"),
        (&["API", "koppeling"], "de [API:0]-koppeling, een [koppeling:1] en een B2B-[API:0]"),
        (&["API", "API-koppeling"], "de [API-koppeling:1] en de [API:0]-sleutel"),
        (&["voor", "nadelen"], "[voor:0]- en [nadelen:1], - [voor:0] -, [voor:0] - [nadelen:1], [voor:0]–[nadelen:1]"),
    ]);
}

#[test]
fn an_apostrophe_is_part_of_a_cyrillic_word_and_sets_off_others() {
    all_are_marked(&[
        (&["м'яч", "м", "зв\u{2bc}язок"], "[М\u{2019}яч:0] [м'яч:0] [м\u{2bc}яч:0] м'ята [м:1] [зв'язок:2]"),
        (&["сім", "комп"], "сім'я, комп\u{2bc}ютер, [сім:0]', '[комп:1]'"),
        (&["Foto", "API"], "de [foto:0]'s, the [API:1]\u{2019}s, l\u{2bc}[API:1], '[foto:0]'"),
        (&["foto's"], "[foto\u{2019}s:0] [Foto\u{2bc}s:0] foto"),
    ]);
}

#[test]
fn spaces_accents_and_soft_hyphens_may_be_written_in_several_ways() {
    all_are_marked(&[
        (&["staging  site"], "[staging\nsite:0] [staging\u{a0}site:0] [staging \u{202f}\t site:0]"),
        (&["реліз", "й"], "[реліз:0] [и\u{306}:1] [Й:1] и, и\u{301}"),
        (&["reünie", "reu\u{308}nie site"], "[REU\u{308}NIE:0] [reünie site:1] reunie reu"),
        (&["werkplaats"], "[werk\u{ad}plaats:0] werk\u{ad}plaatsen"),
        (&["ÜB"], "[ÜB:0] [U\u{308}B:0] üb"),
    ]);
}

#[test]
fn where_two_terms_have_a_form_the_first_has_it() {
    all_are_marked(&[(&["Release", "go-live", "release"], "a [release:0]")]);
}

#[test]
fn a_form_without_letter_or_digit_is_none() {
    assert!(Matcher::new([(0, ""), (1, " "), (2, "-"), (3, "\u{2bc}")]).is_empty());
}

#[test]
fn a_word_goes_on_beyond_its_text() {
    let between = |before, behind| Around { before, behind };
    for (text, around, expected) in [
        ("go", between("", ""), "[go:0]"),
        ("go", between("a ", " b"), "[go:0]"),
        ("go", between("n", ""), "go"),
        ("go", between("", "al"), "go"),
        ("go", between("", "-live"), "go"),
        ("go-", between("", "live"), "go-"),
        ("go-", between("", " live"), "[go:0]-"),
        ("-go", between("pre", ""), "-go"),
        (" go ", between("n", "al"), " [go:0] "),
        ("API", between("", "-sleutel"), "[API:1]"),
    ] {
        assert_eq!(marked_between(&["go", "API"], text, around), expected, "{around:?}");
    }
}

/// The same rules as one reads them, without regard to time: at every place every form, to every end.
fn found_the_slow_way(forms: &[(usize, String)], text: &str) -> Vec<Match> {
    let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut found = Vec::new();
    let mut free = 0;
    for start in edges.iter().copied() {
        let here = edges.iter().rev().filter(|end| start >= free && **end > start).find_map(|end| {
            let same = |form: &&(usize, String)| is_form(&form.1, text, start..*end);
            let exact = forms.iter().filter(|form| in_capitals(form.1.trim())).find(same);
            let (term, _) = exact.or_else(|| forms.iter().find(same))?;
            Some(Match { range: start..*end, term: *term })
        });
        free = here.as_ref().map_or(free, |here| here.range.end);
        found.extend(here);
    }
    found
}

fn is_form(form: &str, text: &str, range: Range<usize>) -> bool {
    let form = form.trim();
    let capitals = in_capitals(form);
    let plain = |text: &str| {
        let mut out = String::new();
        for c in text.chars() {
            match c {
                c if c.is_whitespace() && out.ends_with(' ') => {}
                c if c.is_whitespace() => out.push(' '),
                '\u{2019}' | '\u{2bc}' => out.push('\''),
                '\u{2010}' | '\u{2011}' => out.push('-'),
                '\u{ad}' => {}
                c if capitals => out.push(c),
                c => out.extend(c.to_lowercase()),
            }
        }
        out.nfc().collect::<String>()
    };
    let before: Vec<char> = text[..range.start].chars().rev().take(2).collect();
    let behind: Vec<char> = text[range.end..].chars().take(2).collect();
    let inside = &text[range];
    form.contains(is_word)
        && plain(form) == plain(inside)
        && !joined(inside.chars().next(), &before, capitals)
        && !joined(inside.chars().next_back(), &behind, capitals)
}

fn joined(edge: Option<char>, beyond: &[char], capitals: bool) -> bool {
    match beyond {
        [next, ..] if is_word(*next) => true,
        [next, letter] if is_word(*letter) && edge.is_some_and(is_word) => {
            (is_hyphen(*next) && !capitals)
                || (is_apostrophe(*next) && is_cyrillic(*letter) && edge.is_some_and(is_cyrillic))
        }
        _ => false,
    }
}

/// Words of few letters, so that much is found, with everything that joins and parts them.
const TEXT: &str = "([aBcйЙ\u{456}1 ]|[abA]{2}|a\u{ad}b|и\u{306}|[\u{a0}\n.+'\u{2019}\u{2bc}\u{2011}-]){0,14}";

proptest! {
    #[test]
    fn what_is_found_is_what_the_rules_say(texts in prop::collection::vec(TEXT, 1..6), text in TEXT) {
        let forms: Vec<(usize, String)> = texts.into_iter().enumerate().collect();
        let matcher = Matcher::new(forms.iter().map(|(term, form)| (*term, form.as_str())));
        prop_assert_eq!(matcher.find(&text, Around::default).collect::<Vec<_>>(), found_the_slow_way(&forms, &text));
    }

    #[test]
    fn what_is_found_is_in_order_and_consists_of_whole_words(forms in prop::collection::vec("\\PC{1,3}", 1..9), text in "\\PC*") {
        let matcher = Matcher::new(forms.iter().map(String::as_str).enumerate());
        let mut free = 0;
        for Match { range, term } in matcher.find(&text, Around::default) {
            prop_assert!(term < forms.len() && free <= range.start && range.start < range.end);
            let (before, behind) = (text[..range.start].chars().next_back(), text[range.end..].chars().next());
            prop_assert!(!before.is_some_and(is_word) && !behind.is_some_and(is_word));
            free = range.end;
        }
    }
}
