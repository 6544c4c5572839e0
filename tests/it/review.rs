//! What a careful colleague says of a whole portal: every word of it, and where. And what must not be said.

mod files;
mod places;
mod plan;
mod readable;
mod words;

use vestibule::check::BASE;

use crate::checks::{example, found};

const PEOPLE: &str = "\
- name: Mira Vos
  side: us
  primary: true
- name: Joost Linden
  side: us
  backup: true
- name: Ana de la Cruz
  side: client
";
const DUTCH: &str = "name: Acme\nproject: Nieuwe winkel\naddress: harbour-42\nlanguage: nl\n";
const WEEKLY: &str = "name: Acme\nproject: New shop\naddress: harbour-42\ncomms: {updates: weekly}\n";
const CLOSED: &str = "name: Acme\nproject: New shop\naddress: harbour-42\ncomms: {updates: weekly}\n\
                      closed: {on: 2026-06-26, summary: It is open., support: Ring us.}\n";

/// What is said of a client with these files, on 21 November 2026, a Saturday.
#[track_caller]
fn says(files: &[(&str, &str)], expected: &[&str]) {
    let workspace = example(BASE);
    for (path, text) in files {
        workspace.write(&format!("acme/{path}"), text);
    }
    let found = found(&workspace);
    let own: Vec<&str> = found.iter().map(|line| line.strip_prefix("acme/").unwrap_or(line)).collect();
    assert_eq!(own, expected, "{files:?}");
}

#[test]
fn who_left_or_stands_in_for_themselves_is_nobody_to_turn_to() {
    let left = "- name: Mira Vos\n  side: us\n  primary: true\n  left: 2026-10-02\n- name: Joost Linden\n  side: us\n  backup: true\n";
    says(
        &[("people.yml", left)],
        &[
            "people.yml:1:1 warning[no-primary] nobody on your side is the one to turn to | add `primary: true` to one of your own people",
        ],
    );
    says(&[("people.yml", &left.replace("2026-10-02", "2026-11-22"))], &[]);
    let both = "- name: Mira Vos\n  side: us\n  primary: true\n  backup: true\n";
    says(
        &[("people.yml", both)],
        &[
            "people.yml:1:1 warning[no-backup] nobody stands in for the one to turn to | add `backup: true` to one more of your own people",
        ],
    );
}

#[test]
fn a_project_that_is_over_is_not_asked_for_more() {
    let milestones = "- title: Shop opens\n  kind: go-live\n  due: 2026-05-04\n- title: Design\n  approval: {}\n";
    says(
        &[
            ("client.yml", CLOSED),
            ("people.yml", "- name: Ana Ruiz\n  side: client\n"),
            ("updates/2026-06-05.md", "---\nhealth: on track\n---\n## Done\n\nAll.\n"),
            ("milestones.yml", milestones),
        ],
        &[],
    );
}

#[test]
fn an_agreement_is_needed_by_a_day() {
    let decision = |status: &str, more: &str| {
        format!(
            "---\nstatus: {status}\n{more}approval: {{}}\n---\n# Two languages\n\n## Chosen\n\nOne.\n\n## Why\n\nOne is enough.\n"
        )
    };
    let said = "warning[approval-without-until] the agreement to `Two languages` is waited for, and nothing says until when | add `until:` with the day by which you need it";
    for (text, expected) in [
        (decision("accepted", ""), Some("3")),
        (decision("proposed", ""), Some("3")),
        (decision("proposed", "needed_by: 2026-12-12\n"), None),
        (decision("rejected", ""), None),
    ] {
        let expected = expected.map(|line| format!("decisions/0001-two.md:{line}:1 {said}"));
        says(&[("decisions/0001-two.md", &text)], &expected.iter().map(String::as_str).collect::<Vec<_>>());
    }
    let doc = "---\napproval: {until: 2026-12-12}\n---\n# Start\n";
    says(&[("docs/start.md", doc), ("milestones.yml", "- title: A\n  approval: {on: 2026-11-20}\n")], &[]);
}

#[test]
fn an_agreement_that_is_late_is_not_on_track() {
    let milestones = "- title: Design\n  due: 2026-12-12\n  approval: {until: 2026-11-12}\n- title: Sketches\n  due: 2026-11-05\n  approval: {until: 2026-12-05}\n  done: true\n";
    says(
        &[("milestones.yml", milestones), ("updates/2026-11-20.md", "---\nhealth: green\n---\n## Done\n\nAll.\n")],
        &[
            "updates/2026-11-20.md:2:9 warning[green-while-overdue] the project is said to be on track, and `Design` was due on 2026-11-12 | say in a new update how it really is, move the date with its reason, or mark it as done",
        ],
    );
}

#[test]
fn what_is_due_today_moved_or_at_risk_is_not_late() {
    let milestones = "- title: Design\n  due: 2026-11-21\n- title: Sketches\n  due: 2026-11-05\n  moves: [{to: 2026-12-05, why: The storm.}]\n";
    let late = "- title: Photos\n  due: 2026-11-05\n";
    let green = "---\nhealth: on track\n---\n## Done\n\nAll.\n";
    let amber =
        "---\nhealth: at risk\nbecause: The photos are not here yet.\n---\n## Next\n\nWe take them ourselves.\n";
    says(&[("milestones.yml", milestones), ("updates/2026-11-20.md", green)], &[]);
    says(&[("tasks.yml", late), ("updates/2026-11-20.md", amber), ("updates/2026-11-13.md", green)], &[]);
}

#[test]
fn an_update_that_was_due_on_a_weekend_is_due_on_monday() {
    // 14 November is a Saturday, 21 November, too.
    says(&[("client.yml", WEEKLY), ("updates/2026-11-14.md", "## Done\n\nAll.\n")], &[]);
    says(
        &[("client.yml", WEEKLY), ("updates/2026-11-13.md", "## Done\n\nAll.\n")],
        &[
            "updates/2026-11-13.md:1:1 warning[update-overdue] an update was promised for 2026-11-20, and the newest is of 2026-11-13 | write one: `vestibule new update acme`",
        ],
    );
}

#[test]
fn an_update_is_not_due_on_a_day_on_which_nobody_works() {
    let workspace = example(BASE);
    workspace.write("vestibule.yml", "name: Linden Studio\nclosed_days: [2026-11-20]\n");
    workspace.write("acme/client.yml", WEEKLY);
    workspace.write("acme/updates/2026-11-13.md", "## Done\n\nAll.\n");
    assert_eq!(found(&workspace), [""; 0]);
}

#[test]
fn the_examples_are_written_as_a_careful_colleague_would() {
    let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content-example"));
    let scanned = vestibule::source::scan(root).expect("the examples are a workspace");
    let mut diagnostics = vestibule::diagnostic::Diagnostics::new();
    vestibule::build::check(&scanned, scanned.clients(), crate::checks::TODAY, &mut diagnostics);
    let said: Vec<String> = diagnostics
        .sorted()
        .iter()
        .map(|one| format!("{}:{} {}", one.place.file, one.place.line, one.message))
        .collect();
    assert_eq!(said, [""; 0]);
}
