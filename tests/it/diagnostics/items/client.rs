//! `client.yml`: what is agreed with one client.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "health that is bad, and nothing says why",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "health: amber\n"),
        )],
        found: &[
            "acme/client.yml:4:9 error[health-without-reason] the project is at risk, and nothing says why | add `because:` with the reason in a sentence",
        ],
    },
    Case {
        name: "health in other words",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "health: yelow\n"),
        )],
        found: &[
            "acme/client.yml:4:9 error[wrong-value] `yelow` does not say how the project is doing | it is `on track`, `at risk`, `off track` or `paused`",
        ],
    },
    Case {
        name: "health that is a colour of another scheme",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: Acme\n",
                "project: New shop\n",
                "address: harbour-42\n",
                "health: orange\n",
                "because: The supplier is late.\n"
            ),
        )],
        found: &[
            "acme/client.yml:4:9 error[wrong-value] `orange` does not say how the project is doing | write `at risk`",
        ],
    },
    Case {
        name: "what matters to a client",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "focus: [dates, budget, beauty]\n"),
        )],
        found: &[
            "acme/client.yml:4:9 error[wrong-value] `dates` is nothing that a portal can put first | did you mean `date`?",
            "acme/client.yml:4:24 error[wrong-value] `beauty` is nothing that a portal can put first | what matters is `date`, `budget` or `quality`, in the client's own order",
        ],
    },
    Case {
        name: "what matters without brackets",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "focus: date, budget\n"),
        )],
        found: &[
            "acme/client.yml:4:8 error[list-without-brackets] `focus` is a list, but this is one text with commas in it | write `focus: [date, budget]`, or put it in quotes if it is one text",
        ],
    },
    Case {
        name: "money that is none",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "currency: eur\n"),
        )],
        found: &["acme/client.yml:4:11 error[wrong-value] there is no currency `eur` | did you mean `EUR`?"],
    },
    Case {
        name: "money by its sign",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "currency: €\n"),
        )],
        found: &[
            "acme/client.yml:4:11 error[wrong-value] there is no currency `€` | write its three capital letters, such as `EUR`",
        ],
    },
    Case {
        name: "how we keep in touch, all wrong",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: Acme\n",
                "project: New shop\n",
                "address: harbour-42\n",
                "comms:\n",
                "  updates: weekley\n",
                "  chanel: mail\n",
                "  answer_within: soon\n",
                "  escalation: [Ada]\n"
            ),
        )],
        found: &[
            "acme/client.yml:5:12 error[wrong-value] `weekley` does not say how often | did you mean `weekly`?",
            "acme/client.yml:6:3 error[unknown-field] there is no field `chanel` here | did you mean `channel`?",
            "acme/client.yml:7:18 error[wrong-value] `soon` does not say how soon a question is answered | write a number and `hours`, `days` or `working days`, such as `1 working day`",
            "acme/client.yml:8:15 error[wrong-shape] `escalation` is a text, but this is a list | write it on the same line, without `-` or brackets",
        ],
    },
    Case {
        name: "how often, in words that do not say it",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: Acme\n",
                "project: New shop\n",
                "address: harbour-42\n",
                "comms: {updates: often, answer_within: 100 days}\n"
            ),
        )],
        found: &[
            "acme/client.yml:4:18 error[wrong-value] `often` does not say how often | write `weekly`, `every two weeks`, `monthly` or `every Friday`",
            "acme/client.yml:4:40 error[wrong-value] `100 days` does not say how soon a question is answered | write a number and `hours`, `days` or `working days`, such as `1 working day`",
        ],
    },
    Case {
        name: "a day of the week more often than it comes",
        files: &[
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "project: New shop\n",
                    "address: harbour-42\n",
                    "comms: {updates: daily on Friday}\n"
                ),
            ),
            (
                "quay/client.yml",
                concat!(
                    "name: Quay\n",
                    "project: New shop\n",
                    "address: meadow-7\n",
                    "comms: {updates: every 10 days on Monday}\n"
                ),
            ),
        ],
        found: &[
            "acme/client.yml:4:18 error[wrong-value] `daily on Friday` cannot be: a day of the week comes every seven days | leave the day out, or count in weeks or months, such as `every Friday`",
            "quay/client.yml:4:18 error[wrong-value] `every 10 days on Monday` cannot be: a day of the week comes every seven days | leave the day out, or count in weeks or months, such as `every Friday`",
        ],
    },
    Case {
        name: "how we keep in touch in one text",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "comms: by mail\n"),
        )],
        found: &[
            "acme/client.yml:4:8 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `comms: {updates: weekly, channel: mail}`",
        ],
    },
    Case {
        name: "a project that is over",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: Acme\n",
                "project: New shop\n",
                "address: harbour-42\n",
                "closed:\n",
                "  summary: All done.\n",
                "  follow_up: in May\n",
                "  lesson: Ask sooner.\n"
            ),
        )],
        found: &[
            "acme/client.yml:5:3 error[missing-field] `on` is missing | add a line such as `on: 2026-11-20`",
            "acme/client.yml:6:14 error[wrong-date] `in May` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/client.yml:7:3 error[unknown-field] there is no field `lesson` here | did you mean `lessons`?",
        ],
    },
    Case {
        name: "a project that is over since a day",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "closed: 2026-11-20\n"),
        )],
        found: &[
            "acme/client.yml:4:9 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `closed: {on: 2026-11-20, summary: The shop is open}`",
        ],
    },
    Case {
        name: "fields of other people's tools",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: Acme\n",
                "project: New shop\n",
                "address: harbour-42\n",
                "budget: 12\n",
                "helath: green\n",
                "workinghours: 9 to 5\n"
            ),
        )],
        found: &[
            "acme/client.yml:4:1 error[unknown-field] there is no field `budget` here | the fields known here are `name`, `project`, `address`, `language`, `timezone`, `audiences`, `working_hours`, `focus`, `currency`, `health`, `because`, `comms`, `closed`, `allow`",
            "acme/client.yml:5:1 error[unknown-field] there is no field `helath` here | did you mean `health`?",
            "acme/client.yml:6:1 error[unknown-field] there is no field `workinghours` here | did you mean `working_hours`?",
        ],
    },
    Case {
        name: "a client that is a list",
        files: &[("acme/client.yml", concat!("- name: Acme\n", "- project: New shop\n"))],
        found: &[
            "acme/client.yml:1:1 error[wrong-shape] here should be fields (`name: value`), but this is a list | write one field per line, such as `name: Acme`",
        ],
    },
    Case {
        name: "working hours that are a group",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: Acme\n",
                "project: New shop\n",
                "address: harbour-42\n",
                "working_hours: {from: 9, to: 17}\n"
            ),
        )],
        found: &[
            "acme/client.yml:4:16 error[wrong-shape] `working_hours` is a text, but this is a group of fields | if the text itself has a `: `, put it in quotes",
        ],
    },
    Case {
        name: "audiences that a mistake has cut off are missed nowhere",
        files: &[
            ("acme/client.yml", "name: Acme\nproject: New shop\naudiences: [sponsor, board\naddress: harbour-42\n"),
            ("acme/tasks.yml", "- {title: Send it, audience: [board]}\n- {title: Ask, audience: [Board!]}\n"),
        ],
        found: &[
            "acme/client.yml:3:12 error[yaml-syntax] a list or group begins with a bracket and does not end | close it with `]` or `}`",
            "acme/tasks.yml:2:27 error[unknown-audience] there is no audience `Board!` | declare it in client.yml: `audiences: [board]`",
        ],
    },
    Case {
        name: "a misspelt field of audiences, and one audience that cannot be",
        files: &[
            ("acme/client.yml", "name: Acme\nproject: New shop\naddress: harbour-42\naudience: [sponsor]\n"),
            ("acme/tasks.yml", "- {title: Send it, audience: [sponsor]}\n"),
            ("bolt/client.yml", "name: Cove\nproject: New shop\naddress: quay-7\naudiences: [sponsor, The Board]\n"),
            ("bolt/tasks.yml", "- {title: Send it, audience: [sponsor]}\n- {title: Ask, audience: [board]}\n"),
        ],
        found: &[
            "acme/client.yml:4:1 error[unknown-field] there is no field `audience` here | did you mean `audiences`?",
            "bolt/client.yml:4:22 error[wrong-value] `The Board` cannot be the name of an audience | use up to 32 lower-case letters, digits and `-`, such as `the-board`",
        ],
    },
];
