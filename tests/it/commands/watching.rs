//! The preview hears of whatever is done to files, soon: long before it would look again by itself.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;

use super::live::Events;
use super::serve::{Server, opened};
use crate::workspace::{Workspace, program};

/// How to hear of changes: as the system tells, and where it does not.
const WAYS: [&[&str]; 2] = [&[], &["--poll"]];
/// What is done is shown within this time. Files are looked at again after ten seconds in any case.
const SOON: Duration = Duration::from_secs(4);

fn workspace() -> Workspace {
    Workspace::new()
        .file("harbour/client.yml", "name: Korenbloem\nproject: Shop\naddress: harbour-42\n")
        .file("harbour/docs/page.md", "# Page\n\nDough.\n")
        .people("harbour", &[("Tom", "client")])
}

/// Documents as they are shown, by the ends of their addresses.
fn documents(server: &Server) -> Vec<String> {
    let pages = opened(server, "client").into_iter();
    pages.filter_map(|path| Some(path.strip_prefix("/docs/")?.to_owned())).collect()
}

/// Waits until these documents are shown, in their order.
#[track_caller]
fn shows(server: &Server, expected: &[&str], what: &str) {
    let begun = Instant::now();
    while documents(server) != expected {
        assert!(begun.elapsed() < SOON, "{what}: {:?}", documents(server));
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn files_come_go_and_change_their_names() {
    for way in WAYS {
        let workspace = workspace();
        let server = Server::start(&workspace, way);
        let docs = workspace.path("harbour/docs");
        workspace.write("harbour/docs/new.md", "# New\n");
        shows(&server, &["new", "page"], "created");
        fs::rename(docs.join("new.md"), docs.join("newer.md")).expect("a file can be renamed");
        shows(&server, &["newer", "page"], "renamed");
        workspace.remove("harbour/docs/newer.md");
        shows(&server, &["page"], "deleted");
        // A folder with folders in it, dropped in as a whole.
        workspace.write("elsewhere/guides/one/first.md", "# First\n");
        workspace.write("elsewhere/guides/two/second.md", "# Second\n");
        fs::rename(workspace.path("elsewhere/guides"), docs.join("guides")).expect("a folder can be moved");
        shows(&server, &["guides/one/first", "guides/two/second", "page"], "a folder dropped in");
        // What is written into it later is heard, too.
        workspace.write("harbour/docs/guides/two/third.md", "# Third\n");
        shows(&server, &["guides/one/first", "guides/two/second", "guides/two/third", "page"], "written into it");
        fs::remove_dir_all(docs.join("guides")).expect("a folder can be removed");
        shows(&server, &["page"], "a folder removed");
    }
}

#[test]
fn editors_save_in_ways_of_their_own() {
    for way in WAYS {
        let workspace = workspace();
        let server = Server::start(&workspace, way);
        let docs = workspace.path("harbour/docs");
        let headed = |title: &str| format!("# {title}\n\n## {title}\n");
        let shown = |title: &str| {
            let begun = Instant::now();
            while !super::serve::page(&server, "/docs/page").contains(&format!(">{title}</h2>")) {
                assert!(begun.elapsed() < SOON, "{title}");
                std::thread::sleep(Duration::from_millis(20));
            }
        };
        // Written beside, and put in its place.
        workspace.write("harbour/docs/page.md.tmp", headed("Atomic"));
        fs::rename(docs.join("page.md.tmp"), docs.join("page.md")).expect("a file can be renamed");
        shown("Atomic");
        // The old one put aside, a new one written, and a file in which the editor keeps what is not saved yet.
        workspace.write("harbour/docs/.page.md.swp", [0, 159, 146, 150]);
        fs::rename(docs.join("page.md"), docs.join("page.md~")).expect("a file can be renamed");
        workspace.write("harbour/docs/page.md", headed("Put aside"));
        workspace.remove("harbour/docs/page.md~");
        shown("Put aside");
        workspace.remove("harbour/docs/.page.md.swp");
        // Emptied, and written again a moment later.
        workspace.write("harbour/docs/page.md", "");
        std::thread::sleep(Duration::from_millis(30));
        workspace.write("harbour/docs/page.md", headed("In two steps"));
        shown("In two steps");
    }
}

#[test]
fn thousands_of_files_may_change_at_once() {
    const MANY: usize = 2_000;
    for way in WAYS {
        let workspace = workspace();
        for number in 0..MANY {
            workspace.write(&format!("harbour/docs/{number:04}.md"), format!("# Page {number}\n"));
        }
        let server = Server::start(&workspace, way);
        assert_eq!(documents(&server).len(), MANY + 1);
        // As a change of branches does: some go, some come, and some are others.
        for number in 0..MANY {
            match number % 4 {
                0 => workspace.remove(&format!("harbour/docs/{number:04}.md")),
                1 => workspace.write(&format!("harbour/docs/new-{number:04}.md"), "# New\n"),
                _ => workspace.write(&format!("harbour/docs/{number:04}.md"), format!("# Page {number}, anew\n")),
            }
        }
        let begun = Instant::now();
        while documents(&server).len() != MANY + 1 || !documents(&server).contains(&"new-1997".to_owned()) {
            assert!(begun.elapsed() < SOON * 2, "{}", documents(&server).len());
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

#[test]
fn what_follows_from_a_text_comes_after_it() {
    for way in WAYS {
        let workspace = workspace().file("harbour/glossary.yml", "Basket: What a visitor means to buy.\n");
        let server = Server::start(&workspace, way);
        let mut events = Events::of(&server, "harbour-42");
        events.next();
        let begun = Instant::now();
        workspace.write("harbour/docs/page.md", "# Page\n\nAsk the HQX about it.\n");
        while !server.get("/_preview/page/harbour-42/docs/page").text().contains("`HQX` is explained nowhere") {
            events.next();
        }
        assert!(begun.elapsed() < SOON, "{way:?}: {:?}", begun.elapsed());
    }
}

#[test]
fn settings_that_are_no_file_are_said_and_mended() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut events = Events::of(&server, "harbour-42");
    events.next();
    let settings = workspace.read("vestibule.yml");
    workspace.remove("vestibule.yml");
    // Whoever opens a pipe waits for somebody at its other end.
    let made = Command::new("mkfifo").arg(workspace.path("vestibule.yml")).status();
    assert!(made.expect("there is a mkfifo").success());
    let message = format!(
        "cannot read `{}`: this is not an ordinary file, and links are not followed",
        workspace.path("vestibule.yml").display()
    );
    events.until(|state| state["problems"][0]["message"] == message.as_str());
    workspace.run(["check"]).ended_with(2).saying(&message);
    workspace.remove("vestibule.yml");
    workspace.write("vestibule.yml", settings);
    events.until(|state| state["problems"] == json!([]));
}

#[test]
fn another_folder_takes_the_place_of_the_workspace() {
    for way in WAYS {
        let around = Workspace::empty();
        let write = |title: &str| {
            around.write("agency/vestibule.yml", "name: Linden Studio\n");
            around.write("agency/harbour/client.yml", format!("name: {title}\nproject: Shop\naddress: harbour-42\n"));
        };
        write("Korenbloem");
        let serve = [&["serve", "--port", "0"], way].concat();
        // Where the program was started is a folder that is about to be another.
        let server = Server::of(program().current_dir(around.path("agency")).args(serve));
        let shows = |title: &str| {
            let begun = Instant::now();
            while !server.get("/").text().contains(&format!(">{title} · Shop</a>")) {
                assert!(begun.elapsed() < SOON, "{way:?}: {title}: {}", server.get("/").text());
                std::thread::sleep(Duration::from_millis(20));
            }
        };
        shows("Korenbloem");
        fs::rename(around.path("agency"), around.path("before")).expect("a folder can be renamed");
        write("Linde");
        shows("Linde");
        write("Esdoorn");
        shows("Esdoorn");
    }
}
