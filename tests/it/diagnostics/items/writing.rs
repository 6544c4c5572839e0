//! How the files are written: signs, line ends, order.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "pictures and other scripts in titles, and columns counted in letters",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- {title: \"🚀🎉 Start\", due: nie}\n",
                "- {title: \"فتح المتجر\", due: soon}\n",
                "- {title: \"👩🏽\u{200d}💻\", due: 2026-11-20}\n",
                "- {title: \"Ouverture à Évry\", kind: fête}\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:1:28 error[wrong-date] `nie` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/milestones.yml:2:30 error[wrong-date] `soon` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/milestones.yml:3:11 error[wrong-value] `👩🏽\u{200d}💻` has no letter and no digit, so nothing can be named after it | use words, or add an `id:` such as `id: first-release`",
            "acme/milestones.yml:4:37 error[wrong-value] there is no kind of milestone called `fête` | a kind is `delivery`, `approval`, `event` or `go-live`",
        ],
    },
    Case {
        name: "titles of other scripts name each other",
        files: &[(
            "acme/tasks.yml",
            concat!(
                "- {title: ارسال الصور}\n",
                "- {title: 写真を送る, needs: [ارسال الصور]}\n",
                "- {title: Öffnen, needs: [写真を送る, Offnen]}\n"
            ),
        )],
        found: &[
            "acme/tasks.yml:3:34 error[unknown-reference] there is no milestone, no task, no decision called `Offnen` | did you mean `Öffnen`?",
        ],
    },
    Case {
        name: "lines that end as on other computers",
        files: &[
            (
                "acme/milestones.yml",
                concat!(
                    "- title: Shop opens\r\n",
                    "  due: 31.02.2026\r\n",
                    "  kind: go-live\r\n",
                    "  bufer_days: 5\r\n"
                ),
            ),
            ("acme/tasks.yml", "- title: Send\r  id: send\r  due: soon\r"),
        ],
        found: &[
            "acme/milestones.yml:2:8 error[wrong-date] `31.02.2026` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/milestones.yml:4:3 error[unknown-field] there is no field `bufer_days` here | did you mean `buffer_days`?",
            "acme/tasks.yml:3:8 error[wrong-date] `soon` is not a date | write year, month and day, such as `2026-11-20`",
        ],
    },
    Case {
        name: "a mark at the beginning of the file",
        files: &[
            ("acme/people.yml", concat!("\u{feff}- name: Mira Vos\n", "  side: ours\n")),
            ("acme/roadmap.yml", concat!("\u{feff}\n", "- titel: Design\n")),
            ("acme/files.yml", "\u{feff}gone.txt: Gone\n"),
            ("acme/updates/2026-11-20.md", concat!("\u{feff}---\n", "health: geen\n", "---\n", "We began.\n")),
        ],
        found: &[
            "acme/files.yml:1:1 error[broken-link] there is no file `gone.txt` in the folder `files` | put the file into the folder `files`, or take this entry out",
            "acme/people.yml:2:9 error[wrong-value] `ours` is neither your side nor the client's | write `us` for your own people and `client` for the client's",
            "acme/roadmap.yml:2:3 error[unknown-field] there is no field `titel` here | did you mean `title`?",
            "acme/updates/2026-11-20.md:2:9 error[wrong-value] `geen` does not say how the project is doing | did you mean `green`?",
        ],
    },
    Case {
        name: "no is a title",
        files: &[
            (
                "acme/milestones.yml",
                concat!(
                    "- {title: no}\n",
                    "- {title: NO, id: really}\n",
                    "- {title: 2026, phase: yes}\n",
                    "- {title: 1.10, needs: [no, 2026]}\n",
                    "- {title: null}\n"
                ),
            ),
            ("acme/roadmap.yml", concat!("- {title: yes}\n", "- {title: on}\n")),
        ],
        found: &[
            "acme/milestones.yml:5:4 error[missing-field] `title` has no value | write it behind the colon, such as `title: Design approved`",
        ],
    },
    Case {
        name: "values that a colon or a hash cuts off",
        files: &[
            (
                "acme/tasks.yml",
                concat!("- title: Photos: all of them\n", "- title: Send photo #2\n", "  why: It is late: very late\n"),
            ),
            (
                "acme/milestones.yml",
                concat!("- title: Shop opens\n", "  note: Call Ada: she knows\n", "  kind: event\n"),
            ),
        ],
        found: &[
            "acme/milestones.yml:2:17 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `note: \"Call Ada: she knows\"`",
            "acme/tasks.yml:1:16 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `title: \"Photos: all of them\"`",
            "acme/tasks.yml:2:21 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes: `title: \"Send photo #2\"`; if a remark is meant, write a space after `#`",
            "acme/tasks.yml:3:18 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `why: \"It is late: very late\"`",
        ],
    },
    Case {
        name: "tabs, and fields under nothing",
        files: &[
            ("acme/tasks.yml", concat!("- title: Send the photos\n", "\towner: Ada\n", "- title: Ask\n")),
            ("acme/milestones.yml", concat!("- title: Shop opens\n", "   due: 2027-03-02\n")),
        ],
        found: &[
            "acme/milestones.yml:2:7 error[yaml-syntax] this line begins further to the right than the fields around it, so it counts as more of the text above | begin it in the same column; if it is more of that text, put the whole text in quotes",
            "acme/tasks.yml:2:1 error[yaml-tab] this line is indented with a tab | indent with spaces: two for each level",
        ],
    },
    Case {
        name: "one field twice",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- title: Shop opens\n",
                "  due: 2027-03-02\n",
                "  due: 2027-03-09\n",
                "- title: Blog opens\n",
                "  moves: []\n",
                "  moves: []\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:3:3 error[duplicate-field] `due` stands here a second time | it was already given on line 2: keep one of the two",
            "acme/milestones.yml:6:3 error[duplicate-field] `moves` stands here a second time | it was already given on line 5: keep one of the two",
        ],
    },
    Case {
        name: "empty files are nothing",
        files: &[
            ("acme/people.yml", ""),
            ("acme/roadmap.yml", "\n"),
            ("acme/milestones.yml", "# later\n"),
            ("acme/tasks.yml", "[]\n"),
            ("acme/files.yml", "{}\n"),
            ("acme/glossary.yml", "---\n"),
        ],
        found: &[
            "acme/people.yml:1:1 warning[no-backup] nobody stands in for the one to turn to | add `backup: true` to one more of your own people",
            "acme/people.yml:1:1 warning[no-primary] nobody on your side is the one to turn to | add `primary: true` to one of your own people",
        ],
    },
    Case {
        name: "files of the wrong name",
        files: &[
            ("acme/milestones.yaml", "- title: A\n"),
            ("acme/People.yml", "- name: B\n"),
            ("acme/Decisions/0001-x.md", "# X\n"),
        ],
        found: &[
            "acme/Decisions:1:1 error[file-name] this folder would be left out: capital letters and endings count | call it `decisions`",
            "acme/People.yml:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `people.yml`",
            "acme/milestones.yaml:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `milestones.yml`",
        ],
    },
    Case {
        name: "several mistakes in every file come in the order of the files",
        files: &[
            ("acme/people.yml", "- {name: Mira Vos, side: u, emial: x}\n"),
            ("acme/roadmap.yml", "- {titel: Design}\n"),
            ("acme/milestones.yml", "- {title: Shop opens, due: soon, kind: x}\n"),
            ("acme/tasks.yml", "- {title: Send, due: soon, why: [x]}\n"),
            ("acme/files.yml", "a.txt: A\n"),
            ("acme/glossary.yml", "Word: {means: x}\n"),
            ("acme/updates/2026-11-20.md", concat!("---\n", "health: x\n", "---\n", "[gone](gone.md)\n")),
            ("acme/decisions/0001-x.md", concat!("---\n", "status: acepted\n", "---\n", "# X\n", "\n", "Well.\n")),
            ("acme/docs/a.md", concat!("---\n", "kind: x\n", "---\n")),
            ("acme/client.yml", concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "health: x\n")),
            ("vestibule.yml", concat!("name: Linden Studio\n", "closed_days: [x]\n")),
        ],
        found: &[
            "acme/client.yml:4:9 error[wrong-value] `x` does not say how the project is doing | it is `on track`, `at risk`, `off track` or `paused`",
            "acme/decisions/0001-x.md:2:9 error[misspelt-status] there is no status `acepted` | did you mean `accepted`?",
            "acme/docs/a.md:2:7 error[wrong-value] there is no kind of document called `x` | a kind is `tutorial`, `how-to`, `reference` or `explanation`",
            "acme/files.yml:1:1 error[broken-link] there is no file `a.txt` in the folder `files` | put the file into the folder `files`, or take this entry out",
            "acme/glossary.yml:1:7 error[missing-field] `short` is missing | add a line such as `short: what it means, in a sentence`",
            "acme/milestones.yml:1:28 error[wrong-date] `soon` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/milestones.yml:1:40 error[wrong-value] there is no kind of milestone called `x` | a kind is `delivery`, `approval`, `event` or `go-live`",
            "acme/people.yml:1:26 error[wrong-value] `u` is neither your side nor the client's | did you mean `us`?",
            "acme/people.yml:1:29 error[unknown-field] there is no field `emial` here | did you mean `email`?",
            "acme/roadmap.yml:1:4 error[unknown-field] there is no field `titel` here | did you mean `title`?",
            "acme/tasks.yml:1:22 error[wrong-date] `soon` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/tasks.yml:1:33 error[wrong-shape] `why` is a text, but this is a list | write it on the same line, without `-` or brackets",
            "acme/updates/2026-11-20.md:2:9 error[wrong-value] `x` does not say how the project is doing | it is `on track`, `at risk`, `off track` or `paused`",
            "acme/updates/2026-11-20.md:4:1 error[broken-link] there is no file `updates/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "vestibule.yml:2:15 error[wrong-date] `x` is not a date | write year, month and day, such as `2026-11-20`",
        ],
    },
];
