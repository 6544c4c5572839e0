//! The items of a client: people, the plan, tasks, decisions, updates, what is said of files, and what all clients share.
//! Of each kind some are for everybody, some for few, some for nobody.

use super::words::{Canaries, Who};
use crate::workspace::Workspace;

/// Adds the items to the folder of `client`. The audience of few is known as `audience` already.
pub(super) fn add(words: &Canaries, workspace: Workspace, client: &str) -> Workspace {
    for (what, text, who) in EXACT {
        words.exact(what, text, *who);
    }
    let mut workspace = workspace;
    for (path, text) in OWN {
        workspace = workspace.file(&format!("{client}/{}", words.fill(path)), words.fill(text));
    }
    for (path, text) in SHARED {
        workspace = workspace.file(&words.fill(path), words.fill(text));
    }
    workspace
}

/// What stands in `client.yml` beside the name of things.
pub(super) const CLIENT: &str = "\
working_hours: «all: working hours»
focus: [date, budget, quality]
health: amber
because: «nobody: a reason that an update took the place of»
comms: { updates: weekly, channel: «all: channel», answer_within: 2 hours, escalation: «all: escalation» }
allow: { check: no-backup, why: «nobody: why a warning is switched off» }
";

/// Amounts, numbers and days, which are no words.
const EXACT: &[(&str, &str, Who)] = &[
    ("a telephone number", "209876543210", Who::All),
    ("a telephone number of few", "209876543222", Who::Board),
    ("an amount", "73.519.246", Who::All),
    ("an amount as it was written", "73519246", Who::Nobody),
    ("an amount for few", "68.472.915", Who::Board),
    ("the day of a move", "2029-04-17", Who::All),
    ("the day of a file", "2029-05-18", Who::All),
    ("the version of a file", "40.913.755", Who::All),
    ("the version of a file for few", "40.913.766", Who::Board),
    ("the day of an update for few", "2031-07-19", Who::Board),
    ("the day of a milestone for few", "2033-02-23", Who::Board),
    ("the day of a task for few", "2033-04-24", Who::Board),
    ("the day by which a decision for few is needed", "2033-05-25", Who::Board),
    ("the last day of somebody's holidays for few", "2033-06-26", Who::Board),
    ("the day of a draft", "2034-08-27", Who::Nobody),
];

const OWN: &[(&str, &str)] = &[
    (
        "people.yml",
        "\
- name: «all: a name»
  id: «all: the id of somebody»
  was: «all: a name from before»
  side: us
  role: «all: a role»
  email: «all: a mail box»@«all: a mail host».example
  phone: +31 209876543210
  photo: «all: a folder of photos»/«all: a photo's name».png
  primary: true
  responsible_for: [«all: a duty»]
  bio: «all: a bio»
- { name: «all: the client's name», side: client, role: «all: the client's role» }
- { name: «all: somebody who left», side: client, left: true, responsible_for: [«all: a duty of somebody who left»] }
- { name: «all: somebody given up», side: us, dropped: { on: 2026-11-01, why: «all: why somebody was given up» } }
- name: «board: a name for few»
  side: us
  role: «board: a role for few»
  phone: +31 209876543222
  email: «board: a mail box for few»@example.example
  photo: «same: a folder of photos»/«board: a photo's name for few».png
  backup: true
  away: { from: 2033-06-20, to: 2033-06-26 }
  responsible_for: [«board: a duty for few»]
  bio: «board: a bio for few»
  audience: [«same: audience»]
- { name: «nobody: somebody secret», side: us, public: false, bio: «nobody: a secret bio», photo: photos/secret.png }
- { name: «nobody: a draft of somebody», side: us, draft: true, role: «nobody: the role of a draft» }
",
    ),
    ("«same: a folder of photos»/«same: a photo's name».png", "«all: a photo»"),
    ("«same: a folder of photos»/«same: a photo's name for few».png", "«board: a photo for few»"),
    ("«same: a folder of photos»/loose.png", "«nobody: a photo of nobody»"),
    ("photos/secret.png", "«nobody: the photo of somebody secret»"),
    (
        "roadmap.yml",
        "\
- { title: «all: a phase», id: «all: the id of a phase», was: «all: a phase from before», summary: «all: a summary» }
- { title: «all: a phase given up», dropped: { on: 2026-11-02, why: «all: why a phase was given up» } }
- { title: «board: a phase for few», summary: «board: a summary for few», audience: [«same: audience»] }
- { title: «nobody: a draft of a phase», summary: «nobody: the summary of a draft», draft: true }
",
    ),
    (
        "milestones.yml",
        "\
- title: «all: a milestone»
  was: [«all: a milestone from before», «all: a milestone from long before»]
  phase: «same: a phase»
  due: 2029-03-12
  moves:
    - { to: 2029-04-17, why: «all: why a day moved», recovery: «all: what makes up for a move» }
    - { to: 2029-04-20, decision: «all: the file of a decision», why: «all: why a day moved again» }
  note: «all: a note»
  steps: [«all: a step», { title: «all: a step that is done», done: true }]
  approval: { by: «all: who approves», via: «all: how it is approved», until: 2029-03-01 }
- { title: «all: a milestone given up», dropped: { on: 2026-11-02, why: «all: why a milestone was given up» } }
- title: «board: a milestone for few»
  id: «board: the id of a milestone for few»
  was: «board: a milestone for few from before»
  phase: «same: a phase»
  due: 2033-02-20
  moves: [{ to: 2033-02-23, why: «board: why a day moved for few», recovery: «board: what makes up for it for few» }]
  note: «board: a note for few»
  steps: [«board: a step for few»]
  approval: { by: «board: who approves for few», via: «board: how it is approved for few», until: 2033-02-01 }
  audience: [«same: audience»]
- { title: «nobody: a draft of a milestone», due: 2034-08-27, note: «nobody: the note of a draft», draft: true }
",
    ),
    (
        "tasks.yml",
        "\
- title: «all: a task of the client»
  was: «all: a task from before»
  owner: «same: the client's name»
  due: 2029-02-11
  why: «all: why a task» «all: a shared term»
  needs: [«same: a milestone»]
- { title: «all: a task of ours», owner: «all: a shared name» }
- { title: «all: a task that is done», done: 2026-11-03, why: «all: why a task that is done» }
- { title: «all: a task given up», dropped: { on: 2026-11-02, why: «all: why a task was given up» } }
- title: «board: a task for few»
  owner: «board: a shared name for few»
  due: 2033-04-24
  why: «board: why a task for few» «board: a shared term for few»
  audience: [«same: audience»]
- { title: «nobody: a draft of a task», why: «nobody: why a draft» «nobody: a shared term that drafts use», draft: true }
",
    ),
    (
        "decisions/«same: the file of a decision».md",
        "\
---
title: «all: a decision»
status: accepted
date: 2026-10-26
decision-makers: [«all: who decides»]
consulted: [«all: who was asked»]
informed: [«all: who was told»]
effect: { days: 3, cost: SEK 73519246, recovery: «all: what makes up for a decision» }
approval: { by: «all: who approves a decision», on: 2026-10-27, via: «all: how a decision is approved» }
was: «all: a decision from before»
---
«all: the opening of a decision»

## Question

«all: a question»

## Options

- «all: an option»: «all: what an option means»
- Another

## Chosen

«all: what was chosen»

## Why

«all: why it was chosen»

## Consequences

«all: what follows»

## «all: a heading of one's own»

«all: more about a decision»
",
    ),
    (
        "decisions/0002-other.md",
        "\
# «all: a decision of another tool»

* Status: «all: a status of one's own»
* Deciders: «all: who decides elsewhere»
* Date: 2026-09-01

## Context and Problem Statement

«all: the context of another tool»
",
    ),
    (
        "decisions/0003-old.md",
        "---\nstatus: superseded by «all: what took its place»\ndate: 2026-08-01\n---\n# «all: a decision that was replaced»\n\nx\n",
    ),
    (
        "decisions/0004-asked.md",
        "---\nstatus: proposed\nneeded_by: 2029-01-10\n---\n# «all: a decision that is asked for»\n\n## Options\n\n- «all: an option to choose»\n- B\n",
    ),
    (
        "decisions/0005-given-up.md",
        "---\nstatus: proposed\ndropped: { on: 2026-11-02, why: «all: why a decision was given up» }\n---\n# «all: a decision given up»\n\nx\n",
    ),
    (
        "decisions/«board: the file of a decision for few».md",
        "\
---
title: «board: a decision for few»
status: proposed
date: 2026-10-28
needed_by: 2033-05-25
decision-makers: [«board: who decides for few»]
effect: { cost: SEK 68472915, recovery: «board: what makes up for a decision for few» }
audience: [«same: audience»]
---
## Question

«board: a question for few»

## Options

- «board: an option for few»
- Another

## «board: a heading for few»

«board: more for few»
",
    ),
    (
        "decisions/0007-draft.md",
        "---\nstatus: accepted\ndraft: true\n---\n# «nobody: a draft of a decision»\n\n«nobody: the text of a draft of a decision»\n",
    ),
    ("decisions/README.md", "# «nobody: a list of decisions»\n"),
    ("decisions/template.md", "# «nobody: a template»\n"),
    (
        "updates/2026-11-13.md",
        "\
---
health: amber
because: «all: why it is at risk»
was: «all: an update from before»
---
# «all: the title of an update»

«all: the opening of an update»

## Done

«all: what was done»

## Next

«all: what is next»

## «all: another heading»

«all: another text»
",
    ),
    (
        "updates/2026-11-06.md",
        "---\ndropped: { on: 2026-11-07, why: «all: why an update was given up» }\n---\n«all: an update given up»\n",
    ),
    (
        "updates/2031-07-19.md",
        "\
---
health: red
because: «board: why it is off track»
audience: [«same: audience»]
---
# «board: the title of an update for few»

«board: the opening for few»

## Next

«board: what is next for few»
",
    ),
    ("updates/2034-08-27.md", "---\ndraft: true\n---\n«nobody: a draft of an update»\n"),
    (
        "files.yml",
        "\
a.txt:
  title: «all: the title of a file»
  id: «all: the id of a file»
  was: «all: a file from before»
  version: 40.913.755
  date: 2029-05-18
  dropped: { on: 2026-11-02, why: «all: why a file was given up» }
b.txt:
  title: «board: the title of a file for few»
  version: 40.913.766
  audience: [«same: audience»]
c.txt: { title: «nobody: the title of a draft of a file», draft: true }
",
    ),
    ("files/a.txt", "«all: a file with a title»"),
    ("files/b.txt", "«board: a file with a title for few»"),
    ("files/c.txt", "«nobody: a draft of a file»"),
    ("docs/from-us.md", "[Ours](../../shared/docs/«all: the file of a shared document».md)\n"),
    (
        "docs/from-us-for-few.md",
        "---\naudience: [«same: audience»]\n---\n# «board: a document that links for few»\n\n\
         [Ours](../../shared/docs/«board: the file of a shared document for few».md)\n",
    ),
    (
        "docs/from-a-draft.md",
        "---\ndraft: true\n---\n[Ours](../../shared/docs/«nobody: the file of a shared document that drafts link to».md)\n",
    ),
];

const SHARED: &[(&str, &str)] = &[
    (
        "shared/people.yml",
        "\
- { name: «same: a shared name», side: us, bio: «all: a shared bio», photo: faces/«all: a shared photo's name».png }
- name: «same: a shared name for few»
  side: us
  bio: «board: a shared bio for few»
  photo: faces/«board: a shared photo's name for few».png
- { name: «nobody: a shared name that nobody uses», side: us, role: «nobody: a shared role that nobody uses» }
",
    ),
    ("shared/faces/«same: a shared photo's name».png", "«all: a shared photo»"),
    ("shared/faces/«same: a shared photo's name for few».png", "«board: a shared photo for few»"),
    ("shared/faces/loose.png", "«nobody: a shared photo that nobody uses»"),
    (
        "shared/glossary.yml",
        "\
«same: a shared term»: { short: «all: a shared explanation» «all: a shared term in a shared term», aka: [«all: a shared form»] }
«same: a shared term in a shared term»: «all: a shared explanation in a shared explanation»
«same: a shared term for few»: { short: «board: a shared explanation for few», means: «board: a shared long explanation for few» }
«same: a shared term that drafts use»: «nobody: a shared explanation that drafts use»
«nobody: a shared term that nobody uses»: «nobody: a shared explanation that nobody uses»
",
    ),
    (
        "shared/docs/«same: the file of a shared document».md",
        "# «all: a shared title»\n\n«all: a shared text» [more](further.md) ![x](plan.png)\n",
    ),
    ("shared/docs/further.md", "# «all: a further shared title»\n\n«all: a further shared text»\n"),
    ("shared/docs/plan.png", "«all: a shared picture»"),
    (
        "shared/docs/«same: the file of a shared document for few».md",
        "# «board: a shared title for few»\n\n«board: a shared text for few» ![x](few.png)\n",
    ),
    (
        "shared/docs/«same: the file of a shared document that drafts link to».md",
        "# «nobody: a shared title that drafts link to»\n",
    ),
    ("shared/docs/«nobody: the file of a shared document that nobody links to».md", "# «nobody: a shared title of nobody»\n"),
    ("shared/docs/few.png", "«board: a shared picture for few»"),
    ("shared/docs/loose.png", "«nobody: a shared picture that nobody links to»"),
    ("shared/files/a.pdf", "«nobody: a shared file»"),
];
