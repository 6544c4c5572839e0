//! Fields that take few words, with what would steer a terminal, a log or a reader of JSON: each is refused where it stands,
//! and what is said about it stays in its place.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use vestibule::check::BASE;

use crate::checks::example;
use crate::workspace::Workspace;

/// Files with a value at each `@` and `§`; every line that has a `@` is refused. What says nothing in letters is no status,
/// as in a template that nobody has filled in.
const FILES: &[(&str, &str)] = &[
    (
        "vestibule.yml",
        "name: Linden\ncontact:\n  name: Mira\n  email: @\n  phone: @\nlanguage: @\ntimezone: @\nbrand:\n  accent: @\n  logo: @\nclosed_days:\n  - @\nbase_url: @\nallow:\n  - check: @\n    why: x\n",
    ),
    (
        "acme/client.yml",
        "name: Acme\nproject: New shop\naddress: @\nlanguage: @\ntimezone: @\ncurrency: @\nfocus:\n  - @\nhealth: @\ncomms:\n  updates: @\n  answer_within: @\naudiences:\n  - §\nclosed:\n  on: @\n",
    ),
    (
        "acme/people.yml",
        "- name: Tom Fell\n  side: @\n  email: @\n  phone: @\n  photo: @\n  primary: @\n  backup: @\n  public: @\n  left: @\n  draft: @\n  id: @\n  audience: §\n  away:\n    from: @\n    to: @\n",
    ),
    ("acme/roadmap.yml", "- title: Design\n  start: @\n  end: @\n  status: @\n"),
    (
        "acme/milestones.yml",
        "- title: Drawn\n  due: @\n  kind: @\n  buffer_days: @\n  done: @\n  dropped:\n    on: @\n    why: x\n  approval:\n    until: @\n",
    ),
    ("acme/tasks.yml", "- title: Send the photos\n  due: @\n  done: @\n"),
    ("acme/files.yml", "offer.pdf:\n  date: @\n"),
    (
        "acme/decisions/0001-two.md",
        "---\nstatus: §\ndate: @\nneeded_by: @\neffect:\n  days: @\n  cost: @\n---\n# Two\n\n## Chosen\n\nTwo.\n",
    ),
    ("acme/docs/start.md", "---\nkind: @\norder: @\ndraft: @\n---\n# Start\n\nx\n"),
    ("acme/updates/2026-11-20.md", "---\nhealth: @\n---\nAll well.\n"),
    ("shared/people.yml", "- name: Mira Vos\n  side: @\n  email: @\n  phone: @\n"),
];

const VALUES: &[&str] = &[
    "\u{1b}[31mred\u{1b}[0m",
    "\u{1b}[2J\u{1b}[1;1H",
    "\u{1b}]8;;https://evil.example\u{7}x\u{1b}]8;;\u{7}",
    "\u{9b}31mred",
    "\u{8}\u{8}\u{8}x",
    "a\rb",
    "a\nerror[x]: b",
    "a\n\n1 error\n",
    "a\r\n::error file=acme/client.yml,line=1::b",
    "::error::x",
    "%0A::error::x",
    "%250A",
    "a,line=1::b",
    "##[error]x",
    "\u{7f}",
    "\u{85}x",
    "a\u{2028}b\u{2029}c",
    "a\u{202e}gpj.exe",
    "\u{2066}x\u{2069}",
    "\u{200b}",
    "\u{feff}x",
    "\u{fffe}\u{ffff}",
    "\u{0}",
    "\"",
    "'",
    "\\",
    "\", \"severity\": \"hint",
    "`x` | `y`",
    " --> acme/client.yml:1:1",
    "{message}",
    "%s%n",
    "<script>canary()</script>",
    "{{ 7 * 7 }}",
    "🎉 שלום",
    "e\u{301}\u{302}\u{303}\u{304}",
];

/// A text of YAML, with everything that is no letter or sign of ASCII written as a number.
fn quoted(text: &str) -> String {
    let sign = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        ' '..='~' => c.to_string(),
        c => format!("\\U{:08x}", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(sign).collect::<String>())
}

/// A workspace with this value in all fields, and the places of the fields.
fn with(value: &str) -> (Workspace, BTreeSet<(String, u64)>) {
    let workspace = example(BASE);
    let mut places = BTreeSet::new();
    for (path, text) in FILES {
        workspace.write(path, text.replace(['@', '§'], &quoted(value)));
        let lines = (1..).zip(text.lines()).filter(|(_, line)| line.contains('@'));
        places.extend(lines.map(|(number, _)| ((*path).to_owned(), number)));
    }
    workspace.write("acme/files/offer.pdf", "%PDF");
    (workspace, places)
}

fn text<'j>(row: &'j Json, name: &str) -> &'j str {
    row[name].as_str().unwrap_or_default()
}

/// What a line for GitHub says, in the names of JSON.
fn read(line: &str) -> Json {
    let plain = |text: &str| {
        text.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    };
    let (properties, data) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("it is a command");
    let (command, properties) = properties.split_once(' ').expect("a command has properties");
    let property = |name: &str| {
        let all = properties.split(',').filter_map(|one| one.split_once('='));
        let mut named = all.filter(|(one, _)| *one == name).map(|(_, value)| plain(value));
        let value = named.next().unwrap_or_else(|| panic!("there is no {name} in {line}"));
        assert_eq!(named.next(), None, "{name} is there twice in {line}");
        value
    };
    let number = |name: &str| property(name).parse::<u64>().expect("a number");
    serde_json::json!({
        "severity": if command == "notice" { "hint" } else { command },
        "file": property("file"), "line": number("line"), "column": number("col"), "code": property("title"),
        "says": plain(data),
    })
}

/// The same of a row of JSON: message and help are one text there.
fn said(row: &Json) -> Json {
    let help = row["help"].as_str().map(|help| format!("\n{help}")).unwrap_or_default();
    serde_json::json!({
        "severity": row["severity"], "file": row["file"], "line": row["line"], "column": row["column"], "code": row["code"],
        "says": format!("{}{help}", text(row, "message")),
    })
}

#[test]
fn a_word_that_is_none_of_those_known_is_refused_and_steers_nothing() {
    for value in VALUES {
        let (workspace, places) = with(value);
        let json = workspace.run(["check", "--format", "json"]).ended_with(1);
        let rows: Vec<Json> = serde_json::from_str(&json.stdout).expect("it is JSON");
        let refused = |row: &&Json| text(row, "severity") != "hint";
        let found: BTreeSet<(String, u64)> = rows
            .iter()
            .filter(refused)
            .map(|row| (text(row, "file").to_owned(), row["line"].as_u64().unwrap_or(0)))
            .collect();
        let missing: Vec<_> = places.difference(&found).collect();
        assert!(missing.is_empty(), "{value:?} is not refused at {missing:?}");

        let github = workspace.run(["check", "--format", "github"]).ended_with(1);
        assert!(!github.stdout.contains('\r'), "{value:?}");
        let lines: Vec<Json> = github.stdout.lines().map(read).collect();
        assert_eq!(lines, rows.iter().map(said).collect::<Vec<_>>(), "{value:?}");

        let human = workspace.run(["check"]).ended_with(1);
        let shown = format!("{}{}", human.stdout, human.stderr);
        let steers =
            |c: &char| (c.is_control() && *c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert_eq!(shown.chars().find(steers), None, "{value:?} in\n{shown}");
        for severity in ["error", "warning"] {
            let count = rows.iter().filter(|row| text(row, "severity") == severity).count();
            let begin = format!("{severity}[");
            assert_eq!(shown.lines().filter(|line| line.starts_with(&begin)).count(), count, "{value:?} in\n{shown}");
        }
    }
}
