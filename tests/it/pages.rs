//! What stands on each page of an opened portal.

mod about;
mod decisions;
mod documents;
mod home;
mod replies;
mod roadmap;
mod timeline;
mod todos;
mod updates;

use crate::reader::{Contents, on_disk, read_all};
use crate::workspace::Workspace;

/// The portal of a client with these files, as somebody of `audience` reads it: built without errors and opened.
fn portal(audience: &str, files: &[(&str, &str)]) -> Contents {
    let mut workspace = Workspace::new().client("acme").people("acme", &[("tom", audience)]);
    for (path, contents) in files {
        workspace = workspace.file(&format!("acme/{path}"), contents);
    }
    workspace.build();
    read_all(on_disk(&workspace.path("dist/acme")), "tom").expect("the portal opens")
}

/// A page of it, with one space where there is white space between two tags or words.
fn page(files: &[(&str, &str)], path: &str) -> String {
    text(&portal("client", files), path)
}

/// A page of an opened portal, in the same way.
fn text(portal: &Contents, path: &str) -> String {
    let (_, body) = portal.pages.get(path).unwrap_or_else(|| panic!("there is a page {path}"));
    body.split_ascii_whitespace().collect::<Vec<_>>().join(" ").replace("> <", "><")
}

/// Asserts that all of `fragments` stand on the page, in this order.
#[track_caller]
fn assert_reads(page: &str, fragments: &[&str]) {
    let mut rest = page;
    for fragment in fragments {
        let fragment = fragment.replace("> <", "><");
        let at = rest.find(&fragment).unwrap_or_else(|| panic!("`{fragment}` comes next on the page:\n{rest}"));
        rest = &rest[at + fragment.len()..];
    }
}

/// Asserts that none of `words` stands on the page.
#[track_caller]
fn assert_lacks(page: &str, words: &[&str]) {
    for word in words {
        assert!(!page.contains(word), "`{word}` is not on the page:\n{page}");
    }
}
