//! `docs/checks.md`, made from the checks. `VESTIBULE_WRITE_DOCS=1 cargo test --test it checks` writes it anew.

use std::fmt::Write as _;
use std::fs;

use vestibule::check::{ALL, BASE, Check, Contents, Files};
use vestibule::diagnostic::Severity;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/checks.md");

const HEAD: &str = "\
# Checks

What `vestibule check` looks for, and what to do about it. `build` and `serve` look for the same.

- An **error** keeps the client's portal from being built; what was published before stays as it is.
- A **warning** does not, but a reader or you will regret it. `vestibule check --strict` takes warnings for errors.
- A **hint** is an improvement.

This page is made from the files in `src/check`. The tests run every example on it.
";

#[test]
fn the_docs_are_made_from_the_checks() {
    let made = page();
    if std::env::var_os("VESTIBULE_WRITE_DOCS").is_some_and(|value| value == "1") {
        fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/docs")).expect("the folder can be made");
        fs::write(PATH, &made).expect("docs/checks.md can be written");
    }
    let committed = fs::read_to_string(PATH).unwrap_or_default();
    assert!(committed == made, "docs/checks.md is out of date: run this test with VESTIBULE_WRITE_DOCS=1");
}

fn page() -> String {
    let mut out = HEAD.to_owned();
    out.push_str("\n| check | severity | what it is |\n| --- | --- | --- |\n");
    for check in ALL {
        line(&mut out, format_args!("| [`{0}`](#{0}) | {1} | {2} |", check.code, check.severity, check.title));
    }
    out.push_str("\nThe examples are put over this small workspace:\n\n");
    files(&mut out, BASE);
    for check in ALL {
        section(&mut out, check);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn section(out: &mut String, check: &Check) {
    let kind = match check.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Hint => "Hint",
    };
    line(
        out,
        format_args!("## {}\n\n**{kind}.** {}\n\n{}\n\nWith the mistake:\n", check.code, check.title, check.about),
    );
    files(out, check.bad);
    line(out, format_args!("is answered with\n\n```text"));
    for expected in check.expect {
        line(out, format_args!("{}", expected.replacen(" | ", "\n  help: ", 1)));
    }
    line(out, format_args!("```\n\nWithout it:\n"));
    files(out, check.good);
}

fn files(out: &mut String, files: Files) {
    for (path, contents) in files {
        match contents {
            Contents::Lines(lines) => {
                let language =
                    if path.ends_with(".lock") { "yml" } else { path.rsplit('.').next().unwrap_or_default() };
                line(out, format_args!("`{path}`\n\n````{language}"));
                for text in *lines {
                    line(out, format_args!("{text}"));
                }
                line(out, format_args!("````\n"));
            }
            Contents::Bytes(bytes) => line(out, format_args!("`{path}` with the bytes `{}`\n", bytes.escape_ascii())),
            Contents::Folder => line(out, format_args!("`{path}`, a folder\n")),
            Contents::LinkTo(target) => line(out, format_args!("`{path}`, a link to `{target}`\n")),
        }
    }
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(out, "{text}").expect("writing to a string does not fail");
}
