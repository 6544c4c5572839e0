//! The server. The one place that knows the HTTP library.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, Response, StatusCode, header};

use super::request::is_for_us;
use super::{Answer, PREFIX, Preview};
use crate::output::headers as published_headers;

/// How many ports are tried after the one that was asked for.
const NEXT_PORTS: u16 = 20;

/// A server that has its port and does not answer yet.
#[derive(Debug)]
pub struct Bound {
    listener: std::net::TcpListener,
}

/// Takes `port` on this computer, or the next free one; 0 takes any.
///
/// # Errors
/// Where no port can be had.
pub fn bind(port: u16) -> io::Result<Bound> {
    let host = IpAddr::from([127, 0, 0, 1]);
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

    /// Answers requests until the program ends.
    ///
    /// # Errors
    /// Where the system takes the port away.
    pub fn serve(self, preview: Preview) -> io::Result<()> {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().enable_time().build()?;
        let app = Router::new().fallback(answer).with_state(Arc::new(preview));
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            axum::serve(listener, app).await
        })
    }
}

async fn answer(State(preview): State<Arc<Preview>>, request: Request) -> Response<Body> {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    // A request in the form for proxies names the host once more, and that name counts.
    let asked = request.uri().authority().map(|authority| authority.as_str());
    if !is_for_us(host, None) || asked.is_some_and(|asked| !is_for_us(Some(asked), None)) {
        return plain(StatusCode::MISDIRECTED_REQUEST, "This preview answers on this computer only.\n");
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "The preview can only be read.\n");
    }
    // Browsers say who asks; only the preview's own pages get a key.
    let asker = request.headers().get("sec-fetch-site").and_then(|site| site.to_str().ok());
    if request.uri().path().starts_with(PREFIX) && asker.is_some_and(|site| site != "same-origin") {
        return plain(StatusCode::FORBIDDEN, "This is for the preview's own pages.\n");
    }
    match preview.answer(request.uri().path()) {
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

fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    with_headers(status, "text/plain; charset=utf-8", Body::from(text))
}

fn with_headers(status: StatusCode, content_type: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
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
    response
}
