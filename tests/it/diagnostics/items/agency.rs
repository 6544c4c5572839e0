//! `vestibule.yml`, and what is switched off.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "contacts and colours",
        files: &[("vestibule.yml", concat!("name: Linden Studio\n", "contact: Mira Vos\n", "brand: \"#112233\"\n"))],
        found: &[
            "vestibule.yml:2:10 error[wrong-shape] here should be fields (`name: value`), but this is a text | write one field per line, such as `name: Acme`",
            "vestibule.yml:3:8 error[wrong-shape] here should be fields (`name: value`), but this is a text | write one field per line, such as `name: Acme`",
        ],
    },
    Case {
        name: "days on which nobody works",
        files: &[(
            "vestibule.yml",
            concat!("name: Linden Studio\n", "closed_days: [2026-12-25, 26.12.2026, 2026-02-30, Christmas]\n"),
        )],
        found: &[
            "vestibule.yml:2:27 error[wrong-date] `26.12.2026` is not a date | write year, month and day: `2026-12-26`",
            "vestibule.yml:2:39 error[wrong-date] there is no `2026-02-30`: that month has 28 days | the last day of that month is `2026-02-28`",
            "vestibule.yml:2:51 error[wrong-date] `Christmas` is not a date | write year, month and day, such as `2026-11-20`",
        ],
    },
    Case {
        name: "one day without a list, and a group",
        files: &[(
            "vestibule.yml",
            concat!(
                "name: Linden Studio\n",
                "closed_days: 2026-12-25\n",
                "contact: {name: Mira Vos, mail: mira@linden.example}\n"
            ),
        )],
        found: &["vestibule.yml:3:27 error[unknown-field] there is no field `mail` here | did you mean `email`?"],
    },
    Case {
        name: "a warning is switched off for one client, and a hint for all",
        files: &[
            (
                "vestibule.yml",
                concat!(
                    "name: Linden Studio\n",
                    "allow:\n",
                    "  - {check: unused-term, why: The words are for our calls.}\n"
                ),
            ),
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "project: New shop\n",
                    "address: harbour-42\n",
                    "allow:\n",
                    "  - {check: no-primary, why: The whole team answers.}\n"
                ),
            ),
            ("acme/people.yml", "- {name: Mira Vos, side: us}\n"),
            ("acme/glossary.yml", "Wireframe: A drawing.\n"),
        ],
        found: &[
            "acme/people.yml:1:1 warning[no-backup] nobody stands in for the one to turn to | add `backup: true` to one more of your own people",
        ],
    },
    Case {
        name: "what cannot be switched off",
        files: &[
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "project: New shop\n",
                    "address: harbour-42\n",
                    "allow:\n",
                    "  - {check: broken-link, why: We know.}\n",
                    "  - {check: no-primry, why: We know.}\n",
                    "  - {check: rain, why: We know.}\n"
                ),
            ),
            ("acme/docs/start.md", "[gone](gone.md)\n"),
        ],
        found: &[
            "acme/client.yml:5:13 error[wrong-value] `broken-link` is an error, and errors cannot be switched off | only warnings and hints can be; mend what it is about, and take this entry out",
            "acme/client.yml:6:13 error[wrong-value] there is no check `no-primry` | did you mean `no-primary`?",
            "acme/client.yml:7:13 error[wrong-value] there is no check `rain` | write what stands in brackets behind `warning` or `hint`, such as `update-overdue`",
            "acme/docs/start.md:1:1 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "switched off without a reason",
        files: &[
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "project: New shop\n",
                    "address: harbour-42\n",
                    "allow:\n",
                    "  - {check: no-primary}\n",
                    "  - {why: We know.}\n",
                    "  - {check: no-backup, why: \"\"}\n"
                ),
            ),
            ("acme/people.yml", "- {name: Mira Vos, side: us}\n"),
        ],
        found: &[
            "acme/client.yml:5:5 error[missing-field] `why` is missing | add a line such as `why: the client asked for a break until March`",
            "acme/client.yml:6:5 error[missing-field] `check` is missing | add a line such as `check: update-overdue`",
            "acme/client.yml:7:24 error[missing-field] `why` has no value | write it behind the colon, such as `why: the client asked for a break until March`",
        ],
    },
    Case {
        name: "switched off in other shapes",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "allow: [no-primary, no-backup]\n"),
        )],
        found: &[
            "acme/client.yml:4:9 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `{check: no-primary, why: the client asked for it}`",
            "acme/client.yml:4:21 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `{check: no-backup, why: the client asked for it}`",
        ],
    },
    Case {
        name: "what one client switches off is said of the next",
        files: &[
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "project: New shop\n",
                    "address: harbour-42\n",
                    "allow: {check: no-primary, why: The whole team answers.}\n"
                ),
            ),
            ("acme/people.yml", "- {name: Mira Vos, side: us, backup: true}\n"),
            ("bolt/client.yml", concat!("name: Cove\n", "project: Web site\n", "address: quay-7\n")),
            ("bolt/people.yml", "- {name: Mira Vos, side: us, backup: true}\n"),
        ],
        found: &[
            "bolt/people.yml:1:1 warning[no-primary] nobody on your side is the one to turn to | add `primary: true` to one of your own people",
        ],
    },
];
