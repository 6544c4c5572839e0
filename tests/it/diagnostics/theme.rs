//! A theme of one's own: what is wrong with it is said before anything is built.

mod filled;
mod others;
mod written;

use vestibule::check::BASE;

use super::Case;
use crate::checks::{example, found};

#[test]
fn all() {
    super::compare(CASES);
}

/// Files of a theme, and what is said of them. The client has three documents, of which the one in the middle is tried.
struct Broken {
    name: &'static str,
    /// By path in the theme.
    files: &'static [(&'static str, &'static str)],
    /// As in [`Case`], with paths in the theme.
    found: &'static [&'static str],
}

#[track_caller]
fn compare(cases: &[Broken]) {
    let mut wrong = String::new();
    for case in cases {
        let workspace = example(BASE);
        workspace.write("vestibule.yml", SETTINGS.1);
        for (name, text) in [("one", "# One\n"), ("three", "# Three\n"), ("two", "# Two\n")] {
            workspace.write(&format!("acme/docs/{name}.md"), text);
        }
        case.files.iter().for_each(|(path, text)| workspace.write(&format!("look/{path}"), text));
        let found = found(&workspace);
        let found: Vec<&str> = found.iter().map(|line| line.strip_prefix("look/").unwrap_or(line)).collect();
        if found != case.found {
            wrong.push_str(&format!("{}\n  expected {:#?}\n  found {found:#?}\n", case.name, case.found));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

const SETTINGS: (&str, &str) = ("vestibule.yml", "name: Linden Studio\ntheme: look\n");

const CASES: &[Case] = &[
    Case {
        name: "each template that asks for something that is not there",
        files: &[
            SETTINGS,
            ("acme/glossary.yml", "Wireframe: A drawing.\n"),
            ("acme/docs/one.md", "# One\n\nA wireframe.\n"),
            ("acme/docs/three.md", "# Three\n"),
            ("acme/docs/two.md", "# Two\n"),
            ("look/templates/frame.html", "<main id=\"_page\"></main>\n{{ slogan }}\n"),
            ("look/templates/home.html", "<h1>{{ project }}</h1>{{ slogan }}\n"),
            ("look/templates/documents.html", "{% for section in sections %}{{ section.slogan }}{% endfor %}\n"),
            (
                "look/templates/doc.html",
                "{{ body | safe }}\n{% if previous and next %}{{ previous.path }}{% endif %}\n",
            ),
            ("look/templates/glossary.html", "{% for letter in letters %}{{ letter.slogan }}{% endfor %}\n"),
        ],
        found: &[
            "look/templates/doc.html:2:39 error[template] there is no `path` in this | there is: `href`, `title`",
            "look/templates/documents.html:1:41 error[template] there is no `slogan` in this | there is: `documents`, `title`",
            "look/templates/frame.html:2:4 error[template] there is nothing called `slogan` here | there is: `agency`, `as_of`, `client`, `contact`, `dir`, `language`, `mark`, `places`, `project`, `words`",
            "look/templates/glossary.html:1:38 error[template] there is no `slogan` in this | there is: `href`, `id`, `letter`, `terms`",
            "look/templates/home.html:1:26 error[template] there is nothing called `slogan` here | there is: `ahead`, `as_of`, `ask_count`, `asks`, `asks_more`, `blocks`, `changes`, `client`, `closed`, `contact`, `decisions`, `document_count`, `documents`, `end`, `files`, `following`, `has_todos`, `last`, `next`, `next_is_end`, `project`, `since`, `state`, `strip`, `terms`, `update`, `words`",
        ],
    },
    Case {
        name: "the gate's template",
        files: &[SETTINGS, ("look/templates/gate.html", "<h1>{{ client }}</h1>\n")],
        found: &[
            "look/templates/gate.html:1:8 error[template] there is nothing called `client` here | there is: `agency`, `contact`, `csp`, `dir`, `early`, `language`, `languages`, `mark`, `modules`, `portal_stylesheet`, `script`, `stylesheet`, `words`",
        ],
    },
    Case {
        name: "a style sheet that imports what is not there",
        files: &[SETTINGS, ("look/css/gate.css", "@import \"./tokens.css\";\n@import \"./fonts.css\";\n")],
        found: &[
            "look/css/gate.css:2:1 error[template] there is no style sheet `fonts.css` | did you mean `lists.css`?",
        ],
    },
    Case {
        name: "scripts that import each other",
        files: &[
            SETTINGS,
            ("look/js/phrases.js", "import './extra.js';\n"),
            ("look/js/extra.js", "import { phrase } from './phrases.js';\n"),
        ],
        found: &[
            "look/js/extra.js:1:1 error[template] this script imports itself, by way of others or at once | move what both need into a script of its own: each is named after those that it imports",
        ],
    },
    Case {
        name: "a file that no theme has",
        files: &[SETTINGS, ("look/templates/home.htm", "<h1>{{ project }}</h1>\n"), ("look/notes.md", "# Notes\n")],
        found: &[
            "look/templates/home.htm:1:1 warning[unknown-theme-file] a theme makes no use of this file | did you mean `templates/home.html`?",
        ],
    },
];
