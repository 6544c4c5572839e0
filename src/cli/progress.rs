//! How far a long build has come: a bar on a terminal, a line from time to time elsewhere, nothing where it is quick.

use std::io::{IsTerminal, stderr};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::report;
use crate::build::Watch;

/// Counts what is done, and shows it on standard error. Clients and their pages are counted from several threads.
pub(super) struct Progress {
    begun: Instant,
    pace: Pace,
    /// When it is to be shown next, since the beginning.
    next: Mutex<Duration>,
    clients: usize,
    clients_done: AtomicUsize,
    pages: AtomicUsize,
    pages_done: AtomicUsize,
}

/// When and how progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pace {
    /// Whoever waits less long sees nothing.
    first: Duration,
    every: Duration,
    /// Whether the line before is overwritten.
    is_bar: bool,
}

const BAR: Pace = Pace { first: Duration::from_millis(700), every: Duration::from_millis(100), is_bar: true };
const LINES: Pace = Pace { first: Duration::from_secs(5), every: Duration::from_secs(5), is_bar: false };

/// Goes back to the beginning of a line, and leaves nothing on it.
const ANEW: &str = "\r\x1b[K";

impl Progress {
    /// Of a build of so many clients, which begins now.
    pub(super) fn new(clients: usize) -> Self {
        Progress::at(if stderr().is_terminal() { BAR } else { LINES }, clients)
    }

    fn at(pace: Pace, clients: usize) -> Self {
        Progress {
            begun: Instant::now(),
            pace,
            next: Mutex::new(pace.first),
            clients,
            clients_done: AtomicUsize::new(0),
            pages: AtomicUsize::new(0),
            pages_done: AtomicUsize::new(0),
        }
    }

    /// One client more is done.
    pub(super) fn client_done(&self) {
        self.clients_done.fetch_add(1, Ordering::Relaxed);
        self.tick();
    }

    /// Leaves nothing of a bar, and says how long it took.
    pub(super) fn finish(&self) -> Duration {
        let took = self.begun.elapsed();
        let next = self.next.lock().map_or(Duration::MAX, |next| *next);
        if self.pace.is_bar && next > self.pace.first {
            report::say(ANEW);
        }
        took
    }

    /// Shows how far it is, where it is time to.
    fn tick(&self) {
        // Whoever finds another thread at it has nothing to add.
        let Ok(mut next) = self.next.try_lock() else { return };
        let now = self.begun.elapsed();
        if now < *next {
            return;
        }
        *next = now + self.pace.every;
        let count = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
        let clients = (count(&self.clients_done), self.clients);
        report::say(&line(self.pace.is_bar, clients, (count(&self.pages_done), count(&self.pages))));
    }
}

impl Watch for Progress {
    fn pages_to_make(&self, more: usize) {
        self.pages.fetch_add(more, Ordering::Relaxed);
        self.tick();
    }

    fn page_made(&self) {
        self.pages_done.fetch_add(1, Ordering::Relaxed);
        self.tick();
    }
}

/// What is shown of so many done out of so many.
fn line(is_bar: bool, clients: (usize, usize), pages: (usize, usize)) -> String {
    let of_clients = match clients {
        (_, 1) => String::new(),
        (done, all) => format!("{done} of {all} clients, "),
    };
    let words = format!("{of_clients}{} of {} pages", pages.0, pages.1);
    if !is_bar {
        return format!("{words}\n");
    }
    // Of many clients it is not known before how many pages they have.
    let (done, all) = if clients.1 == 1 { pages } else { clients };
    let filled = (done * WIDTH).checked_div(all).unwrap_or(0).min(WIDTH);
    format!("{ANEW}[{}{}] {words}", "#".repeat(filled), " ".repeat(WIDTH - filled))
}

/// How many signs wide a full bar is.
const WIDTH: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_shows_what_is_known_to_be_left() {
        let anew = |text: &str| format!("\r\x1b[K{text}");
        assert_eq!(line(true, (0, 1), (0, 0)), anew("[                    ] 0 of 0 pages"));
        assert_eq!(line(true, (0, 1), (250, 1_000)), anew("[#####               ] 250 of 1000 pages"));
        assert_eq!(line(true, (3, 4), (10, 90)), anew("[###############     ] 3 of 4 clients, 10 of 90 pages"));
        assert_eq!(line(true, (4, 4), (90, 90)), anew("[####################] 4 of 4 clients, 90 of 90 pages"));
    }

    #[test]
    fn elsewhere_it_is_a_line() {
        assert_eq!(line(false, (0, 1), (7, 9)), "7 of 9 pages\n");
        assert_eq!(line(false, (1, 2), (7, 9)), "1 of 2 clients, 7 of 9 pages\n");
    }

    #[test]
    fn what_is_quick_shows_nothing_and_what_is_long_not_too_often() {
        let progress = Progress::at(LINES, 1);
        progress.pages_to_make(2);
        progress.page_made();
        let next = || *progress.next.lock().expect("nobody panicked");
        assert_eq!(next(), LINES.first, "it was not shown yet");
        *progress.next.lock().expect("nobody panicked") = Duration::ZERO;
        progress.page_made();
        assert!(next() >= LINES.every, "it was shown, and is not for another while");
    }
}
