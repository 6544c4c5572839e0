//! What is for few leaves no trace in what all others read: no count, no order, no day, no colour.

use crate::reader::{Contents, on_disk, read_all};
use crate::workspace::Workspace;

/// Everything there is for few, over [`OPEN`]: whole files, and what is written below the open part of a file.
const RESTRICTED: &[(&str, &str)] = &[
    (
        "acme/people.yml",
        "- { name: Zoe Last, side: us, backup: true, photo: photos/zoe.png, responsible_for: [Money], audience: [board] }\n",
    ),
    ("acme/photos/zoe.png", "a face"),
    ("acme/roadmap.yml", "- { title: Funding, start: 2026-09-01, end: 2027-09-30, audience: [board] }\n"),
    (
        "acme/milestones.yml",
        "\
- { title: Money is there, due: 2026-10-20, approval: { by: Zoe Last, until: 2026-10-19 }, audience: [board] }
- { title: Rent is paid, phase: Build, kind: go-live, due: 2028-01-31, needs: [Shop opens], audience: [board] }
- title: Loan is signed
  phase: Build
  due: 2026-09-01
  moves: [{ to: 2026-09-03, why: The bank is slow., on: 2031-01-02 }]
  done: 2031-01-03
  audience: [board]
",
    ),
    (
        "acme/tasks.yml",
        "\
- { title: Sign, owner: Jan Smit, due: 2026-09-30, needs: [Shop opens], why: A margin call., audience: [board] }
- { title: Hire, owner: Lea Wood, audience: [board] }
- { title: Pay, done: 2031-01-04, audience: [board] }
- { title: Beg, dropped: { on: 2031-01-05, why: There is enough. }, audience: [board] }
",
    ),
    (
        "acme/decisions/0009-loan.md",
        "\
---
status: accepted
date: 2031-01-06
effect: { days: 9, cost: EUR 900 }
supersedes: [0001-colour]
approval: { by: Ada Lund, on: 2031-01-07 }
audience: [board]
---
# A loan

Yes.
",
    ),
    (
        "acme/decisions/0010-rate.md",
        "---\nstatus: proposed\nneeded_by: 2026-09-29\naudience: [board]\n---\n# Which rate?\n\n## Options\n\n- 3\n- 4\n",
    ),
    ("acme/updates/2031-01-08.md", "---\nhealth: green\naudience: [board]\n---\n## Done\n\nMoney.\n"),
    (
        "acme/docs/figures.md",
        "---\norder: 1\napproval: { by: Ada Lund, until: 2026-09-28 }\naudience: [board]\n---\n# Figures\n\n\
         The margin. The yield. [Sheet](../files/sheet.csv) ![Curve](curve.svg) [House](../../shared/docs/money.md) \
         [Rates](../../shared/docs/rates.md)\n",
    ),
    ("acme/files/rates.pdf", "by way of a shared document"),
    ("acme/files/wage.pdf", "by way of somebody shared"),
    ("acme/files/yield.pdf", "by way of a shared word"),
    ("acme/docs/curve.svg", "<svg/>"),
    ("acme/files/sheet.csv", "1,2\n"),
    ("acme/files/bank.txt", "3\n"),
    ("acme/files.yml", "bank.txt: { title: The bank, date: 2031-01-09, audience: [board] }\n"),
    (
        "acme/glossary.yml",
        "\
Loan: { short: Money of others., audience: [board] }
Crumb: { short: A share in the bakery., audience: [board] }
Crust: { short: A debt., draft: true }
Cash: { short: Money in the till., aka: [flour], audience: [board] }
",
    ),
];

const OPEN: &[(&str, &str)] = &[
    (
        "shared/people.yml",
        "\
- { name: Jan Smit, side: us, photo: photos/jan.png }
- { name: Kim Post, side: us }
- { name: Lea Wood, side: us, bio: '[Wage](files/wage.pdf)' }
",
    ),
    (
        "shared/glossary.yml",
        "\
Margin: What is left.
Dough: What is baked.
Crumb: What is inside.
Crust: What is outside.
Meal: { short: What is ground., aka: [flour] }
Yield: 'What comes of it. [Yield](files/yield.pdf)'
",
    ),
    ("shared/docs/rates.md", "# Rates\n\n[Rates](../files/rates.pdf)\n"),
    ("shared/docs/house.md", "# The house\n"),
    ("shared/docs/money.md", "# Money of the house\n\n![Coin](coin.svg)\n"),
    ("shared/docs/coin.svg", "<svg/>"),
    ("shared/photos/jan.png", "another face"),
    (
        "acme/client.yml",
        "\
name: Nobody in particular
project: Website
audiences: [board]
health: amber
because: The oven is late.
focus: [date, budget, quality]
comms: { updates: weekly }
",
    ),
    (
        "acme/people.yml",
        "- { name: Mira Vos, side: us, primary: true }\n- { name: Ada Lund, side: client, responsible_for: [Doors] }\n",
    ),
    ("acme/roadmap.yml", "- { title: Build }\n"),
    (
        "acme/milestones.yml",
        "\
- { title: Walls stand, phase: Build, due: 2026-10-01, done: 2026-10-02 }
- { title: Shop opens, phase: Build, due: 2026-12-01, approval: { by: Ada Lund, until: 2026-11-30 } }
",
    ),
    (
        "acme/tasks.yml",
        "- { title: Buy the dough, owner: Ada Lund, due: 2026-11-24 }\n- { title: Ask, owner: Kim Post }\n",
    ),
    ("acme/decisions/0001-colour.md", "---\nstatus: accepted\ndate: 2026-10-05\n---\n# Which colour?\n\nRed.\n"),
    ("acme/updates/2026-11-13.md", "## Done\n\nDough.\n"),
    (
        "acme/docs/start.md",
        "---\norder: 2\n---\n# Start\n\nThe crumb, the crust, the flour. [House](../../shared/docs/house.md) [Plan](../files/plan.txt)\n",
    ),
    ("acme/docs/later.md", "# Later\n"),
    ("acme/files.yml", "plan.txt: { title: The plan, date: 2026-10-06 }\n"),
    ("acme/files/plan.txt", "4\n"),
    ("acme/glossary.yml", "Oven: Where it is baked.\n"),
];

/// The portal as somebody reads it, with or without what is for few.
fn read(with_restricted: bool, person: &str) -> Contents {
    let workspace = Workspace::new().people("acme", &[("tom", "client"), ("zoe", "board")]);
    for (path, text) in OPEN {
        workspace.write(path, text);
    }
    for (path, text) in RESTRICTED.iter().filter(|_| with_restricted) {
        let above = OPEN.iter().find(|(open, _)| open == path).map_or("", |(_, above)| above);
        workspace.write(path, format!("{above}{text}"));
    }
    workspace.build();
    read_all(on_disk(&workspace.path("dist/acme")), person).expect("the portal opens")
}

#[test]
fn what_is_for_few_leaves_no_trace_for_all_others() {
    let (with, without) = (read(true, "tom"), read(false, "tom"));
    assert_eq!(with.pages.keys().collect::<Vec<_>>(), without.pages.keys().collect::<Vec<_>>());
    for (path, page) in &with.pages {
        assert_eq!(page, &without.pages[path], "{path}");
    }
    assert_eq!(with, without);
    // Words that few have another meaning for are explained to all others as in every portal.
    let glossary = &with.pages["/glossary"].1;
    for text in ["What is inside.", "What is outside.", "What is ground."] {
        assert!(glossary.contains(text), "{text}: {glossary}");
    }
    // Those few read all of it: on every page that lists something, and in places that others have not got.
    let few = read(true, "zoe");
    for path in ["/", "/roadmap", "/todos", "/decisions", "/updates", "/documents", "/glossary", "/about"] {
        assert_ne!(few.pages[path], with.pages[path], "{path}");
    }
    let glossary = &few.pages["/glossary"].1;
    let meanings =
        ["What is inside.", "A share in the bakery.", "What is outside.", "What is ground.", "What comes of it."];
    assert_eq!(meanings.map(|text| glossary.contains(text)), [false, true, true, false, true]);
    let more: Vec<&String> = few.pages.keys().filter(|path| !with.pages.contains_key(*path)).collect();
    let expected = [
        "/decisions/0009-loan",
        "/decisions/0010-rate",
        "/docs/figures",
        "/docs/money",
        "/docs/rates",
        "/updates/2031-01-08",
    ];
    assert_eq!(more, expected);
    let more: Vec<&String> = few.assets.keys().filter(|name| !with.assets.contains_key(*name)).collect();
    assert_eq!(
        more,
        [
            "docs/coin.svg",
            "docs/curve.svg",
            "files/bank.txt",
            "files/rates.pdf",
            "files/sheet.csv",
            "files/wage.pdf",
            "files/yield.pdf",
            "photos/jan.png",
            "photos/zoe.png",
        ]
    );
}
