//! `decisions/`, `docs/`, `updates/`, `glossary.yml` and `files.yml`.

use super::Group;
use super::Seen::{Check, ForSponsors, Nowhere, On};
use super::portals::Portal::Running;

const LANGUAGES: &str = "/decisions/0001-two-languages";

pub(super) const GROUPS: &[Group] = &[
    Group {
        at: "decisions/",
        probe: &[("acme/decisions/0001-x.md", "---\nqqqqqqqqqqqqqqqqqqqqqqqq: x\n---\n# X\n\nSo.\n")],
        fields: &[
            ("title", On(Running, LANGUAGES, "Which languages does the shop speak?</h1>")),
            ("id", On(Running, "/decisions", "<li id=\"decision.languages\">")),
            ("was", On(Running, LANGUAGES, "Formerly Tongues")),
            ("audience", ForSponsors("/decisions", "A tip for sponsors")),
            ("draft", Nowhere("A rough decision")),
            ("dropped", On(Running, "/decisions", "<del>A fax line</del>")),
            ("status", On(Running, LANGUAGES, "<span class=\"chip is-done\">")),
            ("date", On(Running, LANGUAGES, "<time datetime=\"2026-10-26\">")),
            (
                "decision-makers",
                On(Running, LANGUAGES, "<dt>Who decided</dt><dd><a href=\"#/about#person.ada\">Ada Lund</a>"),
            ),
            ("deciders", On(Running, LANGUAGES, "<dd>Gerda Ruis</dd>")),
            ("consulted", On(Running, LANGUAGES, "<dt>Who was asked</dt><dd>Hans Kok</dd>")),
            ("informed", On(Running, LANGUAGES, "<dt>Who was told</dt><dd>All the bakers</dd>")),
            ("needed_by", On(Running, "/decisions", "Needed by <time datetime=\"2026-12-03\">")),
            ("effect", On(Running, "/about", "7 days later")),
            (
                "supersedes",
                On(Running, LANGUAGES, "<dt>In the place of</dt><dd><a href=\"#/decisions/0000-one-language\">"),
            ),
            ("approval", On(Running, LANGUAGES, "Agreed <time")),
        ],
    },
    Group {
        at: "decisions/ dropped",
        probe: &[(
            "acme/decisions/0001-x.md",
            "---\ndropped: { on: 2026-11-20, why: x, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n---\n# X\n\nSo.\n",
        )],
        fields: &[
            ("on", On(Running, "/decisions/0005-fax", "<time datetime=\"2026-09-21\">")),
            ("why", On(Running, "/decisions/0005-fax", "<p>Fax <em>is gone</em>.</p>")),
        ],
    },
    Group {
        at: "decisions/ effect",
        probe: &[("acme/decisions/0001-x.md", "---\neffect: { qqqqqqqqqqqqqqqqqqqqqqqq: x }\n---\n# X\n\nSo.\n")],
        fields: &[
            ("days", On(Running, LANGUAGES, "<dd class=\"figure\">7 days later</dd>")),
            ("cost", On(Running, LANGUAGES, "<dd class=\"figure\">costs SEK 6,000</dd>")),
            ("recovery", On(Running, LANGUAGES, "<p>Translation <em>runs</em> beside it.</p>")),
        ],
    },
    Group {
        at: "decisions/ approval",
        probe: &[(
            "acme/decisions/0001-x.md",
            "---\napproval: { on: 2026-11-20, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n---\n# X\n\nSo.\n",
        )],
        fields: &[
            ("by", On(Running, LANGUAGES, "by Ivo Mol")),
            ("until", On(Running, "/decisions/0002-colour", "needed by <time datetime=\"2026-12-05\">")),
            ("on", On(Running, LANGUAGES, "Agreed <time datetime=\"2026-10-27\">")),
            ("via", On(Running, LANGUAGES, "via a letter")),
        ],
    },
    Group {
        at: "glossary.yml",
        probe: &[("acme/glossary.yml", "Word: { short: A word., qqqqqqqqqqqqqqqqqqqqqqqq: x }\n")],
        fields: &[
            ("short", On(Running, "/glossary", "<p>The dough <em>rests</em>.</p>")),
            ("aka", On(Running, "/glossary", "<span class=\"aka\">also proofed</span>")),
            ("means", On(Running, "/glossary", "<p>It takes <em>hours</em>.</p>")),
            ("id", On(Running, "/glossary", "<dt id=\"rising\">")),
            ("was", On(Running, "/glossary", "Formerly Rising time")),
            ("audience", ForSponsors("/glossary", "Levy")),
            ("draft", Nowhere("Roughword")),
            ("dropped", On(Running, "/glossary", "<del>Crumbing</del>")),
        ],
    },
    Group {
        at: "glossary.yml dropped",
        probe: &[(
            "acme/glossary.yml",
            "Word: { short: A word., dropped: { on: 2026-11-20, why: x, qqqqqqqqqqqqqqqqqqqqqqqq: x } }\n",
        )],
        fields: &[
            ("on", On(Running, "/glossary", "<time datetime=\"2026-09-23\">")),
            ("why", On(Running, "/glossary", "<p>Nobody <em>says</em> it.</p>")),
        ],
    },
    Group {
        at: "docs/",
        probe: &[("acme/docs/a.md", "---\nqqqqqqqqqqqqqqqqqqqqqqqq: x\n---\n# A\n")],
        fields: &[
            ("title", On(Running, "/docs/rules", "<h1>House rules</h1>")),
            ("kind", On(Running, "/docs/rules", "<span>How to</span>")),
            // By title, "Aims" would come first.
            ("order", On(Running, "/docs/rules", "<span class=\"meta\">Next</span> Aims</a>")),
            (
                "id",
                Check(
                    "duplicate-id",
                    &[("acme/docs/a.md", "---\nid: x\n---\n"), ("acme/docs/b.md", "---\nid: x\n---\n")],
                ),
            ),
            ("was", On(Running, "/docs/rules", "Formerly Laws")),
            ("audience", ForSponsors("/documents", "What is left for sponsors")),
            ("draft", Nowhere("A rough document")),
            ("dropped", On(Running, "/documents", "<del>How to send a fax</del>")),
            ("approval", On(Running, "/docs/rules", "Waiting for approval")),
        ],
    },
    Group {
        at: "docs/ dropped",
        probe: &[(
            "acme/docs/a.md",
            "---\ndropped: { on: 2026-11-20, why: x, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n---\n# A\n",
        )],
        fields: &[
            ("on", On(Running, "/docs/fax", "<time datetime=\"2026-09-22\">")),
            ("why", On(Running, "/docs/fax", "<p>The fax <em>went out</em>.</p>")),
        ],
    },
    Group {
        at: "docs/ approval",
        probe: &[("acme/docs/a.md", "---\napproval: { on: 2026-11-20, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n---\n# A\n")],
        fields: &[
            ("by", On(Running, "/docs/rules", "To be given by Jan Pot")),
            ("until", On(Running, "/docs/rules", "needed by <time datetime=\"2026-12-07\">")),
            ("on", On(Running, "/docs/aims", "Agreed <time datetime=\"2026-10-07\">")),
            ("via", On(Running, "/docs/aims", "via a handshake")),
        ],
    },
    Group {
        at: "updates/",
        probe: &[("acme/updates/2026-11-20.md", "---\nqqqqqqqqqqqqqqqqqqqqqqqq: x\n---\nSo.\n")],
        fields: &[
            ("id", On(Running, "/updates", "id=\"update.second-word\"")),
            ("was", On(Running, "/updates", "Formerly The slow week")),
            ("audience", ForSponsors("/updates", "Word to sponsors")),
            ("draft", Nowhere("A rough update")),
            ("dropped", On(Running, "/updates", "<del><time datetime=\"2026-10-29\">")),
            ("health", On(Running, "/updates/2026-11-12", "<span class=\"chip is-off-track\">")),
            ("because", On(Running, "/", "<p>The <em>lorry</em> broke down.</p>")),
        ],
    },
    Group {
        at: "updates/ dropped",
        probe: &[(
            "acme/updates/2026-11-20.md",
            "---\ndropped: { on: 2026-11-20, why: x, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n---\nSo.\n",
        )],
        fields: &[
            ("on", On(Running, "/updates", "<time datetime=\"2026-10-31\">")),
            ("why", On(Running, "/updates", "<p>It was <em>not so</em>.</p>")),
        ],
    },
    Group {
        at: "files.yml",
        probe: &[("acme/files/a.txt", "a"), ("acme/files.yml", "a.txt: { qqqqqqqqqqqqqqqqqqqqqqqq: x }\n")],
        fields: &[
            ("title", On(Running, "/documents", "<span class=\"file-title\">Our offer</span>")),
            ("version", On(Running, "/documents", "version 1.10")),
            ("date", On(Running, "/documents", "<time datetime=\"2026-10-14\">")),
            ("id", On(Running, "/documents", "<li id=\"file.offer\">")),
            ("was", On(Running, "/documents", "Formerly Tender")),
            ("audience", ForSponsors("/documents", "Sums for sponsors")),
            ("draft", Nowhere("A rough file")),
            ("dropped", On(Running, "/documents", "<del>The fax form</del>")),
        ],
    },
    Group {
        at: "files.yml dropped",
        probe: &[
            ("acme/files/a.txt", "a"),
            ("acme/files.yml", "a.txt: { dropped: { on: 2026-11-20, why: x, qqqqqqqqqqqqqqqqqqqqqqqq: x } }\n"),
        ],
        fields: &[
            ("on", On(Running, "/documents", "<time datetime=\"2026-09-25\">")),
            ("why", On(Running, "/documents", "<p>The line <em>was cut</em>.</p>")),
        ],
    },
];
