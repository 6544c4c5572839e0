//! Whatever is written: nothing panics, and every place lies in the file.

use proptest::prelude::*;
use proptest::sample::select;
use vestibule::access::parse_lock;
use vestibule::content::doc::parse_doc;
use vestibule::content::glossary::parse_glossary;
use vestibule::content::item::Declared;
use vestibule::content::markdown::{self, Origin};
use vestibule::content::parse_agency;
use vestibule::diagnostic::human::Style;
use vestibule::diagnostic::{Diagnostic, Diagnostics, Place, Severity, Span, github, human, json};
use vestibule::source::SourceFile;
use vestibule::yaml::{self, Node, Value};

fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    ProptestConfig { cases: asked.cases.max(512), failure_persistence: None, ..asked }
}

/// Text out of the pieces that YAML is made of, more often nearly right than random characters are.
fn yaml_text() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "name",
        "audience",
        "people",
        "Go-live",
        "é",
        "日本",
        "\u{feff}",
        ": ",
        ":",
        " ",
        "  ",
        "    ",
        "\n",
        "\n",
        "\n  ",
        "\r\n",
        "\t",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "\"",
        "'",
        "\\",
        "|",
        ">",
        "&a ",
        "*a",
        "!x ",
        "#",
        " # ",
        " #1",
        "%",
        "@",
        "`",
        "? ",
        "---\n",
        "...\n",
        "~",
        "null",
        "true",
        "0",
        "<<<<<<<\n",
        "=======\n",
        "\u{85}",
        "\u{2028}",
        "\u{a0}",
    ]);
    prop_oneof![proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat()), any::<String>()]
}

/// Text out of the pieces that Markdown is made of.
fn markdown_text() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "---\n",
        "title: ",
        "a",
        "é",
        "日本",
        "🎉",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "    ",
        "\t",
        "# ",
        "## ",
        "{#x}",
        "> ",
        "- ",
        "1. ",
        "[ ] ",
        "[a](b.md)",
        "![",
        "](",
        ")",
        "[",
        "]",
        "[^1]",
        "[^1]: ",
        "<",
        ">",
        "<div>",
        "</div>",
        "<a href=\"",
        "\">",
        "<a href=x>",
        "</a>",
        "<img src=x>",
        "<b onclick=x>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<td>",
        "<table>",
        "|",
        "|-|\n",
        "```",
        "~~~",
        "`",
        "*",
        "**",
        "_",
        "~~",
        "&#106;",
        "&amp;",
        "\\",
        "> [!NOTE]\n",
        "https://a.b",
        "\u{feff}",
    ]);
    prop_oneof![proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat()), any::<String>()]
}

/// Fails unless every place is a line and column of `text`, and shows what stands there.
fn all_inside(diagnostics: &Diagnostics, text: &str) {
    for diagnostic in diagnostics.sorted() {
        inside(&diagnostic.place, text);
    }
}

fn inside(place: &Place, text: &str) {
    let lines: Vec<&str> = text.split('\n').collect();
    let (line, column) = (place.line as usize, place.column as usize);
    assert!((1..=lines.len()).contains(&line), "line {line} of {text:?}");
    assert!((1..=lines[line - 1].chars().count() + 1).contains(&column), "column {line}:{column} of {text:?}");
    if let Some(excerpt) = &place.excerpt {
        assert!(excerpt.line.get(excerpt.marked.clone()).is_some(), "{excerpt:?} of {text:?}");
    }
}

fn spans_inside(node: &Node, text: &str) {
    assert!(text.get(node.span.start..node.span.end).is_some(), "{:?} of {text:?}", node.span);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| spans_inside(item, text)),
        Value::Map(entries) => entries.iter().for_each(|(key, value)| {
            assert!(text.get(key.span.start..key.span.end).is_some(), "{:?} of {text:?}", key.span);
            spans_inside(value, text);
        }),
        Value::Empty | Value::Scalar { .. } | Value::Broken => {}
    }
}

fn place() -> impl Strategy<Value = Place> {
    (any::<String>(), any::<String>(), 0usize..200, 0usize..200, any::<bool>()).prop_map(|(file, text, a, b, whole)| {
        match whole {
            true => Place::whole_file(file.into()),
            false => Place::in_text(file.into(), &text, Span { start: a, end: b }),
        }
    })
}

fn diagnostic() -> impl Strategy<Value = Diagnostic> {
    let severity = select(vec![Severity::Error, Severity::Warning, Severity::Hint]);
    (severity, any::<String>(), place(), proptest::option::of(any::<String>()))
        .prop_map(|(severity, message, place, help)| Diagnostic { code: "broken-link", severity, message, place, help })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn yaml_of_any_text(text in yaml_text()) {
        let file = SourceFile::new("f.yml", text.as_bytes());
        let mut diagnostics = Diagnostics::new();
        let node = yaml::parse(&file, &text, Span::new(0..text.len()), &mut diagnostics);
        all_inside(&diagnostics, &text);
        prop_assert!(node.is_some() || diagnostics.has_errors());
        if let Some(node) = node {
            prop_assert!(node.is_whole() || diagnostics.has_errors(), "something is left out and nobody says so");
            spans_inside(&node, &text);
        }
    }

    #[test]
    fn yaml_readers_of_any_text(text in yaml_text()) {
        let file = SourceFile::new("f.yml", text.as_bytes());
        let languages = ["en".to_owned(), "nl".to_owned()];
        let mut diagnostics = Diagnostics::new();
        let lock = parse_lock(&file, &mut diagnostics);
        prop_assert!(lock.is_some() || diagnostics.has_errors(), "a lock that is broken and nobody says so");
        let mut others = Diagnostics::new();
        let agency = parse_agency(&file, &languages, &mut others);
        prop_assert!(agency.is_some() || others.has_errors());
        parse_glossary(&file, Declared::Unknown, &mut others);
        all_inside(&diagnostics, &text);
        all_inside(&others, &text);
    }

    #[test]
    fn markdown_of_any_text(text in markdown_text(), before in "[a-z\n]{0,5}") {
        let whole = format!("{before}{text}");
        let file = SourceFile::new("f.md", whole.as_bytes());
        let mut diagnostics = Diagnostics::new();
        let mut document = markdown::parse(&text, Origin::at(&file, before.len()), &mut diagnostics);
        all_inside(&diagnostics, &whole);
        let references = document.references.iter().map(|reference| reference.to.span);
        for span in references.chain(document.headings.iter().map(|heading| heading.span)) {
            prop_assert!(text.get(span.start..span.end).is_some(), "{span:?} of {text:?}");
            inside(&document.origin.place(span), &whole);
        }
        document.take_title(None);
    }

    #[test]
    fn pages_of_any_text(text in markdown_text()) {
        let file = SourceFile::new("acme/docs/f.md", text.as_bytes());
        let mut diagnostics = Diagnostics::new();
        let doc = parse_doc("docs/f.md", &file, Declared::Unknown, &mut diagnostics);
        prop_assert!(doc.is_some() || diagnostics.has_errors());
        all_inside(&diagnostics, &text);
    }

    #[test]
    fn any_problem_can_be_printed(found in proptest::collection::vec(diagnostic(), 0..4), colour in any::<bool>()) {
        let mut diagnostics = Diagnostics::new();
        diagnostics.extend(found);
        human::render(&diagnostics, Style { colour, hints: true });
        let rows: Vec<serde_json::Value> = serde_json::from_str(&json::render(&diagnostics)).expect("JSON");
        prop_assert_eq!(rows.len(), diagnostics.sorted().len());
        prop_assert_eq!(github::render(&diagnostics).lines().count(), rows.len());
    }
}
