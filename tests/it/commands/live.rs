//! The preview while somebody writes.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::serve::{Server, boxes, opened};
use crate::workspace::Workspace;

fn workspace() -> Workspace {
    Workspace::new()
        .file("harbour/client.yml", "name: Korenbloem\nproject: Shop\naddress: harbour-42\n")
        .file("harbour/docs/page.md", "# Page\n\nDough.\n")
        .people("harbour", &[("Tom", "client")])
}

/// What the preview tells a page of a portal, as it comes.
pub(super) struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    pub(super) fn of(server: &Server, address: &str) -> Events {
        let mut stream = TcpStream::connect(&server.address).expect("the preview listens");
        // What happens is heard of: the preview would look again by itself after ten seconds.
        stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a time limit can be set");
        let request = format!("GET /_preview/events/{address} HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
        stream.write_all(request.as_bytes()).expect("a request can be sent");
        Events { lines: BufReader::new(stream) }
    }

    /// The first state from now on that is like this. A file that is just being written may be read before it is whole, and
    /// then once more.
    pub(super) fn until(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        loop {
            let state = self.next();
            if is_it(&state) {
                return state;
            }
        }
    }

    /// The next state that is told.
    pub(super) fn next(&mut self) -> Value {
        let mut line = String::new();
        loop {
            line.clear();
            self.lines.read_line(&mut line).expect("something is told in time");
            if let Some(state) = line.strip_prefix("data: ") {
                return serde_json::from_str(state).expect("a state is JSON");
            }
        }
    }

    /// Whether the preview has hung up on whoever listens, once what it told before is read.
    pub(super) fn has_ended(&mut self) -> bool {
        self.lines.get_ref().set_read_timeout(Some(Duration::from_secs(5))).expect("a time limit can be set");
        match self.lines.read_to_end(&mut Vec::new()) {
            Ok(_) => true,
            Err(error) => error.kind() == ErrorKind::ConnectionReset,
        }
    }
}

#[test]
fn what_is_written_is_shown_a_moment_later() {
    for how in [&[][..], &["--poll"]] {
        let workspace = workspace();
        let server = Server::start(&workspace, how);
        let mut events = Events::of(&server, "harbour-42");
        let begun = events.next();
        assert_eq!(begun["problems"], json!([]));
        assert_eq!(opened(&server, "client"), ["/", "/docs/page", "/documents"]);
        workspace.write("harbour/docs/guides/new/first.md", "# First\n");
        let with_first = ["/", "/docs/guides/new/first", "/docs/page", "/documents"];
        let now = events.until(|_| opened(&server, "client") == with_first);
        assert_eq!((&now["run"], &now["shell"]), (&begun["run"], &begun["shell"]));
        assert!(now["generation"].as_u64() > begun["generation"].as_u64());
        workspace.remove("harbour/docs/page.md");
        let last = events.until(|_| opened(&server, "client") == ["/", "/docs/guides/new/first", "/documents"]);
        let late = Events::of(&server, "harbour-42").next();
        assert!(late["generation"].as_u64() >= last["generation"].as_u64(), "{how:?}: {late}");
    }
}

#[test]
fn while_something_is_wrong_the_last_good_portal_stays() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut events = Events::of(&server, "harbour-42");
    let good = (events.next()["shell"].clone(), opened(&server, "client"));
    workspace.write("harbour/docs/page.md", "# Page\n\nSee [<b>there</b>](gone.md).\n");
    let state = events.until(|state| state["problems"] != json!([]));
    let file = workspace.path("harbour/docs/page.md").canonicalize().expect("it is there");
    let file = file.to_str().expect("text");
    assert_eq!(
        state["problems"],
        json!([{
            "severity": "error",
            "message": "there is no file `docs/gone.md` in the client's folder",
            "file": "harbour/docs/page.md",
            "line": 3,
            "path": file,
            "open": format!("vscode://file{file}:3"),
            "excerpt": "See [<b>there</b>](gone.md).",
            "help": "write the way from this file to that one, such as `../files/plan.pdf`",
        }])
    );
    assert_eq!((state["shell"].clone(), opened(&server, "client")), good);
    workspace.write("harbour/docs/page.md", "# Page\n\nMended.\n");
    events.until(|state| state["problems"] == json!([]));
    workspace.write("vestibule.yml", "name: [\n");
    events.until(|state| state["problems"][0]["file"] == "vestibule.yml");
    assert_eq!(opened(&server, "client"), good.1);
}

#[test]
fn boxes_of_a_moment_ago_are_still_there() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut events = Events::of(&server, "harbour-42");
    events.next();
    let before = boxes(&server);
    workspace.write("harbour/docs/page.md", "# Page\n\nBread.\n");
    events.next();
    let now = boxes(&server);
    assert_ne!(before, now);
    for name in before {
        assert_eq!(server.get(&format!("/harbour-42/{name}")).status, 200, "{name}");
        assert_eq!(server.get(&format!("/%68arbour-42/{name}")).status, 200, "{name}");
    }
    // Also where the whole portal is elsewhere.
    workspace.write("harbour/client.yml", "name: Korenbloem\nproject: Shop\naddress: quay-7\n");
    events.until(|state| state["gone"] == true);
    assert_eq!(server.get("/harbour-42/").status, 404);
    for name in now {
        assert_eq!(server.get(&format!("/harbour-42/{name}")).status, 200, "{name}");
    }
}

#[test]
fn clients_come_and_go() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut list = Events::of(&server, "");
    let shown = || server.get("/").text();
    list.next();
    workspace.write("quay/client.yml", "name: Quay\nproject: Site\naddress: quay-7\n");
    list.until(|_| shown().contains("<a href=\"/quay-7/\">Quay · Site</a>"));
    assert_eq!(server.get("/quay-7/").status, 200);
    workspace.remove("harbour/client.yml");
    list.until(|_| !shown().contains("href=\"/harbour-42/\""));
    assert_eq!(server.get("/harbour-42/").status, 404);
}

#[test]
fn a_broken_client_leaves_its_address_to_one_that_took_it() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut list = Events::of(&server, "");
    let shown = || server.get("/").text();
    list.next();
    workspace.write("harbour/client.yml", "name: [\n");
    list.until(|_| shown().contains("<li class=\"broken\">"));
    workspace.write("anchor/client.yml", "name: Anchor\nproject: Site\naddress: harbour-42\n");
    list.until(|_| shown().contains("<a href=\"/harbour-42/\">Anchor · Site</a>"));
    assert!(shown().contains("<a href=\"/harbour/\">Korenbloem · Shop</a>"), "{}", shown());
    assert_eq!(Events::of(&server, "harbour-42").next()["problems"], json!([]));
    let broken = Events::of(&server, "harbour").next();
    assert_eq!((&broken["shell"], &broken["problems"][0]["file"]), (&json!(null), &json!("harbour/client.yml")));
}

#[test]
fn a_client_that_finds_no_address_is_on_the_list() {
    let workspace = workspace().file("anchor/client.yml", "name: [\n");
    let server = Server::start(&workspace, &[]);
    let mut list = Events::of(&server, "");
    let shown = || server.get("/").text();
    list.next();
    assert!(shown().contains("<a href=\"/anchor/\">anchor</a>"), "{}", shown());
    workspace.write("quay/client.yml", "name: Quay\nproject: Site\naddress: anchor\n");
    list.until(|_| shown().contains("<a href=\"/anchor/\">Quay · Site</a>"));
    assert!(shown().contains("<a href=\"/anchor~/\">anchor</a>"), "{}", shown());
    assert_eq!(Events::of(&server, "anchor~").next()["problems"][0]["file"], "anchor/client.yml");
}

#[test]
fn behind_the_gate_nothing_is_told() {
    let workspace = workspace().file("harbour/docs/page.md", "# Page\n\nSee [there](gone.md).\n");
    let server = Server::start(&workspace, &["--gated"]);
    let state = Events::of(&server, "harbour-42").next();
    let told = ["problems", "audience", "audiences"].map(|name| &state[name]);
    assert_eq!(told, [&json!([]), &json!(null), &json!([])]);
    assert!(!state.to_string().contains("page.md"), "{state}");
}
