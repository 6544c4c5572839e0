//! Items that name other items.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "a person, a phase and a decision that nobody knows",
        files: &[
            (
                "acme/people.yml",
                concat!(
                    "- {name: Mira Vos, side: us, primary: true}\n",
                    "- {name: Bo Berg, side: us, backup: true}\n",
                    "- {name: Ada Lund, side: client}\n"
                ),
            ),
            ("acme/roadmap.yml", "- title: Design\n"),
            (
                "acme/decisions/0001-two-languages.md",
                concat!("---\n", "status: accepted\n", "---\n", "# Two languages\n", "\n", "Both.\n"),
            ),
            (
                "acme/milestones.yml",
                concat!(
                    "- title: Shop opens\n",
                    "  phase: Desing\n",
                    "  due: 2027-03-02\n",
                    "  moves:\n",
                    "    - {to: 2027-03-09, decision: 0001-two-langages}\n",
                    "    - {to: 2027-03-16, decision: 7}\n",
                    "  approval: {by: Ada Lunt, until: 2027-01-01}\n",
                    "- title: Blog opens\n",
                    "  phase: Building\n"
                ),
            ),
            (
                "acme/tasks.yml",
                concat!(
                    "- {title: Send the photos, owner: Bo Burg}\n",
                    "- {title: Send the texts, owner: Everybody}\n"
                ),
            ),
        ],
        found: &[
            "acme/milestones.yml:2:10 error[unknown-reference] there is no phase called `Desing` | did you mean `Design`?",
            "acme/milestones.yml:5:34 error[unknown-reference] there is no decision called `0001-two-langages` | did you mean `0001-two-languages`?",
            "acme/milestones.yml:6:34 error[unknown-reference] there is no decision called `7` | write a title as it stands in `decisions/`, or its `id`",
            "acme/milestones.yml:7:18 error[unknown-reference] there is no person called `Ada Lunt` | did you mean `Ada Lund`?",
            "acme/milestones.yml:9:10 error[unknown-reference] there is no phase called `Building` | write a title as it stands in `roadmap.yml`, or its `id`",
            "acme/tasks.yml:1:35 error[unknown-reference] there is no person called `Bo Burg` | did you mean `Bo Berg`?",
            "acme/tasks.yml:2:34 error[unknown-reference] there is no person called `Everybody` | write a name as it stands in `people.yml`",
        ],
    },
    Case {
        name: "a decision by its number, its file and its title",
        files: &[
            (
                "acme/decisions/0001-two-languages.md",
                concat!("---\n", "status: accepted\n", "---\n", "# Two languages\n", "\n", "Both.\n"),
            ),
            (
                "acme/milestones.yml",
                concat!(
                    "- title: Shop opens\n",
                    "  due: 2027-03-02\n",
                    "  moves:\n",
                    "    - {to: 2027-03-09, decision: 1}\n",
                    "    - {to: 2027-03-10, decision: ADR-0001}\n",
                    "    - {to: 2027-03-11, decision: 0001-two-languages}\n",
                    "    - {to: 2027-03-12, decision: Two languages}\n",
                    "    - {to: 2027-03-13, decision: decisions/0001-two-languages.md}\n",
                    "    - {to: 2027-03-14, decision: 0002}\n"
                ),
            ),
        ],
        found: &[
            "acme/milestones.yml:9:34 error[unknown-reference] there is no decision called `0002` | write a title as it stands in `decisions/`, or its `id`",
        ],
    },
    Case {
        name: "references that are lists, and lists that hold groups",
        files: &[(
            "acme/milestones.yml",
            concat!(
                "- title: Shop opens\n",
                "  phase: [Design]\n",
                "  needs: {first: Design}\n",
                "- title: Design approved\n",
                "  needs: [{title: Shop opens}]\n"
            ),
        )],
        found: &[
            "acme/milestones.yml:2:10 error[wrong-shape] `phase` is a text, but this is a list | write it on the same line, without `-` or brackets",
            "acme/milestones.yml:3:10 error[wrong-shape] `needs` is a text, but this is a group of fields | if the text itself has a `: `, put it in quotes",
            "acme/milestones.yml:5:11 error[wrong-shape] `needs` is a text, but this is a group of fields | if the text itself has a `: `, put it in quotes",
        ],
    },
    Case {
        name: "what is open names what is for few, in two files",
        files: &[
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "audiences: [sponsor]\n"),
            ),
            (
                "acme/people.yml",
                concat!(
                    "- {name: Mira Vos, side: us, primary: true}\n",
                    "- {name: Bo Berg, side: us, backup: true}\n",
                    "- {name: Ada Lund, side: client}\n",
                    "- {name: Cleo Dam, side: client, audience: [sponsor]}\n"
                ),
            ),
            ("acme/roadmap.yml", concat!("- title: Design\n", "  audience: [sponsor]\n")),
            (
                "acme/decisions/0001-price.md",
                concat!(
                    "---\n",
                    "status: accepted\n",
                    "audience: [sponsor]\n",
                    "---\n",
                    "# The price\n",
                    "\n",
                    "Less.\n"
                ),
            ),
            (
                "acme/milestones.yml",
                concat!(
                    "- title: Shop opens\n",
                    "  phase: Design\n",
                    "  due: 2027-03-02\n",
                    "  moves:\n",
                    "    - {to: 2027-03-09, decision: 0001-price}\n",
                    "  needs: [Pay]\n"
                ),
            ),
            (
                "acme/tasks.yml",
                concat!(
                    "- {title: Pay, owner: Cleo Dam, audience: [sponsor]}\n",
                    "- {title: Send the photos, owner: Cleo Dam}\n"
                ),
            ),
        ],
        found: &[
            "acme/milestones.yml:2:10 error[restricted-link] this would give away `Design` (acme/roadmap.yml:1): not everybody who sees `Shop opens` may see that one | take it out, or give both the same `audience`",
            "acme/milestones.yml:5:34 error[restricted-link] this would give away `The price` (acme/decisions/0001-price.md:1): not everybody who sees `Shop opens` may see that one | take it out, or give both the same `audience`",
            "acme/milestones.yml:6:11 error[restricted-link] this would give away `Pay` (acme/tasks.yml:1): not everybody who sees `Shop opens` may see that one | take it out, or give both the same `audience`",
            "acme/tasks.yml:2:35 error[restricted-link] this would give away `Cleo Dam` (acme/people.yml:4): not everybody who sees `Send the photos` may see that one | take it out, or give both the same `audience`",
        ],
    },
    Case {
        name: "what is for few names what is for others",
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
            (
                "acme/milestones.yml",
                concat!(
                    "- {title: Paid, audience: [sponsor, board]}\n",
                    "- {title: Agreed, audience: [board], needs: [Paid]}\n",
                    "- {title: Signed, audience: [sponsor], needs: [Agreed]}\n",
                    "- {title: All told, needs: [Agreed]}\n"
                ),
            ),
        ],
        found: &[
            "acme/milestones.yml:3:48 error[restricted-link] this would give away `Agreed` (acme/milestones.yml:2): not everybody who sees `Signed` may see that one | take it out, or give both the same `audience`",
            "acme/milestones.yml:4:29 error[restricted-link] this would give away `Agreed` (acme/milestones.yml:2): not everybody who sees `All told` may see that one | take it out, or give both the same `audience`",
        ],
    },
    Case {
        name: "an open text links to what is for few",
        files: &[
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "audiences: [sponsor]\n"),
            ),
            (
                "acme/milestones.yml",
                concat!(
                    "- {title: Paid, audience: [sponsor]}\n",
                    "- {title: Shop opens, note: \"After [paying](roadmap#milestone.paid).\"}\n"
                ),
            ),
            ("acme/files.yml", "offer.txt: {title: Our offer, audience: [sponsor]}\n"),
            ("acme/files/offer.txt", "9\n"),
            ("acme/tasks.yml", "- {title: Read it, why: \"See [the offer](files/offer.txt).\"}\n"),
            ("acme/updates/2026-11-20.md", "[Paid](../decisions/0001-price.md)\n"),
            (
                "acme/decisions/0001-price.md",
                concat!(
                    "---\n",
                    "status: accepted\n",
                    "audience: sponsor\n",
                    "---\n",
                    "# The price\n",
                    "\n",
                    "Less.\n"
                ),
            ),
        ],
        found: &[
            "acme/milestones.yml:2:36 error[restricted-link] this link would give away `Paid` (`#milestone.paid`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
            "acme/tasks.yml:1:30 error[restricted-link] this link would give away `Our offer` (`files/offer.txt`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
            "acme/updates/2026-11-20.md:1:1 error[restricted-link] this link would give away `The price` (`decisions/0001-price.md`): not everybody who reads this page may see that one | take the link out, or give both the same `audience`",
        ],
    },
    Case {
        name: "an audience that nobody declared",
        files: &[
            (
                "acme/client.yml",
                concat!("name: Acme\n", "project: New shop\n", "address: harbour-42\n", "audiences: [sponsor]\n"),
            ),
            (
                "acme/roadmap.yml",
                concat!(
                    "- {title: Design, audience: [sponser]}\n",
                    "- {title: Build, audience: board}\n",
                    "- {title: Care, audience: }\n",
                    "- {title: Test, audience: []}\n"
                ),
            ),
            ("acme/updates/2026-11-20.md", concat!("---\n", "audience: sponsors\n", "---\n", "We began.\n")),
        ],
        found: &[
            "acme/roadmap.yml:1:30 error[unknown-audience] there is no audience `sponser` | did you mean `sponsor`?",
            "acme/roadmap.yml:2:28 error[unknown-audience] there is no audience `board` | declare it in client.yml: `audiences: [board]`",
            "acme/roadmap.yml:3:17 error[wrong-value] `audience` names nobody | name who may see it, such as `audience: [sponsor]`, or leave the line out if everybody may",
            "acme/roadmap.yml:4:17 error[wrong-value] `audience` names nobody | name who may see it, such as `audience: [sponsor]`, or leave the line out if everybody may",
            "acme/updates/2026-11-20.md:2:11 error[unknown-audience] there is no audience `sponsors` | did you mean `sponsor`?",
        ],
    },
    Case {
        name: "what is named is still a draft",
        files: &[
            (
                "acme/people.yml",
                concat!(
                    "- {name: Mira Vos, side: us, primary: true}\n",
                    "- {name: Bo Berg, side: us, backup: true}\n",
                    "- {name: Ada Lund, side: client}\n",
                    "- {name: Cleo Dam, side: client, draft: true}\n"
                ),
            ),
            ("acme/roadmap.yml", "- {title: Design, draft: true}\n"),
            (
                "acme/decisions/0001-price.md",
                concat!("---\n", "status: accepted\n", "draft: true\n", "---\n", "# The price\n", "\n", "Less.\n"),
            ),
            (
                "acme/milestones.yml",
                concat!(
                    "- title: Shop opens\n",
                    "  phase: Design\n",
                    "  due: 2027-03-02\n",
                    "  moves:\n",
                    "    - {to: 2027-03-09, decision: 0001-price}\n",
                    "- {title: Hidden, draft: true, phase: Design, needs: [Nothing that is there]}\n"
                ),
            ),
            ("acme/tasks.yml", "- {title: Send the photos, owner: Cleo Dam, needs: [Hidden]}\n"),
        ],
        found: &[
            "acme/milestones.yml:2:10 error[unknown-reference] `Design` is a draft, and drafts are not published | publish it by removing `draft: true`, or take it out here until then",
            "acme/milestones.yml:5:34 error[unknown-reference] `The price` is a draft, and drafts are not published | publish it by removing `draft: true`, or take it out here until then",
            "acme/tasks.yml:1:35 error[unknown-reference] `Cleo Dam` is a draft, and drafts are not published | publish it by removing `draft: true`, or take it out here until then",
            "acme/tasks.yml:1:53 error[unknown-reference] `Hidden` is a draft, and drafts are not published | publish it by removing `draft: true`, or take it out here until then",
        ],
    },
    Case {
        name: "somebody of whom clients are not told",
        files: &[
            (
                "acme/people.yml",
                concat!(
                    "- {name: Mira Vos, side: us, primary: true}\n",
                    "- {name: Bo Berg, side: us, backup: true}\n",
                    "- {name: Ada Lund, side: client}\n",
                    "- {name: Cleo Dam, side: us, public: false}\n"
                ),
            ),
            ("acme/tasks.yml", "- {title: Send the photos, owner: Cleo Dam}\n"),
            (
                "acme/decisions/0001-price.md",
                concat!(
                    "---\n",
                    "status: accepted\n",
                    "consulted: [Cleo Dam]\n",
                    "---\n",
                    "# The price\n",
                    "\n",
                    "Less.\n"
                ),
            ),
        ],
        found: &[
            "acme/decisions/0001-price.md:3:13 error[person-not-public] `Cleo Dam` is not public, and this would name them | name somebody else, or take `public: false` away from this person",
            "acme/tasks.yml:1:35 error[person-not-public] `Cleo Dam` is not public, and this would name them | name somebody else, or take `public: false` away from this person",
        ],
    },
    Case {
        name: "an old title finds its item, and is no other's",
        files: &[
            (
                "acme/milestones.yml",
                concat!(
                    "- {title: Shop opens, was: Launch}\n",
                    "- {title: Blog opens, was: [Launch of the blog, Launch]}\n"
                ),
            ),
            (
                "acme/tasks.yml",
                concat!(
                    "- {title: Send the photos, needs: [Launch]}\n",
                    "- {title: Send the texts, needs: [Launch of the blog]}\n",
                    "- {title: Send the films, needs: [Lanch]}\n"
                ),
            ),
        ],
        found: &[
            "acme/tasks.yml:3:35 error[unknown-reference] there is no milestone, no task, no decision called `Lanch` | write a title as it stands in `milestones.yml` or `tasks.yml` or `decisions/`, or its `id`",
        ],
    },
    Case {
        name: "two of one id in one file, and of another kind",
        files: &[
            (
                "acme/roadmap.yml",
                concat!("- title: Design\n", "- title: DESIGN!\n", "- title: Build\n", "  id: design\n"),
            ),
            (
                "acme/milestones.yml",
                concat!("- title: Design\n", "- title: Other\n", "  id: other-name\n", "- title: Other name\n"),
            ),
            ("acme/tasks.yml", concat!("- title: Send it\n", "- title: Send  it\n")),
        ],
        found: &[
            "acme/milestones.yml:4:10 error[duplicate-id] there are two milestones with the id `other-name` | the first is at acme/milestones.yml:3; give one of them another name or an `id:` of its own",
            "acme/roadmap.yml:2:10 error[duplicate-id] there are two phases with the id `design` | the first is at acme/roadmap.yml:1; give one of them another name or an `id:` of its own",
            "acme/roadmap.yml:4:7 error[duplicate-id] there are two phases with the id `design` | the first is at acme/roadmap.yml:1; give one of them another name or an `id:` of its own",
            "acme/tasks.yml:2:10 error[duplicate-id] there are two tasks with the id `send-it` | the first is at acme/tasks.yml:1; give one of them another name or an `id:` of its own",
        ],
    },
    Case {
        name: "ids that are none",
        files: &[(
            "acme/tasks.yml",
            concat!(
                "- {title: Send it, id: Send It}\n",
                "- {title: Ask, id: \"\"}\n",
                "- {title: \"!!!\"}\n",
                "- {title: \"???\", id: ask-again}\n",
                "- {title: Tell, id: [tell]}\n"
            ),
        )],
        found: &[
            "acme/tasks.yml:1:24 error[wrong-value] `Send It` cannot be an id | use lower-case letters, digits and `-`, such as `send-it`",
            "acme/tasks.yml:2:20 error[wrong-value] `` cannot be an id | use lower-case letters, digits and `-`, such as `first-release`",
            "acme/tasks.yml:3:11 error[wrong-value] `!!!` has no letter and no digit, so nothing can be named after it | use words, or add an `id:` such as `id: first-release`",
            "acme/tasks.yml:5:21 error[wrong-shape] `id` is a text, but this is a list | write it on the same line, without `-` or brackets",
        ],
    },
    Case {
        name: "a broken people.yml is said, and nobody is missed in it",
        files: &[
            ("acme/people.yml", concat!("- name: \"Mira Vos\n", "  side: us\n", "- name: Bo Berg\n", "  side: us\n")),
            ("acme/tasks.yml", "- {title: Send the photos, owner: Ada Lund}\n"),
            ("acme/milestones.yml", "- {title: Shop opens, approval: {by: Ada Lund, until: 2026-12-01}}\n"),
        ],
        found: &[
            "acme/people.yml:1:9 error[yaml-syntax] a text in quotes begins here and does not end | close it with the same quote, or put the whole text in double quotes",
        ],
    },
    Case {
        name: "without people.yml nobody knows on whose side somebody is",
        files: &[
            ("acme/tasks.yml", "- {title: Send the photos, owner: Ada Lund}\n"),
            ("acme/milestones.yml", "- {title: Design, approval: {by: Ada Lund, until: 2027-01-01}}\n"),
        ],
        found: &[
            "acme/tasks.yml:1:35 error[unknown-reference] there is no person called `Ada Lund` | say in `people.yml` who that is, and on which `side`",
        ],
    },
    Case {
        name: "several of what a field names without brackets",
        files: &[
            (
                "acme/milestones.yml",
                "- {title: Design}\n- {title: Shop opens, phase: \"First, Second\"}\n- {title: Party, needs: \"Design, Shop opens\"}\n",
            ),
            ("acme/roadmap.yml", "- {title: First}\n"),
            (
                "acme/people.yml",
                "- {name: Mira Vos, side: us, primary: true}\n- {name: Bo Berg, side: us, backup: true}\n",
            ),
            (
                "acme/tasks.yml",
                "- title: Send it\n  needs: \"Design, Send it\"\n  owner: Mira Vos, Bo Berg\n- title: Ask\n  needs: [\"Design, Rain\", \"Rain, Snow\"]\n",
            ),
            ("acme/updates/2026-11-20.md", "## Done\n\nAll.\n"),
        ],
        found: &[
            "acme/milestones.yml:2:30 error[unknown-reference] there is no phase called `First, Second` | one phase only: write one title",
            "acme/milestones.yml:3:25 error[unknown-reference] there is no milestone, no task, no decision called `Design, Shop opens` | name each for itself: `[Design, Shop opens]`",
            "acme/tasks.yml:2:10 error[unknown-reference] there is no milestone, no task, no decision called `Design, Send it` | name each for itself: `[Design, Send it]`",
            "acme/tasks.yml:3:10 error[unknown-reference] there is no person called `Mira Vos, Bo Berg` | one person only: write one name",
            "acme/tasks.yml:5:11 error[unknown-reference] there is no milestone, no task, no decision called `Design, Rain` | name each for itself: `[Design, Rain]`",
            "acme/tasks.yml:5:27 error[unknown-reference] there is no milestone, no task, no decision called `Rain, Snow` | write a title as it stands in `milestones.yml` or `tasks.yml` or `decisions/`, or its `id`",
        ],
    },
];
