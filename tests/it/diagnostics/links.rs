//! Links, pictures and raw HTML.

use vestibule::check::BASE;

use super::Case;
use crate::checks::{example, found};

#[test]
fn all() {
    super::compare(CASES);
}

/// A name that nearly fits is looked for fifty times in a client's folder. Another folder or other capital letters are
/// found every time, and so are drafts that are left out no part of the count.
#[test]
fn after_many_broken_links_nothing_is_guessed() {
    let links = |name: &str, count: usize| (0..count).map(|_| format!("[a]({name})\n")).collect::<String>();
    let workspace = example(BASE)
        .file("acme/docs/guides/setup.md", "# Setup\n")
        .file("acme/docs/a.md", format!("---\ndraft: true\n---\n{}", links("setpu.md", 70)))
        .file("acme/docs/b.md", links("setpu.md", 60))
        .file("acme/docs/c.md", links("Setup.md", 60));
    let found = found(&workspace);
    let with = |help: &str| found.iter().filter(|line| line.ends_with(help)).count();
    assert_eq!(found.len(), 120);
    assert_eq!(with("docs/setpu.md` in the client's folder | did you mean `guides/setup.md`?"), 50);
    assert_eq!(with("docs/Setup.md` in the client's folder | did you mean `guides/setup.md`?"), 60);
    assert_eq!(with("write the way from this file to that one, such as `../files/plan.pdf`"), 10);
}

const CASES: &[Case] = &[
    Case {
        name: "the address of a page without its folder, or with a slip in it",
        files: &[
            ("acme/docs/guides/rules.md", "# Rules\n"),
            ("acme/docs/start.md", "[a](/rules) [b](/docs/ruls#x) [c](Rules) ![d](/rules) [e](/xyzzy)\n"),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] there is no file `rules` in the client's folder | did you mean `guides/rules.md`?",
            "acme/docs/start.md:1:13 error[broken-link] there is no file `docs/ruls` in the client's folder | did you mean `guides/rules.md`?",
            "acme/docs/start.md:1:31 error[broken-link] there is no file `docs/Rules` in the client's folder | did you mean `guides/rules.md`?",
            "acme/docs/start.md:1:42 error[broken-image] there is no file `rules` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/docs/start.md:1:55 error[broken-link] there is no file `xyzzy` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "a note that nothing refers to is not on the page",
        files: &[(
            "acme/docs/start.md",
            "See [there](#there), [here](#here) and[^used].\n\n[^unused]: [a](gone.md)\n\n    ## There\n\n[^used]: [b](gone.pdf)\n\n    ## Here\n",
        )],
        found: &[
            "acme/docs/start.md:1:5 error[broken-anchor] there is no heading `#there` on the page `/docs/start` | did you mean `#here`?",
            "acme/docs/start.md:7:10 error[broken-link] there is no file `docs/gone.pdf` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "links that lead nowhere",
        files: &[(
            "acme/docs/start.md",
            "[a](gone.md) and [b](../files/gone.pdf) and [c](/docs/gone.md) and <a href=\"gone.md\">d</a>\n",
        )],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/docs/start.md:1:18 error[broken-link] there is no file `files/gone.pdf` in the client's folder | put `gone.pdf` into the folder `files`, or name a file that is there",
            "acme/docs/start.md:1:45 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/docs/start.md:1:68 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "a link by reference",
        files: &[("acme/docs/start.md", concat!("Read the [plan][1].\n", "\n", "[1]: plan.md\n"))],
        found: &[
            "acme/docs/start.md:1:10 error[broken-link] there is no file `docs/plan.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "capital letters count",
        files: &[("acme/docs/start.md", "[setup](Setup.md)\n"), ("acme/docs/setup.md", "# Setup\n")],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] there is no file `docs/Setup.md` in the client's folder | did you mean `setup.md`?",
        ],
    },
    Case {
        name: "a near miss in another folder",
        files: &[("acme/docs/guides/a.md", "[b](overvieuw.md)\n"), ("acme/docs/overview.md", "# Overview\n")],
        found: &[
            "acme/docs/guides/a.md:1:1 error[broken-link] there is no file `docs/guides/overvieuw.md` in the client's folder | did you mean `../overview.md`?",
        ],
    },
    Case {
        name: "the wrong folder",
        files: &[("acme/docs/guides/a.md", "[b](overview.md)\n"), ("acme/docs/overview.md", "# Overview\n")],
        found: &[
            "acme/docs/guides/a.md:1:1 error[broken-link] there is no file `docs/guides/overview.md` in the client's folder | did you mean `../overview.md`?",
        ],
    },
    Case {
        name: "a link to a folder",
        files: &[("acme/docs/guides/a.md", "[b](../)\n")],
        found: &[
            "acme/docs/guides/a.md:1:1 error[broken-link] `docs` is a folder, and not a file | link to a file in `docs` or `files`",
        ],
    },
    Case {
        name: "out of the client's folder",
        files: &[(
            "acme/docs/start.md",
            "[a](../../bolt/docs/secret.md) [b](../../../../etc/passwd) [c](%2e%2e/%2e%2e/bolt/client.yml)\n",
        )],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] `../../bolt/docs/secret.md` leads out of the client's folder | a portal has only what lies in its own client's folder; what several clients may see goes into `shared/docs`",
            "acme/docs/start.md:1:32 error[broken-link] `../../../../etc/passwd` leads out of the client's folder | a portal has only what lies in its own client's folder; what several clients may see goes into `shared/docs`",
            "acme/docs/start.md:1:60 error[broken-link] `%2e%2e/%2e%2e/bolt/client.yml` leads out of the client's folder | a portal has only what lies in its own client's folder; what several clients may see goes into `shared/docs`",
        ],
    },
    Case {
        name: "the client's own settings",
        files: &[
            ("acme/docs/start.md", "[a](../client.yml) [b](../access.lock)\n"),
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
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] `client.yml` is not published | link to a file in `docs` or `files`",
            "acme/docs/start.md:1:20 error[broken-link] `access.lock` is not published | link to a file in `docs` or `files`",
        ],
    },
    Case {
        name: "headings",
        files: &[
            (
                "acme/docs/start.md",
                concat!(
                    "# Start\n",
                    "\n",
                    "## First steps\n",
                    "\n",
                    "## Last steps\n",
                    "\n",
                    "[a](#first-step) [b](#nowhere) [c](setup.md#x) [d](#First-Steps)\n"
                ),
            ),
            ("acme/docs/setup.md", "Setup\n"),
        ],
        found: &[
            "acme/docs/start.md:7:1 error[broken-anchor] there is no heading `#first-step` on the page `/docs/start` | did you mean `#first-steps`?",
            "acme/docs/start.md:7:18 error[broken-anchor] there is no heading `#nowhere` on the page `/docs/start` | its headings are `#start`, `#first-steps`, `#last-steps`",
            "acme/docs/start.md:7:32 error[broken-anchor] there is no heading `#x` on the page `/docs/setup` | that page has no headings",
            "acme/docs/start.md:7:48 error[broken-anchor] there is no heading `#First-Steps` on the page `/docs/start` | did you mean `#first-steps`?",
        ],
    },
    Case {
        name: "headings in other alphabets are fine",
        files: &[(
            "acme/docs/start.md",
            concat!(
                "## Überblick № 2\n",
                "\n",
                "## 日本語 ガイド\n",
                "\n",
                "[a](#überblick-no-2) [b](#%C3%BCberblick-no-2) [c](#日本語-ガイド)\n"
            ),
        )],
        found: &[],
    },
    Case {
        name: "pictures",
        files: &[
            ("acme/docs/start.md", "![a](gone.png) ![](../../b.png) ![c](setup.md) <img src=\"d.png\">\n"),
            ("acme/docs/setup.md", "# Setup\n"),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-image] there is no file `docs/gone.png` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/docs/start.md:1:16 error[broken-image] `../../b.png` leads out of the client's folder | a portal has only what lies in its own client's folder; what several clients may see goes into `shared/docs`",
            "acme/docs/start.md:1:33 error[broken-image] `docs/setup.md` is a page, and not a picture | to link to it, leave out the `!`",
            "acme/docs/start.md:1:48 error[broken-image] there is no file `docs/d.png` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "what is no picture",
        files: &[
            (
                "acme/docs/start.md",
                "![plan](../files/p.pdf) ![tune](tune.mp3) <img src=\"../files/p.pdf\"> [plan](../files/p.pdf) ![plan](../files/P.png)\n",
            ),
            ("acme/files/p.pdf", "%PDF"),
            ("acme/files/p.png", "x"),
            ("acme/docs/tune.mp3", "x"),
            ("acme/docs/next.md", "![plan](p.pdf) ![plan](p.pgn) [plan](p.pgn)\n"),
        ],
        found: &[
            "acme/docs/next.md:1:1 error[broken-image] there is no file `docs/p.pdf` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/docs/next.md:1:16 error[broken-image] there is no file `docs/p.pgn` in the client's folder | did you mean `../files/p.png`?",
            "acme/docs/next.md:1:31 error[broken-link] there is no file `docs/p.pgn` in the client's folder | did you mean `../files/p.png`?",
            "acme/docs/start.md:1:1 error[broken-image] `files/p.pdf` is not a picture that every browser shows | to link to it, leave out the `!`",
            "acme/docs/start.md:1:25 error[broken-image] `docs/tune.mp3` is not a picture that every browser shows | to link to it, leave out the `!`",
            "acme/docs/start.md:1:43 error[broken-image] `files/p.pdf` is not a picture that every browser shows | to link to it, leave out the `!`",
            "acme/docs/start.md:1:93 error[broken-image] there is no file `files/P.png` in the client's folder | did you mean `../files/p.png`?",
        ],
    },
    Case {
        name: "folders as Windows writes them",
        files: &[
            (
                "acme/docs/start.md",
                "[a](..\\files\\x.pdf) ![b](pictures\\b.png) [c](..%5Cfiles%5cx.pdf#a) <a href=\"a\\b.md\">d</a>\n",
            ),
            ("acme/files/x.pdf", "%PDF"),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] there is no file `..\\files\\x.pdf` in the client's folder | write `/` between folders: `../files/x.pdf`",
            "acme/docs/start.md:1:21 error[broken-image] there is no file `pictures\\b.png` in the client's folder | write `/` between folders: `pictures/b.png`",
            "acme/docs/start.md:1:42 error[broken-link] there is no file `..%5Cfiles%5cx.pdf#a` in the client's folder | write `/` between folders: `../files/x.pdf#a`",
            "acme/docs/start.md:1:68 error[broken-link] there is no file `a\\b.md` in the client's folder | write `/` between folders: `a/b.md`",
        ],
    },
    Case {
        name: "pictures elsewhere",
        files: &[(
            "acme/docs/start.md",
            "![a](https://example.com/a.png) ![b](http://example.com/b.png) ![c](//example.com/c.png) ![d](data:image/png;base64,AAAA)\n",
        )],
        found: &[
            "acme/docs/start.md:1:1 error[external-image] `https://example.com/a.png` lies on another site, and a portal asks no other site for anything | save the picture in the client's folder and refer to that",
            "acme/docs/start.md:1:33 error[external-image] `http://example.com/b.png` lies on another site, and a portal asks no other site for anything | save the picture in the client's folder and refer to that",
            "acme/docs/start.md:1:64 error[unsafe-link] a link cannot begin with two slashes | write the whole address of another site, with `https://` in front",
            "acme/docs/start.md:1:90 error[unsafe-link] the address of a picture cannot begin with `data:` | save the picture in the client's folder and refer to that",
        ],
    },
    Case {
        name: "javascript in many spellings",
        files: &[(
            "acme/docs/start.md",
            concat!(
                "[a](javascript:alert(1))\n",
                "[b](JaVaScRiPt:alert(1))\n",
                "[c](java&#115;cript:alert(1))\n",
                "[d](javascript&colon;alert(1))\n",
                "[e](java&Tab;script:alert(1))\n",
                "[f](java&NewLine;script:alert(1))\n",
                "[g](<\tjavascript:alert(1)>)\n",
                "[h](&#1;javascript:alert(1))\n",
                "<a href=\" java\n",
                "script:alert(1)\">i</a>\n",
                "<a href=\"&#106;avascript:alert(1)\">j</a>\n",
                "[k]\n",
                "\n",
                "[k]: javascript:alert(1)\n"
            ),
        )],
        found: &[
            "acme/docs/start.md:1:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:2:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:3:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:4:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:5:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:6:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:7:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:8:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:9:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:11:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:12:1 error[unsafe-link] a link cannot begin with `javascript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
        ],
    },
    Case {
        name: "other schemes",
        files: &[(
            "acme/docs/start.md",
            "[a](data:text/html,x) [b](vbscript:x) [c](file:///etc/passwd) [d](blob:x) [e](//example.com) [f](\\\\\\\\server\\\\share) [g](C:\\\\plan.pdf)\n",
        )],
        found: &[
            "acme/docs/start.md:1:1 error[unsafe-link] a link cannot begin with `data:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:1:23 error[unsafe-link] a link cannot begin with `vbscript:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:1:39 error[unsafe-link] a link cannot begin with `file:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:1:63 error[unsafe-link] a link cannot begin with `blob:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
            "acme/docs/start.md:1:75 error[unsafe-link] a link cannot begin with two slashes | write the whole address of another site, with `https://` in front",
            "acme/docs/start.md:1:94 error[unsafe-link] a link cannot begin with two slashes | write the whole address of another site, with `https://` in front",
            "acme/docs/start.md:1:117 error[unsafe-link] a link cannot begin with `c:` | a link leads to a file of the client's folder, or to `https:`, `mailto:` or `tel:`",
        ],
    },
    Case {
        name: "what may stand in a link is fine",
        files: &[(
            "acme/docs/start.md",
            "[a](https://example.com/?a=b#c) [b](mailto:m@linden.example) [c](tel:+31205550142) <https://example.com> <m@linden.example> [d](HTTPS://EXAMPLE.COM)\n",
        )],
        found: &[],
    },
    Case {
        name: "half an address",
        files: &[("acme/docs/start.md", "[a](www.example.com) and [b](mira@linden.example)\n")],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] there is no file `docs/www.example.com` in the client's folder | if another site or a mail address is meant, write `https://www.example.com`",
            "acme/docs/start.md:1:26 error[broken-link] there is no file `docs/mira@linden.example` in the client's folder | if another site or a mail address is meant, write `mailto:mira@linden.example`",
        ],
    },
    Case {
        name: "a link to a draft",
        files: &[
            ("acme/docs/start.md", "[a](next.md)\n"),
            (
                "acme/docs/next.md",
                concat!("---\n", "draft: true\n", "---\n", "\n", "# Next\n", "\n", "[gone](gone.md)\n"),
            ),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] `docs/next.md` is a draft, and drafts are not published | publish it by removing `draft: true`, or take the link out until then",
        ],
    },
    Case {
        name: "from open to restricted",
        files: &[
            (
                "acme/client.yml",
                concat!(
                    "name: Acme\n",
                    "project: New shop\n",
                    "address: harbour-42\n",
                    "audiences: [sponsor, board]\n"
                ),
            ),
            ("acme/docs/start.md", concat!("# Start\n", "\n", "[a](costs.md), [b](costs.md#sum), [c](/docs/costs)\n")),
            (
                "acme/docs/costs.md",
                concat!(
                    "---\n",
                    "audience: [sponsor]\n",
                    "---\n",
                    "\n",
                    "# Costs\n",
                    "\n",
                    "## Sum\n",
                    "\n",
                    "[start](start.md) [board](board.md)\n"
                ),
            ),
            (
                "acme/docs/board.md",
                concat!(
                    "---\n",
                    "audience: [sponsor, board]\n",
                    "---\n",
                    "\n",
                    "# Board\n",
                    "\n",
                    "[costs](costs.md)\n"
                ),
            ),
            ("acme/glossary.yml", "Sum: See the [costs](docs/costs.md).\n"),
        ],
        found: &[
            "acme/docs/board.md:7:1 error[restricted-link] this link would give away `Costs` (`docs/costs.md`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
            "acme/docs/start.md:3:1 error[restricted-link] this link would give away `Costs` (`docs/costs.md`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
            "acme/docs/start.md:3:16 error[restricted-link] this link would give away `Costs` (`docs/costs.md`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
            "acme/docs/start.md:3:35 error[restricted-link] this link would give away `Costs` (`docs/costs`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
            "acme/glossary.yml:1:14 error[restricted-link] this link would give away `Costs` (`docs/costs.md`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
        ],
    },
    Case {
        name: "by the address of a page, to what is restricted or a draft",
        files: &[
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "audiences: [sponsor]\n"),
            ),
            (
                "acme/docs/start.md",
                "[a](/docs/later) [b](/glossary#codename) [c](/glossary#soon) [d](/glossary#plan)\n",
            ),
            ("acme/docs/later.md", concat!("---\n", "draft: true\n", "---\n")),
            (
                "acme/glossary.yml",
                concat!(
                    "Plan: See [this](#codename).\n",
                    "Codename: {short: A word, audience: [sponsor]}\n",
                    "Soon: {short: A word, draft: true}\n"
                ),
            ),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] `docs/later` is a draft, and drafts are not published | publish it by removing `draft: true`, or take the link out until then",
            "acme/docs/start.md:1:18 error[restricted-link] this link would give away `Codename` (`#codename`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
            "acme/docs/start.md:1:42 error[broken-link] `#soon` is a draft, and drafts are not published | publish it by removing `draft: true`, or take the link out until then",
            "acme/glossary.yml:1:11 error[restricted-link] this link would give away `Codename` (`#codename`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
        ],
    },
    Case {
        name: "links in a glossary",
        files: &[(
            "acme/glossary.yml",
            concat!(
                "Go-live: See [the plan](docs/plan.md) and [this](#go-live) and [that](#launch).\n",
                "Plan:\n",
                "  short: A plan.\n",
                "  means: |\n",
                "    One.\n",
                "\n",
                "    Two, with a [link](gone.md).\n"
            ),
        )],
        found: &[
            "acme/glossary.yml:1:14 error[broken-link] there is no file `docs/plan.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/glossary.yml:1:64 error[broken-anchor] there is no heading `#launch` on the page `/glossary` | its headings are `#go-live`, `#plan`",
            "acme/glossary.yml:7:17 error[broken-link] there is no file `gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "raw HTML",
        files: &[(
            "acme/docs/start.md",
            concat!(
                "<script>alert(1)</script>\n",
                "\n",
                "Text <b onclick=\"x()\">bold</b> and <u style=\"color:red\">under</u>.\n",
                "\n",
                "<div class=\"x\">\n",
                "<iframe src=\"https://example.com\"></iframe>\n",
                "<form action=\"/x\"><input></form>\n",
                "</div>\n",
                "\n",
                "<td>loose</td>\n"
            ),
        )],
        found: &[
            "acme/docs/start.md:1:1 warning[removed-html] `<script>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
            "acme/docs/start.md:3:6 warning[removed-html] `onclick` on `<b>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
            "acme/docs/start.md:3:36 warning[removed-html] `style` on `<u>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
            "acme/docs/start.md:5:1 warning[removed-html] `class` on `<div>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
            "acme/docs/start.md:6:1 warning[removed-html] `<iframe>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
            "acme/docs/start.md:7:1 warning[removed-html] `<form>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
            "acme/docs/start.md:7:19 warning[removed-html] `<input>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
            "acme/docs/start.md:10:1 warning[removed-html] `<td>` is left out of the page | raw HTML may format text and nothing else; write it in Markdown, or remove it",
        ],
    },
    Case {
        name: "raw HTML that formats is fine",
        files: &[(
            "acme/docs/start.md",
            concat!(
                "<details>\n",
                "<summary>More</summary>\n",
                "\n",
                "Text with <kbd>Ctrl</kbd>, H<sub>2</sub>O<br>and <abbr title=\"x\">y</abbr>.\n",
                "\n",
                "</details>\n"
            ),
        )],
        found: &[],
    },
    Case {
        name: "a link in a block of HTML",
        files: &[(
            "acme/docs/start.md",
            concat!(
                "<div>\n",
                "\n",
                "<p>one</p>\n",
                "\n",
                "</div>\n",
                "\n",
                "<div>\n",
                "<p>two</p>\n",
                "<p><a href=\"gone.md\">three</a></p>\n",
                "</div>\n"
            ),
        )],
        found: &[
            "acme/docs/start.md:9:4 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "a link in a quoted block of HTML",
        files: &[(
            "acme/docs/start.md",
            concat!("> <div>\n", "> <p>two</p>\n", "> <p><a href=\"gone.md\">three</a></p>\n", "> </div>\n"),
        )],
        found: &[
            "acme/docs/start.md:3:6 error[broken-link] there is no file `docs/gone.md` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "hostile names are names",
        files: &[
            ("acme/docs/__proto__.md", concat!("# A\n", "\n", "[b](constructor.md#tostring)\n")),
            ("acme/docs/constructor.md", concat!("# B\n", "\n", "## toString\n", "\n", "[a](__proto__.md)\n")),
            ("acme/glossary.yml", concat!("constructor: Builds.\n", "__proto__: Is.\n")),
        ],
        found: &[
            "acme/docs/constructor.md:5:1 error[broken-link] `docs/__proto__.md` is not published: names like this one are your own | take the `_` or `.` at the beginning of the name away",
        ],
    },
];
