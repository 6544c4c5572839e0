//! Templates that are written wrong, or do not go together: all of it is said at once, whatever the first mistake is.

use super::{Broken, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Broken] = &[
    Broken {
        name: "a bracket too few",
        files: &[("templates/doc.html", "<h1>{{ title }</h1>\n")],
        found: &["templates/doc.html:1:14 error[template] here stands `}` where `}}` should be | put `}}` here"],
    },
    Broken {
        name: "an `if` that is never closed",
        files: &[("templates/doc.html", "{% if previous %}\n<p>{{ title }}</p>\n")],
        found: &["templates/doc.html:1:1 error[template] this `if` is never closed | close it with `{% endif %}`"],
    },
    Broken {
        name: "a `for` that is never closed",
        files: &[("templates/doc.html", "<ul>{% for one in headings %}<li>{{ one.title }}</li></ul>\n")],
        found: &["templates/doc.html:1:5 error[template] this `for` is never closed | close it with `{% endfor %}`"],
    },
    Broken {
        name: "a tag with its letters changed places",
        files: &[("templates/doc.html", "{% fi previous %}x{% endif %}\n")],
        found: &["templates/doc.html:1:4 error[template] there is no tag `fi` | did you mean `if`?"],
    },
    Broken {
        name: "an end without a beginning",
        files: &[("templates/doc.html", "<p>\n{% endif %}\n")],
        found: &[
            "templates/doc.html:2:4 error[template] `endif` belongs to nothing that is open here | open it before, or close first what was opened after it",
        ],
    },
    Broken {
        name: "a filter that is misspelt",
        files: &[("templates/doc.html", "{{ title | uper }}\n")],
        found: &["templates/doc.html:1:12 error[template] there is no filter `uper` | did you mean `upper`?"],
    },
    Broken {
        name: "every mistake of this kind at once",
        files: &[("templates/doc.html", "{{ title | uper }}\n{{ folder | shout }}\n")],
        found: &[
            "templates/doc.html:1:12 error[template] there is no filter `uper` | did you mean `upper`?",
            "templates/doc.html:2:13 error[template] there is no filter `shout` | there is: `abs`, `capitalize`, `default`, `escape`, `escape_html`, `escape_xml`, `first`, `float`, `get`, `group_by`, `indent`, `int`, `join`, `keys`, `last`, `length`, `lower`, `newlines_to_br`, `nth`, `pairs`, `pluralize`, `replace`, `reverse`, `round`, `safe`, `sort`, `split`, `str`, `title`, `trim` and more",
        ],
    },
    Broken {
        name: "a test that is misspelt",
        files: &[("templates/doc.html", "{% if title is definde %}x{% endif %}\n")],
        found: &["templates/doc.html:1:16 error[template] there is no test `definde` | did you mean `defined`?"],
    },
    Broken {
        name: "a function that is not there",
        files: &[("templates/doc.html", "{{ now() }}\n")],
        found: &[
            "templates/doc.html:1:4 error[template] there is no function `now` | there is: `range`, `super`, `throw`",
        ],
    },
    Broken {
        name: "a component that is misspelt",
        files: &[("templates/doc.html", "{{ <chipp state=\"done\" /> }}\n")],
        found: &["templates/doc.html:1:4 error[template] there is no component `chipp` | did you mean `chip`?"],
    },
    Broken {
        name: "a template that is misspelt",
        files: &[("templates/doc.html", "{% include \"part.html\" %}\n")],
        found: &[
            "templates/doc.html:1:12 error[template] there is no template `part.html` | did you mean `parts.html`?",
        ],
    },
    Broken {
        name: "a quote that is never closed",
        files: &[("templates/doc.html", "{{ title | replace(from=\"a) }}\n")],
        found: &["templates/doc.html:1:25 error[template] this text has no quote at its end | put a `\"` there"],
    },
    Broken {
        name: "an end with another name",
        files: &[("templates/doc.html", "{% component part(text: string) %}{{ text }}{% endcomponent prat %}\n")],
        found: &[
            "templates/doc.html:1:61 error[template] this closes `prat`, but what is open is `part` | write `part`, as in the opening tag",
        ],
    },
    Broken {
        name: "a component that another file has, too",
        files: &[("templates/mine.html", "{% component chip(state: string) %}{{ state }}{% endcomponent chip %}\n")],
        found: &[
            "templates/mine.html:1:4 error[template] the component `chip` is defined in `parts.html` as well | give it another name, or put it into a file of that name in your theme",
        ],
    },
    Broken {
        name: "a template that includes itself",
        files: &[("templates/doc.html", "{% include \"doc.html\" %}\n")],
        found: &[
            "templates/doc.html:1:12 error[template] this template includes itself, by way of `doc.html` | take this line out",
        ],
    },
    Broken {
        name: "templates that include each other",
        files: &[
            ("templates/doc.html", "{% include \"a.html\" %}\n"),
            ("templates/a.html", "<p>\n{% include \"doc.html\" %}\n"),
        ],
        found: &[
            "templates/a.html:2:12 error[template] this template includes itself, by way of `doc.html` | take this line out",
        ],
    },
    Broken {
        name: "a file without the components of the one it replaces",
        files: &[("templates/parts.html", "{% component icon(name: string) %}{{ name }}{% endcomponent icon %}\n")],
        found: &[
            "templates/parts.html:1:1 error[template] this file lacks components that other templates use: `approval`, `change_line`, `chip`, `contact_ways`, `day`, `due`, `file_section`, `mark`, `marks`, `named`, `needs`, `on_this_page`, `options`, `person`, `promised`, `text_part`, `turn` | keep the components of the file that yours takes the place of, and change what is in them",
        ],
    },
    Broken {
        name: "every broken file, and not what only follows from it",
        files: &[
            ("templates/doc.html", "{% include \"a.html\" %}\n{{ <b /> }}"),
            ("templates/a.html", "{% if %}\n"),
            ("templates/b.html", "{% component b() %}\n"),
        ],
        found: &[
            "templates/a.html:1:7 error[template] here stands `%}` where a value should be | put a value here",
            "templates/b.html:1:1 error[template] this `component` is never closed | close it with `{% endcomponent %}`",
        ],
    },
    Broken {
        name: "a template to extend that is not there",
        files: &[("templates/doc.html", "{% extends \"base.html\" %}\n")],
        found: &[
            "templates/doc.html:1:12 error[template] there is no template `base.html` | did you mean `gate.html`?",
        ],
    },
    Broken {
        name: "a space that only looks like one",
        files: &[("templates/doc.html", "{{\u{a0}title }}\n")],
        found: &[
            "templates/doc.html:1:3 error[template] this character has no meaning here | take it out; where nothing is to be seen, it may be a space that only looks like one",
        ],
    },
];
