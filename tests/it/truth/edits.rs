//! Somebody who writes at random: creates, edits, renames and deletes files, breaks and mends them.

use std::collections::BTreeSet;
use std::fs;

use crate::same_bytes::files::png;
use crate::workspace::Workspace;

const DOCS: [&str; 4] = ["docs/first.md", "docs/second.md", "docs/guides/third.md", "docs/guides/new/fourth.md"];
const CLIENTS: [&str; 2] = ["harbour", "quay"];

const HEADS: [&str; 6] = [
    "",
    "---\norder: 1\n---\n",
    "---\ntitle: Another\n---\n",
    "---\naudience: sponsor\n---\n",
    "---\napproval: { by: Jan Smit, until: 2026-12-01 }\n---\n",
    "---\ntitle: [\n---\n",
];
const TEXTS: [&str; 12] = [
    "Plain words.\n",
    "Dough and margin, and a wireframe of dough.\n",
    "## Part\n\nMore of it.\n",
    "## Another part\n",
    "See [the first](first.md), [its part](first.md#part).\n",
    "See [the third](guides/third.md) and [the house](../../shared/docs/house.md).\n",
    "[Up](../first.md)\n",
    "![Picture](../files/plan.png)\n",
    "```rust\nfn main() {}\n```\n",
    "- [ ] one\n- [x] two\n",
    "<script>alert(1)</script> & <b>bold</b>\n",
    "[Elsewhere](https://example.org/), [the words](../glossary.yml).\n",
];
/// Other files, each with what it may say; the first is right.
const OTHERS: [(&str, &[&str]); 9] = [
    (
        "harbour/client.yml",
        &[
            "name: Korenbloem\nproject: Shop\naddress: harbour-42\naudiences: [client, sponsor]\n",
            "name: Korenbloem\nproject: Bakery\naddress: harbour-42\naudiences: [client, sponsor]\nhealth: amber\nhealth_reason: Late.\n",
            "name: Korenbloem\nproject: Shop\naddress: harbour-42\n",
            "name: [\n",
        ],
    ),
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
            "name: Linden Studio\naccent: \"#005f73\"\ncontact:\n  name: Mira Vos\n  email: mira@linden.example\n",
            "name: [\n",
        ],
    ),
];

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
            .file("quay/client.yml", "name: Somebody\nproject: Site\naddress: quay-7\n")
            .file("quay/docs/first.md", "# First\n\n## Part\n")
            .people("harbour", &[("Tom", "client")])
            .people("quay", &[("Els", "client")])
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

    /// Does one thing, and says which files were touched.
    pub(super) fn write(&mut self, workspace: &Workspace) -> BTreeSet<String> {
        let client = CLIENTS[self.below(4).saturating_sub(2)];
        let doc = format!("{client}/{}", self.one_of(&DOCS));
        let is_there = workspace.path(&doc).exists();
        match self.below(10) {
            0..=3 if is_there => self.append(workspace, &doc),
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
                workspace.write(path, self.one_of(texts));
                [path.to_owned()].into()
            }
            9 if self.below(2) == 0 => {
                let picture = png(self.next() % 3);
                workspace.write("harbour/files/plan.png", picture);
                ["harbour/files/plan.png".to_owned()].into()
            }
            _ => {
                let head = if self.below(2) == 0 { "" } else { self.one_of(&HEADS) };
                let text = format!("{head}# Title {}\n\n{}", self.below(3), self.one_of(&TEXTS));
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
        for client in CLIENTS {
            for doc in DOCS {
                if workspace.path(&format!("{client}/{doc}")).exists() {
                    workspace.write(
                        &format!("{client}/{doc}"),
                        format!("# {doc}\n\n## Part\n\n{}", self.one_of(&TEXTS[..4])),
                    );
                }
            }
        }
    }

    /// What most edits are: a sentence more.
    fn append(&mut self, workspace: &Workspace, doc: &str) -> BTreeSet<String> {
        let mut text = workspace.read(doc);
        text.extend_from_slice(b"\n");
        text.extend_from_slice(self.one_of(&TEXTS).as_bytes());
        workspace.write(doc, text);
        [doc.to_owned()].into()
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
