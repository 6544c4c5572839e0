//! Hears that files may have changed. What did change is for others to find out: events get lost in folders that were
//! just made, come twice, or not at all.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::sleep;
use std::time::{Duration, Instant};

use notify::event::{Event, EventKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

/// How long nothing may happen until a change counts as over.
const QUIET: Duration = Duration::from_millis(3);
/// How long a change that goes on and on is waited for.
const PATIENCE: Duration = Duration::from_millis(40);
/// When it is looked again after a change, for what no event told of.
const AFTERWARDS: [Duration; 2] = [Duration::from_millis(150), Duration::from_millis(1_000)];
/// How often it is looked where the system tells of nothing.
const POLLED: Duration = Duration::from_millis(500);

/// How to hear of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// The system tells of them.
    Events,
    /// It does not: network disks, some containers.
    Polling,
}

/// Waits for changes in a folder.
pub struct Watcher {
    events: Option<Events>,
    /// When it is to be looked again.
    afterwards: Vec<Instant>,
}

struct Events {
    heard: Receiver<Vec<PathBuf>>,
    /// Hears as long as it is there.
    _watcher: RecommendedWatcher,
}

impl Watcher {
    /// Watches a folder with all that is in it, but for what lies in one of the folders `aside`.
    ///
    /// Where the system cannot tell of changes, it says why, and polls.
    pub fn new(folder: &Path, aside: Vec<PathBuf>, watching: Watching) -> (Watcher, Option<String>) {
        let events = match watching {
            Watching::Polling => Ok(None),
            Watching::Events => Events::of(folder, aside).map(Some),
        };
        let problem = events.as_ref().err().map(ToString::to_string);
        (Watcher { events: events.unwrap_or_default(), afterwards: Vec::new() }, problem)
    }

    /// Returns when something may have changed, with the files and folders that were named: there may be others.
    pub fn wait(&mut self) -> BTreeSet<PathBuf> {
        let mut named = BTreeSet::new();
        let Some(events) = &self.events else {
            sleep(POLLED);
            return named;
        };
        let heard = match self.afterwards.first() {
            None => events.heard.recv().map_err(RecvTimeoutError::from),
            Some(next) => events.heard.recv_timeout(next.saturating_duration_since(Instant::now())),
        };
        match heard {
            Ok(paths) => named.extend(paths),
            Err(RecvTimeoutError::Timeout) => {
                self.afterwards.remove(0);
                return named;
            }
            Err(RecvTimeoutError::Disconnected) => {
                self.events = None;
                return named;
            }
        }
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE
            && let Ok(paths) = events.heard.recv_timeout(QUIET)
        {
            named.extend(paths);
        }
        self.afterwards = AFTERWARDS.map(|later| Instant::now() + later).to_vec();
        named
    }
}

impl Events {
    fn of(folder: &Path, aside: Vec<PathBuf>) -> notify::Result<Events> {
        let (told, heard) = channel();
        let mut watcher = notify::recommended_watcher(move |event| tell(event, &aside, &told))?;
        watcher.watch(folder, RecursiveMode::Recursive)?;
        Ok(Events { heard, _watcher: watcher })
    }
}

/// Passes on that something may have changed. That a file was read is no change, nor is what goes on aside.
fn tell(event: notify::Result<Event>, aside: &[PathBuf], told: &Sender<Vec<PathBuf>>) {
    let paths = match event {
        Ok(event) => {
            let is_aside = |path: &PathBuf| aside.iter().any(|folder| path.starts_with(folder));
            let elsewhere = event.paths.is_empty() || !event.paths.iter().all(is_aside);
            if matches!(event.kind, EventKind::Access(_)) || !elsewhere {
                return;
            }
            event.paths
        }
        // Something was missed.
        Err(_) => Vec::new(),
    };
    // Nobody listens any more where the preview ends.
    let _ = told.send(paths);
}
