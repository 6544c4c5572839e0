//! `shared/`: what is written once is wrong once.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "a mistake in a shared file is said once, whoever reads it",
        files: &[
            ("shared/people.yml", "- {name: Mira Vos, side: uss}\n"),
            ("shared/glossary.yml", "Go-live: {aka: [launch]}\n"),
            ("shared/docs/rules.md", concat!("---\n", "kind: how too\n", "---\n", "# Rules\n")),
            ("bolt/client.yml", concat!("name: Cove\n", "project: Web site\n", "address: quay-7\n")),
            ("cargo/client.yml", concat!("name: Dune\n", "project: Web site\n", "address: pier-9\n")),
        ],
        found: &[
            "shared/docs/rules.md:2:7 error[wrong-value] there is no kind of document called `how too` | did you mean `how-to`?",
            "shared/glossary.yml:1:10 error[missing-field] `short` is missing | add a line such as `short: what it means, in a sentence`",
            "shared/people.yml:1:26 error[wrong-value] `uss` is neither your side nor the client's | did you mean `us`?",
        ],
    },
    Case {
        name: "a broken link in a shared document that three clients link to",
        files: &[
            ("shared/docs/rules.md", concat!("# Rules\n", "\n", "See [more](more.md).\n")),
            ("acme/docs/start.md", "[Rules](../../shared/docs/rules.md)\n"),
            ("bolt/client.yml", concat!("name: Cove\n", "project: Web site\n", "address: quay-7\n")),
            ("bolt/docs/start.md", "[Rules](../../shared/docs/rules.md)\n"),
            ("cargo/client.yml", concat!("name: Dune\n", "project: Web site\n", "address: pier-9\n")),
            ("cargo/docs/start.md", "[Rules](../../shared/docs/rules.md)\n"),
        ],
        found: &[
            "shared/docs/rules.md:3:5 error[broken-link] there is no file `docs/more.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "a shared document that nobody links to says nothing of its links",
        files: &[
            ("shared/docs/rules.md", concat!("# Rules\n", "\n", "See [more](more.md), ![plan](plan.png).\n")),
            ("acme/docs/start.md", "# Start\n"),
        ],
        found: &[],
    },
    Case {
        name: "a link to something shared that is not there",
        files: &[
            ("shared/docs/rules.md", concat!("# Rules\n", "\n", "## Hours\n")),
            (
                "acme/docs/start.md",
                "[Rules](../../shared/docs/ruls.md) [Hours](../../shared/docs/rules.md#houres) [People](../../shared/people.yml) [Up](../../other/docs/rules.md)\n",
            ),
            ("acme/updates/2026-11-20.md", "[Rules](../../shared/docs/rules.md#hours) [Own](../docs/rules.md)\n"),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] there is no file `docs/ruls.md` in the folder `shared` | did you mean `rules.md`?",
            "acme/docs/start.md:1:36 error[broken-anchor] there is no heading `#houres` on the page `/docs/rules` | did you mean `#hours`?",
            "acme/docs/start.md:1:79 error[broken-link] `people.yml` is not published | link to a file in `docs` or `files`",
            "acme/docs/start.md:1:113 error[broken-link] `../../other/docs/rules.md` leads out of the client's folder | a portal has only what lies in its own client's folder; what several clients may see goes into `shared/docs`",
        ],
    },
    Case {
        name: "a document of the client's own takes the place of a shared one",
        files: &[
            ("shared/docs/rules.md", concat!("# Rules\n", "\n", "See [more](more.md).\n")),
            ("acme/docs/rules.md", concat!("# Our rules\n", "\n", "## Days\n")),
            ("acme/docs/start.md", "[Rules](../../shared/docs/rules.md#days)\n"),
        ],
        found: &[],
    },
    Case {
        name: "a person of the client's own takes the place of a shared one",
        files: &[
            (
                "shared/people.yml",
                concat!(
                    "- {name: Mira Vos, side: us, primary: true, email: mira@linden.example}\n",
                    "- {name: Bo Berg, side: us, backup: true}\n"
                ),
            ),
            (
                "acme/people.yml",
                concat!(
                    "- {name: Mira Vos, primary: true}\n",
                    "- {name: Bo Berg, backup: true}\n",
                    "- {name: Ada Lund}\n"
                ),
            ),
        ],
        found: &["acme/people.yml:3:3 error[missing-field] `side` is missing | add a line such as `side: us`"],
    },
    Case {
        name: "a shared person is known by name",
        files: &[
            (
                "shared/people.yml",
                concat!(
                    "- {name: Mira Vos, side: us}\n",
                    "- {name: Cleo Dam, side: us, left: true}\n",
                    "- {name: Jan Smit, side: us, public: false}\n"
                ),
            ),
            (
                "acme/people.yml",
                concat!(
                    "- {name: Els Maas, side: us, primary: true}\n",
                    "- {name: Bo Berg, side: us, backup: true}\n",
                    "- {name: Ada Lund, side: client}\n"
                ),
            ),
            (
                "acme/tasks.yml",
                concat!(
                    "- {title: Send the photos, owner: Mira Vos}\n",
                    "- {title: Send the texts, owner: Mira Voss}\n",
                    "- {title: Send the films, owner: Cleo Dam}\n",
                    "- {title: Send the songs, owner: Jan Smit}\n"
                ),
            ),
        ],
        found: &[
            "acme/tasks.yml:2:34 error[unknown-reference] there is no person called `Mira Voss` | did you mean `Mira Vos`?",
            "acme/tasks.yml:3:34 error[owner-left] `Send the films` is open and lies with Cleo Dam, who works on the project no more | name who sees to it now",
            "acme/tasks.yml:4:34 error[person-not-public] `Jan Smit` is not public, and this would name them | name somebody else, or take `public: false` away from this person",
        ],
    },
    Case {
        name: "two of one name in one shared file",
        files: &[
            ("shared/people.yml", concat!("- {name: Mira Vos, side: us}\n", "- {name: mira vos, side: us}\n")),
            ("shared/glossary.yml", concat!("Go-live: One.\n", "Go live: Two.\n")),
            ("acme/docs/start.md", "We go live; the go-live is near.\n"),
            ("bolt/client.yml", concat!("name: Cove\n", "project: Web site\n", "address: quay-7\n")),
        ],
        found: &[
            "shared/glossary.yml:2:1 error[duplicate-id] there are two terms with the id `go-live` | the first is at shared/glossary.yml:1; give one of them another name or an `id:` of its own",
            "shared/people.yml:2:10 error[duplicate-id] there are two persons with the id `mira-vos` | the first is at shared/people.yml:1; give one of them another name or an `id:` of its own",
        ],
    },
    Case {
        name: "the photo of somebody shared lies in shared, too",
        files: &[
            (
                "shared/people.yml",
                concat!(
                    "- {name: Mira Vos, side: us, photo: photos/mira.png}\n",
                    "- {name: Bo Berg, side: us, photo: photos/bo.png}\n"
                ),
            ),
            ("shared/photos/mira.png", "x"),
            (
                "acme/tasks.yml",
                "- {title: Send the photos, owner: Mira Vos}\n- {title: Send the texts, owner: Bo Berg}\n",
            ),
        ],
        found: &[
            "shared/people.yml:2:36 error[broken-image] there is no file `photos/bo.png` in the folder `shared` | name a PNG, JPEG, WebP or SVG file, such as `photos/mira.jpg`",
        ],
    },
    Case {
        name: "an audience in shared files is one that some client has",
        files: &[
            ("shared/glossary.yml", "Margin: {short: What is left., audience: [sponsor]}\n"),
            ("shared/docs/costs.md", concat!("---\n", "audience: [sponsor]\n", "---\n", "# Costs\n")),
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "audiences: [sponsor]\n"),
            ),
            ("acme/docs/start.md", "[Costs](../../shared/docs/costs.md)\n"),
            (
                "acme/docs/all.md",
                concat!("---\n", "audience: sponsor\n", "---\n", "[Costs](../../shared/docs/costs.md)\n"),
            ),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[restricted-link] this link would give away `Costs` (`docs/costs.md`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
        ],
    },
    Case {
        name: "files that have no place in shared",
        files: &[
            ("shared/milestones.yml", "- titel: x\n"),
            ("shared/decisions/0001-x.md", concat!("---\n", "status: acepted\n", "---\n")),
            ("shared/files/a.txt", "a"),
            ("shared/updates/2026-11-20.md", "## Done\n"),
        ],
        found: &[
            "shared/decisions:1:1 warning[misplaced-file] this folder would be left out: only people, words and documents are shared | put what is in it into the folder of the client that it is about",
            "shared/files:1:1 warning[misplaced-file] this folder would be left out: the files of all clients are listed nowhere | put them into the folder `files` of each client; or link to them, and call the folder otherwise",
            "shared/milestones.yml:1:1 warning[misplaced-file] this file would be left out: only people, words and documents are shared | put it into the folder of the client that it is about, or call it `_milestones.yml` if it is a file of your own",
            "shared/updates:1:1 warning[misplaced-file] this folder would be left out: only people, words and documents are shared | put what is in it into the folder of the client that it is about",
        ],
    },
    Case {
        name: "names that are nearly those of shared files",
        files: &[
            ("shared/People.yml", "- {name: Mira Vos, side: us}\n"),
            ("shared/glossary.yaml", "A: b\n"),
            ("shared/person.yml", "x"),
            ("shared/settings.yml", "x"),
            ("shared/Roadmap.yaml", "x"),
            ("shared/risks.yml", "x"),
            ("shared/start.md", "# Start\n"),
            ("shared/plan.pdf", "x"),
            ("shared/plan.bak", "x"),
            ("shared/Docs/a.md", "# A\n"),
            ("shared/doc/a.md", "# A\n"),
            ("shared/docs/b.MD", "# B\n"),
            ("shared/docs/c.md.txt", "# C\n"),
            ("shared/docs/people.yml", "x"),
            ("shared/photos/mira.png", "x"),
            ("shared/photos/notes.md", "x"),
            ("shared/photos/photos.yml", "x"),
            ("shared/Files/a.txt", "x"),
            ("shared/_own.yml", "x"),
        ],
        found: &[
            "shared/Docs:1:1 error[file-name] this folder would be left out: capital letters and endings count | call it `docs`",
            "shared/Files:1:1 warning[misplaced-file] this folder would be left out: the files of all clients are listed nowhere | put them into the folder `files` of each client; or link to them, and call the folder otherwise",
            "shared/People.yml:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `people.yml`",
            "shared/Roadmap.yaml:1:1 warning[misplaced-file] this file would be left out: only people, words and documents are shared | put it into the folder of the client that it is about, or call it `_Roadmap.yaml` if it is a file of your own",
            "shared/doc:1:1 error[file-name] this folder would be left out: nothing reads a folder `doc` | did you mean `docs`?",
            "shared/docs/b.MD:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `b.md`",
            "shared/docs/c.md.txt:1:1 warning[misplaced-file] this file would be left out: its name ends in `.txt` | call it `c.md`",
            "shared/docs/people.yml:1:1 warning[misplaced-file] this file would be left out: settings are read in `shared` itself only | put it there",
            "shared/glossary.yaml:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `glossary.yml`",
            "shared/person.yml:1:1 warning[misplaced-file] this file would be left out: nothing has this name | call it `_person.yml` if it is a file of your own: names that begin with `_` are left alone",
            "shared/photos/notes.md:1:1 warning[misplaced-file] this file would be left out: no page is read in the folder `photos` | put it into the folder `docs`, or call the folder `_photos` if it is your own",
            "shared/photos/photos.yml:1:1 warning[misplaced-file] this file would be left out: settings are read in `shared` itself only | call it `_photos.yml` if it is a file of your own",
            "shared/plan.pdf:1:1 warning[misplaced-file] this file would be left out: no file is published from here | put it into a folder beside it, such as `photos`, or call it `_plan.pdf` if it is a file of your own",
            "shared/risks.yml:1:1 warning[misplaced-file] this file would be left out: only people, words and documents are shared | put it into the folder of the client that it is about, or call it `_risks.yml` if it is a file of your own",
            "shared/settings.yml:1:1 warning[misplaced-file] this file would be left out: nothing has this name | call it `_settings.yml` if it is a file of your own: names that begin with `_` are left alone",
            "shared/start.md:1:1 warning[misplaced-file] this file would be left out: no page is read here | put it into the folder `docs`, or call it `_start.md` if it is a note of your own",
        ],
    },
    Case {
        name: "a folder that is nearly shared",
        files: &[("Shared/people.yml", "- {name: Mira Vos, side: us}\n"), ("SHARED/photos/mira.png", "x")],
        found: &[
            "Shared:1:1 error[file-name] this folder would be left out: capital letters and endings count | call it `shared`; if it is a folder of your own, call it `_Shared`",
        ],
    },
    Case {
        name: "what is switched off for all clients is not said of shared files",
        files: &[
            (
                "vestibule.yml",
                "name: Linden Studio\nallow: [{check: misplaced-file, why: Ours.}, {check: removed-html, why: We know.}]\n",
            ),
            ("acme/client.yml", "name: Acme\nproject: New shop\naddress: harbour-42\n"),
            ("shared/milestones.yml", "- titel: x\n"),
            ("shared/docs/rules.md", "# Rules\n\n<blink>x</blink> ##No\n\n##No\n"),
            ("acme/docs/start.md", "[Rules](../../shared/docs/rules.md)\n"),
        ],
        found: &[
            "shared/docs/rules.md:5:1 warning[not-a-heading] this is no heading, because there is no space after the `#` | write `## No`",
        ],
    },
    Case {
        name: "what one client switches off is said of shared files all the same",
        files: &[
            (
                "acme/client.yml",
                "name: Acme\nproject: New shop\naddress: harbour-42\nallow: [{check: removed-html, why: We know.}]\n",
            ),
            ("shared/docs/rules.md", "# Rules\n\n<blink>x</blink>\n"),
            ("acme/docs/start.md", "[Rules](../../shared/docs/rules.md)\n"),
        ],
        found: &[
            "shared/docs/rules.md:3:1 warning[removed-html] `<blink>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
        ],
    },
    Case {
        name: "a photo that is named in shared is missed there, once",
        files: &[
            ("shared/people.yml", "- {name: Mira Vos, side: us, photo: photos/mira.png, primary: true}\n"),
            (
                "acme/people.yml",
                "- name: Mira Vos\n  primary: true\n- {name: Bo Berg, side: us, backup: true, photo: bo.png}\n",
            ),
            ("bolt/client.yml", "name: Cove\nproject: Web site\naddress: quay-7\n"),
            ("bolt/people.yml", "- name: Bo Berg\n  side: us\n  backup: true\n- {name: Mira Vos, primary: true}\n"),
            ("cove/client.yml", "name: Dune\nproject: Web site\naddress: pier-9\n"),
            (
                "cove/people.yml",
                "- {name: Mira Vos, primary: true, photo: x/mira.png}\n- {name: Bo Berg, side: us, backup: true}\n",
            ),
        ],
        found: &[
            "acme/people.yml:3:50 error[broken-image] there is no file `bo.png` in the client's folder | name a PNG, JPEG, WebP or SVG file, such as `photos/mira.jpg`",
            "cove/people.yml:1:42 error[broken-image] there is no file `x/mira.png` in the client's folder | name a PNG, JPEG, WebP or SVG file, such as `photos/mira.jpg`",
            "shared/people.yml:1:37 error[broken-image] there is no file `photos/mira.png` in the folder `shared` | name a PNG, JPEG, WebP or SVG file, such as `photos/mira.jpg`",
        ],
    },
    Case {
        name: "an agreement to a shared document that nobody links to is nobody's business",
        files: &[
            ("shared/docs/rules.md", concat!("---\n", "approval: {by: Bo Burg}\n", "---\n", "# Rules\n")),
            ("acme/docs/start.md", "# Start\n"),
        ],
        found: &[],
    },
    Case {
        name: "shared people that cannot be read are missed nowhere else",
        files: &[
            ("shared/people.yml", concat!("- {name: Cleo Dam, side: us}\n", "- {name: Jan Smit, side: us\n")),
            (
                "acme/people.yml",
                concat!(
                    "- {name: Bo Berg, side: client, primary: true}\n",
                    "- {name: Jan Smit, primary: true}\n",
                    "- {name: Cleo Dam, backup: true}\n"
                ),
            ),
            ("acme/tasks.yml", "- {title: Send the photos, owner: Els Maas}\n"),
        ],
        found: &[
            "shared/people.yml:2:3 error[yaml-syntax] a list or group begins with a bracket and does not end | close it with `]` or `}`",
        ],
    },
    Case {
        name: "a shared document that cannot be read is missed nowhere else",
        files: &[
            ("shared/docs/rules.md", "# Rules\0\n"),
            ("acme/docs/own.md", "# Own\0\n"),
            (
                "acme/docs/start.md",
                "[a](../../shared/docs/rules.md) [b](/docs/rules#x) [c](own.md) [d](../../shared/docs/gone.md)\n",
            ),
        ],
        found: &[
            "acme/docs/own.md:1:6 error[nul-byte] this file holds a NUL character, so it is not a text file | save it again as plain text (UTF-8)",
            "acme/docs/start.md:1:64 error[broken-link] there is no file `docs/gone.md` in the folder `shared` | write the way from this file to that one, such as `../files/plan.pdf`",
            "shared/docs/rules.md:1:8 error[nul-byte] this file holds a NUL character, so it is not a text file | save it again as plain text (UTF-8)",
        ],
    },
    Case {
        name: "a picture of a shared document is missing in `shared`",
        files: &[
            ("shared/docs/rules.md", "![A chair](chair.png) ![A table](../photos/table.png)\n"),
            ("acme/docs/start.md", "[a](../../shared/docs/rules.md) ![b](../../shared/photos/b.png) ![c](c.png)\n"),
        ],
        found: &[
            "acme/docs/start.md:1:33 error[broken-image] there is no file `photos/b.png` in the folder `shared` | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/docs/start.md:1:65 error[broken-image] there is no file `docs/c.png` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "shared/docs/rules.md:1:1 error[broken-image] there is no file `docs/chair.png` in the folder `shared` | write the way from this file to that one, such as `../files/plan.pdf`",
            "shared/docs/rules.md:1:23 error[broken-image] there is no file `photos/table.png` in the folder `shared` | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "a page that is not there is nothing to link to",
        files: &[
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "project: Web site\n",
                    "address: harbour-42\n",
                    "closed: {on: 2026-11-01, summary: It is over.}\n"
                ),
            ),
            (
                "acme/decisions/0001-colour.md",
                concat!("---\n", "status: proposed\n", "---\n", "# Which colour?\n\n## Options\n\n- Red\n- Blue\n"),
            ),
            ("acme/docs/start.md", "[To-dos](/todos) [Decisions](/decisions)\n"),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] there is no file `todos` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
];
