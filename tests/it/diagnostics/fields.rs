//! Fields of the wrong name, shape or value.

use super::Case;

#[test]
fn all() {
    super::compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "an empty vestibule.yml",
        files: &[("vestibule.yml", "")],
        found: &["vestibule.yml:1:1 error[missing-field] `name` is missing | add a line such as `name: Linden Studio`"],
    },
    Case {
        name: "only remarks",
        files: &[("vestibule.yml", "# name: Linden Studio\n"), ("acme/client.yml", "# nothing yet\n")],
        found: &[
            "acme/client.yml:1:1 error[missing-field] `name` is missing | add a line such as `name: Korenbloem Bakeries`",
            "acme/client.yml:1:1 error[missing-field] `project` is missing | add a line such as `project: New web shop`",
            "vestibule.yml:1:1 error[missing-field] `name` is missing | add a line such as `name: Linden Studio`",
        ],
    },
    Case {
        name: "empty values",
        files: &[("acme/client.yml", concat!("name:\n", "project: ~\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:1:1 error[missing-field] `name` has no value | write it behind the colon, such as `name: Korenbloem Bakeries`",
            "acme/client.yml:2:1 error[missing-field] `project` has no value | write it behind the colon, such as `project: New web shop`",
        ],
    },
    Case {
        name: "everything required is missing at once",
        files: &[
            ("vestibule.yml", concat!("contact:\n", "  email: m@linden.example\n")),
            ("acme/client.yml", "language: nl\n"),
            ("acme/glossary.yml", concat!("Go-live:\n", "  aka: [launch]\n")),
        ],
        found: &[
            "acme/client.yml:1:1 error[missing-field] `name` is missing | add a line such as `name: Korenbloem Bakeries`",
            "acme/client.yml:1:1 error[missing-field] `project` is missing | add a line such as `project: New web shop`",
            "acme/glossary.yml:2:3 error[missing-field] `short` is missing | add a line such as `short: what it means, in a sentence`",
            "vestibule.yml:1:1 error[missing-field] `name` is missing | add a line such as `name: Linden Studio`",
            "vestibule.yml:2:3 error[missing-field] `name` is missing | add a line such as `name: Mira Vos`",
        ],
    },
    Case {
        name: "mistakes in the settings do not hide those of clients",
        files: &[
            ("vestibule.yml", "name: [Linden\n"),
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "langauge: nl\n"),
            ),
            ("acme/docs/start.md", "[gone](gone.md)\n"),
        ],
        found: &[
            "acme/client.yml:4:1 error[unknown-field] there is no field `langauge` here | did you mean `language`?",
            "acme/docs/start.md:1:1 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "vestibule.yml:1:7 error[yaml-syntax] a list or group begins with a bracket and does not end | close it with `]` or `}`",
        ],
    },
    Case {
        name: "mistakes in client.yml do not hide those of its pages",
        files: &[
            ("acme/client.yml", "name: \"Acme\n"),
            ("acme/docs/start.md", concat!("---\n", "audience: sponsor\n", "---\n", "\n", "[gone](gone.md)\n")),
        ],
        found: &[
            "acme/client.yml:1:7 error[yaml-syntax] a text in quotes begins here and does not end | close it with the same quote, or put the whole text in double quotes",
            "acme/docs/start.md:5:1 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "unknown fields",
        files: &[
            (
                "vestibule.yml",
                concat!(
                    "name: Linden Studio\n",
                    "languages: en\n",
                    "contakt:\n",
                    "  name: Mira Vos\n",
                    "brand:\n",
                    "  color: \"#112233\"\n"
                ),
            ),
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "projct: New shop\n",
                    "project: New shop\n",
                    "address: harbour-42\n",
                    "NAME: Acme\n",
                    "budget: 12\n"
                ),
            ),
        ],
        found: &[
            "acme/client.yml:2:1 error[unknown-field] there is no field `projct` here | did you mean `project`?",
            "acme/client.yml:5:1 error[unknown-field] there is no field `NAME` here | did you mean `name`?",
            "acme/client.yml:6:1 error[unknown-field] there is no field `budget` here | the fields known here are `name`, `project`, `address`, `language`, `timezone`, `audiences`, `working_hours`, `focus`, `currency`, `health`, `because`, `comms`, `closed`, `allow`",
            "vestibule.yml:2:1 error[unknown-field] there is no field `languages` here | did you mean `language`?",
            "vestibule.yml:3:1 error[unknown-field] there is no field `contakt` here | did you mean `contact`?",
            "vestibule.yml:6:3 error[unknown-field] there is no field `color` here | the fields known here are `logo`, `accent`",
        ],
    },
    Case {
        name: "who may see a page is said, and by nobody",
        files: &[
            ("acme/docs/a.md", concat!("---\n", "audience:\n", "---\n")),
            ("acme/docs/b.md", concat!("---\n", "audience: []\n", "draft:\n", "---\n")),
            ("acme/docs/c.md", concat!("---\n", "audence: client\n", "Draft: true\n", "---\n")),
            ("acme/glossary.yml", "Term: {short: A word, audience: }\n"),
        ],
        found: &[
            "acme/docs/a.md:2:1 error[wrong-value] `audience` names nobody | name who may see it, such as `audience: [sponsor]`, or leave the line out if everybody may",
            "acme/docs/b.md:2:1 error[wrong-value] `audience` names nobody | name who may see it, such as `audience: [sponsor]`, or leave the line out if everybody may",
            "acme/docs/b.md:3:1 error[wrong-value] `draft` has no value | write `draft: true` or `draft: false`, or leave the line out",
            "acme/docs/c.md:2:1 error[unknown-field] there is no field `audence` here | did you mean `audience`?",
            "acme/docs/c.md:3:1 error[unknown-field] there is no field `Draft` here | did you mean `draft`?",
            "acme/glossary.yml:1:23 error[wrong-value] `audience` names nobody | name who may see it, such as `audience: [sponsor]`, or leave the line out if everybody may",
        ],
    },
    Case {
        name: "fields that do not count",
        files: &[
            ("acme/docs/a.md", concat!(" ---\n", "title: A\n", "---\n")),
            ("acme/docs/b.md", concat!("----\n", "audience: client\n", "---\n")),
            ("acme/docs/c.md", concat!("—\n", "Draft: true\n", "---\n")),
            ("acme/docs/d.md", concat!("title: A\n", "draft: true\n", "---\n")),
            ("acme/docs/e.md", concat!("***\n", "title: this is text\n")),
        ],
        found: &[
            "acme/docs/a.md:1:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
            "acme/docs/b.md:1:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
            "acme/docs/c.md:1:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
            "acme/docs/d.md:1:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
        ],
    },
    Case {
        name: "who may see a page, with a slip in the list",
        files: &[
            ("acme/docs/a.md", concat!("---\n", "audience: -sponsor\n", "---\n")),
            ("acme/docs/b.md", concat!("---\n", "audience: [\" sponsor \", client]\n", "---\n")),
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "audiences: \"sponsor \"\n"),
            ),
        ],
        found: &[
            "acme/docs/a.md:2:11 error[list-without-brackets] `audience` is a list, but there is no space after its `-` | write `- ` in front of every entry, each on a line of its own",
        ],
    },
    Case {
        name: "fields of any name that do not count",
        files: &[
            (
                "acme/docs/a.md",
                concat!("\n", "---\n", "status: accepted\n", "audience: [sponsor]\n", "---\n", "\n", "Hello.\n"),
            ),
            ("acme/docs/b.md", concat!("\n", "---\n", "was: Old\n", "draft: true\n", "---\n")),
            ("acme/docs/c.md", concat!("----\n", "health: on track\n", "audience: [sponsor]\n", "---\n")),
            ("acme/docs/d.md", concat!("--- # fields\n", "tags: [a]\n", "draft: true\n", "---\n")),
            ("acme/docs/e.md", concat!("\n", "---\n", "date: 2026-11-20\n", "---\n")),
            ("acme/docs/f.md", concat!("+++\n", "title = \"A\"\n", "draft = true\n", "+++\n")),
            ("acme/docs/g.md", concat!("----\n", "weight: 3\n", "audience: [sponsor]\n", "---\n")),
        ],
        found: &[
            "acme/docs/a.md:2:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
            "acme/docs/b.md:2:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
            "acme/docs/c.md:1:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
            "acme/docs/d.md:1:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
            "acme/docs/e.md:2:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
            "acme/docs/f.md:1:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | write `---` instead of `+++`, and a colon behind each name, such as `title: Start`",
            "acme/docs/g.md:3:1 error[misplaced-front-matter] `audience` does not count here: it stands in the text, and not between two lines of `---` at the top of the file | move it to the top of the file; if it is meant as text, write it as `**audience:**`",
        ],
    },
    Case {
        name: "who may see a page is said in its text",
        files: &[
            ("acme/docs/a.md", concat!("# Title\n", "\n", "---\n", "title: A\n", "audience: [sponsor]\n", "---\n")),
            ("acme/docs/b.md", concat!("<!-- remark -->\n", "---\n", "Draft: true\n", "---\n", "\n", "Hello.\n")),
            ("acme/docs/c.md", concat!("---\n", "---\n", "title: A\n", "audience: [sponsor]\n", "---\n")),
            (
                "acme/docs/d.md",
                concat!("---\n", "title: D\n", "---\n", "---\n", "audience: [sponsor]\n", "---\n", "\n", "Hello.\n"),
            ),
            (
                "acme/docs/e.md",
                concat!("---\n", "title: E\n", "---\n", "kind: how-to\n", "draft: true\n", "---\n", "\n", "Hello.\n"),
            ),
            (
                "acme/docs/f.md",
                concat!(
                    "---\n",
                    "title: F\n",
                    "---\n",
                    "\n",
                    "Hello.\n",
                    "\n",
                    "+++\n",
                    "audience = [\"sponsor\"]\n",
                    "+++\n"
                ),
            ),
            ("acme/docs/g.md", concat!("# Title\n", "audience: [sponsor]\n", "---\n")),
        ],
        found: &[
            "acme/docs/a.md:5:1 error[misplaced-front-matter] `audience` does not count here: it stands in the text, and not between two lines of `---` at the top of the file | move it to the top of the file; if it is meant as text, write it as `**audience:**`",
            "acme/docs/b.md:3:1 error[misplaced-front-matter] `Draft` does not count here: it stands in the text, and not between two lines of `---` at the top of the file | move it to the top of the file; if it is meant as text, write it as `**Draft:**`",
            "acme/docs/c.md:3:1 error[misplaced-front-matter] the fields of this page do not count: they begin with `---` on the very first line, and nothing else | make `---` the first line of the file, and the line below the last field",
            "acme/docs/d.md:5:1 error[misplaced-front-matter] `audience` does not count here: it stands in the text, and not between two lines of `---` at the top of the file | move it to the top of the file; if it is meant as text, write it as `**audience:**`",
            "acme/docs/e.md:5:1 error[misplaced-front-matter] `draft` does not count here: it stands in the text, and not between two lines of `---` at the top of the file | move it to the top of the file; if it is meant as text, write it as `**draft:**`",
            "acme/docs/f.md:8:1 error[misplaced-front-matter] `audience` does not count here: it stands in the text, and not between two lines of `---` at the top of the file | move it to the top of the file; if it is meant as text, write it as `**audience:**`",
            "acme/docs/g.md:2:1 error[misplaced-front-matter] `audience` does not count here: it stands in the text, and not between two lines of `---` at the top of the file | move it to the top of the file; if it is meant as text, write it as `**audience:**`",
        ],
    },
    Case {
        name: "words between rules are words",
        files: &[
            (
                "acme/docs/a.md",
                concat!(
                    "---\n",
                    "title: A\n",
                    "---\n",
                    "\n",
                    "Words.\n",
                    "\n",
                    "```yaml\n",
                    "---\n",
                    "audience: [sponsor]\n",
                    "---\n",
                    "```\n"
                ),
            ),
            ("acme/docs/b.md", concat!("~~~\n", "---\n", "draft: true\n", "---\n", "~~~\n")),
            (
                "acme/docs/c.md",
                concat!(
                    "Words.\n",
                    "\n",
                    "Draft: this is not the end of it.\n",
                    "\n",
                    "---\n",
                    "\n",
                    "More words.\n",
                    "\n",
                    "**Audience:** all.\n",
                    "\n",
                    "---\n",
                    "\n",
                    "- audience: all\n",
                    "\n",
                    "---\n"
                ),
            ),
            (
                "acme/docs/d.md",
                concat!(
                    "---\n",
                    "title: D\n",
                    "---\n",
                    "\n",
                    "Words.\n",
                    "audience: all\n",
                    "\n",
                    "---\n",
                    "\n",
                    "Words.\n"
                ),
            ),
        ],
        found: &[],
    },
    Case {
        name: "names of nothing",
        files: &[("acme/client.yml", concat!("name: \"\"\n", "project: \" \"\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:1:1 error[missing-field] `name` has no value | write it behind the colon, such as `name: Korenbloem Bakeries`",
            "acme/client.yml:2:1 error[missing-field] `project` has no value | write it behind the colon, such as `project: New web shop`",
        ],
    },
    Case {
        name: "unknown fields in front matter",
        files: &[(
            "acme/docs/start.md",
            concat!("---\n", "Title: Start\n", "layout: post\n", "---\n", "\n", "Hello.\n"),
        )],
        found: &[
            "acme/docs/start.md:2:1 warning[unknown-front-matter] there is no field `Title` here | did you mean `title`?",
            "acme/docs/start.md:3:1 warning[unknown-front-matter] there is no field `layout` here | the fields known here are `title`, `kind`, `order`, `id`, `was`, `audience`, `draft`, `dropped`, `approval`",
        ],
    },
    Case {
        name: "unknown fields of a term",
        files: &[("acme/glossary.yml", concat!("Go-live:\n", "  short: The day.\n", "  alias: [launch]\n"))],
        found: &[
            "acme/glossary.yml:3:3 error[unknown-field] there is no field `alias` here | the fields known here are `short`, `aka`, `means`, `id`, `was`, `audience`, `draft`, `dropped`",
        ],
    },
    Case {
        name: "a list where a text should be",
        files: &[("acme/client.yml", concat!("name:\n", "  - Acme\n", "project: New shop\n", "address: harbour-42\n"))],
        found: &[
            "acme/client.yml:2:3 error[wrong-shape] `name` is a text, but this is a list | write it on the same line, without `-` or brackets",
        ],
    },
    Case {
        name: "a group where a text should be",
        files: &[(
            "acme/client.yml",
            concat!("name: Acme\n", "project:\n", "  Shop: the second\n", "address: harbour-42\n"),
        )],
        found: &[
            "acme/client.yml:3:3 error[wrong-shape] `project` is a text, but this is a group of fields | if the text itself has a `: `, put it in quotes",
        ],
    },
    Case {
        name: "a text where a group should be",
        files: &[("vestibule.yml", concat!("name: Linden Studio\n", "contact: Mira Vos\n", "brand: linden.svg\n"))],
        found: &[
            "vestibule.yml:2:10 error[wrong-shape] here should be fields (`name: value`), but this is a text | write one field per line, such as `name: Acme`",
            "vestibule.yml:3:8 error[wrong-shape] here should be fields (`name: value`), but this is a text | write one field per line, such as `name: Acme`",
        ],
    },
    Case {
        name: "a list where fields should be",
        files: &[
            ("vestibule.yml", "- name: Linden Studio\n"),
            ("acme/client.yml", concat!("- Acme\n", "- New shop\n")),
        ],
        found: &[
            "acme/client.yml:1:1 error[wrong-shape] here should be fields (`name: value`), but this is a list | write one field per line, such as `name: Acme`",
            "vestibule.yml:1:1 error[wrong-shape] here should be fields (`name: value`), but this is a list | write one field per line, such as `name: Acme`",
        ],
    },
    Case {
        name: "a text where fields should be",
        files: &[("acme/client.yml", "Acme\n")],
        found: &[
            "acme/client.yml:1:1 error[wrong-shape] here should be fields (`name: value`), but this is a text | write one field per line, such as `name: Acme`",
        ],
    },
    Case {
        name: "a list as a glossary",
        files: &[("acme/glossary.yml", "- Go-live: The day.\n")],
        found: &[
            "acme/glossary.yml:1:1 error[wrong-shape] a glossary is one term per line, but this is something else | write `Term: what it means`",
        ],
    },
    Case {
        name: "a list as a term",
        files: &[("acme/glossary.yml", concat!("Go-live: [The day]\n", "\"?!\": What?\n"))],
        found: &[
            "acme/glossary.yml:1:10 error[wrong-shape] here should be fields (`name: value`), but this is a list | write one field per line, such as `name: Acme`",
            "acme/glossary.yml:2:1 error[wrong-value] `?!` cannot be a term: it has no letter and no digit | write the word as it stands in your texts, and an explanation behind it: `Go-live: what it means`",
        ],
    },
    Case {
        name: "a list as a theme",
        files: &[("vestibule.yml", concat!("name: Linden Studio\n", "theme: [mine]\n"))],
        found: &[
            "vestibule.yml:2:8 error[wrong-shape] `theme` is a text, but this is a list | write it on the same line, without `-` or brackets",
        ],
    },
    Case {
        name: "a theme that is not there",
        files: &[("vestibule.yml", concat!("name: Linden Studio\n", "theme: ../theme\n"))],
        found: &[
            "vestibule.yml:2:8 error[wrong-value] there is no theme in the folder `../theme` | name a folder in the workspace, or leave the line out to use the theme that comes with the program",
        ],
    },
    Case {
        name: "a logo that is not there",
        files: &[("vestibule.yml", concat!("name: Linden Studio\n", "brand:\n", "  logo: brand/mark.svg\n"))],
        found: &[
            "vestibule.yml:3:9 error[broken-image] there is no file `brand/mark.svg` in the workspace | name a picture in the workspace, such as `logo: brand/mark.svg`",
        ],
    },
    Case {
        name: "languages",
        files: &[
            ("vestibule.yml", concat!("name: Linden Studio\n", "language: no\n")),
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "language: nl_NL\n"),
            ),
        ],
        found: &[
            "acme/client.yml:4:11 error[unknown-language] there are no words for the language `nl_NL` | write `nl`",
            "vestibule.yml:2:11 error[unknown-language] there are no words for the language `no` | there are words for `en`, `nl`; another language is one file, `locales/<language>.yml`, in a theme",
        ],
    },
    Case {
        name: "no as a value is text",
        files: &[
            ("acme/client.yml", concat!("name: no\n", "project: NO\n", "address: harbour-42\n")),
            ("acme/glossary.yml", "no: The opposite of yes.\n"),
            ("acme/docs/start.md", concat!("---\n", "title: no\n", "draft: no\n", "---\n", "\n", "Hello.\n")),
        ],
        found: &[
            "acme/docs/start.md:3:8 error[wrong-value] `draft` is `true` or `false`, not `no` | write `draft: true` or `draft: false`, or leave the line out",
        ],
    },
    Case {
        name: "time zones",
        files: &[
            ("vestibule.yml", concat!("name: Linden Studio\n", "timezone: CEST\n")),
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "timezone: new york\n"),
            ),
        ],
        found: &[
            "acme/client.yml:4:11 error[unknown-timezone] there is no time zone `new york` | did you mean `America/New_York`?",
            "vestibule.yml:2:11 error[unknown-timezone] there is no time zone `CEST` | write the zone as continent and city, such as `Europe/Amsterdam`",
        ],
    },
    Case {
        name: "colours",
        files: &[("vestibule.yml", concat!("name: Linden Studio\n", "brand:\n", "  accent: teal\n"))],
        found: &[
            "vestibule.yml:3:11 error[wrong-value] `teal` is not a colour | write it with six digits and in quotes, such as `accent: \"#1d5a6b\"`",
        ],
    },
    Case {
        name: "a colour without quotes",
        files: &[("vestibule.yml", concat!("name: Linden Studio\n", "brand:\n", "  accent: #1d5a6b\n"))],
        found: &[
            "vestibule.yml:3:11 error[hash-in-value] `#` after a space begins a remark, so the rest of this line is lost | put the text in quotes: `accent: \"#1d5a6b\"`; if a remark is meant, write a space after `#`",
        ],
    },
    Case {
        name: "mail and telephone",
        files: &[(
            "vestibule.yml",
            concat!(
                "name: Linden Studio\n",
                "contact:\n",
                "  name: Mira Vos\n",
                "  email: mira at linden.example\n",
                "  phone: call me\n"
            ),
        )],
        found: &[
            "vestibule.yml:4:10 error[wrong-value] `mira at linden.example` is not a mail address | write it as `name@example.com`",
            "vestibule.yml:5:10 error[wrong-value] `call me` is not a telephone number | write digits with the country in front, such as `+31 20 555 01 42`",
        ],
    },
    Case {
        name: "an address without https",
        files: &[("vestibule.yml", concat!("name: Linden Studio\n", "base_url: http://portal.example.com\n"))],
        found: &[
            "vestibule.yml:2:11 error[wrong-value] `http://portal.example.com` is not an address that portals can be published at | write the whole address, such as `https://portal.example.com`; without HTTPS a browser cannot open a portal",
        ],
    },
    Case {
        name: "an address of a portal",
        files: &[("acme/client.yml", concat!("name: Acme\n", "project: New shop\n", "address: Über Uns!\n"))],
        found: &[
            "acme/client.yml:3:10 error[wrong-address] `Über Uns!` cannot be the address of a portal | use lower-case letters, digits and `-`, such as `address: uber-uns`",
        ],
    },
    Case {
        name: "a folder that cannot be an address",
        files: &[("Ümit & Söhne/client.yml", concat!("name: Nobody\n", "project: New shop\n"))],
        found: &[
            "Ümit & Söhne/client.yml:1:1 error[wrong-address] the folder's name `Ümit & Söhne` cannot be the address of a portal | add a line such as `address: umit-sohne`",
        ],
    },
    Case {
        name: "audiences",
        files: &[
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "project: New shop\n",
                    "address: harbour-42\n",
                    "audiences: [Board, sponsor, \"\", sponsor]\n"
                ),
            ),
            ("acme/docs/start.md", concat!("---\n", "audience: [sponser, client]\n", "---\n", "\n", "Hello.\n")),
        ],
        found: &[
            "acme/client.yml:4:13 error[wrong-value] `Board` cannot be the name of an audience | use up to 32 lower-case letters, digits and `-`, such as `board`",
            "acme/client.yml:4:29 error[wrong-value] `` cannot be the name of an audience | use up to 32 lower-case letters, digits and `-`, such as `sponsor`",
        ],
    },
    Case {
        name: "numbers and flags",
        files: &[(
            "acme/docs/start.md",
            concat!(
                "---\n",
                "title: Start\n",
                "order: first\n",
                "draft: yes\n",
                "kind: guide\n",
                "id: Not An Id\n",
                "---\n",
                "\n",
                "Hello.\n"
            ),
        )],
        found: &[
            "acme/docs/start.md:3:8 error[wrong-value] `order` is a whole number, not `first` | write digits only, such as `order: 3`",
            "acme/docs/start.md:4:8 error[wrong-value] `draft` is `true` or `false`, not `yes` | write `draft: true` or `draft: false`, or leave the line out",
            "acme/docs/start.md:5:7 error[wrong-value] there is no kind of document called `guide` | a kind is `tutorial`, `how-to`, `reference` or `explanation`",
            "acme/docs/start.md:6:5 error[wrong-value] `Not An Id` cannot be an id | use lower-case letters, digits and `-`, such as `not-an-id`",
        ],
    },
    Case {
        name: "unclosed front matter",
        files: &[("acme/docs/start.md", concat!("---\n", "title: Start\n", "--\n", "\n", "Hello.\n"))],
        found: &[
            "acme/docs/start.md:1:1 error[unclosed-front-matter] the fields that begin here have no end | add a line `---` below the last field",
        ],
    },
    Case {
        name: "front matter that ends with the file",
        files: &[("acme/docs/start.md", concat!("---\n", "title: Start\n", "---"))],
        found: &[],
    },
    Case {
        name: "a list as front matter",
        files: &[("acme/docs/start.md", concat!("---\n", "- Start\n", "---\n", "\n", "Hello.\n"))],
        found: &[
            "acme/docs/start.md:2:1 error[wrong-shape] here should be fields (`name: value`), but this is a list | write one field per line, such as `name: Acme`",
        ],
    },
    Case {
        name: "a person without most things",
        files: &[(
            "acme/access.lock",
            concat!(
                "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1\n",
                "epoch: 1\n",
                "epoch_id: 00112233445566778899aabbccddeeff\n",
                "salt: AAECAwQFBgcICQoLDA0ODw\n",
                "iterations: 600000\n",
                "people:\n",
                "  - name: Tom\n",
                "    kind: pasphrase\n",
                "    created: 21-11-2026\n"
            ),
        )],
        found: &[
            "acme/access.lock:7:5 error[access-lock] `audience` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:7:5 error[access-lock] `escrow` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:7:5 error[access-lock] `id` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:7:5 error[access-lock] `serial` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:7:5 error[access-lock] `tag` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:8:11 error[access-lock] this cannot be the `kind` | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:9:14 error[access-lock] this cannot be the `created` | this file is written by `vestibule access`: put back the version from before it was changed by hand",
        ],
    },
    Case {
        name: "people who are not a list",
        files: &[(
            "acme/access.lock",
            concat!(
                "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1\n",
                "epoch: 1\n",
                "epoch_id: 00112233445566778899aabbccddeeff\n",
                "salt: AAECAwQFBgcICQoLDA0ODw\n",
                "iterations: 600000\n",
                "people:\n",
                "  name: Tom\n"
            ),
        )],
        found: &[
            "acme/access.lock:7:3 error[access-lock] `people` should be a list | this file is written by `vestibule access`: put back the version from before it was changed by hand",
        ],
    },
    Case {
        name: "a lock with wrong values",
        files: &[(
            "acme/access.lock",
            concat!(
                "portal: ABC\n",
                "epoch: 0\n",
                "epoch_id: x\n",
                "salt: \"==\"\n",
                "iterations: 10\n",
                "people: []\n"
            ),
        )],
        found: &[
            "acme/access.lock:1:9 error[access-lock] this cannot be the `portal` | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:2:8 error[access-lock] this cannot be the `epoch` | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:3:11 error[access-lock] this cannot be the `epoch_id` | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:4:7 error[access-lock] this cannot be the `salt` | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:5:13 error[access-lock] this cannot be the `iterations` | this file is written by `vestibule access`: put back the version from before it was changed by hand",
        ],
    },
    Case {
        name: "an empty lock",
        files: &[("acme/access.lock", "")],
        found: &[
            "acme/access.lock:1:1 error[access-lock] `epoch_id` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:1:1 error[access-lock] `epoch` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:1:1 error[access-lock] `iterations` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:1:1 error[access-lock] `portal` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
            "acme/access.lock:1:1 error[access-lock] `salt` is missing | this file is written by `vestibule access`: put back the version from before it was changed by hand",
        ],
    },
    Case {
        name: "a person of an audience that is gone",
        files: &[(
            "acme/access.lock",
            concat!(
                "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1\n",
                "epoch: 1\n",
                "epoch_id: 00112233445566778899aabbccddeeff\n",
                "salt: AAECAwQFBgcICQoLDA0ODw\n",
                "iterations: 600000\n",
                "people:\n",
                "  - name: Tom Baert\n",
                "    id: 0f1e2d3c4b5a6978\n",
                "    audience: board\n",
                "    kind: passphrase\n",
                "    serial: 1\n",
                "    created: 2026-11-21\n",
                "    tag: 00112233445566778899aabbccddeeff\n",
                "    escrow: AAECAwQFBgcICQoLDA0ODw\n"
            ),
        )],
        found: &[
            "acme/access.lock:9:15 error[unknown-audience] Tom Baert reads as `board`, and client.yml declares no such audience | declare it in client.yml: `audiences: [board]`",
        ],
    },
    Case {
        name: "unknown fields in a lock",
        files: &[(
            "acme/access.lock",
            concat!(
                "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1\n",
                "epoch: 1\n",
                "epoch_id: 00112233445566778899aabbccddeeff\n",
                "salt: AAECAwQFBgcICQoLDA0ODw\n",
                "iterations: 600000\n",
                "passphrase: secret\n",
                "people:\n",
                "  - name: Tom Baert\n",
                "    id: 0f1e2d3c4b5a6978\n",
                "    audience: client\n",
                "    kind: passphrase\n",
                "    serial: 1\n",
                "    created: 2026-11-21\n",
                "    tag: 00112233445566778899aabbccddeeff\n",
                "    escrow: AAECAwQFBgcICQoLDA0ODw\n"
            ),
        )],
        found: &[
            "acme/access.lock:6:1 error[unknown-field] there is no field `passphrase` here | the fields known here are `portal`, `epoch`, `epoch_id`, `salt`, `iterations`, `people`",
        ],
    },
];
