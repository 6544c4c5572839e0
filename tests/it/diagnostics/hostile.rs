//! Characters and constructions that nobody expects in a file of fields.

mod words;

use std::time::{Duration, Instant};

use vestibule::check::BASE;
use vestibule::content::markdown::{self, Origin};
use vestibule::diagnostic::{Diagnostics, Severity, Span};
use vestibule::source::SourceFile;
use vestibule::yaml::{self, Value};

use super::Case;
use crate::checks::example;

#[test]
fn all() {
    super::compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "zero-width characters in names",
        files: &[(
            "acme/client.yml",
            concat!("na\u{200b}me: Acme\n", "project\u{feff}: New\n", "address: harbour-42\n", "language\u{a0}: nl\n"),
        )],
        found: &[
            "acme/client.yml:1:3 error[invisible-character] a character that nobody sees (zero-width space, U+200B) stands in the name of this field | delete the name and type `name` anew",
            "acme/client.yml:2:8 error[invisible-character] a character that nobody sees (byte order mark, U+FEFF) stands in the name of this field | delete the name and type `project` anew",
            "acme/client.yml:4:9 error[invisible-character] a character that nobody sees (no-break space, U+00A0) stands in the name of this field | delete the name and type `language` anew",
        ],
    },
    Case {
        name: "a zero-width joiner belongs to a word",
        files: &[("acme/glossary.yml", concat!("می\u{200c}خواهم: I want\n", "ص\u{200c}ا:\n", "  short: x\n"))],
        found: &[],
    },
    Case {
        name: "no-break spaces as indentation",
        files: &[(
            "vestibule.yml",
            concat!("name: Linden\n", "contact:\n", "\u{a0}\u{a0}name: Mira\n", "\u{a0}\u{a0}email: m@x.example\n"),
        )],
        found: &[
            "vestibule.yml:3:1 error[invisible-character] this line is indented with spaces that do not count, as web pages have them | delete them and type spaces: two for each level",
            "vestibule.yml:4:1 error[invisible-character] this line is indented with spaces that do not count, as web pages have them | delete them and type spaces: two for each level",
        ],
    },
    Case {
        name: "no-break spaces below spaces",
        files: &[(
            "vestibule.yml",
            concat!("name: Linden\n", "contact:\n", "  name: Mira\n", "\u{a0}\u{a0}email: m@x.example\n"),
        )],
        found: &[
            "vestibule.yml:4:1 error[invisible-character] this line is indented with spaces that do not count, as web pages have them | delete them and type spaces: two for each level",
        ],
    },
    Case {
        name: "a no-break space behind the colon",
        files: &[("acme/client.yml", concat!("name:\u{a0}Acme\n", "project: New shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:1:1 error[not-a-field] the space after this `:` is one that does not count | write `name: Acme`",
        ],
    },
    Case {
        name: "a byte order mark in the middle",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project: New shop\n", "\u{feff}address: harbour-42\n"))],
        found: &[
            "acme/client.yml:3:1 error[invisible-character] a character that nobody sees (byte order mark, U+FEFF) stands here | delete this line and type it anew",
        ],
    },
    Case {
        name: "a full-width colon",
        files: &[
            ("acme/client.yml", concat!("name: Acme\n", "project： x\n", "address: harbour-42\n")),
            ("vestibule.yml", concat!("name: L\n", "contact:\n", "  name：Mira\n", "  email: m@x.example\n")),
        ],
        found: &[
            "acme/client.yml:2:1 error[not-a-field] `：` does not end a name, although it looks like a colon | write `project: x`",
            "vestibule.yml:3:3 error[not-a-field] `：` does not end a name, although it looks like a colon | write `name: Mira`",
        ],
    },
    Case {
        name: "a full-width colon alone",
        files: &[("acme/client.yml", "name：Acme\n")],
        found: &[
            "acme/client.yml:1:1 error[not-a-field] `：` does not end a name, although it looks like a colon | write `name: Acme`",
        ],
    },
    Case {
        name: "merge keys",
        files: &[
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "<<: {a: b}\n"),
            ),
            ("acme/glossary.yml", concat!("A: &a\n", "  short: x\n", "B:\n", "  <<: *a\n", "  aka: [y]\n")),
        ],
        found: &[
            "acme/client.yml:4:1 error[yaml-syntax] `<<` does not take fields over from elsewhere here | write the fields out where they are needed",
            "acme/glossary.yml:4:3 error[yaml-syntax] `<<` does not take fields over from elsewhere here | write the fields out where they are needed",
        ],
    },
    Case {
        name: "anchors",
        files: &[("acme/glossary.yml", concat!("A: &x text\n", "B: *x\n", "C: &y\n", "  short: *x\n", "D: *y\n"))],
        found: &[],
    },
    Case {
        name: "a directive",
        files: &[(
            "acme/client.yml",
            concat!("%YAML 1.2\n", "---\n", "name: Acme\n", "project: New shop\n", "address: harbour-42\n"),
        )],
        found: &[],
    },
    Case {
        name: "a directive without its line",
        files: &[(
            "acme/client.yml",
            concat!("%YAML 1.2\n", "name: Acme\n", "project: New shop\n", "address: harbour-42\n"),
        )],
        found: &[
            "acme/client.yml:2:1 error[yaml-syntax] this line does not fit the lines around it | every field is `name: value` on a line of its own; lines that belong together begin in the same column",
        ],
    },
    Case {
        name: "tags",
        files: &[(
            "acme/client.yml",
            concat!("name: !!str Acme\n", "project: !!int 12\n", "address: harbour-42\n", "langauge: nl\n"),
        )],
        found: &[
            "acme/client.yml:1:8 error[yaml-syntax] `!` at the beginning has a special meaning here | put the text in quotes",
            "acme/client.yml:2:11 error[yaml-syntax] `!` at the beginning has a special meaning here | put the text in quotes",
            "acme/client.yml:4:1 error[unknown-field] there is no field `langauge` here | did you mean `language`?",
        ],
    },
    Case {
        name: "several documents",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "---\n", "name: Acme\n", "...\n"),
        )],
        found: &[
            "acme/client.yml:4:1 error[yaml-syntax] a second document begins here | a file holds one document: remove the line `---`",
        ],
    },
    Case {
        name: "no, null and a tilde",
        files: &[
            ("acme/client.yml", concat!("name: no\n", "project: null\n", "address: harbour-42\n", "language: ~\n")),
            ("acme/glossary.yml", concat!("NO: no\n", "NULL: x\n", "\"~\": x\n")),
        ],
        found: &[
            "acme/client.yml:2:1 error[missing-field] `project` has no value | write it behind the colon, such as `project: New web shop`",
            "acme/glossary.yml:3:1 error[wrong-value] `~` cannot be a term: it has no letter and no digit | write the word as it stands in your texts, and an explanation behind it: `Go-live: what it means`",
        ],
    },
    Case {
        name: "complex keys",
        files: &[(
            "acme/client.yml",
            concat!("? name\n", ": Acme\n", "? project\n", ": New shop\n", "address: harbour-42\n", "? [a]\n", ": b\n"),
        )],
        found: &[
            "acme/client.yml:6:3 error[yaml-syntax] the name of a field is a text on one line | write `name: value`; put a name that begins with `[`, `{` or `*` in quotes",
        ],
    },
    Case {
        name: "line ends of old",
        files: &[
            ("acme/client.yml", "name: Acme\rproject: New shop\raddress: harbour-42\r"),
            ("acme/docs/start.md", "---\raudience: nobody\rdraft: true\r---\r\r##Costs\r"),
        ],
        found: &[
            "acme/docs/start.md:2:11 error[unknown-audience] there is no audience `nobody` | declare it in client.yml: `audiences: [nobody]`",
            "acme/docs/start.md:6:1 warning[not-a-heading] this is no heading, because there is no space after the `#` | write `## Costs`",
        ],
    },
    Case {
        name: "windows line ends and a mistake",
        files: &[(
            "acme/client.yml",
            concat!("name: A: b\r\n", "project: New shop\r\n", "address: harbour-42\r\n", "langauge: nl\r\n"),
        )],
        found: &[
            "acme/client.yml:1:8 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `name: \"A: b\"`",
            "acme/client.yml:4:1 error[unknown-field] there is no field `langauge` here | did you mean `language`?",
        ],
    },
    Case {
        name: "separators of lines that are none",
        files: &[(
            "acme/client.yml",
            concat!("name: Ac\u{2028}me\n", "project: New: shop\u{2028}x\n", "address: harbour-42\n"),
        )],
        found: &[
            "acme/client.yml:2:13 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `project: \"New: shop\u{2028}x\"`",
        ],
    },
    Case {
        name: "faces and text from right to left",
        files: &[("acme/client.yml", concat!("name: שלום עולם #1\n", "project: 🎉🎉: x\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:1:17 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes: `name: \"שלום עולם #1\"`; if a remark is meant, write a space after `#`",
            "acme/client.yml:2:12 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `project: \"🎉🎉: x\"`",
        ],
    },
    Case {
        name: "tabs",
        files: &[
            (
                "vestibule.yml",
                concat!("name: L\n", "contact:\n", "\tname: Mira\n", "\temail: m@x.example\n", "language: xx\n"),
            ),
            ("acme/glossary.yml", concat!("A:\n", "  short: x\n", "  means: |\n", "\ttext\n")),
        ],
        found: &[
            "acme/glossary.yml:4:1 error[yaml-tab] this line is indented with a tab | indent with spaces: two for each level",
            "vestibule.yml:3:1 error[yaml-tab] this line is indented with a tab | indent with spaces: two for each level",
            "vestibule.yml:5:11 error[unknown-language] there are no words for the language `xx` | there are words for `en`, `nl`; another language is one file, `locales/<language>.yml`, in a theme",
        ],
    },
    Case {
        name: "a field twice, once broken",
        files: &[("acme/client.yml", concat!("name: a: b\n", "name: c\n", "project: x\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:1:8 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `name: \"a: b\"`",
            "acme/client.yml:2:1 error[duplicate-field] `name` stands here a second time | it was already given on line 1: keep one of the two",
        ],
    },
    Case {
        name: "a text where fields should be",
        files: &[("acme/client.yml", "This is our client\n")],
        found: &[
            "acme/client.yml:1:1 error[wrong-shape] here should be fields (`name: value`), but this is a text | write one field per line, such as `name: Acme`",
        ],
    },
    Case {
        name: "a lock of which a part is broken is no lock",
        files: &[(
            "acme/access.lock",
            concat!(
                "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1\n",
                "epoch: 1\n",
                "epoch_id: 00112233445566778899aabbccddeeff\n",
                "salt: AAECAwQFBgcICQoLDA0ODw\n",
                "iterations: 600000\n",
                "people:\n",
                "  - name: Tom: x\n",
                "  - name: Ann\n"
            ),
        )],
        found: &[
            "acme/access.lock:7:14 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `name: \"Tom: x\"`",
        ],
    },
];

/// A glossary of 100,000 terms, of which every 2,000th is broken and has a broken neighbour.
#[test]
fn of_a_hundred_thousand_terms_only_the_broken_ones_are_reported() {
    let line = |n: usize| match n % 2_000 {
        7 => format!("term {n}: text: {n}\n"),
        8 => format!("term {n}: \"text\n"),
        _ => format!("term {n}: text\n"),
    };
    let text: String = (0..100_000).map(line).collect();
    let file = SourceFile::new("acme/glossary.yml", text.as_bytes());
    let begun = Instant::now();
    let mut diagnostics = Diagnostics::new();
    let node = yaml::parse(&file, &text, Span::new(0..text.len()), &mut diagnostics).expect("most can be read");
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    assert_eq!(diagnostics.count(Severity::Error), 100);
    assert!(diagnostics.is_incomplete("acme/glossary.yml") && !node.is_whole());
    let Value::Map(entries) = node.value else { panic!("it is a map") };
    assert!(entries.len() > 98_000, "{}", entries.len());
}

/// Values and links without number on one line: none looks at the whole line.
#[test]
fn a_line_with_very_many_values_is_read_in_a_moment() {
    let values: String = (0..100_000).map(|n| format!("w{n}, ")).collect();
    let open: String = (0..20_000).map(|n| format!("(w{n}, ")).collect();
    let begun = Instant::now();
    for text in [format!("aka: [{values}x]\n"), format!("aka: [{open}x]\n")] {
        let file = SourceFile::new("acme/glossary.yml", text.as_bytes());
        yaml::parse(&file, &text, Span::new(0..text.len()), &mut Diagnostics::new()).expect("it can be read");
    }
    for text in ["https://".repeat(50_000), "www.".repeat(50_000), "a.b@".repeat(50_000), ")".repeat(100_000)] {
        let text = format!("https://a.example/{text}");
        let file = SourceFile::new("acme/docs/start.md", text.as_bytes());
        let document = markdown::parse(&text, Origin::at(&file, 0), &mut Diagnostics::new());
        assert!(!document.references.is_empty());
    }
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}

#[test]
fn the_caret_stands_below_what_is_meant_also_behind_wide_characters() {
    let workspace = example(BASE);
    workspace.write("acme/client.yml", "name: 🎉日本: x\nproject: New shop\naddress: harbour-42\n");
    let ran = workspace.run(["check"]).ended_with(1);
    let shown = format!("{}{}", ran.stdout, ran.stderr);
    assert!(shown.contains("1 | name: 🎉日本: x\n  |             ^\n"), "{shown}");
}
