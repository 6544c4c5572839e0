//! Where a hint points to: at the word that it names, whatever is written around it.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::select;
use vestibule::build;
use vestibule::check::BASE;
use vestibule::diagnostic::{Diagnostic, Diagnostics};
use vestibule::source::scan;

use crate::checks::{TODAY, example};

/// One paragraph or two. `{}` is an abbreviation, and only the last of them is read as one; `#` is a number of its own.
const PARAGRAPHS: &[&str] = &[
    "The {}.",
    "The `{}` and the {}.",
    "<!-- {} -->\n\nthe {} <!-- and it ends -->",
    "the <!-- {} --> \\*{}\\*",
    "<p title=\"{}\">one &amp; two <!-- {} -->\n{} é &lt;three></p>",
    "<kbd>{}</kbd> <kbd>`{}`</kbd> *é* __{}__",
    "> one\n> <p>two &copy; &eacute;&nGt;\n> {}</p>",
    "> one\n> > &quot;two &\n> > **{}**",
    "- [one {}] and [two](https://example.com/a) &ngE; &amp;",
    "- [`{}`](https://example.com/{}) a https://example.com/{} and {}",
    "<https://example.com/{}> &#38; &amp;amp; {}",
    "| `{}` | a \\| b |\n|---|---|\n| c &amp; d | \\| é **{}** |",
    "```\n{}\n```\n\né 日本 {}",
    "~~~ js\n{}\n~~~\n\n~~two~~ {}s",
    "## One &copy; `{}` {} ##",
    "One[^#].\n\n[^#]: é `{}` &mdash; {}",
    "soft\n   break *and* \"{}\"",
    "hard  \nbreak\\\n{}",
    "1. [ ] one\n2. [x] two `{}`\n   {}",
];

/// Some of these paragraphs, each with an abbreviation of its own, and these abbreviations.
fn texts() -> impl Strategy<Value = (String, Vec<String>)> {
    proptest::collection::vec(select(PARAGRAPHS), 1..12).prop_map(|paragraphs| {
        let letter = |at: usize| char::from(b'A' + u8::try_from(at).expect("there are few"));
        let words: Vec<String> = (0..paragraphs.len()).map(|at| format!("Q{}Z", letter(at))).collect();
        let filled = paragraphs.iter().zip(&words).enumerate();
        let text =
            filled.map(|(at, (text, word))| text.replace("{}", word).replace("[^#]", &format!("[^{at}]")) + "\n\n");
        (text.collect(), words)
    })
}

/// The ways in which a text is written into a file.
#[derive(Debug, Clone, Copy)]
enum Form {
    Page,
    PageOfWindows,
    LinesOfAField,
    QuotedField,
    FieldInSingleQuotes,
}

impl Form {
    /// The path of the file below the client's folder, and what it holds.
    fn write(self, text: &str) -> (&'static str, String) {
        let lines = text.trim_end().replace('\n', "\n    ");
        let escaped = || text.replace('\\', "\\\\").replace('"', "\\\"").replace('é', "\\u00e9");
        match self {
            Form::Page => ("docs/start.md", format!("---\ntitle: Start\n---\n{text}")),
            Form::PageOfWindows => ("docs/start.md", format!("\u{feff}# Start\n\n{text}").replace('\n', "\r\n")),
            Form::LinesOfAField => ("tasks.yml", format!("- title: Photos\n  why: |\n    {lines}\n")),
            Form::QuotedField => {
                ("tasks.yml", format!("- why: \"{}\"\n  title: Photos\n", escaped().replace('\n', "\\n\\\n    ")))
            }
            Form::FieldInSingleQuotes => {
                let doubled = text.trim_end().replace('\'', "''").replace('\n', "\n\n    ");
                ("tasks.yml", format!("- title: Photos\n  why: '{doubled}'\n"))
            }
        }
    }
}

fn hints(files: &[(&str, &str)]) -> Vec<Diagnostic> {
    let workspace = example(BASE);
    for (path, text) in files {
        workspace.write(&format!("acme/{path}"), text);
    }
    let scanned = scan(&workspace.path("")).expect("this is a workspace");
    let mut found = Diagnostics::new();
    build::check(&scanned, scanned.clients(), TODAY, &mut found);
    found.sorted().into_iter().cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_hint_points_at_the_word_that_it_names(
        (text, words) in texts(),
        form in select(vec![
            Form::Page, Form::PageOfWindows, Form::LinesOfAField, Form::QuotedField, Form::FieldInSingleQuotes,
        ]),
    ) {
        let (path, written) = form.write(&text);
        let found = hints(&[("glossary.yml", "Basket: What a visitor means to buy.\n"), (path, &written)]);
        let unexplained: Vec<&Diagnostic> = found.iter().filter(|hint| hint.code == "unexplained-acronym").collect();
        prop_assert_eq!(unexplained.len(), words.len(), "{}\n{:?}", written, found);
        for hint in unexplained {
            let word = words.iter().find(|word| hint.message.starts_with(&format!("`{word}`"))).expect("it is one of them");
            let at = written.rfind(word.as_str()).expect("it is written");
            let line = written[..at].matches('\n').count() + 1;
            let begin = written[..at].rfind('\n').map_or(0, |end| end + 1);
            let column = written[begin..at].trim_start_matches('\u{feff}').chars().count() + 1;
            let place = (hint.place.line as usize, hint.place.column as usize);
            prop_assert_eq!(place, (line, column), "{} in {}", word, written);
            let excerpt = hint.place.excerpt.as_ref().expect("a line is shown");
            prop_assert!(excerpt.line[excerpt.marked.clone()].starts_with(word.as_str()), "{:?}", excerpt);
        }
    }
}

/// How long it takes to say of so many lines that they are still to be written.
fn time_for(lines: usize) -> Duration {
    let text = format!("# Start\n\n{}", "…\n\n".repeat(lines));
    let began = Instant::now();
    let found = hints(&[("docs/start.md", &text)]);
    assert_eq!(found.iter().filter(|hint| hint.code == "placeholder").count(), lines);
    began.elapsed()
}

/// Whoever looks through all of a text for each hint takes sixteen times as long for four times as many. Other work on
/// the same computer can be in the way once, and not five times.
#[test]
fn four_times_as_many_hints_take_four_times_as_long() {
    let is_linear = |_| time_for(20_000) < time_for(5_000) * 9;
    assert!((0..5).any(is_linear));
}
