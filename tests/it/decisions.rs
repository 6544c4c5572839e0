//! What is said about decisions that are wrong, in the shapes of several tools: every word of it, and where.

use vestibule::check::BASE;

use crate::checks::{example, found};

/// What is wrong with one decision of a client who counts in euros and has two people.
#[track_caller]
fn says(path: &str, text: &str, expected: &[&str]) {
    let workspace = example(BASE);
    let client = "name: Acme\nproject: New shop\naddress: harbour-42\ncurrency: EUR\n";
    workspace.write("acme/client.yml", client);
    workspace.write(
        "acme/people.yml",
        "- name: Ana Ruiz\n  side: us\n  primary: true\n- name: Tom Baert\n  side: client\n  primary: true\n",
    );
    workspace.write(&format!("acme/decisions/{path}"), text);
    let place = format!("acme/decisions/{path}:");
    let found = found(&workspace);
    let own: Vec<&str> = found.iter().filter_map(|line| line.strip_prefix(&place)).collect();
    assert_eq!(own, expected, "{path}");
}

const STATUSES: &str = "it is `draft`, `proposed`, `on hold`, `accepted`, `rejected`, `deprecated` or `superseded`";
const NO_WHY: &str =
    "this was rejected, and nothing says why | add a heading `## Why` with the reason, and with what is done instead";

#[test]
fn a_slip_in_a_status_is_found_in_a_field_a_bullet_and_a_part() {
    says(
        "0001-x.md",
        "---\nstatus: \"Superseeded by ADR-0005\"\n---\n# X\n\n## Chosen\n\nX.\n",
        &["2:9 error[misspelt-status] there is no status `Superseeded` | did you mean `superseded`?"],
    );
    says(
        "0001-x.md",
        "# X\n\n* Date: 2026-03-04\n* Status: on hodl <!-- optional -->\n\n## Decision Outcome\n\nX.\n",
        &["4:11 error[misspelt-status] there is no status `on hodl` | did you mean `on hold`?"],
    );
    says(
        "0001-x.md",
        "# 1. X\n\nDate: 2026-03-04\n\n## Status\n\nAcepted\n\n## Decision\n\nX.\n",
        &["7:1 error[misspelt-status] there is no status `Acepted` | did you mean `accepted`?"],
    );
}

#[test]
fn another_word_for_a_status_is_worth_a_word() {
    says(
        "0001-x.md",
        "---\nstatus: Implemented\n---\n# X\n\n## Chosen\n\nX.\n",
        &[&format!("2:9 warning[unknown-status] `Implemented` is a status that is not known here | {STATUSES}")],
    );
    says(
        "0001-x.md",
        "# X\n\n## Status\n\nWe will talk about this with everybody who sells in the shop.\n\n## Decision\n\nX.\n",
        &[&format!(
            "5:1 warning[unknown-status] `We will talk about this with everybody w …` is a status that is not known here | {STATUSES}"
        )],
    );
}

#[test]
fn a_rejection_without_a_reason_is_found_where_it_is_said() {
    says(
        "0001-x.md",
        "---\nstatus: rejected\n---\n# X\n\n## Question\n\nX?\n",
        &[&format!("2:9 error[rejected-without-why] {NO_WHY}")],
    );
    says(
        "0001-x.md",
        "# X\n\n- Status: rejected\n\n## Considered Options\n\n- X\n- Y\n\n## Decision Outcome\n\nChosen option: \"Y\"\n",
        &[&format!("3:11 error[rejected-without-why] {NO_WHY}")],
    );
    says(
        "0001-x.md",
        "# 1. X\n\n## Status\n\nRejected\n\n## Context\n\nX.\n\n## Decision\n",
        &[&format!("5:1 error[rejected-without-why] {NO_WHY}")],
    );
}

#[test]
fn a_date_is_a_date_wherever_it_stands() {
    says(
        "0001-x.md",
        "---\ndate: 20.11.2026\nneeded_by: soon\n---\n# X\n",
        &[
            "2:7 error[wrong-date] `20.11.2026` is not a date | write year, month and day: `2026-11-20`",
            "3:12 error[wrong-date] `soon` is not a date | write year, month and day, such as `2026-11-20`",
        ],
    );
    says(
        "0001-x.md",
        "# X\n\n* Status: accepted\n* Date: 2026-02-30 <!-- optional -->\n\n## Decision\n\nX.\n",
        &[
            "4:9 error[wrong-date] there is no `2026-02-30`: that month has 28 days | the last day of that month is `2026-02-28`",
        ],
    );
    says(
        "0001-x.md",
        "# 1. X\n\nDate: 20/11/2026\n\n## Decision\n\nX.\n",
        &["3:7 error[wrong-date] `20/11/2026` is not a date | write year, month and day: `2026-11-20`"],
    );
}

#[test]
fn a_status_without_a_word_is_said_to_be_one() {
    let said = |place: &str, word: &str| {
        format!(
            "{place} warning[unknown-status] `status` says nothing, so this decision counts as {word} | write `status: {word}`, or the word that is right"
        )
    };
    says("0001-x.md", "---\ntitle: X\nstatus:\n---\nX.\n", &[&said("3:1", "accepted")]);
    says("0001-x.md", "---\nstatus: \"{proposed | accepted}\"\n---\n# X\n", &[&said("2:1", "accepted")]);
    says("0001-x.md", "---\nstatus: ''\n---\n# X?\n\n## Options\n\n- One\n- Two\n", &[&said("2:1", "proposed")]);
    says("0001-x.md", "---\nstatus:\n---\n# X\n\n* Status: accepted\n", &[]);
    says("0001-x.md", "# X\n\n## Chosen\n\nOne.\n", &[]);
}

#[test]
fn an_effect_is_days_and_money() {
    says(
        "0001-x.md",
        "---\neffect:\n  days: a week\n  cost: 1,200\n  recover: nothing\n---\n# X\n",
        &[
            "3:9 error[wrong-value] `a week` is not a number of days | write a whole number, such as `days: 5`, or `days: -5` where it is earlier",
            "4:9 error[wrong-value] `1,200` can be read in two ways | write `1200`, or `1.20`",
            "5:3 error[unknown-field] there is no field `recover` here | did you mean `recovery`?",
        ],
    );
    says(
        "0001-x.md",
        "---\neffect: 5 days\n---\n# X\n",
        &[
            "2:9 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `effect: {days: 5, cost: EUR 1200}`",
        ],
    );
}

#[test]
fn somebody_whose_name_has_a_slip_is_found_in_a_field_and_in_the_text() {
    says(
        "0001-x.md",
        "---\ndeciders: Ana Ruiz, Tom Bart\n---\n# X\n",
        &[
            "2:21 warning[person-not-known] there is no person called `Tom Bart` | did you mean `Tom Baert`? if somebody else is meant, add them to people.yml",
        ],
    );
    says(
        "0001-x.md",
        "# X\n\n- Deciders: Jo Park, Anna Ruiz <!-- optional -->\n\n## Decision\n\nX.\n",
        &[
            "3:22 warning[person-not-known] there is no person called `Anna Ruiz` | did you mean `Ana Ruiz`? if somebody else is meant, add them to people.yml",
        ],
    );
    says(
        "0001-x.md",
        "---\ndecision-makers: {list everyone involved}\n---\n# X\n",
        &[
            "2:18 error[wrong-shape] `decision-makers` are names, but this is a group of fields | write them with commas between them: `decision-makers: [Ana Ruiz, Tom Baert]`",
        ],
    );
}

#[test]
fn fields_of_other_tools_and_slips_in_ours_are_told_apart() {
    says(
        "0001-x.md",
        "---\ndecision_makers: [Ana Ruiz]\naudince: sponsor\n---\n# X\n",
        &[
            "2:1 warning[unknown-front-matter] there is no field `decision_makers` here | did you mean `decision-makers`?",
            "3:1 error[unknown-field] there is no field `audince` here | did you mean `audience`?",
        ],
    );
    says(
        "0001-x.md",
        "---\nsupersedes: [0009]\n---\n# X\n",
        &[
            "2:14 error[unknown-reference] there is no decision called `0009` | write a title as it stands in `decisions/`, or its `id`",
        ],
    );
}

#[test]
fn what_took_the_place_of_a_decision_elsewhere_may_lead_nowhere() {
    says("0001-x.md", "# X\n\n- Status: superseded by [ADR-0005](0005-not-here.md)\n\n## Decision\n\nX.\n", &[]);
    says(
        "0001-x.md",
        "# 1. X\n\n## Status\n\nAccepted\n\nSupercedes [9. Y](0009-not-here.md)\n\n## Decision\n\nX.\n",
        &[],
    );
}

#[test]
fn a_file_that_is_no_page_or_no_decision_is_said_to_be_so() {
    says(
        "a:b.md",
        "# X\n",
        &[
            "1:1 error[file-name] the name of this file has a character that not every computer can store | leave out `\\`, `:` and control characters",
        ],
    );
    says(
        "README.md",
        "---\nstatus: acepted\n---\n",
        &[
            "1:1 hint[not-a-decision] this name is a template's or a list's, not a decision's, so it is left out | nothing needs to be done; if it is a decision, give the file and its title names of their own",
        ],
    );
}
