//! Templates that ask for what there is not, or do with it what it is not for.

use super::{Broken, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Broken] = &[
    Broken {
        name: "a name with its letters changed places",
        files: &[("templates/doc.html", "<h1>{{ titel }}</h1>\n")],
        found: &["templates/doc.html:1:8 error[template] there is nothing called `titel` here | did you mean `title`?"],
    },
    Broken {
        name: "a name that is only asked for on other days",
        files: &[("templates/doc.html", "{% if previous %}{{ slogan }}{% endif %}\n")],
        found: &[
            "templates/doc.html:1:21 error[template] there is nothing called `slogan` here | there is: `anchor`, `approval`, `body`, `folder`, `headings`, `kind`, `marks`, `minutes`, `next`, `previous`, `replies`, `title`, `waiting`, `words`",
        ],
    },
    Broken {
        name: "a condition that is never true, because nothing has this name",
        files: &[("templates/doc.html", "{% if folders %}{{ title }}{% endif %}\n")],
        found: &[
            "templates/doc.html:1:7 error[template] there is nothing called `folders` here | did you mean `folder`?",
        ],
    },
    Broken {
        name: "fields that are not there",
        files: &[(
            "templates/doc.html",
            "{% for one in headings %}{{ one.titel }}{% endfor %}{% if previous and next %}{{ previous.path }}{% endif %}\n",
        )],
        found: &["templates/doc.html:1:91 error[template] there is no `path` in this | there is: `href`, `title`"],
    },
    Broken {
        name: "a word that is not there",
        files: &[("templates/doc.html", "{{ words.portal.places.hoome }}\n")],
        found: &["templates/doc.html:1:24 error[template] there is no `hoome` in this | did you mean `home`?"],
    },
    Broken {
        name: "a field of a text",
        files: &[("templates/doc.html", "{{ title.name }}\n")],
        found: &[
            "templates/doc.html:1:10 error[template] there is no `name` in this | ask first whether it is there: `{% if … %}`; a single value has no fields",
        ],
    },
    Broken {
        name: "a field of nothing",
        files: &[("templates/doc.html", "{{ approval.on }}\n")],
        found: &[
            "templates/doc.html:1:13 error[template] there is no `on` in this | ask first whether it is there: `{% if … %}`; a single value has no fields",
        ],
    },
    Broken {
        name: "something that a component does not take",
        files: &[("templates/doc.html", "{{ <chip stat=\"done\" /> }}\n")],
        found: &["templates/doc.html:1:4 error[template] this component takes no `stat` | did you mean `state`?"],
    },
    Broken {
        name: "something that a component needs",
        files: &[("templates/doc.html", "{{ <chip /> }}\n")],
        found: &["templates/doc.html:1:4 error[template] this component needs `state` | hand it over: `state={…}`"],
    },
    Broken {
        name: "a list for a text",
        files: &[("templates/doc.html", "{{ <chip state={headings} /> }}\n")],
        found: &[
            "templates/doc.html:1:4 error[template] `state` must be a text, and this is a list | hand over a text",
        ],
    },
    Broken {
        name: "a text for a date",
        files: &[("templates/doc.html", "<p>{{ <day date={title} /> }}</p>\n")],
        found: &[
            "templates/doc.html:1:7 error[template] `date` must be a group of fields, and this is a text | hand over a group of fields",
        ],
    },
    Broken {
        name: "something else for a date",
        files: &[("templates/doc.html", "<p>{{ <day date={words} /> }}</p>\n")],
        found: &[
            "templates/doc.html:1:7 error[template] `day`, used here, cannot be filled in: there is no `iso` in this | there is: `browser`, `gate`, `new`, `portal`, `review`",
        ],
    },
    Broken {
        name: "going through what is no list",
        files: &[("templates/doc.html", "{% for one in title %}{% endfor %}{% for one in waiting %}{% endfor %}\n")],
        found: &[
            "templates/doc.html:1:49 error[template] this is yes or no, and not a list to go through | `{% for %}` takes a list",
        ],
    },
    Broken {
        name: "a filter on what it is not for",
        files: &[("templates/doc.html", "{{ headings | upper }}\n")],
        found: &[
            "templates/doc.html:1:4 error[template] the filter takes a text, and this is a list | use it on a text",
        ],
    },
    Broken {
        name: "a filter that lacks something",
        files: &[("templates/doc.html", "{{ title | replace(from=\"a\") }}\n")],
        found: &["templates/doc.html:1:12 error[template] `to` is missing | write it in brackets: `(to=…)`"],
    },
    Broken {
        name: "a mistake inside a component of one's own",
        files: &[(
            "templates/doc.html",
            "{{ <part text={title} /> }}\n{% component part(text: string) %}{{ txet }}{% endcomponent part %}\n",
        )],
        found: &["templates/doc.html:2:38 error[template] there is nothing called `txet` here | did you mean `text`?"],
    },
    Broken {
        name: "a mistake in an included file",
        files: &[("templates/doc.html", "{% include \"a.html\" %}\n"), ("templates/a.html", "<p>\n{{ slogan }}\n")],
        found: &[
            "templates/a.html:2:4 error[template] there is nothing called `slogan` here | there is: `anchor`, `approval`, `body`, `folder`, `headings`, `kind`, `marks`, `minutes`, `next`, `previous`, `replies`, `title`, `waiting`, `words`",
        ],
    },
    Broken {
        name: "a text that is compared with a number",
        files: &[("templates/doc.html", "{% if title > 3 %}x{% endif %}\n")],
        found: &[
            "templates/doc.html:1:7 error[template] a text cannot be compared with a number | compare texts with texts and numbers with numbers",
        ],
    },
];
