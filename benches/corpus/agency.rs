//! An agency with many clients who have 20 items each: 6 milestones, 3 tasks, 3 decisions, 2 updates and 6 documents.

use std::io;
use std::path::Path;

use super::save;
use super::text::{Style, page};

pub(crate) fn write(folder: &Path, clients: usize) -> io::Result<()> {
    save(folder, "vestibule.yml", "name: Bench Agency\n")?;
    (0..clients).try_for_each(|number| client(folder, number))
}

fn client(folder: &Path, number: usize) -> io::Result<()> {
    let name = format!("client-{number:04}");
    let write = |path: &str, text: &str| save(folder, &format!("{name}/{path}"), text);
    write("client.yml", &format!("name: Client {number}\nproject: Project {number}\n"))?;
    write(
        "people.yml",
        "- name: Ann Archer\n  side: us\n  role: Project manager\n  email: ann@bench.example\n  primary: true\n",
    )?;
    write(
        "roadmap.yml",
        "- title: Design\n  start: 2026-03-02\n  end: 2026-05-29\n- title: Build\n  start: 2026-06-01\n  end: 2026-10-30\n",
    )?;
    let milestones = (3..9).map(|month| {
        format!(
            "- title: Step {month}\n  phase: {}\n  due: 2026-{month:02}-20\n",
            if month < 6 { "Design" } else { "Build" }
        )
    });
    write("milestones.yml", &milestones.collect::<String>())?;
    let tasks = (1..4)
        .map(|task| format!("- title: Send us part {task}\n  owner: Ann Archer\n  due: 2026-09-{:02}\n", 10 + task));
    write("tasks.yml", &tasks.collect::<String>())?;
    // Texts differ from client to client, as they would.
    let text = |item: usize| page(20 * number + item, usize::MAX, SHORT);
    for item in 0..3 {
        let page = text(item);
        let path = format!("decisions/{:04}-choice.md", item + 1);
        write(
            &path,
            &format!(
                "---\nstatus: accepted\ndate: 2026-0{}-10\n---\n\n# {}\n\n## Why\n\n{}",
                item + 4,
                page.title,
                first(&page.body)
            ),
        )?;
    }
    for item in 3..5 {
        let page = text(item);
        write(&format!("updates/2026-0{}-14.md", item + 3), &format!("# {}\n\n{}", page.title, first(&page.body)))?;
    }
    for item in 5..11 {
        let page = text(item);
        write(&format!("docs/page-{item}.md"), &format!("# {}\n\n{}\n", page.title, beginning(&page.body)))?;
    }
    Ok(())
}

const SHORT: Style = Style { code: true, link: |_, _| String::new(), picture: "" };

/// The first paragraph.
fn first(body: &str) -> &str {
    body.split_inclusive("\n\n").next().unwrap_or_default()
}

/// What stands before the code, the links and the picture.
fn beginning(body: &str) -> &str {
    body.split("\n```").next().unwrap_or_default().trim_end()
}
