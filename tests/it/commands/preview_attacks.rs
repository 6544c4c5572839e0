//! The preview under requests that no browser sends, over plain sockets: refused or answered, and nobody waits for long.

use std::collections::VecDeque;
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::live::Events;
use super::serve::Server;
use crate::asked::asked;
use crate::workspace::{KEY, Workspace};

fn workspace() -> Workspace {
    Workspace::new()
        .file("harbour/client.yml", "name: Korenbloem\nproject: Shop\naddress: harbour-42\n")
        .file("harbour/docs/page.md", "# Page\n\nDough.\n")
        .people("harbour", &[("Tom", "client")])
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(&server.address).expect("the preview listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit can be set");
    stream.set_write_timeout(Some(Duration::from_secs(20))).expect("a time limit can be set");
    stream
}

/// Whether somebody broke a conversation off, as one does who will not hear more.
fn is_broken_off(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::ConnectionReset | ErrorKind::BrokenPipe | ErrorKind::NotConnected)
}

/// What comes until the preview hangs up, without waiting for it longer than half a minute.
fn rest(stream: &mut TcpStream) -> Vec<u8> {
    let (mut all, mut some) = (Vec::new(), [0; 4096]);
    loop {
        match stream.read(&mut some) {
            Ok(0) => return all,
            Ok(length) => all.extend(&some[..length]),
            Err(error) if is_broken_off(error.kind()) => return all,
            Err(error) => panic!("the preview neither answers nor hangs up: {error}"),
        }
    }
}

/// The status and the body of each answer to these bytes, until the preview hangs up.
fn answers(server: &Server, bytes: &[u8]) -> Vec<(u16, Vec<u8>)> {
    let mut stream = connect(server);
    match stream.write_all(bytes) {
        Err(error) if is_broken_off(error.kind()) => {}
        sent => sent.expect("the preview takes what is sent, or hangs up"),
    }
    taken_apart(&rest(&mut stream))
}

fn taken_apart(mut all: &[u8]) -> Vec<(u16, Vec<u8>)> {
    let mut answers = Vec::new();
    while !all.is_empty() {
        let end = all.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head") + 4;
        let head = String::from_utf8(all[..end].to_vec()).expect("a head is text").to_lowercase();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("an answer has a status");
        let length = head.split("content-length: ").nth(1).and_then(|rest| rest.split('\r').next());
        let length: usize = length.map_or(0, |length| length.parse().expect("a length is a number"));
        answers.push((status, all[end..end + length].to_vec()));
        all = &all[end + length..];
    }
    answers
}

/// The statuses of the answers to these bytes, of which none brings what belongs to nobody.
fn statuses(server: &Server, bytes: &[u8]) -> Vec<u16> {
    let answers = answers(server, bytes);
    for (status, body) in &answers {
        let text = String::from_utf8_lossy(body);
        let is_plain = [KEY, "Korenbloem", "Dough", "root:", "\"key\""].iter().all(|secret| !text.contains(secret));
        assert!(*status == 200 || (is_plain && body.len() < 100), "{status}: {text}");
    }
    answers.into_iter().map(|(status, _)| status).collect()
}

/// A request for a path, with these lines beside the one that names the host.
fn get(server: &Server, path: &str, more: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{more}\r\n", server.address)
}

/// How long it takes to get the portal's page, as whoever writes would.
fn taken_to_read(server: &Server) -> Duration {
    let begun = Instant::now();
    assert_eq!(server.get("/harbour-42/").status, 200);
    begun.elapsed()
}

const SOON: Duration = Duration::from_secs(1);

#[test]
fn whoever_keeps_the_preview_waiting_is_let_go() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut events = Events::of(&server, "harbour-42");
    events.next();
    // When each of them is let go, and what it was told before.
    let (silent, slow, idle) = thread::scope(|scope| {
        let silent = scope.spawn(|| until_let_go(connect(&server), || None));
        let slow = scope.spawn(|| {
            let head = get(&server, "/harbour-42/", "X-Slow: very\r\n");
            let mut bytes = head.bytes();
            until_let_go(connect(&server), move || bytes.next())
        });
        let idle = scope.spawn(|| {
            let mut stream = connect(&server);
            stream.write_all(get(&server, "/harbour-42/", "").as_bytes()).expect("a request can be sent");
            until_let_go(stream, || None)
        });
        for _ in 0..10 {
            assert!(taken_to_read(&server) < SOON, "others do not wait");
        }
        let told = |waiting: thread::ScopedJoinHandle<'_, (Duration, Vec<u8>)>| waiting.join().expect("it is let go");
        (told(silent), told(slow), told(idle))
    });
    for (name, (after, _)) in [("silent", &silent), ("slow", &slow), ("idle", &idle)] {
        assert!((4..9).contains(&after.as_secs()), "{name}: {after:?}");
    }
    assert!(silent.1.is_empty() && slow.1.is_empty(), "nothing was asked, and nothing is answered");
    assert_eq!(taken_apart(&idle.1).len(), 1);
    workspace.write("harbour/docs/page.md", "# Page\n\nSee [there](gone.md).\n");
    // Whoever listens may wait as long as they like.
    events.until(|state| state["problems"] != json!([]));
}

/// Sends a byte each second as long as there is one, and says after which time the preview hung up, and what it said.
fn until_let_go(mut stream: TcpStream, mut next: impl FnMut() -> Option<u8>) -> (Duration, Vec<u8>) {
    let begun = Instant::now();
    let mut told = Vec::new();
    stream.set_read_timeout(Some(Duration::from_secs(1))).expect("a time limit can be set");
    while begun.elapsed() < Duration::from_secs(20) {
        if let Some(byte) = next() {
            let _ = stream.write_all(&[byte]);
        }
        let mut some = [0; 4096];
        match stream.read(&mut some) {
            Ok(0) => return (begun.elapsed(), told),
            Ok(length) => told.extend(&some[..length]),
            Err(error) if is_broken_off(error.kind()) => return (begun.elapsed(), told),
            Err(error) => assert!(matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut), "{error}"),
        }
    }
    panic!("the preview waits for ever");
}

#[test]
fn what_is_too_large_is_refused_before_it_is_there() {
    let server = Server::start(&workspace(), &[]);
    let large = "a".repeat(1 << 20);
    assert_eq!(statuses(&server, get(&server, "/", &format!("X-Large: {large}\r\n")).as_bytes()), [431]);
    assert_eq!(statuses(&server, get(&server, "/", &"X-Many: a\r\n".repeat(1_000)).as_bytes()), [431]);
    assert_eq!(statuses(&server, get(&server, "/", &format!("{large}: a\r\n")).as_bytes()), [431]);
    assert_eq!(statuses(&server, get(&server, &format!("/{large}"), "").as_bytes()), [431]);
    assert_eq!(statuses(&server, large.as_bytes()), [431]);
    let cookies = format!("Cookie: a={}\r\nConnection: close\r\n", "a".repeat(32 << 10));
    assert_eq!(statuses(&server, get(&server, "/", &cookies).as_bytes()), [200], "other tools leave cookies");
    assert!(taken_to_read(&server) < SOON);
}

#[test]
fn what_is_no_request_is_none() {
    let server = Server::start(&workspace(), &[]);
    let host = &server.address;
    let tls = b"\x16\x03\x01\x00\x0c\x01\x00\x00\x08\x03\x03abcdef\r\n\r\n";
    let cases: &[(&str, Vec<u8>, &[u16])] = &[
        ("a TLS hello", tls.to_vec(), &[400]),
        ("zeros", vec![0; 4096], &[400]),
        ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), &[]),
        ("HTTP/0.9", b"GET /\r\n\r\n".to_vec(), &[400]),
        ("HTTP/3.0", format!("GET / HTTP/3.0\r\nHost: {host}\r\n\r\n").into(), &[400]),
        ("another protocol", format!("GET / FTP/1.1\r\nHost: {host}\r\n\r\n").into(), &[400]),
        ("a header in two lines", get(&server, "/", "X: a\r\n b\r\n").into(), &[400]),
        ("a header without a name", get(&server, "/", ": a\r\n").into(), &[400]),
        ("a space before the colon", get(&server, "/", "Content-Length : 1\r\n").into(), &[400]),
        ("a NUL in a header", get(&server, "/", "X: a\0b\r\n").into(), &[400]),
        ("two lengths", get(&server, "/", "Content-Length: 1\r\nContent-Length: 2\r\n").into(), &[400]),
        ("a length below zero", get(&server, "/", "Content-Length: -1\r\n").into(), &[400]),
        ("an unknown coding", get(&server, "/", "Transfer-Encoding: gzip\r\n").into(), &[400]),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(statuses(&server, bytes), *expected, "{name}");
    }
    let (one, garbage) = (get(&server, "/harbour-42/", ""), "\x01\x02 no request\r\n\r\n".repeat(1_000));
    assert_eq!(statuses(&server, format!("{one}{garbage}").as_bytes()), [200, 400], "garbage behind a request");
    let last = get(&server, "/harbour-42/", "Connection: close\r\n");
    assert_eq!(statuses(&server, format!("{}{last}", one.repeat(49)).as_bytes()), [200; 50], "requests in one go");
    assert!(taken_to_read(&server) < SOON);
}

#[test]
fn what_is_not_read_is_not_waited_for() {
    let server = Server::start(&workspace(), &[]);
    let body = "a".repeat(16 << 20);
    let length = format!("Content-Length: {}\r\n", body.len());
    let (host, chunk) = (&server.address, format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len()));
    for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get"] {
        let head = format!("{method} /harbour-42/ HTTP/1.1\r\nHost: {host}\r\n");
        for request in [
            format!("{head}{length}\r\n{body}"),
            format!("{head}Transfer-Encoding: chunked\r\n\r\n{chunk}"),
            format!("{head}{length}\r\n"),
            format!("{head}{length}Expect: 100-continue\r\n\r\n"),
        ] {
            assert_eq!(statuses(&server, request.as_bytes()), [405], "{method}");
        }
    }
    // The length of a body that never comes.
    let mut stream = connect(&server);
    stream.write_all(get(&server, "/harbour-42/", &length).as_bytes()).expect("a request can be sent");
    let begun = Instant::now();
    assert_eq!(taken_apart(&rest(&mut stream)).len(), 1);
    assert!(begun.elapsed() < SOON, "it is answered, and hung up on: {:?}", begun.elapsed());
    let asterisk = format!("OPTIONS * HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    assert_eq!(statuses(&server, asterisk.as_bytes()), [405]);
    for (to, status) in [(host.as_str(), 405), ("evil.example:443", 421)] {
        let connect = format!("CONNECT {to} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        assert_eq!(statuses(&server, connect.as_bytes()), [status], "{to}");
    }
    assert!(taken_to_read(&server) < SOON);
}

#[test]
fn no_path_leads_out_of_a_portal() {
    let server = Server::start(&workspace(), &[]);
    let cases: &[(&str, u16)] = &[
        ("/harbour-42/../harbour/client.yml", 404),
        ("/harbour-42/%2e%2e/harbour/client.yml", 404),
        ("/harbour-42/..%2f..%2f.vestibule%2fkey", 404),
        ("/%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404),
        ("/harbour-42/..%5c..%5c.vestibule%5ckey", 404),
        ("/harbour-42/%252e%252e/%252e%252e/etc/passwd", 404),
        ("/harbour-42/%c0%ae%c0%ae/.vestibule/key", 404),
        ("/harbour-42%2findex.html", 404),
        // Another spelling of the same address.
        ("/%68arbour-42/", 200),
        ("/_preview/key/%68arbour-42", 200),
        ("/harbour-42/./index.html", 404),
        ("/harbour-42/%00", 404),
        ("/harbour-42/index.html%00", 404),
        ("/harbour-42/index.html\0", 400),
        ("/harbour-42/\x01", 400),
        ("/etc/passwd", 404),
        ("//etc/passwd", 404),
        ("//evil.example/", 404),
        ("harbour-42/index.html", 400),
        ("../etc/passwd", 400),
        ("file:///etc/passwd", 400),
        ("http:/etc/passwd", 400),
        ("http://evil.example/harbour-42/", 421),
        ("https://evil.example/_preview/key/harbour-42", 421),
        ("http://localhost@evil.example/_preview/key/harbour-42", 421),
        ("/_preview/key/../../etc/passwd", 404),
        ("/_preview/key/harbour-42/../quay-7", 200),
        ("/_preview/key/quay-7/../harbour-42", 404),
        ("/harbour-42/#/../etc/passwd", 200),
    ];
    for (path, status) in cases {
        assert_eq!(statuses(&server, get(&server, path, "Connection: close\r\n").as_bytes()), [*status], "{path:?}");
    }
    // As proxies are asked.
    for (user, path, status) in
        [("", "/harbour-42/", 200), ("", "/harbour-42/../etc/passwd", 404), ("evil.example@", "/harbour-42/", 421)]
    {
        let path = format!("http://{user}{}{path}", server.address);
        assert_eq!(statuses(&server, get(&server, &path, "Connection: close\r\n").as_bytes()), [status], "{path}");
    }
}

#[test]
fn only_the_previews_own_pages_ask_under_its_own_name() {
    let server = Server::start(&workspace(), &[]);
    let own = &server.address;
    let port = own.rsplit(':').next().expect("a port");
    let cases = [
        ("Host: evil.example".to_owned(), 421),
        (format!("Host: evil.example:{port}"), 421),
        (format!("Host: {own}.evil.example"), 421),
        (format!("Host: evil.example@{own}"), 421),
        ("Host:".to_owned(), 421),
        ("Host: \u{e9}".to_owned(), 421),
        ("X-Forwarded-Host: localhost".to_owned(), 421),
        (format!("Host: {own}\r\nHost: {own}"), 400),
        (format!("Host: {own}\r\nHost: evil.example"), 400),
        (format!("Host: evil.example\r\nHost: {own}"), 400),
        (format!("Host: {own}\r\nOrigin: http://{own}"), 200),
        (format!("Host: localhost:{port}\r\nOrigin: http://localhost:{port}"), 200),
        (format!("Host: {own}\r\nOrigin: http://localhost:{port}"), 403),
        (format!("Host: {own}\r\nOrigin: http://127.0.0.1"), 403),
        (format!("Host: {own}\r\nOrigin: https://{own}"), 403),
        (format!("Host: {own}\r\nOrigin: https://evil.example"), 403),
        (format!("Host: {own}\r\nOrigin: null"), 403),
        (format!("Host: {own}\r\nOrigin: http://{own}\r\nOrigin: null"), 403),
        (format!("Host: {own}\r\nSec-Fetch-Site: same-origin"), 200),
        (format!("Host: {own}\r\nSec-Fetch-Site: same-site"), 403),
        (format!("Host: {own}\r\nSec-Fetch-Site: cross-site"), 403),
        (format!("Host: {own}\r\nSec-Fetch-Site: none"), 403),
        (format!("Host: {own}\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site"), 403),
    ];
    for (lines, status) in &cases {
        let key = format!("GET /_preview/key/harbour-42 HTTP/1.1\r\n{lines}\r\nConnection: close\r\n\r\n");
        let answers = answers(&server, key.as_bytes());
        assert_eq!(answers.iter().map(|(status, _)| *status).collect::<Vec<_>>(), [*status], "{lines}");
        let has_key = String::from_utf8_lossy(&answers[0].1).contains("\"key\"");
        assert_eq!(has_key, *status == 200, "{lines}");
    }
    // A link in a mail leads to a portal, and not to its key; nothing of it is part of another page.
    for (path, mode, dest, status) in [
        ("/harbour-42/", "navigate", "document", 200),
        ("/", "navigate", "document", 200),
        ("/_preview/key/harbour-42", "navigate", "document", 403),
        ("/harbour-42/", "navigate", "iframe", 403),
        ("/harbour-42/access.json", "no-cors", "image", 403),
        ("/harbour-42/access.json", "no-cors", "script", 403),
        ("/", "cors", "empty", 403),
    ] {
        for site in ["cross-site", "same-site", "none"] {
            let told = format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: {mode}\r\nSec-Fetch-Dest: {dest}\r\n");
            let asked = get(&server, path, &format!("{told}Connection: close\r\n"));
            assert_eq!(statuses(&server, asked.as_bytes()), [status], "{path} {told}");
        }
    }
}

#[test]
fn any_number_of_connections_leaves_room_for_one_more() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut events = Events::of(&server, "harbour-42");
    events.next();
    let one = get(&server, "/harbour-42/", "");
    let mut held = VecDeque::new();
    let mut slowest = Duration::ZERO;
    for number in 0..asked("VESTIBULE_CONNECTIONS", 2_000) {
        let mut stream = connect(&server);
        // Most say nothing or only begin, and some ask for much and take nothing of what they get.
        let begun = match number % 50 {
            0 => one.repeat(300),
            1..25 => "GET /harbour-42/ HTTP/1.1\r\n".to_owned(),
            _ => String::new(),
        };
        stream.write_all(begun.as_bytes()).expect("a beginning can be sent");
        held.push_back(stream);
        if held.len() > 700 {
            held.pop_front();
        }
        if number % 100 == 99 || number == 499 {
            slowest = slowest.max(taken_to_read(&server));
        }
    }
    assert!(slowest < SOON, "whoever writes waited for {slowest:?}");
    // A connection that is let go gives back what it held a moment later.
    let handles = || fs::read_dir(format!("/proc/{}/fd", server.pid())).expect("it runs").count();
    let begun = Instant::now();
    while handles() > 550 {
        assert!(begun.elapsed() < 2 * SOON, "{} handles are held for {} connections", handles(), held.len());
        thread::sleep(Duration::from_millis(5));
    }
    workspace.write("harbour/docs/page.md", "# Page\n\nSee [there](gone.md).\n");
    events.until(|state| state["problems"] != json!([]));
    println!("{} connections: a page after at most {slowest:?}", asked("VESTIBULE_CONNECTIONS", 2_000));
}

#[test]
fn listeners_never_take_all_places() {
    let workspace = workspace();
    let server = Server::start(&workspace, &[]);
    let mut listeners: Vec<Events> = (0..300).map(|_| Events::of(&server, "harbour-42")).collect();
    assert_eq!(listeners.last_mut().expect("there are some").next()["problems"], json!([]));
    assert!(listeners[0].has_ended(), "the one that has listened longest makes room, and would come back by itself");
    let silent: Vec<TcpStream> = (0..500).map(|_| connect(&server)).collect();
    assert!(taken_to_read(&server) < SOON, "beside {} who say nothing", silent.len());
    workspace.write("harbour/docs/page.md", "# Page\n\nSee [there](gone.md).\n");
    listeners.last_mut().expect("there are some").until(|state| state["problems"] != json!([]));
}

#[test]
fn where_the_system_allows_for_few_connections_it_is_the_same() {
    let workspace = workspace();
    let mut command = Command::new("sh");
    let program = workspace.command(["serve", "--port", "0"]);
    command.args(["-c", "ulimit -n 90; exec \"$0\" \"$@\""]).arg(program.get_program()).args(program.get_args());
    let server = Server::of(&mut command);
    let silent: Vec<TcpStream> = (0..300).map(|_| connect(&server)).collect();
    let taken = taken_to_read(&server);
    assert!(taken < SOON, "{taken:?} beside {}", silent.len());
}
