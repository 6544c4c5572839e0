//! `vestibule build`.

use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use chrono::NaiveDate;

use super::args::Build;
use super::progress::Progress;
use super::{Failure, Outcome, key, lock, open, report, side_by_side, today};
use crate::access::{LOCK_FILE, new_access, write_lock};
use crate::build::{
    Settings, SettingsSource, check_together, nobody_can_open, prepare, resolve_client, review_client, seal_portal,
};
use crate::cache::{self, Before, Cache, PROGRAM, PagesMade, Records};
use crate::content::agency::theme_folder;
use crate::content::doc::parse_doc;
use crate::diagnostic::Diagnostics;
use crate::formats::size;
use crate::output::{Changes, Destination, PortalFiles, has_portal, other_portals, write_portal, write_root};
use crate::portal::{AudiencePortal, Drafts};
use crate::seal::{Access, Iterations, PortalKeys, SystemEntropy, WorkspaceKey};
use crate::source::{ClientSource, Workspace};

/// Writes the portals of all clients without errors; those with errors keep what was published before.
pub(super) fn run(root: &Path, arguments: &Build) -> Result<Outcome, Failure> {
    // Whatever is wrong with the command is said before anything is written.
    open(root, &arguments.client)?;
    // What another build waited with would be older than what it waited for.
    let _lock = lock(root);
    let (workspace, clients) = open(root, &arguments.client)?;
    let progress = Progress::new(clients.len());
    let theme = theme_folder(workspace.settings()).map(|folder| folder.value);
    let destination = Destination::new(&root.join(&arguments.out), &workspace, theme.as_deref())?;
    let mut diagnostics = Diagnostics::new();
    let records = key(workspace.root()).map(|key| (Records::new(workspace.root(), &key), key));
    // The first client is read while the settings are: nothing of them is needed for that.
    let read_first = || {
        let (records, _) = records.as_ref().ok()?;
        clients.first().map(|id| Read::of(id, &workspace, records, &destination))
    };
    let (settings, first) = rayon::join(|| prepare(SettingsSource::read(&workspace), &mut diagnostics), read_first);
    let Some(settings) = settings else {
        report::to_stderr(&diagnostics);
        return Ok(Outcome::ContentErrors);
    };
    let addresses = check_together(&workspace, &settings, &mut diagnostics);
    if diagnostics.has_errors() {
        report::to_stderr(&diagnostics);
        return Ok(Outcome::ContentErrors);
    }
    let (records, key) = records?;
    for name in write_root(&destination)? {
        report::say(&format!(
            "left alone: `{name}`, which Vestibule did not write; what the portals need is in its docs\n"
        ));
    }
    let cache = Cache::new(records, PROGRAM, &settings);
    let today = today(arguments.today);
    let run = Run {
        workspace: &workspace,
        settings: &settings,
        key: &key,
        cache: &cache,
        destination: &destination,
        progress: &progress,
        today,
        first: Mutex::new(first),
    };
    let all = side_by_side::each(&clients, |id| run.client(id));
    let took = progress.finish();
    let mut sum = Sum::default();
    let mut written = Vec::new();
    for (id, built) in clients.iter().zip(all) {
        sum.add(&built);
        diagnostics.append(built.diagnostics);
        if built.made_access {
            report::say(&format!(
                "{id}: made `{id}/{LOCK_FILE}`, which says who may open this portal; keep it with the content\n"
            ));
        }
        // A folder of one client that cannot be written to does not keep the others from being published.
        written.push(built.result.and_then(|published| run.say(id, published)));
    }
    if arguments.client.is_empty() {
        cache.forget_all_but(clients.iter().map(String::as_str));
    }
    report::to_stderr(&diagnostics);
    sum.say(took);
    Failure::all(written)?;
    // With errors it may be that not every address is known.
    if !diagnostics.has_errors() {
        say_what_is_left(&addresses, &destination)?;
    }
    // The program ends here, and gives back its memory all at once.
    std::mem::forget(settings);
    Ok(if diagnostics.has_errors() { Outcome::ContentErrors } else { Outcome::Fine })
}

struct Run<'r> {
    workspace: &'r Workspace,
    settings: &'r Settings,
    key: &'r WorkspaceKey,
    cache: &'r Cache,
    destination: &'r Destination,
    progress: &'r Progress,
    today: NaiveDate,
    first: Mutex<Option<Read>>,
}

/// A client's folder, and what an earlier build left of its portal.
struct Read {
    source: ClientSource,
    before: Option<Before>,
}

impl Read {
    fn of(id: &str, workspace: &Workspace, records: &Records, destination: &Destination) -> Read {
        let (source, before) = rayon::join(|| workspace.read_client(id), || records.before(id, destination));
        Read { source, before }
    }
}

/// What came of one client.
struct Built {
    diagnostics: Diagnostics,
    /// Whether it was written down for the first time who may open the portal.
    made_access: bool,
    /// The portal, unless its content has errors.
    result: Result<Option<Published>, Failure>,
}

/// A portal that was brought to what its content says.
struct Published {
    address: String,
    pages: usize,
    changes: Changes,
}

/// All portals of a build together.
#[derive(Default)]
struct Sum {
    portals: usize,
    pages: usize,
    files: usize,
    bytes: u64,
}

impl Sum {
    fn add(&mut self, built: &Built) {
        let Ok(Some(published)) = &built.result else { return };
        self.portals += 1;
        self.pages += published.pages;
        self.files += published.changes.written + published.changes.removed;
        self.bytes += published.changes.bytes;
    }

    fn say(&self, took: Duration) {
        if self.portals == 0 {
            return;
        }
        let bytes = size(usize::try_from(self.bytes).unwrap_or(usize::MAX), ".");
        report::say(&format!(
            "{}, {}: {} changed, {bytes} written, in {:.1}\u{a0}s\n",
            counted(self.portals, "portal"),
            counted(self.pages, "page"),
            counted(self.files, "file"),
            took.as_secs_f64()
        ));
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

impl Run<'_> {
    fn client(&self, id: &str) -> Built {
        let mut built = Built { diagnostics: Diagnostics::new(), made_access: false, result: Ok(None) };
        built.result = self.publish(id, &mut built.diagnostics, &mut built.made_access);
        self.progress.client_done();
        built
    }

    fn publish(
        &self,
        id: &str,
        diagnostics: &mut Diagnostics,
        made_access: &mut bool,
    ) -> Result<Option<Published>, Failure> {
        let first = self.first.lock().expect("nobody fails while holding it").take_if(|read| read.source.id == id);
        let Read { source, before } =
            first.unwrap_or_else(|| Read::of(id, self.workspace, self.cache.records(), self.destination));
        let state = self.cache.state(&source, self.today);
        if let Some(unchanged) = before.as_ref().and_then(|before| before.unchanged(&state)) {
            // Nobody waits until the memory of so many files is freed.
            rayon::spawn(move || drop((source, before)));
            diagnostics.append(unchanged.diagnostics);
            let changes = Changes { kept: unchanged.files, foreign: unchanged.foreign, ..Changes::default() };
            return Ok(Some(Published { address: unchanged.address, pages: unchanged.pages, changes }));
        }
        let Some(client) = resolve_client(self.settings, &source, Drafts::LeftOut, self.today, &parse_doc, diagnostics)
        else {
            return Ok(None);
        };
        let address = &client.portal.client().address.value;
        let first;
        let access = match &client.access {
            Some(access) => access,
            None => {
                diagnostics.push(nobody_can_open(id));
                first = self.first_access(id, address).inspect_err(|_| {
                    diagnostics.append(review_client(self.settings, &client, self.today));
                })?;
                *made_access = true;
                &first
            }
        };
        let keys = PortalKeys::new(self.key, access.portal);
        let mut pages = PagesMade::default();
        let earlier = before.as_ref().map(|before| self.cache.published(before, self.destination));
        let kept = |reader: &AudiencePortal<'_>| {
            self.cache.kept(earlier.as_ref(), &state, reader, (&keys, access), &mut pages)
        };
        let (sealed, reviewed) = rayon::join(
            || seal_portal(self.settings, &client.portal, &keys, access, kept, self.progress),
            || review_client(self.settings, &client, self.today),
        );
        diagnostics.append(reviewed);
        let sealed = match sealed {
            Ok(sealed) => sealed,
            Err(problems) => {
                diagnostics.append(problems);
                return Ok(None);
            }
        };
        let address = address.clone();
        let files = PortalFiles::new(&self.settings.gate, &sealed);
        // To free what it was made from takes a while, and need not be waited for.
        let (changes, ()) =
            rayon::join(|| write_portal(self.destination, &address, &files), move || drop((source, client.portal)));
        let changes = changes?;
        // Where the list of people is new, the files are not those any more that the portal followed from.
        if !*made_access {
            let outcome = cache::Outcome { state: &state, address: &address, pages: sealed.page_count(), diagnostics };
            self.cache.keep(id, &outcome, &files, pages);
        }
        Ok(Some(Published { address, pages: sealed.page_count(), changes }))
    }

    fn say(&self, id: &str, published: Option<Published>) -> Result<(), Failure> {
        let Some(Published { address, changes, .. }) = published else { return Ok(()) };
        report::result(&format!("{}\n", self.destination.folder().join(&address).display()))?;
        let at = self.settings.agency.url_of(&address).map(|url| format!("; its address is {url}")).unwrap_or_default();
        report::say(&format!("{id}: {}{at}\n", words(&changes)));
        Ok(())
    }

    /// Who may open a portal that was never built before: nobody yet.
    fn first_access(&self, id: &str, address: &str) -> Result<Access, Failure> {
        if has_portal(self.destination, address) {
            let portal = self.destination.folder().join(address);
            return Err(Failure(format!(
                "`{}` was built with the file `{id}/{LOCK_FILE}`, which is gone, and a new one would lock everybody out (put the \
                 file back, or remove that folder if everybody is to get a new passphrase)",
                portal.display()
            )));
        }
        let access = new_access(Iterations::DEFAULT, &mut SystemEntropy);
        let path = self.workspace.root().join(id).join(LOCK_FILE);
        super::access::save(&path, &write_lock(&access))?;
        Ok(access)
    }
}

/// Portals that are published with the others although no client has them any more.
fn say_what_is_left(addresses: &[String], destination: &Destination) -> Result<(), Failure> {
    for name in other_portals(destination, addresses)? {
        report::say(&format!(
            "`{}` is a portal that no client has any more; remove it, here and where it is published, if nobody is to read it\n",
            destination.folder().join(name).display()
        ));
    }
    Ok(())
}

fn words(changes: &Changes) -> String {
    let files = |n: usize| counted(n, "file");
    let mut words =
        format!("{} written, {} unchanged, {} removed", files(changes.written), changes.kept, changes.removed);
    if let Some(first) = changes.foreign.first() {
        words.push_str(&format!(
            "; left alone: {} that Vestibule did not write, such as `{first}`",
            files(changes.foreign.len())
        ));
    }
    words
}
