//! A theme that is all one's own: not one template of the program's is left, and the portal opens and reads.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::reader::{contents, on_disk, open};
use crate::workspace::Workspace;

/// The least that each page can be.
const PAGES: [(&str, &str); 13] = [
    (
        "about.html",
        "{% for side in sides %}<h2>{{ side.name }}</h2>{% for one in side.people %}<p id=\"{{ one.id }}\">{{ one.name }}</p>{% endfor %}{% endfor %}",
    ),
    (
        "decision.html",
        "<h1>{{ title }}</h1>{% for part in answer %}{{ part.body | safe }}{% endfor %}{% for part in rest %}{{ part.body | safe }}{% endfor %}",
    ),
    (
        "decisions.html",
        "{% for one in decided %}<a id=\"{{ one.id }}\" href=\"{{ one.href }}\">{{ one.title }}</a>{% endfor %}",
    ),
    ("doc.html", "<h1{% if anchor %} id=\"{{ anchor }}\"{% endif %}>{{ title }}</h1>{{ body | safe }}"),
    (
        "documents.html",
        "{% for section in sections %}{% for one in section.documents %}<a href=\"{{ one.href }}\">{{ one.title }}</a>{% endfor %}{% endfor %}",
    ),
    (
        "frame.html",
        "<nav>{% for place in places %}<a href=\"{{ place.href }}\">{{ place.title }}</a>{% endfor %}</nav><main id=\"_page\" tabindex=\"-1\"></main><p id=\"_notice\"></p><template id=\"_words\">{% for key, word in words.browser %}<i data-key=\"{{ key }}\">{{ word }}</i>{% endfor %}</template>",
    ),
    (
        "gate.html",
        "<!doctype html><html lang=\"{{ language }}\"><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{{ csp }}\"><title>{{ agency }}</title><link rel=\"stylesheet\" href=\"{{ stylesheet }}\"><link data-styles=\"{{ portal_stylesheet }}\"><script type=\"module\" src=\"{{ script }}\"></script><main id=\"gate\"><h1>{{ agency }}</h1><form></form></main></html>",
    ),
    (
        "glossary.html",
        "{% for letter in letters %}{% for one in letter.terms %}<p id=\"{{ one.id }}\">{{ one.term }}: {{ one.short | safe }}</p>{% endfor %}{% endfor %}",
    ),
    ("home.html", "<h1>{{ project }}</h1><p>{{ words.portal.slogan }} {{ client }}</p>"),
    ("roadmap.html", "{% for one in further %}<p id=\"{{ one.id }}\">{{ one.title }}</p>{% endfor %}"),
    (
        "todos.html",
        "{% for ask in now %}<p{% if ask.id %} id=\"{{ ask.id }}\"{% endif %}>{{ ask.title }}</p>{% endfor %}",
    ),
    ("update.html", "<h1>{{ date.full }}</h1>{% for part in parts %}{{ part.body | safe }}{% endfor %}"),
    ("updates.html", "{% for one in updates %}<a href=\"{{ one.href }}\">{{ one.date.short }}</a>{% endfor %}"),
];

#[test]
fn a_portal_of_a_theme_that_is_all_ones_own_opens_and_reads() {
    let workspace = Workspace::new()
        .client("acme")
        .people("acme", &[("Tom", "client")])
        .file("vestibule.yml", "name: Linden Studio\ntheme: look\n")
        .file("look/css/gate.css", "h1 { color: green; }\n")
        .file("look/css/portal.css", "p { margin: 0; }\n")
        .file("look/locales/en.yml", "portal:\n  slogan: Boats, on time, for\n")
        .file("acme/people.yml", "- name: Mira Vos\n  side: us\n  primary: true\n- name: Tom\n  side: client\n")
        .file("acme/milestones.yml", "- title: Launch\n  due: 2026-12-01\n")
        .file("acme/tasks.yml", "- title: Send photos\n  owner: Tom\n")
        .file("acme/glossary.yml", "Wireframe: A drawing.\n")
        .file("acme/docs/start.md", "# Start\n\nA wireframe.\n")
        .file("acme/decisions/0001-host.md", "# The host\n\nStatus: accepted\n\nWe chose one.\n")
        .file("acme/updates/2026-11-20.md", "All is well.\n");
    let pages: BTreeMap<&str, &str> = PAGES.into_iter().collect();
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    let mut replaced = 0;
    for entry in fs::read_dir(templates).expect("the folder is there") {
        let name = entry.expect("the folder can be read").file_name().to_string_lossy().into_owned();
        // What only has components for the program's own pages is needed no more.
        let text = pages.get(name.as_str()).copied().unwrap_or("{# Nothing. #}");
        workspace.write(&format!("look/templates/{name}"), text);
        replaced += usize::from(pages.contains_key(name.as_str()));
    }
    assert_eq!(replaced, PAGES.len(), "each page of the program has one here");
    let errors: Vec<String> =
        crate::checks::found(&workspace).into_iter().filter(|line| line.starts_with("look/")).collect();
    assert_eq!(errors, [""; 0]);
    workspace.build();

    let portal = workspace.path("dist/acme");
    let gate = fs::read_to_string(portal.join("index.html")).expect("the gate is there");
    assert!(gate.contains("<h1>Linden Studio</h1>") && !gate.contains("Nobody in particular"), "{gate}");
    let opened = open(on_disk(&portal), "Tom").expect("the portal opens");
    let contents = contents(&opened).expect("everything can be read");
    let text = |path: &str| contents.pages[path].1.as_str();
    assert_eq!(text("/"), "<h1>Website</h1><p>Boats, on time, for Nobody in particular</p>");
    assert!(contents.frame.contains("<a href=\"#/documents\">Documents</a>"), "{}", contents.frame);
    assert!(text("/docs/start").starts_with("<h1 id=\"start\">Start</h1>"), "{}", text("/docs/start"));
    assert!(text("/decisions").contains(">The host</a>"), "{}", text("/decisions"));
    assert!(text("/updates/2026-11-20").ends_with("</h1><p>All is well.</p>\n"), "{}", text("/updates/2026-11-20"));
    assert!(text("/glossary").contains("Wireframe: "), "{}", text("/glossary"));
    assert!(text("/about").contains("Mira Vos"), "{}", text("/about"));
}
