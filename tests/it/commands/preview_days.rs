//! The preview over a long day: pages that come and go, and edits without end, after which it holds no more than before.

use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::live::Events;
use super::serve::{Server, opened};
use crate::asked::asked;
use crate::workspace::Workspace;

const DOCUMENTS: usize = 40;

fn workspace() -> Workspace {
    let workspace = Workspace::new()
        .file("harbour/client.yml", "name: Korenbloem\nproject: Shop\naddress: harbour-42\n")
        .people("harbour", &[("Tom", "client")]);
    (0..DOCUMENTS).for_each(|number| write_document(&workspace, number, 0));
    write_plan(&workspace, 0);
    workspace
}

/// A document whose length changes from edit to edit.
fn write_document(workspace: &Workspace, number: usize, edit: usize) {
    let lines = format!("Dough is left to rise, edit {edit}.\n\n").repeat(1 + (edit * 7 + number) % 60);
    workspace.write(&format!("harbour/docs/page-{number}.md"), format!("# Page {number}\n\n{lines}"));
}

/// Dates, of which there are more or fewer from edit to edit.
fn write_plan(workspace: &Workspace, edit: usize) {
    let one = |number| format!("- {{ id: step-{number}, title: \"Step {number} of {edit}\", due: 2027-02-01 }}\n");
    let plan: String = (0..1 + edit % 12).map(one).collect();
    workspace.write("harbour/milestones.yml", plan);
}

/// What a process holds of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Held {
    handles: usize,
    threads: usize,
}

impl Held {
    fn by(server: &Server) -> Held {
        let count = |what| fs::read_dir(format!("/proc/{}/{what}", server.pid())).expect("it runs").count();
        Held { handles: count("fd"), threads: count("task") }
    }

    /// Waits until it holds what it held before; it hears a moment later that somebody has left.
    fn is_again(self, server: &Server) {
        let begun = Instant::now();
        while Held::by(server) != self {
            let (now, before) = (Held::by(server), self);
            assert!(begun.elapsed() < Duration::from_secs(10), "{now:?} is held, and {before:?} was");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// Resident memory of a process, in KiB.
fn memory(server: &Server) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", server.pid())).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("memory is told");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

#[test]
fn who_listens_and_leaves_leaves_nothing_behind() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    // All that begins with the first page and the first edit has begun.
    let mut first = Events::of(&server, "harbour-42");
    first.next();
    write_document(&workspace, 0, 1);
    first.next();
    let before = Held::by(&server);
    let listeners = asked("VESTIBULE_LISTENERS", 20);
    for round in 0..5 {
        let mut all: Vec<Events> = (0..listeners).map(|_| Events::of(&server, "harbour-42")).collect();
        let begun = all.iter_mut().map(|one| one.next()["generation"].as_u64()).max().expect("somebody listens");
        assert!(Held::by(&server).handles >= before.handles + listeners, "all of them are there at once");
        write_document(&workspace, round, 2 + round);
        // Half of them leave while it is told, some in the middle of a request.
        let rest = all.split_off(listeners / 2);
        drop(rest);
        let mut half = TcpStream::connect(&server.address).expect("the preview listens");
        half.write_all(b"GET /harbour-42/ HTTP/1.1\r\nHo").expect("half a request can be sent");
        for one in &mut all {
            one.until(|state| state["generation"].as_u64() > begun);
        }
    }
    before.is_again(&server);
    assert_eq!(first.until(|state| state["generation"].as_u64() >= Some(6))["problems"], json!([]));
}

/// Longer than boxes of a moment ago are kept.
const KEPT: Duration = Duration::from_secs(32);

#[test]
fn edits_without_end_leave_nothing_behind() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut events = Events::of(&server, "harbour-42");
    let mut told = events.next()["generation"].as_u64();
    let edits = asked("VESTIBULE_EDITS", 150);
    // Boxes of a moment ago count as long as they are kept: few at the beginning of a long run, many at its end.
    let settle = || {
        if edits > 1_000 {
            thread::sleep(KEPT)
        }
    };
    let mut before = None;
    let mut state = 42_usize;
    for edit in 1..=edits {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        match (state >> 33) % 8 {
            0 => write_plan(&workspace, edit),
            _ => write_document(&workspace, (state >> 40) % DOCUMENTS, edit),
        }
        told = events.until(|state| state["generation"].as_u64() > told)["generation"].as_u64();
        if edit == 100 {
            settle();
            before = Some((Held::by(&server), memory(&server)));
        }
    }
    settle();
    let (held, after_100) = before.expect("there are more than 100");
    let after_all = memory(&server);
    println!("{after_100} KiB after 100 edits, {after_all} KiB after {edits}, {held:?}");
    assert!(after_all * 5 <= after_100 * 6, "{after_100} KiB after 100 edits, {after_all} KiB after {edits}");
    held.is_again(&server);
    assert_eq!(opened(&server, "client").len(), DOCUMENTS + 3);
}
