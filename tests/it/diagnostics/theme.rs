//! A theme of one's own: what is wrong with it is said before anything is built.

use super::Case;

#[test]
fn all() {
    super::compare(CASES);
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
            ("look/templates/glossary.html", "{% for term in terms %}{{ term.slogan }}{% endfor %}\n"),
        ],
        found: &[
            "look/templates/doc.html:2:39 error[template] this template cannot be used: field `path` is not defined. Available fields: href, title | mend the template; without it, the one that comes with the program is used",
            "look/templates/documents.html:1:41 error[template] this template cannot be used: field `slogan` is not defined. Available fields: documents, title | mend the template; without it, the one that comes with the program is used",
            "look/templates/frame.html:2:4 error[template] this template cannot be used: variable `slogan` is not defined. Available variables: agency, as_of, client, contact, dir, language, mark, places, project, words | mend the template; without it, the one that comes with the program is used",
            "look/templates/glossary.html:1:32 error[template] this template cannot be used: field `slogan` is not defined. Available fields: aka, id, marks, means, short, term | mend the template; without it, the one that comes with the program is used",
            "look/templates/home.html:1:26 error[template] this template cannot be used: variable `slogan` is not defined. Available variables: ahead, as_of, ask_count, asks, blocks, changes, client, closed, contact, decisions, document_count, documents, end, files, has_todos, last, next, next_is_end, project, since, state, terms, update, words | mend the template; without it, the one that comes with the program is used",
        ],
    },
    Case {
        name: "the gate's template",
        files: &[SETTINGS, ("look/templates/gate.html", "<h1>{{ client }}</h1>\n")],
        found: &[
            "look/templates/gate.html:1:8 error[template] this template cannot be used: variable `client` is not defined. Available variables: agency, contact, csp, dir, language, languages, mark, modules, portal_stylesheet, script, stylesheet, words | mend the template; without it, the one that comes with the program is used",
        ],
    },
    Case {
        name: "a style sheet that imports what is not there",
        files: &[SETTINGS, ("look/css/gate.css", "@import \"./tokens.css\";\n@import \"./fonts.css\";\n")],
        found: &[
            "look/css/gate.css:2:1 error[template] the style sheet `fonts.css` is not there, or imports itself | import a file of the theme's `css` folder: `@import \"./name.css\";`",
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
