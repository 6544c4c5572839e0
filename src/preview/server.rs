//! The server: where it listens, and what it answers to which request.

use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::unfold;

use super::connections::accept;
use super::request::{Names, is_from_us};
use super::{Answer, EVENTS, PREFIX, Screen};
use crate::output::headers as published_headers;

/// How many ports are tried after the one that was asked for.
const NEXT_PORTS: u16 = 20;

/// A server that has its port and does not answer yet.
#[derive(Debug)]
pub struct Bound {
    listener: std::net::TcpListener,
}

/// Takes `port` at `host`, a name or an address of this computer, or the next free one; 0 takes any.
///
/// # Errors
/// Where no port can be had there.
pub fn bind(host: &str, port: u16) -> io::Result<Bound> {
    let host = (host, port).to_socket_addrs()?.next().ok_or_else(|| io::Error::other("nothing has that name"))?.ip();
    let mut last = None;
    for port in port..=port.saturating_add(NEXT_PORTS) {
        match std::net::TcpListener::bind(SocketAddr::new(host, port)) {
            Ok(listener) => {
                listener.set_nonblocking(true)?;
                return Ok(Bound { listener });
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = Some(error),
            Err(error) => return Err(error),
        }
    }
    Err(last.unwrap_or_else(|| io::Error::other("no port is free")))
}

impl Bound {
    /// Where the server can be reached.
    ///
    /// # Errors
    /// Where the system does not say.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Begins to answer requests with what is on the screen, and goes on as long as what it gives back is there.
    ///
    /// # Errors
    /// Where the system does not let it.
    pub fn serve(self, screen: Arc<Screen>) -> io::Result<Serving> {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().enable_time().build()?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(self.listener)?
        };
        let shown = screen.clone();
        runtime.spawn(async move { shown.let_go_in_time().await });
        runtime.spawn(accept(listener, Arc::new(move |request| answer(&screen, request))));
        Ok(Serving { _runtime: runtime })
    }
}

/// A server that answers.
#[derive(Debug)]
pub struct Serving {
    _runtime: tokio::runtime::Runtime,
}

fn answer<B>(screen: &Arc<Screen>, request: &Request<B>) -> Response<Body> {
    if let Some(refusal) = refusal(screen.names(), request) {
        return refusal;
    }
    if let Some(address) = request.uri().path().strip_prefix(EVENTS) {
        return events(screen.clone(), address.to_owned());
    }
    match screen.answer(request.uri().path()) {
        Answer::Found { content_type, bytes } => with_headers(StatusCode::OK, content_type, Body::from(bytes)),
        Answer::Moved(to) => {
            let mut response = plain(StatusCode::TEMPORARY_REDIRECT, "");
            if let Ok(to) = HeaderValue::from_str(&to) {
                response.headers_mut().insert(header::LOCATION, to);
            }
            response
        }
        Answer::Missing => plain(StatusCode::NOT_FOUND, "There is nothing at this address.\n"),
    }
}

/// What is said to a request that is not answered, whatever it asks for.
fn refusal<B>(names: &Names, request: &Request<B>) -> Option<Response<Body>> {
    let host = match only(request.headers(), header::HOST) {
        Ok(host) => host,
        Err(TwoOfThem) => return Some(plain(StatusCode::BAD_REQUEST, "A request has one host.\n")),
    };
    // A request in the form for proxies names the host once more, and that name counts.
    let asked = request.uri().authority().map(|authority| authority.as_str());
    if !names.include(host) || asked.is_some_and(|asked| !names.include(Some(asked))) {
        return Some(plain(
            StatusCode::MISDIRECTED_REQUEST,
            "This preview has another address: the terminal says which.\n",
        ));
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Some(plain(StatusCode::METHOD_NOT_ALLOWED, "The preview can only be read.\n"));
    }
    // Browsers say who asks, and what for; only the preview's own pages get a key, and others may lead to it at most.
    let told = |name| only(request.headers(), header::HeaderName::from_static(name)).unwrap_or(Some(""));
    let is_ours = told("sec-fetch-site").is_none_or(|site| site == "same-origin");
    let is_way = told("sec-fetch-mode") == Some("navigate") && told("sec-fetch-dest") == Some("document");
    let may_ask = is_ours || (is_way && !request.uri().path().starts_with(PREFIX));
    let origin = only(request.headers(), header::ORIGIN);
    if !origin.is_ok_and(|origin| is_from_us(origin, host)) || !may_ask {
        return Some(plain(StatusCode::FORBIDDEN, "This is for the preview's own pages.\n"));
    }
    None
}

/// A header stands twice in a request, and who reads the first would see another request than who reads the last.
struct TwoOfThem;

/// The one header of this name, if there is one. What is no text is as good as an empty one.
fn only(headers: &HeaderMap, name: header::HeaderName) -> Result<Option<&str>, TwoOfThem> {
    let mut all = headers.get_all(name).iter();
    match (all.next(), all.next()) {
        (_, Some(_)) => Err(TwoOfThem),
        (one, None) => Ok(one.map(|one| one.to_str().unwrap_or_default())),
    }
}

/// Tells a page how its portal stands, now and whenever that changes. The first thing told is how it stands now: nothing
/// that happens while a page is on its way is missed.
fn events(screen: Arc<Screen>, address: String) -> Response<Body> {
    let begun = (screen.generations(), None, screen, address);
    let states = unfold(begun, |(mut generations, told, screen, address)| async move {
        loop {
            generations.borrow_and_update();
            let (generation, state) = screen.state(&address);
            if told != Some(generation) {
                let event = Ok::<_, Infallible>(Event::default().data(state));
                return Some((event, (generations, Some(generation), screen, address)));
            }
            generations.changed().await.ok()?;
        }
    });
    let mut response = Sse::new(states).keep_alive(KeepAlive::default()).into_response();
    put_headers(response.headers_mut(), "text/event-stream");
    response
}

fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    with_headers(status, "text/plain; charset=utf-8", Body::from(text))
}

fn with_headers(status: StatusCode, content_type: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    put_headers(response.headers_mut(), content_type);
    response
}

fn put_headers(headers: &mut HeaderMap, content_type: &'static str) {
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    for (name, value) in published_headers() {
        // A picture that is opened by itself runs nothing.
        let value = if content_type == "image/svg+xml" && name == "Content-Security-Policy" {
            value + "; sandbox"
        } else {
            value
        };
        headers.insert(
            name.to_ascii_lowercase().parse::<header::HeaderName>().expect("our headers are well-formed"),
            value.parse().expect("our headers are well-formed"),
        );
    }
}
