//! What each stage of a build costs.
//!
//! ```text
//! cargo run --release --example stages                            # milliseconds of each, 1,000 documents, median of nine
//! cargo run --release --example stages -- FOLDER                  # the same for a workspace of your own
//! cargo run --release --example stages -- FOLDER --once           # once, on one processor, for a tool that counts
//! ```

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use vestibule::access::new_access;
use vestibule::build::{SettingsSource, audiences, prepare, read_source};
use vestibule::diagnostic::Diagnostics;
use vestibule::output::{Destination, PortalFiles, write_portal};
use vestibule::portal::{Drafts, resolve};
use vestibule::render::Renderer;
use vestibule::review::{ReviewWords, review};
use vestibule::seal::{self, AudienceContents, Iterations, PortalKeys, SystemEntropy, WorkspaceKey};
use vestibule::search::index;
use vestibule::source::scan;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: usize = 9;
const DOCUMENTS: &str = "1000";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let folder = words.first().filter(|word| !word.starts_with('-')).map_or_else(corpus, PathBuf::from);
    let mut meter = Meter::default();
    if words.contains(&"--once".to_owned()) {
        // One processor does everything: what is counted is all there is.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
        pool.expect("nobody has used a pool yet");
        build(&folder, &mut meter);
        println!("{}", meter.order.join("\n"));
        return;
    }
    (0..RUNS).for_each(|_| build(&folder, &mut meter));
    let mut all = Duration::ZERO;
    for stage in &meter.order {
        let times = meter.times.get_mut(stage).expect("it was run");
        times.sort_unstable();
        let median = times[times.len() / 2];
        all += median;
        println!("{stage:>8} {:8.1} ms", median.as_secs_f64() * 1e3);
    }
    println!("{:>8} {:8.1} ms", "all", all.as_secs_f64() * 1e3);
}

/// A corpus of its own, made by the example of that name.
fn corpus() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/bench").join(format!("vestibule-{DOCUMENTS}"));
    if !folder.exists() {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let folder = folder.to_str().expect("the folder of the project has a name of Unicode letters");
        let made = Command::new(cargo)
            .args(["run", "--release", "--quiet", "--example", "corpus", "--", "vestibule", DOCUMENTS, folder])
            .status()
            .expect("cargo runs");
        assert!(made.success(), "the corpus is made");
    }
    folder
}

/// One build, stage by stage.
fn build(root: &Path, meter: &mut Meter) {
    let mut found = Diagnostics::new();
    let workspace = scan(root).expect("there is a workspace");
    let settings =
        meter.run("prepare", || prepare(SettingsSource::read(&workspace), &mut found)).expect("the settings are right");
    let id = workspace.clients().first().expect("there is a client").clone();
    let source = meter.run("read", || workspace.read_client(&id));
    let content = meter.run("parse", || read_source(&settings, &source, &mut found)).expect("there is a client.yml");
    let portal = meter.run("resolve", || resolve(content, &settings.agency, Drafts::LeftOut, &mut found));
    let portal = portal.expect("the content is right");
    let locale = settings.theme.locale("en");
    let words =
        ReviewWords::new(locale.word("review.fault"), locale.word("review.no_fault"), locale.word("review.known"));
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("that is a day");
    found.append(meter.run("review", || review(&portal, &words, today)));
    let renderer = Renderer::new(&settings.theme, settings.gate.mark(), audiences(&portal).len());
    let readers: Vec<_> =
        meter.run("audience", || audiences(&portal).iter().map(|one| portal.for_audience(one)).collect());
    let rendered: Vec<_> =
        meter.run("render", || readers.iter().map(|reader| renderer.render(reader, |_| false, &())).collect());
    let contents: Vec<AudienceContents> = meter.run("index", || {
        let with_index = |(rendered, reader)| AudienceContents { search: index(reader, &settings.theme), ..rendered };
        rendered.into_iter().map(|one| one.expect("the theme is right")).zip(&readers).map(with_index).collect()
    });
    let access = new_access(Iterations::DEFAULT, &mut SystemEntropy);
    let keys = PortalKeys::new(&WorkspaceKey::generate(&mut SystemEntropy), access.portal);
    let sealed = meter.run("seal", || seal::seal(&keys, &access, &contents)).expect("nobody has access yet");
    let out = tempfile::tempdir().expect("there is a folder for what is made");
    let destination = Destination::new(out.path(), &workspace, None).expect("it is a folder of its own");
    let files = PortalFiles::new(&settings.gate, &sealed);
    meter.run("write", || write_portal(&destination, "bench", &files)).expect("the disk takes it");
    meter.run("free", || drop((files, sealed, contents, source)));
    black_box(found);
}

#[derive(Default)]
struct Meter {
    order: Vec<&'static str>,
    times: BTreeMap<&'static str, Vec<Duration>>,
}

impl Meter {
    fn run<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let (mut work, mut result) = (Some(work), None);
        let mut once = || result = work.take().map(|work| work());
        let begin = Instant::now();
        measured(&mut once);
        let took = begin.elapsed();
        if !self.order.contains(&stage) {
            self.order.push(stage);
        }
        self.times.entry(stage).or_default().push(took);
        result.expect("it was run once")
    }
}

/// What a tool that counts instructions looks for: `tests/guard`.
#[inline(never)]
fn measured(work: &mut dyn FnMut()) {
    black_box(work)();
}
