//! Names, copies and folders.

use super::Case;

#[test]
fn all() {
    super::compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "two pages with one id",
        files: &[
            ("acme/docs/start.md", concat!("---\n", "id: plan\n", "---\n", "\n", "# Start\n")),
            ("acme/docs/next.md", concat!("---\n", "id: plan\n", "---\n", "\n", "# Next\n")),
        ],
        found: &[
            "acme/docs/start.md:2:5 error[duplicate-id] there are two documents with the id `plan` | the first is at acme/docs/next.md:2; give one of them another name or an `id:` of its own",
        ],
    },
    Case {
        name: "three terms with one id",
        files: &[("acme/glossary.yml", concat!("Go-live: One.\n", "go live: Two.\n", "GO LIVE!: Three.\n"))],
        found: &[
            "acme/glossary.yml:2:1 error[duplicate-id] there are two terms with the id `go-live` | the first is at acme/glossary.yml:1; give one of them another name or an `id:` of its own",
            "acme/glossary.yml:3:1 error[duplicate-id] there are two terms with the id `go-live` | the first is at acme/glossary.yml:1; give one of them another name or an `id:` of its own",
        ],
    },
    Case {
        name: "headings of one name are numbered",
        files: &[(
            "acme/docs/start.md",
            concat!("## Steps\n", "\n", "## Steps\n", "\n", "[a](#steps) [b](#steps-2) [c](#steps-3)\n"),
        )],
        found: &[
            "acme/docs/start.md:5:27 error[broken-anchor] there is no heading `#steps-3` on the page `/docs/start` | did you mean `#steps-2`?",
        ],
    },
    Case {
        name: "three clients with one address",
        files: &[
            ("bolt/client.yml", concat!("name: Bolt\n", "project: Web site\n", "address: harbour-42\n")),
            ("harbour-42/client.yml", concat!("name: Cove\n", "project: Web site\n")),
        ],
        found: &[
            "bolt/client.yml:3:10 error[duplicate-address] `acme` and `bolt` have the same address `harbour-42` | give the one that is not published yet another `address`",
            "harbour-42/client.yml:1:1 error[duplicate-address] `acme` and `harbour-42` have the same address `harbour-42` | give the one that is not published yet another `address`",
        ],
    },
    Case {
        name: "a copied client",
        files: &[
            (
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
                    "    audience: client\n",
                    "    kind: passphrase\n",
                    "    serial: 1\n",
                    "    created: 2026-11-21\n",
                    "    tag: 00112233445566778899aabbccddeeff\n",
                    "    escrow: AAECAwQFBgcICQoLDA0ODw\n"
                ),
            ),
            ("bolt/client.yml", concat!("name: Bolt\n", "project: Web site\n", "address: b-1\n")),
            (
                "bolt/access.lock",
                concat!(
                    "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1\n",
                    "epoch: 1\n",
                    "epoch_id: 00112233445566778899aabbccddeeff\n",
                    "salt: AAECAwQFBgcICQoLDA0ODw\n",
                    "iterations: 600000\n",
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
            ),
            ("cove/client.yml", concat!("name: Cove\n", "project: Web site\n", "address: c-1\n")),
            (
                "cove/access.lock",
                concat!(
                    "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1\n",
                    "epoch: 1\n",
                    "epoch_id: 00112233445566778899aabbccddeeff\n",
                    "salt: AAECAwQFBgcICQoLDA0ODw\n",
                    "iterations: 600000\n",
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
            ),
        ],
        found: &[
            "bolt/access.lock:1:1 error[duplicate-portal] `acme` and `bolt` have the same `access.lock`: both portals would have the same keys | in the folder that is the copy, remove `access.lock`, and give its people access anew with `vestibule access add`",
            "cove/access.lock:1:1 error[duplicate-portal] `acme` and `cove` have the same `access.lock`: both portals would have the same keys | in the folder that is the copy, remove `access.lock`, and give its people access anew with `vestibule access add`",
        ],
    },
    Case {
        name: "folders that are nearly clients",
        files: &[
            ("bolt/docs/a.md", "# A\n"),
            ("cove/client.yaml", "name: Cove\n"),
            ("dune/Client.yml", "name: Dune\n"),
            ("gale/CLIENT.YAML", "name: Gale\n"),
            ("echo/glossary.yml", "A: b\n"),
            (
                "fern/access.lock",
                concat!(
                    "portal: 6f1d2c3b4a5968778695a4b3c2d1e0f1\n",
                    "epoch: 1\n",
                    "epoch_id: 00112233445566778899aabbccddeeff\n",
                    "salt: AAECAwQFBgcICQoLDA0ODw\n",
                    "iterations: 600000\n"
                ),
            ),
            ("shared/docs/a.md", "# A\n"),
            ("shared/glossary.yml", "A: b\n"),
            ("_old/docs/a.md", "# A\n"),
            (".git/docs/a", "x"),
            ("dist/index.html", "x"),
        ],
        found: &[
            "bolt:1:1 warning[no-client-file] this folder has `docs` like a client's, but no `client.yml`: it is left out | add `bolt/client.yml` with `name` and `project`; if no client is meant, call it `_bolt`",
            "cove:1:1 warning[no-client-file] this folder has `client.yaml` like a client's, but no `client.yml`: it is left out | call that file `client.yml`",
            "dune:1:1 warning[no-client-file] this folder has `Client.yml` like a client's, but no `client.yml`: it is left out | call that file `client.yml`",
            "echo:1:1 warning[no-client-file] this folder has `glossary.yml` like a client's, but no `client.yml`: it is left out | add `echo/client.yml` with `name` and `project`; if no client is meant, call it `_echo`",
            "fern:1:1 warning[no-client-file] this folder has `access.lock` like a client's, but no `client.yml`: it is left out | add `fern/client.yml` with `name` and `project`; if no client is meant, call it `_fern`",
            "gale:1:1 warning[no-client-file] this folder has `CLIENT.YAML` like a client's, but no `client.yml`: it is left out | call that file `client.yml`",
        ],
    },
    Case {
        name: "folders that hold what only clients have",
        files: &[
            ("bolt/people.yml", "- {name: Mira Vos, side: us}\n"),
            ("cove/decisions/0001-a.md", "# A\n"),
            ("dune/roadmap.yml", "x"),
            ("echo/updates/2026-11-20.md", "x"),
            ("fern/milestones.yml", "x"),
            ("gale/tasks.yml", "x"),
            ("hill/files.yml", "x"),
            ("isle/files/a.pdf", "x"),
            ("jetty/notes.md", "x"),
            ("_kiln/people.yml", "x"),
        ],
        found: &[
            "bolt:1:1 warning[no-client-file] this folder has `people.yml` like a client's, but no `client.yml`: it is left out | add `bolt/client.yml` with `name` and `project`; if no client is meant, call it `_bolt`",
            "cove:1:1 warning[no-client-file] this folder has `decisions` like a client's, but no `client.yml`: it is left out | add `cove/client.yml` with `name` and `project`; if no client is meant, call it `_cove`",
            "dune:1:1 warning[no-client-file] this folder has `roadmap.yml` like a client's, but no `client.yml`: it is left out | add `dune/client.yml` with `name` and `project`; if no client is meant, call it `_dune`",
            "echo:1:1 warning[no-client-file] this folder has `updates` like a client's, but no `client.yml`: it is left out | add `echo/client.yml` with `name` and `project`; if no client is meant, call it `_echo`",
            "fern:1:1 warning[no-client-file] this folder has `milestones.yml` like a client's, but no `client.yml`: it is left out | add `fern/client.yml` with `name` and `project`; if no client is meant, call it `_fern`",
            "gale:1:1 warning[no-client-file] this folder has `tasks.yml` like a client's, but no `client.yml`: it is left out | add `gale/client.yml` with `name` and `project`; if no client is meant, call it `_gale`",
            "hill:1:1 warning[no-client-file] this folder has `files.yml` like a client's, but no `client.yml`: it is left out | add `hill/client.yml` with `name` and `project`; if no client is meant, call it `_hill`",
        ],
    },
    Case {
        name: "an address that tells who it is",
        files: &[("korenbloem/client.yml", concat!("name: Korenbloem Bakeries\n", "project: New shop\n"))],
        found: &[
            "korenbloem/client.yml:1:1 hint[telling-address] the address `korenbloem` tells everybody that the client is called `korenbloem` | an address such as `harbour-42` says nothing: `address: harbour-42`",
        ],
    },
    Case {
        name: "reserved names are names inside a portal, and no addresses",
        files: &[
            ("con/client.yml", concat!("name: Nobody\n", "project: New shop\n")),
            ("con/docs/aux.md", concat!("# A\n", "\n", "[nul](nul.md)\n")),
            ("con/docs/nul.md", "# B\n"),
            ("con/files/com1.txt", "x"),
            ("con/files/lpt1", "x"),
            ("dune/client.yml", concat!("name: Nobody\n", "project: New shop\n", "address: lpt1\n")),
        ],
        found: &[
            "con/client.yml:1:1 error[wrong-address] the folder's name `con` cannot be the address of a portal: Windows can make no folder of this name | add a line such as `address: harbour-42`",
            "dune/client.yml:3:10 error[wrong-address] `lpt1` cannot be the address of a portal: Windows can make no folder of this name | use lower-case letters, digits and `-`, such as `address: harbour-42`",
        ],
    },
    Case {
        name: "nearly the names that are read",
        files: &[
            ("acme/Docs/a.md", "# A\n"),
            ("acme/Docs/guides/b.MD", "# B\n"),
            ("acme/FILES/plan.pdf", "x"),
            ("acme/Glossary.yaml", "A: b\n"),
            ("acme/access.LOCK", "x"),
            ("acme/docs/guides/Setup.MD", "# Setup\n"),
            ("acme/docs/notes.markdown", "# Notes\n"),
            ("acme/docs/start.md", "# Start\n"),
            ("acme/docs/docs.txt", "x"),
            ("acme/files/readme.MD", "# A file as it is\n"),
            ("acme/notes.yaml", "x"),
        ],
        found: &[
            "acme/Docs:1:1 error[file-name] this folder would be left out: capital letters and endings count | call it `docs`",
            "acme/FILES:1:1 error[file-name] this folder would be left out: capital letters and endings count | call it `files`",
            "acme/Glossary.yaml:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `glossary.yml`",
            "acme/access.LOCK:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `access.lock`",
            "acme/docs/guides/Setup.MD:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `Setup.md`",
            "acme/docs/notes.markdown:1:1 error[file-name] this file would be left out: capital letters and endings count | call it `notes.md`",
            "acme/notes.yaml:1:1 warning[misplaced-file] this file would be left out: nothing has this name | call it `_notes.yaml` if it is a file of your own: names that begin with `_` are left alone",
        ],
    },
    Case {
        name: "names that end in dots and spaces",
        files: &[("acme/docs/a..md", concat!("# A\n", "\n", "[b](%20b%20.md)\n")), ("acme/docs/ b .md", "# B\n")],
        found: &[],
    },
    Case {
        name: "names of 200 bytes",
        files: &[
            (
                "acme/docs/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md",
                "[b](bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.md)\n",
            ),
            (
                "acme/docs/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.md",
                "# B\n",
            ),
            (
                "acme/files/cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
                "x",
            ),
        ],
        found: &[],
    },
    Case {
        name: "a client of 200 bytes",
        files: &[(
            "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd/client.yml",
            concat!("name: Nobody\n", "project: New shop\n"),
        )],
        found: &[
            "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd/client.yml:1:1 error[wrong-address] the folder's name `dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd` cannot be the address of a portal | add a line such as `address: ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd`",
        ],
    },
    Case {
        name: "emoji and writing from right to left",
        files: &[
            ("acme/client.yml", concat!("name: مخبز الزهرة 🥐\n", "project: موقع جديد\n", "address: harbour-42\n")),
            ("acme/docs/ברוכים הבאים 🎉.md", concat!("# 🎉\n", "\n", "שלום [כאן](איפה.md) ו[שם](#🎉).\n")),
            ("acme/glossary.yml", concat!("🥐: לחם\n", "פריסה: היום\n")),
        ],
        found: &[
            "acme/docs/ברוכים הבאים 🎉.md:3:6 error[broken-link] there is no file `docs/איפה.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/docs/ברוכים הבאים 🎉.md:3:22 error[broken-anchor] there is no heading `#🎉` on the page `/docs/ברוכים הבאים 🎉` | its headings are `#section`",
            "acme/glossary.yml:1:1 error[wrong-value] `🥐` cannot be a term: it has no letter and no digit | write the word as it stands in your texts, and an explanation behind it: `Go-live: what it means`",
        ],
    },
    Case {
        name: "a direction turned around in a name",
        files: &[("acme/docs/start.md", "[a](\u{202e}fdp.exe)\n")],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] there is no file `docs/\u{202e}fdp.exe` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "settings of a name nobody reads",
        files: &[
            ("acme/docs/_draft.md", "[gone](gone.md)\n"),
            ("acme/_internal/x.md", "[gone](gone.md)\n"),
            ("acme/.DS_Store", "x"),
        ],
        found: &[],
    },
    Case {
        name: "a page that is no page",
        files: &[("acme/docs/a.md/b.md", "# B\n")],
        found: &[
            "acme/docs/a.md:1:1 error[unreadable] this is a folder, but it has the name of a file | give the folder another name, or put the file in its place",
        ],
    },
];
