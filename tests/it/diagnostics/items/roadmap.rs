//! `roadmap.yml` and `milestones.yml`: what happens when.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "phases that are a map of titles",
        files: &[(
            "acme/roadmap.yml",
            concat!("Design:\n", "  start: 2026-09-07\n", "Build:\n", "  start: 2026-10-05\n"),
        )],
        found: &[
            "acme/roadmap.yml:1:1 error[wrong-shape] this file is a list, but here is a group of fields | begin every entry with `- `, such as `- title: Design`",
        ],
    },
    Case {
        name: "a phase that ends before it begins, and one of no known state",
        files: &[(
            "acme/roadmap.yml",
            concat!(
                "- title: Design\n",
                "  start: 2026-10-05\n",
                "  end: 2026-09-07\n",
                "- title: Build\n",
                "  status: activ\n",
                "- title: Care\n",
                "  status: almost there\n"
            ),
        )],
        found: &[
            "acme/roadmap.yml:3:8 error[end-before-start] this ends on 2026-09-07 and begins on 2026-10-05 | write the later day behind `end:`",
            "acme/roadmap.yml:5:11 error[wrong-value] a phase cannot be `activ` | did you mean `active`?",
            "acme/roadmap.yml:7:11 error[wrong-value] a phase cannot be `almost there` | a phase is `planned`, `active`, `paused` or `done`",
        ],
    },
    Case {
        name: "a phase whose milestones are all before it begins",
        files: &[
            (
                "acme/roadmap.yml",
                concat!("- title: Design\n", "  start: 2026-12-05\n", "- title: Build\n", "  start: 2026-12-07\n"),
            ),
            (
                "acme/milestones.yml",
                concat!(
                    "- {title: Sketches, phase: Design, due: 2026-11-10}\n",
                    "- {title: Screens, phase: Design, due: 2026-11-20}\n",
                    "- {title: Posters, phase: Build, due: 2026-11-20, dropped: {on: 2026-11-01, why: Not needed.}}\n",
                    "- {title: Server, phase: Build, due: 2026-11-20}\n",
                    "- {title: Opening, phase: Build, due: 2026-12-20}\n",
                ),
            ),
        ],
        found: &[
            "acme/roadmap.yml:2:10 error[end-before-start] this begins on 2026-12-05, after its last milestone: `Screens` is on 2026-11-20 | write an earlier day behind `start:`, or give the milestone a later day or another phase",
        ],
    },
    Case {
        name: "phases without a title",
        files: &[("acme/roadmap.yml", concat!("- start: 2026-09-07\n", "- title:\n", "  end: 2026-10-02\n", "- {}\n"))],
        found: &[
            "acme/roadmap.yml:1:3 error[missing-field] `title` is missing | add a line such as `title: Design`",
            "acme/roadmap.yml:2:3 error[missing-field] `title` has no value | write it behind the colon, such as `title: Design`",
            "acme/roadmap.yml:4:3 error[missing-field] `title` is missing | add a line such as `title: Design`",
        ],
    },
    Case {
        name: "milestones that are one milestone",
        files: &[("acme/milestones.yml", concat!("title: Shop opens\n", "due: 2027-03-02\n"))],
        found: &[
            "acme/milestones.yml:1:1 error[wrong-shape] this file is a list, but here is a group of fields | begin every entry with `- `, such as `- title: Design approved`",
        ],
    },
    Case {
        name: "dates in the forms that people write",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- {title: A, due: 20.11.2026}\n",
                "- {title: B, due: 11/20/2026}\n",
                "- {title: C, due: 5/6/2026}\n",
                "- {title: D, due: 2026-11-31}\n",
                "- {title: E, due: 2026-13-02}\n",
                "- {title: F, due: 2026-1-2}\n",
                "- {title: G, due: end of March}\n",
                "- {title: H, due: 20261120}\n",
                "- {title: I, due: 3026-11-20}\n",
                "- {title: J, due: 2026-11-20T12:00}\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:1:19 error[wrong-date] `20.11.2026` is not a date | write year, month and day: `2026-11-20`",
            "acme/milestones.yml:2:19 error[wrong-date] `11/20/2026` is not a date | write year, month and day: `2026-11-20`",
            "acme/milestones.yml:3:19 error[wrong-date] `5/6/2026` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/milestones.yml:4:19 error[wrong-date] there is no `2026-11-31`: that month has 30 days | the last day of that month is `2026-11-30`",
            "acme/milestones.yml:5:19 error[wrong-date] there is no `2026-13-02`: a year has 12 months | the month comes before the day: `2026-02-13`",
            "acme/milestones.yml:6:19 error[wrong-date] `2026-1-2` is not a date | write year, month and day: `2026-01-02`",
            "acme/milestones.yml:7:19 error[wrong-date] `end of March` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/milestones.yml:8:19 error[wrong-date] `20261120` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/milestones.yml:9:19 error[wrong-date] the year of `3026-11-20` cannot be meant | write a year such as `2026`",
            "acme/milestones.yml:10:19 error[wrong-date] `2026-11-20T12:00` is not a date | write year, month and day: `2026-11-20`",
        ],
    },
    Case {
        name: "dates that are no text at all",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- title: A\n",
                "  due: [2026-11-20]\n",
                "- title: B\n",
                "  due: {to: 2026-11-20}\n",
                "- title: C\n",
                "  due:\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:2:8 error[wrong-shape] `due` is a text, but this is a list | write it on the same line, without `-` or brackets",
            "acme/milestones.yml:4:8 error[wrong-shape] `due` is a text, but this is a group of fields | if the text itself has a `: `, put it in quotes",
        ],
    },
    Case {
        name: "a kind that is nearly one",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- {title: A, kind: golive}\n",
                "- {title: B, kind: Go live, buffer_days: 2}\n",
                "- {title: C, kind: delivry}\n",
                "- {title: D, kind: party}\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:3:20 error[wrong-value] there is no kind of milestone called `delivry` | did you mean `delivery`?",
            "acme/milestones.yml:4:20 error[wrong-value] there is no kind of milestone called `party` | a kind is `delivery`, `approval`, `event` or `go-live`",
        ],
    },
    Case {
        name: "days that are no number",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- {title: A, buffer_days: five}\n",
                "- {title: B, buffer_days: 1.5}\n",
                "- {title: C, buffer_days: -1}\n",
                "- {title: D, buffer_days: 400}\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:1:27 error[wrong-value] `five` is not a number of days | write a whole number, such as `buffer_days: 5`",
            "acme/milestones.yml:2:27 error[wrong-value] `1.5` is not a number of days | write a whole number, such as `buffer_days: 5`",
            "acme/milestones.yml:3:27 error[wrong-value] `-1` is not a number of days | write a whole number, such as `buffer_days: 5`",
            "acme/milestones.yml:4:27 error[wrong-value] `400` is not a number of days | write a whole number, such as `buffer_days: 5`",
        ],
    },
    Case {
        name: "a date moves and nothing says why",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- title: Shop opens\n",
                "  due: 2027-03-02\n",
                "  moves:\n",
                "    - {to: 2027-03-09}\n",
                "    - {to: 2027-03-16, why: \" \"}\n",
                "    - {to: 2027-03-23, recovery: Tests run beside it.}\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:4:12 error[move-without-reason] the date moves to 2027-03-09 and nothing says why | add `why:` with what happened, without naming anybody, or `decision:` with the decision that moved it",
            "acme/milestones.yml:5:12 error[move-without-reason] the date moves to 2027-03-16 and nothing says why | add `why:` with what happened, without naming anybody, or `decision:` with the decision that moved it",
            "acme/milestones.yml:6:12 error[move-without-reason] the date moves to 2027-03-23 and nothing says why | add `why:` with what happened, without naming anybody, or `decision:` with the decision that moved it",
        ],
    },
    Case {
        name: "a date moves from nowhere, and to where it was",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- title: Shop opens\n",
                "  moves:\n",
                "    - {to: 2027-03-09, why: The supplier is late.}\n",
                "- title: Training held\n",
                "  due: 2027-04-01\n",
                "  moves:\n",
                "    - {to: 2027-04-01, why: Nobody knows.}\n",
                "    - {to: 2027-04-08, why: The room was taken.}\n",
                "    - {to: 2027-04-08, why: Again.}\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:3:7 error[move-from-nowhere] the date moves, and nothing says what was promised first | add `due:` with the first promise",
            "acme/milestones.yml:7:12 error[move-from-nowhere] the date was 2027-04-01 before this move, too | write the new day behind `to:`, or take this move out",
            "acme/milestones.yml:9:12 error[move-from-nowhere] the date was 2027-04-08 before this move, too | write the new day behind `to:`, or take this move out",
        ],
    },
    Case {
        name: "what follows a move that cannot be read",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- title: A\n",
                "  due: 2027-03-01\n",
                "  moves:\n",
                "    - {to: soon, why: Rain.}\n",
                "    - {to: 2027-03-01, why: Sun.}\n",
                "- title: B\n",
                "  due: 2027-03-01\n",
                "  moves:\n",
                "    - 2027-03-09\n",
                "    - {to: 2027-03-01, why: Sun.}\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:4:12 error[wrong-date] `soon` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/milestones.yml:9:7 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `{to: 2027-03-09, why: the supplier is late}`",
        ],
    },
    Case {
        name: "one move that is not in a list, and one without a day",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- title: Shop opens\n",
                "  due: 2027-03-02\n",
                "  moves: {to: 2027-03-09}\n",
                "- title: Training held\n",
                "  due: 2027-04-01\n",
                "  moves:\n",
                "    - why: The room was taken.\n",
                "    - 2027-04-08\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:3:15 error[move-without-reason] the date moves to 2027-03-09 and nothing says why | add `why:` with what happened, without naming anybody, or `decision:` with the decision that moved it",
            "acme/milestones.yml:7:7 error[missing-field] `to` is missing | add a line such as `to: 2026-11-20`",
            "acme/milestones.yml:8:7 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `{to: 2027-04-08, why: the supplier is late}`",
        ],
    },
    Case {
        name: "steps that are no steps",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- title: Shop opens\n",
                "  steps:\n",
                "    - Move the pages\n",
                "    - {title: Switch the address, done: almost}\n",
                "    - {done: true}\n",
                "    - [a, b]\n",
                "    - {title: Tell everybody, owner: Bo}\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:4:41 error[wrong-value] `done` is `true` or a date, not `almost` | write the day, such as `done: 2026-11-20`, or `done: true`; leave the line out until then",
            "acme/milestones.yml:5:7 error[missing-field] `title` is missing | add a line such as `title: Move the old pages`",
            "acme/milestones.yml:6:7 error[wrong-shape] here should be fields (`name: value`), but this is a list | write one field per line, such as `name: Acme`",
            "acme/milestones.yml:7:31 error[unknown-field] there is no field `owner` here | the fields known here are `title`, `done`",
        ],
    },
    Case {
        name: "done on no day",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- {title: A, done: yes}\n",
                "- {title: B, done: 2026-11-31}\n",
                "- {title: C, done: finished}\n",
                "- {title: D, done: true}\n",
                "- {title: E, done: false}\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:1:20 error[wrong-value] `done` is `true` or a date, not `yes` | write the day, such as `done: 2026-11-20`, or `done: true`; leave the line out until then",
            "acme/milestones.yml:2:20 error[wrong-date] there is no `2026-11-31`: that month has 30 days | the last day of that month is `2026-11-30`",
            "acme/milestones.yml:3:20 error[wrong-value] `done` is `true` or a date, not `finished` | write the day, such as `done: 2026-11-20`, or `done: true`; leave the line out until then",
        ],
    },
    Case {
        name: "fields that milestones do not have",
        files: &[
            (
                "acme/milestones.yml",
                concat!(
                    "- title: Shop opens\n",
                    "  date: 2027-03-02\n",
                    "  duedate: 2027-03-02\n",
                    "  aproval: {by: Ada Lund}\n",
                    "  moves:\n",
                    "    - {to: 2027-03-09, why: Late., reason: Late.}\n"
                ),
            ),
            ("acme/roadmap.yml", concat!("- title: Design\n", "  begin: 2026-09-07\n", "  sumary: Screens.\n")),
        ],
        found: &[
            "acme/milestones.yml:2:3 error[unknown-field] there is no field `date` here | the fields known here are `title`, `id`, `was`, `audience`, `draft`, `dropped`, `phase`, `due`, `moves`, `buffer_days`, `approval`, `needs`, `kind`, `note`, `steps`, `done`",
            "acme/milestones.yml:3:3 error[unknown-field] there is no field `duedate` here | the fields known here are `title`, `id`, `was`, `audience`, `draft`, `dropped`, `phase`, `due`, `moves`, `buffer_days`, `approval`, `needs`, `kind`, `note`, `steps`, `done`",
            "acme/milestones.yml:4:3 error[unknown-field] there is no field `aproval` here | did you mean `approval`?",
            "acme/milestones.yml:6:7 error[move-from-nowhere] the date moves, and nothing says what was promised first | add `due:` with the first promise",
            "acme/milestones.yml:6:36 error[unknown-field] there is no field `reason` here | the fields known here are `to`, `why`, `decision`, `recovery`, `on`",
            "acme/roadmap.yml:2:3 error[unknown-field] there is no field `begin` here | the fields known here are `title`, `id`, `was`, `audience`, `draft`, `dropped`, `start`, `end`, `summary`, `status`",
            "acme/roadmap.yml:3:3 error[unknown-field] there is no field `sumary` here | did you mean `summary`?",
        ],
    },
    Case {
        name: "an approval that is a name, and one of no known fields",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- {title: A, approval: Ada Lund}\n",
                "- {title: B, approval: {by: Ada Lund, till: 2026-12-01}}\n",
                "- {title: C, approval: {by: [Ada Lund], until: soon}}\n",
                "- {title: D, approval: }\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:1:24 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `approval: {by: Ada Lund, until: 2026-12-11}`",
            "acme/milestones.yml:2:39 error[unknown-field] there is no field `till` here | the fields known here are `by`, `until`, `on`, `via`",
            "acme/milestones.yml:3:29 error[wrong-shape] `by` is a text, but this is a list | write it on the same line, without `-` or brackets",
            "acme/milestones.yml:3:48 error[wrong-date] `soon` is not a date | write year, month and day, such as `2026-11-20`",
        ],
    },
    Case {
        name: "an agreement that is waited for without end",
        files: &[
            (
                "acme/milestones.yml",
                concat!(
                    "- title: Design approved\n",
                    "  due: 2026-12-01\n",
                    "  approval: {by: Ada Lund}\n",
                    "- title: Texts approved\n",
                    "  approval: {by: Ada Lund, on: 2026-11-02}\n",
                    "- title: Colours approved\n",
                    "  dropped: {on: 2026-11-03, why: There is one colour.}\n",
                    "  approval: {by: Ada Lund}\n"
                ),
            ),
            ("acme/docs/house-rules.md", concat!("---\n", "approval: {via: mail}\n", "---\n", "# House rules\n")),
        ],
        found: &[
            "acme/docs/house-rules.md:2:1 warning[approval-without-until] the agreement to `House rules` is waited for, and nothing says until when | add `until:` with the day by which you need it",
            "acme/milestones.yml:3:3 warning[approval-without-until] the agreement to `Design approved` is waited for, and nothing says until when | add `until:` with the day by which you need it",
        ],
    },
    Case {
        name: "given up without a reason or a day",
        files: &[(
            "acme/roadmap.yml",
            concat!(
                "- {title: Design, dropped: true}\n",
                "- {title: Build, dropped: {on: 2026-11-03}}\n",
                "- {title: Care, dropped: {why: Somebody in the house does it.}}\n",
                "- {title: Test, dropped: {on: yesterday, why: }}\n",
                "- {title: Sell, dropped: {on: 2026-11-03, why: \"\"}}\n",
                "- {title: Hand over, dropped: {on: 2026-11-03, because: Enough.}}\n"
            ),
        )],
        found: &[
            "acme/roadmap.yml:1:28 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `dropped: {on: 2026-11-20, why: it is done another way}`",
            "acme/roadmap.yml:2:27 error[missing-field] `why` is missing | add a line such as `why: it is done another way`",
            "acme/roadmap.yml:3:26 error[missing-field] `on` is missing | add a line such as `on: 2026-11-20`",
            "acme/roadmap.yml:4:31 error[wrong-date] `yesterday` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/roadmap.yml:4:42 error[missing-field] `why` has no value | write it behind the colon, such as `why: it is done another way`",
            "acme/roadmap.yml:5:43 error[missing-field] `why` has no value | write it behind the colon, such as `why: it is done another way`",
            "acme/roadmap.yml:6:31 error[missing-field] `why` is missing | add a line such as `why: it is done another way`",
            "acme/roadmap.yml:6:48 error[unknown-field] there is no field `because` here | the fields known here are `on`, `why`",
        ],
    },
    Case {
        name: "a going live with nothing kept free, and one that is over",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- {title: Shop opens, kind: go-live, due: 2027-03-02}\n",
                "- {title: Old shop closes, kind: go-live, due: 2026-10-01, done: 2026-10-01}\n",
                "- {title: Blog opens, kind: go-live, due: 2027-04-02, buffer_days: 0}\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:1:11 hint[go-live-without-buffer] no day is kept free after `Shop opens` | add `buffer_days:` with the days that may go wrong before anybody is disappointed",
            "acme/milestones.yml:3:11 hint[go-live-without-buffer] no day is kept free after `Blog opens` | add `buffer_days:` with the days that may go wrong before anybody is disappointed",
        ],
    },
];
