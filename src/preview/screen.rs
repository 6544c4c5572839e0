//! What the server shows at the moment, and what it showed a moment ago.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Instant;

use tokio::sync::watch;

use super::retired::Retired;
use super::{Answer, Names, Preview, Run, told};
use crate::percent::decoded;

/// The newest preview, for whoever asks; and whoever waits for a newer one hears of it.
#[derive(Debug)]
pub struct Screen {
    shown: RwLock<Shown>,
    generation: watch::Sender<u64>,
    run: Run,
}

#[derive(Debug, Default)]
struct Shown {
    preview: Preview,
    /// By address: when each portal last changed.
    generations: BTreeMap<String, u64>,
    /// When the list of portals did.
    generation: u64,
    retired: Retired,
}

impl Screen {
    /// Shows nothing yet.
    pub fn new(run: Run) -> Arc<Screen> {
        Arc::new(Screen { shown: RwLock::default(), generation: watch::Sender::new(0), run })
    }

    /// Shows a preview in the place of the one before.
    pub fn show(&self, preview: Preview) {
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        let generation = shown.generation + 1;
        let now = Instant::now();
        let before = std::mem::replace(&mut shown.preview, preview);
        let Shown { preview, retired, .. } = &mut *shown;
        for (address, portal) in &before.portals {
            let Some(files) = &portal.files else { continue };
            // Where there is none, the portal lies elsewhere now, or nowhere; a page of it may be half read.
            let newer = preview.portals.get(address).and_then(|newer| newer.files.as_ref());
            if newer.is_some_and(|newer| Arc::ptr_eq(files, newer)) {
                continue;
            }
            for (path, bytes) in files.boxes().filter(|(path, _)| !newer.is_some_and(|newer| newer.has(path))) {
                retired.keep(now, &format!("{address}/{path}"), bytes.as_bytes());
            }
        }
        let changed: Vec<String> = shown.preview.changed_since(&before).map(str::to_owned).collect();
        if changed.is_empty() && shown.preview.says_the_same(&before) {
            return;
        }
        shown.generation = generation;
        shown.generations.extend(changed.into_iter().map(|address| (address, generation)));
        drop(shown);
        self.generation.send_replace(generation);
    }

    /// Lets go of files that nobody is about to fetch any more, also where nothing changes after them; never comes back.
    pub(super) async fn let_go_in_time(&self) {
        let mut generations = self.generations();
        loop {
            match self.let_go(Instant::now()) {
                Some(next) => tokio::time::sleep_until(next.into()).await,
                None if generations.changed().await.is_err() => return,
                None => (),
            }
        }
    }

    /// Lets go of files that were retired long enough ago, and says when the next ones will have been.
    fn let_go(&self, now: Instant) -> Option<Instant> {
        self.shown.write().unwrap_or_else(PoisonError::into_inner).retired.let_go(now)
    }

    /// Under which names it is shown.
    pub(super) fn names(&self) -> &Names {
        &self.run.names
    }

    /// Wakes up whenever another generation is shown.
    pub(super) fn generations(&self) -> watch::Receiver<u64> {
        self.generation.subscribe()
    }

    /// What a page of the portal at `address` has to know, and the generation that it is of.
    pub(super) fn state(&self, address: &str) -> (u64, String) {
        let address = &*decoded(address);
        let shown = self.shown.read().unwrap_or_else(PoisonError::into_inner);
        let generation = match address {
            "" => shown.generation,
            address => shown.generations.get(address).copied().unwrap_or_default(),
        };
        (generation, told::state(&shown.preview, address, &self.run, generation))
    }

    /// The answer to a request for `path`.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let shown = self.shown.read().unwrap_or_else(PoisonError::into_inner);
        match shown.preview.answer(path, &self.run) {
            Answer::Missing => shown.retired(path).unwrap_or(Answer::Missing),
            answer => answer,
        }
    }
}

impl Shown {
    fn retired(&self, path: &str) -> Option<Answer> {
        let (address, file) = path.strip_prefix('/')?.split_once('/')?;
        let bytes = self.retired.get(&format!("{}/{file}", decoded(address)))?;
        Some(Answer::found("application/octet-stream", bytes.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::Duration;

    use super::super::retired::KEPT;
    use super::*;
    use crate::live::{Choice, Live};

    /// The portal as its files say, with its boxes.
    fn read(folder: &Path, text: &str) -> (Preview, Vec<String>) {
        fs::write(folder.join("acme/docs/page.md"), text).expect("a file can be written");
        let choice = Choice { clients: Vec::new(), audience: "client".to_owned(), gated: false };
        let mut live = Live::new(folder, choice, None);
        live.refresh("2026-11-22".parse().expect("a day"));
        let preview = live.preview();
        let files = preview.portals["acme"].files.as_ref().expect("it is without errors");
        let boxes = files.iter().filter(|(path, _)| path.starts_with("b/")).map(|(path, _)| format!("/acme/{path}"));
        let boxes = boxes.collect();
        (preview, boxes)
    }

    #[test]
    fn boxes_of_a_moment_ago_are_let_go_of_by_themselves() {
        let folder = tempfile::tempdir().expect("a folder for a test can be made");
        fs::create_dir_all(folder.path().join("acme/docs")).expect("a folder can be made");
        let settings = "name: Linden Studio\ncontact:\n  name: Mira Vos\n  email: mira@linden.example\n";
        fs::write(folder.path().join("vestibule.yml"), settings).expect("a file can be written");
        fs::write(folder.path().join("acme/client.yml"), "name: Acme\nproject: Shop\n").expect("a file can be written");
        let screen = Screen::new(Run::default());
        let (first, boxes) = read(folder.path(), "# Page\n");
        assert!(!boxes.is_empty());
        screen.show(first);
        assert_eq!(screen.let_go(Instant::now()), None, "nothing is retired yet");
        let before = Instant::now();
        screen.show(read(folder.path(), "# Another page\n").0);
        let after = Instant::now();
        let found = |path: &String| screen.answer(path) != Answer::Missing;
        let next = screen.let_go(after + KEPT - Duration::from_secs(1)).expect("boxes are retired");
        assert!((before + KEPT..=after + KEPT).contains(&next));
        assert!(boxes.iter().all(found), "they are there until their time is over");
        assert_eq!(screen.let_go(next), None);
        assert!(!boxes.iter().any(found), "and not beyond it");
    }
}
