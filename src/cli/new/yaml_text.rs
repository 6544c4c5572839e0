//! Writing YAML: texts with quotes where they need them, and whole trees.

use crate::yaml::{Node, Value};

/// How far a part lies to the right of what it is part of, in files that are made here.
pub(super) const STEP: usize = 2;

/// A text as a value, or as the name of a field, on one line.
pub(super) fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A map or a list as lines that begin `indent` columns to the right; ends with a line break. Texts of more than one line
/// stay so.
pub(super) fn block(node: &Node, indent: usize) -> String {
    let mut out = String::new();
    match &node.value {
        Value::Map(entries) => {
            for (key, value) in entries {
                out.push_str(&" ".repeat(indent));
                out.push_str(&field(&key.value, value, indent));
            }
        }
        Value::List(items) => {
            for item in items {
                out.push_str(&entry(item, indent));
            }
        }
        Value::Empty | Value::Scalar { .. } | Value::Broken => {}
    }
    out
}

/// One entry of a list, which begins `indent` columns to the right.
pub(super) fn entry(item: &Node, indent: usize) -> String {
    let dash = format!("{}- ", " ".repeat(indent));
    match &item.value {
        Value::Scalar { text, .. } => format!("{dash}{}\n", text_at(text, indent)),
        Value::Empty | Value::Broken => format!("{}\n", dash.trim_end()),
        // The first line of what is inside stands behind the dash.
        Value::Map(_) | Value::List(_) => match block(item, indent + STEP) {
            inside if inside.is_empty() => format!("{dash}{}\n", nothing(&item.value)),
            inside => format!("{dash}{}", &inside[indent + STEP..]),
        },
    }
}

/// `name: value`, of which the name stands `indent` columns to the right; without the indentation of its first line.
pub(super) fn field(name: &str, value: &Node, indent: usize) -> String {
    let name = scalar(name);
    match &value.value {
        Value::Scalar { text, .. } => format!("{name}: {}\n", text_at(text, indent)),
        Value::Empty | Value::Broken => format!("{name}:\n"),
        Value::Map(_) | Value::List(_) => match block(value, indent + STEP) {
            inside if inside.is_empty() => format!("{name}: {}\n", nothing(&value.value)),
            inside => format!("{name}:\n{inside}"),
        },
    }
}

fn nothing(value: &Value) -> &'static str {
    if matches!(value, Value::List(_)) { "[]" } else { "{}" }
}

fn text_at(text: &str, indent: usize) -> String {
    literal(text, indent + STEP).unwrap_or_else(|| scalar(text))
}

/// A text of several lines below a `|`; `None` where that would not keep every character.
fn literal(text: &str, indent: usize) -> Option<String> {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let keeps = |c: char| c == '\n' || (!c.is_control() && !is_line_break(c) && c != '\u{feff}');
    let fits = (body.len() < text.len() || body.contains('\n'))
        && !body.is_empty()
        && body.chars().all(keeps)
        && !body.starts_with([' ', '\n'])
        && !body.ends_with('\n');
    // Where a line is nothing but spaces, it is not sure whether they count.
    if !fits || body.lines().any(|line| !line.is_empty() && line.trim_start_matches(' ').is_empty()) {
        return None;
    }
    let mut out = (if text.ends_with('\n') { "|" } else { "|-" }).to_owned();
    for line in body.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&" ".repeat(indent));
            out.push_str(line);
        }
    }
    Some(out)
}

/// Whether a text means itself without quotes, in every YAML that is in use: nothing in it is a sign, and it is no word
/// that means nothing at all.
fn is_plain(text: &str) -> bool {
    const SIGNS: &str = " -_.,;'()/&+%?!=@*…’‘“”„«»–—·€£$";
    let known = |c: char| c.is_alphanumeric() || SIGNS.contains(c) || c == ':';
    text.starts_with(char::is_alphanumeric)
        && text.chars().all(known)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !["null", "Null", "NULL"].contains(&text)
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for (at, c) in text.char_indices() {
        match c {
            // At the beginning, such a space passes for indentation.
            c if at == 0 && c.is_whitespace() && !c.is_ascii() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || is_line_break(c) || c == '\u{feff}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)))
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What only some programs take for the end of a line.
fn is_line_break(c: char) -> bool {
    ['\u{85}', '\u{2028}', '\u{2029}'].contains(&c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostic::{Diagnostics, Span};
    use crate::source::SourceFile;
    use crate::yaml::{Located, parse};

    fn read(text: &str) -> Option<Node> {
        let mut diagnostics = Diagnostics::new();
        let file = SourceFile::new("x.yml", text.as_bytes().to_vec());
        let node = parse(&file, text, Span::new(0..text.len()), &mut diagnostics);
        assert!(diagnostics.sorted().is_empty(), "{text}\n{diagnostics:?}");
        node
    }

    fn written(text: &str) -> String {
        block(&read(text).expect("it can be read"), 0)
    }

    #[test]
    fn texts_have_quotes_where_they_need_them() {
        for (text, yaml) in [
            ("Design approved", "Design approved"),
            ("2026-11-20", "2026-11-20"),
            ("no", "no"),
            ("Ціна 100 % (за рік)", "Ціна 100 % (за рік)"),
            ("10:30", "10:30"),
            ("Stage: two", "\"Stage: two\""),
            ("C#", "\"C#\""),
            ("a #1", "\"a #1\""),
            ("- a", "\"- a\""),
            ("null", "\"null\""),
            ("~", "\"~\""),
            ("", "\"\""),
            ("say \"yes\"", "\"say \\\"yes\\\"\""),
            ("[x]", "\"[x]\""),
            ("ends:", "\"ends:\""),
        ] {
            assert_eq!(scalar(text), yaml);
        }
    }

    #[test]
    fn trees_are_written_as_a_person_would() {
        let text = "- title: One\n  steps:\n    - title: a\n    - b\n  means: |\n    First\n\n      second\n  none: []\n- two\n";
        assert_eq!(written(text), text);
        let text = "Go-live:\n  short: \"a: b\"\n  aka:\n    - live\n\"C#\": A language\n";
        assert_eq!(written(text), text);
    }

    fn node(depth: u32) -> impl Strategy<Value = Node> {
        let span = Span::new(0..0);
        let leaf = prop_oneof!["[ -~]{0,12}", "\\PC{0,8}", "[a-c \n]{0,12}", "[\\x00-\\x20:#|>'\"-]{0,6}"]
            .prop_filter("no file holds a NUL", |text| !text.contains('\0'))
            .prop_map(move |text| Node { span, value: Value::Scalar { text, plain: false } });
        leaf.prop_recursive(depth, 24, 4, move |inner| {
            // What begins with a sign is taken for a slip in a name, quotes or not.
            let key = "[a-zA-Z][a-zA-Z:# '\"-]{0,8}|\\p{Cyrillic}[\\p{L}\\p{N}. ]{0,6}";
            prop_oneof![
                proptest::collection::vec(inner.clone(), 1..4)
                    .prop_map(move |items| Node { span, value: Value::List(items) }),
                proptest::collection::btree_map(key, inner, 1..4).prop_map(move |entries| {
                    let entries = entries.into_iter().map(|(key, node)| (Located { value: key, span }, node)).collect();
                    Node { span, value: Value::Map(entries) }
                }),
            ]
        })
    }

    /// A tree without places.
    fn meaning(node: &Node) -> String {
        match &node.value {
            Value::Empty | Value::Broken => "~".to_owned(),
            Value::Scalar { text, .. } => format!("{text:?}"),
            Value::List(items) => format!("{:?}", items.iter().map(meaning).collect::<Vec<_>>()),
            Value::Map(entries) => {
                format!("{:?}", entries.iter().map(|(key, node)| (&key.value, meaning(node))).collect::<Vec<_>>())
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_is_read_again(tree in node(3)) {
            prop_assume!(!matches!(tree.value, Value::Scalar { .. }));
            let text = block(&tree, 0);
            let again = read(&text).expect("it can be read");
            prop_assert_eq!(meaning(&again), meaning(&tree), "{}", text);
        }
    }
}
