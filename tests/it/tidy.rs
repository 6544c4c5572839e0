//! The architecture, held by a test: who may use whom, who owns which dependency, and a few rules for all files.
//! `ARCHITECTURE.md` says why.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use source::{SourceFile, files};

/// Every module and those it may use, in order: each uses only modules above it. Exactly these; a use that is no longer
/// there is taken out of the list.
const USES: [(&str, &[&str]); 27] = [
    ("diagnostic", &[]),
    ("digest", &[]),
    ("gzip", &[]),
    ("html", &[]),
    ("letters", &[]),
    ("names", &[]),
    ("percent", &[]),
    ("spelling", &[]),
    ("money", &["spelling"]),
    ("formats", &["money"]),
    ("check", &["diagnostic"]),
    ("source", &["check", "diagnostic", "letters"]),
    ("yaml", &["check", "diagnostic", "source", "spelling"]),
    ("content", &["check", "diagnostic", "html", "money", "names", "percent", "source", "spelling", "yaml"]),
    ("portal", &["check", "content", "diagnostic", "letters", "names", "percent", "source", "spelling", "yaml"]),
    ("theme", &["check", "diagnostic", "digest", "formats", "html", "source", "spelling", "yaml"]),
    ("seal", &["gzip", "names"]),
    (
        "render",
        &[
            "content",
            "diagnostic",
            "digest",
            "formats",
            "gzip",
            "html",
            "money",
            "names",
            "portal",
            "seal",
            "source",
            "theme",
        ],
    ),
    ("search", &["content", "formats", "letters", "names", "portal", "seal", "theme"]),
    ("review", &["check", "content", "diagnostic", "names", "portal"]),
    ("access", &["check", "diagnostic", "names", "seal", "source", "yaml"]),
    ("output", &["render", "seal", "source"]),
    (
        "build",
        &[
            "access",
            "check",
            "content",
            "diagnostic",
            "names",
            "portal",
            "render",
            "review",
            "seal",
            "search",
            "source",
            "theme",
        ],
    ),
    ("cache", &["access", "build", "check", "content", "diagnostic", "names", "output", "portal", "seal", "source"]),
    ("preview", &["diagnostic", "html", "names", "output", "percent", "seal"]),
    (
        "live",
        &[
            "access",
            "build",
            "cache",
            "check",
            "content",
            "diagnostic",
            "letters",
            "names",
            "output",
            "portal",
            "preview",
            "seal",
            "source",
        ],
    ),
    (
        "cli",
        &[
            "access",
            "build",
            "cache",
            "check",
            "content",
            "diagnostic",
            "formats",
            "live",
            "names",
            "output",
            "portal",
            "percent",
            "preview",
            "review",
            "seal",
            "source",
            "spelling",
            "theme",
            "yaml",
        ],
    ),
];

/// What a module may use of another of which it may not use everything.
const PARTS: [(&str, &str, &[&str]); 4] = [
    // Pages are handed over to be sealed; keys are nothing to a page.
    ("render", "seal", &["AssetContents", "AudienceContents", "Framer", "PageContents", "Plaintext", "Title"]),
    // So is an index.
    ("search", "seal", &["Plaintext"]),
    // What is written is sealed or public: the plain text of a client has no way here.
    ("output", "seal", &["BoxName", "SealedBytes", "SealedPages", "SealedPortal"]),
    ("output", "render", &["Gate", "PublicFile", "CONTENT_SECURITY_POLICY"]),
];

/// Every dependency, and the files or folders that alone may name it.
const OWNERS: [(&str, &[&str]); 46] = [
    ("aes_gcm", &["seal/primitive.rs"]),
    ("annotate_snippets", &["diagnostic/human.rs"]),
    ("axum", &["preview/connections.rs", "preview/server.rs"]),
    (
        "chrono",
        &[
            "access/lock.rs",
            "build.rs",
            "cache",
            "cli",
            "content",
            "formats",
            "live",
            "live.rs",
            "portal/facts",
            "render",
            "review",
        ],
    ),
    ("chrono_tz", &["content/agency.rs", "content/client.rs", "content/language.rs"]),
    ("clap", &["cli/args.rs", "cli/mod.rs", "cli/slip.rs"]),
    ("flate2", &["gzip.rs"]),
    ("futures_util", &["preview/server.rs"]),
    ("getrandom", &["seal/entropy.rs"]),
    ("granit_parser", &["yaml/pass.rs", "yaml/syntax.rs"]),
    ("hkdf", &["seal/hkdf.rs"]),
    ("hmac", &["seal/cache_keys.rs", "seal/primitive.rs"]),
    ("html5gum", &["content/markdown/raw_html.rs"]),
    ("hyper", &["preview/connections.rs"]),
    ("hyper_util", &["preview/connections.rs"]),
    ("icu_calendar", &["formats/date.rs"]),
    ("icu_collator", &["formats/mod.rs"]),
    ("icu_datetime", &["formats/date.rs"]),
    ("icu_decimal", &["formats/number.rs"]),
    ("icu_locale_core", &["formats"]),
    ("icu_plurals", &["formats/plural.rs"]),
    ("icu_provider", &[]),
    ("imagesize", &["content/attachment.rs"]),
    ("include_dir", &["theme/defaults.rs"]),
    ("libdeflater", &["gzip.rs"]),
    (
        "memchr",
        &[
            "content/front_matter.rs",
            "content/front_matter/misplaced.rs",
            "content/markdown/autolink.rs",
            "review/block.rs",
        ],
    ),
    ("memmap2", &["preview/retired.rs"]),
    ("mimalloc", &["main.rs"]),
    ("notify", &["preview/watcher.rs"]),
    ("pbkdf2", &["seal/kdf.rs"]),
    ("pulldown_cmark", &["content/markdown/parse.rs", "content/markdown/table.rs"]),
    (
        "rayon",
        &[
            "build.rs",
            "cache",
            "cli/build.rs",
            "cli/side_by_side.rs",
            "content/mod.rs",
            "live",
            "live.rs",
            "output",
            "render/pages/glossary.rs",
            "render/renderer.rs",
            "review",
            "seal/batch.rs",
            "seal/portal.rs",
            "search",
            "source/scan.rs",
            "theme",
        ],
    ),
    ("same_file", &["preview/watcher.rs"]),
    ("serde", &["cache/record.rs", "diagnostic/json.rs", "render", "seal", "theme/templates.rs"]),
    (
        "serde_json",
        &["access/lock.rs", "cache/record.rs", "diagnostic/json.rs", "preview/told.rs", "render", "seal", "theme"],
    ),
    ("sha2", &["digest.rs", "seal"]),
    ("smallvec", &["review/block.rs"]),
    ("strsim", &["spelling.rs"]),
    ("syntect", &["render/highlight.rs"]),
    ("tempfile", &["cache/folder.rs", "cli/access.rs", "cli/new/disk.rs", "output/staging.rs"]),
    ("tera", &["theme/templates.rs"]),
    ("tokio", &["preview/connections.rs", "preview/screen.rs", "preview/server.rs"]),
    (
        "unicode_normalization",
        &[
            "cli/new/name.rs",
            "content/client.rs",
            "content/slug.rs",
            "letters.rs",
            "names.rs",
            "portal/terms.rs",
            "seal/passphrase.rs",
            "search/fold.rs",
            "source/scan.rs",
        ],
    ),
    ("walkdir", &["output/write.rs", "preview/snapshot.rs", "source/scan.rs"]),
    ("writeable", &["formats/date.rs"]),
    ("zeroize", &["access/mod.rs", "cli", "live/guest.rs", "seal"]),
];

/// Who may ask the disk what is there.
const DISK: &[&str] = &[
    "cache/folder.rs",
    "cli",
    "output/destination.rs",
    "output/staging.rs",
    "output/write.rs",
    "preview/snapshot.rs",
    "preview/watcher.rs",
    "source/scan.rs",
];

/// What reaches out of the program, or makes two runs of it differ, and the files or folders that alone may do so.
const REACHING_OUT: [(&str, &[&str]); 16] = [
    ("fs::", &["access/key.rs", "cache/folder.rs", "cli", "output", "source/scan.rs"]),
    (".exists()", DISK),
    (".is_dir()", DISK),
    (".is_file()", DISK),
    ("canonicalize", DISK),
    ("symlink_metadata", DISK),
    ("read_dir", DISK),
    ("std::env", &["cli", "main.rs"]),
    ("std::net", &["cli/serve.rs", "preview/request.rs", "preview/server.rs"]),
    ("std::process", &["cli/browser.rs", "cli/mod.rs", "main.rs"]),
    ("std::thread", &["cli/browser.rs", "preview/watcher.rs"]),
    ("Local::now", &["cli/mod.rs"]),
    ("Utc::now", &[]),
    ("SystemTime", &["preview/snapshot.rs"]),
    (
        "Instant",
        &[
            "cli/progress.rs",
            "cli/serve.rs",
            "preview/connections.rs",
            "preview/retired.rs",
            "preview/screen.rs",
            "preview/watcher.rs",
        ],
    ),
    ("SystemEntropy", &["cli", "live/guest.rs", "seal/entropy.rs", "seal/mod.rs"]),
];

/// What stands nowhere.
const NOWHERE: [(&str, &str); 7] = [
    (".unwrap()", "say why it cannot fail, with `expect`, or hand the error on"),
    ("println!", "printing is the business of `cli/report.rs`, where it can fail without a crash"),
    ("print!", "printing is the business of `cli/report.rs`, where it can fail without a crash"),
    ("eprintln!", "printing is the business of `cli/report.rs`, where it can fail without a crash"),
    ("eprint!", "printing is the business of `cli/report.rs`, where it can fail without a crash"),
    ("dbg!", "nothing is left over from looking for a mistake"),
    ("todo!", "what is not there yet is not in the program"),
];

/// More lines than this and a file has two subjects.
const LONGEST: usize = 450;

fn is_in(path: &str, places: &[&str]) -> bool {
    places.iter().any(|place| path == *place || path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/')))
}

fn all_are_right(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn modules_use_only_what_comes_before_them() {
    for (place, (module, uses)) in USES.iter().enumerate() {
        let before: BTreeSet<&str> = USES[..place].iter().map(|(module, _)| *module).collect();
        for used in *uses {
            assert!(before.contains(used), "`{module}` may not use `{used}`, which does not come before it");
        }
    }
}

#[test]
fn modules_use_exactly_what_is_listed() {
    let files = files();
    let mut problems = Vec::new();
    let mut known: BTreeSet<&str> = USES.iter().map(|(module, _)| *module).collect();
    known.extend(["lib", "main"]);
    for file in files.iter().filter(|file| !known.contains(file.module())) {
        problems.push(format!("src/{}: the module is not listed in USES", file.path));
    }
    for (module, uses) in USES {
        let mut used = BTreeSet::new();
        for file in files.iter().filter(|file| file.module() == module) {
            for name in file.names_below("crate::") {
                if name != module && !uses.contains(&name.as_str()) {
                    problems.push(format!("src/{}: `{module}` does not use `{name}`", file.path));
                }
                used.insert(name);
            }
        }
        let left = uses.iter().filter(|name| !used.contains(**name));
        problems.extend(left.map(|name| format!("`{module}` uses `{name}` no more: take it out of USES")));
    }
    all_are_right(problems);
}

#[test]
fn of_some_modules_only_parts_are_used() {
    let mut problems = Vec::new();
    for (module, other, parts) in PARTS {
        for file in files().iter().filter(|file| file.module() == module) {
            let names = file.names_below(&format!("crate::{other}::"));
            let foreign = names.iter().filter(|name| !parts.contains(&name.as_str()));
            problems
                .extend(foreign.map(|name| format!("src/{}: `{other}::{name}` is nothing to `{module}`", file.path)));
            if names.is_empty() && file.names_below("crate::").iter().any(|name| name == other) {
                problems.push(format!("src/{}: name the parts of `{other}` one by one", file.path));
            }
        }
    }
    all_are_right(problems);
}

#[test]
fn files_do_not_need_each_other_in_a_circle() {
    let files = files();
    let names: BTreeSet<&str> = files.iter().map(SourceFile::name).collect();
    let needs = |file: &SourceFile| {
        let known = file.neighbours().into_iter().filter(|name| names.contains(name.as_str()) && name != file.name());
        known.collect::<BTreeSet<String>>()
    };
    let circles = circles(files.iter().map(|file| (file.name().to_owned(), needs(file))).collect());
    let problem = |(name, needs): (&String, &BTreeSet<String>)| {
        let inside: Vec<&str> = needs.iter().filter(|need| circles.contains_key(*need)).map(String::as_str).collect();
        format!("src/{name} stands in a circle: it needs {}", inside.join(", "))
    };
    all_are_right(circles.iter().map(problem).collect());
}

/// Those who stand in a circle, or between two: whoever needs nobody else who is left is in none, and nor is whoever
/// nobody needs who is left.
fn circles(mut left: BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, BTreeSet<String>> {
    loop {
        let needed: BTreeSet<String> = left.values().flatten().cloned().collect();
        let here: BTreeSet<String> = left.keys().cloned().collect();
        left.retain(|name, needs| needed.contains(name) && !needs.is_disjoint(&here));
        if left.len() == here.len() {
            return left;
        }
    }
}

#[test]
fn circles_are_found() {
    let needs = |all: &[(&str, &[&str])]| {
        let owned = |(name, needs): &(&str, &[&str])| {
            ((*name).to_owned(), needs.iter().map(|need| (*need).to_owned()).collect())
        };
        circles(all.iter().map(owned).collect()).into_keys().collect::<Vec<String>>()
    };
    assert_eq!(needs(&[("a", &["b"]), ("b", &["c"]), ("c", &["b"]), ("d", &["a", "c"])]), ["b", "c"]);
    assert_eq!(needs(&[("a", &["b", "c"]), ("b", &["c"]), ("c", &[])]), [""; 0]);
}

#[test]
fn every_dependency_has_an_owner() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"));
    let manifest = manifest.expect("the package has a manifest");
    let section = manifest.split("\n[dependencies]\n").nth(1).and_then(|rest| rest.split("\n[").next());
    let lines = section.expect("there are dependencies").lines().filter(|line| !line.starts_with('#'));
    let mut listed: Vec<String> = lines.filter_map(|line| Some(line.split_once(" = ")?.0.replace('-', "_"))).collect();
    listed.sort();
    assert_eq!(listed, OWNERS.map(|(name, _)| name), "OWNERS lists the dependencies, in the order of the alphabet");

    let files = files();
    let mut problems = Vec::new();
    for (name, owners) in OWNERS {
        let path = format!("{name}::");
        let names_it = |file: &&SourceFile| names_dependency(file, &path);
        let users: Vec<&str> = files.iter().filter(names_it).map(|file| file.path.as_str()).collect();
        let strangers = users.iter().filter(|path| !is_in(path, owners));
        problems.extend(strangers.map(|path| format!("src/{path}: `{name}` belongs to {owners:?}")));
        let left = owners.iter().filter(|owner| !users.iter().any(|path| is_in(path, &[**owner])));
        problems.extend(left.map(|owner| format!("src/{owner} uses `{name}` no more: take it out of OWNERS")));
    }
    all_are_right(problems);
}

/// Whether a file names a dependency, and not a module of ours or a part of one that is called the same.
fn names_dependency(file: &SourceFile, path: &str) -> bool {
    file.code.iter().any(|line| {
        line.match_indices(path).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            before.is_none_or(|c| !(c.is_alphanumeric() || c == '_' || c == ':'))
        })
    })
}

#[test]
fn only_the_edges_reach_out() {
    let mut problems = Vec::new();
    for (text, places) in REACHING_OUT {
        for file in files().iter().filter(|file| !is_in(&file.path, places)) {
            if let Some(line) = file.line_with(text) {
                problems.push(format!("src/{}: `{text}` has no place here: {}", file.path, line.trim()));
            }
        }
    }
    all_are_right(problems);
}

#[test]
fn some_things_stand_nowhere() {
    let mut problems = Vec::new();
    for file in files() {
        for (text, why) in NOWHERE {
            if let Some(line) = file.line_with(text) {
                problems.push(format!("src/{}: {}: {why}", file.path, line.trim()));
            }
        }
    }
    all_are_right(problems);
}

#[test]
fn files_have_one_subject() {
    let files = files();
    assert!(files.len() > 60, "the source is found");
    let long = files.iter().filter(|file| file.lines > LONGEST);
    all_are_right(long.map(|file| format!("src/{} has {} lines: take it apart", file.path, file.lines)).collect());
}
