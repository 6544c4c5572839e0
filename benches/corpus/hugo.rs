//! The same documents as a site for Hugo, with the plainest theme that has what a document needs: its title, its contents,
//! and a list of the documents beside it.

use std::io;
use std::path::Path;

use super::text::{Style, page};
use super::{SECTION, picture, place, save, section};

const BASE: &str = r#"<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="stylesheet" href="/style.css"></head>
<body>
<nav><ul>{{ with .CurrentSection }}{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ul></nav>
<main>{{ block "main" . }}{{ end }}</main>
</body>
</html>
"#;
const SINGLE: &str = r#"{{ define "main" }}<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}{{ end }}"#;
const LIST: &str = r#"{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}"#;

pub(crate) fn write(folder: &Path, count: usize, code: bool) -> io::Result<()> {
    let settings = format!(
        "baseURL = \"http://localhost/\"\ntitle = \"Bench\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\"]\n\
         [markup.highlight]\nnoClasses = false\ncodeFences = {code}\n"
    );
    save(folder, "hugo.toml", settings)?;
    save(folder, "layouts/_default/baseof.html", BASE)?;
    save(folder, "layouts/_default/single.html", SINGLE)?;
    save(folder, "layouts/_default/list.html", LIST)?;
    save(folder, "static/style.css", "body { font: 16px/1.5 sans-serif; max-width: 70rem; margin: auto }\n")?;
    save(folder, "static/img/diagram.png", picture::noise(256))?;
    save(folder, "content/_index.md", "---\ntitle: \"Home\"\n---\n")?;
    for number in 0..count.div_ceil(SECTION) {
        let name = section(number);
        save(folder, &format!("content/{name}/_index.md"), format!("---\ntitle: \"{name}\"\n---\n"))?;
    }
    let style = Style { code, link: |_, to| format!("/{}/", place(to)), picture: "/img/diagram.png" };
    for number in 0..count {
        let page = page(number, count, style);
        let text = format!("---\ntitle: \"{}\"\nweight: {}\n---\n\n{}", page.title, number + 1, page.body);
        save(folder, &format!("content/{}.md", place(number)), text)?;
    }
    Ok(())
}
