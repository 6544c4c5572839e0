//! Whom a shared person, word or file reaches: nobody more than what is published itself says.

use crate::reader::{Contents, on_disk, read_all};
use crate::workspace::Workspace;

const CLIENT: (&str, &str) =
    ("acme/client.yml", "name: Nobody in particular\nproject: Website\naudiences: [client, board]\n");

/// What somebody of all, and somebody of the few, has of the portal.
fn read(files: &[(&str, &str)]) -> [Contents; 2] {
    let workspace = Workspace::new().people("acme", &[("tom", "client"), ("zoe", "board")]);
    for (path, text) in [CLIENT].iter().chain(files) {
        workspace.write(path, text);
    }
    workspace.build();
    ["tom", "zoe"].map(|person| read_all(on_disk(&workspace.path("dist/acme")), person).expect("the portal opens"))
}

fn files(contents: &Contents) -> Vec<&str> {
    contents.assets.keys().map(String::as_str).collect()
}

fn pages(contents: &Contents) -> Vec<&str> {
    contents.pages.keys().map(String::as_str).collect()
}

fn says(contents: &Contents, text: &str) -> bool {
    contents.pages.values().any(|(title, body)| title.contains(text) || body.contains(text))
}

#[test]
fn an_open_draft_does_not_open_a_file_for_few() {
    let [all, few] = read(&[
        ("acme/files/offer.csv", "1,2\n"),
        ("acme/files/plan.csv", "3,4\n"),
        ("acme/docs/money.md", "---\naudience: [board]\n---\n[Offer](../files/offer.csv)\n"),
        ("acme/docs/later.md", "---\ndraft: true\n---\n[Offer](../files/offer.csv)\n"),
        ("acme/docs/secret.md", "---\ndraft: true\naudience: [board]\n---\n[Plan](../files/plan.csv)\n"),
    ]);
    assert_eq!(files(&all), [""; 0]);
    assert_eq!(files(&few), ["files/offer.csv", "files/plan.csv"]);
}

#[test]
fn what_is_said_of_somebody_secret_publishes_nothing() {
    let [all, few] = read(&[
        (
            "acme/people.yml",
            "- { name: Jan Smit, side: us, public: false, bio: '![Face](photos/jan.png) [Sheet](docs/sheet.csv) [Us](../shared/docs/us.md)' }\n",
        ),
        ("acme/photos/jan.png", "a face"),
        ("acme/docs/sheet.csv", "1,2\n"),
        ("acme/docs/start.md", "# Start\n"),
        ("shared/docs/us.md", "# About us\n"),
    ]);
    for contents in [&all, &few] {
        assert_eq!(files(contents), [""; 0]);
        assert!(!pages(contents).contains(&"/docs/us"), "{:?}", pages(contents));
    }
}

#[test]
fn somebody_shared_who_is_for_few_or_a_draft_stays_so_where_a_client_names_them() {
    let [all, few] = read(&[
        (
            "shared/people.yml",
            "\
- { name: Ada Bos, side: us, role: Broker, audience: [board] }
- { name: Jan Smit, side: us, role: Baker, draft: true }
- { name: Kim Post, side: us, role: Carrier, dropped: { on: 2026-11-01, why: She moved. } }
",
        ),
        ("acme/people.yml", "- name: Ada Bos\n- name: Jan Smit\n- name: Kim Post\n"),
    ]);
    assert_eq!(["Ada Bos", "Broker"].map(|text| says(&all, text)), [false, false]);
    assert_eq!(["Ada Bos", "Broker"].map(|text| says(&few, text)), [true, true]);
    for contents in [&all, &few] {
        assert_eq!(["Jan Smit", "Baker"].map(|text| says(contents, text)), [false, false]);
        assert_eq!(["<del>Kim Post", "She moved."].map(|text| says(contents, text)), [true, true]);
    }
}

#[test]
fn what_only_unused_shared_things_use_is_not_there() {
    let shared: &[(&str, &str)] = &[
        (
            "shared/people.yml",
            "\
- { name: Ada Bos, side: us, bio: 'Knows the hearth. [House](docs/house.md)' }
- { name: Jan Smit, side: us, bio: 'Knows the cellar. [Cellar](docs/cellar.md)' }
- { name: Kim Post, side: us, bio: 'Knows the roof.' }
",
        ),
        (
            "shared/glossary.yml",
            "Hearth: Beside the flue.\nFlue: For the smoke.\nCellar: '[Stairs](docs/stairs.md)'\nRoof: Above.\n",
        ),
        ("shared/docs/house.md", "---\napproval: { by: Kim Post, on: 2026-11-02 }\n---\n# House\n"),
        ("shared/docs/cellar.md", "---\napproval: { by: Nobody at all }\n---\n# Cellar\n"),
        ("shared/docs/stairs.md", "# Stairs\n"),
    ];
    let task: &[(&str, &str)] = &[("acme/tasks.yml", "- { title: Light it, owner: Ada Bos }\n")];
    let [all, few] = read(&[shared, task].concat());
    assert_eq!(all.pages, few.pages);
    let names = ["Ada Bos", "Jan Smit", "Kim Post", "Beside the flue", "For the smoke", "Above.", "Stairs"];
    assert_eq!(names.map(|text| says(&all, text)), [true, false, true, true, true, true, false]);
    assert_eq!(pages(&all), ["/", "/about", "/docs/house", "/documents", "/glossary", "/todos"]);
    // The same for few only: then all others have none of it.
    let task: &[(&str, &str)] = &[("acme/tasks.yml", "- { title: Light it, owner: Ada Bos, audience: [board] }\n")];
    let [all, few] = read(&[shared, task].concat());
    assert_eq!(pages(&all), ["/"]);
    assert_eq!(pages(&few), ["/", "/about", "/docs/house", "/documents", "/glossary", "/todos"]);
}

#[test]
fn a_link_to_a_shared_word_brings_the_word() {
    let [all, _] = read(&[
        ("shared/glossary.yml", "Hearth: Beside the flue.\nRoof: Above.\n"),
        ("acme/docs/start.md", "# Start\n\n[There](/glossary#hearth)\n"),
    ]);
    assert_eq!(["Beside the flue", "Above."].map(|text| says(&all, text)), [true, false]);
}

/// A file of the client's under `files/` that a shared document, somebody shared and a shared word name; and what brings
/// each of the three into the portal.
const RATES: [(&[(&str, &str)], &str); 3] = [
    (
        &[("shared/docs/onboarding.md", "# Onboarding\n\n[Rates](../files/rates.pdf)\n")],
        "[Onboarding](../../shared/docs/onboarding.md)",
    ),
    (
        &[
            (
                "shared/people.yml",
                "- { name: Ada Bos, side: us, photo: photos/ada.png, bio: '[Rates](files/rates.pdf)' }\n",
            ),
            ("shared/photos/ada.png", "a face"),
            ("shared/docs/ada.md", "---\napproval: { by: Ada Bos, on: 2026-11-02 }\n---\n# Ada\n"),
        ],
        "[Ada](../../shared/docs/ada.md)",
    ),
    (&[("shared/glossary.yml", "Hearth: 'Beside the flue. [Rates](files/rates.pdf)'\n")], "The hearth."),
];

#[test]
fn what_shared_things_name_is_for_those_who_get_to_them() {
    for (shared, text) in RATES {
        let start = format!("# Start\n\n{text}\n");
        let [few, later, later_few] = ["audience: [board]", "draft: true", "draft: true\naudience: [board]"]
            .map(|fields| format!("---\n{fields}\n---\n{start}"));
        let rates = ("acme/files/rates.pdf", "what it costs");
        let have = |docs: &[(&str, &str)]| {
            let [all, few] = read(&[shared, &[rates], docs].concat());
            let has = |contents: &Contents| {
                let home = &contents.pages["/"].1;
                let documents = contents.pages.get("/documents").is_some_and(|(_, body)| body.contains("rates.pdf"));
                let there = files(contents).contains(&"files/rates.pdf");
                assert_eq!([home.contains("rates.pdf") || documents, documents], [there, there], "{text}: {home}");
                there
            };
            [has(&all), has(&few)]
        };
        // Where nobody gets to it, it is a file that nothing refers to.
        assert_eq!(have(&[]), [true, true], "{text}");
        assert_eq!(have(&[("acme/docs/money.md", &few)]), [false, true], "{text}");
        assert_eq!(have(&[("acme/docs/money.md", &start)]), [true, true], "{text}");
        // A draft says whom it is for where nothing else does, and opens it no further.
        assert_eq!(have(&[("acme/docs/later.md", &later)]), [true, true], "{text}");
        assert_eq!(have(&[("acme/docs/later.md", &later_few)]), [false, true], "{text}");
        assert_eq!(have(&[("acme/docs/money.md", &few), ("acme/docs/later.md", &later)]), [false, true], "{text}");
    }
}

#[test]
fn what_is_for_every_audience_is_for_everybody() {
    let [all, few] = read(&[
        ("acme/docs/start.md", "# Start\n\n[Money](money.md) [Rules](../../shared/docs/rules.md)\n"),
        ("acme/docs/money.md", "---\naudience: [board, client]\n---\n# Money\n"),
        ("shared/docs/rules.md", "---\naudience: [client, board]\n---\n# Rules\n"),
    ]);
    for contents in [&all, &few] {
        assert_eq!(pages(contents), ["/", "/docs/money", "/docs/rules", "/docs/start", "/documents"]);
    }
}

#[test]
fn two_groups_who_have_something_in_a_place_together_are_everybody() {
    let [all, few] = read(&[
        ("acme/docs/start.md", "# Start\n\n[To do](/todos) [Plan](../files/plan.csv)\n"),
        ("acme/tasks.yml", "- { title: Light it, audience: [client] }\n- { title: Pay it, audience: [board] }\n"),
        ("acme/files/plan.csv", "1,2\n"),
    ]);
    for contents in [&all, &few] {
        assert_eq!(pages(contents), ["/", "/docs/start", "/documents", "/todos"]);
    }
}

#[test]
fn nobody_can_look_for_a_shared_word_that_is_not_used() {
    let [all, few] = read(&[
        ("shared/glossary.yml", "Zephyr: A mild wind.\nQuagmire: Wet ground.\nVellum: Fine paper.\n"),
        ("acme/docs/start.md", "# Start\n\nA zephyr.\n"),
        ("acme/docs/money.md", "---\naudience: [board]\n---\nOn vellum.\n"),
    ]);
    let known = |contents: &Contents| {
        let words = super::index::words(&contents.search);
        ["zephyr", "quagmire", "vellum", "wet", "fine"].map(|word| words.iter().any(|known| known == word))
    };
    assert_eq!(known(&all), [true, false, false, false, false]);
    assert_eq!(known(&few), [true, false, true, false, true]);
}

#[test]
fn nobody_can_look_for_a_draft() {
    let [all, few] = read(&[
        ("acme/docs/start.md", "# Start\n"),
        ("acme/docs/later.md", "---\ndraft: true\n---\n# Larkspur\n\nGentian.\n"),
        ("acme/tasks.yml", "- title: Foxglove\n  draft: true\n"),
    ]);
    for contents in [&all, &few] {
        let words = super::index::words(&contents.search);
        assert!(words.contains(&"start".to_owned()), "{words:?}");
        for word in ["larkspur", "gentian", "foxglove", "later"] {
            assert!(!words.contains(&word.to_owned()), "{word}");
        }
    }
}
