//! A project that is over: what is said then is as secret as everything before.

use std::collections::BTreeSet;

use super::words::{Canaries, Who};
use crate::reader::{on_disk, read_all, tree};
use crate::workspace::Workspace;

const CLIENT: &str = "\
name: «all: a client»
project: «all: a project»
address: harbour-42
closed:
  on: 2035-09-28
  summary: «all: a summary»
  support: «all: support»
  follow_up: 2036-10-29
  lessons: [«all: a lesson», «all: another lesson»]
";

#[test]
fn a_project_that_is_over_is_read_by_those_who_could_read_it_before() {
    let words = Canaries::default();
    words.exact("the day of the end", "2035-09-28", Who::All);
    words.exact("the day of a call", "2036-10-29", Who::All);
    let workspace = Workspace::new()
        .file("acme/client.yml", words.fill(CLIENT))
        .file("acme/tasks.yml", words.fill("- title: «all: a task that stays open»\n"))
        .people("acme", &[("tom", "client")]);
    workspace.build();
    let search = words.search();
    for (path, bytes) in tree(&workspace.path("dist")) {
        assert_eq!(search.find(path.as_bytes()), BTreeSet::new());
        assert_eq!(search.find(&bytes), BTreeSet::new(), "{path}");
    }
    let opened = read_all(on_disk(&workspace.path("dist/harbour-42")), "tom").expect("the portal opens");
    let pages = opened.pages.values().flat_map(|(_, body)| search.find(body.as_bytes()));
    assert_eq!(words.meaning(&pages.collect()), words.of(&[Who::All]));
}
