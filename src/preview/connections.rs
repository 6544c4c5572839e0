//! The connections that browsers hold, of which none keeps the others waiting.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::future::ready;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::body::{Body, HttpBody};
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

/// How long a connection waits for the head of a request to be there, the next one as well as the first.
const PATIENCE: Duration = Duration::from_secs(5);
/// How large a head may be. Cookies of everything else that was ever tried out on this computer come along.
const HEAD: usize = 64 << 10;
/// How many connections are held at the same time.
const MOST: usize = 512;
/// How many of them may be those of listeners, so that there is always room for those who ask.
const LISTENERS: usize = MOST / 2;
/// How long it takes until a connection that was let go has given back what it held.
const A_MOMENT: Duration = Duration::from_millis(1);

/// What a request is answered with.
pub(super) type Reply = Arc<dyn Fn(&Request<Incoming>) -> Response<Body> + Send + Sync>;

/// Takes every connection that comes, and answers what is asked on it.
///
/// Nobody is turned away: where too many connections are held, another one is let go.
pub(super) async fn accept(listener: TcpListener, reply: Reply) {
    let held = Arc::new(Held::default());
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                held.take(stream, reply.clone());
                // Whoever was let go leaves before the next one comes in.
                tokio::task::yield_now().await;
            }
            Err(error) if is_gone(error.kind()) => (),
            // The system lets the program hold no more.
            Err(_) => {
                held.open().let_go_of_one_who_waits();
                tokio::time::sleep(A_MOMENT).await;
            }
        }
    }
}

/// Whether a connection ended before it was taken.
fn is_gone(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::ConnectionRefused)
}

/// The connections that are open.
#[derive(Default)]
struct Held {
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    by_number: BTreeMap<u64, Connection>,
    last: u64,
}

struct Connection {
    /// Whether what was asked for last has no end: somebody listens.
    listens: bool,
    /// When the last request came, or the connection itself.
    since: Instant,
    /// `None` for a moment, until it has begun.
    task: Option<AbortHandle>,
}

impl Held {
    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(self: &Arc<Held>, stream: TcpStream, reply: Reply) {
        let number = self.open().room();
        let place = Place { held: self.clone(), number };
        // Not while the lock is held: where the server ends meanwhile, the task ends at once, and gives up its place.
        let task = tokio::spawn(converse(stream, reply, place)).abort_handle();
        if let Some(connection) = self.open().by_number.get_mut(&number) {
            connection.task = Some(task);
        }
    }
}

impl Open {
    /// Makes room for one more connection, and gives it a number.
    fn room(&mut self) -> u64 {
        if self.by_number.len() >= MOST {
            self.let_go_of_one_who_waits();
        }
        self.last += 1;
        self.by_number.insert(self.last, Connection { listens: false, since: Instant::now(), task: None });
        self.last
    }

    /// Ends the connection that can best be done without: of those that wait for a request, or for somebody to take what
    /// they asked for, the one that has waited longest. Only where there are none, it is that of a listener.
    fn let_go_of_one_who_waits(&mut self) {
        self.let_go_of_first(|connection| (connection.listens, connection.since));
    }

    /// Ends the connection that has listened longest; a page of the preview comes back by itself.
    fn let_go_of_one_who_listens(&mut self) {
        self.let_go_of_first(|connection| (!connection.listens, connection.since));
    }

    fn let_go_of_first<O: Ord>(&mut self, order: impl Fn(&Connection) -> O) {
        let begun = self.by_number.iter().filter(|(_, connection)| connection.task.is_some());
        let first = begun.min_by_key(|(_, connection)| order(connection)).map(|(number, _)| *number);
        let task = first.and_then(|number| self.by_number.remove(&number)?.task);
        task.iter().for_each(AbortHandle::abort);
    }

    /// Notes that something was asked, and whether the answer has no end.
    fn note(&mut self, number: u64, listens: bool) {
        if let Some(connection) = self.by_number.get_mut(&number) {
            (connection.since, connection.listens) = (Instant::now(), listens);
        }
        if listens && self.by_number.values().filter(|connection| connection.listens).count() > LISTENERS {
            self.let_go_of_one_who_listens();
        }
    }
}

/// A connection's place among those that are open, until it ends, however it does.
struct Place {
    held: Arc<Held>,
    number: u64,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.held.open().by_number.remove(&self.number);
    }
}

/// Answers what is asked on one connection, one request after the other, until nothing comes any more.
async fn converse(stream: TcpStream, reply: Reply, place: Place) {
    // An event is told at once, also while the one before is on its way. Where that is not to be had, it comes later.
    let _ = stream.set_nodelay(true);
    let place = &place;
    let answer = service_fn(move |request| {
        let response = reply(&request);
        place.held.open().note(place.number, response.body().size_hint().exact().is_none());
        ready(Ok::<_, Infallible>(response))
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(HEAD);
    // Whoever breaks a conversation off has no use for a message.
    let _ = http.serve_connection(TokioIo::new(stream), answer).await;
}
