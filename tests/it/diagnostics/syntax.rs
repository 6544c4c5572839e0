//! Fields that cannot be read, in every file that has fields.

use super::Case;

#[test]
fn all() {
    super::compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "a tab as indentation",
        files: &[(
            "vestibule.yml",
            concat!("name: Linden Studio\n", "contact:\n", "\tname: Mira Vos\n", "\temail: m@linden.example\n"),
        )],
        found: &[
            "vestibule.yml:3:1 error[yaml-tab] this line is indented with a tab | indent with spaces: two for each level",
        ],
    },
    Case {
        name: "a tab behind the dash's spaces does no harm",
        files: &[(
            "acme/docs/start.md",
            concat!("---\n", "title: Start\n", "audience:\n", "  \t- client\n", "---\n", "\n", "Hello.\n"),
        )],
        found: &[],
    },
    Case {
        name: "a tab in a list of people",
        files: &[(
            "acme/access.lock",
            concat!(
                "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1\n",
                "epoch: 1\n",
                "epoch_id: 00112233445566778899aabbccddeeff\n",
                "salt: AAECAwQFBgcICQoLDA0ODw\n",
                "iterations: 600000\n",
                "people:\n",
                "\t- name: Tom\n"
            ),
        )],
        found: &[
            "acme/access.lock:7:1 error[yaml-tab] this line is indented with a tab | indent with spaces: two for each level",
        ],
    },
    Case {
        name: "a tab inside a line is fine",
        files: &[(
            "acme/client.yml",
            concat!("name:\tAcme\n", "project: \"New\\tshop\"\n", "address: harbour-42\t# a remark\n"),
        )],
        found: &[],
    },
    Case {
        name: "an unclosed double quote",
        files: &[("acme/client.yml", concat!("name: \"Acme\n", "project: New shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:1:7 error[yaml-syntax] a text in quotes begins here and does not end | close it with the same quote, or put the whole text in double quotes",
        ],
    },
    Case {
        name: "an unclosed single quote at the end",
        files: &[("acme/client.yml", concat!("name: Acme\n", "address: harbour-42\n", "project: 'New shop\n"))],
        found: &[
            "acme/client.yml:3:10 error[yaml-syntax] a text in quotes begins here and does not end | close it with the same quote, or put the whole text in double quotes",
        ],
    },
    Case {
        name: "an apostrophe at the beginning",
        files: &[("acme/glossary.yml", "Go-live: 's Avonds gaat de winkel open.\n")],
        found: &[
            "acme/glossary.yml:1:10 error[yaml-syntax] a text in quotes begins here and does not end | close it with the same quote, or put the whole text in double quotes",
        ],
    },
    Case {
        name: "text behind the closing quote",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project: \"New\" shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:2:16 error[yaml-syntax] there is something after the closing quote | put the whole text in quotes; inside double quotes write `\\\"` for a quote",
        ],
    },
    Case {
        name: "a backslash in double quotes",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project: \"C:\\projects\"\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:2:10 error[yaml-syntax] `\\` has a special meaning inside double quotes | use single quotes, or write `\\\\`",
        ],
    },
    Case {
        name: "a second colon in a title",
        files: &[(
            "acme/docs/start.md",
            concat!("---\n", "title: Payments: what changes\n", "---\n", "\n", "Hello.\n"),
        )],
        found: &[
            "acme/docs/start.md:2:16 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `title: \"Payments: what changes\"`",
        ],
    },
    Case {
        name: "a second colon in a term",
        files: &[("acme/glossary.yml", "Go-live: the day: when the shop opens\n")],
        found: &[
            "acme/glossary.yml:1:17 error[colon-in-value] there is a second `: ` in this line | put the text in quotes: `Go-live: \"the day: when the shop opens\"`",
        ],
    },
    Case {
        name: "a second colon in a line that goes on",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "  for bikes: all of them\n", "address: harbour-42\n"),
        )],
        found: &[
            "acme/client.yml:3:12 error[yaml-syntax] this line begins further to the right than the fields around it, so it counts as more of the text above | begin it in the same column; if it is more of that text, put the whole text in quotes",
        ],
    },
    Case {
        name: "a list that is not closed",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "audiences: [sponsor, board\n"),
        )],
        found: &[
            "acme/client.yml:4:12 error[yaml-syntax] a list or group begins with a bracket and does not end | close it with `]` or `}`",
        ],
    },
    Case {
        name: "a list closed with the wrong bracket",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "audiences: [sponsor}\n"),
        )],
        found: &[
            "acme/client.yml:4:12 error[yaml-syntax] this bracket is closed by one of another kind | close `[` with `]` and `{` with `}`",
        ],
    },
    Case {
        name: "a group that is not closed",
        files: &[("vestibule.yml", concat!("name: Linden Studio\n", "contact: {name: Mira Vos\n", "language: en\n"))],
        found: &[
            "vestibule.yml:2:10 error[yaml-syntax] a list or group begins with a bracket and does not end | close it with `]` or `}`",
        ],
    },
    Case {
        name: "a bracket too many",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "audiences: [sponsor]]\n"),
        )],
        found: &[
            "acme/client.yml:4:21 error[yaml-syntax] this closing bracket has no opening one | put the text in quotes, or remove the bracket",
        ],
    },
    Case {
        name: "a bracket at the beginning of a text",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project: [New] shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:2:16 error[yaml-syntax] there is something after the closing bracket | put the whole text in quotes",
        ],
    },
    Case {
        name: "a star at the beginning",
        files: &[("acme/glossary.yml", "Go-live: *the* day on which the shop opens\n")],
        found: &[
            "acme/glossary.yml:1:10 error[yaml-syntax] `*` at the beginning has a special meaning here | put the text in quotes",
        ],
    },
    Case {
        name: "a percent sign at the beginning",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project: %New shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:2:10 error[yaml-syntax] a text cannot begin with this character | put the text in quotes",
        ],
    },
    Case {
        name: "an at sign at the beginning",
        files: &[("acme/client.yml", concat!("name: @Acme\n", "project: New shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:1:7 error[yaml-syntax] a text cannot begin with this character | put the text in quotes",
        ],
    },
    Case {
        name: "a backtick at the beginning",
        files: &[("acme/glossary.yml", "Deploy: `deploy` puts it on the server\n")],
        found: &[
            "acme/glossary.yml:1:9 error[yaml-syntax] a text cannot begin with this character | put the text in quotes",
        ],
    },
    Case {
        name: "an exclamation mark at the beginning",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project: !Important shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:2:10 error[yaml-syntax] `!` at the beginning has a special meaning here | put the text in quotes",
        ],
    },
    Case {
        name: "an ampersand at the beginning",
        files: &[("acme/client.yml", concat!("name: &Co\n", "project: New shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:1:7 error[yaml-syntax] `&` at the beginning has a special meaning here | put the text in quotes",
        ],
    },
    Case {
        name: "a number sign inside a text",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project: Shop #2\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:2:15 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes: `project: \"Shop #2\"`; if a remark is meant, write a space after `#`",
        ],
    },
    Case {
        name: "a remark behind a value is fine",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme # the bakery\n", "project: New shop   # the second\n", "address: harbour-42\n"),
        )],
        found: &[],
    },
    Case {
        name: "a dash without a space",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: Acme\n",
                "project: New shop\n",
                "address: harbour-42\n",
                "audiences:\n",
                "  -sponsor\n",
                "  -board\n"
            ),
        )],
        found: &[
            "acme/client.yml:5:3 error[list-without-brackets] `audiences` is a list, but there is no space after its `-` | write `- ` in front of every entry, each on a line of its own",
        ],
    },
    Case {
        name: "a colon without a space",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project:New shop\n", "address: harbour-42\n"))],
        found: &["acme/client.yml:2:1 error[not-a-field] there is no space after the `:` | write `project: New shop`"],
    },
    Case {
        name: "a line without a colon",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project New shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:2:1 error[yaml-syntax] this line does not fit the lines around it | every field is `name: value` on a line of its own; lines that belong together begin in the same column",
        ],
    },
    Case {
        name: "fields in different columns",
        files: &[(
            "vestibule.yml",
            concat!("name: Linden Studio\n", "contact:\n", "  name: Mira Vos\n", "   email: m@linden.example\n"),
        )],
        found: &[
            "vestibule.yml:4:9 error[yaml-syntax] this line begins further to the right than the fields around it, so it counts as more of the text above | begin it in the same column; if it is more of that text, put the whole text in quotes",
        ],
    },
    Case {
        name: "a field further to the left",
        files: &[(
            "vestibule.yml",
            concat!("name: Linden Studio\n", "contact:\n", "    name: Mira Vos\n", "  email: m@linden.example\n"),
        )],
        found: &[
            "vestibule.yml:4:3 error[yaml-syntax] this line does not fit the lines around it | every field is `name: value` on a line of its own; lines that belong together begin in the same column",
        ],
    },
    Case {
        name: "a first line further to the right",
        files: &[("acme/client.yml", concat!(" name: Acme\n", "project: New shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:2:1 error[yaml-syntax] this line does not fit the lines around it | every field is `name: value` on a line of its own; lines that belong together begin in the same column",
        ],
    },
    Case {
        name: "a field twice",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "name: Acme Ltd\n"),
        )],
        found: &[
            "acme/client.yml:4:1 error[duplicate-field] `name` stands here a second time | it was already given on line 1: keep one of the two",
        ],
    },
    Case {
        name: "a field twice in a group",
        files: &[(
            "vestibule.yml",
            concat!("name: Linden Studio\n", "contact:\n", "  name: Mira Vos\n", "  phone: 020\n", "  phone: 030\n"),
        )],
        found: &[
            "vestibule.yml:5:3 error[duplicate-field] `phone` stands here a second time | it was already given on line 4: keep one of the two",
        ],
    },
    Case {
        name: "a term twice",
        files: &[("acme/glossary.yml", concat!("Go-live: One.\n", "Go-live: Two.\n", "Go-live: Three.\n"))],
        found: &[
            "acme/glossary.yml:2:1 error[duplicate-field] `Go-live` stands here a second time | it was already given on line 1: keep one of the two",
            "acme/glossary.yml:3:1 error[duplicate-field] `Go-live` stands here a second time | it was already given on line 1: keep one of the two",
        ],
    },
    Case {
        name: "a list as the name of a field",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "? [a, b]\n", ": c\n"),
        )],
        found: &[
            "acme/client.yml:4:3 error[yaml-syntax] the name of a field is a text on one line | write `name: value`; put a name that begins with `[`, `{` or `*` in quotes",
        ],
    },
    Case {
        name: "two documents",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "---\n", "name: Acme\n"),
        )],
        found: &[
            "acme/client.yml:4:1 error[yaml-syntax] a second document begins here | a file holds one document: remove the line `---`",
        ],
    },
    Case {
        name: "a line of dashes at the top is fine",
        files: &[("acme/client.yml", concat!("---\n", "name: Acme\n", "project: New shop\n", "address: harbour-42\n"))],
        found: &[],
    },
    Case {
        name: "an alias bomb",
        files: &[(
            "acme/glossary.yml",
            concat!(
                "a: &a [x,x,x,x,x,x,x,x,x,x]\n",
                "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n",
                "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n",
                "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n",
                "e: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
            ),
        )],
        found: &[
            "acme/glossary.yml:4:29 error[yaml-syntax] references like this one make the file too large | write the values out instead of pointing to them with `*`",
        ],
    },
    Case {
        name: "nested too deeply",
        files: &[(
            "acme/client.yml",
            concat!(
                "name: Acme\n",
                "project: New shop\n",
                "address: harbour-42\n",
                "audiences: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"
            ),
        )],
        found: &[
            "acme/client.yml:4:59 error[yaml-syntax] this is nested too deeply | lists and groups may lie at most 48 deep inside each other",
        ],
    },
    Case {
        name: "merge conflict",
        files: &[(
            "acme/access.lock",
            concat!(
                "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1\n",
                "epoch: 1\n",
                "epoch_id: 00112233445566778899aabbccddeeff\n",
                "salt: AAECAwQFBgcICQoLDA0ODw\n",
                "iterations: 600000\n",
                "<<<<<<< HEAD\n",
                "people: []\n",
                "=======\n",
                "people:\n",
                ">>>>>>> main\n"
            ),
        )],
        found: &[
            "acme/access.lock:6:1 error[yaml-syntax] two versions of this file were put together, and both stand here | keep what is right and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
        ],
    },
    Case {
        name: "a byte order mark is fine",
        files: &[
            ("acme/client.yml", concat!("\u{feff}name: Acme\n", "project: New shop\n", "address: harbour-42\n")),
            ("acme/docs/start.md", concat!("\u{feff}---\n", "title: Start\n", "---\n", "\n", "Until the go-live.\n")),
            ("acme/glossary.yml", "\u{feff}Go-live: The day.\n"),
        ],
        found: &[],
    },
    Case {
        name: "a byte order mark does not count as a column",
        files: &[(
            "acme/client.yml",
            concat!("\u{feff}naam: Acme\n", "name: Acme\n", "project: New shop\n", "address: harbour-42\n"),
        )],
        found: &[
            "acme/client.yml:1:1 error[unknown-field] there is no field `naam` here | the fields known here are `name`, `project`, `address`, `language`, `timezone`, `audiences`, `working_hours`, `focus`, `currency`, `health`, `because`, `comms`, `closed`, `allow`",
        ],
    },
    Case {
        name: "windows line ends are fine",
        files: &[
            ("acme/client.yml", concat!("name: Acme\r\n", "project: New shop\r\n", "address: harbour-42\r\n")),
            (
                "acme/docs/start.md",
                concat!("---\r\n", "title: Start\r\n", "---\r\n", "\r\n", "# One\r\n", "\r\n", "See [one](#one).\r\n"),
            ),
        ],
        found: &[],
    },
    Case {
        name: "windows line ends do not shift places",
        files: &[
            (
                "acme/client.yml",
                concat!("name: Acme\r\n", "project: New shop\r\n", "address: harbour-42\r\n", "langauge: nl\r\n"),
            ),
            ("acme/docs/start.md", concat!("---\r\n", "title: Start\r\n", "---\r\n", "\r\n", "See [two](#two).\r\n")),
        ],
        found: &[
            "acme/client.yml:4:1 error[unknown-field] there is no field `langauge` here | did you mean `language`?",
            "acme/docs/start.md:5:5 error[broken-anchor] there is no heading `#two` on the page `/docs/start` | that page has no headings",
        ],
    },
];
