//! What only some may see, and what is shared: neither gives anything away, and neither is refused without a reason.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CLIENT: (&str, &str) =
    ("acme/client.yml", "name: Acme\nproject: New shop\naddress: harbour-42\naudiences: [board]\n");

const CASES: &[Case] = &[
    Case {
        name: "a page that is there only because of a file that few have",
        files: &[
            CLIENT,
            (
                "acme/docs/money.md",
                "---\naudience: [board]\n---\n# Money\n\n[Rates](../files/rates.pdf) [All](/documents)\n",
            ),
            ("acme/files/rates.pdf", "%PDF"),
            (
                "acme/tasks.yml",
                "- {title: Read, why: '[All](/documents)'}\n- {title: Pay, why: '[All](/documents)', audience: [board]}\n",
            ),
        ],
        found: &[
            "acme/tasks.yml:1:23 error[restricted-link] this link would give away `/documents`: for some who read this page nothing stands there | take the link out, or give this text the `audience` of those who have something there",
        ],
    },
    Case {
        name: "two groups who see a page each for a reason of their own",
        files: &[
            CLIENT,
            ("acme/docs/money.md", "---\naudience: [board]\n---\n# Money\n"),
            ("acme/docs/plan.md", "---\naudience: [client]\n---\n# Plan\n"),
            ("acme/docs/open.md", "---\naudience: [client, board]\n---\n# Open\n"),
            ("acme/tasks.yml", "- {title: Read, why: '[All](/documents), [open](docs/open.md)'}\n"),
        ],
        found: &[],
    },
    Case {
        name: "a word that few, or nobody yet, have another meaning for",
        files: &[
            CLIENT,
            ("shared/glossary.yml", "Margin: What is left.\nCrust: What is outside.\nCrumb: What is inside.\n"),
            ("acme/docs/start.md", "[A](/glossary#margin) [B](/glossary#crust) [C](/glossary#loan) The crumb.\n"),
            (
                "acme/glossary.yml",
                concat!(
                    "Margin: {short: What the bank has., audience: [board]}\n",
                    "Crust: {short: A debt., draft: true}\n",
                    "Loan: {short: Money of others., audience: [board]}\n",
                ),
            ),
        ],
        found: &[
            "acme/docs/start.md:1:44 error[restricted-link] this link would give away `Loan` (`#loan`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
        ],
    },
    Case {
        name: "files of the client's where shared ones lie",
        files: &[
            ("shared/docs/rules.md", "# Rules\n\n![Coin](coin.svg) ![Same](same.svg)\n"),
            ("shared/docs/unused.md", "# Unused\n\n![Free](free.svg)\n"),
            ("shared/docs/coin.svg", "<svg/>"),
            ("shared/docs/same.svg", "<svg/>"),
            ("shared/docs/free.svg", "<svg/>"),
            ("shared/docs/way.svg", "<svg/>"),
            ("shared/photos/mira.png", "a face"),
            ("shared/people.yml", "- {name: Mira Vos, side: us, photo: photos/mira.png}\n"),
            (
                "acme/docs/start.md",
                "[Rules](rules.md) ![A](coin.svg) ![B](same.svg) ![C](free.svg) ![D](../../shared/docs/way.svg)\n",
            ),
            ("acme/docs/coin.svg", "<svg id='own'/>"),
            ("acme/docs/same.svg", "<svg/>"),
            ("acme/docs/free.svg", "<svg id='own'/>"),
            ("acme/docs/way.svg", "<svg id='own'/>"),
            ("acme/photos/mira.png", "another face"),
            ("acme/tasks.yml", "- {title: Read, owner: Mira Vos}\n"),
        ],
        found: &[
            "acme/docs/coin.svg:1:1 error[covered-file] shared/docs/rules.md refers to `shared/docs/coin.svg`, and this is another file of that name | give this file another name, and change the links to it",
            "acme/docs/way.svg:1:1 error[covered-file] acme/docs/start.md refers to `shared/docs/way.svg`, and this is another file of that name | give this file another name, and change the links to it",
            "acme/photos/mira.png:1:1 error[covered-file] shared/people.yml refers to `shared/photos/mira.png`, and this is another file of that name | give this file another name, and change the links to it",
        ],
    },
    Case {
        name: "what is wrong with something shared that the client does not use",
        files: &[
            (
                "shared/people.yml",
                "- {name: Mira Vos, side: us, photo: photos/gone.png, bio: '[Plan](files/plan.pdf)'}\n",
            ),
            ("shared/docs/start.md", "# Other start\n"),
            ("shared/docs/rules.md", concat!("---\n", "id: beginning\n", "---\n", "# Rules\n")),
            ("acme/docs/hello.md", concat!("---\n", "id: beginning\n", "---\n", "# Hello\n")),
        ],
        found: &[],
    },
    Case {
        name: "the same once it is used",
        files: &[
            ("shared/people.yml", "- {name: Mira Vos, side: us, bio: '[Plan](files/plan.pdf)'}\n"),
            ("shared/docs/rules.md", concat!("---\n", "id: beginning\n", "---\n", "# Rules\n")),
            ("acme/docs/hello.md", concat!("---\n", "id: beginning\n", "---\n", "[Rules](rules.md)\n")),
            ("acme/tasks.yml", "- {title: Read, owner: Mira Vos}\n"),
        ],
        found: &[
            "shared/docs/rules.md:2:5 error[duplicate-id] there are two documents with the id `beginning` | the first is at acme/docs/hello.md:2; give one of them another name or an `id:` of its own",
            "shared/people.yml:1:36 error[broken-link] there is no file `files/plan.pdf` in the client's folder | put `plan.pdf` into the folder `files`, or name a file that is there",
        ],
    },
    Case {
        name: "places on the page where the text of client.yml stands",
        files: &[
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "project: New shop\n",
                    "address: harbour-42\n",
                    "health: amber\n",
                    "because: '[Mira](#person.mira-vos)'\n",
                    "comms: {escalation: 'Ask [Mira](#person.mira-vos) or [Bo](#person.bo).'}\n",
                ),
            ),
            (
                "acme/people.yml",
                "- {name: Mira Vos, side: us, primary: true}\n- {name: Bo Berg, side: us, backup: true}\n- {name: Ada Lund, side: client}\n",
            ),
        ],
        found: &[
            "acme/client.yml:5:11 error[broken-anchor] there is nothing called `#person.mira-vos` on the page `/` | that page has no headings",
            "acme/client.yml:6:54 error[broken-anchor] there is nothing called `#person.bo` on the page `/about` | its headings are `#person.mira-vos`, `#person.bo-berg`, `#person.ada-lund`",
        ],
    },
];

/// Each of these says by itself that the day on which Tom left has come, and says nothing as a draft.
#[test]
fn whoever_left_before_the_newest_day_of_all_is_gone() {
    let files: &[&[(&str, &str)]] = &[
        &[("acme/files.yml", "plan.csv: {date: 2026-11-20DRAFT}\n"), ("acme/files/plan.csv", "1,2\n")],
        &[("acme/roadmap.yml", "- {title: Build, dropped: {on: 2026-11-20, why: It is too dear.}DRAFT}\n")],
        &[("acme/milestones.yml", "- {title: Opening, due: 2026-11-20, done: 2026-11-20DRAFT}\n")],
        &[("acme/updates/2026-11-20.md", "---\nDRAFT\n---\nAll well.\n")],
    ];
    for files in files {
        for draft in [false, true] {
            let workspace = crate::checks::example(vestibule::check::BASE);
            for (path, text) in *files {
                let written = if path.ends_with(".md") { "draft: true" } else { ", draft: true" };
                workspace.write(path, text.replace("DRAFT", if draft { written } else { "" }));
            }
            workspace.write("acme/people.yml", PEOPLE);
            workspace.write("acme/tasks.yml", "- {title: Send the photos, owner: Tom Baert}\n");
            let left = "acme/tasks.yml:1:35 error[owner-left] `Send the photos` is open and lies with Tom Baert, who works on the project no more | name who sees to it now";
            let expected: &[&str] = if draft { &[] } else { &[left] };
            assert_eq!(crate::checks::found(&workspace), expected, "{files:?} {draft}");
        }
    }
}

const PEOPLE: &str = "\
- {name: Mira Vos, side: us, primary: true}
- {name: Bo Berg, side: us, backup: true}
- {name: Tom Baert, side: client, left: 2026-11-19}
";

/// Each name is looked for once, and in the list of its own kind alone.
#[test]
fn very_many_tasks_of_nobody_are_said_in_a_moment() {
    let workspace = crate::checks::example(vestibule::check::BASE);
    workspace.write("acme/people.yml", PEOPLE);
    let owner = |n: usize| if n.is_multiple_of(2) { "Miro Vos".to_owned() } else { format!("Somebody {n}") };
    let tasks = (0..20_000).map(|n| format!("- {{title: T{n}, owner: {}, needs: [T{}]}}\n", owner(n), n + 1));
    workspace.write("acme/tasks.yml", tasks.collect::<String>() + "- {title: T20000}\n");
    let begun = std::time::Instant::now();
    let found = crate::checks::found(&workspace);
    assert!(begun.elapsed() < std::time::Duration::from_secs(60), "{:?}", begun.elapsed());
    let near =
        found.iter().filter(|one| one.ends_with("there is no person called `Miro Vos` | did you mean `Mira Vos`?"));
    assert_eq!((found.len(), near.count()), (20_000, 10_000));
}
