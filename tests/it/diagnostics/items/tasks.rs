//! `tasks.yml` and what items need of each other.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "tasks without a title, and tasks that are texts",
        files: &[(
            "acme/tasks.yml",
            concat!("- owner: Ada Lund\n", "- Send the photos\n", "- title: [Send, the, photos]\n"),
        )],
        found: &[
            "acme/tasks.yml:1:3 error[missing-field] `title` is missing | add a line such as `title: Send the product photos`",
            "acme/tasks.yml:2:3 error[wrong-shape] here should be fields (`name: value`), but this is a text | write one field per line, such as `name: Acme`",
            "acme/tasks.yml:3:10 error[wrong-shape] `title` is a text, but this is a list | write it on the same line, without `-` or brackets",
        ],
    },
    Case {
        name: "fields that tasks do not have",
        files: &[(
            "acme/tasks.yml",
            concat!(
                "- title: Send the photos\n",
                "  onwer: Ada Lund\n",
                "  deadline: 2026-11-30\n",
                "  status: open\n"
            ),
        )],
        found: &[
            "acme/tasks.yml:2:3 error[unknown-field] there is no field `onwer` here | did you mean `owner`?",
            "acme/tasks.yml:3:3 error[unknown-field] there is no field `deadline` here | the fields known here are `title`, `id`, `was`, `audience`, `draft`, `dropped`, `owner`, `due`, `why`, `needs`, `done`",
            "acme/tasks.yml:4:3 error[unknown-field] there is no field `status` here | the fields known here are `title`, `id`, `was`, `audience`, `draft`, `dropped`, `owner`, `due`, `why`, `needs`, `done`",
        ],
    },
    Case {
        name: "needs with commas and no brackets",
        files: &[(
            "acme/tasks.yml",
            concat!(
                "- title: Send the photos\n",
                "  needs: Pick the photos, Ask the shops\n",
                "- title: Pick the photos\n",
                "- title: Ask the shops\n"
            ),
        )],
        found: &[
            "acme/tasks.yml:2:10 error[list-without-brackets] `needs` is a list, but this is one text with commas in it | write `needs: [Pick the photos, Ask the shops]`, or put it in quotes if it is one text",
        ],
    },
    Case {
        name: "a title with a comma in a list",
        files: &[(
            "acme/tasks.yml",
            concat!(
                "- title: Send photos, prices and texts\n",
                "- title: Open\n",
                "  needs: [Send photos, prices and texts]\n",
                "- title: Close\n",
                "  needs: [\"Send photos, prices and texts\"]\n"
            ),
        )],
        found: &[
            "acme/tasks.yml:3:11 error[unknown-reference] there is no milestone, no task, no decision called `Send photos` | write a title as it stands in `milestones.yml` or `tasks.yml` or `decisions/`, or its `id`",
            "acme/tasks.yml:3:24 error[unknown-reference] there is no milestone, no task, no decision called `prices and texts` | write a title as it stands in `milestones.yml` or `tasks.yml` or `decisions/`, or its `id`",
        ],
    },
    Case {
        name: "two that need each other",
        files: &[(
            "acme/tasks.yml",
            concat!(
                "- title: Send the photos\n",
                "  needs: [Pick the photos]\n",
                "- title: Pick the photos\n",
                "  needs: [Send the photos]\n"
            ),
        )],
        found: &[
            "acme/tasks.yml:4:11 error[circular-needs] `Send the photos`, `Pick the photos` need each other, so none can begin: `Pick the photos` needs `Send the photos` | take one of these needs out",
        ],
    },
    Case {
        name: "one that needs itself",
        files: &[("acme/milestones.yml", concat!("- title: Shop opens\n", "  needs: [shop-opens]\n"))],
        found: &[
            "acme/milestones.yml:2:11 error[circular-needs] `Shop opens` needs itself, so it can never begin | take one of these needs out",
        ],
    },
    Case {
        name: "three that need each other across files",
        files: &[
            (
                "acme/tasks.yml",
                concat!(
                    "- title: Send the photos\n",
                    "  needs: [Shop opens]\n",
                    "- title: Pick the photos\n",
                    "  needs: [Send the photos]\n"
                ),
            ),
            (
                "acme/milestones.yml",
                concat!(
                    "- title: Shop opens\n",
                    "  needs: [Design approved, Pick the photos]\n",
                    "- title: Design approved\n"
                ),
            ),
        ],
        found: &[
            "acme/tasks.yml:2:11 error[circular-needs] `Shop opens`, `Pick the photos`, `Send the photos` need each other, so none can begin: `Send the photos` needs `Shop opens` | take one of these needs out",
        ],
    },
    Case {
        name: "a need that is a task and a milestone",
        files: &[
            ("acme/tasks.yml", concat!("- title: Training\n", "- title: Invite everybody\n", "  needs: [Training]\n")),
            ("acme/milestones.yml", "- title: Training\n"),
        ],
        found: &[
            "acme/tasks.yml:3:11 error[unknown-reference] `Training` is a milestone and a task | give one of the two an `id:` of its own (acme/tasks.yml:1), and use that",
        ],
    },
    Case {
        name: "needs that lead nowhere",
        files: &[(
            "acme/tasks.yml",
            concat!("- title: Send the photos\n", "  needs: [Pick the fotos, Rain]\n", "- title: Pick the photos\n"),
        )],
        found: &[
            "acme/tasks.yml:2:11 error[unknown-reference] there is no milestone, no task, no decision called `Pick the fotos` | did you mean `Pick the photos`?",
            "acme/tasks.yml:2:27 error[unknown-reference] there is no milestone, no task, no decision called `Rain` | write a title as it stands in `milestones.yml` or `tasks.yml` or `decisions/`, or its `id`",
        ],
    },
    Case {
        name: "open work of somebody who left",
        files: &[
            (
                "acme/people.yml",
                concat!(
                    "- {name: Mira Vos, side: us, primary: true}\n",
                    "- {name: Bo Berg, side: us, backup: true}\n",
                    "- {name: Ada Lund, side: client, left: true}\n"
                ),
            ),
            (
                "acme/tasks.yml",
                concat!(
                    "- {title: Send the photos, owner: Ada Lund}\n",
                    "- {title: Pick the photos, owner: Ada Lund, done: 2026-10-01}\n",
                    "- {title: Ask the shops, owner: Ada Lund, dropped: {on: 2026-11-02, why: All said yes.}}\n"
                ),
            ),
            (
                "acme/milestones.yml",
                concat!(
                    "- {title: Design approved, due: 2026-12-01, approval: {by: Ada Lund, until: 2026-11-30}}\n",
                    "- {title: Texts approved, approval: {by: Ada Lund, on: 2026-10-30}}\n"
                ),
            ),
            (
                "acme/decisions/0001-colour.md",
                concat!(
                    "---\n",
                    "status: proposed\n",
                    "needed_by: 2026-12-01\n",
                    "decision-makers: [Ada Lund]\n",
                    "---\n",
                    "# Which colour?\n"
                ),
            ),
            (
                "acme/docs/rules.md",
                concat!("---\n", "approval: {by: Ada Lund, until: 2026-12-01}\n", "---\n", "# Rules\n"),
            ),
        ],
        found: &[
            "acme/decisions/0001-colour.md:4:19 error[owner-left] `Which colour?` is open and lies with Ada Lund, who works on the project no more | name who sees to it now",
            "acme/docs/rules.md:2:16 error[owner-left] `Rules` is open and lies with Ada Lund, who works on the project no more | name who sees to it now",
            "acme/milestones.yml:1:60 error[owner-left] `Design approved` is open and lies with Ada Lund, who works on the project no more | name who sees to it now",
            "acme/tasks.yml:1:35 error[owner-left] `Send the photos` is open and lies with Ada Lund, who works on the project no more | name who sees to it now",
        ],
    },
];
