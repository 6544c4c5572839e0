//! The preview, asked over a socket as anybody on this computer could.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use vestibule::names::{AudienceId, PagePath};
use vestibule::seal::{AudienceKey, Opened, Opener};

use crate::reader::{below, contents, tree};
use crate::workspace::Workspace;

/// A running preview, which ends with the test.
pub(super) struct Server {
    child: Child,
    pub(super) address: String,
}

impl Server {
    pub(super) fn start(workspace: &Workspace, arguments: &[&str]) -> Self {
        Self::of(&mut workspace.command([&["serve", "--port", "0"], arguments].concat()))
    }

    /// Starts what a command says.
    pub(super) fn of(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it can be started");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("standard output is a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("the address is printed");
        let address = line.strip_prefix("http://").and_then(|line| line.strip_suffix("/\n"));
        let address = address.unwrap_or_else(|| panic!("the first line is the address: {line:?}")).to_owned();
        Self { child, address }
    }

    /// Asks for a path as it stands, under this computer's name.
    pub(super) fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address))
    }

    pub(super) fn ask(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).expect("the preview listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit can be set");
        stream.write_all(request.as_bytes()).expect("a request can be sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the preview answers and hangs up");
        Answer::read(&answer)
    }

    pub(super) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// The first line with this text that it says on standard error.
    pub(super) fn hears(&mut self, text: &str) -> String {
        let stderr = self.child.stderr.as_mut().expect("standard error is a pipe");
        let mut lines = BufReader::new(stderr).lines().map(|line| line.expect("text"));
        lines.find(|line| line.contains(text)).expect("it is said before the preview ends")
    }

    /// Ends the preview, and gives what it said on standard error.
    pub(super) fn said(mut self) -> String {
        self.child.kill().expect("it runs");
        let mut said = String::new();
        self.child.stderr.take().expect("standard error is a pipe").read_to_string(&mut said).expect("text");
        said
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(super) struct Answer {
    pub(super) status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("a head is text");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("an answer has a status");
        Self { status, head: head.to_lowercase(), body: bytes[end + 4..].to_vec() }
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn workspace() -> Workspace {
    Workspace::new()
        .file("harbour/client.yml", "name: Korenbloem\nproject: Shop\naddress: harbour-42\naudiences: [sponsor]\n")
        .file("harbour/docs/page.md", "# Page\n\n[Plan](../files/plan.pdf)\n")
        .file("harbour/docs/costs.md", "---\naudience: sponsor\n---\n# Costs\n")
        .file("harbour/files/plan.pdf", "secret plan")
        .people("harbour", &[("Tom", "client"), ("Els", "sponsor")])
}

#[test]
fn through_the_gate_it_serves_what_build_writes_but_for_one_script() {
    let workspace = workspace();
    workspace.build();
    let server = Server::start(&workspace, &["--gated"]);
    let files = below(&tree(&workspace.path("dist")), "harbour-42");
    assert!(files.len() > 10);
    for (path, bytes) in &files {
        let answer = server.get(&format!("/harbour-42/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        let served = if path == "index.html" { without_script(&answer, "gated.js") } else { answer.body };
        assert!(served == *bytes, "{path} is the same byte by byte");
        assert!(answer.head.contains("x-content-type-options: nosniff"), "{}", answer.head);
    }
    assert_eq!(without_script(&server.get("/harbour-42/"), "gated.js"), files["index.html"]);
    let moved = server.get("/harbour-42");
    assert_eq!(moved.status, 307);
    assert!(moved.head.contains("location: /harbour-42/\r\n"), "{}", moved.head);
    assert!(server.get("/").text().contains("href=\"/harbour-42/\""));
    assert_eq!(server.get("/_preview/key/harbour-42").status, 404, "no key without the gate");
}

#[test]
fn unlocked_it_differs_by_one_script_and_brings_the_key() {
    let workspace = workspace();
    workspace.build();
    let server = Server::start(&workspace, &[]);
    for (path, bytes) in below(&tree(&workspace.path("dist")), "harbour-42") {
        let answer = server.get(&format!("/harbour-42/{path}"));
        let served = if path == "index.html" { without_script(&answer, "preview.js") } else { answer.body };
        assert!(served == bytes, "{path} is the same byte by byte");
    }
    assert_eq!(server.get("/_preview/preview.js").status, 200);
    assert_eq!(opened(&server, "client"), ["/", "/docs/page", "/documents"]);
    assert_eq!(server.get("/_preview/key/quay").status, 404);

    let sponsor = Server::start(&workspace, &["--as", "sponsor"]);
    assert_eq!(opened(&sponsor, "sponsor"), ["/", "/docs/costs", "/docs/page", "/documents"]);
}

/// A public page without the preview's script of this name.
fn without_script(page: &Answer, name: &str) -> Vec<u8> {
    let text = page.text();
    let begin = format!("<script type=\"module\" src=\"/_preview/{name}?");
    let (before, rest) = text.split_once(&begin).expect("a script");
    let (shell, behind) = rest.split_once("\"></script>\n").expect("its end");
    assert_eq!(shell.len(), 16);
    format!("{before}{behind}").into_bytes()
}

/// The pages that open with the key which the preview hands out.
pub(super) fn opened(server: &Server, audience: &str) -> Vec<String> {
    contents(&door(server, audience)).expect("everything opens").pages.into_keys().collect()
}

/// The portal, open.
fn door<'s>(server: &'s Server, audience: &str) -> Opened<impl Fn(&str) -> io::Result<Option<Vec<u8>>> + 's> {
    let answer = server.get("/_preview/key/harbour-42");
    assert_eq!(answer.status, 200);
    let key: serde_json::Value = serde_json::from_slice(&answer.body).expect("the key comes as JSON");
    assert_eq!(key["audience"], audience);
    let bytes = vestibule::seal::encoding::from_b64(key["key"].as_str().expect("a text")).expect("base64");
    let key = AudienceKey::new(bytes.try_into().expect("32 bytes"));
    let files = move |path: &str| {
        let answer = server.get(&format!("/harbour-42/{path}"));
        Ok((answer.status == 200).then_some(answer.body))
    };
    let audience = AudienceId::parse(audience).expect("an audience");
    Opener::new(files).with_key(audience, &key).expect("the key opens the portal")
}

/// The text of a page, as everybody there reads it.
pub(super) fn page(server: &Server, path: &str) -> String {
    let path = PagePath::parse(path).expect("a path");
    let page = door(server, "client").page(&path).expect("it opens").expect("it is there");
    String::from_utf8(page).expect("pages are text")
}

/// The boxes of the pages, as they are published.
pub(super) fn boxes(server: &Server) -> Vec<String> {
    door(server, "client").manifest().pages.values().map(|page| page.reference.name.file()).collect()
}

#[test]
fn a_workspace_without_a_key_gets_one_passphrase_until_the_preview_ends() {
    let workspace = workspace();
    workspace.remove(".vestibule/key");
    workspace.remove("harbour/access.lock");
    let before = tree(&workspace.path(""));
    let server = Server::start(&workspace, &["--gated"]);
    let address = server.address.clone();
    let index = server.get("/harbour-42/index.html");
    let access = server.get("/harbour-42/access.json");
    assert_eq!((index.status, access.status), (200, 200));
    let said = server.said();
    let passphrase = said.lines().find_map(|line| line.strip_prefix("passphrase, until this preview ends: "));
    assert_eq!(passphrase.expect("it is said").split('-').count(), 5, "{said}");
    assert!(said.contains("it opens harbour"), "{said}");
    assert_eq!(tree(&workspace.path("")), before, "nothing is written");
    assert!(TcpStream::connect(address).is_err(), "it has ended");
}

#[test]
fn a_key_that_is_made_meanwhile_is_taken() {
    let workspace = workspace();
    workspace.remove(".vestibule/key");
    workspace.remove("harbour/access.lock");
    let server = Server::start(&workspace, &["--gated"]);
    let portal = || -> String { server.get("/harbour-42/access.json").text() };
    let before = portal();
    workspace.run(["init", "."]).ended_with(0);
    let made = workspace.run(["access", "add", "harbour", "Tom Baert"]).ended_with(0);
    let begun = Instant::now();
    while portal() == before {
        assert!(begun.elapsed() < Duration::from_secs(4), "the preview hears of it");
    }
    let files = |path: &str| {
        let answer = server.get(&format!("/harbour-42/{path}"));
        Ok((answer.status == 200).then_some(answer.body))
    };
    let opened = Opener::new(files).unlock(made.stdout.trim_end()).expect("the passphrase opens it");
    assert!(contents(&opened).expect("everything opens").pages.contains_key("/"));
}

#[test]
fn requests_under_another_name_are_refused() {
    let server = Server::start(&workspace(), &[]);
    for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"] {
        for path in ["/", "/harbour-42/", "/_preview/key/harbour-42"] {
            let answer = server.ask(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
            assert_eq!(answer.status, 421, "{host}{path}");
            assert_eq!(answer.text(), "This preview has another address: the terminal says which.\n");
        }
    }
    let port = server.address.rsplit(':').next().expect("a port");
    for host in ["localhost", &format!("localhost:{port}"), &format!("127.0.0.1:{port}")] {
        let answer = server.ask(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        assert_eq!(answer.status, 200, "{host}");
    }
    // The host also stands in a request of the form that proxies get.
    let host = &server.address;
    let request = "GET http://evil.example/_preview/key/harbour-42 HTTP/1.1";
    let proxied = server.ask(&format!("{request}\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    assert!(matches!(proxied.status, 400 | 421), "{}", proxied.status);
    let nobody = server.ask("GET / HTTP/1.0\r\nConnection: close\r\n\r\n");
    assert!(matches!(nobody.status, 400 | 421), "{}", nobody.status);
    let written =
        server.ask(&format!("POST / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
    assert_eq!(written.status, 405);
}

#[test]
fn a_page_of_another_site_gets_no_key_and_a_picture_runs_nothing() {
    let workspace = workspace()
        .file("mark.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file("vestibule.yml", "name: Linden\nbrand: {logo: mark.svg}\n");
    let server = Server::start(&workspace, &[]);
    let ask = |site: &str| {
        server.ask(&format!(
            "GET /_preview/key/harbour-42 HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: {site}\r\nConnection: close\r\n\r\n",
            server.address
        ))
    };
    assert_eq!(ask("same-origin").status, 200);
    for site in ["cross-site", "same-site", "none"] {
        assert_eq!(ask(site).status, 403, "{site}");
    }
    let index = server.get("/harbour-42/").text();
    let mark = index.split('"').find(|part| part.starts_with("mark.")).expect("the gate shows the mark");
    let policy = server.get(&format!("/harbour-42/{mark}")).head.to_lowercase();
    assert!(policy.contains("content-security-policy: default-src 'none'"), "{policy}");
    assert!(policy.contains("; sandbox\r\n"), "{policy}");
    assert_eq!(server.get("//acme").status, 404);
}

#[test]
fn nothing_outside_the_portals_is_served() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let root = workspace.path("").display().to_string();
    let key = format!("{root}/.vestibule/key");
    let paths = [
        "/harbour-42/../harbour/client.yml",
        "/harbour-42/../../harbour/client.yml",
        "/harbour-42/%2e%2e/harbour/client.yml",
        "/harbour-42/..%2f..%2fharbour%2fclient.yml",
        "/harbour-42/%2e%2e%2f%2e%2e%2f.vestibule%2fkey",
        "/harbour-42/..%5c..%5c.vestibule%5ckey",
        "/../.vestibule/key",
        "/%2e%2e/.vestibule/key",
        "/.vestibule/key",
        "/harbour/client.yml",
        "/harbour/access.lock",
        "/vestibule.yml",
        &key,
        &format!("/{key}"),
        &format!("/harbour-42/{key}"),
        "/etc/passwd",
        "//etc/passwd",
        "/harbour-42//etc/passwd",
        "/harbour-42/%00",
        "/harbour-42/index.html%00.css",
        "/harbour-42/index.html/",
        "/harbour-42/b/",
        "/harbour-42/b",
        "/harbour-42/m/",
        "/_preview/key/",
        "/_preview/key/../key/nobody",
        "/_preview/",
        "/_preview/../harbour/client.yml",
    ];
    for path in paths {
        let answer = server.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {} {}", answer.status, answer.text());
        assert!(answer.body.len() < 100, "{path}: {}", answer.text());
    }
    let host = &server.address;
    let raw = server.ask(&format!("GET /harbour-42/\0 HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    assert_eq!(raw.status, 400);
    let query = server.get("/harbour-42/index.html?x=../../y");
    assert_eq!(query.status, 200, "what follows a question mark is for nobody");
}

#[test]
fn a_taken_port_is_said_and_the_next_one_used() {
    let workspace = workspace();
    let first = Server::start(&workspace, &[]);
    let port = first.address.rsplit(':').next().expect("a port").to_owned();
    let mut command = workspace.command(["serve", "--port", &port]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it can be started");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("the address is printed");
    let second = Server { child, address: line.trim_start_matches("http://").trim_end_matches("/\n").to_owned() };
    assert_ne!(second.address, first.address);
    assert_eq!(second.get("/harbour-42/").status, 200);
    assert!(second.said().contains(&format!("port {port} is taken")));
}
