//! Somebody who writes at random: creates, edits, renames and deletes files, breaks and mends them.

use std::collections::BTreeSet;
use std::fs;

use crate::same_bytes::files::png;
use crate::workspace::Workspace;

const DOCS: [&str; 4] = ["docs/first.md", "docs/second.md", "docs/guides/third.md", "docs/guides/new/fourth.md"];
const CLIENTS: [&str; 3] = ["harbour", "quay", "pier"];

const HEADS: [&str; 7] = [
    "",
    "---\ndraft: true\n---\n",
    "---\norder: 1\n---\n",
    "---\ntitle: Another\n---\n",
    "---\naudience: sponsor\n---\n",
    "---\napproval: { by: Jan Smit, until: 2026-12-01 }\n---\n",
    "---\ntitle: [\n---\n",
];
/// What concerns no other page than its own.
const PLAIN: [&str; 6] = [
    "Plain words.\n",
    "Dough and margin, and a wireframe of dough.\n",
    "[Elsewhere](https://example.org/)\n",
    "```rust\nfn main() {}\n```\n",
    "- [ ] one\n- [x] two\n",
    "<script>alert(1)</script> & <b>bold</b>\n",
];
const LINKED: [&str; 8] = [
    "## Part\n\nMore of it.\n",
    "## Another part\n",
    "See [the first](first.md), [its part](first.md#part).\n",
    "See [the third](guides/third.md) and [the house](../../shared/docs/house.md).\n",
    "[Up](../first.md)\n",
    "![Picture](../files/plan.png)\n",
    "See [the words](/glossary).\n",
    "Dough, as [the words](/glossary) say.\n",
];
/// Other files, each with what it may say; the first is right.
const OTHERS: [(&str, &[&str]); 13] = [
    (
        "harbour/client.yml",
        &[
            "name: Korenbloem\nproject: Shop\naddress: harbour-42\naudiences: [client, sponsor]\n",
            "name: Korenbloem\nproject: Bakery\naddress: harbour-42\naudiences: [client, sponsor]\nhealth: amber\nhealth_reason: Late.\n",
            "name: Korenbloem\nproject: Shop\naddress: harbour-42\n",
            "name: Korenbloem\nproject: Shop\naddress: harbour-43\naudiences: [client, sponsor]\n",
            "name: [\n",
        ],
    ),
    (
        "quay/client.yml",
        &[
            "name: Somebody\nproject: Site\naddress: quay-7\n",
            "name: Somebody\nproject: Site\naddress: harbour-42\n",
            "name: Somebody\nproject: Site\naddress: quay-7\nlanguage: nl\n",
        ],
    ),
    ("pier/client.yml", &["name: Newcomer\nproject: Quiz\n", "name: Newcomer\nproject: Quiz\ntimezone: Mars\n"]),
    ("harbour/glossary.yml", &["Wireframe: A drawing.\n", "Wireframe: A sketch.\nMargin: Our own.\n", "- what\n"]),
    (
        "harbour/milestones.yml",
        &[
            "- { title: Opening, due: 2026-12-01 }\n",
            "- { title: Closing, id: opening, due: 2026-12-09, note: Dough. }\n",
            "- { title: A, due: soon }\n",
        ],
    ),
    ("harbour/tasks.yml", &["- { title: Send photos, owner: Jan Smit }\n", "- { title: Bake, why: Of dough. }\n"]),
    (
        "harbour/updates/2026-11-20.md",
        &["# Going well\n\nDough.\n", "# Going on\n\nSee [the first](../docs/first.md).\n"],
    ),
    (
        "harbour/decisions/0001-colour.md",
        &["# Colour\n\n## Decision\n\nGreen.\n", "# Colour\n\nStatus: accepted\n\n## Decision\n\nRed.\n"],
    ),
    (
        "shared/glossary.yml",
        &["Dough: What is baked.\n", "Dough: What is baked.\nMargin: What is left.\n", "Dough: [\n"],
    ),
    ("shared/docs/house.md", &["# The house\n\nDough everywhere.\n", "# The house\n\nMargin.\n"]),
    (
        "vestibule.yml",
        &[
            "name: Linden Studio\ncontact:\n  name: Mira Vos\n  email: mira@linden.example\n",
            "name: Linden Studio\nbrand: {accent: \"#005f73\"}\ncontact:\n  name: Mira Vos\n  email: mira@linden.example\n",
            "name: Linden Studio\ntheme: look\ncontact:\n  name: Mira Vos\n  email: mira@linden.example\n",
            "name: [\n",
        ],
    ),
    (
        "look/css/own.css",
        &["@layer page { h1 { color: red; } }\n", "@layer page { h1 { color: green; } }\n", "@import \"no.css\";\n"],
    ),
    (
        "look/locales/en.yml",
        &["gate: { open: Enter }\n", "gate: { open: Come in }\nportal: { nav: { home: Start } }\n", "gate: [\n"],
    ),
];
/// Who may open the portal of `harbour`; the first is what it begins with.
const PEOPLE: [&[(&str, &str)]; 3] = [
    &[("Tom", "client"), ("Ann", "sponsor")],
    &[("Tom", "client")],
    &[("Tom", "client"), ("Ann", "sponsor"), ("Eva", "client")],
];

/// Of those who may open a portal, one of each audience.
pub(super) const READERS: [&str; 4] = ["Tom", "Ann", "Els", "Sam"];

/// Writes at random, the same for the same seed.
pub(super) struct Writer {
    state: u64,
}

impl Writer {
    pub(super) fn new(seed: u64) -> Writer {
        Writer { state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1 }
    }

    /// What it begins with: everything right.
    pub(super) fn workspace(&mut self) -> Workspace {
        let right = |workspace: Workspace, (path, texts): (&str, &[&str])| workspace.file(path, texts[0]);
        let workspace = OTHERS.into_iter().fold(Workspace::new(), right);
        workspace
            .file("harbour/people.yml", "- { name: Jan Smit, side: client, primary: true }\n")
            .file("harbour/docs/first.md", "# First\n\nDough.\n\n## Part\n")
            .file("harbour/files/plan.png", png(1))
            .file("quay/docs/first.md", "# First\n\n## Part\n")
            .people("harbour", PEOPLE[0])
            .people("quay", &[("Els", "client")])
            .people("pier", &[("Sam", "client")])
    }

    pub(super) fn steps(&mut self) -> usize {
        4 + self.below(12)
    }

    /// Whether somebody is in a hurry to see what was written.
    pub(super) fn is_hurried(&mut self) -> bool {
        self.below(3) > 0
    }

    /// Whether all is looked at before more is written.
    pub(super) fn is_looked_at(&mut self) -> bool {
        self.below(3) > 0
    }

    /// Whether another day begins before all is looked at.
    pub(super) fn is_next_day(&mut self) -> bool {
        self.below(8) == 0
    }

    /// Whether what is wrong is mended at once.
    pub(super) fn is_helped(&mut self) -> bool {
        self.below(3) > 0
    }

    /// Does one thing, and says which files were touched.
    pub(super) fn write(&mut self, workspace: &Workspace) -> BTreeSet<String> {
        let client = CLIENTS[self.below(5).saturating_sub(2)];
        let doc = format!("{client}/{}", self.one_of(&DOCS));
        let is_there = workspace.path(&doc).exists();
        match self.below(12) {
            0..=3 => self.append(workspace),
            4 if is_there => {
                workspace.remove(&doc);
                [doc].into()
            }
            5 if is_there => {
                let to = format!("{client}/{}", self.one_of(&DOCS));
                fs::rename(workspace.path(&doc), workspace.path(&to)).map_or_else(|_| [].into(), |()| [doc, to].into())
            }
            6..=8 => {
                let (path, texts) = OTHERS[self.below(OTHERS.len())];
                let text = if self.below(2) == 0 { texts[0] } else { self.one_of(texts) };
                workspace.write(path, text);
                [path.to_owned()].into()
            }
            9 if self.below(2) == 0 => {
                let (path, _) = OTHERS[self.below(OTHERS.len())];
                if workspace.path(path).exists() {
                    workspace.remove(path);
                }
                [path.to_owned()].into()
            }
            9 => {
                let people = PEOPLE[self.below(PEOPLE.len())];
                workspace.let_in("harbour", people);
                ["harbour/access.lock".to_owned()].into()
            }
            10 if self.below(2) == 0 => {
                let picture = png(self.next() % 3);
                workspace.write("harbour/files/plan.png", picture);
                ["harbour/files/plan.png".to_owned()].into()
            }
            _ => {
                let head = if self.below(2) == 0 { "" } else { self.one_of(&HEADS) };
                let text = format!("{head}# Title {}\n\n{}", self.below(3), self.text());
                workspace.write(&doc, text);
                [doc].into()
            }
        }
    }

    /// Makes everything right again that may be broken, so that something can be built.
    pub(super) fn mend(&mut self, workspace: &Workspace) {
        for (path, texts) in OTHERS {
            workspace.write(path, texts[0]);
        }
        workspace.let_in("harbour", PEOPLE[0]);
        for client in CLIENTS {
            for doc in DOCS {
                if workspace.path(&format!("{client}/{doc}")).exists() {
                    workspace
                        .write(&format!("{client}/{doc}"), format!("# {doc}\n\n## Part\n\n{}", self.one_of(&PLAIN)));
                }
            }
        }
    }

    /// What most edits are: a sentence more.
    fn append(&mut self, workspace: &Workspace) -> BTreeSet<String> {
        let all = CLIENTS.iter().flat_map(|client| DOCS.map(|doc| format!("{client}/{doc}")));
        let there: Vec<String> = all.filter(|doc| workspace.path(doc).exists()).collect();
        let Some(last) = there.len().checked_sub(1) else { return BTreeSet::new() };
        let doc = there[self.below(last + 1)].clone();
        let mut text = workspace.read(&doc);
        text.extend_from_slice(b"\n");
        text.extend_from_slice(self.text().as_bytes());
        workspace.write(&doc, text);
        [doc].into()
    }

    fn text(&mut self) -> &'static str {
        if self.below(3) > 0 { self.one_of(&PLAIN) } else { self.one_of(&LINKED) }
    }

    fn one_of<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.below(all.len())]
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("it is below the limit")
    }

    /// xorshift*, by G. Marsaglia and S. Vigna.
    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }
}
