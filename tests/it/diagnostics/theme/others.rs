//! Style sheets, scripts and words.

use super::{Broken, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Broken] = &[
    Broken {
        name: "style sheets",
        files: &[
            (
                "css/gate.css",
                "@import \"./tokens.css\";\n@import \"./token.css\";\n@import url(\"./base.css\");\n/*\n@import \"./no.css\";\n*/\n@import \"./mine.css\";\n",
            ),
            ("css/mine.css", "a {\n  color: red;\n"),
            ("css/portal.css", "a { content: \"}\"; } }\n"),
        ],
        found: &[
            "css/gate.css:2:1 error[template] there is no style sheet `token.css` | did you mean `tokens.css`?",
            "css/gate.css:3:1 error[template] an import of this form leads nowhere | import a file of the theme's `css` folder, on a line of its own: `@import \"./name.css\";`",
            "css/mine.css:1:3 error[template] this `{` is never closed | end the rule with `}`",
            "css/portal.css:1:21 error[template] here something is closed that is not open | take this `}` out, or put its `{` in",
        ],
    },
    Broken {
        name: "a style sheet that imports itself",
        files: &[("css/gate.css", "@import \"./gate.css\";\n")],
        found: &[
            "css/gate.css:1:1 error[template] the style sheet `gate.css` imports itself, by way of others or at once | take one of these lines out",
        ],
    },
    Broken {
        name: "scripts",
        files: &[(
            "js/main.js",
            "import { a } from './phrase.js';\nimport { b } from \"./phrases.js\";\nimport x from 'lodash';\nconst y = () => import('./gone.js');\n",
        )],
        found: &[
            "js/main.js:1:19 error[template] there is no script `phrase.js` | did you mean `phrases.js`?",
            "js/main.js:2:19 error[template] an import in such quotes leads nowhere | write `'./phrases.js'`",
            "js/main.js:3:15 error[template] an import from `lodash` leads nowhere | import a file of the theme's `js` folder, in single quotes: `from './name.js'`",
            "js/main.js:4:24 error[template] there is no script `gone.js` | did you mean `gate.js`?",
        ],
    },
    Broken {
        name: "words",
        files: &[
            (
                "locales/en.yml",
                "portal:\n  places:\n    hom: Start\n  draft:\n    word: Draft\n  about: About\n  later: { one: \"{cuont} day\", other: x }\n  costs: [a]\n",
            ),
            ("locales/pl.yml", "portal:\n  later: { one: a, other: b }\n"),
        ],
        found: &[
            "locales/en.yml:3:5 warning[unknown-word] no page has a word called `hom` here | did you mean `home`?",
            "locales/en.yml:5:5 error[wrong-shape] here should be a word, but this is a group of words | write the words behind the colon",
            "locales/en.yml:6:10 error[wrong-shape] here should be a group of words, but this is a text | write the words of the group below it, each with its name: `title: …`",
            "locales/en.yml:7:17 warning[unknown-word] nothing is put in the place of `{cuont}` here | did you mean `{count}`?",
            "locales/en.yml:8:10 error[wrong-shape] here should be a word or a group of words, but this is a list | write `name: words`",
            "locales/pl.yml:2:10 warning[missing-plural] this language has other words for some numbers: `few`, `many` are missing | write one for each: `one`, `few`, `many`, `other`",
        ],
    },
];
