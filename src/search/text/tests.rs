use super::*;
use crate::content::markdown::{Origin, parse};
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;

fn document(text: &str) -> Document {
    let file = SourceFile::new("page.md", text.as_bytes().to_vec());
    parse(text, Origin::at(&file, 0), &mut Diagnostics::new())
}

/// With one space between each two words.
fn in_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_text_in_sections() {
    let text = "Before, with *em*phasis.\n\n## Set **up**\n\nOne  \ntwo<br>three `a<b` &amp; co.\n\n- x\n- y\n\n### Deep\n\n\
                | a | b |\n|---|---|\n| c | d |\n\n```sh\nrun --now\n```\n";
    let document = document(text);
    let sections: Vec<(Option<(&str, &str)>, String)> =
        sections(&document).into_iter().map(|section| (section.heading, in_line(&section.text))).collect();
    assert_eq!(
        sections,
        [
            (None, "Before, with emphasis.".to_owned()),
            (Some(("set-up", "Set up")), "One two three a<b & co. x y".to_owned()),
            (Some(("deep", "Deep")), "a b c d run --now".to_owned()),
        ]
    );
}

#[test]
fn notes_pictures_and_links_are_text() {
    let text = "See [the plan](plan.md)[^1] ![A floor](a.png).\n\n> [!NOTE]\n> Mind it.\n\n[^1]: A note.\n";
    assert_eq!(in_line(&whole(&document(text))), "See the plan A floor . Mind it. A note.");
}

#[test]
fn all_that_a_text_says() {
    assert_eq!(in_line(&whole(&document("# One\n\nTwo.\n\n## Three\n"))), "One Two. Three");
    assert_eq!(in_line(&whole(&document(""))), "");
}
