//! Days that cannot be right, plans that cannot be kept, and brackets that are no links.

use super::says;

/// How a day is told that is still to come.
fn ahead(place: &str, day: &str) -> String {
    format!(
        "{place} warning[future-date] this says that it happened on {day}, and that day is still to come | look at the year and the month; what is only planned has its day in `due`"
    )
}

#[test]
fn nothing_has_happened_on_a_day_that_is_still_to_come() {
    let milestones = "- title: Design\n  due: 2026-11-02\n  moves: {to: 2026-11-09, why: Rain., on: 2026-11-22}\n  \
                      approval: {until: 2026-11-03, on: 2027-11-03}\n  done: 2027-11-09\n- title: Party\n  \
                      dropped: {on: 2027-01-01, why: No time.}\n";
    let decision = "---\nstatus: accepted\ndate: 2027-10-01\n---\n## Chosen\n\nBoth.\n\n## Why\n\nWe can.\n";
    says(
        &[
            ("milestones.yml", milestones),
            ("tasks.yml", "- title: Photos\n  done: 2026-11-21\n- title: Texts\n  done: \"2026-11-22\"\n"),
            ("decisions/0001-two.md", decision),
            ("updates/2026-12-01.md", "## Done\n\nAll.\n"),
        ],
        &[
            &ahead("decisions/0001-two.md:3:7", "2027-10-01"),
            &ahead("milestones.yml:3:10", "2026-11-22"),
            &ahead("milestones.yml:4:37", "2027-11-03"),
            &ahead("milestones.yml:5:9", "2027-11-09"),
            &ahead("milestones.yml:7:17", "2027-01-01"),
            &ahead("tasks.yml:4:10", "2026-11-22"),
            &ahead("updates/2026-12-01.md:1:1", "2026-12-01"),
        ],
    );
}

#[test]
fn what_is_done_or_dropped_is_not_too_late() {
    let milestones = "- title: A\n  due: 2027-02-01\n  done: true\n- title: B\n  due: 2027-02-01\n  \
                      dropped: {on: 2026-11-02, why: No.}\n- title: C\n  due: 2027-01-11\n  needs: [A, B]\n";
    says(&[("milestones.yml", milestones)], &[]);
}

#[test]
fn a_milestone_waits_for_a_task_too_and_for_where_it_moved() {
    let milestones =
        "- title: Shop opens\n  due: 2027-01-04\n  moves: {to: 2027-01-11, why: Rain.}\n  needs: [Photos, Texts]\n";
    says(
        &[
            ("milestones.yml", milestones),
            ("tasks.yml", "- title: Photos\n  due: 2027-01-08\n- title: Texts\n  due: 2027-01-12\n"),
        ],
        &[
            "milestones.yml:4:19 warning[needs-too-late] `Shop opens` is due on 2027-01-11, and `Texts`, which it needs, on 2027-01-12 | move one of the two, with its reason, or take it out of `needs`",
        ],
    );
}

#[test]
fn brackets_that_are_no_links_are_left_alone() {
    let text = "See [1] (e.g. here), [a] (and/or b), `[a] (b.md)`, f(x)[0], (a)[b], [it](b.md)[c.md] and (a)[^n].\n\n\
                - [ ] (b.md)\n\n```\n(a)[b.md]\n```\n\n[^n]: A note.\n";
    says(&[("docs/a.md", text), ("docs/b.md", "# B\n")], &[]);
}

#[test]
fn swapped_brackets_are_named() {
    says(
        &[("docs/a.md", "Our (prices)[../files/x.csv] and\n[ours] (https://example.com/x).\n")],
        &[
            "docs/a.md:1:13 warning[not-a-link] this is no link, because the brackets around `../files/x.csv` are swapped | write `[prices](../files/x.csv)`",
            "docs/a.md:2:8 warning[not-a-link] this is no link, because there is a space in front of `(https://example.com/x)` | take the space out: `[…](https://example.com/x)`",
        ],
    );
}

#[test]
fn thanks_and_nobody_are_no_blame() {
    let people = "- name: Per Holm\n  side: us\n  primary: true\n- name: Ada Mol\n  side: us\n  backup: true\n";
    let update = "## Done\n\nNo one was late, thanks to Per. Thank you Per, nothing was late with us. Per was late.\n";
    says(
        &[("people.yml", people), ("updates/2026-11-20.md", update)],
        &[
            "updates/2026-11-20.md:3:74 warning[blame] `Per` stands in one sentence with `was late`, and that reads like blame | say what happened and what is being done about it, without naming anybody",
        ],
    );
}

#[test]
fn what_new_writes_is_not_left_as_it_is() {
    let decision = "---\nstatus: proposed\n---\n# Two\n\n## Options\n\n- A: …\n- B: both, …\n\nWait **and see** …\n";
    says(
        &[("decisions/0001-two.md", decision)],
        &[
            "decisions/0001-two.md:8:3 warning[placeholder] `A: …` stands here until somebody writes the text | write what belongs here, or take it out",
        ],
    );
}
