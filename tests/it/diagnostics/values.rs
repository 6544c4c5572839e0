//! Values that do not say what was meant, and what is said about the rest of their file.

use super::Case;

#[test]
fn all() {
    super::compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "several mistakes in one file, and none hides another",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: Acme: bakery\n",
                "project: New shop\n",
                "langauge: nl\n",
                "address: Har bour\n",
                "audiences: [sponsor\n",
                "timezone: Mars\n"
            ),
        )],
        found: &[
            "acme/client.yml:1:11 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `name: \"Acme: bakery\"`",
            "acme/client.yml:3:1 error[unknown-field] there is no field `langauge` here | did you mean `language`?",
            "acme/client.yml:4:10 error[wrong-address] `Har bour` cannot be the address of a portal | use lower-case letters, digits and `-`, such as `address: har-bour`",
            "acme/client.yml:5:12 error[yaml-syntax] a list or group begins with a bracket and does not end | close it with `]` or `}`",
            "acme/client.yml:6:11 error[unknown-timezone] there is no time zone `Mars` | write the zone as continent and city, such as `Europe/Amsterdam`",
        ],
    },
    Case {
        name: "a broken field of a term leaves the others",
        files: &[(
            "acme/glossary.yml",
            concat!(
                "A: one: two\n",
                "B:\n",
                "  short: x: y\n",
                "  shrt: z\n",
                "  aka: [a, b\n",
                "C: fine\n",
                "C: again\n",
                "D:\n",
                "  aka: [x]\n"
            ),
        )],
        found: &[
            "acme/glossary.yml:1:7 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `A: \"one: two\"`",
            "acme/glossary.yml:3:11 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `short: \"x: y\"`",
            "acme/glossary.yml:4:3 error[unknown-field] there is no field `shrt` here | did you mean `short`?",
            "acme/glossary.yml:5:8 error[yaml-syntax] a list or group begins with a bracket and does not end | close it with `]` or `}`",
            "acme/glossary.yml:7:1 error[duplicate-field] `C` stands here a second time | it was already given on line 6: keep one of the two",
            "acme/glossary.yml:9:3 error[missing-field] `short` is missing | add a line such as `short: what it means, in a sentence`",
        ],
    },
    Case {
        name: "an audience that could not be read is nowhere missed",
        files: &[
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "audiences: [sponsor\n"),
            ),
            ("acme/docs/start.md", concat!("---\n", "audience: sponsor\n", "---\n", "\n", "Hello.\n")),
        ],
        found: &[
            "acme/client.yml:4:12 error[yaml-syntax] a list or group begins with a bracket and does not end | close it with `]` or `}`",
        ],
    },
    Case {
        name: "an address that could not be read is not made up",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project: New shop\n", "address: a: b\n"))],
        found: &[
            "acme/client.yml:3:11 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `address: \"a: b\"`",
        ],
    },
    Case {
        name: "fields of a page after a broken title",
        files: &[(
            "acme/docs/start.md",
            concat!(
                "---\n",
                "title: Costs: all\n",
                "audience: nobody\n",
                "kind: guide\n",
                "---\n",
                "\n",
                "[gone](gone.md)\n"
            ),
        )],
        found: &[
            "acme/docs/start.md:2:13 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `title: \"Costs: all\"`",
            "acme/docs/start.md:3:11 error[unknown-audience] there is no audience `nobody` | declare it in client.yml: `audiences: [nobody]`",
            "acme/docs/start.md:4:7 error[wrong-value] there is no kind of document called `guide` | a kind is `tutorial`, `how-to`, `reference` or `explanation`",
            "acme/docs/start.md:7:1 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "a file of which nothing can be read",
        files: &[("acme/client.yml", concat!("}}}}\n", "@@@\n", "%%%\n"))],
        found: &[
            "acme/client.yml:1:1 error[yaml-syntax] this closing bracket has no opening one | put the text in quotes, or remove the bracket",
        ],
    },
    Case {
        name: "an alias that stands behind a mistake",
        files: &[("acme/glossary.yml", concat!("A: &a text\n", "B: x: y\n", "C: *a\n", "D: *zz\n"))],
        found: &[
            "acme/glossary.yml:2:5 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `B: \"x: y\"`",
            "acme/glossary.yml:4:4 error[yaml-syntax] `*` at the beginning has a special meaning here | put the text in quotes",
        ],
    },
    Case {
        name: "a broken entry of a list leaves the fields around it",
        files: &[(
            "acme/glossary.yml",
            concat!(
                "A:\n",
                "  short: x\n",
                "  aka:\n",
                "    - good\n",
                "    - a: b: c\n",
                "    - d\n",
                "  audience: nobody\n"
            ),
        )],
        found: &[
            "acme/glossary.yml:5:11 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `a: \"b: c\"`",
            "acme/glossary.yml:7:13 error[unknown-audience] there is no audience `nobody` | declare it in client.yml: `audiences: [nobody]`",
        ],
    },
    Case {
        name: "a merge conflict is said once",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: Acme\n",
                "<<<<<<< HEAD\n",
                "project: x\n",
                "=======\n",
                "project: y\n",
                ">>>>>>> main\n",
                "address: harbour-42\n",
                "langauge: nl\n"
            ),
        )],
        found: &[
            "acme/client.yml:2:1 error[yaml-syntax] two versions of this file were put together, and both stand here | keep what is right and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
            "acme/client.yml:8:1 error[unknown-field] there is no field `langauge` here | did you mean `language`?",
        ],
    },
    Case {
        name: "two unclosed things",
        files: &[(
            "vestibule.yml",
            concat!(
                "name: Linden\n",
                "contact: {name: Mira\n",
                "language: en\n",
                "brand:\n",
                "  logo: \"x\n",
                "  accent: red\n"
            ),
        )],
        found: &[
            "vestibule.yml:2:10 error[yaml-syntax] a list or group begins with a bracket and does not end | close it with `]` or `}`",
            "vestibule.yml:5:9 error[yaml-syntax] a text in quotes begins here and does not end | close it with the same quote, or put the whole text in double quotes",
            "vestibule.yml:6:11 error[wrong-value] `red` is not a colour | write it with six digits and in quotes, such as `accent: \"#1d5a6b\"`",
        ],
    },
    Case {
        name: "a bracket that ends on a line of its own",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: \"Acme\n",
                "project: New shop\n",
                "address: harbour-42\n",
                "audiences: [\n",
                "  a,\n",
                "  b\n",
                "]\n",
                "langauge: nl\n"
            ),
        )],
        found: &[
            "acme/client.yml:1:7 error[yaml-syntax] a text in quotes begins here and does not end | close it with the same quote, or put the whole text in double quotes",
            "acme/client.yml:8:1 error[unknown-field] there is no field `langauge` here | did you mean `language`?",
        ],
    },
    Case {
        name: "no space after any colon",
        files: &[("acme/client.yml", concat!("name:Korenbloem\n", "project:Shop\n", "address:harbour-42\n"))],
        found: &[
            "acme/client.yml:1:1 error[not-a-field] there is no space after the `:` | write `name: Korenbloem`",
            "acme/client.yml:2:1 error[not-a-field] there is no space after the `:` | write `project: Shop`",
            "acme/client.yml:3:1 error[not-a-field] there is no space after the `:` | write `address: harbour-42`",
        ],
    },
    Case {
        name: "no space after the only colon",
        files: &[("acme/client.yml", "name:Korenbloem\n")],
        found: &["acme/client.yml:1:1 error[not-a-field] there is no space after the `:` | write `name: Korenbloem`"],
    },
    Case {
        name: "no space after the first colon",
        files: &[("acme/client.yml", concat!("name:Korenbloem\n", "project: Shop\n", "address: harbour-42\n"))],
        found: &["acme/client.yml:1:1 error[not-a-field] there is no space after the `:` | write `name: Korenbloem`"],
    },
    Case {
        name: "no space after a dash",
        files: &[(
            "vestibule.yml",
            concat!("name: Linden\n", "contact:\n", "  -name: Mira\n", "   email: m@linden.example\n"),
        )],
        found: &["vestibule.yml:3:3 error[not-a-field] there is no space after the `-` | write `- name: Mira`"],
    },
    Case {
        name: "no space after the dash of a text",
        files: &[("acme/glossary.yml", concat!("A:\n", "  short: x\n", "  aka:\n", "    -one\n", "    - two\n"))],
        found: &[
            "acme/glossary.yml:4:5 error[list-without-brackets] `aka` is a list, but there is no space after its `-` | write `- ` in front of every entry, each on a line of its own",
        ],
    },
    Case {
        name: "a time and an address need no quotes",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: see https://x.example:80/ at 10:30\n", "address: harbour-42\n"),
        )],
        found: &[],
    },
    Case {
        name: "a colon at the end",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project: Shop:\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:2:14 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `project: \"Shop:\"`",
        ],
    },
    Case {
        name: "a colon inside a group in brackets",
        files: &[("vestibule.yml", concat!("name: Linden\n", "contact: {name: Mira: x, email: m@linden.example}\n"))],
        found: &[
            "vestibule.yml:2:21 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `contact: \"{name: Mira: x, email: m@linden.example}\"`",
        ],
    },
    Case {
        name: "quotes of a word processor do not count",
        files: &[
            ("acme/client.yml", concat!("name: “Acme: two”\n", "project: „New #2“\n", "address: harbour-42\n")),
            ("acme/glossary.yml", concat!("A:\n", "  short: “fine”\n", "  aka: [“no, way”, «a, b»]\n")),
        ],
        found: &[
            "acme/client.yml:1:12 error[colon-in-value] there is a second `: ` in this line | `“` and `”` do not count as quotes here: write `name: \"Acme: two\"`",
            "acme/client.yml:2:15 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | `„` and `“` do not count as quotes here: write `project: \"New #2\"`; if a remark is meant, write a space after `#`",
            "acme/glossary.yml:3:9 error[split-by-comma] a comma inside `[ ]` ends an entry, so this text is taken for several | put it in quotes: `[\"no, way\"]`",
            "acme/glossary.yml:3:20 error[split-by-comma] a comma inside `[ ]` ends an entry, so this text is taken for several | put it in quotes: `[\"a, b\"]`",
        ],
    },
    Case {
        name: "a number sign inside a text",
        files: &[(
            "acme/glossary.yml",
            concat!(
                "A: Payments (card # and cash)\n",
                "B: Say \"yes # no\"\n",
                "C: fine # remark\n",
                "D:\n",
                "  short: x\n",
                "  aka: [Shop #2, b]\n",
                "E:\n",
                "  short: x\n",
                "  aka: [a # b, c]\n",
                "F:\n",
                "  short: x\n",
                "  aka:\n",
                "    - #2 thing\n",
                "    - ok\n",
                "G: #tag\n"
            ),
        )],
        found: &[
            "acme/glossary.yml:1:19 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes: `A: \"Payments (card # and cash)\"`; if a remark is meant, write a space after `#`",
            "acme/glossary.yml:2:13 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes: `B: 'Say \"yes # no\"'`; if a remark is meant, write a space after `#`",
            "acme/glossary.yml:6:14 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes, or move the remark to a line of its own",
            "acme/glossary.yml:9:11 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes, or move the remark to a line of its own",
            "acme/glossary.yml:13:7 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes: `\"#2 thing\"`; if a remark is meant, write a space after `#`",
            "acme/glossary.yml:15:4 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes: `G: \"#tag\"`; if a remark is meant, write a space after `#`",
        ],
    },
    Case {
        name: "a comma inside a text of a list",
        files: &[(
            "acme/glossary.yml",
            concat!(
                "A:\n",
                "  short: x\n",
                "  aka: [Payments (card, Vipps), b]\n",
                "B: {short: A thing, used often, aka: [x]}\n",
                "C:\n",
                "  short: y\n",
                "  aka: [Smith, John (CEO]\n",
                "D:\n",
                "  short: y\n",
                "  aka: [say \"yes, sure\", 19\" a, 24\" b, a) c, b) d, \"(q, r\"]\n"
            ),
        )],
        found: &[
            "acme/glossary.yml:3:9 error[split-by-comma] a comma inside `[ ]` ends an entry, so this text is taken for several | put it in quotes: `[\"Payments (card, Vipps)\"]`",
            "acme/glossary.yml:4:21 error[split-by-comma] a comma inside `{ }` ends a value, so this is taken for the name of a field | put the text in quotes: `short: \"A thing, used often\"`",
            "acme/glossary.yml:7:16 error[split-by-comma] a bracket or a quote begins in this entry and does not end | put it in quotes: `[\"John (CEO\"]`",
            "acme/glossary.yml:10:9 error[split-by-comma] a comma inside `[ ]` ends an entry, so this text is taken for several | put it in quotes: `['say \"yes, sure\"']`",
        ],
    },
    Case {
        name: "a list without brackets",
        files: &[
            (
                "acme/glossary.yml",
                concat!(
                    "A:\n",
                    "  short: x\n",
                    "  aka: u, v\n",
                    "B:\n",
                    "  short: x\n",
                    "  aka: This is a longer sentence, and it has a comma.\n",
                    "C:\n",
                    "  short: z\n",
                    "  aka: \"a, b\"\n"
                ),
            ),
            ("acme/docs/start.md", concat!("---\n", "audience: client, sponsor\n", "---\n", "\n", "Hello.\n")),
        ],
        found: &[
            "acme/docs/start.md:2:11 error[list-without-brackets] `audience` is a list, but this is one text with commas in it | write `audience: [client, sponsor]`, or put it in quotes if it is one text",
            "acme/docs/start.md:2:11 error[unknown-audience] there is no audience `sponsor` | declare it in client.yml: `audiences: [sponsor]`",
            "acme/glossary.yml:3:8 error[list-without-brackets] `aka` is a list, but this is one text with commas in it | write `aka: [u, v]`, or put it in quotes if it is one text",
        ],
    },
    Case {
        name: "links in texts over several lines stand where they are written",
        files: &[(
            "acme/glossary.yml",
            concat!(
                "A:\n",
                "  short: see [x](gone.md)\n",
                "  means: |\n",
                "    First line.\n",
                "\n",
                "    Then [y](gone2.md)\n",
                "    [z](\n",
                "    gone3.md)\n",
                "B:\n",
                "  short: >\n",
                "    folded\n",
                "    text [a](gone4.md) more\n",
                "  means: \"quoted \\\"x\\\" [b](gone5.md)\n",
                "    and [c](gone6.md)\n",
                "    <b onclick=x>d</b>\"\n",
                "C: plain text\n",
                "  over lines [d](gone7.md)\n",
                "D: 'it''s [e](gone8.md)'\n",
                "E: &e see [f](gone9.md)\n",
                "F: *e\n"
            ),
        )],
        found: &[
            "acme/glossary.yml:2:14 error[broken-link] there is no file `gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/glossary.yml:6:10 error[broken-link] there is no file `gone2.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/glossary.yml:7:5 error[broken-link] there is no file `gone3.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/glossary.yml:12:10 error[broken-link] there is no file `gone4.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/glossary.yml:13:24 error[broken-link] there is no file `gone5.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/glossary.yml:14:9 error[broken-link] there is no file `gone6.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/glossary.yml:15:5 warning[removed-html] `onclick` on `<b>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
            "acme/glossary.yml:17:14 error[broken-link] there is no file `gone7.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/glossary.yml:18:11 error[broken-link] there is no file `gone8.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/glossary.yml:19:11 error[broken-link] there is no file `gone9.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/glossary.yml:20:4 error[broken-link] there is no file `gone9.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "what looks like Markdown and is text",
        files: &[(
            "acme/docs/start.md",
            concat!(
                "# A\n",
                "##Costs\n",
                "text\n",
                "\n",
                "#Start here\n",
                "\n",
                "#tag me\n",
                "\n",
                "#1 priority\n",
                "\n",
                "####### seven\n",
                "\n",
                "#\u{a0}Odd\n",
                "\n",
                "| a | b |\n",
                "| 1 | 2 |\n",
                "\n",
                "Intro:\n",
                "| a | b |\n",
                "|---|---|\n",
                "| 1 | 2 |\n",
                "\n",
                "| a | b |\n",
                "|---|\n",
                "| 1 | 2 |\n",
                "\n",
                "\\##no\n",
                "\n",
                "• a\n",
                "• b\n",
                "\n",
                "-a\n",
                "-b\n",
                "\n",
                "> ##quoted\n"
            ),
        )],
        found: &[
            "acme/docs/start.md:2:1 warning[not-a-heading] this is no heading, because there is no space after the `#` | write `## Costs`",
            "acme/docs/start.md:5:1 warning[not-a-heading] this is no heading, because there is no space after the `#` | write `# Start here`",
            "acme/docs/start.md:11:1 warning[not-a-heading] this is no heading, because a heading has at most six `#` | write `###### seven`",
            "acme/docs/start.md:13:1 warning[not-a-heading] this is no heading, because the space after the `#` is one that does not count | write `# Odd`",
            "acme/docs/start.md:15:1 warning[not-a-table] this is no table, because the line of dashes below its first line is missing | add `| --- | --- |` below this line",
            "acme/docs/start.md:23:1 warning[not-a-table] this is no table, because the line of dashes has not as many cells as the first line | write `| --- | --- |` below this line",
            "acme/docs/start.md:29:1 warning[not-a-list] these lines are no list: they run together into one paragraph | begin each of them with `- `",
            "acme/docs/start.md:32:1 warning[not-a-list] these lines are no list: they run together into one paragraph | begin each of them with `- `",
            "acme/docs/start.md:35:3 warning[not-a-heading] this is no heading, because there is no space after the `#` | write `## quoted`",
        ],
    },
    Case {
        name: "links without an address or a text",
        files: &[(
            "acme/docs/start.md",
            "[x]() [](https://a.example) [y](<>) <a href=\"\">z</a> [ text ](https://a.example)\n",
        )],
        found: &[
            "acme/docs/start.md:1:1 warning[empty-link] this link leads nowhere | write the address between `(` and `)`, or take the brackets away",
            "acme/docs/start.md:1:7 warning[empty-link] nothing of this link can be seen: it has no text | write a text between `[` and `]`, or take the link away",
            "acme/docs/start.md:1:29 warning[empty-link] this link leads nowhere | write the address between `(` and `)`, or take the brackets away",
        ],
    },
    Case {
        name: "bare addresses are links like any other",
        files: &[(
            "acme/docs/start.md",
            concat!(
                "See https://a.example/b_c and (www.x.example). Mail m@x.example.\n",
                "`https://code.example` [https://in.link](gone.md) <code>https://raw.example</code>\n"
            ),
        )],
        found: &[
            "acme/docs/start.md:2:24 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
];
