//! `vestibule serve`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::args::Serve;
use super::{Failure, Outcome, browser, key, open, report, today};
use crate::access::KeyProblem;
use crate::diagnostic::{Diagnostics, Severity};
use crate::live::{Choice, Hurried, Live};
use crate::preview::{Change, Editor, Names, Run, Screen, Watcher, Watching, bind};
use crate::seal::{Entropy, SystemEntropy, encoding::to_hex};

/// How long a page may be ahead of all that follows from it while somebody writes on and on.
const LONGEST_BEHIND: Duration = Duration::from_secs(1);

/// Shows all portals on this computer, and whatever becomes of them while somebody writes.
pub(super) fn run(root: &Path, arguments: &Serve) -> Result<Outcome, Failure> {
    let (workspace, clients) = open(root, &arguments.client)?;
    let key = match key(workspace.root()) {
        Ok(key) => Some(key),
        Err(KeyProblem::Missing(_)) => None,
        Err(problem) => return Err(problem.into()),
    };
    let clients = if arguments.client.is_empty() { Vec::new() } else { clients };
    let choice = Choice { clients, audience: arguments.audience.clone(), gated: arguments.gated };
    // What changes from now on is heard of.
    let watching = if arguments.poll { Watching::Polling } else { Watching::Events };
    // Whatever comes to lie where the program was started is the workspace from then on.
    let root = &std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
    let (watcher, deaf) = Watcher::new(root, watching);
    let mut live = Live::new(root, choice, key);
    live.refresh(today(arguments.today));
    report::to_stderr(&live.problems());
    if !live.is_ready() {
        return Ok(Outcome::ContentErrors);
    }
    known_audience(&live, &arguments.audience)?;
    say_if_deaf(deaf.as_deref());
    let unreachable = |error: std::io::Error| {
        Failure(format!("cannot listen at {}, port {}: {error}", arguments.host, arguments.port))
    };
    let server = bind(&arguments.host, arguments.port).map_err(unreachable)?;
    let address = server.address().map_err(unreachable)?;
    let screen = Screen::new(described(root, arguments, address.ip()));
    screen.show(live.preview());
    let _serving = server.serve(screen.clone()).map_err(unreachable)?;
    greet(address, arguments)?;
    announce(live.for_now());
    follow(root, &mut live, watcher, &screen, arguments)
}

/// This run of the preview.
fn described(root: &Path, arguments: &Serve, address: IpAddr) -> Run {
    let is_own = address.is_loopback();
    let mut name = [0; 8];
    SystemEntropy.fill(&mut name);
    let command =
        ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok().filter(|it| !it.is_empty()));
    // Other computers cannot open the files of this one, and are not told where they lie.
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let editor = if is_own { Editor::new(command.as_deref(), &root.to_string_lossy()) } else { Editor::none() };
    let names = Names::at(&arguments.host, address);
    Run { name: to_hex(&name), editor, names, gated: arguments.gated }
}

/// Says where the preview is, and what follows from that.
fn greet(mut address: SocketAddr, arguments: &Serve) -> Result<(), Failure> {
    let Serve { port, gated, open, .. } = *arguments;
    if port != 0 && address.port() != port {
        report::say(&format!("port {port} is taken, so this is port {}\n", address.port()));
    }
    if let Some(warning) = warning(address.ip(), gated) {
        report::say(&warning);
    }
    if address.ip().is_unspecified() {
        let here = if address.is_ipv4() { IpAddr::from(Ipv4Addr::LOCALHOST) } else { Ipv6Addr::LOCALHOST.into() };
        address.set_ip(here);
    }
    let address = format!("http://{address}/");
    report::result(&format!("{address}\n"))?;
    if open {
        browser::open(&address);
    }
    Ok(())
}

/// Says that whoever writes waits a little longer, and why.
fn say_if_deaf(why: Option<&str>) {
    if let Some(why) = why {
        let words = format!("this computer does not tell of changes ({why}), so files are looked at twice a second\n");
        report::say(&words);
    }
}

/// What follows from listening at `address`.
fn warning(address: IpAddr, gated: bool) -> Option<String> {
    let what = if gated { "reach the gates of all portals" } else { "read all portals without a passphrase" };
    let words = format!(
        "warning: everybody in the network of {address} can {what}, for as long as this preview runs; \
         a browser on another computer shows them over HTTPS only\n"
    );
    (!address.is_loopback()).then_some(words)
}

fn known_audience(live: &Live, audience: &str) -> Result<(), Failure> {
    let Some(known) = live.audiences().filter(|known| !known.contains(audience)) else { return Ok(()) };
    let known: Vec<String> = known.into_iter().map(|audience| format!("`{audience}`")).collect();
    Err(Failure(format!("no client has the audience `{audience}` (known are {})", known.join(", "))))
}

fn announce(for_now: Option<(&str, Vec<&str>)>) {
    if let Some((passphrase, portals)) = for_now {
        let portals = portals.join(", ");
        let words = Zeroizing::new(format!("passphrase, until this preview ends: {passphrase}\nit opens {portals}\n"));
        report::say(&words);
    }
}

/// Brings what is shown up to date whenever files change, until somebody ends the program.
fn follow(
    root: &Path,
    live: &mut Live,
    mut watcher: Watcher,
    screen: &Screen,
    arguments: &Serve,
) -> Result<Outcome, Failure> {
    let mut said = live.problems();
    let opened = |live: &Live| live.for_now().map(|(_, portals)| portals.join(", "));
    let mut announced = opened(live);
    // Since when a page is shown of which not everything followed yet.
    let mut behind: Option<Instant> = None;
    loop {
        let Change { named, deaf } = watcher.wait();
        say_if_deaf(deaf.as_deref());
        let hurried = live.hurry(named);
        if hurried != Hurried::Nothing {
            screen.show(live.preview());
        }
        // The rest follows when nobody has written for a moment.
        let since = *behind.get_or_insert_with(Instant::now);
        if hurried == Hurried::All && since.elapsed() < LONGEST_BEHIND {
            continue;
        }
        behind = None;
        if !live.has_key()
            && let Ok(key) = key(root)
        {
            live.take_key(key);
        }
        live.refresh(today(arguments.today));
        screen.show(live.preview());
        if opened(live) != announced {
            announce(live.for_now());
            announced = opened(live);
        }
        let problems = live.problems();
        if problems != said {
            say_what_changed(&problems, &said);
            said = remembered(problems, &said);
        }
    }
}

/// What was said. While there are errors, nobody looks for anything less: what was said of that before still holds.
fn remembered(mut problems: Diagnostics, said: &Diagnostics) -> Diagnostics {
    if problems.has_errors() {
        let advice = said.sorted().into_iter().filter(|one| one.severity != Severity::Error);
        problems.extend(advice.cloned());
    }
    problems
}

/// Each problem once, and not for each event; also where it stands in another line now.
fn say_what_changed(problems: &Diagnostics, said: &Diagnostics) {
    report::to_stderr(&problems.beside(said));
    let errors = (said.count(Severity::Error), problems.count(Severity::Error));
    match errors {
        (1.., 0) => report::say("everything is in order again\n"),
        (before, left) if left < before => {
            report::say(&format!("{} left\n", Severity::Error.counted(left)));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::warning;

    #[test]
    fn whoever_opens_the_preview_to_others_is_told_what_they_can_do() {
        let said = |address: &str, gated| warning(address.parse().expect("an address"), gated);
        let open = "warning: everybody in the network of 0.0.0.0 can read all portals without a passphrase, for as long as \
                    this preview runs; a browser on another computer shows them over HTTPS only\n";
        assert_eq!(said("0.0.0.0", false).as_deref(), Some(open));
        let gated = open.replace("read all portals without a passphrase", "reach the gates of all portals");
        assert_eq!(said("0.0.0.0", true), Some(gated));
        assert_eq!((said("127.0.0.1", false), said("::1", false)), (None, None));
    }
}
