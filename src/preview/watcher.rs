//! Hears that files may have changed. What did change is for others to find out: events get lost in folders that were
//! just made, come twice, or not at all.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::sleep;
use std::time::{Duration, Instant};

use notify::event::{Event, EventKind};
use notify::{Config, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use same_file::Handle;

use super::snapshot::Snapshot;

/// How long nothing may happen until a change counts as over.
const QUIET: Duration = Duration::from_millis(3);
/// How long a change that goes on and on is waited for.
const PATIENCE: Duration = Duration::from_millis(40);
/// When it is looked again after a change, for what no event told of.
const AFTERWARDS: [Duration; 2] = [Duration::from_millis(150), Duration::from_millis(1_000)];
/// When it is looked again where nothing was heard: another day may have begun, or the folder be another one now.
const IDLE: Duration = Duration::from_secs(10);
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
    /// Where it is, from wherever the program was started: another folder may come to lie there.
    folder: PathBuf,
    watching: Watching,
    source: Source,
    /// The folder that is watched, if it was there.
    watched: Option<Handle>,
    /// When it is to be looked again.
    afterwards: Vec<Instant>,
    /// After how long it is looked again in any case.
    idle: Duration,
}

/// What may have changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Files and folders that were named, in the folder, with `/` between folders: there may be others.
    pub named: BTreeSet<String>,
    /// Why the system does not tell of changes any more, if it has just stopped.
    pub deaf: Option<String>,
}

/// Where it is known from that something changed.
enum Source {
    Events {
        /// As the system knows the folder.
        folder: PathBuf,
        heard: Receiver<Heard>,
        /// Hears as long as it is there.
        _watcher: RecommendedWatcher,
    },
    Snapshots(Snapshot),
    /// For a moment, while another is opened.
    Nothing,
}

/// What the system tells.
enum Heard {
    Changed(Vec<PathBuf>),
    /// Something was missed, or will be.
    Missed,
}

impl Watcher {
    /// Watches a folder with all that is in it, but for what the program itself writes into a workspace. `folder` is an
    /// absolute path.
    ///
    /// Where the system cannot tell of changes, it says why, and polls until it can.
    pub fn new(folder: &Path, watching: Watching) -> (Watcher, Option<String>) {
        let (source, deaf) = Source::open(folder, watching);
        let (folder, watched) = (folder.to_owned(), Handle::from_path(folder).ok());
        (Watcher { folder, watching, source, watched, afterwards: Vec::new(), idle: IDLE }, deaf)
    }

    /// Returns when something may have changed, and after a while in any case.
    pub fn wait(&mut self) -> Change {
        let limit = match self.afterwards.first() {
            Some(next) => next.saturating_duration_since(Instant::now()),
            None => self.idle,
        };
        match self.source.wait(limit) {
            Ok(Heard::Changed(named)) => self.gather(named),
            Ok(Heard::Missed) | Err(RecvTimeoutError::Disconnected) => self.begin_anew(),
            Err(RecvTimeoutError::Timeout) if self.afterwards.is_empty() => self.look_around(),
            Err(RecvTimeoutError::Timeout) => {
                self.afterwards.remove(0);
                Change::default()
            }
        }
    }

    /// Waits for what else belongs to a change.
    fn gather(&mut self, first: Vec<PathBuf>) -> Change {
        let mut paths = first;
        if let Source::Events { heard, .. } = &self.source {
            let begun = Instant::now();
            while begun.elapsed() < PATIENCE
                && let Ok(more) = heard.recv_timeout(QUIET)
            {
                match more {
                    Heard::Changed(more) => paths.extend(more),
                    Heard::Missed => return self.begin_anew(),
                }
            }
        }
        let named = self.source.inside(paths);
        // The folder itself went.
        if named.contains("") {
            return self.begin_anew();
        }
        self.afterwards = AFTERWARDS.map(|later| Instant::now() + later).to_vec();
        Change { named, deaf: None }
    }

    /// Nothing was heard for a while: another folder may have taken the place of the one that is watched, which no event
    /// tells of; and where the system could not tell of changes, it may be able to now.
    fn look_around(&mut self) -> Change {
        let is_same = self.watched.is_some() && self.watched == Handle::from_path(&self.folder).ok();
        let is_as_asked = matches!(self.source, Source::Events { .. }) == (self.watching == Watching::Events);
        if is_same && is_as_asked { Change::default() } else { self.begin_anew() }
    }

    /// Watches what lies in the folder now.
    fn begin_anew(&mut self) -> Change {
        self.afterwards.clear();
        let was_told = matches!(self.source, Source::Events { .. });
        // The system tells only so many: what is watched is let go of first.
        self.source = Source::Nothing;
        let (source, deaf) = Source::open(&self.folder, self.watching);
        self.source = source;
        self.watched = Handle::from_path(&self.folder).ok();
        Change { named: BTreeSet::new(), deaf: deaf.filter(|_| was_told) }
    }
}

impl Source {
    /// The events of the system, if it is to tell and can; otherwise snapshots, and why it cannot.
    fn open(folder: &Path, watching: Watching) -> (Source, Option<String>) {
        let snapshots = || Source::Snapshots(Snapshot::of(folder, aside));
        match watching {
            Watching::Polling => (snapshots(), None),
            Watching::Events => match Source::events(folder) {
                Ok(events) => (events, None),
                Err(error) => (snapshots(), Some(in_words(&error))),
            },
        }
    }

    fn events(folder: &Path) -> notify::Result<Source> {
        let folder = folder.canonicalize()?;
        let (told, heard) = channel();
        let config = Config::default().with_follow_symlinks(false);
        let inside = folder.clone();
        let mut watcher = RecommendedWatcher::new(move |event| tell(event, &inside, &told), config)?;
        watcher.watch(&folder, RecursiveMode::Recursive)?;
        Ok(Source::Events { folder, heard, _watcher: watcher })
    }

    /// What these paths are called in the folder; nothing where that is not all there may be.
    fn inside(&self, paths: Vec<PathBuf>) -> BTreeSet<String> {
        let folder = match self {
            Source::Events { folder, .. } => folder.as_path(),
            Source::Snapshots(snapshot) => snapshot.folder(),
            Source::Nothing => return BTreeSet::new(),
        };
        let name = |path: PathBuf| {
            let parts: Option<Vec<&str>> = path.strip_prefix(folder).ok()?.iter().map(|part| part.to_str()).collect();
            Some(parts?.join("/"))
        };
        paths.into_iter().map(name).collect::<Option<_>>().unwrap_or_default()
    }

    /// What comes within the limit.
    fn wait(&mut self, limit: Duration) -> Result<Heard, RecvTimeoutError> {
        match self {
            Source::Events { heard, .. } => heard.recv_timeout(limit),
            Source::Nothing => Err(RecvTimeoutError::Disconnected),
            Source::Snapshots(snapshot) => {
                let begun = Instant::now();
                loop {
                    sleep(POLLED.min(limit.saturating_sub(begun.elapsed())));
                    let named = snapshot.changed();
                    if !named.is_empty() {
                        return Ok(Heard::Changed(named));
                    }
                    if begun.elapsed() >= limit {
                        return Err(RecvTimeoutError::Timeout);
                    }
                }
            }
        }
    }
}

/// Whether something in the folder is written by the program itself, or none of its business.
fn aside(folder: &Path, path: &Path) -> bool {
    ["dist", ".vestibule", ".git"].iter().any(|name| path.strip_prefix(folder).is_ok_and(|path| path.starts_with(name)))
}

/// Why the system does not tell of changes, for whoever may be able to do something about it.
fn in_words(error: &notify::Error) -> String {
    match &error.kind {
        ErrorKind::MaxFilesWatch => {
            "it watches as many folders as it may; on Linux, `fs.inotify.max_user_watches` says how many".to_owned()
        }
        ErrorKind::Io(error) if error.kind() == io::ErrorKind::NotFound => "the folder is not there".to_owned(),
        ErrorKind::PathNotFound => "the folder is not there".to_owned(),
        _ => error.to_string(),
    }
}

/// That a file was read is no change, nor is what goes on aside.
fn tell(event: notify::Result<Event>, folder: &Path, told: &Sender<Heard>) {
    let heard = match event {
        Ok(event) if event.need_rescan() => Heard::Missed,
        Ok(event) => {
            let elsewhere = event.paths.is_empty() || !event.paths.iter().all(|path| aside(folder, path));
            if matches!(event.kind, EventKind::Access(_)) || !elsewhere {
                return;
            }
            Heard::Changed(event.paths)
        }
        Err(_) => Heard::Missed,
    };
    // Nobody listens any more where the preview ends.
    let _ = told.send(heard);
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Watches a new folder in a new one, and looks again after a moment in any case.
    fn watched(watching: Watching) -> (tempfile::TempDir, PathBuf, Watcher) {
        let around = tempfile::tempdir().expect("a folder for a test can be made");
        let folder = around.path().join("workspace");
        fs::create_dir(&folder).expect("a folder can be made");
        let (mut watcher, deaf) = Watcher::new(&folder, watching);
        assert_eq!(deaf, None);
        watcher.idle = Duration::from_millis(300);
        (around, folder, watcher)
    }

    fn write(file: &Path) {
        fs::write(file, "text").expect("a file can be written");
    }

    /// The first files that are named.
    fn named(watcher: &mut Watcher) -> BTreeSet<String> {
        (0..20).map(|_| watcher.wait().named).find(|named| !named.is_empty()).expect("something is told")
    }

    #[test]
    fn what_is_written_is_named_and_what_lies_aside_is_not() {
        for watching in [Watching::Events, Watching::Polling] {
            let (_around, folder, mut watcher) = watched(watching);
            fs::create_dir(folder.join("dist")).expect("a folder can be made");
            write(&folder.join("dist/index.html"));
            write(&folder.join("page.md"));
            let named = named(&mut watcher);
            assert_eq!(named, BTreeSet::from(["page.md".to_owned()]), "{watching:?}");
        }
    }

    #[test]
    fn where_nothing_happens_it_is_looked_again() {
        for watching in [Watching::Events, Watching::Polling] {
            let (_around, _folder, mut watcher) = watched(watching);
            assert_eq!(watcher.wait(), Change::default(), "{watching:?}");
        }
    }

    #[test]
    fn a_folder_in_the_place_of_the_one_before_is_watched() {
        for watching in [Watching::Events, Watching::Polling] {
            let (around, folder, mut watcher) = watched(watching);
            fs::rename(&folder, around.path().join("before")).expect("a folder can be renamed");
            fs::create_dir(&folder).expect("a folder can be made");
            // That it went, what comes after that, and that nothing happened for a while.
            (0..6).for_each(|_| drop(watcher.wait()));
            write(&folder.join("page.md"));
            assert!(named(&mut watcher).contains("page.md"), "{watching:?}");
        }
    }

    #[test]
    fn where_the_system_stops_telling_it_is_said_once_and_looked_until_it_tells_again() {
        let (_around, folder, mut watcher) = watched(Watching::Events);
        fs::remove_dir(&folder).expect("a folder can be removed");
        let said: Vec<String> = (0..8).filter_map(|_| watcher.wait().deaf).collect();
        assert_eq!(said, ["the folder is not there"]);
        fs::create_dir(&folder).expect("a folder can be made");
        (0..4).for_each(|_| drop(watcher.wait()));
        write(&folder.join("page.md"));
        assert!(named(&mut watcher).contains("page.md"));
        assert!(matches!(watcher.source, Source::Events { .. }));
    }

    #[test]
    fn what_the_system_missed_is_looked_for_at_once() {
        let (told, heard) = channel();
        let overflow = Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
        tell(Ok(overflow), Path::new("/"), &told);
        tell(Err(notify::Error::new(ErrorKind::MaxFilesWatch)), Path::new("/"), &told);
        drop(told);
        assert!(heard.iter().all(|heard| matches!(heard, Heard::Missed)));
    }
}
