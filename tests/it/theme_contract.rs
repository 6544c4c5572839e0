//! `docs/theme-contract.md`, made from the program: what templates get, and what the default theme has.
//! `VESTIBULE_WRITE_DOCS=1 cargo test --test it theme_contract` writes it anew.

mod parts;
mod views;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use parts::{classes, components, properties};
use views::{View, plain, views};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const PAGE: &str = "docs/theme-contract.md";

const HEAD: &str = "\
# What a theme can rely on

What each template gets, and what the default theme has that your own files may use. How a theme is made is said in
[Themes](themes.md). This page is made from the program by its tests, so it is what the program does.

- **Text** is escaped where it is put in. *Safe HTML* comes ready, and is put in with `| safe`.
- **Or nothing** means that it may be missing: ask first, `{% if role %}{{ role }}{% endif %}`. Lists may be empty.
- **Yes or no** is for `{% if … %}`. A **list** is for `{% for one in … %}`.
- An `href` is the whole address of a page, for the attribute of that name. An `id` is an anchor that is free on its page.
- What changes with a number or a country (dates, money, \"5 days later\") comes ready, in the portal's language.
- `words`, which every template gets, is every word of the portal's language (for the gate, of the agency's), in groups:
  `{{ words.portal.places.home }}`. What a language lacks is English.
- Nothing depends on the day on which the portal is built. What depends on the day of reading is marked for
  [scripts](themes.md#what-scripts-look-for).
";

#[test]
fn the_page_is_made_from_the_program() {
    let made = page();
    let path = Path::new(ROOT).join(PAGE);
    if std::env::var_os("VESTIBULE_WRITE_DOCS").is_some_and(|value| value == "1") {
        fs::write(&path, &made).expect("the page can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == made, "{PAGE} is out of date: run this test with VESTIBULE_WRITE_DOCS=1");
}

#[test]
fn everything_that_a_template_gets_is_explained() {
    let mut unsaid = Vec::new();
    for view in views(&folder("src/render/view")).into_values().flatten() {
        let mut say = |name: &str, about: &str| {
            // A comment on a field says something besides its name, in a sentence.
            if about.is_empty() || !about.ends_with('.') {
                unsaid.push(format!("{name}: {about}"));
            }
        };
        say(&view.name, &view.about);
        view.fields.iter().for_each(|field| say(&format!("{}.{}", view.name, field.name), &field.about));
    }
    assert_eq!(unsaid, [""; 0]);
}

#[test]
fn every_page_has_its_template_and_every_template_its_page() {
    let pages: BTreeSet<String> = views(&folder("src/render/view"))
        .into_values()
        .flatten()
        .filter_map(|view| Some(view.template()?.to_owned()))
        .collect();
    let templates = files("templates");
    let defined = |text: &str| text.contains("{% component ");
    // A file that only defines components is filled by no page.
    let others: Vec<&String> =
        templates.iter().filter(|(name, _)| !pages.contains(*name)).map(|(name, _)| name).collect();
    assert!(others.iter().all(|name| defined(&templates[*name])), "{others:?}");
    let missing: Vec<&String> = pages.iter().filter(|name| !templates.contains_key(*name)).collect();
    assert_eq!(missing, [""; 0]);
    assert!(pages.len() > 10, "{pages:?}");
}

fn folder(path: &str) -> std::path::PathBuf {
    Path::new(ROOT).join(path)
}

/// The files of a folder of the default theme, by name.
fn files(name: &str) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder("themes/default").join(name)).expect("the folder is there");
    let read = entries.map(|entry| {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("the file can be read"))
    });
    read.collect()
}

fn page() -> String {
    let views = views(&folder("src/render/view"));
    let all: Vec<&View> = views.values().flatten().collect();
    let titles: BTreeMap<&str, String> = all.iter().map(|view| (view.name.as_str(), heading(view))).collect();
    assert_eq!(titles.values().collect::<BTreeSet<_>>().len(), all.len(), "two types have one name: {titles:?}");
    let link = |name: &str| {
        let title = titles.get(name).unwrap_or_else(|| panic!("no type `{name}` is part of the contract"));
        format!("[{title}](#{})", anchor(title))
    };
    let mut page = HEAD.to_owned();
    page.push_str("\n## Templates\n");
    let mut templates: Vec<&&View> = all.iter().filter(|view| view.template().is_some()).collect();
    // The gate and the frame first: every portal has these two.
    templates.sort_by_key(|view| (!["gate.html", "frame.html"].contains(&heading(view).as_str()), heading(view)));
    templates.iter().for_each(|view| section(&mut page, view, &link));
    page.push_str("\n## What is in them\n");
    let mut others: Vec<&&View> = all.iter().filter(|view| view.template().is_none()).collect();
    others.sort_by_key(|view| heading(view));
    others.iter().for_each(|view| section(&mut page, view, &link));
    of_the_theme(&mut page, &templates.iter().map(|view| heading(view)).collect());
    page
}

fn heading(view: &View) -> String {
    view.template().map_or_else(|| view.title(), str::to_owned)
}

/// The name that a heading has where such pages are shown.
fn anchor(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
        .collect::<String>()
        .replace(' ', "-")
}

fn section(page: &mut String, view: &View, link: &dyn Fn(&str) -> String) {
    let about = match view.template() {
        Some(name) => capital(view.about[name.len() + 2..].trim_start_matches([':', '.', ' '])),
        None => view.about.clone(),
    };
    write(page, format_args!("\n### {}\n\n", heading(view)));
    if !about.is_empty() {
        write(page, format_args!("{about}\n\n"));
    }
    page.push_str("| field | is | what |\n|---|---|---|\n");
    for field in &view.fields {
        let kind = plain(&field.kind, &field.about, link);
        write(page, format_args!("| `{}` | {kind} | {} |\n", field.name, cell(&field.about)));
    }
}

/// What the default theme has besides.
fn of_the_theme(page: &mut String, pages: &BTreeSet<String>) {
    page.push_str(
        "\n## Components\n\nWhat several templates share. They are used as `{{ <day date={due} /> }}`, take the page's \
         `words` by themselves,\nand are there in every template. Whoever replaces a file with components keeps those that \
         other templates use.\n",
    );
    for (name, text) in files("templates").iter().filter(|(name, _)| !pages.contains(*name)) {
        write(page, format_args!("\n### {name}\n\n| component | takes | makes |\n|---|---|---|\n"));
        for component in components(text) {
            let takes = if component.takes.is_empty() { "—".to_owned() } else { component.takes.join(", ") };
            write(page, format_args!("| `{}` | {takes} | {} |\n", component.name, cell(&component.about)));
        }
    }
    page.push_str(
        "\n## Custom properties\n\nColours, sizes and fonts, in `css/tokens.css`. A copy of that file is often the whole theme.\n\n\
         | properties | for |\n|---|---|\n",
    );
    for (about, names) in properties(&files("css")["tokens.css"]) {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        write(page, format_args!("| {} | {} |\n", names.join(", "), cell(&about)));
    }
    page.push_str("\n## Classes\n\nWhich style sheet has rules for which classes.\n\n| file | classes |\n|---|---|\n");
    let css = files("css");
    for (file, names) in classes(css.iter().map(|(name, text)| (name.as_str(), text.clone()))) {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        write(page, format_args!("| `{file}` | {} |\n", names.join(", ")));
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn write(page: &mut String, text: std::fmt::Arguments<'_>) {
    page.write_fmt(text).expect("a text can be added to");
}
