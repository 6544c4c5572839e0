//! The portals in which the fields are looked for: a project under way, one that is over, and one that has just begun.

use crate::reader::{Contents, Tree, on_disk, read_all, tree};
use crate::workspace::Workspace;

/// A portal in which fields are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Portal {
    /// Everything there is.
    Running,
    /// The project is over.
    Closed,
    /// Nothing but `client.yml`, a task and the agency.
    New,
}

/// All portals, opened.
pub(super) struct Portals {
    running: Built,
    closed: Built,
    new: Built,
}

/// One workspace, built, and its portal as two people read it.
pub(super) struct Built {
    /// What is published, by name.
    published: Tree,
    /// What `build` said beside its result.
    pub(super) said: String,
    pub(super) open: Contents,
    sponsor: Contents,
}

impl Portals {
    /// Builds and opens them.
    pub(super) fn build() -> Self {
        let over = RUNNING.iter().copied().chain([("acme/client.yml", CLOSED_CLIENT)]);
        Self {
            running: Built::of(RUNNING.iter().copied()),
            closed: Built::of(over),
            new: Built::of(NEW.iter().copied()),
        }
    }

    pub(super) fn of(&self, portal: Portal) -> &Built {
        match portal {
            Portal::Running => &self.running,
            Portal::Closed => &self.closed,
            Portal::New => &self.new,
        }
    }
}

impl Built {
    fn of(files: impl Iterator<Item = (&'static str, &'static str)>) -> Self {
        let workspace = files.fold(Workspace::new(), |workspace, (path, text)| workspace.file(path, text));
        let workspace = workspace.people("acme", &[("tom", "client"), ("els", "sponsor")]);
        let said = workspace.build().stderr;
        let read = |person| read_all(on_disk(&workspace.path("dist/harbour-42")), person).expect("the portal opens");
        let (open, sponsor) = (read("tom"), read("els"));
        Self { published: tree(&workspace.path("dist")), said, open, sponsor }
    }

    /// A page as everybody reads it.
    pub(super) fn page(&self, path: &str) -> Result<String, String> {
        page(&self.open, path)
    }

    /// A page as a sponsor reads it.
    pub(super) fn sponsors_page(&self, path: &str) -> Result<String, String> {
        page(&self.sponsor, path)
    }

    /// Whether these words are nowhere for everybody.
    pub(super) fn lacks(&self, words: &str) -> Result<(), String> {
        let pages = self.open.pages.iter().flat_map(|(path, (title, body))| [path, title, body]);
        let texts = pages.chain([&self.open.frame]).chain(self.open.assets.keys());
        match texts.into_iter().find(|text| plain(text).contains(words)) {
            Some(text) => Err(format!("`{words}` stands in\n{text}\n")),
            None => Ok(()),
        }
    }

    /// The names of all published files.
    pub(super) fn published_names(&self) -> String {
        self.published.keys().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// The names of all published files, and the text of those that are text.
    pub(super) fn public_text(&self) -> String {
        let texts = self.published.iter().filter(|(path, _)| !path.contains("/b/"));
        texts.map(|(path, bytes)| format!("{path} {} ", String::from_utf8_lossy(bytes))).collect()
    }
}

/// Whether these words are written anywhere in the portal of the project under way.
pub(super) fn is_written(words: &str) -> bool {
    RUNNING.iter().any(|(_, text)| text.contains(words))
}

fn page(contents: &Contents, path: &str) -> Result<String, String> {
    let pages: Vec<&String> = contents.pages.keys().collect();
    let (_, body) = contents.pages.get(path).ok_or_else(|| format!("there is no page `{path}`, but {pages:?}"))?;
    Ok(plain(body))
}

/// HTML with one space where there is white space, and none between two tags.
pub(super) fn plain(html: &str) -> String {
    html.split_whitespace().collect::<Vec<_>>().join(" ").replace("> <", "><")
}

#[test]
fn white_space_does_not_count() {
    assert_eq!(plain("<p>\n a\u{a0}b </p>\n<p>"), "<p> a b </p><p>");
}

const NEW: &[(&str, &str)] = &[
    (
        "vestibule.yml",
        "\
name: Linden Studio
contact: { name: Fenna Roos, email: fenna@linden.example, phone: +31 20 555 01 42 }
language: nl
timezone: Europe/Lisbon
theme: look
",
    ),
    ("look/templates/todos.html", "<p>A look of our own</p>\n"),
    (
        "acme/client.yml",
        "\
name: Korenbloem Bakeries
project: New web shop
address: harbour-42
audiences: [sponsor]
health: at risk
because: The *supplier* has not signed.
",
    ),
    ("acme/tasks.yml", "- title: Sign\n"),
];

const CLOSED_CLIENT: &str = "\
name: Korenbloem Bakeries
project: New web shop
address: harbour-42
audiences: [sponsor]
currency: SEK
closed:
  on: 2026-12-18
  summary: The shop *is open*.
  support: Call the *night desk*.
  follow_up: 2027-03-04
  lessons: [Ask *sooner* for photos.]
";

const RUNNING: &[(&str, &str)] = &[
    (
        "vestibule.yml",
        "\
name: Linden Studio
base_url: https://portal.linden.example
brand: { logo: brand/mark.svg, accent: \"#1d5a6b\" }
closed_days: [2026-12-25, 2026-12-26]
",
    ),
    ("brand/mark.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ("shared/.keep", ""),
    (
        "acme/client.yml",
        "\
name: Korenbloem Bakeries
project: New web shop
address: harbour-42
language: en-GB
timezone: Europe/Tallinn
audiences: [sponsor]
working_hours: Weekdays from 5 to 13
focus: [quality, date, budget]
currency: SEK
comms:
  updates: every two weeks on Thursday
  channel: A shared mailbox
  answer_within: 3 working days
  escalation: Call *Berit* at the front desk.
",
    ),
    ("acme/people.yml", PEOPLE),
    ("acme/photos/mira.png", "not looked into"),
    ("acme/roadmap.yml", ROADMAP),
    ("acme/milestones.yml", MILESTONES),
    ("acme/tasks.yml", TASKS),
    (
        "acme/decisions/0000-one-language.md",
        "---\nstatus: superseded\ndate: 2026-08-03\n---\n# One language\n\nEasy.\n",
    ),
    ("acme/decisions/0001-two-languages.md", DECISION),
    ("acme/decisions/0002-colour.md", COLOUR),
    ("acme/decisions/0003-tip.md", "---\nstatus: accepted\naudience: [sponsor]\n---\n# A tip for sponsors\n\nPay.\n"),
    ("acme/decisions/0004-rough.md", "---\nstatus: accepted\ndraft: true\n---\n# A rough decision\n\nPerhaps.\n"),
    (
        "acme/decisions/0005-fax.md",
        "---\nstatus: proposed\ndropped: { on: 2026-09-21, why: Fax *is gone*. }\n---\n# A fax line\n\nPerhaps.\n",
    ),
    ("acme/glossary.yml", GLOSSARY),
    ("acme/docs/rules.md", RULES),
    (
        "acme/docs/aims.md",
        "---\norder: 2\nkind: explanation\napproval: { on: 2026-10-07, via: a handshake }\n---\n# Aims\n",
    ),
    ("acme/docs/margin.md", "---\naudience: [sponsor]\n---\n# What is left for sponsors\n"),
    ("acme/docs/rough.md", "---\ndraft: true\n---\n# A rough document\n"),
    ("acme/docs/fax.md", "---\ndropped: { on: 2026-09-22, why: The fax *went out*. }\n---\n# How to send a fax\n"),
    (
        "acme/updates/2026-11-12.md",
        "---\nid: second-word\nwas: The slow week\nhealth: off track\nbecause: The *lorry* broke down.\n---\nOne.\n\n## Next\n\nTwo.\n",
    ),
    ("acme/updates/2026-11-05.md", "---\naudience: [sponsor]\n---\n# Word to sponsors\n\nThree.\n"),
    ("acme/updates/2026-11-06.md", "---\ndraft: true\n---\n# A rough update\n\nFour.\n"),
    ("acme/updates/2026-10-29.md", "---\ndropped: { on: 2026-10-31, why: It was *not so*. }\n---\nFive.\n"),
    ("acme/files.yml", FILES),
    ("acme/files/offer.txt", "1"),
    ("acme/files/sums.txt", "2"),
    ("acme/files/rough.txt", "3"),
    ("acme/files/fax.txt", "4"),
];

const PEOPLE: &str = "\
- { name: Ada Lund, id: ada, side: client, role: Director of shops, primary: true }
- name: Mira Vos
  was: Mira Berg
  side: us
  email: mira@linden.example
  phone: +31 20 555 01 43
  photo: photos/mira.png
  primary: true
  away: { from: 2026-12-27, to: 2027-01-03 }
  responsible_for: [Drawings and samples]
  bio: Draws *everything*.
- { name: Bo Berg, side: us, backup: true }
- { name: Cleo Dam, side: client, left: 2026-10-30 }
- { name: Dirk Oud, side: us, dropped: { on: 2026-09-09, why: He *never* came. } }
- { name: Els Maas, side: client, audience: [sponsor] }
- { name: Finn Ruw, side: us, draft: true }
- { name: Gus Stil, side: us, public: false }
";

const ROADMAP: &str = "\
- { title: Drawing, start: 2026-09-07, end: 2026-10-09, summary: Every *screen*., status: paused }
- { title: Build, id: making, was: Making it }
- { title: Care, dropped: { on: 2026-09-15, why: The house *does it*. } }
- { title: Funding, audience: [sponsor] }
- { title: A rough phase, draft: true }
";

const MILESTONES: &str = "\
- title: Shop opens
  id: opening
  was: Grand launch
  phase: Build
  kind: go-live
  due: 2026-12-01
  moves:
    - { to: 2026-12-08, on: 2026-11-03, why: The *oven* is late., recovery: Tests *run* beside it. }
    - { to: 2026-12-15, decision: languages }
  buffer_days: 4
  approval: { by: Ada Lund, until: 2026-12-11 }
  needs: [Design approved]
  note: Bring *cake*.
  steps:
    - { title: Move the pages, done: 2026-11-04 }
- { title: Design approved, due: 2026-10-01, approval: { on: 2026-10-02, via: a meeting }, done: 2026-10-03 }
- { title: Posters, dropped: { on: 2026-09-17, why: Nobody *reads* them. } }
- { title: Tea with sponsors, audience: [sponsor] }
- { title: A rough milestone, draft: true }
";

const TASKS: &str = "\
- { title: Send the photos, id: photos, was: Pictures, owner: Ada Lund, due: 2026-11-24, why: Pages *are* empty., needs: [Pick the photos] }
- { title: Pick the photos, done: 2026-11-09 }
- { title: Print the photos, dropped: { on: 2026-09-19, why: Paper *is* dear. } }
- { title: Pay the sponsors' share, audience: [sponsor] }
- { title: A rough task, draft: true }
";

const DECISION: &str = "\
---
title: Which languages does the shop speak?
id: languages
was: Tongues
status: accepted
date: 2026-10-26
decision-makers: [Ada Lund]
deciders: [Gerda Ruis]
consulted: [Hans Kok]
informed: [All the bakers]
effect: { days: 7, cost: 6000, recovery: Translation *runs* beside it. }
supersedes: [0000-one-language]
approval: { by: Ivo Mol, on: 2026-10-27, via: a letter }
---
Dutch and French.
";

const COLOUR: &str = "\
---
status: proposed
needed_by: 2026-12-03
approval: { by: Ada Lund, until: 2026-12-05 }
---
# Which colour has the door?

Red?
";

const GLOSSARY: &str = "\
Proofing: { id: rising, was: Rising time, short: The dough *rests*., aka: [proofed], means: It takes *hours*. }
Levy: { short: What sponsors pay., audience: [sponsor] }
Roughword: { short: Not yet., draft: true }
Crumbing: { short: Gone., dropped: { on: 2026-09-23, why: Nobody *says* it. } }
";

const RULES: &str = "\
---
title: House rules
kind: how-to
order: 1
was: Laws
approval: { by: Jan Pot, until: 2026-12-07 }
---
Dough is proofed.
";

const FILES: &str = "\
offer.txt: { title: Our offer, id: offer, was: Tender, version: 1.10, date: 2026-10-14 }
sums.txt: { title: Sums for sponsors, audience: [sponsor] }
rough.txt: { title: A rough file, draft: true }
fax.txt: { title: The fax form, dropped: { on: 2026-09-25, why: The line *was cut*. } }
";
