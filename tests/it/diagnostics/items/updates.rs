//! `updates/`: one day each.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "names that are no day",
        files: &[
            ("acme/updates/20-11-2026.md", "We began.\n"),
            ("acme/updates/2026-11-31.md", "We went on.\n"),
            ("acme/updates/week-47.md", "We rested.\n"),
            ("acme/updates/2026-11-20-first.md", "We began.\n"),
            ("acme/updates/2026-11-19 .md", "We planned.\n"),
        ],
        found: &[
            "acme/updates/20-11-2026.md:1:1 error[update-name] `20-11-2026` is not a day, and an update is called after its day | call it after the day it is of, such as `2026-11-20.md`: year, month and day",
            "acme/updates/2026-11-19 .md:1:1 error[update-name] `2026-11-19 ` is not a day, and an update is called after its day | call the file `2026-11-19.md`; two updates of one day are one file",
            "acme/updates/2026-11-20-first.md:1:1 error[update-name] `2026-11-20-first` is not a day, and an update is called after its day | call the file `2026-11-20.md`; two updates of one day are one file",
            "acme/updates/2026-11-31.md:1:1 error[update-name] `2026-11-31` is not a day, and an update is called after its day | call it after the day it is of, such as `2026-11-20.md`: year, month and day",
            "acme/updates/week-47.md:1:1 error[update-name] `week-47` is not a day, and an update is called after its day | call it after the day it is of, such as `2026-11-20.md`: year, month and day",
        ],
    },
    Case {
        name: "bad news without a reason and without a way out",
        files: &[(
            "acme/updates/2026-11-20.md",
            concat!("---\n", "health: red\n", "---\n", "## Done\n", "\n", "Much.\n"),
        )],
        found: &[
            "acme/updates/2026-11-20.md:2:9 error[health-without-reason] the project is off track, and nothing says why | add `because:` with the reason in a sentence",
            "acme/updates/2026-11-20.md:2:9 error[no-solution] the project is off track, and nothing says what is being done about it | add a heading `## Next` with what you do, and by when",
        ],
    },
    Case {
        name: "bad news with a reason, and with nothing under Next",
        files: &[(
            "acme/updates/2026-11-20.md",
            concat!(
                "---\n",
                "health: at risk\n",
                "because: The supplier is late.\n",
                "---\n",
                "## Next\n",
                "\n",
                "## Done\n",
                "\n",
                "Much.\n"
            ),
        )],
        found: &[
            "acme/updates/2026-11-20.md:2:9 error[no-solution] the project is at risk, and nothing says what is being done about it | add a heading `## Next` with what you do, and by when",
        ],
    },
    Case {
        name: "health and fields with slips",
        files: &[(
            "acme/updates/2026-11-20.md",
            concat!(
                "---\n",
                "health: geen\n",
                "becuase: All is well.\n",
                "author: Bo\n",
                "audeince: sponsor\n",
                "title: News\n",
                "---\n",
                "We began.\n"
            ),
        )],
        found: &[
            "acme/updates/2026-11-20.md:2:9 error[wrong-value] `geen` does not say how the project is doing | did you mean `green`?",
            "acme/updates/2026-11-20.md:3:1 warning[unknown-front-matter] there is no field `becuase` here | did you mean `because`?",
            "acme/updates/2026-11-20.md:4:1 warning[unknown-front-matter] there is no field `author` here | the fields known here are `id`, `was`, `audience`, `draft`, `dropped`, `health`, `because`",
            "acme/updates/2026-11-20.md:5:1 error[unknown-field] there is no field `audeince` here | did you mean `audience`?",
            "acme/updates/2026-11-20.md:6:1 warning[unknown-front-matter] there is no field `title` here | the fields known here are `id`, `was`, `audience`, `draft`, `dropped`, `health`, `because`",
        ],
    },
    Case {
        name: "good while something is late",
        files: &[
            ("acme/updates/2026-11-20.md", concat!("---\n", "health: green\n", "---\n", "We began.\n")),
            ("acme/tasks.yml", "- {title: Send the photos, due: 2026-11-18}\n"),
            ("acme/milestones.yml", "- {title: Texts agreed, due: 2026-11-17}\n"),
        ],
        found: &[
            "acme/updates/2026-11-20.md:2:9 warning[green-while-overdue] the project is said to be on track, and `Texts agreed` was due on 2026-11-17 | say in a new update how it really is, move the date with its reason, or mark it as done",
        ],
    },
    Case {
        name: "an update that was promised",
        files: &[
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "project: New shop\n",
                    "address: harbour-42\n",
                    "comms: {updates: every Friday}\n"
                ),
            ),
            ("acme/updates/2026-11-06.md", "We began.\n"),
        ],
        found: &[
            "acme/updates/2026-11-06.md:1:1 warning[update-overdue] an update was promised for 2026-11-13, and the newest is of 2026-11-06 | write one: `vestibule new update acme`",
        ],
    },
    Case {
        name: "an update in a folder of its own, and a file beside",
        files: &[
            ("acme/updates/2026/2026-11-20.md", "We began.\n"),
            ("acme/updates/2026-11-21.markdown", "We went on.\n"),
            ("acme/Updates/2026-11-22.md", "We rested.\n"),
        ],
        found: &[
            "acme/Updates:1:1 error[file-name] this folder would be left out: capital letters and endings count | call it `updates`",
            "acme/updates/2026-11-21.markdown:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `2026-11-21.md`",
            "acme/updates/2026-11-21.markdown:1:1 warning[misplaced-file] nothing links to this file, so nobody will see it | link to it from a text, or put it into the folder `files`",
            "acme/updates/2026/2026-11-20.md:1:1 error[update-name] `2026/2026-11-20` is not a day, and an update is called after its day | call the file `2026-11-20.md`; two updates of one day are one file",
        ],
    },
    Case {
        name: "an update linked from everywhere",
        files: &[(
            "acme/updates/2026-11-20.md",
            "See [home](/), [us](about), [next](2026-11-27.md) and [plan](../milestones.yml).\n",
        )],
        found: &[
            "acme/updates/2026-11-20.md:1:16 error[broken-link] there is no file `updates/about` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/updates/2026-11-20.md:1:29 error[broken-link] there is no file `updates/2026-11-27.md` in the client's folder | did you mean `2026-11-20.md`?",
            "acme/updates/2026-11-20.md:1:55 error[broken-link] `milestones.yml` is not published | link to a file in `docs` or `files`",
        ],
    },
];
