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
            &ahead("tasks.yml:4:9", "2026-11-22"),
            &ahead("updates/2026-12-01.md:1:1", "2026-12-01"),
        ],
    );
}

/// Whatever stands above or below it, and however often the same day is written.
#[test]
fn a_day_that_is_still_to_come_is_found_where_it_is_written() {
    let milestones = "- done: 2027-01-04\n  title: One\n  due: 2027-01-04\n  steps: [{title: A, done: 2027-01-04}]\n\
                      - done: 2027-01-04 # 2027-01-04\n  steps:\n    - {done: 2027-01-05, title: B}\n  title: Two\n  \
                      dropped: {why: No., on: \"2027-01-04\"}\n";
    let client = "name: Acme\nproject: New shop\naddress: harbour-42\n\
                  comms: {updates: weekly on Monday}\nclosed: {summary: 'on: 2027-06-26', on: 2027-06-26}\n";
    let decision = "# Two languages\n\n* Status: accepted\n* Date: 2027-10-01\n\n## Decision\n\nYes.\n";
    says(
        &[
            ("client.yml", client),
            ("milestones.yml", milestones),
            ("tasks.yml", "- done: 2027-02-01\n  title: Photos\n- title: Texts\n  done: 2027-02-01\n"),
            ("decisions/0001-two.md", decision),
        ],
        &[
            &ahead("client.yml:5:41", "2027-06-26"),
            &ahead("decisions/0001-two.md:4:9", "2027-10-01"),
            &ahead("milestones.yml:1:9", "2027-01-04"),
            &ahead("milestones.yml:4:28", "2027-01-04"),
            &ahead("milestones.yml:5:9", "2027-01-04"),
            &ahead("milestones.yml:7:14", "2027-01-05"),
            &ahead("milestones.yml:9:27", "2027-01-04"),
            &ahead("tasks.yml:1:9", "2027-02-01"),
            &ahead("tasks.yml:4:9", "2027-02-01"),
        ],
    );
}

#[test]
fn a_project_is_over_since_a_day() {
    let client = |closed: &str| format!("name: Acme\nproject: New shop\naddress: harbour-42\nclosed: {closed}\n");
    for (closed, said) in [
        (
            "{summary: It is open.}",
            "client.yml:4:9 error[missing-field] `on` is missing | add a line such as `on: 2026-11-20`",
        ),
        (
            "{on: , summary: It is open.}",
            "client.yml:4:10 error[missing-field] `on` has no value | write it behind the colon, such as `on: 2026-11-20`",
        ),
        (
            "2026-06-26",
            "client.yml:4:9 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `closed: {on: 2026-06-26, summary: The shop is open}`",
        ),
        (
            "{on: soon}",
            "client.yml:4:14 error[wrong-date] `soon` is not a date | write year, month and day, such as `2026-11-20`",
        ),
    ] {
        says(&[("client.yml", &client(closed))], &[said]);
    }
}

#[test]
fn numbers_of_decisions_are_counted_however_they_are_written() {
    let decision = "---\nstatus: proposed\n---\n\n## Question\n\nWhich one?\n";
    says(
        &[
            ("decisions/0001-one.md", decision),
            ("decisions/0002-two.md", decision),
            ("decisions/1-three.md", decision),
            ("decisions/0001-four.md", &decision.replace("status", "draft: true\nstatus")),
            ("decisions/0002-five.md", decision),
            ("decisions/2026-01-02-six.md", decision),
            ("decisions/2026-01-02-seven.md", decision),
        ],
        &[
            "decisions/0002-two.md:1:1 warning[duplicate-number] `decisions/0002-five.md` has the number `0002`, too | give the newer one the next free number: rename the file",
            "decisions/1-three.md:1:1 warning[duplicate-number] `decisions/0001-one.md` has the number `1`, too | give the newer one the next free number: rename the file",
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
fn a_task_waits_for_a_milestone_and_for_another_task() {
    let tasks = "- title: Photos\n  due: 2027-01-08\n  needs: [Shop opens, Texts, Party]\n- title: Texts\n  due: 2027-01-09\n\
                 - title: Old\n  due: 2026-01-08\n  done: true\n  needs: [Texts]\n- title: Some day\n  needs: [Texts]\n";
    says(
        &[
            ("tasks.yml", tasks),
            ("milestones.yml", "- title: Shop opens\n  due: 2027-01-11\n- title: Party\n  due: 2027-01-07\n"),
        ],
        &[
            "tasks.yml:3:11 warning[needs-too-late] `Photos` is due on 2027-01-08, and `Shop opens`, which it needs, on 2027-01-11 | move one of the two, with its reason, or take it out of `needs`",
            "tasks.yml:3:23 warning[needs-too-late] `Photos` is due on 2027-01-08, and `Texts`, which it needs, on 2027-01-09 | move one of the two, with its reason, or take it out of `needs`",
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
