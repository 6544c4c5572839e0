//! What the preview tells whoever writes: which file a page is made from, what is said about it, as whom it is read, and how
//! all portals stand.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::live::Events;
use super::serve::{Server, opened};
use crate::workspace::Workspace;

fn workspace() -> Workspace {
    Workspace::new()
        .file("harbour/client.yml", "name: Korenbloem\nproject: Shop\naddress: harbour-42\naudiences: [sponsor]\n")
        .file("harbour/milestones.yml", "- { id: open, title: Doors open, due: 2027-02-01 }\n")
        .file("harbour/glossary.yml", "Basket: What a visitor means to buy.\n")
        .file("harbour/docs/page.md", "# Page\n\nAsk the HQX about <b>it</b>.\n")
        .file("harbour/docs/costs.md", "---\naudience: sponsor\n---\n# Costs\n")
        .file(
            "harbour/updates/2026-11-06.md",
            "---\nhealth: at risk\nbecause: Rain.\n---\n## Done\n\nThe basket.\n\n## Next\n\nA roof.\n",
        )
        .people("harbour", &[("Tom", "client"), ("Els", "sponsor")])
}

/// What the preview says of the page at a path.
fn page(server: &Server, path: &str) -> Value {
    let answer = server.get(&format!("/_preview/page/harbour-42{path}"));
    assert_eq!(answer.status, 200, "{path}");
    serde_json::from_str(&answer.text()).expect("it is JSON")
}

fn files(server: &Server, path: &str) -> Vec<String> {
    let sources = page(server, path)["sources"].clone();
    sources.as_array().expect("a list").iter().map(|one| one["file"].as_str().expect("a text").to_owned()).collect()
}

#[test]
fn a_page_is_told_the_files_it_is_made_from() {
    let workspace = workspace().file("harbour/docs/été à table.md", "# Summer\n");
    let server = Server::start(&workspace, &[]);
    for (path, made_from) in [
        ("/", &["harbour/client.yml", "harbour/updates/2026-11-06.md"][..]),
        ("/roadmap", &["harbour/milestones.yml"]),
        ("/updates", &["harbour/updates/2026-11-06.md"]),
        ("/updates/2026-11-06", &["harbour/updates/2026-11-06.md"]),
        ("/docs/page", &["harbour/docs/page.md"]),
        ("/docs/costs", &["harbour/docs/costs.md"]),
        ("/todos", &["harbour/client.yml"]),
    ] {
        assert_eq!(files(&server, path), made_from, "{path}");
    }
    let path = workspace.path("harbour/docs/page.md").canonicalize().expect("it is there");
    let path = path.to_str().expect("text");
    let source = json!({ "file": "harbour/docs/page.md", "path": path, "open": format!("vscode://file{path}") });
    assert_eq!(page(&server, "/docs/page")["sources"], json!([source]));
    for path in ["/docs/gone", "/../harbour-42/docs/page", "/%2e%2e/vestibule.yml"] {
        assert_eq!(page(&server, path)["sources"], json!([]), "{path}");
    }
    for missing in ["harbour-42", "quay-7/", "../harbour-42/"] {
        assert_eq!(server.get(&format!("/_preview/page/{missing}")).status, 404, "{missing}");
    }
}

#[test]
fn the_editor_is_the_one_that_the_environment_names() {
    let workspace = workspace();
    let open = |visual: &str, editor: &str| {
        let mut command = workspace.command(["serve", "--port", "0"]);
        let server = Server::of(command.env("VISUAL", visual).env("EDITOR", editor));
        page(&server, "/docs/page")["sources"][0]["open"].clone()
    };
    let path = workspace.path("harbour/docs/page.md").canonicalize().expect("it is there");
    let path = path.to_str().expect("text");
    assert_eq!(open("codium --wait", "vim"), format!("vscodium://file{path}"));
    assert_eq!(open("", "/usr/bin/zed"), format!("zed://file{path}"));
    assert_eq!(open("", "vim"), json!(null));
}

#[test]
fn what_is_said_about_a_file_stands_beside_its_page() {
    let workspace = workspace();
    let server = Server::start(&workspace, &["--today", "2026-11-20"]);
    let told = page(&server, "/docs/page");
    let path = workspace.path("harbour/docs/page.md").canonicalize().expect("it is there");
    let path = path.to_str().expect("text");
    assert_eq!(
        told["notes"],
        json!([{
            "severity": "warning",
            "message": "`HQX` is explained nowhere",
            "file": "harbour/docs/page.md",
            "path": path,
            "open": format!("vscode://file{path}:3"),
            "line": 3,
            "excerpt": "Ask the HQX about <b>it</b>.",
            "help": "add it to `glossary.yml`, or write it out the first time: `… (HQX)`",
        }])
    );
    assert_eq!(page(&server, "/docs/costs")["notes"], json!([]));
    let beside = page(&server, "/docs/costs")["elsewhere"].as_u64().expect("a number");
    assert_eq!(told["elsewhere"].as_u64(), Some(beside - 1));
}

#[test]
fn every_audience_of_a_client_can_be_chosen() {
    let server = Server::start(&workspace(), &[]);
    let state = Events::of(&server, "harbour-42").next();
    assert_eq!((&state["audience"], &state["audiences"]), (&json!("client"), &json!(["client", "sponsor"])));
    let key = |rest: &str| server.get(&format!("/_preview/key/harbour-42{rest}"));
    let whose = |rest: &str| serde_json::from_str::<Value>(&key(rest).text()).expect("JSON")["audience"].clone();
    assert_eq!((whose(""), whose("/client"), whose("/sponsor")), (json!("client"), json!("client"), json!("sponsor")));
    assert_ne!(key("/client").text(), key("/sponsor").text());
    assert_eq!(whose("/nobody"), "client", "whoever is nobody there sees what everybody sees");
    assert!(!opened(&server, "client").contains(&"/docs/costs".to_owned()));

    let sponsor = Server::start(&workspace(), &["--as", "sponsor"]);
    let state = Events::of(&sponsor, "harbour-42").next();
    assert_eq!((&state["audience"], &state["audiences"]), (&json!("sponsor"), &json!(["sponsor", "client"])));
}

#[test]
fn an_audience_is_waited_for_where_its_client_is_broken() {
    let ran = workspace().run(["serve", "--port", "0", "--as", "board"]).ended_with(2);
    let refusal = ran.stderr.lines().last();
    assert_eq!(refusal, Some("error: no client has the audience `board` (known are `client`, `sponsor`)"));

    let workspace = workspace().file("quay/client.yml", "name: [\n");
    let server = Server::start(&workspace, &["--as", "board"]);
    let mut events = Events::of(&server, "quay");
    assert_eq!(events.next()["audience"], json!(null));
    workspace.write("quay/client.yml", "name: Quay\nproject: Site\naudiences: [client, board]\n");
    events.until(|state| state["audience"] == json!("board"));
}

#[test]
fn other_sites_and_pages_behind_the_gate_are_told_nothing() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    for path in ["/_preview/page/harbour-42/docs/page", "/_preview/key/harbour-42/sponsor", "/_preview/list.js"] {
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", server.address);
        assert_eq!(server.ask(&format!("{head}Sec-Fetch-Site: cross-site\r\n\r\n")).status, 403, "{path}");
        assert_eq!(server.ask(&format!("{head}Sec-Fetch-Site: same-origin\r\n\r\n")).status, 200, "{path}");
    }
    let gated = Server::start(&workspace, &["--gated"]);
    for path in
        ["/_preview/page/harbour-42/docs/page", "/_preview/page/harbour-42/", "/_preview/key/harbour-42/sponsor"]
    {
        assert_eq!(gated.get(path).status, 404, "{path}");
    }
    let list = gated.get("/").text();
    assert!(
        list.contains(">harbour-42</a>")
            && !list.contains("Korenbloem")
            && !list.contains("At risk")
            && !list.contains("HQX"),
        "{list}"
    );
    assert!(gated.get("/harbour-42/").text().contains("/_preview/gated.js?"));

    // Nor of what all clients have in common, where there is none yet.
    let workspace = Workspace::new().file("vestibule.yml", "name: Linden\nbrand: {accent: \"#ffff00\"}\n");
    let warned = |how: &[&str]| Server::start(&workspace, how).get("/").text().contains("too light");
    assert_eq!((warned(&[]), warned(&["--gated"])), (true, false));
}

#[test]
fn behind_the_gate_it_is_said_that_there_is_something_new() {
    let workspace = workspace();
    let server = Server::start(&workspace, &["--gated"]);
    let mut events = Events::of(&server, "harbour-42");
    let begun = events.next();
    workspace.write("harbour/docs/page.md", "# Page\n\nBread.\n");
    let now = events.until(|state| state["generation"].as_u64() > begun["generation"].as_u64());
    assert_eq!((&now["shell"], &now["problems"]), (&begun["shell"], &json!([])));
}

#[test]
fn the_list_says_how_every_client_stands() {
    let workspace = workspace()
        .file("quay/client.yml", "name: Quay\nproject: Site\naddress: quay-7\ncomms: {updates: weekly}\n")
        .file("quay/updates/2026-11-06.md", "## Done\n\nThe basket.\n")
        .file("broken mill & <co>/client.yml", "name: [\n");
    let server = Server::start(&workspace, &["--today", "2026-11-20"]);
    let list = server.get("/").text();
    let row = |title: &str| {
        let rows = list.lines().filter(|line| line.starts_with("<li"));
        rows.filter(|line| line.contains(title)).map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    let ours = row(">Korenbloem · Shop</a>");
    let health = "<span class=\"health at-risk\" lang=\"en\">At risk</span><span>last news 2 weeks ago</span>";
    assert!(ours.contains("href=\"/harbour-42/\"") && ours.contains(health), "{ours}");
    assert!(ours.contains("<strong>warning:</strong> `HQX` is explained nowhere"), "{ours}");
    assert!(ours.contains("<pre>Ask the HQX about &lt;b&gt;it&lt;/b&gt;.</pre>"), "{ours}");
    let late = row(">Quay · Site</a>");
    assert!(late.contains("<span class=\"late\">last news 2 weeks ago; an update is overdue</span>"), "{late}");
    let broken = row(">broken mill &amp; &lt;co&gt;</a>");
    assert!(
        broken.starts_with("<li class=\"broken\">") && broken.contains("<span class=\"errors\">1 error</span>"),
        "{broken}"
    );
    assert!(broken.contains("<a href=\"/broken%20mill%20%26%20%3Cco%3E/\""), "{broken}");
    assert_eq!(server.get("/broken%20mill%20%26%20%3Cco%3E/").status, 200);
    let state = Events::of(&server, "broken%20mill%20%26%20%3Cco%3E").next();
    assert_eq!(state["problems"][0]["file"], "broken mill & <co>/client.yml");
}

#[test]
fn other_styles_do_not_make_another_page() {
    let settings =
        |name: &str| format!("name: {name}\ncontact: {{name: Mira Vos, email: mira@linden.example}}\ntheme: look\n");
    let workspace = workspace().file("vestibule.yml", settings("Linden Studio")).file("look/css/about.css", "");
    let server = Server::start(&workspace, &[]);
    let mut events = Events::of(&server, "harbour-42");
    let begun = events.next();
    workspace.write("look/css/about.css", "@layer page { h1 { color: red; } }\n");
    let now = events.until(|state| state["styles"] != begun["styles"]);
    assert_eq!(now["shell"], begun["shell"]);
    for style in now["styles"].as_array().expect("a list") {
        let path = format!("/harbour-42/{}", style.as_str().expect("a text"));
        assert_eq!(server.get(&path).status, 200, "{path}");
    }
    workspace.write("vestibule.yml", settings("Another Studio"));
    events.until(|state| state["shell"] != begun["shell"]);
}

#[test]
fn a_portal_that_is_gone_says_so() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut events = Events::of(&server, "harbour-42");
    assert_eq!(events.next()["gone"], false);
    workspace.write("harbour/client.yml", "name: Korenbloem\nproject: Shop\naddress: quay-7\naudiences: [sponsor]\n");
    let state = events.until(|state| state["gone"] == true);
    assert_eq!(state["problems"], json!([]));
    assert_eq!(Events::of(&server, "quay-7").next()["gone"], false);
    assert_eq!(Events::of(&server, "").next()["gone"], false, "the list is always there");
}

#[test]
fn the_terminal_says_a_problem_once_wherever_it_moves() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut events = Events::of(&server, "harbour-42");
    let first = events.next();
    workspace.write("harbour/docs/page.md", "# Page\n\nA line more.\n\nAsk the HQX about it.\n");
    let moved = events.until(|state| state["generation"].as_u64() > first["generation"].as_u64());
    workspace.write("harbour/docs/page.md", "# Page\n\nAsk the HQX and the ZZY. [Gone](gone.md)\n");
    events.until(|state| state["problems"] != json!([]));
    workspace.write("harbour/docs/page.md", "# Page\n\nAsk the HQX and the ZZY.\n");
    events.until(|state| state["problems"] == json!([]) && state["generation"].as_u64() > moved["generation"].as_u64());
    // What comes last has been said once this is shown.
    workspace.write("quay/client.yml", "name: Quay\nproject: Site\naddress: quay-7\n");
    Events::of(&server, "quay-7").until(|state| state["gone"] == false);
    workspace.write("quay/client.yml", "name: Quay\nproject: Another\naddress: quay-7\n");
    let said = server.said();
    let times = |text: &str| said.matches(text).count();
    assert_eq!((times("`HQX` is explained"), times("`ZZY` is explained")), (1, 1), "{said}");
    assert_eq!((times("there is no file `docs/gone.md`"), times("everything is in order again")), (1, 1), "{said}");
}

#[test]
fn what_is_wrong_with_a_client_is_not_said_again_when_the_settings_are_mended() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut events = Events::of(&server, "harbour-42");
    events.next();
    workspace.write("harbour/docs/page.md", "# Page\n\n[Gone](gone.md)\n");
    events.until(|state| state["problems"] != json!([]));
    workspace.write("vestibule.yml", "name: [\n");
    events.until(|state| state["problems"][0]["file"] == "vestibule.yml");
    workspace.write("vestibule.yml", "name: Linden Studio\n");
    events.until(|state| state["problems"][0]["file"] == "harbour/docs/page.md");
    workspace.write("harbour/docs/page.md", "# Page\n");
    events.until(|state| state["problems"] == json!([]));
    let said = server.said();
    let gone = said.lines().filter(|line| line.starts_with("error[broken-link]")).count();
    let counted: Vec<&str> = said.lines().filter(|line| line.ends_with(" left")).collect();
    assert_eq!((gone, counted), (1, vec!["1 error left"]), "{said}");
    assert!(said.trim_end().ends_with("everything is in order again"), "{said}");
}

#[test]
fn the_browser_is_opened_once_there_is_something_to_see() {
    let workspace = workspace();
    let bin = workspace.path("bin");
    let heard = workspace.path("heard");
    workspace.write(
        "bin/xdg-open",
        format!("#!/bin/sh\nprintf %s \"$1\" > '{0}.part' && mv '{0}.part' '{0}'\n", heard.display()),
    );
    fs::set_permissions(bin.join("xdg-open"), fs::Permissions::from_mode(0o755)).expect("it can be made a program");
    let path = format!("{}:/usr/bin:/bin", bin.display());
    let server = Server::of(workspace.command(["serve", "--port", "0", "--open"]).env("PATH", &path));
    let begun = Instant::now();
    let opened = loop {
        match fs::read_to_string(&heard) {
            Ok(address) => break address,
            Err(_) => assert!(begun.elapsed() < Duration::from_secs(20), "nothing was opened"),
        }
    };
    assert_eq!(opened, format!("http://{}/", server.address));
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn where_no_browser_can_be_opened_the_preview_goes_on() {
    let workspace = workspace();
    let nowhere = workspace.path("nowhere");
    let mut server = Server::of(workspace.command(["serve", "--port", "0", "--open"]).env("PATH", nowhere));
    let said = server.hears("the browser cannot be opened");
    assert_eq!(
        said,
        "the browser cannot be opened from here (there is no `xdg-open` here): open the address above in it"
    );
    assert_eq!(server.get("/harbour-42/").status, 200);
}

#[test]
fn it_listens_where_it_is_told_and_answers_under_that_name() {
    let server = Server::start(&workspace(), &["--host", "127.0.0.2"]);
    assert!(server.address.starts_with("127.0.0.2:"), "{}", server.address);
    assert_eq!(server.get("/").status, 200);
    for host in ["127.0.0.3", "evil.example"] {
        let answer = server.ask(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        assert_eq!(answer.status, 421, "{host}");
    }
    let ran = workspace().run(["serve", "--port", "0", "--host", "no such name"]).ended_with(2);
    assert!(ran.stderr.contains("error: cannot listen at no such name, port 0: "), "{}", ran.stderr);
}
