//! The pages that people read: nothing is wrong with the content in their examples, and their links lead somewhere.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use crate::checks::found;
use crate::workspace::Workspace;

/// The pages, by their path in the repository.
const PAGES: [&str; 12] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "README.md",
    "THIRD-PARTY.md",
    "docs/checks.md",
    "docs/content.md",
    "docs/getting-started.md",
    "docs/sealed-format.md",
    "docs/search.md",
    "docs/theme-contract.md",
    "docs/themes.md",
    "docs/threat-model.md",
];

/// Files that the examples name and a page cannot show.
const FILES: [(&str, &str); 7] = [
    ("brand/mark.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ("korenbloem/files/costs.csv", "what,euro\n"),
    ("korenbloem/files/offer.pdf", "%PDF-1.7\n"),
    ("korenbloem/files/our test plan.pdf", "%PDF-1.7\n"),
    ("korenbloem/files/photo-guide.txt", "Daylight, no flash.\n"),
    ("korenbloem/files/test-plan.pdf", "%PDF-1.7\n"),
    ("korenbloem/people/joris-maas.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
];

#[test]
fn nothing_is_wrong_with_the_examples_of_content() {
    let page = read("docs/content.md");
    let examples = examples(&page);
    let nameless: Vec<_> = examples.iter().filter(|one| one.path.is_empty() && one.is_content()).collect();
    assert!(nameless.is_empty(), "an example has the name of its file behind its language: {nameless:?}");
    assert!(examples.iter().filter(|one| one.is_content()).count() > 15, "the examples are found");
    let workspace = put_together(&examples);
    assert_eq!(found(&workspace), [""; 0]);
}

#[test]
fn nothing_is_wrong_with_the_examples_of_getting_started() {
    let page = read("docs/getting-started.md");
    let workspace = put_together(&examples(&page));
    assert_eq!(found(&workspace), [""; 0]);
}

#[test]
fn the_links_of_the_docs_lead_somewhere() {
    let mut lost = Vec::new();
    for path in PAGES {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for to in links(&read(path)) {
            let (file, anchor) = to.split_once('#').unwrap_or((&to, ""));
            let target = match file {
                "" => path.to_owned(),
                file => in_folder(folder, file),
            };
            let is_there = Path::new(ROOT).join(&target).exists();
            let has_anchor = || anchor.is_empty() || anchors(&read(&target)).contains(anchor);
            if !is_there || !has_anchor() {
                lost.push(format!("{path}: {to}"));
            }
        }
    }
    assert_eq!(lost, [""; 0]);
}

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).expect("the page is there")
}

/// A block of code.
#[derive(Debug)]
struct Example {
    language: String,
    /// What stands behind the language: the file's path in the workspace.
    path: String,
    text: String,
}

impl Example {
    fn is_content(&self) -> bool {
        ["yaml", "markdown"].contains(&self.language.as_str())
    }
}

/// The blocks of code of a page.
fn examples(page: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let fence: String = line.trim_start().chars().take_while(|c| *c == '`').collect();
        if fence.len() < 3 {
            continue;
        }
        let (language, path) = line.trim_start()[fence.len()..].split_once(' ').unwrap_or((line.trim_matches('`'), ""));
        let inside = lines.by_ref().take_while(|line| line.trim() != fence);
        let text = inside.map(|line| format!("{line}\n")).collect();
        found.push(Example { language: language.trim().to_owned(), path: path.to_owned(), text });
    }
    found
}

/// A workspace of the examples that have a path, each over what stood there before.
fn put_together(examples: &[Example]) -> Workspace {
    let workspace = Workspace::new();
    for (path, contents) in FILES {
        workspace.write(path, contents);
    }
    for example in examples.iter().filter(|example| !example.path.is_empty()) {
        workspace.write(&example.path, &example.text);
    }
    workspace
}

/// Where the links of a page lead that stay in the repository; those in its examples are left aside.
fn links(page: &str) -> Vec<String> {
    let mut text = String::new();
    let mut fence: Option<String> = None;
    for line in page.lines() {
        let marks: String = line.trim_start().chars().take_while(|c| *c == '`').collect();
        match &fence {
            Some(open) if line.trim() == open => fence = None,
            Some(_) => {}
            None if marks.len() >= 3 => fence = Some(marks),
            // What stands between backticks is an example, too.
            None => text.extend(line.split('`').step_by(2).chain(["\n"])),
        }
    }
    let behind = text.match_indices("](").map(|(at, _)| &text[at + 2..]);
    let links = behind.filter_map(|rest| Some(rest[..rest.find(')')?].replace('\n', "")));
    links.filter(|to| !to.contains(':')).collect()
}

/// The names that headings of a page have where such pages are shown.
fn anchors(page: &str) -> HashSet<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    let name = |heading: &str| -> String {
        let kept = heading.trim_start_matches('#').trim().to_lowercase();
        kept.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect::<String>().replace(' ', "-")
    };
    headings.map(name).collect()
}

/// `file` as seen from `folder`.
fn in_folder(folder: &str, file: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in file.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
