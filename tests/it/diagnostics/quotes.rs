//! What stands in quotes, behind a `\`, or between line ends of old: it is read as it is meant, and found where it is.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "escapes that stand for nothing",
        files: &[
            (
                "acme/tasks.yml",
                concat!(
                    "- title: \"one\\u0000\"\n",
                    "- {title: \"two \\\\0 \\x00\", why: 'in \\0 single'}\n",
                    "- title: \"thr\\\\\\U00000000ee\"\n",
                    "- \"titl\\0e\": four\n",
                    "- title: \"five \\\\0 and \\\\u0000\"\n"
                ),
            ),
            ("acme/docs/start.md", "---\ntitle: \"St\\0art\"\n---\n\nHello\n"),
        ],
        found: &[
            "acme/docs/start.md:2:11 error[nul-byte] `\\0` in double quotes stands for a NUL character, which no text has | take it out; if the signs themselves are meant, write `\\\\0` or use single quotes",
            "acme/tasks.yml:1:14 error[nul-byte] `\\u0000` in double quotes stands for a NUL character, which no text has | take it out; if the signs themselves are meant, write `\\\\u0000` or use single quotes",
            "acme/tasks.yml:2:20 error[nul-byte] `\\x00` in double quotes stands for a NUL character, which no text has | take it out; if the signs themselves are meant, write `\\\\x00` or use single quotes",
            "acme/tasks.yml:3:16 error[nul-byte] `\\U00000000` in double quotes stands for a NUL character, which no text has | take it out; if the signs themselves are meant, write `\\\\U00000000` or use single quotes",
            "acme/tasks.yml:4:8 error[nul-byte] `\\0` in double quotes stands for a NUL character, which no text has | take it out; if the signs themselves are meant, write `\\\\0` or use single quotes",
        ],
    },
    Case {
        name: "names in quotes that look like slips",
        files: &[
            ("acme/glossary.yml", "\"-ing\": The ending of a word.\n'-ed': Another ending.\n"),
            (
                "acme/people.yml",
                "- {name: Mira Vos, side: us, primary: true, responsible_for: [\"-ing\", '(a'], role: \"-ing\"}\n- {name: Bo Berg, side: us, backup: true, responsible_for: \"-ing\"}\n",
            ),
            ("acme/tasks.yml", "- \"-ing\": x\n  title: One\n"),
        ],
        found: &[
            "acme/tasks.yml:1:3 error[unknown-field] there is no field `-ing` here | the fields known here are `title`, `id`, `was`, `audience`, `draft`, `dropped`, `owner`, `due`, `why`, `needs`, `done`",
        ],
    },
    Case {
        name: "the same without quotes",
        files: &[
            ("acme/glossary.yml", "-ing: The ending of a word.\n"),
            ("acme/people.yml", "- {name: Mira Vos, side: us, responsible_for: -ing}\n"),
        ],
        found: &[
            "acme/glossary.yml:1:1 error[not-a-field] there is no space after the `-` | write `- ` in front of every entry of the list",
            "acme/people.yml:1:47 error[list-without-brackets] `responsible_for` is a list, but there is no space after its `-` | write `- ` in front of every entry, each on a line of its own",
        ],
    },
    Case {
        name: "braces with a sign in front are text",
        files: &[(
            "acme/docs/start.md",
            concat!(
                "# One \\{\\#a\\}\n\n",
                "## Two \\{#b}\n\n",
                "## Three {#c\\}\n\n",
                "## Four &#123;#d}\n\n",
                "## Five {#e} \\{#e\\}\n\n",
                "## Six {#f}\n\n",
                "Seven {#g}\n===\n\n",
                "## Eight \\\\{#h} ##\n\n",
                "[a](#a) [b](#b) [c](#c) [d](#d) [e](#e) [f](#f) [g](#g) [h](#h)\n"
            ),
        )],
        found: &[
            "acme/docs/start.md:18:1 error[broken-anchor] there is no heading `#a` on the page `/docs/start` | its headings are `#one-a`, `#two-b`, `#three-c`, `#four-d`, `#five-e-e`, `#f`, `#g`, `#h`",
            "acme/docs/start.md:18:9 error[broken-anchor] there is no heading `#b` on the page `/docs/start` | its headings are `#one-a`, `#two-b`, `#three-c`, `#four-d`, `#five-e-e`, `#f`, `#g`, `#h`",
            "acme/docs/start.md:18:17 error[broken-anchor] there is no heading `#c` on the page `/docs/start` | its headings are `#one-a`, `#two-b`, `#three-c`, `#four-d`, `#five-e-e`, `#f`, `#g`, `#h`",
            "acme/docs/start.md:18:25 error[broken-anchor] there is no heading `#d` on the page `/docs/start` | its headings are `#one-a`, `#two-b`, `#three-c`, `#four-d`, `#five-e-e`, `#f`, `#g`, `#h`",
            "acme/docs/start.md:18:33 error[broken-anchor] there is no heading `#e` on the page `/docs/start` | its headings are `#one-a`, `#two-b`, `#three-c`, `#four-d`, `#five-e-e`, `#f`, `#g`, `#h`",
        ],
    },
    Case {
        name: "line ends of old in every kind of file",
        files: &[
            ("acme/tasks.yml", "- title: One\r  due: soon\r- title: Two: three\r"),
            ("acme/milestones.yml", "- title: One\r\tdue: 2026-12-01\r"),
            ("acme/docs/start.md", "---\rkind: nothing\r---\r\rSee [gone](gone.md)\r\rand [this](\r"),
            ("acme/decisions/0001-a.md", "# A\r\r* Status: acepted\r* Date: 2026-01-04\r\r## Decision\r\rYes.\r"),
        ],
        found: &[
            "acme/decisions/0001-a.md:3:11 error[misspelt-status] there is no status `acepted` | did you mean `accepted`?",
            "acme/docs/start.md:2:7 error[wrong-value] there is no kind of document called `nothing` | a kind is `tutorial`, `how-to`, `reference` or `explanation`",
            "acme/docs/start.md:5:5 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/milestones.yml:2:1 error[yaml-tab] this line is indented with a tab | indent with spaces: two for each level",
            "acme/tasks.yml:2:8 error[wrong-date] `soon` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/tasks.yml:3:13 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `title: \"Two: three\"`",
        ],
    },
];
