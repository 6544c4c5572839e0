//! The workspace that is built everywhere.

use crate::workspace::noise;

/// The contents of the folder, out of order on purpose.
pub(crate) fn files() -> Vec<(&'static str, Vec<u8>)> {
    let table =
        "Before Istanbul\n\n| I | i |\n|---|---|\n| ı | İ |\n\n```rust\nfn main() {}\n```\n\n![Plan](plan.png)\n";
    let mut files: Vec<(&'static str, Vec<u8>)> =
        ITEMS.iter().map(|(path, text)| (*path, text.as_bytes().to_vec())).collect();
    files.extend([
        (
            "harbour/docs/guides/setup.md",
            b"---\ntitle: Setup\norder: 2\n---\nAs in [the overview](../overview.md).\n".to_vec(),
        ),
        ("harbour/docs/overview.md", format!("# Overview\n\n{table}").into()),
        ("harbour/docs/guides/first.md", b"---\norder: 1\n---\n# First steps\n".into()),
        ("harbour/docs/guides/last.md", b"# Last steps\n".into()),
        ("harbour/docs/costs.md", b"---\naudience: sponsor\n---\n# Costs\n\n[Sheet](../files/costs.csv)\n".into()),
        ("harbour/docs/plan.png", png(1)),
        ("harbour/glossary.yml", b"Wireframe: A drawing.\nAardvark: {short: An animal, aka: [aardvarks]}\n".into()),
        ("harbour/files/costs.csv", b"1,2\n".into()),
        ("harbour/files/plan.pdf", noise(5, 5_000_000)),
        ("harbour/photos/mira.png", png(3)),
        ("shared/photos/jan.png", png(4)),
        ("quay/client.yml", b"name: Somebody\nproject: Shop\naddress: quay-7\n".into()),
        ("quay/tasks.yml", b"- { title: Ask, owner: Jan Smit, why: Of dough. }\n".into()),
    ]);
    files
}

/// The beginning of a picture of 40 by 30 pixels, and noise.
pub(crate) fn png(seed: u64) -> Vec<u8> {
    let head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x28\x00\x00\x00\x1e\x08\x06\x00\x00\x00";
    [&head[..], &noise(seed, 900)].concat()
}

/// The milestones of a client, as they are before anything changes.
pub(crate) const MILESTONES: &str = "\
- title: Shop opens
  id: opening
  phase: Build
  kind: go-live
  due: 2026-12-01
  moves:
    - { to: 2026-12-08, on: 2026-11-03, why: The oven is late., recovery: Tests run beside it. }
    - { to: 2026-12-15, decision: 0001-colour }
  buffer_days: 4
  approval: { by: Ada Lund, until: 2026-12-11 }
  needs: [Design approved, Send the photos]
  note: Bring cake.
  steps: [Move the pages, { title: Switch, done: 2026-11-04 }]
- { title: Design approved, due: 2026-10-01, approval: { on: 2026-10-02, via: a meeting }, done: 2026-10-03 }
- { title: Loan signed, due: 2026-11-30, audience: [sponsor] }
";

const ITEMS: &[(&str, &str)] = &[
    ("shared/people.yml", "- { name: Jan Smit, side: us, photo: photos/jan.png }\n- { name: Kim Post, side: us }\n"),
    ("shared/glossary.yml", "Dough: What is baked.\nMargin: What is left.\n"),
    ("shared/docs/house.md", "# The house\n\nDough everywhere.\n"),
    (
        "harbour/client.yml",
        "\
name: Korenbloem
project: Web shop
address: harbour-42
audiences: [sponsor]
language: nl
working_hours: Van 5 tot 13 uur
focus: [quality, date, budget]
currency: EUR
comms: { updates: every two weeks on Thursday, channel: Mail, answer_within: 3 working days, escalation: Bel *Berit*. }
",
    ),
    (
        "harbour/people.yml",
        "\
- { name: Mira Vos, side: us, primary: true, photo: photos/mira.png, away: { from: 2026-12-24, to: 2027-01-02 } }
- { name: Bo Berg, side: us, backup: true, responsible_for: [Drawings] }
- { name: Ada Lund, side: client, role: Director }
- { name: Ísak İnce, side: client, left: 2026-10-30 }
",
    ),
    (
        "harbour/roadmap.yml",
        "- { title: Drawing, end: 2026-10-09 }\n- { title: Build, was: Making, summary: The shop. }\n",
    ),
    ("harbour/milestones.yml", MILESTONES),
    (
        "harbour/tasks.yml",
        "\
- { title: Send the photos, owner: Ada Lund, due: 2026-11-24, why: Pages are empty. }
- { title: Print, dropped: { on: 2026-09-19, why: Paper is dear. } }
- { title: Bake, owner: Jan Smit, why: Of dough. }
- { title: Pay, due: 2026-11-20, audience: [sponsor] }
",
    ),
    (
        "harbour/decisions/0001-colour.md",
        "---\nstatus: accepted\ndate: 2026-10-26\neffect: { days: 7, cost: 1200.50 }\n---\n# Which colour?\n\nRed.\n",
    ),
    (
        "harbour/decisions/0002-door.md",
        "---\nstatus: proposed\nneeded_by: 2026-12-03\n---\n# Which door?\n\n## Options\n\n- Wide\n- High\n",
    ),
    (
        "harbour/updates/2026-11-12.md",
        "---\nhealth: amber\nbecause: The oven is late.\n---\n## Done\n\nOne. [House](../../shared/docs/house.md)\n\n## Next\n\nTwo.\n",
    ),
    ("harbour/updates/2026-10-29.md", "## Gedaan\n\nDrie.\n"),
    ("harbour/files.yml", "plan.pdf: { title: Het plan, version: 1.10, date: 2026-10-14 }\n"),
];
