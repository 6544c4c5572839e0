//! Links to the pages that are made from many files, and to what stands on them.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const SPONSORS: &str = "name: Acme\nproject: New shop\naddress: harbour-42\naudiences: [sponsor]\n";
const US: &str = "- {name: Mira Vos, side: us, primary: true}\n- {name: Bo Berg, side: us, backup: true}\n";
const FOR_SPONSORS: &str = "---\naudience: [sponsor]\n---\n# Money\n\nThe margin is small.\n";
const LINKS: &str = "# Start\n\n[Words](/glossary) [About](/about) [Documents](/documents)\n";

const CASES: &[Case] = &[
    Case {
        name: "shared words that only some use are on a page of theirs only",
        files: &[
            ("acme/client.yml", SPONSORS),
            ("shared/glossary.yml", "Margin: What is left.\n"),
            ("acme/docs/money.md", FOR_SPONSORS),
            ("acme/docs/start.md", "# Start\n\n[Words](/glossary)\n"),
            ("acme/docs/words.md", "---\naudience: [sponsor]\n---\n# Words\n\n[Words](/glossary)\n"),
        ],
        found: &[
            "acme/docs/start.md:3:1 error[restricted-link] this link would give away `/glossary`: for some who read this page nothing stands there | take the link out, or give this text the `audience` of those who have something there",
        ],
    },
    Case {
        name: "words of few are on a page of theirs only",
        files: &[
            ("acme/client.yml", SPONSORS),
            ("acme/glossary.yml", "Margin: {short: What is left., audience: [sponsor]}\n"),
            ("acme/people.yml", "- {name: Els Maas, side: client, audience: [sponsor]}\n"),
            ("acme/docs/money.md", FOR_SPONSORS),
            ("acme/docs/start.md", LINKS),
        ],
        found: &[
            "acme/docs/start.md:3:1 error[restricted-link] this link would give away `/glossary` (`glossary`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
            "acme/docs/start.md:3:20 error[restricted-link] this link would give away `/about` (`about`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
        ],
    },
    Case {
        name: "shared people and documents make a page for those who read of them",
        files: &[
            ("acme/client.yml", SPONSORS),
            ("shared/people.yml", US),
            ("shared/docs/rules.md", "# Rules\n\n[About](/about) [Documents](/documents)\n"),
            ("acme/tasks.yml", "- {title: Send the photos, why: \"See [the rules](../shared/docs/rules.md).\"}\n"),
            (
                "acme/milestones.yml",
                "- {title: Shop opens, approval: {by: Mira Vos, until: 2027-01-01}, audience: [sponsor]}\n",
            ),
        ],
        found: &[
            "shared/docs/rules.md:3:1 error[restricted-link] this link would give away `/about`: for some who read this page nothing stands there | take the link out, or give this text the `audience` of those who have something there",
        ],
    },
    Case {
        name: "shared people whom everybody reads of",
        files: &[
            ("shared/people.yml", US),
            ("acme/tasks.yml", "- {title: Send the photos, owner: Mira Vos, why: \"See [who we are](/about).\"}\n"),
        ],
        found: &[],
    },
    Case {
        name: "a page that nothing stands on",
        files: &[
            ("shared/people.yml", US),
            ("shared/glossary.yml", "Margin: What is left.\n"),
            ("acme/docs/start.md", LINKS),
        ],
        found: &[
            "acme/docs/start.md:3:1 error[broken-link] there is no file `glossary` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
            "acme/docs/start.md:3:20 error[broken-link] there is no file `about` in the client's folder | write the way from this file to that one, such as `../files/plan.pdf`",
        ],
    },
    Case {
        name: "an item that is not on its page",
        files: &[
            ("acme/milestones.yml", "- {title: Shop opens, due: 2027-01-01}\n"),
            (
                "acme/docs/start.md",
                "[a](/roadmap#milestone.shop-open) [b](/roadmap#task.photos) [c](/roadmap#shop-opens)\n",
            ),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-anchor] there is nothing called `#milestone.shop-open` on the page `/roadmap` | did you mean `#milestone.shop-opens`?",
            "acme/docs/start.md:1:35 error[broken-anchor] there is nothing called `#task.photos` on the page `/roadmap` | its headings are `#milestone.shop-opens`",
            "acme/docs/start.md:1:61 error[broken-anchor] there is no heading `#shop-opens` on the page `/roadmap` | its headings are `#milestone.shop-opens`",
        ],
    },
    Case {
        name: "the whole way to a page of the portal",
        files: &[
            ("acme/docs/rules.md", "# Rules\n"),
            (
                "acme/docs/guides/start.md",
                "# Start\n\n[a](/rules.md) [b](/docs/ruls.md) [c](/docs/rules.md) [d](/docs/rules)\n",
            ),
            ("acme/docs/start.md", "[a](/rules.md) [b](/rules)\n"),
        ],
        found: &[
            "acme/docs/guides/start.md:3:1 error[broken-link] there is no file `rules.md` in the client's folder | did you mean `../rules.md`?",
            "acme/docs/guides/start.md:3:16 error[broken-link] there is no file `docs/ruls.md` in the client's folder | did you mean `../rules.md`?",
            "acme/docs/start.md:1:1 error[broken-link] there is no file `rules.md` in the client's folder | did you mean `/docs/rules.md`?",
            "acme/docs/start.md:1:16 error[broken-link] there is no file `rules` in the client's folder | did you mean `rules.md`?",
        ],
    },
];

/// A guess compares a word with all that are known: of many mistakes the first tell as much as all.
#[test]
fn fifty_guesses_are_made_and_no_more() {
    let workspace = crate::checks::example(vestibule::check::BASE).file("acme/docs/rules.md", "# Rules\n");
    let links: String = (0..52).map(|_| "[r](ruls.md)\n").collect();
    workspace.write("acme/docs/start.md", links);
    let said = |line: usize| {
        let help = match line {
            1..=50 => "did you mean `rules.md`?",
            _ => "write the way from this file to that one, such as `../files/plan.pdf`",
        };
        format!(
            "acme/docs/start.md:{line}:1 error[broken-link] there is no file `docs/ruls.md` in the client's folder | {help}"
        )
    };
    assert_eq!(crate::checks::found(&workspace), (1..=52).map(said).collect::<Vec<_>>());
}
