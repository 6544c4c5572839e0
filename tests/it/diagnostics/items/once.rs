//! One mistake is told once, and what to do about it fits the field.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "what follows from a refused value is not said",
        files: &[
            ("acme/updates/2026-11-20.md", "---\nhealth: red\nbecause: [a, b]\n---\n## Next\n\nWe ask.\n"),
            ("acme/milestones.yml", "- title: A\n  due: soon\n  moves: {to: 2027-01-20, why: [x, y]}\n- titel: B\n"),
        ],
        found: &[
            "acme/milestones.yml:2:8 error[wrong-date] `soon` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/milestones.yml:3:32 error[wrong-shape] `why` is a text, but this is a list | write it on the same line, without `-` or brackets",
            "acme/milestones.yml:4:3 error[unknown-field] there is no field `titel` here | did you mean `title`?",
            "acme/updates/2026-11-20.md:3:10 error[wrong-shape] `because` is a text, but this is a list | write it on the same line, without `-` or brackets",
        ],
    },
    Case {
        name: "an amount where the currency is refused",
        files: &[
            ("acme/client.yml", "name: Acme\nproject: New shop\naddress: harbour-42\ncurrency: EUROS\n"),
            ("acme/decisions/0001-x.md", "---\nstatus: accepted\neffect: {cost: 1200}\n---\n# X\n\nYes.\n"),
        ],
        found: &[
            "acme/client.yml:4:11 error[wrong-value] there is no currency `EUROS` | write its three capital letters, such as `EUR`",
        ],
    },
    Case {
        name: "an audience with a slip is nobody's, and no link to it gives it away",
        files: &[
            ("acme/docs/start.md", "[Prices](prices.md)\n"),
            ("acme/docs/prices.md", "---\naudiance: client\n---\n# Prices\n"),
            ("acme/docs/terms.md", "----\naudience: client\n----\n# Terms\n\n[Prices](prices.md)\n"),
        ],
        found: &[
            "acme/docs/prices.md:2:1 error[unknown-field] there is no field `audiance` here | did you mean `audience`?",
            "acme/docs/terms.md:1:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
        ],
    },
    Case {
        name: "names that are somebody's first, and several at once",
        files: &[
            (
                "acme/people.yml",
                concat!(
                    "- {name: Anna Lindqvist, side: client}\n",
                    "- {name: Mira Vos, side: us, primary: true}\n",
                    "- {name: Bo Berg, side: us, backup: true}\n"
                ),
            ),
            (
                "acme/tasks.yml",
                concat!(
                    "- {title: A, owner: Anna}\n",
                    "- {title: B, owner: [Anna Lindqvist, Mira Vos]}\n",
                    "- title: C\n",
                    "  owner: Anna Lindqvist, Mira Vos\n"
                ),
            ),
        ],
        found: &[
            "acme/tasks.yml:1:21 error[unknown-reference] there is no person called `Anna` | did you mean `Anna Lindqvist`?",
            "acme/tasks.yml:2:21 error[wrong-shape] `owner` is a text, but this is a list | one owner only: write one name",
            "acme/tasks.yml:4:10 error[unknown-reference] there is no person called `Anna Lindqvist, Mira Vos` | one person only: write one name",
        ],
    },
    Case {
        name: "signs that were left out",
        files: &[
            (
                "acme/people.yml",
                "- name: Mira Vos\n  side: us\n  primary: true\n- name: Bo Berg\n  side: us\n  backup: true\n- name Per Holm\n  side: client\n",
            ),
            ("acme/tasks.yml", "- title: A\n  title: B\n"),
            ("acme/docs/a.md", "---\napproval: { by: Anna until: 2026-12-11 }\n---\n# A\n"),
            ("acme/files.yml", "files/prices.csv: Our prices\n"),
            ("acme/files/prices.csv", "a,b\n"),
        ],
        found: &[
            "acme/docs/a.md:2:27 error[colon-in-value] there is a second `: ` in this line | write a comma in front of `until`; if it belongs to the text, put the text in quotes",
            "acme/files.yml:1:1 error[broken-link] there is no file `files/prices.csv` in the folder `files` | did you mean `prices.csv`?",
            "acme/people.yml:7:3 error[not-a-field] there is no `:` behind `name` | if it is a field, write `name: Per Holm`",
            "acme/tasks.yml:2:3 error[duplicate-field] `title` stands here a second time | does a new entry begin here? write `- title:`; otherwise keep this one or that on line 1",
        ],
    },
    Case {
        name: "what is allowed stays allowed beside an error",
        files: &[
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\nproject: New shop\naddress: harbour-42\nallow:\n",
                    "  - {check: no-primary, why: All are}\n",
                    "  - {check: no-backup, why: All are}\n"
                ),
            ),
            ("acme/people.yml", "- {name: Mira Vos, side: us}\n"),
            ("acme/docs/start.md", "[Gone](gone.md) and [there](..\\..\\files\\x.pdf)\n"),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/docs/start.md:1:21 error[broken-link] there is no file `....\\files\\x.pdf` in the client's folder | write `/` between folders: `../../files/x.pdf`",
        ],
    },
    Case {
        name: "a status that says more than can be shown",
        files: &[(
            "acme/decisions/0001-x.md",
            "---\nstatus: accepted, but only for 2026 and if the board agrees\n---\n# X\n\nYes.\n",
        )],
        found: &[
            "acme/decisions/0001-x.md:2:9 warning[unknown-status] of this status only `accepted` counts, and the rest is shown nowhere | write `status: accepted`, and what else there is to say into the text",
        ],
    },
];
