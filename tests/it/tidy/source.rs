//! The program's own source as text, without what is no code: comments and tests.

use std::fs;
use std::path::Path;

/// One file of `src`.
pub(super) struct SourceFile {
    /// Its path below `src`, with `/`.
    pub(super) path: String,
    /// How many lines it has, all told.
    pub(super) lines: usize,
    /// Its code, line by line, without comments and tests. Texts in quotes are still there.
    pub(super) code: Vec<String>,
}

impl SourceFile {
    /// The top-level module that the file belongs to.
    pub(super) fn module(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// What the file is called as a module, with `/`: `portal/terms` for `portal/terms.rs` or `portal/terms/mod.rs`.
    pub(super) fn name(&self) -> &str {
        let name = self.path.trim_end_matches(".rs");
        name.strip_suffix("/mod").unwrap_or(name)
    }

    /// The modules that the file names: those beside it, and those directly in its top-level module.
    pub(super) fn neighbours(&self) -> Vec<String> {
        let (folder, _) = self.name().rsplit_once('/').unwrap_or_default();
        let beside = self.names_below("super::").into_iter().map(|name| format!("{folder}/{name}"));
        let module = self.module();
        let below = self.names_below(&format!("crate::{module}::"));
        beside.chain(below.into_iter().map(|name| format!("{module}/{name}"))).collect()
    }

    /// The first line of code with this text, not as part of a longer name.
    pub(super) fn line_with(&self, text: &str) -> Option<&str> {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let stands_alone = |line: &str| {
            line.match_indices(text).any(|(at, _)| !(line[..at].ends_with(is_part) && text.starts_with(is_part)))
        };
        self.code.iter().find(|line| stands_alone(line)).map(String::as_str)
    }

    /// What the code names below `path`, such as `crate::` or `crate::seal::`: the next part of each name, and of each
    /// name in a group.
    pub(super) fn names_below(&self, path: &str) -> Vec<String> {
        let code = self.code.join("\n");
        let mut names = Vec::new();
        for (at, _) in code.match_indices(path) {
            let rest = &code[at + path.len()..];
            match rest.strip_prefix('{') {
                Some(group) => names.extend(first_parts(group)),
                None => names.extend(first_part(rest)),
            }
        }
        names
    }
}

fn first_part(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// The first parts of the names in a group that is open; groups inside it are passed over.
fn first_parts(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut begins) = (0, true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            c if begins && !c.is_whitespace() => {
                names.extend(first_part(&group[at..]));
                begins = false;
            }
            _ => {}
        }
    }
    names
}

/// Every Rust file of the program. Files of tests alone are left out.
pub(super) fn files() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = walkdir::WalkDir::new(&root).sort_by_file_name();
    let paths = entries.into_iter().map(|entry| entry.expect("the source can be read").into_path());
    let rust = paths.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    rust.filter(|path| !path.ends_with("tests.rs") && !path.ends_with("sample.rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("the source can be read");
            let below = path.strip_prefix(&root).expect("a walk stays in its folder");
            let path = below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
            SourceFile { path, lines: text.lines().count(), code: code(&text) }
        })
        .collect()
}

fn code(text: &str) -> Vec<String> {
    let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    before_tests.lines().map(without_comment).filter(|line| !line.trim().is_empty()).collect()
}

/// The line up to `//`, unless that stands in a text or in an address.
fn without_comment(line: &str) -> String {
    if line.trim_start().starts_with("//") {
        return String::new();
    }
    let end = line.match_indices(" // ").find(|(at, _)| line[..*at].matches('"').count().is_multiple_of(2));
    line[..end.map_or(line.len(), |(at, _)| at)].to_owned()
}

#[test]
fn names_are_found_in_groups_and_alone() {
    let text = "use crate::{a, b::{c, d}, e};\nfn f() { crate::g::h() } // crate::no\n//! crate::no\n#[cfg(test)]\nmod tests {\n    crate::no();";
    let file = SourceFile { path: "x/y.rs".to_owned(), lines: 6, code: code(text) };
    assert_eq!(file.names_below("crate::"), ["a", "b", "e", "g"]);
    assert_eq!(file.names_below("crate::b::"), [""; 0]);
    assert_eq!(file.module(), "x");
    let text = "use super::{p, Q};\nuse crate::x::y::Z;\nfn f() { crate::w::v() }";
    let inner = SourceFile { path: "x/u/mod.rs".to_owned(), lines: 3, code: code(text) };
    assert_eq!((inner.name(), inner.neighbours()), ("x/u", ["x/p", "x/Q", "x/y"].map(str::to_owned).to_vec()));
    assert!(file.line_with("h()").is_some() && file.line_with("rate::").is_none());
}
