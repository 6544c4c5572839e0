//! A workspace with one client who has many documents and a glossary.

use std::io;
use std::path::Path;

use super::text::{Style, page, terms};
use super::{SECTION, picture, place, save, section};

pub(crate) fn write(folder: &Path, count: usize, code: bool) -> io::Result<()> {
    save(folder, "vestibule.yml", "name: Bench Agency\n")?;
    save(folder, "acme/client.yml", "name: Acme Bakeries\nproject: New web shop\n")?;
    let explained = |term| format!("{term}: What the word {term} means in this project, in one plain sentence.\n");
    save(folder, "acme/glossary.yml", terms().map(explained).collect::<String>())?;
    save(folder, "acme/docs/img/diagram.png", picture::noise(256))?;
    let style = Style { code, link, picture: "../img/diagram.png" };
    for number in 0..count {
        let page = page(number, count, style);
        let text = format!("---\ntitle: \"{}\"\norder: {}\n---\n\n{}", page.title, number + 1, page.body);
        save(folder, &format!("acme/docs/{}.md", place(number)), text)?;
    }
    Ok(())
}

fn link(from: usize, to: usize) -> String {
    let file = format!("page-{to:05}.md");
    if from / SECTION == to / SECTION { file } else { format!("../{}/{file}", section(to / SECTION)) }
}
