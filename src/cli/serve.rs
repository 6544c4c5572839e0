//! `vestibule serve`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::args::Serve;
use super::{Failure, Outcome, key, open, report, today};
use crate::access::KeyProblem;
use crate::diagnostic::Diagnostics;
use crate::live::{Choice, Guest, Hurried, Live};
use crate::preview::{Screen, Serving, Watcher, Watching, bind};
use crate::seal::{Entropy, SystemEntropy, encoding::to_hex};

/// How long a page may be ahead of all that follows from it while somebody writes on and on.
const LONGEST_BEHIND: Duration = Duration::from_secs(1);

/// Shows all portals on this computer, and whatever becomes of them while somebody writes.
pub(super) fn run(root: &Path, arguments: &Serve) -> Result<Outcome, Failure> {
    let (workspace, clients) = open(root, &arguments.client)?;
    let key = match key(&workspace) {
        Ok(key) => Some(key),
        Err(KeyProblem::Missing(_)) => None,
        Err(problem) => return Err(problem.into()),
    };
    let clients = if arguments.client.is_empty() { Vec::new() } else { clients };
    let choice = Choice { clients, audience: arguments.audience.clone(), gated: arguments.gated };
    // What changes from now on is heard of.
    let watching = if arguments.poll { Watching::Polling } else { Watching::Events };
    // Events name places as the system knows them.
    let folder = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let (watcher, deaf) = Watcher::new(&folder, aside(&folder), watching);
    let mut live = Live::new(root, choice, key);
    live.refresh(today(arguments.today));
    report::to_stderr(&live.problems());
    if !live.is_ready() {
        return Ok(Outcome::ContentErrors);
    }
    known_audience(&live, &arguments.audience)?;
    if let Some(why) = deaf {
        report::say(&format!(
            "this computer does not tell of changes ({why}), so files are looked at twice a second\n"
        ));
    }
    let screen = Screen::new(run_name());
    screen.show(live.preview());
    let _serving = listen(screen.clone(), live.guest(), arguments.port)?;
    follow(&mut live, watcher, &folder, &screen, arguments)
}

/// What the program itself writes into a workspace, and what is none of its business.
fn aside(root: &Path) -> Vec<PathBuf> {
    ["dist", ".vestibule", ".git"].map(|folder| root.join(folder)).to_vec()
}

/// Tells this run of the preview from any other.
fn run_name() -> String {
    let mut name = [0; 8];
    SystemEntropy.fill(&mut name);
    to_hex(&name)
}

fn known_audience(live: &Live, audience: &str) -> Result<(), Failure> {
    let known = live.audiences();
    if known.contains(audience) {
        return Ok(());
    }
    let known: Vec<String> = known.into_iter().map(|audience| format!("`{audience}`")).collect();
    Err(Failure(format!("no client has the audience `{audience}` (known are {})", known.join(", "))))
}

/// Begins to answer browsers.
fn listen(screen: Arc<Screen>, guest: &Guest, port: u16) -> Result<Serving, Failure> {
    let unreachable = |error: std::io::Error| Failure(format!("cannot listen on port {port}: {error}"));
    let server = bind(port).map_err(unreachable)?;
    let address = server.address().map_err(unreachable)?;
    let serving = server.serve(screen).map_err(unreachable)?;
    if port != 0 && address.port() != port {
        report::say(&format!("port {port} is taken, so this is port {}\n", address.port()));
    }
    report::result(&format!("http://{address}/\n"))?;
    announce(guest);
    Ok(serving)
}

fn announce(guest: &Guest) {
    if let Some((passphrase, portals)) = guest.passphrase() {
        let portals = portals.join(", ");
        let words = Zeroizing::new(format!("passphrase, until this preview ends: {passphrase}\nit opens {portals}\n"));
        report::say(&words);
    }
}

/// Brings what is shown up to date whenever files change, until somebody ends the program.
fn follow(
    live: &mut Live,
    mut watcher: Watcher,
    folder: &Path,
    screen: &Screen,
    arguments: &Serve,
) -> Result<Outcome, Failure> {
    let mut said = live.problems();
    let mut announced = live.guest().passphrase().map(|(_, portals)| portals.len());
    // Since when a page is shown of which not everything followed yet.
    let mut behind: Option<Instant> = None;
    loop {
        let named = watcher.wait();
        let hurried = match written(&named, folder) {
            Some(files) => live.hurry(files),
            None => Hurried::Nothing,
        };
        if hurried != Hurried::Nothing {
            screen.show(live.preview());
        }
        // The rest follows when nobody has written for a moment.
        let since = *behind.get_or_insert_with(Instant::now);
        if hurried == Hurried::All && since.elapsed() < LONGEST_BEHIND {
            continue;
        }
        behind = None;
        live.refresh(today(arguments.today));
        screen.show(live.preview());
        let opens = live.guest().passphrase().map(|(_, portals)| portals.len());
        if opens != announced {
            announce(live.guest());
            announced = opens;
        }
        let problems = live.problems();
        if problems != said {
            say_what_changed(&problems, said.has_errors());
            said = problems;
        }
    }
}

/// Once for each change, and not for each event.
fn say_what_changed(problems: &Diagnostics, had_errors: bool) {
    report::to_stderr(problems);
    if had_errors && !problems.has_errors() {
        report::say("everything is in order again\n");
    }
}

/// The files that were named, as the content calls them; `None` where that is not all there may be.
fn written(named: &BTreeSet<PathBuf>, folder: &Path) -> Option<BTreeSet<String>> {
    let in_workspace = |path: &PathBuf| {
        let parts: Option<Vec<&str>> = path.strip_prefix(folder).ok()?.iter().map(|part| part.to_str()).collect();
        Some(parts?.join("/"))
    };
    let files: BTreeSet<String> = named.iter().map(in_workspace).collect::<Option<_>>()?;
    (!files.is_empty()).then_some(files)
}
